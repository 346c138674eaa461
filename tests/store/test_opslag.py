"""The access log holds together, says when somebody has been in it, and never who was deleted."""

from collections.abc import Callable
from contextlib import suppress
from datetime import datetime, timedelta

import pytest

from building import make_borger
from vforlob.model.sletning import LOG, Sletning
from vforlob.store.open import open_store
from vforlob.store.opslag import (
    BEHEADED,
    CHANGED_ROW,
    CUT,
    LOOSE,
    READ,
    Fault,
    Look,
    Wanted,
    log_count,
    log_page,
    note_access,
    note_if_it_can_be,
    note_looks,
    verify_log,
)
from vforlob.store.store import Store


def noted(store: Store, count: int = 5) -> int:
    borger = make_borger(store).nr
    note_looks(store, [Look(READ, borger) for _ in range(count)], "borger vis")
    return borger


def without_guard(store: Store) -> None:
    """As somebody with the key could."""
    store.rows("DROP TRIGGER opslag_ret")


def test_a_log_that_nobody_has_touched_holds(store: Store) -> None:
    noted(store)
    note_access(store, "søgt", antal=3, kommando="find")

    assert verify_log(store) == ()


def test_an_empty_log_holds(store: Store) -> None:
    assert verify_log(store) == ()


@pytest.mark.parametrize(
    ("change", "fault"),
    [
        ("UPDATE opslag SET borger = 99 WHERE nr = 3", Fault(3, CHANGED_ROW)),
        ("UPDATE opslag SET kommando = 'indsigt' WHERE nr = 3", Fault(3, LOOSE)),
        ("UPDATE opslag SET handling = 'rettet' WHERE nr = 1", Fault(1, LOOSE)),
        ("UPDATE opslag SET tid = '2020-01-01T00:00:00Z' WHERE nr = 3", Fault(3, LOOSE)),
        ("UPDATE opslag SET antal = 7 WHERE nr = 5", Fault(5, LOOSE)),
        ("UPDATE opslag SET salt = NULL WHERE nr = 3", Fault(3, CHANGED_ROW)),
        ("DELETE FROM opslag WHERE nr = 3", Fault(4, LOOSE)),
        ("DELETE FROM opslag WHERE nr = 5", Fault(4, CUT)),
        ("UPDATE opslag SET kaede = NULL WHERE nr = 3", Fault(3, LOOSE)),
    ],
)
def test_what_was_changed_or_taken_out_is_found(store: Store, change: str, fault: Fault) -> None:
    noted(store)
    without_guard(store)

    store.rows(change)

    assert fault in verify_log(store)


def test_a_row_can_only_be_emptied_of_whom_it_was(store: Store) -> None:
    from sqlcipher3 import dbapi2

    noted(store)

    with pytest.raises(dbapi2.IntegrityError):
        store.rows("UPDATE opslag SET kommando = 'x' WHERE nr = 1")


def expire(store: Store, many: int) -> None:
    """As a deletion by its deadline leaves it."""
    with store.doing("sletning"):
        store.rows("DELETE FROM opslag WHERE nr <= ?", (many,))
        store.door(Sletning).add(Sletning(0, "2026-11-20", LOG, many))


def test_it_still_holds_when_the_oldest_have_gone(store: Store) -> None:
    noted(store)

    expire(store, 3)

    assert verify_log(store) == ()
    store.rows("DELETE FROM opslag WHERE nr = 4")
    assert verify_log(store) == (Fault(5, BEHEADED),), "no receipt says that they went"


def test_it_goes_on_when_all_have_gone(store: Store) -> None:
    borger = noted(store)
    store.rows("DELETE FROM opslag")
    assert verify_log(store) == (Fault(0, CUT),)
    expire(store, 5)
    assert verify_log(store) == ()

    note_access(store, READ, borger, kommando="borger vis")

    assert verify_log(store) == ()
    assert [row.nr for row in log_page(store, Wanted())] == [6]


def test_rows_from_before_the_chain_are_passed_over(store: Store) -> None:
    store.rows("INSERT INTO opslag(tid, handling, antal) VALUES('2026-11-01T08:00:00Z', 'søgning', 2)")
    noted(store, 2)

    assert verify_log(store) == ()


def test_who_is_deleted_is_looked_up_by_nobody_and_it_still_holds(store: Store) -> None:
    borger = noted(store)

    with store.doing("borger slet"):
        store.rows("DELETE FROM borger WHERE nr = ?", (borger,))

    assert {row.borger for row in log_page(store, Wanted())} == {None}
    assert verify_log(store) == ()


def test_who_is_not_there_any_more_is_not_noted_by_number(store: Store) -> None:
    note_access(store, "slettet", 7, kommando="slet")

    assert [row.borger for row in log_page(store, Wanted())] == [None]


def test_two_windows_hang_on_each_other(folder: str, store: Store, key: bytes, clock: Callable[[], datetime]) -> None:
    borger = noted(store, 1)
    with open_store(folder, key, clock) as other:
        for _ in range(3):
            note_access(other, READ, borger, kommando="aftale vis")
            note_access(store, READ, borger, kommando="borger vis")

    assert verify_log(store) == ()
    assert log_count(store, Wanted(borger)) == 7


def test_part_of_something_else_goes_with_it(store: Store) -> None:
    borger = noted(store, 1)

    with suppress(ZeroDivisionError), store.doing("noget"):
        note_access(store, READ, borger, kommando="borger vis")
        raise ZeroDivisionError

    assert log_count(store, Wanted()) == 1
    assert verify_log(store) == ()


def test_what_cannot_be_written_is_told_and_leaves_no_transaction(store: Store) -> None:
    store.rows("CREATE TRIGGER fuld BEFORE INSERT ON opslag BEGIN SELECT RAISE(FAIL, 'fuld'); END")

    assert not note_if_it_can_be(store, [Look(READ)], "borger liste")
    assert not store.connection.in_transaction


def test_a_page_is_of_whom_and_of_when(folder: str, store: Store, key: bytes, now: datetime) -> None:
    first, second = make_borger(store).nr, make_borger(store).nr
    store.close()
    for day, borger in ((0, first), (0, second), (1, first)):
        with open_store(folder, key, lambda day=day: now + timedelta(days=day)) as at:  # type: ignore[misc]
            note_access(at, READ, borger, kommando="borger vis")
    with open_store(folder, key, lambda: now) as at:
        hers = log_page(at, Wanted(first))
        that_day = log_page(at, Wanted(since="2026-11-21T00:00:00Z", until="2026-11-22T00:00:00Z"))
        newest = log_page(at, Wanted(), 2)

    assert [row.nr for row in hers] == [3, 1]
    assert [row.nr for row in that_day] == [3]
    assert [row.nr for row in newest] == [3, 2]
