"""The letters under what is set: each changes one thing, Enter leaves all as it is. Knows no key."""

from vforlob.actions.adgang import Access
from vforlob.cli.adgang_change import change, copies_follow
from vforlob.cli.layout import screen_width
from vforlob.cli.menu import asked, offered_lines, run_words
from vforlob.cli.show import out
from vforlob.errors.base import ExitCode

_LEAVE = ("", "q", "luk")
_COPIES = "o"


def offer_changes(access: Access) -> int:
    """One change; what became of it is the last thing on the screen."""
    turned = "fra" if access.in_keyring else "til"
    words = {
        "s": ("ny adgangssætning", ("adgang", "sætning")),
        "k": ("ny gendannelseskode", ("adgang", "kode")),
        "n": (f"nøglering {turned}", ("adgang", "nøglering", turned)),
        "l": ("hvornår menuen låser", ("adgang", "lås")),
    }
    offers = [f"{letter} {text}" for letter, (text, _) in words.items()]
    if access.old_copies:
        offers.insert(0, f"{_COPIES} lad kopierne følge med")
    while True:
        typed = asked(offered_lines([*offers, "Enter slutter"], screen_width()))
        if typed is None or typed in _LEAVE:
            return ExitCode.OK
        if typed == _COPIES and access.old_copies:
            return change("adgang", copies_follow)
        if typed in words:
            return run_words(words[typed][1])
        out(" Skriv et af bogstaverne, og tryk Enter.")
