"""What an opening at a place that a wish led to says about hours and fixed times. Leads to no place by itself."""

from collections.abc import Iterable, Iterator
from datetime import date
from typing import NamedTuple

from vforlob.model.jobabning import Jobabning
from vforlob.rules.clash import Clash, in_words, read_clash
from vforlob.rules.danish import number, short_date
from vforlob.rules.match.values import Seeker

OPEN = "aben"


class Opening(NamedTuple):
    """`text` is the opening in a line; `con` what about it does not go with the borger's hours and fixed times."""

    text: str
    con: tuple[str, ...]


def still_open(openings: Iterable[Jobabning], today: date) -> tuple[Jobabning, ...]:
    """Its last day is a day it can be had."""
    day = today.isoformat()
    return tuple(one for one in openings if one.status == OPEN and (one.frist is None or one.frist >= day))


def read_opening(opening: Jobabning, seeker: Seeker, today: date) -> Opening:
    hours = f", {number(opening.timer)} timer om ugen" if opening.timer is not None else ""
    until = f", frist {short_date(opening.frist, today)}" if opening.frist else ""
    what = " ".join((opening.opgaver or "").split()) or "opgaverne er ikke skrevet"
    con = (*_hours(opening, seeker), *_times(opening, seeker))
    return Opening(f"jobåbning {opening.nr}: {what}{hours}{until}", con)


def most_hours(seeker: Seeker) -> float | None:
    """The most she wished for, to begin with or to end with."""
    return max((hours for hours in (seeker.start, seeker.slut) if hours is not None), default=None)


def _hours(opening: Jobabning, seeker: Seeker) -> Iterator[str]:
    most = most_hours(seeker)
    if opening.timer is None or most is None:
        return
    if opening.timer > most:
        yield f"jobåbning {opening.nr} er på {number(opening.timer)} timer, ønsket er højst {number(most)}"


def _times(opening: Jobabning, seeker: Seeker) -> Iterator[str]:
    """Fixed times in the words of the opening, against those something else takes."""
    taken = [found for one in seeker.koordinering if one.hvornar for found in fixed_times(one.hvornar)]
    for wanted in fixed_times(opening.opgaver or ""):
        for clash in taken:
            if clash.day == wanted.day and clash.first < wanted.last and wanted.first < clash.last:
                yield f"jobåbning {opening.nr} falder sammen: {in_words(clash)[0].lower()}{in_words(clash)[1:]}"


def fixed_times(text: str) -> tuple[Clash, ...]:
    """Every weekday with two times; each part of the text has one at most."""
    if not any(ch.isdigit() for ch in text):
        return ()
    parts = text.replace(";", "\n").replace(",", "\n").replace(" og ", "\n").split("\n")
    found = (read_clash(part) for part in (text, *parts))
    return tuple(dict.fromkeys(one for one in found if one is not None))
