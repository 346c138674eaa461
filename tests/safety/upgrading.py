"""Open a folder whose database an earlier program wrote: FOLDER. GO before, DONE after."""

import os
from collections.abc import Sequence
from datetime import UTC, datetime

from meeting_process import KEY

from vforlob.store import migrate, migrations  # noqa: F401 - read once, before there are processes
from vforlob.store.open import open_store


def main(argv: Sequence[str]) -> None:
    os.writev(1, [b"GO\n"])
    open_store(argv[0], KEY, lambda: datetime.now(UTC)).close()
    os.writev(1, [b"DONE\n"])
