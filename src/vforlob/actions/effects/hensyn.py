"""What a samtale changes on hensyn: a wish, who may know it in this forløb, or how it works. Knows no storage."""

from collections.abc import Iterator
from typing import Any

from vforlob.actions.effects.base import Effect, Ended, texts
from vforlob.model.agenda import Punkt
from vforlob.model.answers import Value
from vforlob.model.hensyn import Hensyn
from vforlob.model.text import fold

ROLES = ("leder", "mentor", "kolleger", "vitas")
NO_LONGER = "ikke_laengere"
_WISH = ("hensyn", "behov", "losning", "hvorfor", "betydning", "aftalt")


def hensyn(ended: Ended, punkt: Punkt) -> Iterator[Effect]:
    """Which of the three is told by the columns that the point has."""
    columns = {felt.id for felt in punkt.row_felter}
    if "losning" in columns:
        yield from _wishes(ended, punkt)
    elif "virker" in columns:
        yield from _works(ended, punkt)
    else:
        yield from _clearances(ended, punkt)


def _wishes(ended: Ended, punkt: Punkt) -> Iterator[Effect]:
    """Clears nothing. A hensyn that the borger already has is changed, not made twice."""
    for key, row in ended.rows(punkt):
        old = _same_hensyn(ended.case.hensyn, row)
        values: dict[str, Any] = {column: row[column] for column in _WISH if column in row}
        values |= {column: texts(row[column]) for column in ("hvem", "sporg_forst") if column in row}
        if old is None:
            made = {"borger": ended.case.borger.nr, "oprettet": ended.samtale.dato, **values}
            yield Effect(key, "hensyn", None, made)
        else:
            yield Effect(key, "hensyn", old.nr, values)


def _same_hensyn(hensynene: tuple[Hensyn, ...], row: dict[str, Value]) -> Hensyn | None:
    for column in ("hensyn", "losning"):
        wanted = fold(str(row.get(column, "")))
        if wanted:
            alive = (one for one in hensynene if one.status != "trukket")
            return next((one for one in alive if fold(getattr(one, column) or "") == wanted), None)
    return None


def _works(ended: Ended, punkt: Punkt) -> Iterator[Effect]:
    for _, row in ended.rows(punkt):
        old = _by_number(ended, row)
        if old is None or "virker" not in row:
            continue
        values: dict[str, Any] = {"virker": row["virker"]}
        if old.status != "trukket":
            values["status"] = NO_LONGER if row["virker"] == NO_LONGER else "aktiv"
        yield Effect(f"hensyn={old.nr}", "hensyn", old.nr, values)


def _clearances(ended: Ended, punkt: Punkt) -> Iterator[Effect]:
    """One row a role, said out loud: in neither list is no."""
    forlob = ended.case.forlob
    for _, row in ended.rows(punkt):
        old = _by_number(ended, row)
        if forlob is None or old is None:
            continue
        aftalt = row.get("aftalt", ended.samtale.dato)
        for rolle in ROLES:
            values = {"svar": _word(rolle, row), "aftalt": aftalt, "trukket": None}
            yield _clearance(ended, old.nr, forlob.nr, rolle, values)


def _word(rolle: str, row: dict[str, Value]) -> str:
    if rolle in texts(row.get("sporg_forst")):
        return "sporg"
    return "ma" if rolle in texts(row.get("hvem")) else "ma_ikke"


def _clearance(ended: Ended, hensyn_nr: int, forlob: int, rolle: str, values: dict[str, Any]) -> Effect:
    key = f"hensyn/{hensyn_nr}/{rolle}"
    for old in ended.case.clearances:
        if (old.hensyn, old.forlob, old.rolle) == (hensyn_nr, forlob, rolle):
            return Effect(key, "clearance", old.nr, values)
    return Effect(key, "clearance", None, {"hensyn": hensyn_nr, "forlob": forlob, "rolle": rolle, **values})


def _by_number(ended: Ended, row: dict[str, Value]) -> Hensyn | None:
    nr = row.get("nr")
    return next((one for one in ended.case.hensyn if one.nr == nr), None)
