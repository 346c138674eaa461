"""Ask for the columns of a record, one after the other, with a way back. Knows no kind of record and no terminal."""

from collections.abc import Callable, Sequence
from typing import NamedTuple

from vforlob.actions.asking import ALONE, Answered, Ask, Back, Cleared, Jump, Overview, Pause, Question, Reply
from vforlob.actions.record_checks import broken_in_column, broken_rules
from vforlob.actions.record_kinds import felter_of
from vforlob.actions.record_kinds.base import RecordFelt, is_correction, never, read_value
from vforlob.actions.references import number_of
from vforlob.actions.settings import names_allowed
from vforlob.agenda.kinds import KINDS
from vforlob.errors.answer import BadAnswer
from vforlob.errors.base import VforlobError
from vforlob.errors.use import NothingToPick
from vforlob.model.agenda import Choice
from vforlob.model.answers import Value
from vforlob.model.borger import Borger
from vforlob.model.forlob import Forlob
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
    preset: Given


def form_for(
    store: Store,
    emne: str,
    heading: str,
    nr: int | None = None,
    current: Given | None = None,
    preset: Given | None = None,
) -> Form:
    """What is `preset` is not asked."""
    names, settled = names_allowed(store), preset or {}
    left_out = {never} if nr is not None else {never, is_correction}
    asked = (felt for felt in felter_of(emne) if felt.id not in settled and felt.when not in left_out)
    felter = tuple(felt for felt in asked if names or not felt.named)
    return Form(store, emne, heading, nr, {**(current or {}), "nr": nr}, felter, settled)


def fill_in(form: Form, ask: Ask, tell: Tell) -> Given | None:
    """What was answered, None when it was paused. Ends only when every rule is kept."""
    given: Given = {}
    at = _asked_from(form, 0, given)
    while at < len(form.felter):
        reply = ask(_question(form, at, given))
        if isinstance(reply, Pause):
            if reply.interrupted:
                raise KeyboardInterrupt
            return None
        at = _after(form, at, reply, given, tell)
        if at == len(form.felter):
            at = _first_broken(form, given, tell)
    return {**_taken(form, given), **given, **form.preset}


def _taken(form: Form, given: Given) -> Given:
    """What Enter took where nothing stood."""
    whole = _whole(form, given)
    left = (felt for felt in felter_of(form.emne) if felt.id not in given and felt.id not in form.preset)
    return {felt.id: whole[felt.id] for felt in left if _is_default(form, felt, whole)}


def _is_default(form: Form, felt: RecordFelt, whole: Given) -> bool:
    return form.current.get(felt.id) is None and whole.get(felt.id) is not None


def _whole(form: Form, given: Given) -> Given:
    """The record as it would be if Enter took the rest, also of what is not asked."""
    whole = {**form.current, **given, **form.preset}
    for felt in felter_of(form.emne):
        if felt.id not in given and whole.get(felt.id) is None:
            whole[felt.id] = felt.default(form.store, whole, form.nr)
    return whole


def _asked_from(form: Form, at: int, given: Given, step: int = 1) -> int:
    """The next question that the answers so far ask for; backwards with `step` -1, and the first is always there."""
    whole = _whole(form, given)
    while 0 <= at < len(form.felter) and not form.felter[at].when(whole):
        at += step
    return at if at >= 0 else _asked_from(form, 0, given)


def _after(form: Form, at: int, reply: Reply, given: Given, tell: Tell) -> int:
    """Where to go on; what was answered is in `given`."""
    felt = form.felter[at]
    if isinstance(reply, Back):
        return _asked_from(form, max(0, at - 1), given, -1)
    if isinstance(reply, Jump):
        return _asked_from(form, _jumped(form, at, reply.number, tell), given)
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
    return _asked_from(form, at + 1, given)


def _jumped(form: Form, at: int, number: str, tell: Tell) -> int:
    if number.isdigit() and 1 <= int(number) <= len(form.felter):
        return int(number) - 1
    tell(f"Der er {len(form.felter)} spørgsmål. Skriv fx :1.")
    return at


def _overview(form: Form, given: Given, tell: Tell) -> None:
    whole = _whole(form, given)
    for number, felt in enumerate(form.felter, 1):
        if not felt.when(whole):
            continue
        value = _value(form, given, felt.id)
        name = _short(felt.felt.text.partition(":")[0], 30)
        tell(f" {number:>2}  {name:<30} {_short(shown(felt, value), 40)}".rstrip())


def _short(text: str, most: int) -> str:
    """On one line of the overview."""
    line = " ".join(text.split())
    return line if len(line) <= most else f"{line[: most - 1]}…"


def _first_broken(form: Form, given: Given, tell: Tell) -> int:
    """The end, or the first question whose answer does not go with the others."""
    broken = broken_rules(form.store, form.emne, _whole(form, given), form.nr)
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
        suggest=lambda typed: felt.suggest(form.store, _whole(form, given), typed),
    )


def _reader(form: Form, felt: RecordFelt, choices: Sequence[Choice]) -> Callable[[str], Value]:
    today = form.store.now().date()

    def read(typed: str) -> Value:
        if felt.reference:
            value: Value = _referred(form.store, felt, typed, choices)
        else:
            value = read_value(felt, typed, today)
        sentence = broken_in_column(form.store, form.emne, felt.id, value, form.nr)
        if sentence:
            raise BadAnswer(sentence)
        return value

    return read


def _referred(store: Store, felt: RecordFelt, typed: str, choices: Sequence[Choice]) -> str:
    try:
        return str(number_of(store, felt.reference, typed))
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


def _forlobene(store: Store) -> list[Choice]:
    aliases = {borger.nr: borger.alias for borger in store.door(Borger).find()}
    names = {it.nr: it.navn for it in store.door(Virksomhed).find()}
    running = store.door(Forlob).find(status="aben")
    return [Choice(str(it.nr), f"f{it.nr}  {aliases[it.borger]} hos {names[it.virksomhed]}") for it in running]


_LISTS: dict[str, Callable[[Store], list[Choice]]] = {
    "borger": _borgere,
    "virksomhed": _virksomheder,
    "forlob": _forlobene,
}


def _value(form: Form, given: Given, column: str) -> Value | None:
    return _whole(form, given).get(column)


def shown(felt: RecordFelt, value: Value | None, choices: Sequence[Choice] = ()) -> str:
    """The answer in Danish; nothing for none."""
    if value is None:
        return ""
    if felt.reference:
        return next((choice.text for choice in choices if choice.id == str(value)), str(value))
    return KINDS[felt.felt.kind].show(value, felt.felt)
