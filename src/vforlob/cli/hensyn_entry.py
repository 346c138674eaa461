"""Which hensyn, in which forløb, and what is said when it is saved. Decides nothing about who may know it."""

from datetime import date

from vforlob.actions.record_kinds.hensyn import ANEW, phrases
from vforlob.actions.records import columns_of
from vforlob.actions.references import open_forlob, read_typed
from vforlob.cli.context import context
from vforlob.cli.hensyn_screens import Place, decided_words, named, wish_of
from vforlob.cli.hensyn_words import ROLES
from vforlob.cli.history_lines import history_lines
from vforlob.cli.layout import one_line, screen_width, wrap
from vforlob.cli.owners import Owner, owner_for, owner_of
from vforlob.cli.record_entry import Entry
from vforlob.model.borger import Borger
from vforlob.model.forlob import Forlob
from vforlob.model.hensyn import Clearance, Hensyn
from vforlob.store.store import Store


def entry_for(store: Store, sag: str, svar: str) -> Entry:
    """At the keyboard the borger's only open forløb is meant; a file says itself which one it is about."""
    owner = owner_for(store, sag, "hensyn ny", svar)
    if owner is None:
        return Entry("hensyn", "hensyn ny", "Nyt hensyn")
    if svar:
        is_numbered = read_typed(sag).nr is not None
        owner = owner if is_numbered else Owner(owner.borger)
    else:
        owner = _at_keyboard(store, owner)
    return Entry("hensyn", f"hensyn ny {owner.number}", f"Nyt hensyn · {owner.name}", preset=_preset(owner))


def entry_of(store: Store, hensyn: Hensyn, svar: str) -> Entry:
    owner = Owner(store.door(Borger).get(hensyn.borger))
    if not svar:
        owner = _at_keyboard(store, owner)
    line, heading = f"hensyn ret {hensyn.nr}", f"Hensyn {hensyn.nr} · {owner.name}"
    stands = {name: value for name, value in columns_of(hensyn, "hensyn").items() if name not in ANEW}
    return Entry("hensyn", line, heading, hensyn.nr, stands, _preset(owner))


def place_of(store: Store, forlob: int, borger: int) -> Place:
    return Place(owner_of(store, borger, forlob), store.door(Clearance).find(forlob=forlob))


def places_of(store: Store, hensyn: Hensyn) -> list[Place]:
    """Its open forløb, and the closed ones where somebody still may know it."""
    clearances = store.door(Clearance).find(hensyn=hensyn.nr)
    numbers = {it.nr for it in open_forlob(store, hensyn.borger)}
    numbers |= {row.forlob for row in clearances if row.svar == "ma" and not row.trukket}
    return [place_of(store, nr, hensyn.borger) for nr in sorted(numbers)]


def decisions_lines(store: Store, hensyn: Hensyn, today: date, width: int) -> list[str]:
    """What each role was allowed before, forløb by forløb."""
    lines = []
    for row in store.door(Clearance).find(hensyn=hensyn.nr):
        about = f"f{row.forlob} {ROLES.get(row.rolle, row.rolle)}"
        lines += history_lines(store, "clearance", row.nr, today, width, about, ("svar", "trukket"))[1:]
    return ["", *lines] if lines else []


def open_places(store: Store, borger: int) -> list[Place]:
    return [place_of(store, it.nr, borger) for it in open_forlob(store, borger)]


def saved(store: Store, hensyn: Hensyn) -> list[str]:
    alias = one_line(store.door(Borger).get(hensyn.borger).alias)
    lines = [f"Hensyn {hensyn.nr} er gemt. b{hensyn.borger} · {alias}", f"  {named(hensyn)}"]
    if hensyn.trukket:
        return [*lines, "  Det er trukket tilbage overalt og kommer ikke med i nogen tekst."]
    running = open_places(store, hensyn.borger)
    if running:
        told = (f"{place.owner.number}: {decided_words(hensyn, place)}" for place in running)
        return [*lines, *(f"  {line}" for sentence in told for line in wrap(sentence, screen_width() - 4))]
    wish = wish_of(hensyn)
    return [
        *lines,
        *([f"  Ønske: {wish}"] if wish else []),
        "  Ingen får det at vide, før I aftaler det for et forløb.",
    ]


def none_yet(owner: Owner | None) -> str:
    number = owner.number if owner else "b7"
    return f"Der er ingen hensyn{f' for {owner.number}' if owner else ''}. Skriv et: vforlob hensyn ny {number}"


def steps_of(hensyn: Hensyn) -> str:
    return f" vforlob hensyn ret {hensyn.nr}   vforlob hensyn liste b{hensyn.borger}"


def _at_keyboard(store: Store, owner: Owner) -> Owner:
    """A fault in somebody's phrases is told before anything is typed."""
    if context().may_ask:
        phrases(store.folder, context().today.isoformat())
    return _with_forlob(store, owner)


def _with_forlob(store: Store, owner: Owner) -> Owner:
    """The only open one; of several she picks one, so that nobody is cleared in the wrong place."""
    running = open_forlob(store, owner.borger.nr)
    if owner.forlob is not None or not running or not context().may_ask:
        return owner
    if len(running) == 1:
        return owner_of(store, owner.borger.nr, running[0].nr)
    from vforlob.cli.picking import pick  # with one forløb there is nothing to pick

    picks = [(it.nr, owner_of(store, it.borger, it.nr).name.replace(" · ", "  ", 1)) for it in running]
    nr = pick("Hvilket forløb gælder det", "forlob", picks)
    return owner_of(store, owner.borger.nr, store.door(Forlob).get(nr).nr)


def _preset(owner: Owner) -> dict[str, str]:
    return {"borger": str(owner.borger.nr), **({"forlob": str(owner.forlob.nr)} if owner.forlob else {})}
