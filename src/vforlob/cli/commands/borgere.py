"""The commands about one borger. Open, act, show."""

from vforlob.actions.records import change_borger, columns_of, new_borger
from vforlob.cli.context import context, open_store
from vforlob.cli.layout import one_line, screen_width
from vforlob.cli.numbers import borger_for
from vforlob.cli.record_entry import Entry, entered
from vforlob.cli.record_json import borger_json
from vforlob.cli.record_screens import borger_screen
from vforlob.cli.show import emit, out
from vforlob.model.aftale import Aftale
from vforlob.model.case import Case
from vforlob.model.forlob import Forlob, Plan
from vforlob.model.virksomhed import Virksomhed
from vforlob.store.case import load_case
from vforlob.store.store import Store


def ny(*, svar: str = "", json: bool = False) -> None:
    """Enter a borger."""
    with open_store() as store:
        given = entered(store, Entry("borger", "borger ny", "Ny borger"), svar)
        if given is None:
            return
        borger = new_borger(store, given)
    if json:
        emit({"id": borger.nr, "alias": borger.alias})
    else:
        out(f"b{borger.nr} {one_line(borger.alias)} er oprettet.")
        out(f"Næste skridt: vforlob formøde b{borger.nr}")


def vis(borger: str = "", *, json: bool = False) -> None:
    """One borger with everything that hangs on her."""
    with open_store() as store:
        case = _whole_case(store, borger_for(store, borger, "borger vis").nr)
        forlobene = store.door(Forlob).find(borger=case.borger.nr)
        names = {it.nr: it.navn for it in map(store.door(Virksomhed).get, {it.virksomhed for it in forlobene})}
    if json:
        emit(borger_json(case, forlobene))
        return
    for line in borger_screen(case, forlobene, names, context().today, screen_width()):
        out(line)


def ret(borger: str = "", *, svar: str = "", json: bool = False) -> None:
    """Correct a borger."""
    with open_store() as store:
        found = borger_for(store, borger, "borger ret")
        line, heading = f"borger ret b{found.nr}", f"b{found.nr} · {one_line(found.alias)}"
        given = entered(store, Entry("borger", line, heading, found.nr, columns_of(found, "borger")), svar)
        if given is None:
            return
        after = change_borger(store, found.nr, given)
    if json:
        emit({"id": after.nr, "alias": after.alias})
    else:
        out(f"b{after.nr} {one_line(after.alias)} er gemt.")


def _whole_case(store: Store, nr: int) -> Case:
    """What is agreed and planned in her forløb too."""
    case = load_case(store, borger=nr)
    return case._replace(aftaler=store.door(Aftale).find(borger=nr), planer=store.door(Plan).find(borger=nr))
