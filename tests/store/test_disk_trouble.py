"""A full disk, a read-only one, another window and damage each end in one of our errors, with nothing half written."""

import os
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import datetime

import pytest

from building import make_borger, make_case, make_samtale
from vforlob.actions.find import find_texts
from vforlob.cli.explain.registry import explain
from vforlob.errors.base import ExitCode, VforlobError
from vforlob.errors.place import DatabaseDamaged, DatabaseLocked, DiskFull, DiskReadOnly
from vforlob.errors.store import AnswerNotSaved, DiskFailed
from vforlob.model.answers import Key
from vforlob.model.borger import Borger
from vforlob.store.answers import answers_of, keep_draft, save_answer
from vforlob.store.chain import verify
from vforlob.store.failures import in_our_words
from vforlob.store.open import open_store
from vforlob.store.rebuild import differences
from vforlob.store.store import Store

TEXT = Key("hvordan_gar_det", "borger_tekst")
LONG = "en meget lang fortælling " * 4000


@pytest.fixture
def samtale(store: Store) -> int:
    return make_samtale(store, make_case(store)).nr


def fill_disk(store: Store) -> None:
    used = store.rows("PRAGMA page_count")[0][0]
    store.rows(f"PRAGMA max_page_count = {used}")


def free_disk(store: Store) -> None:
    store.rows("PRAGMA max_page_count = 1000000")


def test_an_answer_that_found_no_room_can_be_tried_again(store: Store, samtale: int) -> None:
    save_answer(store, samtale, 1, TEXT, "kort")
    fill_disk(store)

    with pytest.raises(AnswerNotSaved) as caught:
        save_answer(store, samtale, 1, TEXT, LONG)

    assert isinstance(caught.value.reason, DiskFull)
    assert caught.value.exit_code == ExitCode.DISK
    said = ["Disken er fuld. Dit svar står her endnu og er ikke gemt. Frigør plads, og tryk Enter."]
    assert explain(caught.value) == said
    assert LONG[:20] not in str(caught.value)
    assert answers_of(store, samtale, 1) == {TEXT: "kort"}
    free_disk(store)
    save_answer(store, samtale, 1, TEXT, LONG)
    assert answers_of(store, samtale, 1) == {TEXT: LONG}
    assert (verify(store).breaks, differences(store)) == ((), [])


@contextmanager
def no_room() -> Iterator[None]:
    """Not a byte can be written to any file."""
    resource = pytest.importorskip("resource", reason="limits of the kind that Windows has none of")
    soft, hard = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (0, hard))
    try:
        yield
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, (soft, hard))


def test_a_full_disk_keeps_nobody_from_reading(
    store: Store, folder: str, key: bytes, clock: Callable[[], datetime]
) -> None:
    nr = make_borger(store).nr
    store.close()

    with no_room(), open_store(folder, key, clock) as full:
        there = full.door(Borger).get(nr).nr
        assert find_texts(full, "noget").is_behind
        with pytest.raises((DiskFull, DiskFailed, DiskReadOnly)):
            make_borger(full)

    assert there == nr
    with open_store(folder, key, clock) as freed:
        assert len(freed.door(Borger).find()) == 1
        assert make_borger(freed).nr == nr + 1


def test_half_typed_text_and_records_meet_a_full_disk_too(store: Store, samtale: int) -> None:
    fill_disk(store)

    with pytest.raises(DiskFull):
        keep_draft(store, samtale, TEXT, LONG)
    with pytest.raises(DiskFull):
        make_borger(store, andet=LONG)

    assert len(store.door(Borger).find()) == 1


def test_a_read_only_disk_is_told(store: Store, samtale: int) -> None:
    store.rows("PRAGMA query_only = ON")

    with pytest.raises(AnswerNotSaved) as caught:
        save_answer(store, samtale, 1, TEXT, "godt")

    assert isinstance(caught.value.reason, DiskReadOnly)
    assert caught.value.exit_code == ExitCode.DISK
    assert "Dit svar står her endnu" in explain(caught.value)[0]


def test_another_window_that_writes_is_waited_for_and_then_told(
    store: Store, samtale: int, folder: str, key: bytes, clock: Callable[[], datetime]
) -> None:
    with open_store(folder, key, clock) as other, other.doing("borger ny"):
        store.rows("PRAGMA busy_timeout = 50")
        with pytest.raises(AnswerNotSaved) as caught:
            save_answer(store, samtale, 1, TEXT, "godt")
        assert answers_of(store, samtale, 1) == {}  # reading goes on

    assert isinstance(caught.value.reason, DatabaseLocked)
    assert caught.value.exit_code == ExitCode.LOCKED
    save_answer(store, samtale, 1, TEXT, "godt")


def test_damage_is_told_when_it_is_met(
    store: Store, samtale: int, folder: str, key: bytes, clock: Callable[[], datetime]
) -> None:
    for number in range(40):
        save_answer(store, samtale, 1, Key("opgaver", "opgave", number), "x" * 500)
    store.close()
    path = os.path.join(folder, "vforlob.db")
    with open(path, "r+b") as file:
        for offset in range(8192, os.path.getsize(path), 4096):
            file.seek(offset + 100)
            file.write(b"damage")

    with pytest.raises(DatabaseDamaged) as caught, open_store(folder, key, clock) as again:
        answers_of(again, samtale, 1)

    assert caught.value.exit_code == ExitCode.PROBLEM


@pytest.mark.parametrize(
    ("code", "exit_code"),
    [
        (5, ExitCode.LOCKED),
        (6, ExitCode.LOCKED),
        (8, ExitCode.DISK),
        (10 | (4 << 8), ExitCode.DISK),
        (11, ExitCode.PROBLEM),
        (13, ExitCode.DISK),
        (14, ExitCode.DISK),
        (26, ExitCode.PROBLEM),
    ],
)
def test_what_sqlite_says_becomes_an_exit_code(code: int, exit_code: ExitCode) -> None:
    error = OSError()
    error.sqlite_errorcode = code  # type: ignore[attr-defined]

    found = in_our_words(error, "mappe")

    assert isinstance(found, VforlobError)
    assert found.exit_code == exit_code


def test_a_fault_of_the_program_is_not_dressed_up(store: Store) -> None:
    with pytest.raises(Exception, match="no such table") as caught:
        store.rows("SELECT * FROM findes_ikke")

    assert not isinstance(caught.value, VforlobError)
