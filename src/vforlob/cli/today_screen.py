"""Today's list as lines of plain text, as much of it as a screen holds, "Kun til dig". Decides nothing, asks nobody."""

from collections.abc import Iterator
from typing import NamedTuple

from vforlob.actions.today import Today
from vforlob.actions.today_line import Line
from vforlob.cli.layout import one_line, wrap
from vforlob.cli.today_contacts import AGREED
from vforlob.cli.today_entry import ALL_REASONS, columns_for, entry_lines
from vforlob.cli.today_foot import foot_lines
from vforlob.rules.danish import clock, counted, long_date, weekday_date

# Those that are not among the keys of the menu, now or when the rest of its commands are there.
LETTERS = "abcdefghmprtxyz"


class View(NamedTuple):
    """`height` are the lines there are room for, 0 for all of them. `lettered` in the menu, with the commands where
    there is none, and `behind` after each. `start` is the first entry shown; `plain` does without columns.
    """

    width: int = 80
    height: int = 0
    lettered: bool = True
    behind: str = ""
    start: int = 0
    plain: bool = False


class Page(NamedTuple):
    """`entries` are those that have a letter, in its order; `left` is how many come after them."""

    lines: list[str]
    entries: tuple[Line, ...]
    left: int


def today_page(found: Today, view: View) -> Page:
    """As many entries as there is room for, with fewer of their reasons before there are fewer of them."""
    heading = _heading(found, view.width)
    if found.borgere == 0:
        return Page([*heading, "", *nobody_yet(view.width)], (), 0)
    entries = (*found.now, *found.soon)[view.start :]
    above = [*heading, *_nobody(found, view)]
    foot = foot_lines(found, view.width, view.behind, short=view.lettered) if not view.start else []
    if not view.lettered:
        return Page([*above, *_sections(entries, found, view, ALL_REASONS), *foot], entries, 0)
    room = view.height - len(above) - len(foot) if view.height else 10_000
    reasons, count = _what_fits(entries, found, view, room)
    shown = entries[:count]
    body = list(_sections(shown, found, view, reasons))
    left = len(entries) - count
    more = ["", f"    Der er {left} til. Se dem: i"] if left else []
    if view.height and len(body) + len(more) > room:  # a single entry, on a very small screen
        body = [*body[: max(3, room - len(more)) - 1], "    …"]
    return Page([*above, *body, *more, *foot], shown, left)


def today_lines(found: Today, view: View) -> list[str]:
    return today_page(found, view).lines


def nobody_yet(width: int) -> list[str]:
    lines = (
        "Her er ingen borgere endnu.",
        "Opret den første med: vforlob borger ny",
        "Se først, hvordan det virker, med: vforlob demo",
    )
    return [f" {part}" for line in lines for part in wrap(line, width - 2)]


def nobody_waits(found: Today) -> str:
    """Nothing to do is a sentence too."""
    if found.first is None:
        return "Ingen venter på dig i dag, og der er ikke aftalt flere kontakter."
    first = found.first
    at = f" {clock(first.kl)}" if first.kl else ""
    where = f"f{first.whose.forlob} hos {one_line(first.whose.virksomhed or '')}" if first.whose.forlob else ""
    latest = "" if first.kilde == AGREED else "senest "
    whose = where or f"b{first.whose.borger}"
    return f"Ingen venter på dig i dag. Næste kontakt er {latest}{weekday_date(first.dato or '')}{at}: {whose}."


def _what_fits(entries: tuple[Line, ...], found: Today, view: View, room: int) -> tuple[int, int]:
    """How many reasons of each entry, and how many entries: all of them with fewer reasons before fewer of them."""
    most = entries[: len(LETTERS)]
    more = 2 if len(entries) > len(most) else 0
    heights: list[int] = []
    for reasons in (ALL_REASONS, 2, 1):
        heights = _heights(most, found, view, reasons)
        if sum(heights) + more <= room:
            return reasons, len(most)
    count = len(most)
    while count > 1 and sum(heights[:count]) + 2 > room:
        count -= 1
    return 1, count


def _heights(entries: tuple[Line, ...], found: Today, view: View, reasons: int) -> list[int]:
    """Lines of each entry, the first of a section with its title."""
    columns = columns_for(entries, view.width, view.plain)
    titled = [place == 0 or line.is_soon != entries[place - 1].is_soon for place, line in enumerate(entries)]
    return [
        len(entry_lines(line, "a", found.today, columns, reasons)) + 2 * has_title
        for line, has_title in zip(entries, titled, strict=True)
    ]


def _sections(entries: tuple[Line, ...], found: Today, view: View, reasons: int) -> Iterator[str]:
    columns = columns_for(entries, view.width, view.plain)
    letters = iter(LETTERS if view.lettered else " " * len(entries))
    behind = None if view.lettered else view.behind
    for title, is_soon in (("Nu", False), ("Snart", True)):
        lines = [line for line in entries if line.is_soon == is_soon]
        if lines:
            yield from ("", f" {title}")
            for line in lines:
                yield from entry_lines(line, next(letters), found.today, columns, reasons, behind)


def _heading(found: Today, width: int) -> list[str]:
    """Kun til dig · fredag den 20. november 2026 (uge 47), and the caseload at the right where it fits."""
    left = f" Kun til dig · {long_date(found.today)}"
    right = f"{counted(found.borgere, 'borger', 'borgere')}, {found.forlobene} i forløb" if found.borgere else ""
    if not right or len(left) + len(right) + 3 > width:
        return [f" {line}" for part in (left, right) if part for line in wrap(part, width - 2)]
    return [left + " " * (width - len(left) - len(right) - 1) + right]


def _nobody(found: Today, view: View) -> list[str]:
    if found.now or view.start:
        return []
    return ["", *(f" {line}" for line in wrap(nobody_waits(found), view.width - 2))]
