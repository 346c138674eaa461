"""Ask for the columns of a record, one after the other, with a way back. Knows no kind of record and no terminal."""

from collections.abc import Callable, Sequence
from typing import NamedTuple

from vforlob.actions.asking import ALONE, Answered, Ask, Back, Cleared, Jump, Overview, Pause, Question, Reply
from vforlob.actions.record_checks import broken_in_column, broken_rules
from vforlob.actions.record_felter import FELTER, RecordFelt
from vforlob.actions.references import borger_of, virksomhed_of
from vforlob.actions.settings import names_allowed
from vforlob.agenda.kinds import KINDS
from vforlob.errors.answer import BadAnswer
from vforlob.errors.base import VforlobError
from vforlob.errors.use import NothingToPick
from vforlob.model.agenda import Choice
from vforlob.model.answers import Value
from vforlob.model.borger import Borger
from vforlob.model.virksomhed import Virksomhed
from vforlob.store.store import Store

Given = dict[str, Value | None]
Tell = Callable[[str], None]


class Form(NamedTuple):
    """What is being filled in. `nr` is None for a new record, `current` what stands there already."""

    store: Store
    emne: str
    heading: str
    nr: int | None
    current: Given
    felter: tuple[RecordFelt, ...]


def form_for(store: Store, emne: str, heading: str, nr: int | None = None, current: Given | None = None) -> Form:
    names = names_allowed(store)
    felter = tuple(felt for felt in FELTER[emne] if names or not felt.named)
    return Form(store, emne, heading, nr, current or {}, felter)


def fill_in(form: Form, ask: Ask, tell: Tell) -> Given | None:
    """What was answered, None when it was paused. Ends only when every rule is kept."""
    given: Given = {}
    at = 0
    while at < len(form.felter):
        reply = ask(_question(form, at, given))
        if isinstance(reply, Pause):
            if reply.interrupted:
                raise KeyboardInterrupt
            return None
        at = _after(form, at, reply, given, tell)
        if at == len(form.felter):
            at = _first_broken(form, given, tell)
    return given


def _after(form: Form, at: int, reply: Reply, given: Given, tell: Tell) -> int:
    """Where to go on; what was answered is in `given`."""
    felt = form.felter[at]
    if isinstance(reply, Back):
        return max(0, at - 1)
    if isinstance(reply, Jump):
        return _jumped(form, at, reply.number, tell)
    if isinstance(reply, Overview):
        _overview(form, given, tell)
        return at
    if isinstance(reply, Cleared):
        given[felt.id] = None
    elif isinstance(reply, Answered) and reply.value is not None:
        given[felt.id] = reply.value
    if felt.required and _value(form, given, felt.id) is None:
        tell(f"{felt.felt.text} skal udfyldes. Skriv :p for at stoppe uden at gemme.")
        return at
    return at + 1


def _jumped(form: Form, at: int, number: str, tell: Tell) -> int:
    if number.isdigit() and 1 <= int(number) <= len(form.felter):
        return int(number) - 1
    tell(f"Der er {len(form.felter)} spørgsmål. Skriv fx :1.")
    return at


def _overview(form: Form, given: Given, tell: Tell) -> None:
    for number, felt in enumerate(form.felter, 1):
        value = _value(form, given, felt.id)
        tell(f" {number:>2}  {felt.felt.text:<26} {shown(felt, value)}".rstrip())


def _first_broken(form: Form, given: Given, tell: Tell) -> int:
    """The end, or the first question whose answer does not go with the others."""
    broken = broken_rules(form.store, form.emne, {**form.current, **given}, form.nr)
    for rule in broken:
        tell(rule.sentence)
    ids = [felt.id for felt in form.felter]
    return min((ids.index(rule.column) for rule in broken if rule.column in ids), default=len(ids))


def _question(form: Form, at: int, given: Given) -> Question:
    felt = form.felter[at]
    choices = _choices(form.store, felt)
    asked = felt.felt._replace(kind="valg", choices=choices) if felt.reference else felt.felt
    value = _value(form, given, felt.id)
    return Question(
        kind=asked.kind,
        text=asked.text,
        read=_reader(form, felt, choices),
        page=ALONE,
        heading=form.heading,
        position=f"{len(form.felter)} spørgsmål",
        title=form.heading,
        help=asked.help,
        unit=asked.unit,
        choices=choices,
        min=asked.min,
        max=asked.max,
        current=value,
        current_text=shown(felt, value, choices),
        saves=False,
    )


def _reader(form: Form, felt: RecordFelt, choices: Sequence[Choice]) -> Callable[[str], Value]:
    today = form.store.now().date()

    def read(typed: str) -> Value:
        if felt.reference:
            value: Value = _referred(form.store, felt, typed, choices)
        else:
            value = KINDS[felt.felt.kind].read(typed, felt.felt, today)
        sentence = broken_in_column(form.store, form.emne, felt.id, value, form.nr)
        if sentence:
            raise BadAnswer(sentence)
        return value

    return read


def _referred(store: Store, felt: RecordFelt, typed: str, choices: Sequence[Choice]) -> str:
    find = borger_of if felt.reference == "borger" else virksomhed_of
    try:
        return str(find(store, typed).nr)
    except VforlobError:
        example = choices[0].text.split()[0]
        raise BadAnswer(f"Det nummer er ikke på listen. Skriv fx {example}.") from None


def _choices(store: Store, felt: RecordFelt) -> tuple[Choice, ...]:
    if not felt.reference:
        return felt.felt.choices
    listed = _LISTS[felt.reference](store)
    if not listed:
        raise NothingToPick(felt.reference)
    return tuple(listed)


def _borgere(store: Store) -> list[Choice]:
    return [Choice(str(borger.nr), f"b{borger.nr}  {borger.alias}") for borger in store.door(Borger).find()]


def _virksomheder(store: Store) -> list[Choice]:
    return [Choice(str(it.nr), f"v{it.nr}  {it.navn}") for it in store.door(Virksomhed).find()]


_LISTS: dict[str, Callable[[Store], list[Choice]]] = {"borger": _borgere, "virksomhed": _virksomheder}


def _value(form: Form, given: Given, column: str) -> Value | None:
    return given[column] if column in given else form.current.get(column)


def shown(felt: RecordFelt, value: Value | None, choices: Sequence[Choice] = ()) -> str:
    """The answer in Danish; nothing for none."""
    if value is None:
        return ""
    if felt.reference:
        return next((choice.text for choice in choices if choice.id == str(value)), str(value))
    return KINDS[felt.felt.kind].show(value, felt.felt)
