"""What speaks for a place and against it, in words that are facts, in an order that is always the same. No score.

Knows no list and no storage. All of it is for the consultant alone: it counts other borgere.
"""

from collections.abc import Iterator
from datetime import date
from typing import NamedTuple

from vforlob.model.forlob import Forlob
from vforlob.rules.danish import counted, listed, month_name, number, quoted, short_date
from vforlob.rules.match.hensyn import met
from vforlob.rules.match.nearness import ELSEWHERE, NEIGHBOUR, ON_FOOT, SAME, UNKNOWN
from vforlob.rules.match.openings import most_hours, read_opening, still_open
from vforlob.rules.match.values import Place, Seeker, Told

CLOSED = "lukket"
_LONG_NEEDS = 3  # so many hensyn are named; the rest are counted
# How the borger's own forløb there ended, as a sentence goes on.
_ENDED = {
    "gennemfort": "gennemførte",
    "job": "fik job der",
    "lontimer": "fik timer med løn",
    "uddannelse": "begyndte på uddannelse",
    "stoppet_afklaret": "stoppede før tid, afklaret",
    "stoppet_sygdom": "stoppede på grund af sygdom",
    "afbrudt_borger": "stoppede selv før tid",
    "afbrudt_virksomhed": "blev stoppet af virksomheden",
    "afbrudt_kommune": "blev stoppet af kommunen",
    "aldrig_startet": "kom aldrig i gang",
    "udeblevet": "kom ikke igen",
}


class Found(NamedTuple):
    """What led to a place: the sentence that says so, whether the wish names it or has a word of it, how near it is."""

    why: str
    named: bool
    direct: bool
    near: str


def told_of(place: Place, found: Found, seeker: Seeker, today: date) -> Told:
    """Of a place that has not been asked for this borger."""
    known, unknown = met(seeker.hensyn, place)
    openings = [read_opening(one, seeker, today) for one in still_open(place.openings, today)]
    met_here = (f"har sagt, de kan: {one.said}" if one.said else f"har virket der før: {one.own}" for one in known)
    return Told(
        pro=(found.why, *_near_enough(found.near), *met_here, *_went_well(place), *(one.text for one in openings)),
        con=(
            *_was_here(place, seeker, today),
            *_close(place),
            *_refused(place),
            *(sentence for one in openings for sentence in one.con),
        ),
        ask=(
            *_unknown_way(found.near),
            *_unknown_needs(unknown, bool(known)),
            *_new_host(place),
            *_other(place, today),
        ),
        stop=tuple(_stops(place, found, seeker, today)),
    )


def hours_words(seeker: Seeker) -> str:
    """ "begynder med 8, vil op på 20"; empty where nothing was said."""
    parts = []
    if seeker.start is not None:
        parts.append(f"begynder med {number(seeker.start)}")
    if seeker.slut is not None and seeker.slut == most_hours(seeker):
        parts.append(f"vil op på {number(seeker.slut)}")
    return ", ".join(parts)


def _near_enough(near: str) -> Iterator[str]:
    if near == SAME:
        yield "ligger, hvor borgeren ønsker det"
    elif near == NEIGHBOUR:
        yield "postnummeret er tæt på det ønskede"


def _went_well(place: Place) -> Iterator[str]:
    if place.closed:
        ends = [f"{count} {where}" for count, where in ((place.paid, "i løntimer"), (place.jobs, "i job")) if count]
        ended = ", ".join([f"{ends[0].replace(' ', ' endte ', 1)}", *ends[1:]]) if ends else ""
        yield f"har haft {counted(place.closed, 'forløb', 'forløb')}{f', {ended}' if ended else ''}"


def _was_here(place: Place, seeker: Seeker, today: date) -> Iterator[str]:
    for forlob in seeker.forlobene:
        if forlob.virksomhed == place.virksomhed.nr and forlob.status == CLOSED:
            yield f"b{seeker.borger.nr} var her{_when(forlob, today)} og {_ENDED.get(forlob.udfald or '', 'sluttede')}"


def _when(forlob: Forlob, today: date) -> str:
    day = forlob.lukket or forlob.slut or forlob.start
    return f" i {day[:4]}" if day and day[:4] <= str(today.year) else ""


def _close(place: Place) -> Iterator[str]:
    if place.close:
        yield f"{number(place.close)} følges tæt der nu"


def _refused(place: Place) -> Iterator[str]:
    if place.refused:
        yield f"har sagt nej til løntimer {counted(place.refused, 'gang', 'gange')}"


def _unknown_way(near: str) -> Iterator[str]:
    """There is no map here, and a guess would be believed."""
    if near in {ELSEWHERE, UNKNOWN}:
        yield "hvor lang vejen er"


def _unknown_needs(unknown: tuple[str, ...], is_some_known: bool) -> Iterator[str]:
    if not unknown:
        return
    if not is_some_known:
        yield {1: "hensynet", 2: "begge hensyn"}.get(len(unknown), f"alle {len(unknown)} hensyn")
        return
    more = len(unknown) - _LONG_NEEDS
    named = [quoted(text) for text in unknown[:_LONG_NEEDS]]
    yield f"om de også kan: {listed([*named, f'{more} mere'] if more > 0 else named)}"


def _new_host(place: Place) -> Iterator[str]:
    if place.virksomhed.vaert == "ny" and not place.closed and not place.here:
        yield "har ikke prøvet det før"


def _other(place: Place, today: date) -> Iterator[str]:
    """Nobody likes to be called twice a week; for whom it was is nobody's business here."""
    if place.asked:
        yield f"sidst spurgt {short_date(place.asked, today)}, for en anden"


def _stops(place: Place, found: Found, seeker: Seeker, today: date) -> Iterator[str]:
    there = [one for one in seeker.forlobene if one.virksomhed == place.virksomhed.nr and one.status != CLOSED]
    if there:
        yield f"b{seeker.borger.nr} er der nu, f{there[0].nr}"
    most = place.virksomhed.max_antal
    if most is not None and place.here >= most:
        yield f"fuldt: {place.here} af {most}"
    again = place.virksomhed.ring_igen
    if again and again > today.isoformat():
        yield f"vil først ringes op {call_again(again, today)}"
    if found.near == ELSEWHERE and seeker.borger.transport == ON_FOOT:
        yield "ligger et andet sted, og borgeren går"


def call_again(day: str, today: date) -> str:
    """ "i marts", with the year where it is another; a day of this month or the next is named."""
    first = date.fromisoformat(day)
    months = (first.year - today.year) * 12 + first.month - today.month
    if months <= 1:
        return f"den {short_date(day, today)}"
    return f"i {month_name(day)}" if first.year == today.year else f"i {month_name(day)} {first.year}"
