"""What making a document gives: the document, and what the konsulent should know of it. Knows no screen."""

from collections.abc import Iterable
from typing import NamedTuple

from vforlob.model.dokument import Blok, Dokument, Figur, Kolonne, Led, Overskrift, Par, Tabel
from vforlob.rules.hints import health_hint


class Missing(NamedTuple):
    """A sentence for the konsulent alone, and the command that mends it: what follows "vforlob ", empty for none."""

    sentence: str
    line: str = ""


class Made(NamedTuple):
    """`missing` is said to her and stands nowhere in the document."""

    dokument: Dokument
    missing: tuple[Missing, ...] = ()


def hinted(blocks: Iterable[Blok]) -> tuple[Missing, ...]:
    """Where a text that others may see looks as if it told of somebody's health. It never stops anything. Headings and
    names of fields and lines are our own.
    """
    hint = health_hint("\n".join(text for block in blocks for text in _typed(block)))
    return (Missing(hint),) if hint else ()


def _typed(value: object) -> list[str]:
    if isinstance(value, str):
        return [value]
    if isinstance(value, Overskrift | Kolonne) or not isinstance(value, tuple):
        return []
    if isinstance(value, Led):
        value = value._replace(navn="")
    parts = list(value)
    if isinstance(value, Par | Tabel | Figur):
        parts = parts[1:]
    return [text for part in parts for text in _typed(part)]
