"""Who may know a hensyn in one forløb: read, decided, withdrawn. Inside a transaction; knows no prompt and no file."""

from collections.abc import Iterable
from typing import Any

from vforlob.actions.adoption import ROLES
from vforlob.model.forlob import Forlob
from vforlob.model.hensyn import Clearance
from vforlob.store.store import Store

MAY, ASK_FIRST, MAY_NOT = "ma", "sporg", "ma_ikke"

# In `hvem`, in `sporg_forst`.
Lists = tuple[tuple[str, ...], tuple[str, ...]]


def lists_in(store: Store, hensyn: int, forlob: int) -> Lists:
    """As it stands there: what was withdrawn is in neither, and a role nobody has decided on is asked first."""
    rows = _rows(store, hensyn, forlob)
    may = tuple(rolle for rolle in ROLES if _says(rows, rolle) == MAY)
    return may, tuple(rolle for rolle in ROLES if _says(rows, rolle) == ASK_FIRST)


def decide(store: Store, hensyn: int, forlob: int, lists: Lists, aftalt: str | None, today: str) -> None:
    """One row a role; in neither list is no. Rows that say the same already keep their day, unless one is named."""
    rows = _rows(store, hensyn, forlob)
    for rolle in ROLES:
        svar = MAY if rolle in lists[0] else ASK_FIRST if rolle in lists[1] else MAY_NOT
        row = rows.get(rolle)
        if row is not None and _says(rows, rolle) == svar:
            if aftalt and not row.trukket:
                store.door(Clearance).change(row.nr, aftalt=aftalt)
            continue
        _write(store, row, Clearance(0, hensyn, forlob, rolle, svar, aftalt or today))


def ask_first(store: Store, hensyn: int, forlobene: Iterable[Forlob]) -> None:
    """Where nobody has decided yet."""
    for forlob in forlobene:
        for rolle in ROLES:
            store.door(Clearance).add(Clearance(0, hensyn, forlob.nr, rolle))


def withdraw(store: Store, hensyn: int, forlob: int | None, day: str) -> None:
    """In that forløb, or in every one: what was cleared is withdrawn, and nobody is to be asked any more."""
    where: dict[str, Any] = {"hensyn": hensyn} if forlob is None else {"hensyn": hensyn, "forlob": forlob}
    for row in store.door(Clearance).find(**where):
        if row.trukket:
            continue
        if row.svar == MAY:
            store.door(Clearance).change(row.nr, trukket=day)
        else:
            store.door(Clearance).change(row.nr, svar=MAY_NOT)


def _rows(store: Store, hensyn: int, forlob: int) -> dict[str, Clearance]:
    return {row.rolle: row for row in store.door(Clearance).find(hensyn=hensyn, forlob=forlob)}


def _says(rows: dict[str, Clearance], rolle: str) -> str:
    row = rows.get(rolle)
    if row is None:
        return ASK_FIRST
    return MAY_NOT if row.trukket else row.svar


def _write(store: Store, row: Clearance | None, wanted: Clearance) -> None:
    if row is None:
        store.door(Clearance).add(wanted)
    else:
        store.door(Clearance).change(row.nr, svar=wanted.svar, aftalt=wanted.aftalt, trukket=None)
