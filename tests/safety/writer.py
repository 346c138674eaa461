"""One of two windows writing: FOLDER COUNT NAME [deferred]. Says READY, waits, says how many writings failed.

Each reads the highest number and writes the next. `deferred` is the mistake the tests must find: a transaction that
begins by reading, as a plain BEGIN does.
"""

import os
from collections.abc import Sequence
from datetime import UTC, datetime

from meeting_process import KEY

from vforlob.errors.base import VforlobError
from vforlob.model.accounts import Maltal
from vforlob.store.open import open_store
from vforlob.store.store import Store

_HIGHEST = "SELECT coalesce(max(antal), 0) FROM maltal"


def write(store: Store, name: str) -> None:
    with store.doing("maltal ny"):
        highest = store.rows(_HIGHEST)[0][0]
        store.door(Maltal).add(Maltal(0, "2026-11", name, highest + 1))


def write_deferred(store: Store, name: str) -> None:
    store.rows("BEGIN")
    try:
        highest = store.rows(_HIGHEST)[0][0]
        store.rows("INSERT INTO maltal(maned, navn, antal) VALUES('2026-11', ?, ?)", (name, highest + 1))
        store.rows("COMMIT")
    except VforlobError:
        store.rows("ROLLBACK")
        raise


def main(argv: Sequence[str]) -> None:
    folder, count, name = argv[0], int(argv[1]), argv[2]
    attempt = write_deferred if argv[3:] == ["deferred"] else write
    failed = 0
    with open_store(folder, KEY, lambda: datetime.now(UTC)) as store:
        os.write(1, b"READY\n")
        os.read(0, 1)
        for _ in range(count):
            try:
                attempt(store, name)
            except VforlobError:
                failed += 1
    os.write(1, f"{failed}\n".encode())
