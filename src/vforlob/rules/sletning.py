"""What may be deleted on a day, since when, and what keeps the rest back: from plain values. Knows no storage."""

from bisect import bisect_right
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping
from datetime import date, datetime, timedelta
from typing import NamedTuple

# What keeps something back; "" when nothing does.
STOP, JOURNAL, CORRECTED, NEXT, IN_USE, OPEN, DRAFT, NOT_YET = (
    *("slettestop", "journal", "rettes", "naeste", "i_brug"),
    *("aaben", "kladde", "frist"),
)
SAMTALE, BORGER, VIRKSOMHED = "samtale", "borger", "virksomhed"
LONGEST_PAUSE = timedelta(days=40)  # between two things done, before the clock has to be confirmed
_NEVER = "9999-12-31"


class Talk(NamedTuple):
    """A samtale. `finished` is the day it was finished first, None for a draft; `receipt` the day of its newest
    receipt, None where the journal lacks anything of it. `is_open`: it is being corrected.
    """

    nr: int
    borger: int
    forlob: int | None
    dato: str
    finished: str | None
    receipt: str | None
    is_open: bool = False
    has_words: bool = True


class Post(NamedTuple):
    """A record with words of its own: a kontakt, a day of absence, an aftale. `in_use`: an open aftale or delmål, or
    the tæt opfølgning that stands. `last` is the day it came to be what it is: an aftale was settled then.
    """

    emne: str
    nr: int
    borger: int
    dato: str
    receipt: str | None
    in_use: bool = False
    forlob: int | None = None
    last: str = ""


class Placed(NamedTuple):
    """A forløb. `ended` is the first day on which nothing more comes in it, None while it goes on."""

    nr: int
    borger: int
    ended: str | None


class Person(NamedTuple):
    """`newest` is the last day of anything about her, also of what is planned. `waits`: the journal lacks something."""

    nr: int
    newest: str
    is_open: bool
    is_drafting: bool = False
    waits: bool = False


class Begun(NamedTuple):
    """A samtale, or a correction of one, that was never finished. `touched` is the day it was last written in."""

    samtale: int
    borger: int
    dato: str
    touched: str


class Verdict(NamedTuple):
    """`since` is the first day it may be deleted, "" where nobody can say. `why` keeps it back; "" when it is due."""

    emne: str
    nr: int
    borger: int | None
    dato: str
    since: str
    why: str


def days_after(day: str, days: int) -> str:
    return (date.fromisoformat(day) + timedelta(days=days)).isoformat()


def of_talks(
    talks: Iterable[Talk], placed: Iterable[Placed], days: int, today: str, stopped: frozenset[int]
) -> tuple[Verdict, ...]:
    """The words of finished samtaler. They are needed until the next samtale is finished: that of the forløb, or of
    the borger where the samtale had no forløb. Where nothing more comes, nothing is waited for.
    """
    all_talks, forlobene = tuple(talks), tuple(placed)
    without = frozenset(it.nr for it in all_talks if it.forlob is None)
    following = _next_finished(all_talks, lambda it: it.forlob)
    following |= {nr: day for nr, day in _next_finished(all_talks, lambda it: it.borger).items() if nr in without}
    ended, closed = {it.nr: it.ended for it in forlobene}, _closed(forlobene)
    found = []
    for talk in all_talks:
        if talk.finished is None or not talk.has_words:
            continue
        over = closed.get(talk.borger) if talk.forlob is None else ended.get(talk.forlob)
        free = min(following[talk.nr] or _NEVER, over or _NEVER)
        found.append(_of_talk(talk, free, days, today, stopped))
    return tuple(found)


def _of_talk(talk: Talk, free: str, days: int, today: str, stopped: frozenset[int]) -> Verdict:
    held = _first(
        (STOP, talk.borger in stopped),
        (CORRECTED, talk.is_open),
        (JOURNAL, talk.receipt is None),
        (NEXT, free == _NEVER),
    )
    since = max(days_after(talk.receipt, days), free) if talk.receipt and free != _NEVER else ""
    return _verdict(SAMTALE, talk.nr, talk.borger, talk.dato, since, held, today)


def _next_finished(talks: Iterable[Talk], by: Callable[[Talk], int | None]) -> dict[int, str]:
    """By number: the first day on which a later samtale of the same was finished; "" where there is none."""
    groups: dict[int | None, list[Talk]] = defaultdict(list)
    for talk in talks:
        groups[by(talk)].append(talk)
    found = {}
    for group in groups.values():
        first = ""
        for talk in sorted(group, key=lambda it: (it.dato, it.nr), reverse=True):
            found[talk.nr] = first
            if talk.finished:
                first = min(first or _NEVER, talk.finished)
    return found


