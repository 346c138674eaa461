"""The page of a holiday: who is away, who goes without contact, when to call. Paints lines, reads nothing."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date
from typing import Any

from vforlob.actions.ferie import Holidays, Without
from vforlob.actions.ferie_words import calls_text, days_text, ferie_days, gap_text, period_text, whose_away
from vforlob.cli.layout import one_line, wrap
from vforlob.cli.page_parts import heading, next_steps
from vforlob.model.ferie import Ferie
from vforlob.rules.danish import counted, number

NAMED = 26
MOST = 6  # of those without contact, where the rest is a --alle away


def ferie_page(found: Holidays, names: Mapping[str, str], width: int, every: bool, behind: str = "") -> list[str]:
    """`names` are what b7 and v4 are called; `behind` follows each command: the folder."""
    shown = found.without if every else found.without[:MOST]
    lines = [*heading(f"Ferie · {period_text(found.period)}", width), ""]
    lines += _away(found, names, width)
    lines += ["", *(f" {line}" for line in wrap(_summed(found), width - 2))]
    for it in shown:
        lines += ["", *_without(it, found.today, found.limit, width)]
    if len(shown) < len(found.without):
        lines += ["", f" Der er {len(found.without) - len(shown)} til. Se dem alle med --alle."]
    steps = ["ferie plan", "ferie ark"] if found.without else ["ferie ark"] if _own(found) else []
    return [*lines, *next_steps([*steps, "ferie ny"], width, behind)]


def _away(found: Holidays, names: Mapping[str, str], width: int) -> Iterator[str]:
    for it in found.ferier:
        yield from _row(whose_text(it, names), when_text(it, found.today), width)
    for span in found.calendar:
        days = days_text(span.first, span.last, found.today)
        yield from _row(span.name.capitalize(), f"{days} efter reglerne. Din egen ferie er ikke skrevet ind.", width)
    if not found.ferier and not found.calendar:
        yield " Der er ikke skrevet nogen ferie ind i de dage."


def _row(name: str, text: str, width: int) -> Iterator[str]:
    if width < 60:
        yield f" {name[: width - 2]}"
        yield from (f"   {line}" for line in wrap(text, width - 4))
        return
    shown = name if len(name) <= NAMED else f"{name[: NAMED - 1]}…"
    first, *rest = wrap(text, width - NAMED - 4)
    yield f" {shown:<{NAMED}} {first}"
    yield from (f"{'':{NAMED + 2}}{line}" for line in rest)


def whose_text(ferie: Ferie, names: Mapping[str, str]) -> str:
    if ferie.borger is not None:
        return f"{one_line(names.get(f'b{ferie.borger}', ''))} (b{ferie.borger})".strip()
    if ferie.virksomhed is not None:
        return f"{one_line(names.get(f'v{ferie.virksomhed}', ''))} (v{ferie.virksomhed})".strip()
    return "Dig"


def when_text(ferie: Ferie, today: date) -> str:
    """lukket 13/7 til 31/7; 13/7 til 31/7 · stedfortræder: Bo Lund, 12 34 56 78"""
    closed = "lukket " if ferie.virksomhed is not None else ""
    return f"{closed}{ferie_days(ferie, today)}{stand_in(ferie)}"


def stand_in(ferie: Ferie) -> str:
    who = ", ".join(one_line(part) for part in (ferie.stedfortraeder, ferie.telefon) if part)
    if who:
        return f" · stedfortræder: {who}"
    return "" if ferie.borger is not None or ferie.virksomhed is not None else " · ingen stedfortræder"


def _summed(found: Holidays) -> str:
    open_ones = counted(len(found.forlobene), "åbent forløb", "åbne forløb")
    if not found.forlobene:
        return "Der er ingen åbne forløb."
    many = len({it.forlob.nr for it in found.without})
    if not many:
        return f"Ingen af {open_ones} får mere end {number(found.limit)} dage uden kontakt."
    return f"{many} af {open_ones} får mere end {number(found.limit)} dage uden kontakt."


def _without(it: Without, today: date, limit: int, width: int) -> Iterator[str]:
    yield f" f{it.forlob.nr:<4} {who(it)}"[: width - 1]
    for text in (gap_text(it, today), f"{whose_away(it, today)}.", calls_text(it, today, limit)):
        yield from (f"       {line}" for line in wrap(f"{text[:1].upper()}{text[1:]}", width - 9))


def who(it: Without) -> str:
    place = it.case.virksomhed
    return f"{one_line(it.case.borger.alias)} hos {one_line(place.navn)}" if place else one_line(it.case.borger.alias)


def _own(found: Holidays) -> bool:
    return any(it.borger is None and it.virksomhed is None for it in found.ferier)


def ferie_table(ferier: Sequence[Ferie], names: Mapping[str, str], today: date, width: int) -> list[str]:
    """One line a holiday: its number, whose it is, the days."""
    lines = []
    for it in ferier:
        first, *rest = _row(whose_text(it, names), when_text(it, today), width - 4)
        lines += [f" {it.nr:>3}{first}", *(f"    {line}" for line in rest)]
    return lines


def holidays_json(found: Holidays) -> dict[str, Any]:
    """One row a gap; `id` is the forløb."""
    return {
        "fra": found.period.first.isoformat(),
        "til": found.period.last.isoformat(),
        "dage_hojst": found.limit,
        "forlob": len(found.forlobene),
        "ferier": [ferie_json(it) for it in found.ferier],
        "raekker": [_row_json(it) for it in found.without],
    }


def _row_json(it: Without) -> dict[str, Any]:
    gap, calls = it.gap, it.calls
    return {
        "id": it.forlob.nr,
        "borger": it.case.borger.nr,
        "virksomhed": it.forlob.virksomhed,
        "sidst": gap.before.isoformat(),
        "naeste": gap.after.isoformat(),
        "naeste_er": gap.how,
        "dage": gap.days,
        "vaek": [{"hvem": span.whose, "fra": _iso(span.first), "til": _iso(span.last)} for span in gap.spans],
        "ring_for": _iso(calls.before),
        "ring_efter": _iso(calls.after),
        "dage_med_opkald": calls.days,
    }


def ferie_json(ferie: Ferie) -> dict[str, Any]:
    from vforlob.cli.record_json import record_json  # only for machines

    whose = "borger" if ferie.borger is not None else "virksomhed" if ferie.virksomhed is not None else "konsulent"
    return record_json(ferie) | {"hvem": whose}


def rows_json(ferier: Iterable[Ferie]) -> dict[str, Any]:
    return {"raekker": [ferie_json(it) for it in ferier]}


def _iso(day: date | None) -> str | None:
    return day.isoformat() if day else None
