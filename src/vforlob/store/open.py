"""Open the store of a data folder at this program's schema, or make one. Knows the order, no step of it."""

from collections.abc import Callable
from datetime import datetime

from vforlob.store.database import create_database, open_database
from vforlob.store.schema import VERSION
from vforlob.store.session import Session
from vforlob.store.store import Store


def open_store(folder: str, key: bytes, now: Callable[[], datetime]) -> Store:
    store = Store(lambda: open_database(folder, key, newest=VERSION), folder, now, _note_head)
    try:
        if store.rows("PRAGMA user_version")[0][0] < VERSION:
            from vforlob.store.migrate import migrate  # late: hardly any start migrates

            migrate(store)
    except BaseException:
        store.close()
        raise
    return store


def create_store(folder: str, key: bytes, now: Callable[[], datetime]) -> Store:
    create_database(folder, key).close()
    return open_store(folder, key, now)


def _note_head(session: Session) -> None:
    from vforlob.store.chain import write_head  # late: only where something was written

    write_head(session)
