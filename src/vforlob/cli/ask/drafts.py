"""Half-typed text, kept at most a second after the last key. Knows no widget and no storage."""

from collections.abc import Callable
from typing import Protocol

from vforlob.cli.ask.commands import could_become_command
from vforlob.model.text import clean

WAIT = 0.6  # seconds; with the write itself it stays under one


class Timer(Protocol):
    def cancel(self) -> object: ...


class Drafts:
    """What was kept last is not kept again. Whoever starts a timer lets it call `keep`."""

    def __init__(self, keep: Callable[[str], None], start: str) -> None:
        self._keep = keep
        self._kept = start
        self._text = start
        self._timer: Timer | None = None

    def changed(self, text: str, start_timer: Callable[[float], Timer]) -> None:
        """A timer, not a comparison of times: the last keys are kept although nothing follows them."""
        self._text = text
        if self._timer is None:
            self._timer = start_timer(WAIT)

    def take(self, text: str) -> None:
        """Kept at once: a whole line was typed."""
        self._text = text
        self.keep()

    def keep(self) -> None:
        self.stop()
        if self._text == self._kept or (self._text and could_become_command(self._text)):
            return
        self._kept = self._text
        self._keep(_without_cpr(clean(self._text)))

    def stop(self) -> None:
        if self._timer is not None:
            self._timer.cancel()
            self._timer = None


def _without_cpr(text: str) -> str:
    from vforlob.rules.cpr import mask_cpr  # late: with prompt_toolkit, while the first page is being read

    return mask_cpr(text)
