"""Takes a spreadsheet in: all of it or nothing, as one thing that can be taken back. Asks nobody."""

from collections.abc import Mapping
from typing import NamedTuple

from vforlob.actions.copies import BEFORE_IMPORT
from vforlob.actions.importing.plan import NEW
from vforlob.actions.importing.plan import Plan as Import
from vforlob.actions.importing.planning import Order, make_plan
from vforlob.actions.importing.targets import AGREED, SPOKEN
from vforlob.actions.records import add_checked
from vforlob.errors.importing import ChangedMeanwhile
from vforlob.model.accounts import Kvittering
from vforlob.model.answers import Value
from vforlob.model.forlob import Forlob, Plan
from vforlob.model.kontakt import Kontakt
from vforlob.store.copies import make_copy
from vforlob.store.store import Store

_BOTH = ("borger", "virksomhed")
NAMES = {"borger": "borgere", "virksomhed": "virksomheder", "forlob": "forløb"}


class Saved(NamedTuple):
    """The numbers of what was made, in the order of the rows; `places` are virksomheder made along with forløb."""

    numbers: tuple[int, ...]
    places: tuple[int, ...]


def save_import(store: Store, order: Order, shown: Import) -> Saved:
    """What was `shown` is what is saved: should the records have changed since, nothing is. Raises ChangedMeanwhile."""
    _copied_first(store)
    with store.doing(f"importer {NAMES[order.emne]}"):
        plan = make_plan(store, order)  # again, now that nobody else can write
        if plan != shown or plan.faults:
            raise ChangedMeanwhile
        places = tuple(add_checked(store, "virksomhed", place).nr for place in plan.places)
        numbers = []
        for row in plan.of(NEW):
            given = dict(row.given)
            if row.virksomhed is not None:
                given["virksomhed"] = f"v{places[row.virksomhed]}"
            made = add_checked(store, order.emne, given)
            numbers.append(made.nr)
            if isinstance(made, Forlob):
                _of_forlob(store, made, given)
            elif given.get(SPOKEN):
                _spoken(store, Kontakt(0, made.nr, None, str(given[SPOKEN]), med=("borger",)))
        return Saved(tuple(numbers), places)


def _copied_first(store: Store) -> None:
    """Where there is anything to go back to. Without room for a copy there is none for a spreadsheet either."""
    if store.rows("SELECT 1 FROM borger UNION ALL SELECT 1 FROM virksomhed LIMIT 1"):
        make_copy(store, BEFORE_IMPORT)


def _of_forlob(store: Store, forlob: Forlob, given: Mapping[str, Value | None]) -> None:
    """The last contact was with both. The same sheet may have given it to the borger already: then it moves."""
    spoken, agreed = given.get(SPOKEN), given.get(AGREED)
    if spoken:
        there = store.door(Kontakt).find(borger=forlob.borger, forlob=None, dato=str(spoken), kanal=None, tekst=None)
        if there:
            store.door(Kontakt).change(there[-1].nr, forlob=forlob.nr, med=_BOTH)
        else:
            _spoken(store, Kontakt(0, forlob.borger, forlob.nr, str(spoken), med=_BOTH))
    if agreed:
        store.door(Plan).add(Plan(0, forlob.borger, forlob.nr, str(agreed)))


def _spoken(store: Store, kontakt: Kontakt) -> None:
    """It is in the journal since then: a sheet says how far she had come, not what is new."""
    added = store.door(Kontakt).add(kontakt)
    store.door(Kvittering).add(Kvittering(0, "kontakt", added.nr, kontakt.dato))
