"""A window that reads and stays so: FOLDER. Says READY. While it reads the -wal is not emptied."""

import os
import signal
from collections.abc import Sequence
from datetime import UTC, datetime

from meeting_process import KEY

from vforlob.store.open import open_store


def main(argv: Sequence[str]) -> None:
    store = open_store(argv[0], KEY, lambda: datetime.now(UTC))
    store.rows("BEGIN")
    store.rows("SELECT count(*) FROM haendelse")
    os.writev(1, [b"READY\n"])
    signal.pause()
