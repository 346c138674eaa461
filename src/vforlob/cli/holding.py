"""Hold one samtale, at the terminal or from a file: open what it needs, show what came of it. Knows no command."""

from typing import NamedTuple

from vforlob.actions.asking import ALONE
from vforlob.actions.briefing import make_briefing
from vforlob.actions.drafts import Changes, find_draft, new_sitting, open_sitting
from vforlob.actions.sitting import Sitting
from vforlob.agenda.reserved import TIDLIGERE_AFTALER
from vforlob.cli.agenda_names import spelt
from vforlob.cli.ask import asker, is_typed_within, preload, read_line_plainly
from vforlob.cli.briefing_screen import begin_lines, briefing_lines
from vforlob.cli.context import context, in_folder, note_access
from vforlob.cli.layout import columns, screen_width, wrap
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

EFTERVAERN = "eftervaern"
A_GLANCE = 0.2  # seconds: whoever presses Enter before that knows what she wants
_LATER, _THOROUGH = ("q", "Q"), ("g", "G")


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
    store.looked_up.append(samtale)
    with hold_lock(store.folder, samtale.nr):
        sitting = open_sitting(store, samtale)
        if samtale.udgave:
            return hold_here(store, sitting, {}, in_folder(f"vforlob samtale ret s{samtale.nr}"), json=False)
        return _sit_down(store, sitting, Wanted())


def line_of(agenda: str, case: Case) -> str:
    """The command that goes on with this samtale, in the same folder."""
    number = f"f{case.forlob.nr}" if case.forlob else f"b{case.borger.nr}"
    return in_folder(f"vforlob {spelt(agenda)} {number}")


def refuse_closed(store: Store, agenda: Agenda, case: Case) -> None:
    """A closed forløb has efterværn and nothing else; what was begun before it closed may be finished."""
    forlob = case.forlob
    if forlob is None or forlob.status != "lukket" or agenda.id == EFTERVAERN:
        return
    if find_draft(store, agenda.id, case.borger.nr, forlob.nr) is not None:
        return
    from vforlob.errors.samtaler import ForlobClosed  # late: hardly ever

    closing = [s.nr for s in case.samtaler if s.agenda == "afslutning" and s.udgave and s.forlob == forlob.nr]
    raise ForlobClosed(
        forlob.nr, spelt(agenda.id), forlob.lukket or "", max(closing, default=0), bool(forlob.eftervaern)
    )


def _load(path: str, data: bytes) -> Agenda:
    from vforlob.agenda.loader import load_agenda  # brings tomllib, and only for a new or changed file

    return load_agenda(path, data)


def _sit_down(store: Store, sitting: Sitting, wanted: Wanted) -> int:
    """The briefing, Enter, the questions, and what came of them."""
    said = _said_on_line(sitting, wanted)
    typed = _briefed(store, sitting, may_be_thorough=not (wanted.kort or wanted.grundig))
    if typed in _LATER:
        return ExitCode.OK
    from vforlob.actions.thorough import points_left_out, points_of_new_host, with_points  # late: after Enter

    points = points_left_out(sitting) if typed in _THOROUGH else ()
    if not sitting.samtale.nr:
        points = (*points, *points_of_new_host(sitting))
    said = with_points(sitting, said, points)
    return hold_here(store, sitting, said, line_of(sitting.agenda.id, sitting.case), wanted.json)


def hold_here(store: Store, sitting: Sitting, said: Changes, line: str, json: bool) -> int:
    """The questions, and what came of them. `line` is the command that goes on after a pause."""
    from vforlob.actions.hold import FINISHED, hold_samtale, hold_sitting  # late: while the briefing is being read
    from vforlob.actions.replies import Talk  # likewise

    ask = asker(context(), ALONE)
    if sitting.samtale.nr:
        held = hold_sitting(Talk(store, ask, tell), sitting, said)
    else:
        held = hold_samtale(store, sitting, ask, tell, said)
    from vforlob.cli.samtale_end import end_of, held_json  # late: only at the end

    code = end_of(held, line)
    if held.ended == FINISHED and held.samtale.udgave == 1:
        from vforlob.cli.after_samtale import after_samtale  # late, as above

        code = after_samtale(store, held.samtale, ask)
    if json:
        emit(held_json(held.samtale, held.points))
    return code


