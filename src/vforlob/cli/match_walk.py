"""Under the match: a letter logs a henvendelse to the place it stands for, until Enter leaves. Knows no record."""

from collections.abc import Mapping

from vforlob.cli.commands.henvendelser import henvendelse
from vforlob.cli.layout import screen_width
from vforlob.cli.match_screen import Line
from vforlob.cli.menu import asked, offered_lines
from vforlob.cli.show import out
from vforlob.errors.base import ExitCode, VforlobError

LEAVE = ("", "q", "luk")


def log_by_letter(letters: Mapping[str, Line], borger: int) -> int:
    """The exit code. What was told of one stands until she has chosen the next."""
    if not letters:
        return ExitCode.OK
    every = tuple(letters)
    which = f"{every[0]}-{every[-1]}" if every[1:] else every[0]
    while True:
        typed = asked(offered_lines([f"{which} skriv, at du har spurgt der", "Enter slutter"], screen_width()))
        if typed is None or typed in LEAVE:
            return ExitCode.OK
        if typed not in letters:
            out(f" Skriv et af bogstaverne, fx {every[0]}, og tryk Enter.")
        elif _logged(letters[typed], borger) == ExitCode.INTERRUPTED:
            return ExitCode.INTERRUPTED


def _logged(line: Line, borger: int) -> int:
    plads = str(line.plads) if line.plads is not None else ""
    try:
        henvendelse(f"b{borger}", f"v{line.virksomhed}", onske=plads)
    except VforlobError as error:
        from vforlob.cli.mishap import after  # only when something went wrong

        return after(error)
    return ExitCode.OK
