"""Look through every page of a database that is still small: a flipped bit anywhere is told before work begins."""

import os

from vforlob.errors.place import DatabaseDamaged
from vforlob.store.session import Session

# About 5 ms. A larger file is told of damage where it is read, so that a long list opens as fast as a short one.
MOST_BYTES = 1024 * 1024


def refuse_damaged(session: Session) -> None:
    """Raise DatabaseDamaged when a page does not carry the seal it was written with. Nothing is changed."""
    path = os.path.join(session.folder, "vforlob.db")
    if os.path.getsize(path) <= MOST_BYTES and session.rows("PRAGMA cipher_integrity_check"):
        raise DatabaseDamaged(path)
