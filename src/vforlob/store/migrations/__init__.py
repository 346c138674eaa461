"""The steps from each schema to the next, in order. One that has been released is never edited."""

import os
from collections.abc import Callable, Iterator
from typing import Any, NamedTuple

Run = Callable[[str], Any]


class Migration(NamedTuple):
    """Leads to `version`. `may_lose` are tables from which rows may disappear; from any other that is a fault."""

    version: int
    step: Callable[[Run], None]
    may_lose: frozenset[str] = frozenset()


def sql_file(name: str) -> Callable[[Run], None]:
    def step(run: Run) -> None:
        for statement in statements_of(name):
            run(statement)

    return step


def statements_of(name: str) -> Iterator[str]:
    """One at a time: executescript would commit behind our back."""
    from sqlcipher3._sqlite3 import complete_statement  # late: hardly any start migrates

    with open(os.path.join(os.path.dirname(__file__), name), encoding="utf-8") as file:
        pending = ""
        for line in file:
            pending += line
            if complete_statement(pending):
                yield pending
                pending = ""


MIGRATIONS = (
    Migration(1, sql_file("0001_grund.sql")),
    Migration(2, sql_file("0002_hele_forlobet.sql")),
    Migration(3, sql_file("0003_papir.sql")),
    Migration(4, sql_file("0004_overblik.sql")),
    Migration(5, sql_file("0005_tryghed.sql")),
)
