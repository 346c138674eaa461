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
from vforlob.rules.gate_tables import OUTSIDE
from vforlob.rules.voices import Voice

KINDS_OF_HOURS = ("praktik", "lontilskud", "ordinaer")
WITHOUT_HELP, REACHED = "selvstaendigt", "naet"


def succeeded(cleared: Cleared, held: Held, voice: Voice) -> tuple[str, ...]:
    """Tasks done without help, hours that have gone up, delmål reached, hensyn nobody needs any longer: whole
    sentences. Where it was looked for and there is none, that is said in one.
    """
    found = (
        *(voice.alone.format(opgave) for opgave in _new_tasks(cleared, held)),
        *(sentence for punkt in cleared.punkter for sentence in _more_hours(punkt, held, voice)),
        *(voice.reached.format(text) for text in _reached(cleared) if text),
        *(voice.no_longer.format(text) for text in _no_longer(cleared) if text),
    )
    if found or not voice.nothing_new or not _looks_back(held, cleared.recipient):
        return found
    return (voice.nothing_new,)


def _looks_back(held: Held, recipient: str) -> bool:
    """A samtale about tasks, hours or hensyn in a forløb where there was one before. The sentence says no more than
    that: what is kept from the recipient must not show in what is missing.
    """
    if recipient in OUTSIDE and _has_closed(held):
        return False
    asked = {word for punkt in held.agenda.punkter for word in punkt.writes}
    is_about_then = {"timer", "aftaler", "plan"} <= asked and "forlob.start" not in asked
    return is_about_then and held.samtale.forlob is not None and bool(last_held(held))


def _reached(cleared: Cleared) -> Iterator[str]:
    """Those from before, and those that stand in a point of their own."""
    for one in cleared.delmal:
        if isinstance(one.record, Delmal) and one.values.get("status") == REACHED:
            yield one.record.specifikt or ""
    for punkt in cleared.punkter:
        for row in punkt.rows if "delmal" in punkt.punkt.writes else ():
            if row.values.get("status") == REACHED:
                yield row.known or str(row.values.get("specifikt", ""))


def _no_longer(cleared: Cleared) -> Iterator[str]:
    for punkt in cleared.punkter:
        for row in punkt.rows if "hensyn" in punkt.punkt.writes else ():
            if row.values.get("virker") == "ikke_laengere":
                yield row.known


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
    going_on = {kind: hours for kind, hours in earlier.items() if kind == "ordinaer" or not _has_closed(held)}
    after = {**going_on, **said}
    total, paid = sum(after.values()), after["ordinaer"]
    newly_paid = paid > earlier["ordinaer"]
    if total > sum(earlier.values()):
        tail = f", og {number(paid)} af dem er med løn" if paid < total else ", alle med løn"
        tail = tail if newly_paid else ""
        yield voice.more_hours.format(number(sum(earlier.values())), number(total), tail)
    elif newly_paid:
        yield voice.paid_hours.format(with_unit(paid, "timer"))


def _has_closed(held: Held) -> bool:
    """In the job that came of it only hours with pay go on."""
    return held.case.forlob is not None and held.case.forlob.status == "lukket"


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
