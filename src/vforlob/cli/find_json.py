"""What was found, for machines. Knows no screen."""

from typing import Any

from vforlob.actions.find import Find, Found
from vforlob.model.sogetekst import DRAFT, SVAR
from vforlob.rules.snippet import snippet

EXCERPT = 200


def found_json(found: Found) -> dict[str, Any]:
    """`raekker` are one page; `antal` counts all of it."""
    return {
        "antal": found.total,
        "hele_ord": sum(tier.size for tier in found.tiers if tier.how == "hele"),
        "mente": found.near or None,
        "raekker": [_row(one) for one in found.finds],
    }


def _row(one: Find) -> dict[str, Any]:
    """`fund` are from where to where in `uddrag` the words stand."""
    part = snippet(one.text.tekst, one.spans, EXCERPT)
    return {
        "id": one.text.emne_nr,
        "emne": "samtale" if one.text.emne == SVAR else one.text.emne,
        **_where(one),
        "sted": one.place.where or one.place.kind,
        "dato": one.text.dato,
        "borger": one.text.borger,
        "alias": one.place.alias or None,
        "forlob": one.text.forlob,
        "virksomhed": one.text.virksomhed,
        "kladde": "ja" if one.place.is_draft else "nej",
        "fundet": one.how,
        "uddrag": part.text,
        "fund": [list(mark) for mark in part.marks],
    }


def _where(one: Find) -> dict[str, Any]:
    if one.text.emne != SVAR:
        return {"punkt": None, "felt": one.text.hvad}
    punkt, felt, raekke = one.text.hvad.removeprefix(DRAFT).split("/")
    return {"punkt": punkt, "felt": felt, "raekke": int(raekke)}
