"""The questions about the journal: which text to copy, "Sat ind i journalen?" one by one, aktindsigt. Knows no text."""

from collections.abc import Iterable, Sequence
from datetime import date
from typing import NamedTuple

from vforlob.actions.asking import Ask
from vforlob.actions.journal import Group, Note, find_notes, gather_journal, read_tag
from vforlob.actions.journal_receipts import Sent, borgere_to_ask_about, give_receipts, what_stands
from vforlob.actions.journal_texts import text_of_group
from vforlob.cli.ask import asker
from vforlob.cli.context import context, in_folder
from vforlob.cli.copying import offer_copy, offer_emptying_later
from vforlob.cli.journal_screen import ALL_IN, name_of, note_line, subject_of
from vforlob.cli.layout import one_line, screen_width
from vforlob.cli.owners import Owner, named_owner
from vforlob.cli.short_questions import Left, chosen, says_yes
from vforlob.cli.show import err, out
from vforlob.errors.base import ExitCode, VforlobError
from vforlob.errors.journal import NoSuchNote, ReceiptAhead, ReceiptTooEarly
from vforlob.errors.use import NothingGiven
from vforlob.model.borger import Borger
from vforlob.rules.danish import counted, listed, short_date
from vforlob.store.journal import newest_event
from vforlob.store.regler import load_rulebook
from vforlob.store.store import Store

HEADING = "Journalen"
AKTINDSIGT = "Er der bedt om aktindsigt{}? Så må intet slettes."
WHY = "Teksterne her kan slettes, når de står i journalen. Ved ja bliver alt om borgeren stående."


class Asked(NamedTuple):
    """What stood on the line after `journal kvitter`."""

    posts: tuple[str, ...] = ()
    alle: bool = False
    dato: str = ""


def offer_clipboard(store: Store, groups: Sequence[Group]) -> int:
    """One borger's text at a time."""
    ask = asker(context())
    try:
        group = groups[0] if len(groups) == 1 else _picked(ask, groups)
        if group is None:
            return ExitCode.OK
        question = f"Læg teksten om {one_line(group.borger.alias)} i udklipsholderen?"
        if len(groups) > 1:
            from vforlob.cli.copying import copied  # late: she has said which, and that is a yes

            done = copied(text_of_group(store, group))
        else:
            done = offer_copy(ask, text_of_group(store, group), question, HEADING)
        if done:
            offer_emptying_later(ask, HEADING)
    except Left as left:
        return ExitCode.INTERRUPTED if left.interrupted else ExitCode.OK
    return ExitCode.OK


def _picked(ask: Ask, groups: Sequence[Group]) -> Group | None:
    from vforlob.cli.clipboard import has_clipboard  # late: only where several wait
    from vforlob.cli.copying import NONE, say

    if not has_clipboard():
        say(NONE)
        return None
    by_nr = {str(group.borger.nr): group for group in groups}
    choices = [(nr, name_of(group)) for nr, group in by_nr.items()]
    return by_nr.get(chosen(ask, "Hvis tekst skal i udklipsholderen?", choices, heading=HEADING, help="Enter: ingen."))


def receipted(store: Store, asked: Asked) -> int:
    """The exit code. What was answered yes before she stopped has its receipt."""
    sent = Sent(_day(asked.dato), newest_event(store))
    notes, is_named = _wanted(store, asked)
    if not notes:
        if not asked.posts:
            out(ALL_IN)
        return ExitCode.OK
    if asked.dato:
        _refuse_too_early(notes, sent.day)
    if not context().may_ask:
        if not is_named:
            tags = " ".join(note.tag for note in notes[:3])
            raise NothingGiven("numrene på det, der er sat ind", f"vforlob journal kvitter {tags}")
        _tell(store, give_receipts(store, notes, sent), sent)
        return ExitCode.OK
    return _with_questions(store, notes, sent, asked.alle, is_named)


def _with_questions(store: Store, notes: tuple[Note, ...], sent: Sent, alle: bool, is_named: bool) -> int:
    ask, code = asker(context()), ExitCode.OK
    chosen_notes: list[Note] = []
    stopped: tuple[int, ...] = ()
    try:
        if is_named:
            chosen_notes = list(notes)
        elif alle:
            chosen_notes = list(notes) if _all_of_them(store, ask, notes) else []
        else:
            _one_by_one(store, ask, notes, chosen_notes)
        stopped = ask_about_deletion(store, ask, chosen_notes)
    except Left as left:
        code = ExitCode.INTERRUPTED if left.interrupted else ExitCode.OK
    if chosen_notes:
        _tell(store, give_receipts(store, chosen_notes, sent, stopped), sent)
        tell_stopped(stopped)
    else:
        out(" Der er ikke kvitteret for noget.")
    return code


