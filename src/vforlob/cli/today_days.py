"""Days as they are spoken of from today: in a sentence, not in a column. Knows no line."""

from datetime import date

from vforlob.cli.layout import one_line
from vforlob.rules.danish import counted, day_name, short_date, weekday_date


def days_since(day: str | None, today: date) -> int:
    return (today - date.fromisoformat(day)).days if day else 0


def when(day: str | None, today: date) -> str:
    away = -days_since(day, today)
    return {-1: "i går", 0: "i dag", 1: "i morgen"}.get(away) or weekday_date(day or "")


def ago(days: int) -> str:
    return {0: "i dag", 1: "i går"}.get(days) or f"for {counted(days, 'dag', 'dage')} siden"


def until(day: str, today: date) -> str:
    """As short as it can be understood: fredag, 1/12."""
    away = -days_since(day, today)
    return "i morgen" if away == 1 else day_name(day) if 0 < away < 7 else short_date(day, today)


def stop(text: str) -> str:
    """What was typed as a sentence, with one full stop."""
    said = one_line(text).rstrip(".")
    return f"{said[:1].upper()}{said[1:]}."
