"""Months side by side on the screen. Paints lines, decides nothing."""

from collections.abc import Iterator
from typing import Any

from vforlob.cli.layout import for_you, wrap
from vforlob.rules.danish import number
from vforlob.rules.maltal import Kept
from vforlob.rules.maltal_development import Development, Line
from vforlob.rules.months_typed import month_in_short, month_title

NAME, CELL, MONTHS = 27, 7, 7
ROOMY = 76
NONE, STAR = "-", "*"


def development_lines(found: Development, width: int, plain: bool) -> list[str]:
    shown = found.last(MONTHS)
    head = [*for_you("Udviklingen måned for måned", width), ""]
    body = _told(shown, width) if plain or width < ROOMY else _table(shown)
    return [*head, *body, *_foot(shown, len(found.maneder))]


def _table(found: Development) -> list[str]:
    this = found.maneder[-1]
    names = [month_in_short(maned, this) for maned in found.maneder]
    if found.now:
        names[-1] = "nu"
    lines = [f" {'':{NAME}}" + "".join(f"{name:>{CELL}}" for name in names)]
    for line in found.lines:
        name = line.tekst if len(line.tekst) < NAME else f"{line.tekst[: NAME - 2]}…"
        lines.append(f" {name:{NAME}}" + "".join(f"{_cell(one):>{CELL}}" for one in line.tal))
    return lines


def _told(found: Development, width: int) -> Iterator[str]:
    for line in found.lines:
        parts = [f"{_month(found, place)} {_cell(one)}" for place, one in enumerate(line.tal) if one is not None]
        first, *rest = wrap(f"{line.tekst}: {', '.join(parts)}", width - 4)
        yield f" {first}"
        yield from (f"   {part}" for part in rest)


def _month(found: Development, place: int) -> str:
    is_now = found.now and place == len(found.maneder) - 1
    return "nu" if is_now else month_in_short(found.maneder[place], found.maneder[-1])


def _foot(found: Development, kept: int) -> Iterator[str]:
    yield ""
    if any(line.is_corrected for line in found.lines):
        yield f" {STAR} senere rettet. Hvad den var før, står her: vforlob måltal udvikling --json"
    if kept > len(found.maneder):
        yield f" Alle {kept} måneder: vforlob måltal udvikling --format xlsx"
    if len(found.maneder) == 1:
        yield " Når måneden er slut, bliver dens tal stående her ved siden af den næste."


def _cell(kept: Kept | None) -> str:
    return NONE if kept is None else f"{number(kept.now)}{STAR if kept.rettet is not None else ''}"


def development_json(found: Development) -> dict[str, Any]:
    return {
        "maneder": [
            {"maned": maned, "titel": month_title(maned), "slut": not (found.now and maned == found.maneder[-1])}
            for maned in found.maneder
        ],
        "raekker": [_line_json(line) for line in found.lines],
    }


def _line_json(line: Line) -> dict[str, Any]:
    return {
        "id": line.navn,
        "tekst": line.tekst,
        "taeller": line.taeller,
        "tal": [
            None if one is None else {"maned": one.maned, "tal": one.tal, "rettet": one.rettet} for one in line.tal
        ],
    }
