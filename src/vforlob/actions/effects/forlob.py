"""What a samtale changes on the forløb itself. Knows no screen and no storage."""

from collections.abc import Iterator, Mapping
from typing import Any

from vforlob.actions.effects.base import Effect, Ended, given
from vforlob.model.agenda import Punkt
from vforlob.rules.progress import hours_from_start

YES = "ja"
_CONTACTS = {
    "fast_tid": "fast_tid",
    "kontakt_kommune": "kontakt_kommune",
    "stedfortraeder": "stedfortraeder",
    "modtages_af": "kontakt_virksomhed",
    "mentor": "mentor",
}


def start(ended: Ended, punkt: Punkt) -> Iterator[Effect]:
    said = given(ended, punkt, {"dato": "start", "rejse": "rejse", "ud_ad_doren": "ud_ad_doren"})
    yield from _changed(ended, punkt, said)
    hours = hours_from_start(ended.case)
    if "start" in said and hours is not None and hours.fra != said["start"]:
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
    """Who is called on both sides, and who receives the borger."""
    yield from _changed(ended, punkt, given(ended, punkt, _CONTACTS))


def vitas(ended: Ended, punkt: Punkt) -> Iterator[Effect]:
    yield from _changed(ended, punkt, given(ended, punkt, {"svar": "vitas"}))


def _changed(ended: Ended, punkt: Punkt, values: Mapping[str, Any]) -> Iterator[Effect]:
    if values and ended.case.forlob is not None:
        yield Effect(f"{punkt.id}/forlob", "forlob", ended.case.forlob.nr, values)
