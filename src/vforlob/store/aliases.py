"""Every alias that ever stood on a borger, also one that was changed or taken back. Knows no rule about aliases."""

from vforlob.store.store import Store

_EVER = (
    "SELECT DISTINCT emne_nr, json_extract(indhold, '$.efter.alias') FROM haendelse"
    " WHERE emne = 'borger' AND json_extract(indhold, '$.efter.alias') IS NOT NULL"
)


def aliases_ever(store: Store) -> tuple[tuple[int, str], ...]:
    """(borger, alias), as typed."""
    return tuple(store.rows(_EVER))
