"""One deadline given another number of days, on the line or asked for. Deletes nothing."""

from vforlob.actions.slettefrister import LEAST, MOST, RULE, deadline_days, set_deadline
from vforlob.cli.context import context, in_folder
from vforlob.cli.layout import flow, screen_width
from vforlob.cli.picking import pick
from vforlob.cli.short_questions import line_typed
from vforlob.cli.show import out
from vforlob.cli.slet_asking import ask_alone, asking
from vforlob.cli.slet_words import DEADLINES, counted_from, deadline_name
from vforlob.errors.use import NothingGiven, WrongUse
from vforlob.model.text import fold
from vforlob.rules.danish import counted, listed
from vforlob.store.regler import load_rulebook
from vforlob.store.store import Store

COMMAND, EXAMPLE = "slettefrister ret", "vforlob slettefrister ret ord 60"
USUAL = "standard"


def change_deadline(store: Store, frist: str, dage: str) -> None:
    navn = _named(frist) if frist else _picked(store)
    days = _days(dage) if dage else _asked(store, navn)
    set_deadline(store, navn, days)
    now = counted(deadline_days(store, navn, context().today), "dag", "dage")
    out(flow(f"{deadline_name(navn)}: {now} {counted_from(navn)}.", screen_width()))


def _named(typed: str) -> str:
    known = {fold(word): navn for word, navn in DEADLINES.items()}
    if fold(typed) not in known:
        raise WrongUse(f"Fristerne hedder {listed(list(DEADLINES))}. Skriv fx: {in_folder(EXAMPLE)}", command=COMMAND)
    return known[fold(typed)]


def _picked(store: Store) -> str:
    if not context().may_ask:
        raise NothingGiven("en frist og et antal dage", in_folder(EXAMPLE))
    navne = list(DEADLINES.values())
    picks = [
        (place, f"{deadline_name(navn)}  {counted(deadline_days(store, navn, context().today), 'dag', 'dage')}")
        for place, navn in enumerate(navne, 1)
    ]
    return navne[pick("Hvilken frist?", "frist", picks) - 1]


def _asked(store: Store, navn: str) -> int | None:
    if not context().may_ask:
        raise NothingGiven("et antal dage", in_folder(EXAMPLE))
    usual = load_rulebook(store.folder).at(RULE.format(navn), context().today).days
    with asking(NOT_CHANGED):
        typed = line_typed(ask_alone(), f"Hvor mange dage {counted_from(navn)}? Programmets tal er {usual}.")
    return _days(typed)


def _days(typed: str) -> int | None:
    """None for the program's own number."""
    if fold(typed.strip()) == USUAL:
        return None
    word = typed.strip().removesuffix("dage").strip()
    if word.isascii() and word.isdecimal() and len(word) < 6 and LEAST <= int(word) <= MOST:
        return int(word)
    raise WrongUse(
        f"En frist er et antal dage fra {LEAST} til {MOST}, eller »{USUAL}« for programmets eget tal. {NOT_CHANGED}",
        command=COMMAND,
    )


NOT_CHANGED = "Intet er ændret."
