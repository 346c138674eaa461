"""Ask before a text goes to the clipboard, and before it is emptied again. Knows no text and no program by name."""

import time

from vforlob.actions.asking import Ask
from vforlob.cli.ask import is_typed_within, read_line_plainly
from vforlob.cli.clipboard import SECONDS, copy, empty, has_clipboard
from vforlob.cli.layout import screen_width, wrap_told
from vforlob.cli.short_questions import says_yes
from vforlob.cli.show import out, raw

NONE = "Her er ingen udklipsholder at bruge. Markér teksten herover, og kopiér den."
SILENT = "Udklipsholderen svarede ikke. Markér teksten herover, og kopiér den."
COPIED = "Teksten ligger i udklipsholderen. Andre programmer kan læse den, så længe den ligger der."
EMPTIED = "Udklipsholderen er tømt."


def offer_copy(ask: Ask, text: str, question: str, heading: str = "") -> bool:
    """Whether it lies there now. Where there is no clipboard that is said, and the text stands on the screen."""
    if not has_clipboard():
        say(NONE)
        return False
    return says_yes(ask, question, heading=heading) and copied(text)


def copied(text: str) -> bool:
    """When she has asked for it."""
    done = copy(text)
    say(COPIED if done else SILENT if has_clipboard() else NONE)
    return done


def offer_emptying(ask: Ask, heading: str = "") -> None:
    """At once: the text has been put where it belongs."""
    if says_yes(ask, "Tøm udklipsholderen?", heading=heading):
        say(EMPTIED if empty() else SILENT)


def offer_emptying_later(ask: Ask, heading: str = "") -> None:
    """When there has been time to paste; Enter or Ctrl-C is now."""
    if not says_yes(ask, f"Tøm udklipsholderen om {SECONDS} sekunder?", heading=heading):
        return
    raw(f" Den bliver tømt om {SECONDS} sekunder. Enter tømmer den nu. ")
    try:
        _wait()
    finally:
        out()
        say(EMPTIED if empty() else SILENT)


def _wait() -> None:
    """A console that cannot be listened to is waited out."""
    begun = time.monotonic()
    if is_typed_within(SECONDS):
        read_line_plainly("")
    elif time.monotonic() - begun < SECONDS:
        time.sleep(SECONDS - (time.monotonic() - begun))


def say(text: str) -> None:
    """On the screen she is looking at; a command in it is not broken."""
    out("\n".join(f" {line}" for line in wrap_told(text, screen_width() - 2)))
