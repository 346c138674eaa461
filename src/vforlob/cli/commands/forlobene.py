"""The commands about one forløb. Open, act, show."""

from vforlob.actions.records import columns_of
from vforlob.actions.whole_forlob import gather_forlob
from vforlob.cli.context import context, in_folder, open_store
from vforlob.cli.forlob_screen import forlob_screen
from vforlob.cli.layout import can_draw, one_line, screen_width
from vforlob.cli.numbers import forlob_for
from vforlob.cli.record_commands import enter
from vforlob.cli.record_entry import Entry
from vforlob.cli.record_json import forlob_json
from vforlob.cli.show import emit, out
from vforlob.model.borger import Borger
from vforlob.model.forlob import Forlob
from vforlob.model.virksomhed import Virksomhed
from vforlob.store.store import Store

_ALSO = ("borger", "virksomhed")


def ny(*, svar: str = "", json: bool = False) -> None:
    """Begin a forløb of a borger at a virksomhed."""
    with open_store() as store:
        enter(store, Entry("forlob", "forløb ny", "Nyt forløb"), svar, json, lambda forlob: _made(store, forlob), _ALSO)


def vis(forlob: str = "", *, json: bool = False) -> None:
    """One forløb and everything that happened in it."""
    current = context()
    with open_store() as store:
        whole = gather_forlob(store, forlob_for(store, forlob, "forløb vis").nr, current.today)
    if json:
        emit(forlob_json(whole))
        return
    for line in forlob_screen(
        whole, current.today, screen_width(), drawn=can_draw() and not current.plain, behind=in_folder("")
    ):
        out(line)


def ret(forlob: str = "", *, svar: str = "", json: bool = False) -> None:
    """Correct a forløb."""
    with open_store() as store:
        found = forlob_for(store, forlob, "forløb ret")
        line, heading = f"forløb ret f{found.nr}", _heading(store, found)
        entry = Entry("forlob", line, heading, found.nr, columns_of(found, "forlob"))
        enter(store, entry, svar, json, lambda after: [f"{_heading(store, after)} er gemt."], _ALSO)


def _made(store: Store, forlob: Forlob) -> list[str]:
    return [f"{_heading(store, forlob)} er oprettet.", f"Næste skridt: vforlob startmøde f{forlob.nr}"]


def _heading(store: Store, forlob: Forlob) -> str:
    """The first screen of anything that writes names borger and virksomhed."""
    alias = store.door(Borger).get(forlob.borger).alias
    return f"f{forlob.nr} · {one_line(alias)} hos {one_line(store.door(Virksomhed).get(forlob.virksomhed).navn)}"
