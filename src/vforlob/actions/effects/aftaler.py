"""What a samtale changes on aftaler and delmål, earlier ones settled too. Knows no storage."""

from collections.abc import Iterator
from typing import Any

from vforlob.actions.effects.base import Effect, Ended, texts
from vforlob.agenda.reserved import TIDLIGERE_AFTALER, TIDLIGERE_DELMAL
from vforlob.model.agenda import RECIPIENTS, Punkt
from vforlob.model.answers import SVAR, Key, Value, row_values, rows_of
from vforlob.rules.gate_scene import aftale_recipients
from vforlob.rules.gate_tables import EMPLOYER_ONLY_BY_YES, EVERYONE, KONSULENT, OUTSIDE

_DELMAL = ("art", "specifikt", "malbart", "attraktivt", "realistisk", "frist", "status", "delt", "tekst")


def aftaler(ended: Ended, punkt: Punkt) -> Iterator[Effect]:
    """Each row is an aftale; a gruppe is one alone."""
    rows = ended.rows(punkt) if punkt.is_liste else [(f"{punkt.id}/0", row_values(ended.answers, punkt.id, 0))]
    for key, row in rows:
        if row.get("hvad"):
            yield Effect(key, "aftale", None, aftale(ended, punkt, row))


def aftale(ended: Ended, punkt: Punkt, row: dict[str, Value]) -> dict[str, Any]:
    """What somebody promised. A promise of the konsulent's own is due even where nobody named a day."""
    values: dict[str, Any] = {column: row[column] for column in ("hvad", "hvem_andre", "frist") if column in row}
    values["hvem"] = texts(row.get("hvem"))
    if "frist" not in values and KONSULENT in values["hvem"] and ended.own_deadline:
        values["frist"] = ended.own_deadline
    modtagere = _recipients(ended, punkt, row)
    if modtagere is not None:
        values["modtagere"] = modtagere
    return {**ended.owner, **values, "til_stede": ended.samtale.med, "oprettet": ended.samtale.dato}


def _recipients(ended: Ended, punkt: Punkt, row: dict[str, Value]) -> tuple[str, ...] | None:
    """What the row says itself, less what the point or the borger keeps from somebody; None leaves it to the gate."""
    said = texts(row["modtagere"]) if "modtagere" in row else None
    asks_the_borger = ended.agenda.punkt(EMPLOYER_ONLY_BY_YES) is not None
    is_closed = asks_the_borger and ended.answers.get(Key(EMPLOYER_ONLY_BY_YES, SVAR)) != "ja"
    if punkt.modtagere is None and not is_closed:
        return said
    allowed = EVERYONE.intersection(punkt.modtagere or RECIPIENTS) - (OUTSIDE if is_closed else frozenset())
    wanted = aftale_recipients(row, ended.samtale.deltagere) if said is None else said
    return tuple(recipient for recipient in RECIPIENTS if recipient in wanted and recipient in allowed)


def delmal(ended: Ended, punkt: Punkt) -> Iterator[Effect]:
    """A row with a number is that delmål; a row without is a new one."""
    for key, row in ended.rows(punkt) if punkt.is_liste else ():
        values: dict[str, Any] = {column: row[column] for column in _DELMAL if column in row}
        if "status" in values:
            values["status_dato"] = ended.samtale.dato
        if "nr" in row:
            yield from _old_delmal(ended, int(str(row["nr"])), values)
        elif values:
            made = {**ended.owner, "oprettet": ended.samtale.dato, **values}
            yield Effect(key, "delmal", None, made)


def _old_delmal(ended: Ended, nr: int, values: dict[str, Any]) -> Iterator[Effect]:
    old = next((one for one in ended.case.delmal if one.nr == nr), None)
    here = ended.samtale.forlob
    if old and values.get("delt") == "ja" and here is not None and old.forlob != here:
        values = values | {"forlob": here}  # the yes is to the virksomhed that sits there
    if values and old:
        yield Effect(f"delmal={nr}", "delmal", nr, values)


def settled(ended: Ended) -> Iterator[Effect]:
    """The aftaler of earlier samtaler: gjort, flyttet with a new date, bortfaldet with a reason."""
    for nr in rows_of(ended.answers, TIDLIGERE_AFTALER):
        row = row_values(ended.answers, TIDLIGERE_AFTALER, nr)
        old = next((aftale for aftale in ended.case.aftaler if aftale.nr == nr), None)
        udfald = row.get("udfald")
        if old is None or udfald is None:
            continue
        grund = {"grund": row["grund"]} if "grund" in row else {}
        if udfald == "flyttet":
            values = {"frist": row.get("frist", old.frist), "flyttet": old.flyttet + 1, **grund}
        else:
            values = {"status": udfald, "afsluttet": ended.samtale.dato, **grund}
        yield Effect(f"aftale={nr}", "aftale", nr, values)


def reviewed(ended: Ended) -> Iterator[Effect]:
    """The open delmål, looked at again."""
    for nr in rows_of(ended.answers, TIDLIGERE_DELMAL):
        row = row_values(ended.answers, TIDLIGERE_DELMAL, nr)
        values: dict[str, Any] = {column: row[column] for column in ("status", "tekst", "frist") if column in row}
        if "status" in values:
            values["status_dato"] = ended.samtale.dato
        yield from _old_delmal(ended, nr, values)
