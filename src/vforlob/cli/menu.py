"""The menu under today's list: a letter and Enter, then the list again. Knows no command beyond its words."""

import sys
from collections.abc import Callable

from vforlob.actions.today import Today
from vforlob.cli.context import context
from vforlob.cli.layout import screen_width, wrap
from vforlob.cli.show import err, out, raw
from vforlob.cli.today_screen import LETTERS, today_lines
from vforlob.cli.today_words import words_of
from vforlob.errors.base import ExitCode, VforlobError

LEAVE = ("q", "luk")
IDLE = 600  # seconds: then the key is let go, for somebody else may be sitting here
KEYS = {
    "o": ("opfølgning", ("opfølgning",)),
    "n": ("nyt", ()),
    "l": ("liste", ("forløb", "liste")),
    "q": ("luk", ()),
}
NEW = {"b": ("borger", ("borger", "ny")), "v": ("virksomhed", ("virksomhed", "ny")), "f": ("forløb", ("forløb", "ny"))}


def run_menu(gather: Callable[[], Today]) -> int:
    """Until she leaves. A day that changes under an open menu ends it: the list would be yesterday's."""
    while True:
        found = gather()
        out("\n".join(["", *today_lines(found, screen_width(), lettered=True)]))
        words = _chosen(found)
        if words is None:
            return ExitCode.OK
        code = _run(words)
        if code == ExitCode.INTERRUPTED:
            return code
        # What was told stands until she has read it: the list would push it off the screen.
        if _asked(["Enter viser listen igen", "q luk"]) in (None, *LEAVE):
            return ExitCode.OK
        if context().clock().date() != found.today:
            err("Det er blevet en ny dag. Start igen med: vforlob")
            return ExitCode.OK


def _chosen(found: Today) -> tuple[str, ...] | None:
    """The words of the command that was picked; None when she leaves."""
    lines = _lettered(found)
    keys = dict(KEYS) if found.borgere else {name: key for name, key in KEYS.items() if name in {"n", "q"}}
    while True:
        typed = _asked(_offer(lines, keys))
        if typed is None or typed in LEAVE:
            return None
        if typed in lines:
            return tuple(lines[typed].split())
        if typed == "n":
            picked = _asked([f" {name} {text}" for name, (text, _) in NEW.items()])
            if picked in NEW:
                return NEW[picked][1]
        elif typed in keys:
            return keys[typed][1]
        elif typed:
            out(" Skriv et af bogstaverne i linjen herunder, og tryk Enter.")


def _lettered(found: Today) -> dict[str, str]:
    """Letter to command, as the list shows them: each section as far as the letters reach."""
    lines = [*found.now, *found.soon]
    return {letter: words_of(line, found.today).command for letter, line in zip(LETTERS, lines, strict=False)}


def _offer(lines: dict[str, str], keys: dict[str, tuple[str, tuple[str, ...]]]) -> list[str]:
    letters = [*lines]
    span = letters[0] if len(letters) == 1 else f"{letters[0]}-{letters[-1]}" if letters else ""
    return [*([f" {span} vælg"] if span else []), *(f" {name} {text}" for name, (text, _) in keys.items())]


def _asked(offers: list[str]) -> str | None:
    """A plain line, for prompt_toolkit would take longer to load than she to read. None: nobody is there any more."""
    lines = wrap("   ".join(offer.strip().replace(" ", "\0") for offer in offers), screen_width() - 2)
    raw("\n" + "\n".join(f" {line.replace(' ', '   ').replace(chr(0), ' ')}" for line in lines) + "\n > ")
    sys.stdout.flush()
    if not _is_somebody_there():
        err("\nLåst, fordi der ikke er skrevet noget i 10 minutter. Start igen med: vforlob")
        return None
    line = sys.stdin.readline()
    return line.strip().casefold() if line else None


def _is_somebody_there() -> bool:
    try:
        import select  # a terminal of Windows cannot be waited for; there the menu stays open

        return bool(select.select([sys.stdin], [], [], IDLE)[0])
    except (OSError, ValueError):
        return True


def _run(words: tuple[str, ...]) -> int:
    from vforlob.cli.start import function_of  # it imports the command's module, and so this one
    from vforlob.cli.words import find_command

    try:
        found = find_command(words)
        return function_of(found.command)(*found.rest) or ExitCode.OK
    except VforlobError as error:
        from vforlob.cli.mishap import after  # only when something went wrong

        return after(error)
