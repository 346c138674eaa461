"""What can be done with a list that stands on the screen: a letter and a number, until Enter leaves. Knows no kind."""

from collections.abc import Sequence

from vforlob.cli.layout import screen_width
from vforlob.cli.show import out
from vforlob.errors.base import ExitCode

LIST, LEAVE = "l", ("", "q", "luk")
# What needs no number: a new one, of whoever the list is about.
NEW = "ny"


def offer(word: str, steps: Sequence[str], sag: str = "", nr: str = "NR") -> int:
    """`word` is the family, `steps` what can be done with one; `sag` is whose list it was, as it was typed. `nr` is
    what stands after a letter: a number of that kind, or a forløb.
    """
    from vforlob.cli.menu import asked, offered_lines, run_words  # late: a list that goes to a file asks nothing

    letters = {step[0]: step for step in (NEW, *steps)}
    offers = [f"{key} {step}" if step == NEW else f"{key} {nr} {step}" for key, step in letters.items()]
    while True:
        typed = asked(offered_lines([*offers, f"{LIST} liste", "Enter slutter"], screen_width()))
        if typed is None or typed in LEAVE:
            return ExitCode.OK
        words = _words(word, letters, sag, typed)
        if not words:
            out(f" Skriv et af bogstaverne, fx n, eller {list(letters)[-1]} og et nummer.")
        elif run_words(words) == ExitCode.INTERRUPTED:
            return ExitCode.INTERRUPTED


def _words(word: str, letters: dict[str, str], sag: str, typed: str) -> tuple[str, ...]:
    """Nothing for what is none of them. A number alone is looked at."""
    key, _, number = typed.partition(" ")
    whose = (sag,) if sag else ()
    if typed == LIST:
        return (word, "liste", *whose)
    if typed == NEW[0]:
        return (word, NEW, *whose)
    if key in letters and key != NEW[0]:
        return (word, letters[key], *([number] if number else ()))
    return (word, "vis", typed) if typed.lstrip("f").isdecimal() else ()
