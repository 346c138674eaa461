"""What waits is read by index: the cost does not grow with the number of forløb."""

import pytest

from vforlob.store import due
from vforlob.store.store import Store

SQL = {
    "forløbene": (due._FORLOBENE, {"today": "", "silent": "", "soon": "", "ending": "", "most": due.MOST}),
    "løfter": (due._PROMISES, ("", due.MOST)),
    "før et forløb": (due._BEFORE_FORLOB, ("", due.MOST)),
    "kladder": (due._DRAFTS, (due.MOST,)),
    "journal": (due._UNJOURNALISED, ("", due.MOST)),
    "den næste": (due._FIRST, ("",)),
}
# What is read from one end and stopped by a LIMIT, and what was found by the lines above it.
BOUNDED = {"SCAN i", "SCAN t", "SCAN s", "SCAN samtale", "SCAN taet", "SCAN s USING INDEX samtale_kladder"}


def unbounded(steps: list[str]) -> list[str]:
    return [s for s in steps if s.startswith("SCAN") and s not in BOUNDED and not s.startswith("SCAN (subquery")]


@pytest.mark.parametrize("name", SQL)
def test_no_table_is_read_from_end_to_end(store: Store, name: str) -> None:
    sql, parameters = SQL[name]

    steps = [row[3] for row in store.rows(f"EXPLAIN QUERY PLAN {sql}", parameters)]

    assert steps
    assert unbounded(steps) == []


def test_the_guard_sees_a_table_read_from_end_to_end(store: Store) -> None:
    steps = [row[3] for row in store.rows("EXPLAIN QUERY PLAN SELECT * FROM forlob WHERE hensigt = ''")]

    assert unbounded(steps) == ["SCAN forlob"]
