"""The overview as others may see it: what the consultant has called her own targets names nobody. Knows no format."""

from vforlob.actions.overblik import Shown
from vforlob.actions.people import words_for_people
from vforlob.model.text import clean
from vforlob.rules.maltal import BUILT_IN
from vforlob.rules.maltal_names import own_text
from vforlob.store.store import Store


def for_others(store: Store, shown: Shown) -> Shown:
    own = any(row.navn not in BUILT_IN for row in shown.rows)
    people = words_for_people(store) if own else frozenset[str]()
    rows = tuple(
        row if row.navn in BUILT_IN else row._replace(tekst=own_text(clean(row.tekst, lines=False), people))
        for row in shown.rows
    )
    return shown._replace(rows=rows)
