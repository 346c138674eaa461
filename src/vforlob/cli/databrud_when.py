"""Read when a breach was discovered, as people write a day and a time. Knows no breach."""

from datetime import datetime

from vforlob.errors.answer import BadAnswer
from vforlob.errors.fortegnelse import DiscoveryAhead, DiscoveryUnreadable
from vforlob.model.text import clean
from vforlob.rules.danish import quoted
from vforlob.rules.dates import read_clock, read_date
from vforlob.rules.year_choice import PAST

_LONGEST = 60
_CLOCK_WORDS = frozenset({"kl", "kl.", "klokken"})


def discovered_at(typed: str, now: datetime) -> datetime:
    """2026-11-20 13:00, 20/11 kl. 13.30, i går 9. Raises DiscoveryUnreadable and DiscoveryAhead."""
    words = clean(typed[:_LONGEST], lines=False).replace("T", " ", int(typed[10:11] == "T")).split()
    if len(words) < 2:
        raise DiscoveryUnreadable(f"{quoted(typed)} er ikke både en dag og et klokkeslæt.")
    time = words.pop()
    if words[-1].casefold() in _CLOCK_WORDS:
        words.pop()
    try:
        hour, minute = (int(part) for part in read_clock(time).split(":"))
        day = read_date(" ".join(words), now.date(), PAST)
        found = datetime(day.year, day.month, day.day, hour, minute).astimezone()  # the wall's
    except BadAnswer as bad:
        raise DiscoveryUnreadable(bad.sentence) from None
    if found > now:
        raise DiscoveryAhead
    return found
