"""The questions before a deletion: the clock, the class, the number typed back, the copies. Deletes nothing."""

import re
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from datetime import date

from vforlob.actions.asking import ALONE, Ask
from vforlob.actions.copies import is_clock_trusted
from vforlob.actions.slettefrister import Due
from vforlob.cli.ask import asker
from vforlob.cli.context import context
from vforlob.cli.layout import screen_width, wrap
from vforlob.cli.short_questions import Left, chosen, line_typed, says_yes
from vforlob.cli.show import out
from vforlob.cli.slet_list import class_words
from vforlob.cli.slet_words import CLASSES, EVERYTHING
from vforlob.cli.stopping import Stopped
from vforlob.errors.sletning import ClockNotTrusted
from vforlob.errors.use import WrongUse
from vforlob.model.text import fold
from vforlob.rules.danish import listed, long_date, plain_date
from vforlob.store.due_deletion_cases import newest_moments
from vforlob.store.store import Store

NOTHING = "Intet er slettet."
LOST = "Det, du sletter nu, kan ikke hentes tilbage. Af det skrevne bliver datoer, valg og tal stående."
_WHOLE_DATE = re.compile(r"(\d{1,2})[./-] ?(\d{1,2})[./-] ?(\d{4})")
_QUESTIONS = {
    "sager": "Slet alt om {}?",
    "ord": "Slet det skrevne i {}?",
    "kladder": "Slet {}, der aldrig blev færdige?",
    "virksomheder": "Slet {} med kontaktpersoner og jobåbninger?",
    "log": "Slet {} i loggen?",
}


@contextmanager
def asking(told: str = NOTHING) -> Iterator[None]:
    """Whoever leaves a question is told that nothing came of it, and Ctrl-C ends the run as everywhere."""
    try:
        yield
    except (Left, KeyboardInterrupt) as left:
        out(told)
        raise Stopped from left


def confirm_clock(store: Store) -> None:
    """Where the clock has run back or ahead she types the date herself. Raises ClockNotTrusted."""
    if is_clock_trusted(store):
        return
    if not context().may_ask:
        raise ClockNotTrusted
    today, (newest, _) = store.now().date(), newest_moments(store)
    last = f" Der blev sidst skrevet noget {plain_date(newest.date())}." if newest else ""
    for line in wrap(f"Computerens ur siger {long_date(today)}.{last}", screen_width() - 2):
        out(f" {line}")
    typed = line_typed(ask_alone(), "Hvilken dato er det i dag? Skriv dag, måned og år.")
    if _read_whole(typed) != today:
        raise ClockNotTrusted


def _read_whole(typed: str) -> date | None:
    """Only a date that is written out: »i dag« is what the clock says."""
    match = _WHOLE_DATE.fullmatch(typed.strip())
    with suppress(ValueError):
        return date(int(match[3]), int(match[2]), int(match[1])) if match else None
    return None


def classes_of(due: Due, typed: str) -> tuple[str, ...]:
    """The words that were given with --ja, those that are due. Raises WrongUse."""
    known = {fold(word): word for word in (*CLASSES, EVERYTHING)}
    wanted = [fold(word) for word in typed.replace(" ", ",").split(",") if word.strip()]
    if not wanted or any(word not in known for word in wanted):
        words = listed([*CLASSES, EVERYTHING], "eller")
        raise WrongUse(f"--ja tager det, der skal slettes: {words}.", command="slettefrister")
    return tuple(
        word for word, navn in CLASSES.items() if {fold(word), EVERYTHING} & set(wanted) and class_words(due, navn)
    )


def ask_classes(due: Due) -> tuple[str, ...]:
    """Yes or no to each class that has something due."""
    ask = ask_alone()
    out()
    for line in wrap(LOST, screen_width() - 2):
        out(f" {line}")
    offered = [(word, class_words(due, navn)) for word, navn in CLASSES.items() if class_words(due, navn)]
    return tuple(word for word, words in offered if says_yes(ask, _QUESTIONS[word].format(words)))


def ask_copies(older: int) -> bool:
    """They hold what is deleted, so Enter is a yes. Not asked where there are none."""
    if not older:
        return True
    it, they = ("den sikkerhedskopi", "den") if older == 1 else (f"de {older} sikkerhedskopier", "dem")
    too_old = "den bliver for gammel" if older == 1 else "de bliver for gamle"
    text = f"Slet også {it}, der er fra før? Det, du sletter, er med i {they}. Enter er ja."
    picks = (("ja", f"Ja, slet {they}"), ("nej", f"Nej, lad {they} ligge, til {too_old}"))
    return chosen(ask_alone(), text, picks) != "nej"


def is_typed_back(text: str, number: str) -> bool:
    return fold(line_typed(ask_alone(), text).strip()) == number


def ask_alone() -> Ask:
    return asker(context(), ALONE)
