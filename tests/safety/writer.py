"""One of two windows writing: `python writer.py FOLDER COUNT NAME [deferred]`. Says how many writings failed.

Each reads the highest number and writes the next. `deferred` is the mistake the tests must find: a transaction that
begins by reading, as a plain BEGIN does.
"""

import os
import sys
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


if __name__ == "__main__":
    folder, count, name = sys.argv[1], int(sys.argv[2]), sys.argv[3]
    attempt = write_deferred if sys.argv[4:] == ["deferred"] else write
    failed = 0
    with open_store(folder, KEY, lambda: datetime.now(UTC)) as store:
        os.write(1, b"READY\n")
        sys.stdin.readline()
        for _ in range(count):
            try:
                attempt(store, name)
            except VforlobError:
                failed += 1
    os.write(1, f"{failed}\n".encode())