def _all_of_them(store: Store, ask: Ask, notes: tuple[Note, ...]) -> bool:
    out("\n".join(note_line(store, note, context().today, screen_width()) for note in notes))
    return says_yes(ask, f"Er alle {len(notes)} sat ind i journalen?", heading=HEADING)


def _one_by_one(store: Store, ask: Ask, notes: Iterable[Note], put_in: list[Note]) -> None:
    """`put_in` grows as she answers: what she has said stands when she stops."""
    for note in notes:
        borger = store.door(Borger).get(note.borger)
        where = f"f{note.forlob}" if note.forlob else f"b{note.borger}"
        about = f"{where} {one_line(borger.alias)} · {short_date(note.dato, context().today)} · {subject_of(note)}"
        if says_yes(ask, "Sat ind i journalen?", heading=f"{HEADING} · {note.tag} · {about}"):
            put_in.append(note)


def ask_about_deletion(store: Store, ask: Ask, notes: Iterable[Note], heading: str = HEADING) -> tuple[int, ...]:
    """The borgere whose case somebody has asked to see: nothing in it may be deleted."""
    borgere = borgere_to_ask_about(store, notes)
    if not borgere or not says_yes(ask, _question(store, borgere), heading=heading, help=WHY):
        return ()
    if len(borgere) == 1:
        return borgere
    return tuple(nr for nr in borgere if says_yes(ask, _question(store, (nr,)), heading=heading, help=WHY))


def _question(store: Store, borgere: tuple[int, ...]) -> str:
    if len(borgere) > 1:
        return AKTINDSIGT.format(" i en af sagerne")
    return AKTINDSIGT.format(f" i sagen om {one_line(store.door(Borger).get(borgere[0]).alias)}")


def tell_stopped(borgere: Iterable[int]) -> None:
    for nr in borgere:
        out(f" Noteret: Intet om b{nr} må slettes.")


def _tell(store: Store, given: tuple[Note, ...], sent: Sent) -> None:
    if given:
        tags, day = listed([note.tag for note in given]), short_date(sent.day, context().today)
        out(f" Kvitteret {day}: {tags}. Tag det tilbage med: {in_folder('vforlob fortryd')}")
    left = sum(len(group.notes) for group in gather_journal(store, context().today, load_rulebook(store.folder)))
    out(f" {counted(left, 'notat', 'notater')} venter endnu." if left else f" {ALL_IN}")


def _wanted(store: Store, asked: Asked) -> tuple[tuple[Note, ...], bool]:
    """The notes, and whether each was named on the line. Names that are none stop all of it."""
    rules = load_rulebook(store.folder)
    groups = gather_journal(store, context().today, rules)
    if not asked.posts:
        return tuple(note for group in groups for note in group.notes), False
    named = find_notes(groups, asked.posts)
    unknown = [typed for typed, note in named.items() if note is None]
    cases = {typed: _case(store, typed) for typed in unknown if not read_tag(typed)}
    lost = [typed for typed in unknown if not cases.get(typed) and not what_stands(store, typed)]
    if lost:
        raise NoSuchNote(tuple(lost))
    notes: dict[str, Note] = {}
    for typed, note in named.items():
        owner = cases.get(typed)
        if note is not None:
            notes[note.tag] = note
        elif owner is not None:
            forlob = owner.forlob.nr if owner.forlob else None
            for group in gather_journal(store, context().today, rules, owner.borger.nr, forlob):
                notes |= {one.tag: one for one in group.notes}
        else:
            _tell_standing(store, typed)
    return tuple(notes.values()), not any(cases.values())


def _case(store: Store, typed: str) -> Owner | None:
    try:
        return named_owner(store, typed)
    except VforlobError:
        return None


def _tell_standing(store: Store, typed: str) -> None:
    standing = what_stands(store, typed)
    if standing is None:
        return
    if standing.day:
        err(f"{standing.tag} står allerede i journalen ({short_date(standing.day, context().today)}).")
    else:
        err(f"{standing.tag} venter ikke på journalen.")


def _refuse_too_early(notes: Iterable[Note], day: str) -> None:
    """A slip of the year would let texts be deleted before their time. What is written ahead has no day yet."""
    today = context().today.isoformat()
    early = tuple(note.tag for note in notes if day < getattr(note.record, "dato", "") <= today)
    if early:
        raise ReceiptTooEarly(day, early)


def _day(typed: str) -> str:
    if not typed:
        return context().today.isoformat()
    from vforlob.rules.dates import read_date  # late: hardly any line has one

    found: date = read_date(typed, context().today)
    if found > context().today:
        raise ReceiptAhead(found.isoformat())
    return found.isoformat()
