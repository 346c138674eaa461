"""What a samtale changes on the forløb itself. Knows no screen and no storage."""

from collections.abc import Iterator, Mapping
from typing import Any

from vforlob.actions.effects.base import Effect, Ended, given
from vforlob.model.agenda import Punkt
from vforlob.rules.progress import hours_from_start

YES = "ja"


def start(ended: Ended, punkt: Punkt) -> Iterator[Effect]:
    said = given(ended, punkt, {"dato": "start"})
    yield from _changed(ended, punkt, said)
    hours = hours_from_start(ended.case)
    if said and hours is not None and hours.fra != said["start"]:
        # The hours it begins with begin with it, as when the record is corrected by hand.
        yield Effect(f"{punkt.id}/timer", "timer", hours.nr, {"fra": said["start"]})


def slut(ended: Ended, punkt: Punkt) -> Iterator[Effect]:
    """An extension counts only when both have said yes and the date is there."""
    agreed = ended.of(punkt, "borger") == YES and ended.of(punkt, "virksomhed") == YES
    if agreed:
        yield from _changed(ended, punkt, given(ended, punkt, {"slut": "slut"}))


def hensigt(ended: Ended, punkt: Punkt) -> Iterator[Effect]:
    yield from _changed(ended, punkt, given(ended, punkt, {"art": "hensigt_art", "tekst": "hensigt"}))


def dage(ended: Ended, punkt: Punkt) -> Iterator[Effect]:
    yield from _changed(ended, punkt, given(ended, punkt, {"dage": "dage"}))


def kontakt(ended: Ended, punkt: Punkt) -> Iterator[Effect]:
    columns = ("fast_tid", "kontakt_kommune", "stedfortraeder")
    yield from _changed(ended, punkt, given(ended, punkt, {column: column for column in columns}))


def vitas(ended: Ended, punkt: Punkt) -> Iterator[Effect]:
    yield from _changed(ended, punkt, given(ended, punkt, {"svar": "vitas"}))


def udfald(ended: Ended, punkt: Punkt) -> Iterator[Effect]:
    """The outcome closes the forløb, and leaves one coarse row that names nobody."""
    kode = ended.of(punkt, "kode")
    if kode is None or ended.case.forlob is None:
        return
    lukket = str(ended.of(punkt, "dato") or ended.samtale.dato)
    yield from _changed(ended, punkt, {"udfald": kode, "status": "lukket", "lukket": lukket})
    yield Effect(f"{punkt.id}/statistik", "statistik", None, _statistik(ended, str(kode), lukket))


def _statistik(ended: Ended, kode: str, lukket: str) -> dict[str, Any]:
    forlob, virksomhed = ended.case.forlob, ended.case.virksomhed
    assert forlob is not None
    hours = [timer.ordinaer for timer in ended.case.timer if timer.art == "aftalt" and timer.ordinaer is not None]
    return {
        "maned": lukket[:7],
        "art": forlob.art,
        "branche": virksomhed.branche if virksomhed else None,
        "udfald": kode,
        "uge": _week(forlob.start, lukket),
        "formode": YES if any(s.agenda == "formode" and s.udgave for s in ended.case.samtaler) else "nej",
        "afsluttende_samtale": _closing_talk(ended),
        "lontimer": hours[-1] if hours else None,
    }


def _closing_talk(ended: Ended) -> str:
    """Whether the closing talk with the virksomhed was held; unsaid counts as held, for this is that samtale."""
    for punkt in ended.agenda.punkter:
        if punkt.id == "samtale_med_virksomhed":
            return str(ended.of(punkt, "holdt") or "nej")
    return YES


def _week(first: str | None, last: str) -> int | None:
    if first is None:
        return None
    from datetime import date  # no date is needed before a forløb is closed

    return max((date.fromisoformat(last) - date.fromisoformat(first)).days // 7 + 1, 0)


def _changed(ended: Ended, punkt: Punkt, values: Mapping[str, Any]) -> Iterator[Effect]:
    if values and ended.case.forlob is not None:
        yield Effect(f"{punkt.id}/forlob", "forlob", ended.case.forlob.nr, values)
