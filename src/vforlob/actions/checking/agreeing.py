"""Mends that agree: while the database is not whole, no copy is taken away and none is made of it. Finds no fault."""

from collections.abc import Iterable

from vforlob.actions.checking.copies import AGE, FILES, NEWEST, NONE, restorable
from vforlob.actions.checking.database import RESTORE
from vforlob.actions.checking.events import OLDER
from vforlob.actions.checking.fund import Fund

KEEP = "Lad alt i mappen kopier ligge, til databasen er i orden."
RESTORE_OLDER = "Hent en ældre kopi tilbage, før du laver en ny: vforlob gendan"
RESTORE_FIRST = "Få databasen i orden, før du laver en ny."
NOTHING_HERE = (
    "I mappen kopier er der ingen, der kan hentes tilbage. Har du heller ingen et andet sted, så rør ikke ved"
    " datamappen, og spørg supporten. Har du en, så hent den: vforlob gendan MAPPE"
)


def agreeing(funde: Iterable[Fund], folder: str, *, damaged: bool) -> list[Fund]:
    """`damaged`: the database was not even opened."""
    found = list(funde)
    names = {fund.id for fund in found}
    if not damaged and not any(fund.goer in {RESTORE, OLDER} for fund in found):
        return found
    whole = restorable(folder, but_newest=NEWEST in names)
    return [fund._replace(goer=_instead(fund, whole)) for fund in found]


def _instead(fund: Fund, whole: int) -> str:
    if fund.goer in {RESTORE, OLDER}:
        return fund.goer if whole else NOTHING_HERE
    if fund.id in FILES:
        return KEEP
    if fund.id == NEWEST:
        return RESTORE_OLDER if whole else KEEP
    return RESTORE_FIRST if fund.id in {AGE, NONE} else fund.goer
