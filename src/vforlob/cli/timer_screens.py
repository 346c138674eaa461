"""The timetrappe of one forløb, and of all of them, "Kun til dig". Paints lines, decides nothing."""

from collections.abc import Iterable, Sequence
from datetime import date
from typing import NamedTuple

from vforlob.actions.value_words import in_words
from vforlob.cli.layout import bars, can_draw, for_you, labelled, one_line, wrap
from vforlob.cli.owners import Owner
from vforlob.cli.record_lists import columns
from vforlob.model.timer import Lonkroner, Timer
from vforlob.rules.danish import counted, number, short_date
from vforlob.rules.progress import weekly
from vforlob.rules.timetrappe import AIM, KINDS, Level, aim, level, paid, sparkline, steps

_NAMES = {"praktik": "praktik", "lontilskud": "løntilskud", "ordinaer": "ordinære"}


class Trappe(NamedTuple):
    """Everything there is about the hours of one forløb, or of a borger before there is one."""

    owner: Owner
    timer: tuple[Timer, ...]
    lonkroner: tuple[Lonkroner, ...] = ()


def trappe_screen(trappe: Trappe, today: date, width: int, drawn: bool) -> list[str]:
    now, goal = level(trappe.timer, today), aim(trappe.timer)
    return [
        *for_you(f"Timer · {trappe.owner.name}", width),
        "",
        *labelled("Nu", _now(now, today), width),
        *labelled("Løntimer", _paid(now, goal, today), width),
        *(labelled("Mål", _aim(goal, today), width) if goal else []),
        *_course(trappe.timer, today, width, drawn),
        *_talk(trappe.lonkroner, today, width),
        "",
        *_table(trappe.timer, today, width),
    ]


def trapper_table(trapper: Sequence[Trappe], today: date, width: int) -> list[str]:
    """One line a forløb: now, how long, the goal."""
    rows = []
    for it in trapper:
        now, goal = level(it.timer, today), aim(it.timer)
        whose = f"{it.owner.number} {one_line(it.owner.borger.alias)}"
        hours = _kinds(now.step) if now else "ikke begyndt"
        weeks = counted(now.weeks, "uge", "uger") if now else ""
        rows.append((whose, hours, weeks, _aim(goal, today) if goal else ""))
    return columns(("Sag", "Timer nu", "Uændret", "Mål"), rows, width)


def step_words(timer: Timer, today: date) -> str:
    """fra 4/11: 12,5 praktik"""
    day = f"{'senest' if timer.art == AIM else 'fra'} {short_date(timer.fra, today)}"
    return f"{day}: {_kinds(timer)}"


def _now(now: Level | None, today: date) -> str:
    if now is None:
        return "ingen timer endnu"
    since = f"siden {short_date(now.since, today)}"
    same = f", det samme i {counted(now.weeks, 'uge', 'uger')}" if now.weeks else ""
    return f"{_kinds(now.step)} · {since}{same}"


def _paid(now: Level | None, goal: Timer | None, today: date) -> str:
    """What it is all about: hours that the virksomhed pays for."""
    has = f"{number(paid(now.step) if now else 0)} nu"
    if goal is None or goal.ordinaer is None:
        return f"{has} · intet mål for løntimer"
    return f"{has} · mål {number(goal.ordinaer)} senest {short_date(goal.fra, today)}"


def _aim(goal: Timer, today: date) -> str:
    return f"{number(weekly(goal))} i alt senest {short_date(goal.fra, today)}"


def _course(timer: Iterable[Timer], today: date, width: int, drawn: bool) -> list[str]:
    values = sparkline(timer, today)
    if len(values) < 2:
        return []
    text = bars(values) if drawn and can_draw() else " ".join(number(value) for value in values)
    return labelled("Udvikling", text, width)


def _talk(lonkroner: Sequence[Lonkroner], today: date, width: int) -> list[str]:
    """How far the talk about pay has come, oldest first."""
    if not lonkroner:
        return labelled("Løn", "ikke talt om endnu", width)
    lines = []
    for place, one in enumerate(lonkroner):
        parts = [f"{short_date(one.dato, today)} {in_words('lonkroner', 'trin', one.trin)}"]
        parts += [counted(one.timer, "time", "timer")] if one.timer is not None else []
        parts += [one_line(text) for text in (one.opgaver, one.tekst) if text]
        lines += labelled("" if place else "Løn", " · ".join(parts), width)
    return lines


def _table(timer: Sequence[Timer], today: date, width: int) -> list[str]:
    if not timer:
        return [" Der er ingen timer endnu."]
    counting = {step.nr for step in steps(timer)}
    rows = []
    for step in sorted(timer, key=lambda one: (one.art == AIM, one.fra, one.nr)):
        ahead = " (kommer)" if step.fra > today.isoformat() and step.art != AIM else ""
        what = "mål" if step.art == AIM else f"aftalt{ahead}" if step.nr in counting else "afløst samme dag"
        hours = tuple(_hours(getattr(step, kind)) for kind in KINDS)
        rows.append((str(step.nr), short_date(step.fra, today), *hours, number(weekly(step)), what))
    table = columns(("Nr", "Fra", "Praktik", "Løntilskud", "Ordinære", "I alt", ""), rows, width)
    reasons = [f"Timetal {step.nr}, mere end fuld tid: {one_line(step.grund)}" for step in timer if step.grund]
    return [*table, *(["", *(f" {line}" for it in reasons for line in wrap(it, width - 2))] if reasons else [])]


def _hours(value: float | None) -> str:
    return "-" if value is None else number(value)


def _kinds(timer: Timer) -> str:
    """12,5 praktik · 0 ordinære: what was never spoken of is left out."""
    said = [f"{number(getattr(timer, kind))} {_NAMES[kind]}" for kind in KINDS if getattr(timer, kind) is not None]
    return " · ".join(said) or "0"
