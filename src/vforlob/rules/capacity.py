"""Contacts due in a week beside what there is room for, and who can do with a call. Knows no storage and no words.

A call will do where both parties were spoken with a few days ago and nothing stands open. It is never proposed for a
forløb with a deadline that week or before, in its first weeks, near its end, silent or late, followed closely, or where
the plan asks for another meeting than a follow-up.
"""

from collections.abc import Iterable
from datetime import date, timedelta
from typing import NamedTuple

from vforlob.model.linje import Linje
from vforlob.rules.overblik.values import Opkald, Tal, Uge
from vforlob.rules.rulebook import RuleBook

FOLLOW_UP, AGREED, NO, CLOSED = "opfolgning", "aftalt", "nej", "lukket"
SPOKEN, START_WEEKS, NEAR_END = "opkald_talt_dage", "kontakt_start_uger", "forlob_slutter_dage"


class Limits(NamedTuple):
    """ISO days: `early` is the newest first day that is past the first weeks, `spoken` the oldest day of a talk that
    is recent, `near` the last day that is near.
    """

    iso: str
    early: str
    spoken: str
    near: str


def limits(today: date, rules: RuleBook) -> Limits:
    def days(rule: str) -> timedelta:
        return timedelta(days=rules.at(rule, today).days)

    return Limits(
        today.isoformat(),
        (today - days(START_WEEKS)).isoformat(),
        (today - days(SPOKEN)).isoformat(),
        (today + days(NEAR_END)).isoformat(),
    )


def two_weeks(going: Iterable[Linje], today: date, rules: RuleBook) -> tuple[Uge, Uge]:
    """This ISO week and the next, of forløb that are open or have efterværn. What is late is due in this week."""
    at, monday = limits(today, rules), today - timedelta(days=today.weekday())
    first, sunday, next_monday, last = (str(monday + timedelta(days=days)) for days in (0, 6, 7, 13))
    due: tuple[list[Linje], list[Linje]] = ([], [])
    held = []
    for line in going:
        if line.sidste is not None and line.sidste >= first:
            held.append(line.forlob)
        if line.naeste is not None and line.naeste <= last:
            due[line.naeste > sunday].append(line)
    return (
        _week(first, sunday, due[0], held, at),
        _week(next_monday, last, due[1], [], at),
    )


def over(week: Uge, room: int | None) -> int:
    """How many contacts there are beyond what there is room for; 0 where nobody has said how much that is."""
    return max(0, int(week.kontakter.tal + week.holdt.tal) - room) if room is not None else 0


def calls(week: Uge, room: int | None) -> tuple[Opkald, ...]:
    """As many as bring the week down to what there is room for, or all there are."""
    return week.opkald[: over(week, room)]


def _week(first: str, last: str, due: list[Linje], held: list[int], at: Limits) -> Uge:
    can = [line for line in due if can_do_with_a_call(line, last, at)]
    # What nobody has agreed on is changed first; then who was spoken with last, then whose day is furthest away.
    can.sort(key=lambda line: line.forlob)
    can.sort(key=lambda line: (_both(line), line.naeste or ""), reverse=True)
    can.sort(key=lambda line: line.naeste_kilde == AGREED)
    named = tuple(Opkald(line.forlob, line.sidste_borger or "", line.sidste_virksomhed or "") for line in can)
    late = sorted((line for line in due if (line.naeste or "") < at.iso), key=_pressing)
    return Uge(first, last, _tal(line.forlob for line in due), _tal(held), named, tuple(it.forlob for it in late))


def _pressing(line: Linje) -> tuple[bool, str, int]:
    """A forløb that is going can still break off; who has the job comes after."""
    return line.status == CLOSED, line.naeste or "", line.forlob


def can_do_with_a_call(line: Linje, last: str, at: Limits) -> bool:
    """`last` is the last day of the week."""
    return (
        line.status != CLOSED
        and line.naeste_agenda == FOLLOW_UP
        and (line.naeste or "") > at.iso
        and line.start is not None
        and line.start <= at.early
        and (line.slut is None or line.slut > max(last, at.near))
        and (line.frist is None or line.frist > last)
        and line.aabne_aftaler == 0
        and line.taet == NO
        and _both(line) >= at.spoken
    )


def _both(line: Linje) -> str:
    """The day since when both have been spoken with; empty where one never was."""
    return min(line.sidste_borger or "", line.sidste_virksomhed or "")


def _tal(numbers: Iterable[int]) -> Tal:
    found = tuple(numbers)
    return Tal(len(found), found)
