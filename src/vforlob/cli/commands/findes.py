"""`vforlob find`: full text over everything. Open, look up, show. What was looked for is shown and kept nowhere."""

import os
import sys

from vforlob.actions.find import Found, find_texts
from vforlob.cli.context import context, in_folder, open_store
from vforlob.cli.find_screen import View, bracketed, coloured, found_lines, nothing_lines
from vforlob.cli.layout import screen_height, screen_width, side_by_side
from vforlob.cli.show import emit, err, out, raw
from vforlob.errors.base import ExitCode
from vforlob.errors.use import NothingGiven, WrongUse
from vforlob.rules.danish import number
from vforlob.store.sogning import EVERYTHING

PAGE = 20
_WAIT = "Søgningen bliver gjort klar. Det tager lidt tid den første gang ..."
_BEHIND = "Disken kan ikke skrives til, så det, der er skrevet, siden du sidst søgte, er måske ikke med."


def find(*tekst: str, alle_fund: bool = False, efter: str = "", json: bool = False) -> int:
    """Texts with these words, the newest first."""
    first, typed = _number(efter), " ".join(tekst) or _asked()
    if not typed:
        return ExitCode.OK
    most = EVERYTHING if alle_fund else PAGE
    with open_store() as store:
        found = find_texts(store, typed, first, most, tell=lambda: err(_WAIT))
        is_empty = not found.total and not store.rows("SELECT 1 FROM haendelse LIMIT 1")
    if found.is_behind:
        err(_BEHIND)
    if json:
        from vforlob.cli.find_json import found_json  # only for machines

        emit(found_json(found))
    elif is_empty:
        from vforlob.cli.today_screen import nobody_yet  # late: only in an empty folder

        out("\n".join(nobody_yet(screen_width())))
    else:
        _show(found, alle_fund)
    return ExitCode.OK


def _show(found: Found, alle_fund: bool) -> None:
    if not found.finds:
        out("\n".join(nothing_lines(found, screen_width())) if not found.total else " Der er ikke flere.")
        return
    has_colour = _has_colour()
    height = 0 if alle_fund else screen_height()
    lines, count = found_lines(found, View(context().today, screen_width(), height, not has_colour))
    paint = coloured if has_colour else bracketed
    raw("".join(f"{paint(line)}\n" for line in lines))
    out()
    for line in side_by_side(_next(found, count), screen_width()):
        out(line)


def _next(found: Found, count: int) -> str:
    """What can be typed next. The words are not said again: they may stay on the screen for long."""
    left = found.total - found.first - count
    more = f"Der er {number(left)} til. De næste: --efter {found.first + count}   Alle: --alle" if left else ""
    first = found.finds[0]
    opens = {"svar": "samtale", "samtale": "samtale", "borger": "borger", "virksomhed": "virksomhed"}
    emne, nr = opens.get(first.text.emne, ""), first.text.emne_nr
    if not emne and first.text.forlob:
        emne, nr = "forløb", first.text.forlob
    elif not emne and first.text.borger:
        emne, nr = "borger", first.text.borger
    elif not emne and first.text.virksomhed:
        emne, nr = "virksomhed", first.text.virksomhed
    see = in_folder(f"Se det øverste: vforlob {emne} vis {emne[:1]}{nr}") if emne else ""
    return "   ".join(part for part in (more, see) if part)


def _asked() -> str:
    if not context().may_ask:
        raise NothingGiven("det, du søger efter", "vforlob find pause")
    from vforlob.cli.ask import asker  # late: a line with its words asks nothing
    from vforlob.cli.short_questions import Left, line_typed  # likewise

    try:
        return line_typed(asker(context()), "Hvad søger du efter?", heading="Kun til dig · Søgning", help=_HELP)
    except Left as left:
        if left.interrupted:
            raise KeyboardInterrupt from None
        return ""


_HELP = "Alle ord skal stå i teksten. »kort pause« i citationstegn står sammen, og arbejd* finder alt, der begynder så."


def _number(typed: str) -> int:
    if not typed:
        return 0
    if typed.isascii() and typed.isdigit() and len(typed) < 10:
        return int(typed)
    raise WrongUse("Efter --efter skal stå et tal, fx 20.", command="find")


def _has_colour() -> bool:
    """Old consoles on Windows show the signs instead of the colour."""
    if context().plain or os.environ.get("NO_COLOR") or os.environ.get("TERM", "") == "dumb":
        return False
    if os.name == "nt" and not os.environ.get("WT_SESSION"):
        return False
    return sys.stdout is not None and sys.stdout.isatty()
