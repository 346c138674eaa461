"""The contacts of a week beside what there is room for, as sentences. Counts nothing and paints nothing."""

from collections.abc import Sequence
from datetime import date

from vforlob.rules.capacity import calls, over
from vforlob.rules.danish import counted, listed, short_date, week
from vforlob.rules.overblik.values import Opkald, Uge

NAMED, LATE = 4, 3  # on a small screen
NO_ROOM = "Skriv, hvor mange kontakter du har plads til om ugen: vforlob overblik --plads 10"


def week_text(uge: Uge, plads: int | None, today: date, named: int = NAMED) -> str:
    """Uge 48: 14 kontakter, plads til 10. f21 og f30 kan nøjes med et opkald: talt med begge parter ..."""
    held = f" tilbage og {int(uge.holdt.tal)} holdt" if uge.holdt.tal else ""
    room = f", plads til {plads}" if plads is not None else ""
    first = f"Uge {week(uge.fra)}: {counted(uge.kontakter.tal, 'kontakt', 'kontakter')}{held}{room}."
    return " ".join([first, *_excess(uge, plads, today, named), *_late(uge, named if named > NAMED else LATE)])


def _excess(uge: Uge, plads: int | None, today: date, most: int) -> list[str]:
    """Who can do with a call, and what is left when they are called."""
    too_many = over(uge, plads)
    if not too_many:
        return []
    named = calls(uge, plads)
    left = too_many - len(named)
    if not named:
        return [f"Det er {left} for mange, og ingen af dem bør nøjes med et opkald."]
    more = [f"Så er der stadig {left} for mange; flyt dem ikke."] if left else []
    return [_call(named, today, most), *more]


def _call(named: Sequence[Opkald], today: date, most: int) -> str:
    who = _numbers([one.forlob for one in named], most)
    return f"{who} kan nøjes med et opkald: {_spoken(named, today)}, ingen åbne aftaler."


def _late(uge: Uge, most: int) -> list[str]:
    """Whom to see first."""
    return [f"Over tid: {_numbers(uge.sene, most)}."] if uge.sene else []


def _numbers(forlob: Sequence[int], most: int) -> str:
    numbers = [f"f{nr}" for nr in forlob[:most]]
    return listed(numbers) if len(forlob) <= most else f"{', '.join(numbers)} og {len(forlob) - most} til"


def _spoken(named: Sequence[Opkald], today: date) -> str:
    since = min(min(one.borger, one.virksomhed) for one in named)
    if date.fromisoformat(since).isocalendar()[:2] == today.isocalendar()[:2]:
        return "talt med begge parter i denne uge"
    return f"talt med begge parter siden {short_date(since, today)}"