def _closed(placed: Iterable[Placed]) -> dict[int, str]:
    """By borger: the day from which nothing more comes in any forløb of hers. Without a forløb it is all to come."""
    found: dict[int, str] = {}
    for it in placed:
        found[it.borger] = max(found.get(it.borger, ""), it.ended or _NEVER)
    return {borger: day for borger, day in found.items() if day != _NEVER}


def of_posts(
    posts: Iterable[Post],
    talks: Iterable[Talk],
    placed: Iterable[Placed],
    days: int,
    today: str,
    stopped: frozenset[int],
) -> Iterator[Verdict]:
    """They are read up before the next samtale, as what was said in the last one is: so they wait for it likewise."""
    forlobene = tuple(placed)
    ended, closed, following = {it.nr: it.ended for it in forlobene}, _closed(forlobene), _Following(talks)
    for post in posts:
        over = closed.get(post.borger) if post.forlob is None else ended.get(post.forlob)
        free = min(following.after(post) or _NEVER, over or _NEVER)
        held = _first(
            (STOP, post.borger in stopped),
            (IN_USE, post.in_use),
            (JOURNAL, post.receipt is None),
            (NEXT, free == _NEVER),
        )
        since = max(days_after(post.receipt, days), free) if post.receipt and free != _NEVER else ""
        yield _verdict(post.emne, post.nr, post.borger, post.dato, since, held, today)


class _Following:
    """The first day on which a samtale of a later date was finished: of that forløb, or of the borger where the record
    has none.
    """

    def __init__(self, talks: Iterable[Talk]) -> None:
        held: dict[tuple[str, int], list[tuple[str, str]]] = defaultdict(list)
        for talk in talks:
            if talk.finished:
                held["borger", talk.borger].append((talk.dato, talk.finished))
                if talk.forlob is not None:
                    held["forlob", talk.forlob].append((talk.dato, talk.finished))
        self._days = {key: [dato for dato, _ in sorted(pairs)] for key, pairs in held.items()}
        self._first = {key: _least_from([day for _, day in sorted(pairs)]) for key, pairs in held.items()}

    def after(self, post: Post) -> str:
        key = ("borger", post.borger) if post.forlob is None else ("forlob", post.forlob)
        place = bisect_right(self._days.get(key, []), post.last or post.dato)
        return self._first[key][place] if key in self._first else ""


def _least_from(days: list[str]) -> list[str]:
    """At each place the least of that and all that follow; "" at the end."""
    found = [""]
    for day in reversed(days):
        found.append(min(found[-1] or _NEVER, day))
    return found[::-1]


def of_persons(persons: Iterable[Person], days: int, today: str, stopped: frozenset[int]) -> Iterator[Verdict]:
    """Everything of a borger, so many days after everything was closed and the last thing was written."""
    for it in persons:
        held = _first((STOP, it.nr in stopped), (OPEN, it.is_open), (DRAFT, it.is_drafting), (JOURNAL, it.waits))
        yield _verdict(BORGER, it.nr, it.nr, it.newest, days_after(it.newest, days), held, today)


def of_drafts(begun: Iterable[Begun], days: int, today: str, stopped: frozenset[int]) -> Iterator[Verdict]:
    for it in begun:
        held = _first((STOP, it.borger in stopped))
        yield _verdict(SAMTALE, it.samtale, it.borger, it.dato, days_after(it.touched, days), held, today)


def of_places(places: Mapping[int, str], days: int, today: str) -> Iterator[Verdict]:
    """Virksomheder without forløb and henvendelser, by the last day of anything about them."""
    for nr, newest in places.items():
        yield _verdict(VIRKSOMHED, nr, None, newest, days_after(newest, days), "", today)


def log_limit(today: str, days: int) -> str:
    """Look-ups from before this day are due."""
    return days_after(today, 1 - days)


def clock_is_sane(
    now: datetime, newest_event: datetime | None, newest_copy: datetime | None, before: datetime | None = None
) -> bool:
    """Whether the clock can be believed. What was written under a wrong clock is as wrong as the clock itself, so
    `before`, the newest event that is older than a day, is what a jump is measured from where it is known.
    """
    known = [moment for moment in (newest_event, newest_copy) if moment is not None]
    if any(now < moment for moment in known):
        return False
    earlier = [before] if before is not None else known
    return not earlier or now - max(earlier) <= LONGEST_PAUSE


def _first(*reasons: tuple[str, bool]) -> str:
    return next((why for why, holds in reasons if holds), "")


def _verdict(emne: str, nr: int, borger: int | None, dato: str, since: str, held: str, today: str) -> Verdict:
    return Verdict(emne, nr, borger, dato, since, held or (NOT_YET if since > today else ""))
