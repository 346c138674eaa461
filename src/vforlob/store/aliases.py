"""Every alias that ever stood on a borger, also one that was changed or taken back. Knows no rule about aliases."""

from vforlob.store.store import Store

_EVER = (
    "SELECT DISTINCT emne_nr, json_extract(indhold, '$.efter.alias') FROM haendelse"
    " WHERE emne = 'borger' AND json_extract(indhold, '$.efter.alias') IS NOT NULL"
)
# A borger who was taken back: everything after it was taken back before, so nothing was ever made about them.
_TAKEN_BACK = (
    "SELECT emne_nr FROM haendelse WHERE emne = 'borger' AND art LIKE 'fortryd %' AND indhold IS NOT NULL"
    " AND json_extract(indhold, '$.efter') IS NULL"
)


def aliases_ever(store: Store) -> tuple[tuple[int, str], ...]:
    """(borger, alias), as typed."""
    return tuple(store.rows(_EVER))


def aliases_used(store: Store) -> tuple[tuple[int, str], ...]:
    """As `aliases_ever`, without those that only stood on a borger who was taken back: they can be used again."""
    taken_back = {nr for (nr,) in store.rows(_TAKEN_BACK)}
    return tuple((nr, alias) for nr, alias in aliases_ever(store) if nr not in taken_back)
