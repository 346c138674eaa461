"""What the consultant's own targets of a month count in a caseload. Knows no screen and no day."""

from contextlib import suppress

from vforlob.errors.maltal import BadFilter
from vforlob.model.accounts import Maltal
from vforlob.rules.maltal import BUILT_IN, kept_name
from vforlob.rules.maltal_filter import count, read_filter
from vforlob.rules.maltal_standing import Standing
from vforlob.store.store import Store


def own_counted(store: Store, maned: str, standing: Standing) -> dict[str, float]:
    """By the name the figure is kept under."""
    found: dict[str, float] = {}
    for row in store.door(Maltal).find(maned=maned):
        tal = counted_by(row.filter, standing) if row.navn not in BUILT_IN else None
        if tal is not None:
            found[kept_name(row.navn, row.filter)] = tal
    return found


def counted_by(own_filter: str | None, standing: Standing) -> float | None:
    """None for a filter that an earlier program took and this one does not know."""
    with suppress(BadFilter):
        return float(count(read_filter(own_filter or ""), standing))
    return None
