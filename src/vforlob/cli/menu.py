"""The menu under today's list: a letter and Enter, then the list again. Knows no command beyond its words."""

import sys
from collections.abc import Callable, Sequence
from typing import NamedTuple

from vforlob.actions.today import Today
from vforlob.actions.today_line import Line
from vforlob.cli.context import context
from vforlob.cli.layout import screen_height, screen_width
from vforlob.cli.show import err, out, raw
from vforlob.cli.today_commands import command_called
from vforlob.cli.today_held import number_of
from vforlob.cli.today_screen import LETTERS, Page, View, today_page
from vforlob.cli.today_words import words_of
from vforlob.errors.base import ExitCode, VforlobError

LEAVE = ("q", "luk")
IDLE = 600  # seconds: then the key is let go, for somebody else may be sitting here
NEW, MORE = "n", "i"


class Key(NamedTuple):
    """`command` is what it runs; with `of_entry` the letter of an entry may follow it: u b."""

    text: str
    command: str
    of_entry: bool = False


# A key whose command is not there is not offered.
KEYS = {
    "o": Key("opfølgning", "opfølgning", of_entry=True),
    "k": Key("kontakt", "kontakt", of_entry=True),
    "n": Key("nyt", ""),
    "u": Key("udsæt", "udsæt", of_entry=True),
    "j": Key("journal", "journal"),
    "s": Key("søg", "find"),
    "l": Key("liste", "forløb liste"),
    "v": Key("overblik", "overblik"),
    "q": Key("luk", ""),
}
RECORDS = {"b": Key("borger", "borger ny"), "v": Key("virksomhed", "virksomhed ny"), "f": Key("forløb", "forløb ny")}


class Menu(NamedTuple):
    """What stands on the screen, and what can be typed."""

    page: Page
    entries: dict[str, Line]
    keys: dict[str, Key]
    offers: list[str]


def run_menu(gather: Callable[[], Today]) -> int:
    """Until she leaves. A day that changes under an open menu ends it: the list would be yesterday's."""
    while True:
        found = gather()
        words = _chosen(found)
        if words is None:
            return ExitCode.OK
        code = run_words(words)
        if code == ExitCode.INTERRUPTED:
            return code
        # What was told stands until she has read it: the list would push it off the screen.
        if asked(offered_lines(["Enter viser listen igen", "q luk"], screen_width())) in (None, *LEAVE):
            return ExitCode.OK
        if context().clock().date() != found.today:
            err("Det er blevet en ny dag. Start igen med: vforlob")
            return ExitCode.OK


def _chosen(found: Today) -> tuple[str, ...] | None:
    """The words of the command that was picked; None when she leaves."""
    start = 0
    menu = _shown(found, start)
    while True:
        typed = asked(menu.offers)
        if typed is None or typed in LEAVE:
            return None
        if typed == MORE and (menu.page.left or start):
            start = start + len(menu.page.entries) if menu.page.left else 0
            menu = _shown(found, start)
        elif typed == NEW:
            offered = offered_lines([f"{name} {key.text}" for name, key in RECORDS.items()], screen_width())
            picked = RECORDS.get(asked(offered) or "")
            if picked:
                return tuple(picked.command.split())
        elif words := _words(menu, found, typed):
            return words
        elif typed:
            out(" Skriv et af bogstaverne i linjen herunder, og tryk Enter.")


def _shown(found: Today, start: int) -> Menu:
    view = View(screen_width(), screen_height(), start=start, plain=context().plain)
    page, offered = page_and_offers(found, view)
    out("\n".join(page.lines))
    return Menu(page, dict(zip(LETTERS, page.entries, strict=False)), _keys(found), offered)


def page_and_offers(found: Today, view: View) -> tuple[Page, list[str]]:
    """The list with room left for the lines under it; how many those are depends on how many entries there are."""
    offered: list[str] = []
    for _ in range(2):
        room = max(1, view.height - len(offered) - 2) if view.height else 0
        page = today_page(found, view._replace(height=room))
        offered = offered_lines(_offers(page, found, view.start), view.width)
    return page, offered


def _offers(page: Page, found: Today, start: int) -> list[str]:
    letters = LETTERS[: len(page.entries)]
    chosen = [f"{letters[0]}-{letters[-1]} vælg" if letters[1:] else f"{letters} vælg"] if letters else []
    more = [f"{MORE} resten"] if page.left else [f"{MORE} forfra"] if start else []
    return [*chosen, *more, *(f"{name} {key.text}" for name, key in _keys(found).items())]


def _keys(found: Today) -> dict[str, Key]:
    known = {name: key for name, key in KEYS.items() if not key.command or command_called(key.command)}
    return known if found.borgere else {name: key for name, key in known.items() if name in {"n", "q"}}


def _words(menu: Menu, found: Today, typed: str) -> tuple[str, ...]:
    """A letter alone, a key alone, or a key and a letter; nothing for what is none of them."""
    name, _, letter = typed.partition(" ")
    if typed in menu.entries:
        return tuple(words_of(menu.entries[typed], found.today).command.split())
    key = menu.keys.get(name)
    if key is None or not key.command:
        return ()
    if not letter:
        return tuple(key.command.split())
    return (*key.command.split(), number_of(menu.entries[letter])) if key.of_entry and letter in menu.entries else ()


def offered_lines(offers: Sequence[str], width: int) -> list[str]:
    """Side by side with three spaces between, as many lines as it takes; no offer is broken."""
    lines = [""]
    for offer in offers:
        grown = f"{lines[-1]}   {offer}" if lines[-1] else f" {offer}"
        if lines[-1] and len(grown) >= width:
            lines.append(f" {offer}")
        else:
            lines[-1] = grown
    return lines


def asked(offered: Sequence[str]) -> str | None:
    """A plain line, for prompt_toolkit would take longer to load than she to read. None: nobody is there any more."""
    raw("\n" + "\n".join(offered) + "\n > ")
    sys.stdout.flush()
    if not _is_somebody_there():
        err("\nLåst, fordi der ikke er skrevet noget i 10 minutter. Start igen med: vforlob")
        return None
    line = sys.stdin.readline()
    return " ".join(line.split()).casefold() if line else None


def _is_somebody_there() -> bool:
    try:
        import select  # a terminal of Windows cannot be waited for; there the menu stays open

        return bool(select.select([sys.stdin], [], [], IDLE)[0])
    except (OSError, ValueError):
        return True


def run_words(words: tuple[str, ...]) -> int:
    from vforlob.cli.start import function_of  # it imports the command's module, and so this one
    from vforlob.cli.words import find_command

    try:
        found = find_command(words)
        return function_of(found.command)(*found.rest) or ExitCode.OK
    except VforlobError as error:
        from vforlob.cli.mishap import after  # only when something went wrong

        return after(error)
