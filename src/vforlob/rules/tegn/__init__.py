"""The early signs of a case, each found by one small function. Knows no file, no screen and no clock."""

from collections.abc import Iterable, Mapping
from datetime import date

from vforlob.errors.rules import RuleNotFound
from vforlob.model.facts import Facts
from vforlob.model.tegn import SOON, Tegn
from vforlob.rules.rulebook import Rule, RuleBook
from vforlob.rules.tegn import (
    aftaler,
    delmal,
    eget,
    ferie,
    forberedelse,
    forventning,
    fremmode,
    hensyn,
    kommunikation,
    lon,
    opfolgning,
    slut,
)
from vforlob.rules.tegn.base import Look, Sign, look_at

# Of those as urgent as each other the first stands first.
OPEN: tuple[Sign, ...] = (
    aftaler.own_promise,
    fremmode.early_absence,
    fremmode.stayed_away,
    forventning.low_score,
    kommunikation.silence,
    forventning.expectations,
    kommunikation.not_followed_up,
    kommunikation.silent_borger,
    kommunikation.no_answer_virksomhed,
    kommunikation.no_answer_borger,
    opfolgning.backstop,
    opfolgning.close_without_contact,
    opfolgning.late,
    opfolgning.nothing_agreed,
    forberedelse.vitas,
    forberedelse.no_startmode,
    opfolgning.over,
    opfolgning.no_closing_talk,
    opfolgning.half_time,
    lon.limits,
    forventning.differing_views,
    forventning.falling_score,
    forventning.differing_themes,
    hensyn.does_not_work,
    fremmode.fewer_days,
    lon.alone_and_refused,
    lon.never_raised,
    aftaler.borgers_aftale,
    aftaler.others_aftale,
    delmal.overdue,
    delmal.none_yet,
    lon.goal_passed,
    forberedelse.no_clearances,
    forberedelse.others_close_here,
    forberedelse.earlier_stopped,
    forventning.no_tasks,
    eget.not_decided,
    eget.undecided,
    forberedelse.no_formode,
    kommunikation.no_contact_person,
    ferie.holiday_gap,
    aftaler.own_part,
    eget.left_open,
    fremmode.without_reason,
    fremmode.too_late,
    lon.ripe,
    lon.raised_and_left,
    lon.standstill,
    delmal.none_left,
    delmal.letters_missing,
    aftaler.moved,
    forventning.no_purpose,
    forventning.never_asked,
    kommunikation.never_calls,
    kommunikation.no_contact_there,
    forberedelse.formode_without_sagsbehandler,
    forberedelse.first_time_host,
    forberedelse.earlier_experience,
)
CLOSED: tuple[Sign, ...] = (
    slut.no_talk_with_virksomhed,
    slut.reason_unknown,
    slut.no_next_step,
    aftaler.own_promise,
    slut.nothing_learned,
    eget.left_open,
)
# Before there is a forløb, or between two.
WITHOUT: tuple[Sign, ...] = (
    aftaler.own_promise,
    kommunikation.no_answer_borger,
    opfolgning.late,
    aftaler.own_part,
    aftaler.borgers_aftale,
    aftaler.others_aftale,
    delmal.overdue,
    delmal.none_yet,
    eget.not_decided,
    eget.undecided,
    eget.left_open,
    delmal.letters_missing,
    aftaler.moved,
    forberedelse.formode_without_sagsbehandler,
    forberedelse.earlier_experience,
)
# Only ever background: the list of the day need not look for them.
_BACKGROUND: frozenset[Sign] = frozenset(
    {
        *(fremmode.without_reason, fremmode.too_late, lon.ripe, lon.raised_and_left, lon.standstill),
        *(delmal.none_left, delmal.letters_missing, aftaler.moved, eget.left_open),
        *(forventning.no_purpose, forventning.never_asked, kommunikation.never_calls, kommunikation.no_contact_there),
        *(forberedelse.formode_without_sagsbehandler, forberedelse.first_time_host, forberedelse.earlier_experience),
    }
)
# Nor for those of an open forløb that it says in a line of its own.
_SAID: frozenset[Sign] = frozenset(
    {
        *(aftaler.own_promise, opfolgning.late, opfolgning.over, opfolgning.half_time, delmal.overdue, lon.limits),
        *(forberedelse.vitas, forberedelse.no_startmode),
    }
)
_OPEN_PRESSING = tuple(find for find in OPEN if find not in _BACKGROUND | _SAID)
_CLOSED_PRESSING = tuple(find for find in CLOSED if find not in _BACKGROUND | _SAID)
# What the list of the day says in a line of its own, with or without a sign.
SAID_BY_THE_LIST = frozenset(
    {
        *("eget_lofte", "opfolgning_over_tid", "vitas", "startmode_mangler", "slut_passeret", "midtvejs_mangler"),
        *("delmal_over_tid", "samtale_ikke_faerdig", "naeste_skridt_mangler", "laering_mangler", "graense"),
    }
)


def signs(facts: Facts, today: date, rules: RuleBook) -> tuple[Tegn, ...]:
    """Every sign that stands today, most urgent first. The same facts always give the same signs in the same order."""
    forlob = facts.case.forlob
    kinds = WITHOUT if forlob is None else CLOSED if forlob.status == "lukket" else OPEN
    return _found(kinds, look_at(facts, today, rules, _in_force(rules, today)))


def pressing_signs(facts: Facts, today: date, rules: RuleBook) -> tuple[Tegn, ...]:
    """Of a forløb: those of `signs` that the list of the day shows in their own words, at half the price."""
    forlob = facts.case.forlob
    is_closed = forlob is not None and forlob.status == "lukket"
    look = look_at(facts, today, rules, _in_force(rules, today))
    found = _found(_CLOSED_PRESSING if is_closed else _OPEN_PRESSING, look)
    return tuple(sign for sign in found if sign.urgency <= SOON)


def _found(kinds: Iterable[Sign], look: Look) -> tuple[Tegn, ...]:
    """A kommune that lets a rule end has switched off the signs that need its number."""
    found = []
    for find in kinds:
        try:
            sign = find(look)
        except RuleNotFound:
            continue
        if sign is not None:
            found.append(sign)
    return tuple(sorted(found, key=lambda sign: sign.urgency))


_kept: list[tuple[RuleBook, date, Mapping[str, Rule]]] = []


def _in_force(rules: RuleBook, today: date) -> Mapping[str, Rule]:
    """By id. The same rules are asked for every forløb of a day: the newest answer is kept, as it never changes."""
    if _kept and _kept[0][0] is rules and _kept[0][1] == today:
        return _kept[0][2]
    found = {rule.id: rule for rule in sorted(rules.rules, key=lambda rule: rule.valid_from) if rule.holds(today)}
    _kept[:] = [(rules, today, found)]
    return found
