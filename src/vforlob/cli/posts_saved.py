"""What is said of an aftale, a delmål or a task that was just saved, and the families' words. Decides nothing."""

from vforlob.actions.record_kinds.opgave import IS_COMBINED
from vforlob.actions.value_words import in_words
from vforlob.cli.context import context
from vforlob.cli.layout import one_line
from vforlob.cli.owners import Owner, owner_of
from vforlob.cli.post_screens import when, who
from vforlob.cli.posts import Family
from vforlob.model.aftale import Aftale
from vforlob.model.delmal import Delmal
from vforlob.model.opgave import Opgave
from vforlob.rules.danish import long_date
from vforlob.rules.smart import title
from vforlob.store.store import Store

_SETTLED = ("gjort", "vis", "ret")
AFTALE = Family("aftale", "aftale", "en aftale", "aftaler", "ingen åbne aftaler", lambda it: str(it.hvad), _SETTLED)
DELMAL = Family("delmal", "delmål", "et delmål", "delmål", "ingen åbne delmål", title)
OPGAVE = Family("opgave", "opgave", "en opgave", "opgaver", "ingen opgaver", lambda opgave: str(opgave.opgave))

REACHED, ALONE = "naet", "selvstaendigt"


def aftale_saved(store: Store, aftale: Aftale, done: str) -> list[str]:
    owner = owner_of(store, aftale.borger, aftale.forlob)
    about = " · ".join(part for part in (one_line(aftale.hvad), who(aftale), when(aftale, context().today)) if part)
    return [f"Aftale {aftale.nr} {done}. {owner.name}", f"  {about}"]


def delmal_saved(store: Store, delmal: Delmal, done: str, before: str | None = None) -> list[str]:
    """What was reached is said aloud, first."""
    owner = owner_of(store, delmal.borger, delmal.forlob)
    lines = [f"Delmål {delmal.nr} {done}. {owner.name}", f"  {one_line(title(delmal))}"]
    if delmal.status != REACHED or before == REACHED:
        return lines
    told = "borgeren og virksomheden" if delmal.delt == "ja" else "borgeren"
    day = long_date(delmal.status_dato) if delmal.status_dato else ""
    return [f"Det er lykkedes: delmål {delmal.nr} er nået {day}. Sig det højt til {told}.", *lines]


def opgave_saved(store: Store, opgave: Opgave, done: str, before: str | None = None) -> list[str]:
    owner = owner_of(store, opgave.borger, opgave.forlob)
    trin = in_words("opgave", "trin", opgave.trin)
    lines = [f"Opgave {opgave.nr} {done}. {owner.name}", f"  {one_line(opgave.opgave)}: {trin}"]
    if opgave.trin != ALONE or before in (None, ALONE):
        return lines
    return ["Det er lykkedes: opgaven klares nu selvstændigt. Sig det højt til borgeren.", *lines]


def form_knows(owner: Owner | None) -> dict[str, str]:
    """Only in a kombination is it asked which hours a task belongs to."""
    is_combined = owner is not None and owner.forlob is not None and owner.forlob.art == "kombination"
    return {IS_COMBINED: "ja"} if is_combined else {}
