"""Hold one samtale, at the terminal or from a file: open what it needs, show what came of it. Knows no command."""

from typing import NamedTuple

from vforlob.actions.asking import ALONE
from vforlob.actions.briefing import make_briefing
from vforlob.actions.drafts import Changes, find_draft, new_sitting, open_sitting
from vforlob.actions.sitting import Sitting
from vforlob.cli.ask import asker, preload, read_line_plainly
from vforlob.cli.briefing_screen import begin_lines, briefing_lines
from vforlob.cli.context import context, in_folder
from vforlob.cli.layout import screen_width, wrap
from vforlob.cli.show import emit, err, out
from vforlob.errors.base import ExitCode
from vforlob.errors.use import NothingGiven
from vforlob.model.agenda import Agenda
from vforlob.model.case import Case
from vforlob.model.samtale import Samtale
from vforlob.store.agendas import compiled
from vforlob.store.samtale_lock import hold as hold_lock
from vforlob.store.store import Store
from vforlob.store.wholeness import refuse_damaged

COMMANDS = {"formode": "formøde", "startmode": "startmøde", "opfolgning": "opfølgning"}
_LATER = ("q", "Q")


class Wanted(NamedTuple):
    """What the line asked for, beside the case."""

    med: str = ""
    svar: str = ""
    tillaeg: str = ""
    kort: bool = False
    grundig: bool = False
    json: bool = False


def agenda_named(store: Store, name: str) -> Agenda:
    """As the file stands now; the user's own goes before ours."""
    from vforlob.agenda.library import find_agenda_file  # reads no agenda, only finds it

    return compiled(store, find_agenda_file(name, store.folder), _load)


def hold(store: Store, agenda: Agenda, case: Case, wanted: Wanted) -> int:
    """A new samtale, or the draft of that agenda and case."""
    draft = find_draft(store, agenda.id, case.borger.nr, case.forlob.nr if case.forlob else None)
    if wanted.svar:
        refuse_damaged(store)
        return _from_file(store, agenda, case, wanted)
    if not context().may_ask:
        raise NothingGiven("svar, for her er ingen at spørge", f"{line_of(agenda.id, case)} --svar svar.toml")
    if draft is None:
        return _sit_down(store, new_sitting(store, agenda, case), wanted)
    with hold_lock(store.folder, draft.nr):  # before anything is painted: the other window has it
        return _sit_down(store, open_sitting(store, draft), wanted)


def go_on(store: Store, samtale: Samtale) -> int:
    """With a samtale that was begun, whatever its agenda's file says now; or with a correction of one."""
    with hold_lock(store.folder, samtale.nr):
        sitting = open_sitting(store, samtale)
        if samtale.udgave:
            return hold_here(store, sitting, {}, in_folder(f"vforlob samtale ret s{samtale.nr}"))
        return _sit_down(store, sitting, Wanted())


def line_of(agenda: str, case: Case) -> str:
    """The command that goes on with this samtale, in the same folder."""
    number = f"f{case.forlob.nr}" if case.forlob else f"b{case.borger.nr}"
    return in_folder(f"vforlob {COMMANDS.get(agenda, agenda)} {number}")


def _load(path: str, data: bytes) -> Agenda:
    from vforlob.agenda.loader import load_agenda  # brings tomllib, and only for a new or changed file

    return load_agenda(path, data)


def _sit_down(store: Store, sitting: Sitting, wanted: Wanted) -> int:
    """The briefing, Enter, the questions, and what came of them."""
    said = _said_on_line(sitting, wanted)
    if not _has_begun(store, sitting):
        return ExitCode.OK
    return hold_here(store, sitting, said, line_of(sitting.agenda.id, sitting.case))


def hold_here(store: Store, sitting: Sitting, said: Changes, line: str) -> int:
    """The questions, and what came of them. `line` is the command that goes on after a pause."""
    from vforlob.actions.hold import hold_samtale, hold_sitting  # late: while the briefing is being read
    from vforlob.actions.replies import Talk  # likewise

    ask = asker(context(), ALONE)
    if sitting.samtale.nr:
        held = hold_sitting(Talk(store, ask, tell), sitting, said)
    else:
        held = hold_samtale(store, sitting, ask, tell, said)
    from vforlob.cli.samtale_end import end_of  # late: only at the end

    return end_of(held, line)


def tell(text: str) -> None:
    """Under the question, in its column. The overview is a table: a line that fits is left as it is."""
    width = screen_width() - 2
    for line in text.split("\n"):
        for part in [line] if len(line) <= width else wrap(line, width):
            out(f" {part}")


def _said_on_line(sitting: Sitting, wanted: Wanted) -> Changes:
    if not (wanted.med or wanted.tillaeg or wanted.kort or wanted.grundig):
        return {}
    from vforlob.cli.samtale_options import said_on_line  # late: most lines have no option

    return said_on_line(sitting, wanted.med, wanted.tillaeg, wanted.kort, wanted.grundig)


def _has_begun(store: Store, sitting: Sitting) -> bool:
    """Painted at once; the prompt is loaded while it is being read. False: she will do it later."""
    briefing = make_briefing(sitting.case, sitting.agenda, context().today)
    width = screen_width()
    lines = [*briefing_lines(briefing, width, not context().plain), *begin_lines(briefing, width, shared_next=False)]
    out("\n".join(lines))
    preload("vforlob.actions.hold")
    refuse_damaged(store)
    return read_line_plainly(" ").strip() not in _LATER


def _from_file(store: Store, agenda: Agenda, case: Case, wanted: Wanted) -> int:
    from vforlob.actions.fill import fill  # late: a terminal needs no file
    from vforlob.cli.files import read_given, shown_name
    from vforlob.cli.samtale_end import filled_lines, held_json
    from vforlob.cli.samtale_options import parties_named

    if wanted.med:
        parties_named(wanted.med)  # the file says who was there, but a wrong word is wrong all the same
    filled = fill(store, agenda, case, read_given(wanted.svar), shown_name(wanted.svar))
    for line in filled_lines(filled):
        err(line)
    if wanted.json:
        emit(held_json(filled.samtale, filled.points))
    return ExitCode.OK
