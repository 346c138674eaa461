"""What days away, gaps and proposed calls are called. Knows no storage and no screen."""

from datetime import date

from vforlob.actions.ferie import Without, is_late
from vforlob.model.ferie import Ferie
from vforlob.rules.danish import counted, listed, long_date, short_date, weekday_date
from vforlob.rules.ferie import AGREED, BORGER, CALENDAR, END, OWN, VIRKSOMHED, Span
from vforlob.rules.ferie_periode import Period

_WHY = {OWN: "Du har ferie", BORGER: "Borgeren har ferie", VIRKSOMHED: "Virksomheden har lukket"}


def days_text(first: date, last: date, today: date) -> str:
    """13/7 til 31/7; one day stands alone."""
    begins, ends = short_date(first, today), short_date(last, today)
    return begins if first == last else f"{begins} til {ends}"


def ferie_days(ferie: Ferie, today: date) -> str:
    return days_text(date.fromisoformat(ferie.fra), date.fromisoformat(ferie.til), today)


def ferie_long(ferie: Ferie) -> str:
    """mandag den 13. juli 2026 (uge 29) til fredag den 31. juli 2026 (uge 31)"""
    first = long_date(ferie.fra)
    return first if ferie.fra == ferie.til else f"{first} til {long_date(ferie.til)}"


def period_text(period: Period) -> str:
    """20. november 2026 til 1. januar 2027 (uge 47-53)"""
    weeks = [day.isocalendar().week for day in (period.first, period.last)]
    named = f"uge {weeks[0]}" if weeks[0] == weeks[1] else f"uge {weeks[0]}-{weeks[1]}"
    days = [f"{short_date(day)}-{day.year}" for day in (period.first, period.last)]
    return f"{' til '.join(dict.fromkeys(days))} ({named})"


def whose_away(it: Without, today: date) -> str:
    """Du har ferie 21/12 til 3/1-27 og Virksomheden har lukket ..., each once."""
    return listed([_away(span, today) for span in it.gap.spans])


def _away(span: Span, today: date) -> str:
    days = days_text(span.first, span.last, today)
    if span.whose == CALENDAR:
        return f"{span.name} {days} efter reglerne"
    said = _WHY[span.whose]
    return f"{said[:1].lower()}{said[1:]} {days}"


def gap_text(it: Without, today: date) -> str:
    """24 dage: sidst 9/12, og det næste er ikke aftalt, tidligst 4/1-27."""
    gap = it.gap
    after = short_date(gap.after, today)
    ends = {
        AGREED: f"og det næste er {after}",
        END: f"og forløbet slutter {after}",
    }.get(gap.how, f"og det næste er ikke aftalt, tidligst {after}")
    last = "sidst" if _was_held(it) else "første dag" if it.forlob.start == gap.before.isoformat() else "planlagt"
    return f"{counted(gap.days, 'dag', 'dage')}: {last} {short_date(gap.before, today)}, {ends}."


def _was_held(it: Without) -> bool:
    day = it.gap.before.isoformat()
    held = [one.dato for one in it.case.samtaler if one.status == "faerdig"]
    return day in held or day in [one.dato for one in it.case.kontakter if one.naet == "ja"]


def calls_text(it: Without, today: date, limit: int) -> str:
    """Ring fredag den 18. december og mandag den 4. januar. Så er der 17 dage imellem."""
    calls = it.calls
    if is_late(it, today):
        return "Den næste kontakt er over tid: Tag den først."
    days = [weekday_date(day) for day in (calls.before, calls.after) if day is not None]
    said = f"Ring {listed(days)}." if days else ""
    if calls.is_full:
        said = f"{said} Der er ikke plads til et opkald før ferien.".strip()
    if calls.days > limit:
        left = counted(calls.days, "dag", "dage")
        said = f"{said} Der er stadig {left} imellem: Lad en stedfortræder ringe imens.".strip()
    elif days:
        said = f"{said} Så er der {counted(calls.days, 'dag', 'dage')} imellem."
    return said or "Der er ingen dag før og efter, hvor alle er der."
