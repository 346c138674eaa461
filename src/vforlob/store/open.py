"""Open the store of a data folder at this program's schema, or make one. Knows the order, no step of it."""

from collections.abc import Callable
from datetime import datetime

from vforlob.store.database import create_database, open_database
from vforlob.store.presence import enter
from vforlob.store.schema import VERSION
from vforlob.store.session import Session
from vforlob.store.store import Store

# Two look-ups by index, for it is asked at every start.
_HAS_MONTH = (
    "SELECT EXISTS(SELECT 1 FROM maned WHERE maned = m)"
    " OR NOT EXISTS(SELECT 1 FROM haendelse WHERE nr = 1 AND substr(tid_utc, 1, 7) <= m)"
    " FROM (SELECT strftime('%Y-%m', ?, 'start of month', '-1 day') AS m)"
)


# What figures are counted from. A change may be of something older; what is new says itself from when it is.
_DATED_BACK = """
SELECT EXISTS(
  SELECT 1 FROM haendelse
  WHERE nr >= ?1 AND CASE
    WHEN emne = 'delmal' THEN indhold ->> '$.efter.status_dato' < ?2 OR indhold ->> '$.efter.oprettet' < ?2
    WHEN emne NOT IN ('borger', 'forlob', 'samtale', 'kontakt', 'timer', 'lonkroner', 'taet', 'statistik') THEN 0
    WHEN emne = 'samtale' THEN (SELECT dato FROM samtale WHERE nr = emne_nr) < ?2
    WHEN indhold ->> '$.for' IS NOT NULL THEN 1
    ELSE indhold ->> '$.efter.dato' < ?2 OR indhold ->> '$.efter.fra' < ?2 OR indhold ->> '$.efter.start' < ?2
      OR indhold ->> '$.efter.lukket' < ?2 OR indhold ->> '$.efter.oprettet' < ?2
      OR indhold ->> '$.efter.cv_opdateret' < ?2 OR indhold ->> '$.efter.maned' < substr(?2, 1, 7)
    END
)
"""


def open_store(folder: str, key: bytes, now: Callable[[], datetime]) -> Store:
    presence = enter(folder)
    try:
        store = Store(lambda: open_database(folder, key, newest=VERSION), folder, now, _note_head)
    except BaseException:
        presence.leave()  # at once: whoever holds the error holds this frame, and with it the folder
        raise
    store.presence = presence
    try:
        if store.rows("PRAGMA user_version")[0][0] < VERSION:
            from vforlob.store.migrate import migrate  # late: hardly any start migrates

            migrate(store)
    except BaseException:
        store.close()
        raise
    return store


def has_month(store: Store) -> bool:
    """Whether the figures of the month that ended last are kept, or there was nothing yet to keep any of."""
    return bool(store.rows(_HAS_MONTH, (store.now().date().isoformat(),))[0][0])


def has_dated_back(store: Store) -> bool:
    """Whether anything written here may belong to a month that has ended."""
    first_day = store.now().date().replace(day=1).isoformat()
    return store.written_from > 0 and bool(store.rows(_DATED_BACK, (store.written_from, first_day))[0][0])


def create_store(folder: str, key: bytes, now: Callable[[], datetime]) -> Store:
    create_database(folder, key).close()
    return open_store(folder, key, now)


def _note_head(session: Session) -> None:
    from vforlob.store.chain import write_head  # late: only where something was written

    write_head(session)
