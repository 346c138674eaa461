"""The made-up caseload as files: what stands in them, dated around a day. Knows no store.

A file is one borger and what happened to her, in the very form the program takes with `--svar`.
"""

import os
from collections.abc import Iterator
from datetime import date, timedelta
from typing import NamedTuple

FOLDER = os.path.join(os.path.dirname(os.path.dirname(os.path.abspath(__file__))), "demo")
SHOWN = "1_"  # the file whose forløb the demo holds an opfølgning of
HEADER = "## "


class Section(NamedTuple):
    """`kind` is a record, "samtale" or "gjort"; `text` is TOML but for what depends on numbers: {hensyn 1}."""

    file: str
    day: date
    kind: str
    agenda: str
    text: str


def demo_sections(today: date) -> list[Section]:
    """All of them in the order they happened; within a file in the order they stand."""
    names = sorted(name for name in os.listdir(FOLDER) if name.endswith(".txt"))
    return sorted((s for name in names for s in _sections(name, today)), key=lambda section: section.day)


def workday(today: date, offset: int) -> date:
    """That many days from today, moved away from the weekend: to Friday in the past, to Monday ahead."""
    day = today + timedelta(days=offset)
    over = day.weekday() - 4
    if offset == 0 or over <= 0:
        return day
    return day + (timedelta(days=3 - over) if offset > 0 else timedelta(days=-over))


def _sections(name: str, today: date) -> Iterator[Section]:
    with open(os.path.join(FOLDER, name), encoding="utf-8") as file:
        blocks = file.read().split(f"\n{HEADER}")
    for block in blocks[1:]:
        header, _, text = block.partition("\n")
        kind, *agenda, offset = header.split()
        yield Section(name, workday(today, int(offset)), kind, "".join(agenda), dated(text, today))


def dated(text: str, today: date) -> str:
    """{-9} becomes the date of nine days ago; every other pair of braces is left."""
    parts = text.split("{")
    for place, part in enumerate(parts[1:], 1):
        inside, brace, rest = part.partition("}")
        is_offset = brace and inside.removeprefix("-").isdecimal()
        parts[place] = workday(today, int(inside)).isoformat() + rest if is_offset else "{" + part
    return "".join(parts)
