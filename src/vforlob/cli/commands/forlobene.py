"""The commands about one forløb. Open, act, show."""

from vforlob.actions.records import change_forlob, columns_of, new_forlob
from vforlob.actions.timeline import timeline
from vforlob.cli.context import context, open_store
from vforlob.cli.layout import one_line, screen_width
from vforlob.cli.numbers import forlob_for
from vforlob.cli.record_entry import Entry, entered
from vforlob.cli.record_json import forlob_json
from vforlob.cli.record_screens import forlob_screen
from vforlob.cli.show import emit, out
from vforlob.model.borger import Borger
from vforlob.model.forlob import Forlob
from vforlob.model.kontakt import Fravaer
from vforlob.model.virksomhed import Virksomhed
from vforlob.store.agendas import agenda_as_asked
from vforlob.store.case import load_case
from vforlob.store.store import Store


def ny(*, svar: str = "", json: bool = False) -> None:
    """Begin a forløb of a borger at a virksomhed."""
    with open_store() as store:
        given = entered(store, Entry("forlob", "forløb ny", "Nyt forløb"), svar)
        if given is None:
            return
        forlob = new_forlob(store, given)
        heading = _heading(store, forlob)
    if json:
        emit({"id": forlob.nr, "borger": forlob.borger, "virksomhed": forlob.virksomhed})
    else:
        out(f"{heading} er oprettet.")
        out(f"Næste skridt: vforlob startmøde f{forlob.nr}")


def vis(forlob: str = "", *, json: bool = False) -> None:
    """One forløb and everything that happened in it."""
    with open_store() as store:
        found = forlob_for(store, forlob, "forløb vis")
        case = load_case(store, forlob=found.nr)
        shas = {samtale.agenda_sha for samtale in case.samtaler}
        titles = {sha: agenda_as_asked(store, sha).title for sha in shas}
        haendelser = timeline(case, store.door(Fravaer).find(forlob=found.nr), titles)
    if json:
        emit(forlob_json(case, haendelser))
        return
    for line in forlob_screen(case, haendelser, context().today, screen_width()):
        out(line)


def ret(forlob: str = "", *, svar: str = "", json: bool = False) -> None:
    """Correct a forløb."""
    with open_store() as store:
        found = forlob_for(store, forlob, "forløb ret")
        line, heading = f"forløb ret f{found.nr}", _heading(store, found)
        given = entered(store, Entry("forlob", line, heading, found.nr, columns_of(found, "forlob")), svar)
        if given is None:
            return
        after = change_forlob(store, found.nr, given)
    if json:
        emit({"id": after.nr, "borger": after.borger, "virksomhed": after.virksomhed})
    else:
        out(f"{heading} er gemt.")


def _heading(store: Store, forlob: Forlob) -> str:
    """The first screen of anything that writes names borger and virksomhed."""
    alias = store.door(Borger).get(forlob.borger).alias
    return f"f{forlob.nr} · {one_line(alias)} hos {one_line(store.door(Virksomhed).get(forlob.virksomhed).navn)}"
