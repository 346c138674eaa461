"""The commands about one borger. Open, act, show."""

from vforlob.actions.records import columns_of
from vforlob.actions.whole_borger import gather_borger
from vforlob.cli.borger_screen import borger_screen
from vforlob.cli.context import context, in_folder, open_store
from vforlob.cli.layout import one_line, screen_width
from vforlob.cli.numbers import borger_for
from vforlob.cli.record_commands import enter
from vforlob.cli.record_entry import Entry
from vforlob.cli.record_json import borger_json
from vforlob.cli.show import emit, out
from vforlob.model.borger import Borger


def ny(*, svar: str = "", json: bool = False) -> None:
    """Enter a borger."""
    with open_store() as store:
        enter(store, Entry("borger", "borger ny", "Ny borger"), svar, json, _made, ("alias",))


def vis(borger: str = "", *, json: bool = False) -> None:
    """One borger with everything that hangs on her."""
    current = context()
    with open_store() as store:
        whole = gather_borger(store, borger_for(store, borger, "borger vis"), current.today)
    if json:
        emit(borger_json(whole))
        return
    for line in borger_screen(whole, current.today, screen_width(), behind=in_folder("")):
        out(line)


def ret(borger: str = "", *, svar: str = "", json: bool = False) -> None:
    """Correct a borger."""
    with open_store() as store:
        found = borger_for(store, borger, "borger ret")
        line, heading = f"borger ret b{found.nr}", f"b{found.nr} · {one_line(found.alias)}"
        entry = Entry("borger", line, heading, found.nr, columns_of(found, "borger"))
        enter(store, entry, svar, json, lambda after: [f"b{after.nr} {one_line(after.alias)} er gemt."], ("alias",))


def _made(borger: Borger) -> list[str]:
    return [f"b{borger.nr} {one_line(borger.alias)} er oprettet.", f"Næste skridt: vforlob formøde b{borger.nr}"]
