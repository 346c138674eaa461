"""The overview as others may see it: what the consultant has called her own targets names nobody. Knows no format."""

from vforlob.actions.make_referat import without_alias
from vforlob.actions.overblik import Shown
from vforlob.model.borger import Borger
from vforlob.model.text import clean
from vforlob.rules.maltal import BUILT_IN
from vforlob.store.store import Store


def for_others(store: Store, shown: Shown) -> Shown:
    rows = tuple(
        row if row.navn in BUILT_IN else row._replace(tekst=_nobodys(store, clean(row.tekst, lines=False)))
        for row in shown.rows
    )
    return shown._replace(rows=rows)


def _nobodys(store: Store, text: str) -> str:
    for borger in store.door(Borger).find():
        text = without_alias(without_alias(text, borger.alias), borger.navn or "")
    return text
