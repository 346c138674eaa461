"""Take in what was written on a sheet, typed at the prompt or sent in: read it, show it, save it. Knows no number."""

from contextlib import ExitStack

from vforlob.actions.ark.noted import Noted, noted
from vforlob.actions.ark.take_down import LINES, draft_to_fill, sitting_to_fill, take_down
from vforlob.actions.sitting import Sitting
from vforlob.cli.agenda_names import spelt
from vforlob.cli.context import context, in_folder
from vforlob.cli.files import STDIN, read_given
from vforlob.cli.holding import refuse_closed
from vforlob.cli.layout import screen_width
from vforlob.cli.paper_preview import problem_lines, unread_lines
from vforlob.cli.samtale_end import filled_lines, held_json
from vforlob.cli.show import emit, err
from vforlob.errors.base import ExitCode
from vforlob.errors.papir import LinesUnreadable, NotFilledIn
from vforlob.model.agenda import Agenda
from vforlob.model.case import Case
from vforlob.store.answers import draft_of
from vforlob.store.samtale_lock import hold as hold_lock
from vforlob.store.store import Store

_USUAL = "opfolgning"


def take_in(store: Store, agenda: Agenda, case: Case, given: str, json: bool) -> int:
    """From the file that is named, from the terminal, or from what is sent in."""
    refuse_closed(store, agenda, case)
    draft = draft_to_fill(store, agenda, case)
    with ExitStack() as locks:
        if draft is not None:
            locks.enter_context(hold_lock(store.folder, draft.nr))
        sitting = sitting_to_fill(store, agenda, case, draft)
        if not given and context().may_ask:
            from vforlob.cli.paper_prompt import Prompt  # late: lines sent in need no prompt

            return Prompt(store, sitting, line_of(agenda, case), locks, json).run()
        return _from_lines(store, sitting, text_of(read_given(given or STDIN)), line_of(agenda, case), json)


def line_of(agenda: Agenda, case: Case) -> str:
    """The command that goes on with it, in the same folder."""
    number = f"f{case.forlob.nr}" if case.forlob else f"b{case.borger.nr}"
    named = "" if agenda.id == _USUAL else f" --agenda {spelt(agenda.id)}"
    return in_folder(f"vforlob indtast {number}{named}")


def text_of(data: bytes) -> str:
    """Notes come in the letters of a phone, of Windows or of an old program."""
    if data.startswith((b"\xff\xfe", b"\xfe\xff")):
        return _decoded(data, "utf-16")
    if b"\0" in data:
        raise LinesUnreadable
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError:
        return _decoded(data, "cp1252")


def _decoded(data: bytes, letters: str) -> str:
    try:
        return data.decode(letters)
    except UnicodeDecodeError:
        raise LinesUnreadable from None


def _from_lines(store: Store, sitting: Sitting, text: str, line: str, json: bool) -> int:
    """Finished when everything could be read; else a draft, with what could not be read as notes."""
    kept = draft_of(store, sitting.samtale.nr, LINES) if sitting.samtale.nr else ""
    if not text.strip() and not kept:
        raise NotFilledIn(line)
    read = noted(sitting, f"{kept}\n{text}" if kept else text)
    filled = take_down(store, sitting, read, finish=read.is_whole)
    say(read)
    for sentence in filled_lines(filled):
        err(sentence)
    if read.is_whole:
        from vforlob.cli.after_samtale import reminders  # late: only at the end

        for sentence in reminders(store, filled.samtale):
            err(sentence)
    else:
        err(f"Ret det, der mangler: {_corrects(sitting)}")
    if json:
        emit(held_json(filled.samtale, filled.points))
    return ExitCode.OK


def say(read: Noted) -> None:
    width = screen_width()
    for sentence in (*unread_lines(read, width), *problem_lines(read, width)):
        if sentence:
            err(sentence)


def _corrects(sitting: Sitting) -> str:
    from vforlob.cli.holding import line_of as walks  # late: as above

    return walks(sitting.agenda.id, sitting.case)
