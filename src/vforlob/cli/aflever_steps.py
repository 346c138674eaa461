"""The steps of handing over a samtale: to the journal, to a person, to the calendar. Knows no order of steps."""

import os
from typing import NamedTuple

from vforlob.actions.aflever import BORGER, DONE, JOURNAL, KALENDER, NO_TEXT, SKIPPED, greeted, note_of, put_mark
from vforlob.actions.asking import Ask
from vforlob.actions.exports import About
from vforlob.actions.journal_receipts import ART, Sent, put_receipts
from vforlob.actions.journal_texts import newest_held, samtale_text
from vforlob.actions.make_referat import make_referat
from vforlob.actions.settings import setting
from vforlob.cli.clipboard import has_clipboard
from vforlob.cli.context import context
from vforlob.cli.copying import copied, offer_copy, say
from vforlob.cli.documents import SIGNED_WITH, hint_of
from vforlob.cli.handing import TEMPLATES, Wish, laid_aside, put_away
from vforlob.cli.journal_walk import ask_about_deletion, tell_stopped
from vforlob.cli.layout import one_line
from vforlob.cli.owners import Owner
from vforlob.cli.short_questions import chosen, line_typed, says_yes
from vforlob.cli.show import out
from vforlob.errors.base import VforlobError
from vforlob.errors.render import NoTextBeforeForlob, NoTextWithoutYes
from vforlob.model.referat import Referat
from vforlob.model.samtale import Samtale
from vforlob.rules.danish import clock, long_date
from vforlob.store.journal import newest_event
from vforlob.store.regler import load_rulebook
from vforlob.store.store import Store

SCREEN = "txt"
COPY, SKIP = "kopier", "spring"
_FILES = (("docx", "Gem den som Word"), ("pdf", "Gem den som PDF"))
_TO = {"virksomhed": "teksten til virksomheden", "mentor": "teksten til mentoren", BORGER: "teksten til borgeren"}
NAME = "Fornavn til dette brev (gemmes ikke)"
NAME_HELP = "Det står i brevet og ingen andre steder. Enter: brevet får intet navn."
IN_JOURNAL_HELP = "Nej eller Enter springer over. Så venter notatet, til det er kvitteret."


class Walking(NamedTuple):
    """What every step stands on."""

    store: Store
    samtale: Samtale
    owner: Owner
    ask: Ask

    @property
    def heading(self) -> str:
        return f"Aflevér s{self.samtale.nr}"


class Handed(NamedTuple):
    """What became of a step: gjort or sprunget, empty where it is written already. `asked` is False for a step that
    had nothing to hand over; `copied` when something was laid in the clipboard.
    """

    svar: str
    copied: bool = False
    asked: bool = True


def hand_to_journal(walking: Walking) -> Handed:
    """The receipt and the step are one thing done."""
    store, samtale = walking.store, walking.samtale
    until = newest_event(store)
    text = samtale_text(store, samtale)
    out(f"{text}\n")
    lies_there = offer_copy(walking.ask, text, "Læg teksten i udklipsholderen?", walking.heading)
    if not says_yes(walking.ask, "Sat ind i journalen?", heading=walking.heading, help=IN_JOURNAL_HELP):
        return Handed(SKIPPED, lies_there)
    note = note_of(store, samtale, context().today, load_rulebook(store.folder))
    notes = (note,) if note else ()
    stopped = ask_about_deletion(store, walking.ask, notes, walking.heading)
    with store.doing(ART):
        put_receipts(store, notes, Sent(context().today.isoformat(), until), stopped)
        put_mark(store, samtale, JOURNAL, DONE)
    out(f" Kvitteret: s{samtale.nr} er i journalen.")
    tell_stopped(stopped)
    return Handed("", lies_there)


def hand_to_person(walking: Walking, trin: str) -> Handed:
    """Copied, or a file, or passed over. What cannot be done is said, and she can choose again."""
    try:
        referat = _referat(walking, trin)
    except (NoTextBeforeForlob, NoTextWithoutYes) as error:
        _tell(error, 1)
        return Handed(NO_TEXT, asked=False)
    if trin == BORGER:
        typed = line_typed(walking.ask, NAME, heading=walking.heading, help=NAME_HELP)
        referat = greeted(referat, typed, walking.owner.borger.alias)
    text = str(_rendered(walking.store, referat, SCREEN))
    out(text)
    hint = hint_of(referat)
    if hint:
        say(hint)
    while True:
        what = chosen(walking.ask, f"Hvad skal der ske med {_TO[trin]}?", _choices(), heading=walking.heading)
        if what in ("", SKIP):
            return Handed(SKIPPED)
        if what == COPY:
            if not has_clipboard() or copied(text):
                return Handed(DONE, has_clipboard())
        elif _saved(walking, referat, trin, what):
            return Handed(DONE)


def hand_to_calendar(walking: Walking) -> Handed:
    from vforlob.actions.calendar import make_event  # late: the last step of a walk that may end before

    store, samtale = walking.store, walking.samtale
    try:
        event = make_event(store, samtale.forlob, borger=samtale.borger)
    except VforlobError as error:
        _tell(error, 1)
        return Handed(SKIPPED, asked=False)
    when = " ".join(filter(None, (long_date(event.day), event.clock and clock(event.clock))))
    say(f"Næste kontakt: {'' if event.agreed else 'senest '}{when}.")
    if not says_yes(walking.ask, "Gem den som en fil til kalenderen?", heading=walking.heading):
        return Handed(SKIPPED)
    from vforlob.render.calendar import render_event  # late: its library costs as much as five starts

    if not _put_away(walking, render_event(event), "ics", (KALENDER, None)):
        return Handed(SKIPPED)
    say("Åbn filen for at lægge aftalen i din kalender.")
    return Handed(DONE)


def _choices() -> list[tuple[str, str]]:
    copy = "Læg den i udklipsholderen" if has_clipboard() else "Jeg har kopieret den fra skærmen"
    return [(COPY, copy), *_FILES, (SKIP, "Spring over")]


def _referat(walking: Walking, trin: str) -> Referat:
    settings = {name: setting(walking.store, name) for name in SIGNED_WITH}
    return make_referat(newest_held(walking.store, walking.samtale), trin, settings)


def _rendered(store: Store, referat: Referat, format_name: str) -> str | bytes:
    from vforlob.render.render import render  # late: the libraries of a format cost as much as ten starts

    with laid_aside(store, format_name):
        return render(referat, format_name, os.path.join(store.folder, TEMPLATES))


def _saved(walking: Walking, referat: Referat, trin: str, format_name: str) -> bool:
    try:
        content = _rendered(walking.store, referat, format_name)
    except VforlobError as error:
        _tell(error)
        return False
    return _put_away(walking, content, format_name, ("referat", trin))


def _put_away(walking: Walking, content: str | bytes, format_name: str, what: tuple[str, str | None]) -> bool:
    samtale = walking.samtale
    try:
        about = About(*what, samtale.borger, samtale.forlob, samtale.nr)
        path = put_away(walking.store, content, Wish(format_name), about)
    except VforlobError as error:
        _tell(error)
        return False
    out(f" Gemt: {one_line(path)}")
    return True


def _tell(error: VforlobError, most: int = 9) -> None:
    """What happened; what to do is not told where the walk goes on by itself."""
    from vforlob.cli.explain.registry import explain  # late: only when something went wrong

    for sentence in explain(error)[:most]:
        say(sentence)
