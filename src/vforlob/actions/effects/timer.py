"""What a samtale changes on hours, paid hours and days counted. Knows no storage."""

from collections.abc import Iterator
from datetime import date
from typing import Any

from vforlob.actions.effects.base import Effect, Ended, given
from vforlob.model.agenda import Punkt
from vforlob.model.case import Case
from vforlob.model.timer import HOURS_OF, Timer
from vforlob.rules.progress import hours_from_start, hours_now

KINDS = ("praktik", "lontilskud", "ordinaer")
COUNTS = ("aftalt", "modt", "syg", "fri", "udeblevet", "uafklaret", "for_sent")


def kind_of_hours(ended: Ended) -> str:
    """A kind nobody named is that of the forløb; before there is one it is praktik, until a forløb adopts them."""
    art = ended.case.forlob.art if ended.case.forlob else ended.adopted_by
    return HOURS_OF.get(art, "praktik")


def timer(ended: Ended, punkt: Punkt) -> Iterator[Effect]:
    """From now on is from the date of the samtale; kinds that nobody named stay as they were."""
    said = given(ended, punkt, {kind: kind for kind in KINDS})
    plain = ended.of(punkt, "timer") or ended.of(punkt, "start")
    if plain is not None:
        said[kind_of_hours(ended)] = plain
    yield from _from_now_on(ended, punkt, said)
    yield from _from_the_start(ended, punkt, said)
    yield from _aimed_at(ended, punkt)


def _from_now_on(ended: Ended, punkt: Punkt, said: dict[str, Any]) -> Iterator[Effect]:
    now = hours_now(ended.case, date.fromisoformat(ended.samtale.dato))
    before = {kind: getattr(now, kind) if now and _goes_on(ended, kind, now) else None for kind in KINDS}
    after = {**before, **said}
    if after != before:
        values = {**ended.owner, "fra": ended.samtale.dato, "art": "aftalt", **after}
        yield Effect(f"{punkt.id}/aftalt", "timer", None, values)


def _goes_on(ended: Ended, kind: str, now: Timer) -> bool:
    """In the job that came of a forløb only hours with pay go on; the others ended with it."""
    forlob = ended.case.forlob
    has_ended = forlob is not None and forlob.lukket is not None and now.fra <= forlob.lukket
    return kind == "ordinaer" or not has_ended


def _from_the_start(ended: Ended, punkt: Punkt, said: dict[str, Any]) -> Iterator[Effect]:
    """A forløb that has not begun has its hours dated at its start: they would else overrule what was said here."""
    planned = hours_from_start(ended.case)
    if planned is None or planned.fra <= ended.samtale.dato:
        return
    values = {kind: hours for kind, hours in said.items() if getattr(planned, kind) != hours}
    if values:
        yield Effect(f"{punkt.id}/start", "timer", planned.nr, values)


def _aimed_at(ended: Ended, punkt: Punkt) -> Iterator[Effect]:
    """A goal without a date is the goal of the whole forløb; with neither there is nothing to steer by."""
    hours = ended.of(punkt, "slut")
    fra = ended.of(punkt, "hvornar") or (ended.case.forlob.slut if ended.case.forlob else None)
    if hours is not None and fra is not None:
        values = {**ended.owner, "fra": fra, "art": "mal", kind_of_hours(ended): hours}
        yield Effect(f"{punkt.id}/mal", "timer", None, values)


def lonkroner(ended: Ended, punkt: Punkt) -> Iterator[Effect]:
    """How far the talk about paid hours has come. At the startmøde an answer means that it has been raised."""
    if ended.case.forlob is None:
        return
    values: dict[str, Any] = given(ended, punkt, {felt: felt for felt in ("trin", "timer", "opgaver", "tekst")})
    svar, week = ended.of(punkt), ended.of(punkt, "fra_uge")
    if svar is not None:
        values["trin"] = "afvist" if svar == "nej" else "italesat"
    if week is not None:
        values["tekst"] = f"Fra uge {week:g}" if isinstance(week, float) else f"Fra uge {week}"
    if not values:
        return
    values.setdefault("trin", _last_trin(ended))
    yield Effect(f"{punkt.id}/lonkroner", "lonkroner", None, {**ended.owner, "dato": ended.samtale.dato, **values})


def _last_trin(ended: Ended) -> str:
    return ended.case.lonkroner[-1].trin if ended.case.lonkroner else "ikke_italesat"


def fremmode(ended: Ended, punkt: Punkt) -> Iterator[Effect]:
    """Days since the last samtale that counted them, else since the start."""
    counts = given(ended, punkt, {felt: felt for felt in COUNTS})
    if not counts or ended.case.forlob is None:
        return
    values = {**ended.owner, "fra": counted_since(ended.case, ended.samtale.dato), "til": ended.samtale.dato, **counts}
    yield Effect(f"{punkt.id}/fremmode", "fremmode", None, values)


def counted_since(case: Case, day: str) -> str | None:
    earlier = [one.til for one in case.fremmode if one.til < day]
    return max(earlier) if earlier else case.forlob.start if case.forlob else None
