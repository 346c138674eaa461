"""Take back the last thing done: what it was, what it becomes, and only then. Knows no command by name."""

from collections.abc import Callable, Mapping
from contextlib import ExitStack
from typing import Any

from vforlob.actions.asking import ALONE, Answered, Pause, Question
from vforlob.actions.journal import LETTERS
from vforlob.actions.record_words import STEP_TITLES, column_word, record_word
from vforlob.actions.slettestop import stopped_borger
from vforlob.actions.value_words import LONGEST, value_words
from vforlob.agenda.kinds import KINDS
from vforlob.agenda.reserved import felt_of
from vforlob.cli.ask import asker
from vforlob.cli.context import context
from vforlob.cli.explain.kinds import KINDS as RECORDS
from vforlob.cli.layout import one_line
from vforlob.cli.show import emit, out
from vforlob.errors.base import ExitCode
from vforlob.model.agenda import Felt
from vforlob.model.answers import Key
from vforlob.model.change import Change
from vforlob.model.samtale import Samtale
from vforlob.rules.danish import counted
from vforlob.store.agendas import agenda_as_asked
from vforlob.store.answers import answers_of
from vforlob.store.samtale_lock import hold as hold_lock
from vforlob.store.store import Store
from vforlob.store.undo import last_done, undo_last

MOST = 12
_OF_THE_PROGRAM = frozenset({"faerdig", "kladde_udgave", "paabegyndt", "med"})
_ASKED = Felt("fortryd", "Tag det tilbage?", "janej")


def take_back(store: Store, json: bool) -> int:
    """Asked first where somebody can answer. Undone again and again it goes further back."""
    art, changes = last_done(store)
    if not json:
        out(f" Kun til dig · Det sidste, der blev gjort: {art}")
        for line in change_lines(store, changes):
            out(line)
    if context().may_ask and not json and not _is_wanted():
        out("Intet er ændret.")
        return ExitCode.OK
    with ExitStack() as locks:
        for samtale in sorted({change.nr for change in changes if change.emne in {"samtale", "svar"}}):
            locks.enter_context(hold_lock(store.folder, samtale))  # no answer goes away from under somebody
        undone = undo_last(store, changes)
    if json:
        emit({"fortrudt": art, "aendringer": len(undone)})
    else:
        out(f"Taget tilbage: {art}. Det står nu som før.")
    return ExitCode.OK


def change_lines(store: Store, changes: tuple[Change, ...]) -> list[str]:
    """What it is now, and what it becomes again."""
    lines = [line for change in changes if not _is_copy(store, change) for line in _change(store, change)]
    hidden = len(lines) - MOST
    return lines if hidden <= 0 else [*lines[:MOST], f"  ... og {counted(hidden, 'ændring', 'ændringer')} mere"]


def _is_copy(store: Store, change: Change) -> bool:
    """A corrected samtale begins as a copy of the version before: what was not touched is nothing that changes."""
    made = change.after or {}
    if change.emne != "svar" or change.before is not None or made.get("udgave", 1) < 2:
        return False
    key = Key(made["punkt"], made["felt"], made["raekke"])
    return bool(answers_of(store, change.nr, made["udgave"] - 1).get(key) == made["vaerdi"])


def _change(store: Store, change: Change) -> list[str]:
    if change.emne == "svar":
        return [_answer(store, change)]
    name = _name(change)
    if change.before is None:
        return [f"  {name}: oprettet -> fjernes"]
    if change.after is None:
        return [f"  {name}: fjernet -> kommer igen"]
    return [
        f"  {name}, {column_word(column, change.emne)}: {_shown(change.emne, change.after, column)}"
        f" -> {_shown(change.emne, change.before, column)}"
        for column in change.after
        if change.emne != "samtale" or column not in _OF_THE_PROGRAM
    ]


def _answer(store: Store, change: Change) -> str:
    where: Mapping[str, Any] = change.after or change.before or {}
    samtale = store.door(Samtale).find(nr=change.nr)
    felt = felt_of(agenda_as_asked(store, samtale[0].agenda_sha), where["punkt"], where["felt"]) if samtale else None
    asked = felt.text if felt else where["felt"]
    text = asked if asked.endswith(("?", ":")) else f"{asked}:"
    now, again = (_shown("svar", values or {}, "vaerdi", felt) for values in (change.after, change.before))
    return f"  s{change.nr}, {text} {now} -> {again}"


def _name(change: Change) -> str:
    values: Mapping[str, Any] = {**(change.before or {}), **(change.after or {})}
    about = _ABOUT[change.emne](values) if change.emne in _ABOUT else ""
    if about:
        return about
    letter = RECORDS[change.emne].letter if change.emne in RECORDS else ""
    return f"{record_word(change.emne)} {letter}{change.nr}"


def _receipt(values: Mapping[str, Any]) -> str:
    """kvittering for s31: named by what it is about, for its own number is written nowhere else."""
    emne, nr = values.get("emne"), values.get("emne_nr")
    if emne is None or nr is None:
        return ""
    return f"kvittering for {f'{LETTERS[emne]}{nr}' if emne in LETTERS else f'{record_word(emne)} {nr}'}"


def _step(values: Mapping[str, Any]) -> str:
    samtale, trin = values.get("samtale"), values.get("trin")
    return f"aflevering af s{samtale}, {STEP_TITLES[trin]}" if samtale and trin in STEP_TITLES else ""


def _setting(values: Mapping[str, Any]) -> str:
    """That nothing of a borger may be deleted is lifted with the receipt it was said at: it must not pass unseen."""
    borger = stopped_borger(values.get("navn") or "")
    return f"stop for sletning af {borger}" if borger else ""


_ABOUT: Mapping[str, Callable[[Mapping[str, Any]], str]] = {
    "kvittering": _receipt,
    "aflevering": _step,
    "indstilling": _setting,
}


def _shown(emne: str, values: Mapping[str, Any], column: str, felt: Felt | None = None) -> str:
    value = values.get(column)
    if value in (None, "", ()) or felt is None:
        return value_words(emne, column, value)
    text = one_line(KINDS[felt.kind].show(value, felt))
    return text if len(text) <= LONGEST else f"{text[: LONGEST - 1]}…"


def _is_wanted() -> bool:
    question = Question(
        kind=_ASKED.kind,
        text=_ASKED.text,
        read=lambda typed: KINDS[_ASKED.kind].read(typed, _ASKED, context().today),
        page=ALONE,
        saves=False,
    )
    reply = asker(context(), ALONE)(question)
    if isinstance(reply, Pause) and reply.interrupted:
        raise KeyboardInterrupt
    return isinstance(reply, Answered) and reply.value == "ja"
