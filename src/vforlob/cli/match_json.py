"""The match as JSON, whole and as the borger may see it. Knows no screen and decides nothing."""

from datetime import date
from typing import Any

from vforlob.rules.match.openings import still_open
from vforlob.rules.match.together import SharedMatch
from vforlob.rules.match.values import Asked, Match, Suggestion, WishMatch


def match_json(match: Match, today: date) -> dict[str, Any]:
    """`raekker` are the wishes by their place on the list."""
    seeker = match.seeker
    return {
        "borger": seeker.borger.nr,
        "timer": {"start": seeker.start, "slut": seeker.slut},
        "raekker": [_wish(one, today) for one in match.wishes],
        "uden_onske": [_asked(one) for one in match.asked],
    }


def together_json(shared: SharedMatch, borger: int) -> dict[str, Any]:
    return {
        "borger": borger,
        "vej": shared.way,
        "timer": shared.hours,
        "raekker": [
            {
                "id": one.nr,
                "plads": one.plads,
                "onske": one.onske,
                "steder": [place._asdict() for place in one.places],
            }
            for one in shared.wishes
        ],
    }


def _wish(one: WishMatch, today: date) -> dict[str, Any]:
    onske = one.onske
    return {
        "id": onske.nr,
        "plads": onske.rang,
        "onske": onske.onske,
        "branche": onske.branche,
        "status": onske.status,
        "status_dato": onske.status_dato,
        "spurgt": [_asked(asked) for asked in one.asked],
        "steder": [_place(found, today) for found in one.places],
        "ikke_nu": [_place(found, today) for found in one.not_now],
        "ogsa": [{"virksomhed": virksomhed.nr, "plads": place} for virksomhed, place in one.also],
    }


def _asked(one: Asked) -> dict[str, Any]:
    steps = [
        {"id": step.nr, "dato": step.dato, "trin": step.trin, "grund": step.grund, "tekst": step.tekst}
        for step in one.steps
    ]
    return {"virksomhed": one.virksomhed.nr, "navn": one.virksomhed.navn, "trin": steps}


def _place(found: Suggestion, today: date) -> dict[str, Any]:
    virksomhed, told = found.place.virksomhed, found.told
    return {
        "virksomhed": virksomhed.nr,
        "navn": virksomhed.navn,
        "branche": virksomhed.branche,
        "sted": virksomhed.sted,
        "vej": found.near,
        "for": list(told.pro),
        "imod": [*told.stop, *told.con],
        "sporg_om": list(told.ask),
        "jobabninger": [one.nr for one in still_open(found.place.openings, today)],
    }
