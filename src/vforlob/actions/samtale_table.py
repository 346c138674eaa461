"""A samtale as data for machines: the tables that an answer file would hold. Knows no screen."""

from typing import Any

from vforlob.agenda.reserved import TIDLIGERE_AFTALER, TIDLIGERE_DELMAL
from vforlob.agenda.walk import Scope, applying, count, not_asked, relevant
from vforlob.model.agenda import Punkt
from vforlob.model.answers import NOTE, Answers, Key, Value, row_values, rows_of
from vforlob.model.case import Held

ROWS = "raekker"


def held_scope(held: Held) -> Scope:
    art = held.case.forlob.art if held.case.forlob else None
    return Scope(held.samtale.med, held.samtale.tillaeg, art)


def samtale_table(held: Held, udgave: int) -> dict[str, Any]:
    """Everything of one version. A point that is missing was not discussed."""
    scope, samtale = held_scope(held), held.samtale
    answers = relevant(held.agenda, held.answers, scope)
    points = count(held.agenda, held.answers, scope)
    return {
        "samtale": samtale.nr,
        "agenda": samtale.agenda,
        "borger": samtale.borger,
        "forlob": samtale.forlob,
        "status": samtale.status,
        "udgave": udgave,
        "dato": samtale.dato,
        "kl": samtale.kl,
        "form": samtale.form,
        "deltagere": list(samtale.deltagere),
        "grund": samtale.grund,
        "kraever_samtale": samtale.kraever_samtale,
        "anmaerkning": samtale.anmaerkning,
        "besvaret": points.answered,
        "punkter": points.total,
        "svar": {p.id: table for p in applying(held.agenda, answers, scope) if (table := _table(p, answers))},
        "ikke_spurgt": list(not_asked(held.agenda, answers, scope)),
        TIDLIGERE_AFTALER: _earlier(answers, TIDLIGERE_AFTALER),
        TIDLIGERE_DELMAL: _earlier(answers, TIDLIGERE_DELMAL),
    }


def _table(punkt: Punkt, answers: Answers) -> dict[str, Any]:
    table: dict[str, Any] = {}
    rows = [_row(punkt, answers, raekke) for raekke in rows_of(answers, punkt.id)]
    if rows:
        table[ROWS] = rows
    for felt in (*(felt.id for felt in punkt.single_felter), NOTE):
        value = answers.get(Key(punkt.id, felt))
        if value is not None:
            table[felt] = _plain(value)
    return table


def _row(punkt: Punkt, answers: Answers, raekke: int) -> dict[str, Any]:
    row = row_values(answers, punkt.id, raekke)
    return {felt.id: _plain(row[felt.id]) for felt in punkt.row_felter if felt.id in row}


def _earlier(answers: Answers, punkt: str) -> list[dict[str, Any]]:
    return [
        {"nr": nr, **{felt: _plain(value) for felt, value in row_values(answers, punkt, nr).items()}}
        for nr in rows_of(answers, punkt)
    ]


def _plain(value: Value) -> Any:
    return list(value) if isinstance(value, tuple) else value
