"""What has gone forward since last time, out of what the recipient is cleared for. Knows no gate."""

from collections.abc import Iterator

from vforlob.model.answers import Key, Value
from vforlob.model.case import Held
from vforlob.model.delmal import Delmal
from vforlob.model.text import fold
from vforlob.model.timer import Timer
from vforlob.rules.cleared import Cleared, ClearedPunkt
from vforlob.rules.danish import number, with_unit
from vforlob.rules.gate_scene import words
from vforlob.rules.voices import Voice

KINDS_OF_HOURS = ("praktik", "lontilskud", "ordinaer")
WITHOUT_HELP = "selvstaendigt"


def succeeded(cleared: Cleared, held: Held, voice: Voice) -> tuple[str, ...]:
    """Tasks done without help, hours that have gone up, delmål reached: whole sentences."""
    tasks = (voice.alone.format(opgave) for opgave in _new_tasks(cleared, held))
    hours = (sentence for punkt in cleared.punkter for sentence in _more_hours(punkt, held, voice))
    reached = (
        voice.reached.format(one.record.specifikt or "")
        for one in cleared.delmal
        if isinstance(one.record, Delmal) and one.values.get("status") == "naet"
    )
    return (*tasks, *hours, *reached)


def last_held(held: Held) -> str:
    """The day of the samtale before this one in the same forløb; empty when there was none."""
    earlier = [
        one.dato
        for one in held.case.samtaler
        if one.udgave and one.nr != held.samtale.nr and one.forlob == held.samtale.forlob
    ]
    return max((dato for dato in earlier if dato <= held.samtale.dato), default="")


def _new_tasks(cleared: Cleared, held: Held) -> tuple[str, ...]:
    since = {fold(opgave.opgave): opgave.trin_siden for opgave in held.case.opgaver}
    last = last_held(held)
    new: dict[str, str] = {}
    for opgave in _tasks_alone(cleared):
        became = since.get(fold(opgave)) or held.samtale.dato
        if became > last:
            new.setdefault(fold(opgave), opgave)
    return tuple(new.values())


def _tasks_alone(cleared: Cleared) -> Iterator[str]:
    for punkt in cleared.punkter:
        if "opgaver" not in punkt.punkt.writes:
            continue
        for row in punkt.rows:
            if row.values.get("trin") == WITHOUT_HELP and row.values.get("opgave"):
                yield str(row.values["opgave"])
        for felt in punkt.punkt.single_felter:
            if felt.known == "opgaver":
                yield from words(punkt.values.get(felt.id))


def _more_hours(cleared: ClearedPunkt, held: Held, voice: Voice) -> Iterator[str]:
    """Only when every kind of hours that was answered is cleared: a sum would give the others away."""
    if "timer" not in cleared.punkt.writes:
        return
    answered = {kind for kind in KINDS_OF_HOURS if Key(cleared.punkt.id, kind) in held.answers}
    said = {kind: _hours(cleared.values[kind]) for kind in KINDS_OF_HOURS if kind in cleared.values}
    before = _hours_before(held)
    if before is None or not said or answered != set(said):
        return
    earlier = {kind: getattr(before, kind) or 0 for kind in KINDS_OF_HOURS}
    after = {**earlier, **said}
    total, paid = sum(after.values()), after["ordinaer"]
    newly_paid = paid > earlier["ordinaer"]
    if total > sum(earlier.values()):
        tail = f", og {number(paid)} af dem er med løn" if newly_paid and paid < total else ""
        yield voice.more_hours.format(number(sum(earlier.values())), number(total), tail)
    elif newly_paid:
        yield voice.paid_hours.format(with_unit(paid, "timer"))


def _hours_before(held: Held) -> Timer | None:
    """What was agreed in this forløb before this samtale."""
    earlier = [
        timer
        for timer in held.case.timer
        if timer.art == "aftalt"
        and timer.forlob == held.samtale.forlob
        and timer.samtale != held.samtale.nr
        and timer.fra <= held.samtale.dato
    ]
    return max(earlier, key=lambda timer: (timer.fra, timer.nr), default=None)


def _hours(value: Value) -> float:
    return float(value) if isinstance(value, int | float) else 0
