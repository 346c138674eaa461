"""The menu under today's list: a letter and Enter, then the list again. Knows no command beyond its words."""

import sys
from collections.abc import Callable, Sequence
from typing import NamedTuple

from vforlob.actions.today import Today
from vforlob.actions.today_line import Line
from vforlob.cli.context import Context, context, finish, in_folder, run_as
from vforlob.cli.layout import screen_height, screen_width
from vforlob.cli.menu_lock import SLEPT, Watch, drop_typed
from vforlob.cli.show import err, out, raw
from vforlob.cli.today_commands import command_called
from vforlob.cli.today_held import number_of
from vforlob.cli.today_screen import LETTERS, Page, View, today_page
from vforlob.cli.today_words import words_of
from vforlob.cli.wiping import wipe_terminal
from vforlob.errors.base import ExitCode, VforlobError
from vforlob.rules.danish import counted

LEAVE = ("q", "luk")
NEW, MORE = "n", "i"
_held: tuple[Context, Watch] | None = None


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
            return _left()
        code = _run_watched(words)
        if _session().is_locked():
            _tell_locked()
            return ExitCode.OK
        if code == ExitCode.INTERRUPTED:
            return code
        # What was told stands until she has read it: the list would push it off the screen.
        if asked(offered_lines(["Enter viser listen igen", "q luk"], screen_width())) in (None, *LEAVE):
            return _left()
        if context().clock().date() != found.today:
            err(f"Det er blevet en ny dag. Start igen med: {in_folder('vforlob')}")
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
    session = _session()  # before she sees anything: a sleep from here on is noticed
    raw("\n" + "\n".join(offered) + "\n > ")
    sys.stdout.flush()
    finish()
    if not session.waits():
        _tell_locked()
        return None
    line = sys.stdin.readline()
    return " ".join(line.split()).casefold() if line else None


def _session() -> Watch:
    """One a run of the program, begun when something is first waited for."""
    global _held
    current = context()
    if _held is None or _held[0] is not current:
        _held = current, Watch(_minutes)
    return _held[1]


def _minutes() -> int:
    """From the folder, by the key that the session holds; looked up while nobody is waiting for anything."""
    from vforlob.actions.adgang import USUAL_MINUTES, lock_minutes  # late: the screen stands there before
    from vforlob.cli.unlock import held_key
    from vforlob.store.open import open_store

    current = context()
    key = held_key(current)
    if key is None:
        return USUAL_MINUTES
    try:
        with open_store(current.folder, key, current.clock) as store:
            return lock_minutes(store)
    except VforlobError:
        return USUAL_MINUTES


def _run_watched(words: tuple[str, ...]) -> int:
    try:
        with _session().over_a_command():
            return run_words(words)
    except KeyboardInterrupt:
        if _session().is_locked():
            return ExitCode.INTERRUPTED
        raise


def _left() -> int:
    """Nothing of the caseload stays on the screen when she leaves; locked, that has been said."""
    if not _session().is_locked() and wipe_terminal():
        err("Lukket, og skærmen er ryddet.")
    return ExitCode.OK


def _tell_locked() -> None:
    """Once: the menus around this one end without another word."""
    session = _session()
    if session.is_told:
        return
    session.is_told = True
    wipe_terminal()
    drop_typed()
    if session.why == SLEPT:
        why = "computeren har været i dvale"
    else:
        why = f"der ikke er skrevet noget i {counted(_minutes(), 'minut', 'minutter')}"
    err(f"\nLåst, fordi {why}. Start igen med: {in_folder('vforlob')}")


def run_words(words: tuple[str, ...]) -> int:
    from vforlob.cli.start import function_of  # it imports the command's module, and so this one
    from vforlob.cli.words import find_command

    before = run_as("")
    try:
        found = find_command(words)
        run_as(found.command.name)
        return function_of(found.command)(*found.rest) or ExitCode.OK
    except VforlobError as error:
        from vforlob.cli.mishap import after  # only when something went wrong

        return after(error)
    finally:
        run_as(before)
