"""What a samtale changes on tasks: how far each has come, and which are new. Knows no storage."""

from collections.abc import Iterator
from typing import Any

from vforlob.actions.effects.base import Effect, Ended, texts
from vforlob.model.agenda import Punkt
from vforlob.model.opgave import Opgave
from vforlob.model.text import fold

WORD = "opgaver"
ALONE = "selvstaendigt"


def opgaver(ended: Ended, punkt: Punkt) -> Iterator[Effect]:
    """Rows are tasks with their trin; ticks are tasks done alone."""
    if ended.case.forlob is None:
        return
    if punkt.is_liste:
        yield from _from_rows(ended, punkt)
    else:
        yield from _from_ticks(ended, punkt)


def named_opgaver(ended: Ended) -> dict[str, str]:
    """Folded text -> the key of its effect: the tasks of the case, and over them the rows of this samtale."""
    names = {fold(old.opgave): f"opgave={old.nr}" for old in ended.case.opgaver}
    for punkt in ended.writers(WORD):
        for key, row in ended.rows(punkt) if punkt.is_liste else ():
            names.setdefault(fold(str(row.get("opgave", ""))), key)
    return names


def _from_rows(ended: Ended, punkt: Punkt) -> Iterator[Effect]:
    names = named_opgaver(ended)
    for _, row in ended.rows(punkt):
        text = str(row.get("opgave", ""))
        if not text:
            continue
        columns: dict[str, Any] = {column: row[column] for column in ("trin", "timetype") if column in row}
        yield from _opgave(ended, names[fold(text)], text, columns)


def _from_ticks(ended: Ended, punkt: Punkt) -> Iterator[Effect]:
    names = named_opgaver(ended)
    for text in texts(ended.of(punkt, "opgaver")):
        key = names.get(fold(text))
        if key is not None:
            yield from _opgave(ended, key, text, {"trin": ALONE})


def _opgave(ended: Ended, key: str, text: str, columns: dict[str, Any]) -> Iterator[Effect]:
    old = _old(ended, key)
    trin = columns.get("trin")
    if trin is not None and (old is None or old.trin != trin):
        columns = {**columns, "trin_siden": ended.samtale.dato}
    if old is not None:
        yield from [Effect(key, "opgave", old.nr, columns)] if columns else []
    else:
        yield Effect(key, "opgave", None, {**ended.owner, "opgave": text, **columns})


def _old(ended: Ended, key: str) -> Opgave | None:
    return next((old for old in ended.case.opgaver if key == f"opgave={old.nr}"), None)
