"""The open database: reading, one transaction at a time, and what to do when the disk leaves it in doubt."""

from collections.abc import Callable, Iterator, Sequence
from contextlib import AbstractContextManager, contextmanager, nullcontext, suppress
from datetime import datetime
from typing import TYPE_CHECKING, Any

from sqlcipher3._sqlite3 import Error

from vforlob.errors.base import VforlobError
from vforlob.errors.place import DatabaseLocked
from vforlob.store.failures import in_our_words

if TYPE_CHECKING:
    from vforlob.store.events import Writing

Connect = Callable[[], Any]


class Session:
    """`folder` is the data folder, `now` tells the time of events. `written_from` is the first event of what has been
    written here, 0 for nothing; `wants_copy` that it is worth a copy of its own. Nothing here knows a record kind.

    For the access log: `looked_up` are the records that were asked for by number or alias, `listed` how many stood in
    a list, None for none; `done` is what was written, and what else was done with it; `noted` stands there already.
    """

    def __init__(self, connect: Connect, folder: str, now: Callable[[], datetime]) -> None:
        self.folder, self.now = folder, now
        self.has_written = False
        self.written_from = 0
        self.has_room = False
        self.wants_copy = False
        self.looked_up: list[Any] = []
        self.listed: int | None = None
        self.done: set[str] = set()
        self.noted: set[Any] = set()
        self._connect: Connect | None = connect
        self._connection: Any = connect()
        self._writing: Writing | None = None
        self._doubtful = False

    @property
    def connection(self) -> Any:
        """Opened again when a failing disk made us let go of the last one."""
        if self._connection is None:
            self._connection = self._opened_again()
        return self._connection

    def rows(self, sql: str, parameters: Sequence[Any] = ()) -> list[Any]:
        """Run one prepared statement. `sql` is always a constant of ours; what a person typed is in `parameters`."""
        try:
            return self.connection.execute(sql, parameters).fetchall()  # type: ignore[no-any-return]
        except Error as error:
            found = in_our_words(error, self.folder)
            raise found from (None if found is error else error)

    @contextmanager
    def doing(self, art: str, *, gruppe: int | None = None) -> Iterator[int]:
        """One thing a person does: BEGIN IMMEDIATE to COMMIT, one gruppe, whose number is given.

        `art` says what it was, in words of ours. An earlier `gruppe` is continued when it is named. When the block is
        left without an error, what was written is on the disk.
        """
        from vforlob.store.events import Writing  # late: a list writes nothing
        from vforlob.store.turn import begin  # late: likewise

        if self._writing is not None:
            raise RuntimeError("one thing at a time: doing() is not nested")
        try:  # around all of it: Ctrl-C may come between any two lines
            begin(self.rows)
            self._writing = Writing(self.rows, art, gruppe, self.now())
            yield self._writing.gruppe
            self._commit(self._writing)
            if self._writing.uid:
                self.done.add(art)
        except BaseException:
            self._roll_back()
            raise
        self._writing = None

    def joining(self, art: str) -> AbstractContextManager[int]:
        """Part of what is being done, or a thing of its own."""
        return self.doing(art) if self._writing is None else nullcontext(self._writing.gruppe)

    @property
    def writing(self) -> "Writing":
        if self._writing is None:
            raise RuntimeError("write inside doing()")
        return self._writing

    def make_room(self) -> None:
        """Inside doing(): many small commits are coming."""
        from vforlob.store.wal import make_room  # late: only before many answers

        self.has_room = True
        make_room(self.connection, self.folder)

    def checkpoint(self) -> None:
        """Move all of the WAL into the file, on the disk when we return."""
        busy = self.rows("PRAGMA wal_checkpoint(TRUNCATE)")[0][0]
        self.has_room = False
        if busy:
            raise DatabaseLocked

    def close(self) -> None:
        self._connect = None
        self._let_go()

    def _roll_back(self) -> None:
        self._writing = None
        try:
            if self._connection is not None and self._connection.in_transaction:
                self._connection.execute("ROLLBACK")
        except Error:
            self._let_go()

    def _commit(self, writing: "Writing") -> None:
        self.has_written = True
        self.written_from = self.written_from or writing.gruppe
        try:
            self.connection.execute("COMMIT")
        except Error as error:
            self._settle(writing, error)

    def _settle(self, writing: "Writing", error: Exception) -> None:
        """A commit failed. Never again on this connection: the operating system may have thrown the pages away. Return
        only if a new connection finds the event and has moved it, synced, into the file.
        """
        problem = in_our_words(error, self.folder)
        self._roll_back()
        self._let_go()
        self._doubtful = True
        try:
            if self.rows("SELECT 1 FROM haendelse WHERE nr = ? AND uid = ?", (writing.nr, writing.uid)):
                return
        except VforlobError as again:
            raise problem from again
        raise problem from error

    def _let_go(self) -> None:
        connection, self._connection = self._connection, None
        if connection is not None:
            with suppress(Error):
                connection.close()

    def _opened_again(self) -> Any:
        if self._connect is None:
            raise RuntimeError("the store is closed")
        self.has_room = False
        connection = self._connect()
        if self._doubtful:
            try:
                self._made_sure(connection)
            except BaseException:
                connection.close()
                raise
        return connection

    def _made_sure(self, connection: Any) -> None:
        try:
            busy = connection.execute("PRAGMA wal_checkpoint(FULL)").fetchone()[0]
        except Error as error:
            raise in_our_words(error, self.folder) from error
        if busy:
            raise DatabaseLocked
        self._doubtful = False
