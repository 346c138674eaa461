"""The round of calls on the screen, and as JSON. Paints lines, reads nothing."""

from collections.abc import Iterator
from datetime import timedelta
from itertools import groupby
from typing import Any

from vforlob.actions import ringerunde_words as words
from vforlob.actions.ringerunde import BorgerCall, Call, Round
from vforlob.cli.layout import wrap
from vforlob.cli.page_parts import heading, next_steps
from vforlob.rules.danish import clock
from vforlob.rules.ringerunde import Reason
from vforlob.rules.weeks import week_of

INDENT = 15


def round_page(found: Round, width: int, behind: str = "") -> list[str]:
    lines = [*heading(f"{words.TITLE} · {words.week_text(found)}", width), ""]
    for text in (words.own_text(found), words.OFFER if found.calls or found.borgere else words.NOBODY):
        lines += [f" {line}" for line in wrap(text, width - 2)] if text else []
    number = 0
    for day, calls in groupby(found.calls, key=words.day_text):
        lines += ["", f" {day}"]
        for call in calls:
            number += 1
            lines += _call(call, number, found, width)
    lines += ["", f" {words.TO_BORGERE}"] if found.borgere else []
    for it in found.borgere:
        number += 1
        lines += _borger(it, number, found, width)
    return [*lines, *next_steps(_steps(found), width, behind)]


def _steps(found: Round) -> list[str]:
    week = f"uge {found.week.number}"
    if not found.calls and not found.borgere:
        return [f"ringerunde {_after(found)}", "i-dag"]
    first = next((it.forlob.nr for call in found.calls for it in call.forlobene), None)
    logged = [f"kontakt f{first}"] if first is not None else []
    return [f"ringerunde {week} --udskriv", *logged]


def _after(found: Round) -> str:
    """The week after the one that is shown, which need not be the one after this."""
    after = week_of(found.week.first + timedelta(weeks=1))
    return f"uge {after.number}" if after.year == found.week.year else f"uge {after.number} {after.year}"


def _call(call: Call, number: int, found: Round, width: int) -> Iterator[str]:
    yield from _head(number, call.kl, words.call_name(call), width)
    fixed = f"Fast tid: {call.fixed}." if call.fixed else ""
    for text in (words.people_text(call), fixed, *words.why_texts(call, found.today)):
        yield from _under(text, width)
    said = " ".join(words.topics(call, found.today))
    yield from _under(f"Sidst: {said}" if said else "", width)


def _borger(it: BorgerCall, number: int, found: Round, width: int) -> Iterator[str]:
    yield from _head(number, it.reason.kl, f"{words.borger_name(it)}, {words.borger_phone(it)}", width)
    yield from _under(words.borger_why(it, found.today), width)


def _head(number: int, kl: str | None, text: str, width: int) -> Iterator[str]:
    first, *rest = wrap(text, width - INDENT - 1)
    yield f" {number:>2}  {clock(kl) if kl else '':<{INDENT - 5}}{first}"
    yield from (f"{'':{INDENT}}{line}" for line in rest)


def _under(text: str, width: int) -> Iterator[str]:
    if text:
        yield from (f"{'':{INDENT}}{line}" for line in wrap(text, width - INDENT - 1))


def round_json(found: Round) -> dict[str, Any]:
    """One row a virksomhed, `id` its number; the borgere in a list of their own."""
    return {
        "ar": found.week.year,
        "uge": found.week.number,
        "fra": found.week.first.isoformat(),
        "til": found.week.last.isoformat(),
        "raekker": [_call_json(call) for call in found.calls],
        "borgere": [_borger_json(it) for it in found.borgere],
    }


def _call_json(call: Call) -> dict[str, Any]:
    return {
        "id": call.virksomhed.nr,
        "navn": call.virksomhed.navn,
        "dato": call.day.isoformat() if call.day else None,
        "kl": call.kl,
        "fast_tid": call.fixed or None,
        "lukket": "ja" if call.closed else "nej",
        "kontakter": [it._asdict() for it in call.people],
        "hvorfor": [_reason_json(it) for it in call.why],
        "forlob": [
            {
                "id": it.forlob.nr,
                "borger": it.borger.nr,
                "hvorfor": [_reason_json(reason) for reason in it.why],
                "sidst": it.topic._asdict() if it.topic else None,
            }
            for it in call.forlobene
        ],
    }


def _borger_json(it: BorgerCall) -> dict[str, Any]:
    return {
        "id": it.borger.nr,
        "forlob": it.forlob.nr if it.forlob else None,
        "telefon": it.borger.telefon,
        "eftervaern": "ja" if it.efter else "nej",
        "ferie": "ja" if it.away else "nej",
        "hvorfor": _reason_json(it.reason),
    }


def _reason_json(reason: Reason) -> dict[str, Any]:
    return {name: value or None for name, value in reason._asdict().items()}
