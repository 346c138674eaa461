"""The list behind a figure, and what every figure counts, as lines of text "Kun til dig". Paints what was gathered."""

from collections.abc import Iterable, Iterator
from datetime import date
from typing import NamedTuple

from vforlob.actions.overblik_lists import Behind, Opened
from vforlob.actions.overblik_words import WORDS, Definition, definition
from vforlob.cli.layout import for_you, one_line, wrap
from vforlob.rules.danish import number
from vforlob.rules.maltal import FIGURES
from vforlob.rules.overblik import names
from vforlob.rules.rulebook import RuleBook

PAGE = 40
LETTERS = "abcdefghjklmnoprstuvxyz"  # without i, which shows the rest, and q
NUMBER, ALIAS, PLACE = 6, 18, 18
NARROW = 70


class Columns(NamedTuple):
    """How wide the names are on one list, with the gap behind them; 0 where there are none."""

    alias: int
    place: int


def columns_for(rows: Iterable[Behind]) -> Columns:
    names_of = [(len(one_line(row.alias)), len(one_line(row.virksomhed))) for row in rows]
    alias, place = (max(widths, default=0) for widths in (zip(*names_of, strict=True) if names_of else ((), ())))
    return Columns(min(alias + 2, ALIAS), min(place + 2, PLACE) if place else 0)


def list_heading(found: Opened, width: int) -> list[str]:
    words = WORDS[found.navn]
    of = f": {number(found.tal)}" if found.navn == names.LONTIMER else f" · {found.of}"
    return for_you(f"{words.titel}{of}", width)


def list_lines(found: Opened, width: int, behind: str = "") -> Iterator[str]:
    """As text, the first of them; what can be typed next is the last line."""
    yield from list_heading(found, width)
    yield ""
    if not found.rows:
        yield from (f" {part}" for part in wrap(WORDS[found.navn].ingen, width - 2))
        return
    columns = columns_for(found.rows)
    for row in found.rows:
        yield from entry_lines(row, "", columns, width, behind)
    if len(found.rows) < found.of:
        yield ""
        yield f" Der er {found.of - len(found.rows)} til. Se dem alle: vforlob overblik {WORDS[found.navn].ord} --alle"


def entry_lines(row: Behind, letter: str, columns: Columns, width: int, behind: str = "") -> list[str]:
    """f12  Æ-7  Ørbæk & Søn  why, and the command on a line of its own, whole."""
    mark = f"{letter}  " if letter else ""
    why = " ".join(text for text in (row.reason.hvorfor, one_line(row.mere), row.kan_ringes) if text)
    command = f"vforlob {row.reason.kommando}{behind}"
    alias, place = one_line(row.alias), one_line(row.virksomhed)
    if width < NARROW:
        who = "  ".join(text for text in (row.number, alias, place) if text)
        return [
            *(f" {mark}{part}" if not nth else f"   {part}" for nth, part in enumerate(wrap(who, width - 5))),
            *(f"   {part}" for part in wrap(why, width - 4)),
            f"   {command}",
        ]
    names_told = f"{_cut(alias, columns.alias - 2):<{columns.alias}}"
    if columns.place:
        names_told += f"{_cut(place, columns.place - 2):<{columns.place}}"
    who = f" {mark}{row.number:<{NUMBER}}{names_told}"
    first, *rest = wrap(why, width - len(who) - 1)
    indent = " " * len(who)
    shown = f"{indent}{command}" if len(indent) + len(command) < width else f"    {command}"
    return [f"{who}{first}", *(f"{indent}{part}" for part in rest), shown]


def definition_lines(wanted: Iterable[str], today: date, rules: RuleBook, width: int) -> Iterator[str]:
    yield from for_you("Hvad tallene betyder", width)
    for told in definition_blocks(wanted, today, rules, width):
        yield from ("", *told)


def definition_blocks(wanted: Iterable[str], today: date, rules: RuleBook, width: int) -> list[list[str]]:
    """The lines of one definition together."""
    blocks = []
    for name, found in definitions(wanted, today, rules):
        word = f" (vforlob overblik {WORDS[name].ord})" if name in WORDS else ""
        told = [f" {part}" for part in wrap(f"{found.titel}{word}", width - 2)]
        told += [f"   {part}" for text in (found.taeller, f"Kilde: {found.kilde}.") for part in wrap(text, width - 4)]
        blocks.append(told)
    return blocks


def definitions(wanted: Iterable[str], today: date, rules: RuleBook) -> list[tuple[str, Definition]]:
    """Those of the table on top first, then every figure that can be opened."""
    chosen = tuple(wanted)
    found = [] if chosen else [(it.navn, Definition(it.tekst, it.taeller, it.kilde)) for it in FIGURES]
    named = {name for name, _ in found}
    found += [(name, definition(name, today, rules)) for name in chosen or WORDS if name not in named]
    return found


def _cut(text: str, size: int) -> str:
    return text if len(text) <= size else f"{text[: size - 1]}…"
