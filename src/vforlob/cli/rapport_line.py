"""What the line of `rapport` says: which month, which cases. Knows no store."""

from collections.abc import Sequence

from vforlob.cli.context import context
from vforlob.errors.use import WrongUse
from vforlob.rules.months_typed import BEHIND, read_month

MOST = 3


def month_named(words: Sequence[str]) -> str:
    """Empty where none is named. Raises BadMonth."""
    typed = " ".join(words)
    return read_month(typed, context().today, BEHIND) if typed.strip() else ""


def cases_named(typed: str) -> tuple[str, ...]:
    """ "f12, f8 b4"."""
    found = tuple(dict.fromkeys(typed.replace(",", " ").split()))
    if len(found) > MOST:
        raise WrongUse(f"Der er plads til {MOST} sager. Skriv fx --sager f12,f8,b4", command="rapport")
    return found
