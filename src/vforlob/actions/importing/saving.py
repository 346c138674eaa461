"""Takes a spreadsheet in: all of it or nothing, as one thing that can be taken back. Asks nobody."""

from typing import NamedTuple

from vforlob.actions.importing.plan import NEW, Plan
from vforlob.actions.importing.planning import Order, make_plan
from vforlob.actions.records import add_checked
from vforlob.errors.importing import ChangedMeanwhile
from vforlob.store.store import Store

NAMES = {"borger": "borgere", "virksomhed": "virksomheder", "forlob": "forløb"}


class Saved(NamedTuple):
    """The numbers of what was made, in the order of the rows; `places` are virksomheder made along with forløb."""

    numbers: tuple[int, ...]
    places: tuple[int, ...]


def save_import(store: Store, order: Order, shown: Plan) -> Saved:
    """What was `shown` is what is saved: should the records have changed since, nothing is. Raises ChangedMeanwhile."""
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
            numbers.append(add_checked(store, order.emne, given).nr)
        return Saved(tuple(numbers), places)