def tell(text: str) -> None:
    """Under the question, in its column. A line of a table has a tab before what stands behind."""
    width = screen_width() - 2
    for line in text.split("\n"):
        for part in columns(line, width) if "\t" in line else [line] if len(line) <= width else wrap(line, width):
            out(f" {part}")


def _said_on_line(sitting: Sitting, wanted: Wanted) -> Changes:
    if not (wanted.med or wanted.tillaeg or wanted.kort or wanted.grundig):
        return {}
    from vforlob.cli.samtale_options import said_on_line  # late: most lines have no option

    return said_on_line(sitting, wanted.med, wanted.tillaeg, wanted.kort, wanted.grundig)


def _briefed(store: Store, sitting: Sitting, may_be_thorough: bool) -> str:
    """What was typed below the briefing. It is painted at once; the prompt is loaded while it is being read."""
    tillaeg = sitting.samtale.tillaeg
    thorough = may_be_thorough and any(p.thorough and p.id not in tillaeg for p in sitting.agenda.punkter)
    briefing = make_briefing(sitting.case, sitting.agenda, context().today, begun_at(store, sitting), settled(sitting))
    width = screen_width()
    keys = begin_lines(briefing, width, shared_next=False, thorough=thorough)
    out("\n".join((*briefing_lines(briefing, width, not context().plain), *keys)))
    preload("vforlob.actions.hold")
    refuse_damaged(store)
    note_access(store)  # a meeting is long, and the window may be closed in it
    if thorough and not is_typed_within(A_GLANCE):
        _propose(store, sitting, width)
    typed = read_line_plainly(" ").strip()
    return typed if thorough or typed not in _THOROUGH else ""


def _propose(store: Store, sitting: Sitting, width: int) -> None:
    from vforlob.actions.thorough import reason_to_be_thorough  # late: below the briefing, when it has been painted
    from vforlob.cli.briefing_screen import thorough_lines

    reason = reason_to_be_thorough(store, sitting.case, context().today)
    if reason:
        out("\n".join(thorough_lines(reason, width)))


def begun_at(store: Store, sitting: Sitting) -> str:
    """When a samtale was begun, in the time of the place; "" for a new one."""
    begun = sitting.samtale.paabegyndt
    if not begun:
        return ""
    from datetime import datetime  # late: only for a samtale that was begun

    return datetime.fromisoformat(begun).astimezone(store.now().tzinfo).strftime("%Y-%m-%dT%H:%M")


def settled(sitting: Sitting) -> frozenset[int]:
    """The aftaler that this samtale has said how it went with."""
    return frozenset(key.raekke for key in sitting.answers if key.punkt == TIDLIGERE_AFTALER and key.felt == "udfald")


def _from_file(store: Store, agenda: Agenda, case: Case, wanted: Wanted) -> int:
    from vforlob.actions.fill import fill  # late: a terminal needs no file
    from vforlob.cli.after_samtale import reminders
    from vforlob.cli.files import read_given, shown_name
    from vforlob.cli.samtale_end import filled_lines, held_json
    from vforlob.cli.samtale_options import parties_named

    if wanted.med:
        parties_named(wanted.med)  # the file says who was there, but a wrong word is wrong all the same
    filled = fill(store, agenda, case, read_given(wanted.svar), shown_name(wanted.svar))
    for line in filled_lines(filled):
        err(line)
    if filled.samtale.udgave == 1 and filled.samtale.kladde_udgave is None:
        for line in reminders(store, filled.samtale):
            err(line)
    if wanted.json:
        emit(held_json(filled.samtale, filled.points))
    return ExitCode.OK
