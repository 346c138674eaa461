"""The overview and the list behind a figure, as data. Only for machines."""

from datetime import date
from typing import Any

from vforlob.actions.overblik import Row, Shown
from vforlob.actions.overblik_lists import Opened
from vforlob.actions.overblik_words import WORDS
from vforlob.rules.capacity import calls, over
from vforlob.rules.danish import week
from vforlob.rules.overblik.values import Overblik, Uge
from vforlob.rules.rulebook import RuleBook


def overblik_json(shown: Shown, numbered: Overblik) -> dict[str, Any]:
    """`numbered` is the same overview with the numbers of the records behind each figure."""
    return {
        "dag": numbered.dag,
        "tal": {name: {"tal": tal.tal, "numre": list(tal.numre)} for name, tal in numbered.tal.items()},
        "sagsstamme": dict(zip(("lav", "hoj", "hojst"), numbered.sagsstamme, strict=True)),
        "plads": shown.plads,
        "uger": [_week(uge, shown.plads) for uge in numbered.uger],
        "maltal": [_row(row) for row in shown.rows],
    }


def opened_json(found: Opened) -> dict[str, Any]:
    rows = [
        {
            "id": row.borger if row.forlob is None else row.forlob,
            "emne": "borger" if row.forlob is None else "forlob",
            "borger": row.borger,
            "alias": row.alias,
            "virksomhed": row.virksomhed or None,
            "dato": row.reason.dato,
            "hvorfor": row.reason.hvorfor,
            "tekst": row.mere or None,
            "opkald": row.kan_ringes or None,
            "kommando": row.reason.kommando,
        }
        for row in found.rows
    ]
    return {"navn": found.navn, "titel": WORDS[found.navn].titel, "tal": found.tal, "raekker": rows}


def definitions_json(wanted: tuple[str, ...], today: date, rules: RuleBook) -> dict[str, Any]:
    from vforlob.cli.overblik_list import definitions  # late: data of figures needs no definition

    found = definitions(wanted, today, rules)
    return {"raekker": [{"id": name, **it._asdict()} for name, it in found]}


def _week(uge: Uge, plads: int | None) -> dict[str, Any]:
    return {
        "uge": week(uge.fra),
        "fra": uge.fra,
        "til": uge.til,
        "kontakter": {"tal": uge.kontakter.tal, "numre": list(uge.kontakter.numre)},
        "holdt": {"tal": uge.holdt.tal, "numre": list(uge.holdt.numre)},
        "for_mange": over(uge, plads),
        "opkald": [one._asdict() for one in uge.opkald],
        "foreslaet": [one.forlob for one in calls(uge, plads)],
    }


def _row(row: Row) -> dict[str, Any]:
    return {
        "navn": row.navn,
        "tekst": row.tekst,
        "mal": row.antal,
        "nu": row.nu,
        "mangler": row.mangler,
        "tidligere": [{"maned": maned, "tal": tal} for maned, tal in row.before],
    }
