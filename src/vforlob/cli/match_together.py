"""The match as it is turned to the borger: her wishes, places, the way, hours, in du-form. Has nothing else to show."""

import os
import sys
from collections.abc import Iterator

from vforlob.cli.layout import labelled, side_by_side, wrap
from vforlob.cli.match_words import ENOUGH
from vforlob.rules.danish import counted
from vforlob.rules.match.together import SharedMatch, SharedPlace, SharedWish

SHOWN = 3
_WIPE = "\x1b[H\x1b[2J\x1b[3J"
_SCREENS = 60  # lines, where a terminal cannot be wiped
NO_PLACE = "Vi har ikke et sted endnu. Hvem kender du, der arbejder sådan et sted?"
_MISSING = "Der er plads til {} mere. Hvad kunne du ellers tænke dig at prøve?"


def out_of_sight() -> str:
    """What stood on the terminal before, and what can be scrolled back to: her own page may be right above."""
    if sys.stdout is None or not sys.stdout.isatty():
        return ""
    return _WIPE if os.environ.get("TERM", "") not in ("", "dumb") else "\n" * _SCREENS


def together_lines(shared: SharedMatch, borger: int, width: int, behind: str = "") -> list[str]:
    """No alias and no number of a case: it is a page about wishes."""
    count = len(shared.wishes)
    lines = [f" {line}" for line in wrap(f"Dine ønsker til et sted at arbejde · {_of(count)}", width - 2)]
    lines += [
        "",
        *(line for text in (("Vejen", shared.way), ("Timer om ugen", shared.hours)) for line in _fact(text, width)),
    ]
    for one in shared.wishes:
        lines += ["", *_wish(one, width)]
    lines += ["", *(f" {line}" for line in wrap(_ending(count), width - 2))]
    steps = "   ".join(f"vforlob {line}{behind}" for line in (f"ønske ny b{borger}", f"match b{borger}"))
    return [*lines, "", *side_by_side(steps, width)]


def _of(count: int) -> str:
    return f"{count} af {ENOUGH}" if count < ENOUGH else counted(count, "ønske", "ønsker")


def _fact(text: tuple[str, str], width: int) -> list[str]:
    return labelled(*text, width) if text[1] else []


def _wish(one: SharedWish, width: int) -> Iterator[str]:
    first, *rest = wrap(one.onske, width - 6)
    yield f" {one.plads:<3} {first}"
    yield from (f"     {line}" for line in rest)
    for place in one.places[:SHOWN]:
        yield from _place(place, width)
    if len(one.places) > SHOWN:
        yield f"     og {counted(len(one.places) - SHOWN, 'sted', 'steder')} til"
    if not one.places:
        yield from (f"     {line}" for line in wrap(NO_PLACE, width - 6))


def _place(place: SharedPlace, width: int) -> list[str]:
    parts = (place.navn, place.branche, place.sted, place.asked or place.where)
    first, *rest = wrap(" · ".join(part for part in parts if part), width - 8)
    return [f"     - {first}", *(f"       {line}" for line in rest)]


def _ending(count: int) -> str:
    if not count:
        return "Hvad kunne du tænke dig at prøve? En slags arbejde, en branche eller et bestemt sted."
    missing = ENOUGH - count
    if missing > 0:
        return _MISSING.format(counted(missing, "ønske", "ønsker"))
    return "Hvilket sted skal vi spørge først?"
