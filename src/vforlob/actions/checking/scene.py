"""What a check is given: the real folder to look at, and the twin that may be opened. Checks nothing."""

from collections.abc import Callable
from datetime import date, datetime
from typing import NamedTuple

from vforlob.store.envelope import DEMO, read_envelope
from vforlob.store.store import Store


class Scene(NamedTuple):
    """`folder` is the real one and only looked at; `store` stands on the twin, whose folder may be written to."""

    folder: str
    store: Store
    key: bytes
    now: Callable[[], datetime]

    @property
    def is_demo(self) -> bool:
        """Everything in it is made up, its days too: nothing is late there."""
        return read_envelope(self.folder).kind == DEMO

    @property
    def today(self) -> date:
        return self.now().date()
