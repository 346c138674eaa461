"""A database of the first program, opened by this one, has everything it had and can still be taken back."""

import os
from collections.abc import Callable
from datetime import datetime

import pytest

from old_schema import FIRST, GIVEN, made_by, made_by_the_first, rows_of
from running import run
from vforlob.errors.base import ExitCode, VforlobError
from vforlob.model.aftale import Aftale
from vforlob.model.borger import Borger
from vforlob.model.forlob import Forlob
from vforlob.model.onske import Onske
from vforlob.model.opgave import Opgave
from vforlob.store.answers import answers_of
from vforlob.store.case import load_case
from vforlob.store.chain import verify
from vforlob.store.copies import list_copies
from vforlob.store.database import open_database
from vforlob.store.migrate import version_of
from vforlob.store.open import open_store
from vforlob.store.rebuild import differences, rebuild
from vforlob.store.schema import VERSION
from vforlob.store.session import Session
from vforlob.store.undo import last_done, undo_last

Clock = Callable[[], datetime]


def as_found(folder: str, key: bytes, newest: int) -> Session:
    """Opened without bringing it any further."""

    def no_time() -> datetime:
        raise AssertionError

    return Session(lambda: open_database(folder, key, newest=newest), folder, no_time)


def test_it_becomes_the_newest_schema_with_a_copy_of_the_old_one(folder: str, key: bytes, clock: Clock) -> None:
    old = made_by_the_first(folder, key, clock)
    before = rows_of(old)
    old.close()

    with open_store(folder, key, clock) as store:
        assert version_of(store) == VERSION

    (kept,) = list_copies(folder)
    assert kept.label == f"foer-skema-{FIRST + 1}"
    os.replace(kept.path, os.path.join(folder, "vforlob.db"))
    copy = as_found(folder, key, FIRST)
    assert (version_of(copy), rows_of(copy)) == (FIRST, before)
    copy.close()


@pytest.mark.parametrize("schema", range(FIRST, VERSION))
def test_nothing_is_lost_and_the_events_still_make_every_row(
    schema: int, folder: str, key: bytes, clock: Clock
) -> None:
    old = made_by(schema, folder, key, clock, rows=3)
    before = rows_of(old)
    old.close()

    with open_store(folder, key, clock) as store:
        after = rows_of(store)
        assert {
            name: [row[: len(old_row)] for row, old_row in zip(after[name], rows, strict=True)]
            for name, rows in before.items()
        } == before
        assert differences(store) == []
        rebuild(store)
        assert rows_of(store) == after
        assert verify(store).breaks == ()
        assert answers_of(store, 1, 1) == {GIVEN: "det går"}


def test_what_came_later_stands_empty(folder: str, key: bytes, clock: Clock) -> None:
    made_by_the_first(folder, key, clock).close()

    with open_store(folder, key, clock) as store:
        assert store.door(Borger).get(1).kan_jeg is None
        assert store.door(Forlob).get(1).eftervaern is None
        assert (store.door(Opgave).get(1).dage, store.door(Onske).get(1).tekst) == ((), None)


def test_it_can_be_seen_as_it_was_before(folder: str, key: bytes, clock: Clock) -> None:
    old = made_by_the_first(folder, key, clock)
    newest = old.rows("SELECT max(nr) FROM haendelse")[0][0]
    old.close()

    with open_store(folder, key, clock) as store:
        with store.doing("borger ret"):
            store.door(Borger).change(1, kan_jeg="pakke", parathed="klar")
        then = load_case(store, forlob=1, as_of=newest)
        before_the_end_was_moved = load_case(store, forlob=1, as_of=newest - 1)

        assert (then.borger.parathed, then.borger.kan_jeg) == ("taet_pa", None)
        assert then.forlob is not None
        assert then.forlob.slut == "2027-03-03"
        assert before_the_end_was_moved.forlob is not None
        assert before_the_end_was_moved.forlob.slut == "2027-02-03"


@pytest.mark.parametrize("schema", range(FIRST, VERSION))
def test_everything_from_before_can_be_taken_back_one_by_one(
    schema: int, folder: str, key: bytes, clock: Clock
) -> None:
    made_by(schema, folder, key, clock).close()

    with open_store(folder, key, clock) as store:
        assert last_done(store)[0] == "forløb ret"
        undo_last(store)
        assert store.door(Forlob).get(1).slut == "2027-02-03"
        undo_last(store)
        assert store.door(Aftale).get(1).hvad == "ringe"
        for _ in range(5):
            undo_last(store)
        assert store.door(Borger).find() == ()
        assert differences(store) == []


@pytest.mark.parametrize("schema", range(FIRST, VERSION))
def test_the_program_opens_it_by_itself(schema: int, folder: str, key: bytes, clock: Clock) -> None:
    made_by(schema, folder, key, clock).close()

    ran = run("forløb", "vis", "f1", folder=folder)

    assert ran.code == 0, ran.err
    assert "Ørbæk & Søn" in ran.out
    assert "Opfølgning fra før" in ran.out
    assert "Sidste dag flyttet fra 3/2 til 3/3" in ran.out


def test_without_room_for_the_copy_nothing_is_changed(folder: str, key: bytes, clock: Clock) -> None:
    resource = pytest.importorskip("resource", reason="only POSIX can limit the size of files")
    old = made_by_the_first(folder, key, clock)
    before = rows_of(old)
    old.close()
    limits = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (60_000, limits[1]))
    try:
        with pytest.raises(VforlobError) as caught:
            open_store(folder, key, clock)
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, limits)

    assert caught.value.exit_code == ExitCode.DISK
    untouched = as_found(folder, key, FIRST)
    assert (version_of(untouched), rows_of(untouched), list_copies(folder)) == (FIRST, before, ())
    untouched.close()
