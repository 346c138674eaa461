"""Look into an encrypted database file without writing anything, neither in it nor beside it. Knows no table."""

from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from typing import Any

from vforlob.store import pragmas
from vforlob.store.database import problem_of


@contextmanager
def read_only(path: str, key: bytes) -> Iterator[Callable[[str], Sequence[Any]]]:
    """What asks the file in SQL. Its disk may be one that cannot be written to. Raises DatabaseDamaged and the like."""
    from pathlib import Path  # late: only a copy is looked into

    from sqlcipher3._sqlite3 import connect  # likewise

    try:
        connection = connect(f"{Path(path).absolute().as_uri()}?immutable=1", uri=True, isolation_level=None)
    except Exception as error:
        raise problem_of(error, path) from None
    try:
        pragmas.unlock(connection, key)
        connection.execute("SELECT count(*) FROM sqlite_master").fetchone()  # forces the first decryption
        pragmas.require_cipher(connection, path)
        yield lambda sql: connection.execute(sql).fetchall()
    except BaseException as error:
        raise problem_of(error, path) from None
    finally:
        connection.close()
