"""The store: doors to every kind of record in one open database. Knows no kind by name and asks for no key."""

from collections.abc import Callable
from contextlib import suppress
from datetime import datetime
from typing import Any, Self, TypeVar

from vforlob.errors.base import VforlobError
from vforlob.store.doors import Door
from vforlob.store.presence import Presence
from vforlob.store.session import Connect, Session
from vforlob.store.tables import Record

R = TypeVar("R", bound=Record)


class Store(Session):
    """`before_close` is run when something was written: it notes the newest event outside the database. `presence`
    tells others that the folder is open here.
    """

    def __init__(
        self,
        connect: Connect,
        folder: str,
        now: Callable[[], datetime],
        before_close: Callable[[Session], None] = lambda _session: None,
    ) -> None:
        super().__init__(connect, folder, now)
        self.presence: Presence | None = None
        self._before_close = before_close
        self._doors: dict[type[Any], Door[Any]] = {}

    def door(self, kind: type[R]) -> Door[R]:
        found = self._doors.get(kind)
        if found is None:
            found = self._doors[kind] = Door(self, kind)
        return found

    def close(self) -> None:
        if self.has_written:
            with suppress(VforlobError):  # all is saved; the note that stands is older, and still true
                self._before_close(self)
            self.has_written = False
        super().close()
        if self.presence is not None:
            self.presence.leave()

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_error: object) -> None:
        self.close()
