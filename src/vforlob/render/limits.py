"""How much a template may do: its size, what it makes, how long it takes. Knows no template language.

The deadline is held by tracing and not by a thread that interrupts: it also holds outside the main thread, and no
late interruption can hit what comes after.
"""

import sys
from collections.abc import Iterator
from contextlib import contextmanager
from time import monotonic
from types import FrameType
from typing import Any

LARGEST_SOURCE = 200_000
LARGEST_TEXT = 500_000
SECONDS = 2.0
TOO_SLOW = "Skabelonen tog for lang tid. Den må højst tage to sekunder."
TOO_LONG = "Skabelonen laver en tekst på over 500.000 tegn."


class TemplateRefused(Exception):  # it says no, nothing is wrong with us
    """`sentence` is Danish and ready."""

    def __init__(self, sentence: str) -> None:
        super().__init__()
        self.sentence = sentence


@contextmanager
def deadline(seconds: float = SECONDS) -> Iterator[None]:
    """Every call and every line of a template inside it looks at the clock."""
    end = monotonic() + seconds

    def trace(frame: FrameType, _event: str, _arg: Any) -> Any:
        if monotonic() > end:
            raise TemplateRefused(TOO_SLOW)
        return trace if frame.f_code.co_filename.endswith(".jinja") else None

    before = sys.gettrace()
    sys.settrace(trace)
    try:
        yield
    finally:
        sys.settrace(before)


def check_length(length: int, largest: int = LARGEST_TEXT) -> None:
    if length > largest:
        raise TemplateRefused(TOO_LONG)
