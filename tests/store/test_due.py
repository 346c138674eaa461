"""What waits is read by index: the cost does not grow with the number of forløb."""

import pytest

from building import make_case
from vforlob.model.forlob import Forlob, Plan
from vforlob.store import due, journal
from vforlob.store.store import Store

SQL = {
    "åbne": (due._OPEN, (due.MOST,)),
    "de vigtigste": (due._PRESSING, ()),
    "efterværn": (due._AFTERCARE, ("", due.MOST)),
    "lukkede": (due._CLOSED, ("", due.NEWEST, due.MOST)),
    "løfter": (due._PROMISES, ("", due.MOST)),
    "delmål": (due._GOALS, ("", due.MOST)),
    "før et forløb": (due._BEFORE_FORLOB, ("", due.MOST)),
    "henviste": (due._REFERRED, ("", due.NEWEST, due.MOST)),
    "kladder": (due._DRAFTS, (due.MOST,)),
    "journal": (due._UNJOURNALISED, (due.MOST,)),
    "alt til journalen": (journal._WAITING, (due.MOST,)),
    "udsat": (due._PUT_OFF, ("", due.MOST)),
}
# What is read from one end and stopped by a LIMIT, what was found by the lines above it, and the indexes that hold
# only what is open.
BOUNDED = {
    *("SCAN newest", "SCAN b", "SCAN d", "SCAN j", "SCAN n", "SCAN s", "SCAN t", "SCAN CONSTANT ROW"),
    "SCAN til_journal USING COVERING INDEX til_journal_haendelse",
    *("SCAN forlob USING INDEX forlob_aabne", "SCAN s USING INDEX samtale_kladder"),
}


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


def test_of_more_open_forlob_than_can_be_looked_at_those_with_the_next_contact_are_taken(store: Store) -> None:
    case = make_case(store)
    with store.doing("prøve"):
        more = [store.door(Forlob).add(Forlob(0, case.borger.nr, 1, "andet", oprettet="2026-11-01")) for _ in range(70)]
        for place, forlob in enumerate(reversed(more)):
            store.door(Plan).add(Plan(0, case.borger.nr, forlob.nr, f"2027-01-{place % 28 + 1:02}"))
        store.door(Plan).add(Plan(0, case.borger.nr, more[10].nr, "2026-11-02"))

    found = due.open_forlob(store)

    assert len(found) <= due.MOST
    assert more[10].nr in found


def test_all_open_forlob_of_a_caseload_are_looked_at_and_no_closed_one(store: Store) -> None:
    first, second = make_case(store), make_case(store)
    with store.doing("prøve"):
        store.door(Forlob).change(first.forlob.nr if first.forlob else 0, status="lukket", lukket="2026-11-10")

    assert due.open_forlob(store) == (second.forlob.nr if second.forlob else 0,)
    assert due.closed_forlob(store, "2026-11-20", "2026-11-01") == (first.forlob.nr if first.forlob else 0,)
    assert due.closed_forlob(store, "2026-11-20", "2026-11-11") == ()
