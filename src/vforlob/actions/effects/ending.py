"""What an outcome changes: the forløb closes, a job is followed, and a row that names nobody is left. No storage."""

from collections.abc import Iterator
from datetime import date
from typing import Any

from vforlob.actions.effects.base import Effect, Ended
from vforlob.model.agenda import Punkt
from vforlob.model.forlob import Forlob
from vforlob.rules.outcomes import CALL_ABOUT_WHY, EMPLOYED, NEVER_STARTED
from vforlob.rules.progress import hours_now

YES, NO = "ja", "nej"
KNOWS_WHY = "kender_virksomheden_arsag"


def udfald(ended: Ended, punkt: Punkt) -> Iterator[Effect]:
    """Of a point with the outcome; without one the forløb stays open."""
    forlob = ended.case.forlob
    if forlob is None or ended.of(punkt, "kode") is None:
        return
    closed = closed_forlob(ended, forlob)
    values = {name: getattr(closed, name) for name in ("udfald", "status", "lukket", "eftervaern")}
    yield Effect(f"{punkt.id}/forlob", "forlob", forlob.nr, values)
    if ended.of(punkt, KNOWS_WHY) == NO:
        yield Effect(f"{punkt.id}/ring", "aftale", None, _call(ended))
    yield Effect(f"{punkt.id}/statistik", "statistik", None, _statistik(ended, closed))


def closed_forlob(ended: Ended, forlob: Forlob) -> Forlob:
    """The forløb as this samtale leaves it: closed with its outcome, or as it was."""
    kode = ended.of_writer("udfald", "kode")
    if kode is None:
        return forlob
    lukket = str(ended.of_writer("udfald", "dato") or ended.samtale.dato)
    closed = forlob._replace(status="lukket", lukket=lukket, udfald=str(kode))
    return closed._replace(eftervaern=ended.eftervaern_ends(closed) if kode in EMPLOYED else None)


def _call(ended: Ended) -> dict[str, Any]:
    """A promise of the konsulent's own. The reason itself is for the talk, and not for a list of aftaler."""
    return {
        **ended.owner,
        "hvad": CALL_ABOUT_WHY,
        "hvem": ("konsulent",),
        "frist": ended.own_deadline or None,
        "oprettet": ended.samtale.dato,
    }


def _statistik(ended: Ended, closed: Forlob) -> dict[str, Any]:
    virksomhed, lukket = ended.case.virksomhed, str(closed.lukket)
    hours = hours_now(ended.case, date.fromisoformat(lukket))
    row: dict[str, Any] = {
        "maned": lukket[:7],
        "art": closed.art,
        "branche": virksomhed.branche if virksomhed else None,
        "udfald": closed.udfald,
        "uge": 0 if closed.udfald == NEVER_STARTED else _week(closed.start, lukket),
        "formode": YES if _had_formode(ended) else NO,
        "afsluttende_samtale": _closing_talk(ended),
        "lontimer": hours.ordinaer if hours else None,
    }
    return row if ended.signs is None else {**row, "tegn": ended.signs()}


def _had_formode(ended: Ended) -> bool:
    """A reason for having none says that there was none for this forløb, whatever was held before another."""
    forlob = ended.case.forlob
    if forlob is not None and forlob.uden_formode:
        return False
    return any(samtale.agenda == "formode" and samtale.udgave for samtale in ended.case.samtaler)


def _closing_talk(ended: Ended) -> str:
    """Whether the closing talk with the virksomhed was held; an agenda that does not ask is that talk itself."""
    for punkt in ended.agenda.punkter:
        if punkt.id == "samtale_med_virksomhed":
            return str(ended.of(punkt, "holdt") or NO)
    return YES


def _week(first: str | None, last: str) -> int | None:
    if first is None:
        return None
    return max((date.fromisoformat(last) - date.fromisoformat(first)).days // 7 + 1, 0)
