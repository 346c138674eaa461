"""Fixed times that something else takes: read them from free text, and see what they clash with. Knows no samtale."""

from collections.abc import Iterable
from datetime import date
from typing import NamedTuple

from vforlob.model.onske import Koordinering
from vforlob.rules.danish import WEEKDAYS

SHORT = ("man", "tir", "ons", "tor", "fre", "lor", "son")


class Clash(NamedTuple):
    """`day` is 0 for mandag; times are "HH:MM"."""

    day: int
    first: str
    last: str


def read_clash(text: str) -> Clash | None:
    """A weekday and two times: "tirsdag kl. 10-12", "Tirsdage 10.15 til 11.45". Other text makes none."""
    import re  # 5 ms: only where something has to be coordinated

    found = re.search(
        r"\b(mandag|tirsdag|onsdag|torsdag|fredag|lørdag|søndag)(?:e|s)?\b\D{0,12}?"
        r"(\d{1,2})(?:[.:](\d\d))?\s*(?:-|–|—|til|og)\s*(?:kl\.?\s*)?(\d{1,2})(?:[.:](\d\d))?\b",
        text.casefold(),
    )
    if found is None:
        return None
    first, last = _clock(found[2], found[3]), _clock(found[4], found[5])
    if not first or not last or first >= last:
        return None
    return Clash(WEEKDAYS.index(found[1]), first, last)


def in_words(clash: Clash) -> str:
    """All that anybody but the borger and the case is told of it."""
    return f"Kan ikke {_when(clash)}"


def named_clashes(koordinering: Iterable[Koordinering], days: Iterable[str]) -> tuple[str, ...]:
    """For the consultant alone: also what it is that falls on a day somebody is to work."""
    wanted = tuple(days)
    return tuple(f"{one.indsats} {_when(clash)}" for one in koordinering for clash in clashes_with_days((one,), wanted))


def clashes_with_days(koordinering: Iterable[Koordinering], days: Iterable[str]) -> tuple[Clash, ...]:
    """`days` are man tir ons ...: the days somebody is to work."""
    wanted = {SHORT.index(day) for day in days if day in SHORT}
    return tuple(clash for clash in _all(koordinering) if clash.day in wanted)


def clashes_with_time(koordinering: Iterable[Koordinering], day: str, time: str) -> tuple[Clash, ...]:
    """`day` is ISO, `time` "HH:MM": a meeting or a first day."""
    weekday = date.fromisoformat(day).weekday()
    return tuple(clash for clash in _all(koordinering) if clash.day == weekday and clash.first <= time < clash.last)


def _all(koordinering: Iterable[Koordinering]) -> list[Clash]:
    found = [read_clash(one.hvornar) for one in koordinering if one.hvornar]
    return [clash for clash in found if clash is not None]


def _clock(hour: str, minute: str | None) -> str:
    if int(hour) > 24 or int(minute or 0) > 59:
        return ""
    return f"{int(hour):02}:{minute or '00'}"


def _when(clash: Clash) -> str:
    return f"{WEEKDAYS[clash.day]} kl. {_spoken(clash.first)}-{_spoken(clash.last)}"


def _spoken(time: str) -> str:
    hour, _, minute = time.partition(":")
    return str(int(hour)) if minute == "00" else f"{int(hour)}.{minute}"
