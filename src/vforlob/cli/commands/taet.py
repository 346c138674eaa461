"""Tæt opfølgning: see what is behind it; set, change, lift. Open, act, show."""

from vforlob.actions.closely import gather_closely
from vforlob.actions.references import open_forlob
from vforlob.cli.closely_screen import WORDS, closely_json, closely_lines
from vforlob.cli.context import context, in_folder, open_store
from vforlob.cli.layout import screen_width, wrap
from vforlob.cli.owners import Owner, owner_for, owner_of
from vforlob.cli.record_commands import enter
from vforlob.cli.record_entry import Entry
from vforlob.cli.show import emit, out
from vforlob.model.kontakt import Taet
from vforlob.rules.danish import weekday_date
from vforlob.store.regler import load_rulebook
from vforlob.store.store import Store

ALSO = ("borger", "forlob", "svar")
KEEP = ""
SETTLED = {1: KEEP, 2: "ja", 3: "obs", 4: "nej"}


def taet(sag: str = "", *, svar: str = "", json: bool = False) -> None:
    """Show the facts; in a terminal, or with a file, also what is decided."""
    with open_store() as store:
        owner = owner_for(store, sag, "tæt", svar)
        if svar:
            _enter(store, owner, {}, svar, json)
            return
        assert owner is not None
        owner = _in_forlob(store, owner)
        _show(store, owner, json)
        decided = KEEP if json or not context().may_ask else _asked()
        if decided:
            _enter(store, owner, {"svar": decided}, "", json)


def _in_forlob(store: Store, owner: Owner) -> Owner:
    """A borger in one open forløb is looked at there: that is where the facts are."""
    running = () if owner.forlob else open_forlob(store, owner.borger.nr)
    return owner_of(store, owner.borger.nr, running[0].nr) if len(running) == 1 else owner


def _show(store: Store, owner: Owner, json: bool) -> None:
    current = context()
    forlob = owner.forlob.nr if owner.forlob else None
    found = gather_closely(store, owner.borger.nr, forlob, current.today, load_rulebook(store.folder))
    if json:
        emit(closely_json(found))
        return
    for line in closely_lines(found, owner.name, current.today, screen_width()):
        out(line)
    if not current.may_ask:
        out()
        for line in wrap("Borgeren kan bede om at læse grunden. Sæt, ret eller løft det:", screen_width() - 2):
            out(f" {line}")
        out(f"   {in_folder(f'vforlob tæt {owner.number} --svar svar.toml')}")


def _asked() -> str:
    """What is decided, empty for no change."""
    from vforlob.cli.picking import pick  # a list of facts needs none

    picks = ((1, "Lad det stå"), (2, "Ja, følg tæt"), (3, "Hold øje"), (4, "Nej, løft det"))
    return SETTLED[pick("Skal det følges tæt", "taet", picks)]


def _enter(store: Store, owner: Owner | None, decided: dict[str, str], svar: str, json: bool) -> None:
    number = f" {owner.number}" if owner else ""
    heading = f"Tæt opfølgning · {owner.name}" if owner else "Tæt opfølgning"
    entry = Entry("taet", f"tæt{number}", heading, preset={**(owner.preset if owner else {}), **decided})
    enter(store, entry, svar, json, lambda record: _told(store, record), ALSO)


def _told(store: Store, record: Taet) -> list[str]:
    whose = f"f{record.forlob}" if record.forlob else f"b{record.borger}"
    current = context()
    found = gather_closely(store, record.borger, record.forlob, current.today, load_rulebook(store.folder))
    lines = [f"Tæt opfølgning for {whose}: {WORDS[record.svar].casefold()}."]
    if found.next is not None:
        late = found.next.dato < current.today.isoformat()
        lines.append(f"Næste kontakt {'skulle have været' if late else 'er senest'} {weekday_date(found.next.dato)}.")
    return lines
