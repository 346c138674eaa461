"""Open a folder whose database an earlier program wrote: `python upgrading.py FOLDER`. GO before, DONE after."""

import os
import sys
from datetime import UTC, datetime

from meeting_process import KEY

from vforlob.store.open import open_store

if __name__ == "__main__":
    os.write(1, b"GO\n")
    open_store(sys.argv[1], KEY, lambda: datetime.now(UTC)).close()
    os.write(1, b"DONE\n")
