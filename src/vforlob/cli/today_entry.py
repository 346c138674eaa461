"""One entry of today's list as lines of plain text: who, why, what to do. Knows no height of a screen."""

from datetime import date
from typing import NamedTuple

from vforlob.actions.today_line import Line
from vforlob.cli.layout import one_line, wrap
from vforlob.cli.today_held import number_of
from vforlob.cli.today_words import also_of, words_of
from vforlob.rules.danish import counted

NAME = 16
STACKED = 60  # columns; below that the name has a line of its own
ALL_REASONS = 99


class Columns(NamedTuple):
    """`alias` and `name` are as wide as the widest of them. `stacked`: no columns at all."""

    width: int
    alias: int
    name: int
    stacked: bool


def columns_for(lines: tuple[Line, ...], width: int, stacked: bool) -> Columns:
    alias = max((min(NAME, len(line.whose.alias)) for line in lines), default=0)
    name = max((min(NAME, len(one_line(line.whose.virksomhed or ""))) for line in lines), default=0)
    return Columns(width, max(4, alias), name, stacked or width < STACKED)


def entry_lines(
    line: Line, letter: str, today: date, columns: Columns, reasons: int = ALL_REASONS, behind: str | None = None
) -> list[str]:
    """`reasons` are how many are told, the first with what to do. `behind` is what follows the command; None where a
    letter stands for it.
    """
    words, also = words_of(line, today), also_of(line, today)
    told, left = also[: reasons - 1], len(also[reasons - 1 :])
    more = [f"Og {counted(left, 'ting', 'ting')} mere."] if left else []
    text = " ".join([words.why, words.do, *(["Også:"] if told else []), *told, *more])
    command = [] if behind is None else [f"vforlob {words.command}{behind}"]
    if columns.stacked:
        return _stacked(line, letter, text, columns.width, command)
    who, where = _cut(line.whose.alias, columns.alias), _cut(line.whose.virksomhed or "", columns.name)
    head = f" {letter:1}  {number_of(line):<5}{who:<{columns.alias}}  {where:<{columns.name}}  "
    first, *rest = wrap(text, columns.width - len(head) - 1)
    # A command is copied as it stands: it is moved to the left before it is broken.
    at = len(head) if all(len(head) + len(part) < columns.width for part in command) else 4
    return [head + first, *(" " * len(head) + part for part in rest), *(" " * at + part for part in command)]


def _stacked(line: Line, letter: str, text: str, width: int, command: list[str]) -> list[str]:
    where = f" hos {one_line(line.whose.virksomhed)}" if line.whose.virksomhed else ""
    name, *more = wrap(f"{number_of(line)} {one_line(line.whose.alias)}{where}", width - 5)
    return [f" {letter:1}  {name}", *(f"    {part}" for part in (*more, *wrap(text, width - 5), *command))]


def _cut(text: str, width: int) -> str:
    said = one_line(text)
    return said if len(said) <= width else f"{said[: width - 1]}…"
