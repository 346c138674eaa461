"""The overview in a terminal: a letter opens a number, ? tells what they all count, q leaves. Counts nothing."""

import sys
from collections.abc import Callable
from typing import TYPE_CHECKING

from vforlob.actions.overblik import Shown
from vforlob.cli.context import context, in_folder
from vforlob.cli.layout import screen_height, screen_width
from vforlob.cli.overblik_paint import may_colour, show_painted
from vforlob.cli.overblik_screen import View, overblik_screen
from vforlob.cli.show import err, out
from vforlob.errors.base import ExitCode

if TYPE_CHECKING:
    from vforlob.actions.overblik_lists import Behind, Opened  # loaded when a number is opened

BELOW = 3  # lines under the screen: an empty one, what can be typed, where it is typed
BACK, LEAVES = "Enter viser overblikket igen", "q luk"
MEANING, MORE = "?", "i"
LEAVE = ("q", "luk")


def run_overblik(shown: Shown, gather: Callable[[], Shown]) -> int:
    """Until she leaves; the screen is gathered again when something may have changed."""
    while True:
        opens = _paint(shown)
        from vforlob.cli.menu import asked, offered_lines  # late: the screen stands there before they are loaded

        offers = offered_lines([_span(opens), f"{MEANING} hvad tallene betyder", LEAVES], screen_width())
        typed = asked(offers)
        while typed is not None and typed not in {*opens, MEANING, *LEAVE}:
            if typed:
                out(" Skriv et af bogstaverne i linjen herunder, og tryk Enter.")
            typed = asked(offers)
        if typed is None or typed in LEAVE:
            return ExitCode.OK
        if typed == MEANING:
            typed = _explain()
        else:
            from vforlob.cli.overblik_asked import open_figure  # late, as above

            typed = _walk(open_figure(opens[typed]))
        if typed is None or typed in LEAVE:
            return ExitCode.OK
        if context().clock().date().isoformat() != shown.overblik.dag:
            err(f"Det er blevet en ny dag. Start igen med: {in_folder('vforlob overblik')}")
            return ExitCode.OK
        shown = gather()


def _paint(shown: Shown) -> dict[str, str]:
    """What each letter opens."""
    height = screen_height()
    view = View(screen_width(), max(height - BELOW, 1) if height else 0, lettered=True, plain=context().plain)
    screen = overblik_screen(shown, view)
    show_painted(screen.lines, may_colour())
    sys.stdout.flush()
    return screen.opens


def _span(opens: dict[str, str]) -> str:
    letters = [*opens]
    return f"{letters[0]}-{letters[-1]} åbn et tal"


def _explain() -> str | None:
    """Page by page; what was typed last."""
    from vforlob.cli.menu import asked, offered_lines  # late, as above
    from vforlob.cli.overblik_asked import explanation_pages

    width, height = screen_width(), screen_height()
    *pages, last = explanation_pages(width, max(height - BELOW, 8) if height else 0)
    for page in pages:
        out("\n".join(page))
        typed = asked(offered_lines(["Enter viser mere", LEAVES], width))
        if typed != "":
            return typed
    out("\n".join(last))
    return asked(offered_lines([BACK, LEAVES], width))


def _walk(found: "Opened") -> str | None:
    """A page of the list at a time; a letter runs what stands with it. What was typed last, None when she is gone."""
    from vforlob.cli.menu import asked, offered_lines, run_words  # late, as above
    from vforlob.cli.overblik_list import LETTERS

    start = 0
    while True:
        rows = _page(found, start)
        left = len(found.rows) - start - len(rows)
        letters = dict(zip(LETTERS, rows, strict=False))
        more = [f"{MORE} resten"] if left else [f"{MORE} forfra"] if start else []
        chosen = [f"{LETTERS[0]}-{LETTERS[len(rows) - 1]} vælg"] if rows[1:] else ["a vælg"] if rows else []
        typed = asked(offered_lines([*chosen, *more, BACK, LEAVES], screen_width()))
        if typed in letters:
            code = run_words(tuple(letters[typed].reason.kommando.split()))
            return None if code == ExitCode.INTERRUPTED else asked(offered_lines([BACK, LEAVES], screen_width()))
        if typed != MORE or not more:
            return typed
        start = start + len(rows) if left else 0


def _page(found: "Opened", start: int) -> "tuple[Behind, ...]":
    """Those that fit under the heading, at least one; they are painted."""
    from vforlob.cli.overblik_list import LETTERS, columns_for, entry_lines, list_heading, list_lines  # late, as above

    width, height = screen_width(), screen_height()
    if not found.rows:
        out("\n".join(list_lines(found, width)))
        return ()
    heading = list_heading(found, width)
    room = height - len(heading) - 1 - BELOW if height else 10_000
    columns = columns_for(found.rows)
    shown: list[Behind] = []
    lines: list[str] = []
    for row, letter in zip(found.rows[start:], LETTERS, strict=False):
        entry = entry_lines(row, letter, columns, width)
        if shown and len(lines) + len(entry) > room:
            break
        shown.append(row)
        lines += entry
    out("\n".join([*heading, "", *lines]))
    return tuple(shown)
