"""What a samtale changes on aftaler, delmål and the next contact, earlier ones settled too. Knows no storage."""

from collections.abc import Iterator
from typing import Any

from vforlob.actions.effects.base import Effect, Ended, texts
from vforlob.agenda.reserved import TIDLIGERE_AFTALER, TIDLIGERE_DELMAL
from vforlob.model.agenda import Punkt
from vforlob.model.answers import row_values, rows_of
from vforlob.model.case import Case

_DELMAL = ("art", "specifikt", "malbart", "attraktivt", "realistisk", "frist", "status", "delt", "tekst")


def aftaler(ended: Ended, punkt: Punkt) -> Iterator[Effect]:
    for key, row in ended.rows(punkt):
        if not row.get("hvad"):
            continue
        values: dict[str, Any] = {column: row[column] for column in ("hvad", "hvem_andre", "frist") if column in row}
        values["hvem"] = texts(row.get("hvem"))
        if "modtagere" in row:
            values["modtagere"] = texts(row["modtagere"])
        made = {**ended.owner, **values, "til_stede": ended.samtale.med, "oprettet": ended.samtale.dato}
        yield Effect(key, "aftale", None, made)


def plan(ended: Ended, punkt: Punkt) -> Iterator[Effect]:
    """The next contact, never none: what was agreed, else the date the rule gives."""
    dato, kl, form = _next_felter(punkt)
    wished = ended.of(punkt, dato)
    made = ended.plan(_with_new_start(ended), str(wished) if wished else None)
    values = made._asdict() | {"kl": ended.of(punkt, kl), "form": ended.of(punkt, form)}
    unset = ("nr", "samtale", "sted_i_samtale")
    yield Effect(f"{punkt.id}/plan", "plan", None, {k: v for k, v in values.items() if k not in unset})


def _next_felter(punkt: Punkt) -> tuple[str, str, str]:
    if punkt.felt("naeste_kontakt") is not None:
        return "naeste_kontakt", "naeste_kl", "naeste_form"
    return "dato", "kl", "form"


def _with_new_start(ended: Ended) -> Case:
    """The rule for the first weeks must know the start that this very samtale agrees."""
    forlob = ended.case.forlob
    for punkt in ended.writers("forlob.start") if forlob else ():
        start = ended.of(punkt, "dato")
        if start is not None and forlob is not None:
            return ended.case._replace(forlob=forlob._replace(start=str(start)))
    return ended.case


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
    if values and any(old.nr == nr for old in ended.case.delmal):
        yield Effect(f"delmal/{nr}", "delmal", nr, values)


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
        yield Effect(f"aftale/{nr}", "aftale", nr, values)


def reviewed(ended: Ended) -> Iterator[Effect]:
    """The open delmål, looked at again."""
    for nr in rows_of(ended.answers, TIDLIGERE_DELMAL):
        row = row_values(ended.answers, TIDLIGERE_DELMAL, nr)
        values: dict[str, Any] = {column: row[column] for column in ("status", "tekst", "frist") if column in row}
        if "status" in values:
            values["status_dato"] = ended.samtale.dato
        yield from _old_delmal(ended, nr, values)
