"""Going back to a copy: the old database or the new one, the old one kept, nothing of it played into the new one."""

import os
import shutil
from collections.abc import Callable
from datetime import datetime

import pytest

from building import make_borger
from old_schema import made_by_the_first
from vforlob.actions.restore import Restored, key_home, outlook, restore, wanted_for
from vforlob.errors.key import KeyEnvelopeDamaged
from vforlob.errors.kopi import (
    CopyDamaged,
    CopyKeyMissing,
    CopyNotFound,
    CopyOfAnother,
    CopyOfDemo,
    CopyUnfinished,
    RestoringWhileOpen,
)
from vforlob.errors.place import DiskFull, NewerDatabase, SymlinkRefused, SyncedFolder
from vforlob.store.chain import read_head, verify
from vforlob.store.copies import Copy, list_copies, make_copy
from vforlob.store.envelope import read_envelope
from vforlob.store.erasing import erase_borger, scrub
from vforlob.store.key import create_with_raw_key
from vforlob.store.keyfile import create_demo_key
from vforlob.store.open import create_store, open_store
from vforlob.store.presence import enter
from vforlob.store.rebuild import differences
from vforlob.store.restoring_swap import kept_databases, remove_kept
from vforlob.store.schema import VERSION
from vforlob.store.sletteliste import read_list
from vforlob.store.store import Store

Clock = Callable[[], datetime]


@pytest.fixture
def copy(store: Store) -> Copy:
    """Of one borger; another came after it. The store is closed."""
    make_borger(store, alias="A-1")
    made = make_copy(store)
    make_borger(store, alias="B-2")
    store.close()
    return made


def put_back(folder: str, path: str, key: bytes, clock: Clock) -> Restored:
    return restore(folder, wanted_for(folder, path), key, clock)


def aliases(folder: str, key: bytes, clock: Clock) -> list[str]:
    """After a look at everything."""
    with open_store(folder, key, clock) as store:
        assert verify(store).breaks == ()
        assert differences(store) == []
        assert store.rows("PRAGMA integrity_check") == [("ok",)]
        return [alias for (alias,) in store.rows("SELECT alias FROM borger ORDER BY nr")]


def database(folder: str) -> str:
    return os.path.join(folder, "vforlob.db")


def spoil(path: str, at: int = 20_000) -> None:
    with open(path, "r+b") as file:
        file.seek(at)
        file.write(b"\0" * 5000)


def state_of_files(folder: str) -> dict[str, bytes]:
    found = {}
    for top, _, names in os.walk(folder):
        for name in names:
            with open(os.path.join(top, name), "rb") as file:
                found[os.path.relpath(os.path.join(top, name), folder)] = file.read()
    return found


def test_the_copy_is_in_place_and_the_database_from_before_is_kept(
    copy: Copy, folder: str, key: bytes, clock: Clock
) -> None:
    done = put_back(folder, copy.path, key, clock)

    assert done == Restored(database(folder) + ".foer-gendannelse", 0, VERSION, copy.nr)
    assert aliases(folder, key, clock) == ["A-1"]
    assert kept_databases(folder) == (done.kept,)
    assert os.stat(done.kept).st_mode & 0o777 == 0o600
    assert os.listdir(os.path.join(folder, "tmp")) == []


def test_the_head_is_that_of_the_database_that_is_there_now(copy: Copy, folder: str, key: bytes, clock: Clock) -> None:
    put_back(folder, copy.path, key, clock)

    head = read_head(folder)
    assert head is not None
    assert head.nr == copy.nr


@pytest.mark.safety
def test_going_back_to_what_was_laid_aside_takes_the_restore_back(
    copy: Copy, folder: str, key: bytes, clock: Clock
) -> None:
    kept = put_back(folder, copy.path, key, clock).kept

    again = put_back(folder, kept, key, clock).kept

    assert aliases(folder, key, clock) == ["A-1", "B-2"]
    assert kept_databases(folder) == (kept, again)
    assert remove_kept(folder) == 2
    assert kept_databases(folder) == ()


def test_what_would_be_lost_is_counted_first_and_nothing_is_changed(
    copy: Copy, folder: str, key: bytes, clock: Clock
) -> None:
    found = outlook(folder, key, wanted_for(folder, copy.path).source.manifest)

    assert (found.opens, found.lost) == (True, 1)
    assert aliases(folder, key, clock) == ["A-1", "B-2"]


@pytest.mark.safety
def test_a_database_that_went_another_way_is_not_counted_against_the_copy(
    copy: Copy, folder: str, key: bytes, clock: Clock
) -> None:
    with open_store(folder, key, clock) as store:
        later = make_copy(store)
    put_back(folder, copy.path, key, clock)
    with open_store(folder, key, clock) as store:
        make_borger(store, alias="C-3")
        make_borger(store, alias="C-4")

    found = outlook(folder, key, wanted_for(folder, later.path).source.manifest)

    assert (found.opens, found.lost) == (True, None)


@pytest.mark.parametrize(
    "harm", ["gone", "empty", "spoilt", *(pytest.param(it, marks=pytest.mark.safety) for it in ("plain", "short"))]
)
def test_a_database_that_does_not_open_is_no_hindrance_and_is_kept(
    copy: Copy, folder: str, key: bytes, clock: Clock, harm: str
) -> None:
    path = database(folder)
    if harm == "gone":
        os.unlink(path)
    elif harm == "spoilt":
        spoil(path, 0)
    else:
        content = {"empty": b"", "plain": b"SQLite format 3\0" + bytes(2000), "short": b"x" * 100}[harm]
        with open(path, "wb") as file:
            file.write(content)
    before = None if harm == "gone" else state_of_files(folder)["vforlob.db"]

    done = put_back(folder, copy.path, key, clock)

    assert aliases(folder, key, clock) == ["A-1"]
    assert bool(done.kept) == (harm != "gone")
    if before is not None:
        assert state_of_files(folder)["vforlob.db.foer-gendannelse"] == before


@pytest.mark.parametrize("side", ["-wal", "-journal"])
def test_what_an_old_database_left_beside_it_is_never_played_into_the_new_one(
    copy: Copy, folder: str, key: bytes, clock: Clock, side: str
) -> None:
    """Its pages have the seals of the same key: SQLite would take them."""
    with open_store(folder, key, clock) as store:
        make_borger(store, alias="W-9")
        shutil.copy(database(folder) + "-wal", folder + "-wal")
    os.unlink(database(folder))
    shutil.move(folder + "-wal", database(folder) + side)

    put_back(folder, copy.path, key, clock)

    assert aliases(folder, key, clock) == ["A-1"]
    assert os.path.exists(database(folder) + ".foer-gendannelse" + side)


@pytest.mark.safety
def test_what_stands_in_the_wal_of_the_old_database_is_kept_with_it(
    copy: Copy, folder: str, key: bytes, clock: Clock
) -> None:
    with open_store(folder, key, clock) as store:
        make_borger(store, alias="W-9")
        shutil.copytree(folder, folder + "-draebt")  # as a kill leaves it

    kept = put_back(folder + "-draebt", copy.path, key, clock).kept
    put_back(folder + "-draebt", kept, key, clock)

    assert aliases(folder + "-draebt", key, clock) == ["A-1", "B-2", "W-9"]


def test_a_folder_that_is_open_in_another_window_is_left_as_it_is(
    copy: Copy, folder: str, key: bytes, clock: Clock
) -> None:
    other = enter(folder)
    before = state_of_files(folder)

    with pytest.raises(RestoringWhileOpen):
        put_back(folder, copy.path, key, clock)

    assert state_of_files(folder) == before
    other.leave()
    put_back(folder, copy.path, key, clock)


@pytest.mark.safety
def test_a_window_of_an_earlier_program_is_seen_too(copy: Copy, folder: str, key: bytes, clock: Clock) -> None:
    with open_store(folder, key, clock) as store:
        store.rows("SELECT 1 FROM borger")
        assert store.presence is not None
        store.presence.leave()  # it does not say that it is there

        with pytest.raises(RestoringWhileOpen):
            put_back(folder, copy.path, key, clock)

    assert aliases(folder, key, clock) == ["A-1", "B-2"]
    assert kept_databases(folder) == ()


def test_a_new_machine_needs_the_copy_alone(copy: Copy, folder: str, key: bytes, clock: Clock) -> None:
    new = folder + "-ny"
    wanted = wanted_for(new, copy.path)
    with key_home(new, wanted) as home:
        assert read_envelope(home) == read_envelope(folder)

    done = restore(new, wanted, key, clock)

    assert done.kept == ""
    assert aliases(new, key, clock) == ["A-1"]
    assert read_envelope(new) == read_envelope(folder)
    assert sorted(os.listdir(new))[:4] == ["agendas", "eksport", "hoved.json", "kopier"]


@pytest.mark.parametrize("harm", ["missing", "damaged"])
def test_a_lost_envelope_is_taken_from_the_copy(copy: Copy, folder: str, key: bytes, clock: Clock, harm: str) -> None:
    path = os.path.join(folder, "noegle.json")
    os.unlink(path)
    if harm == "damaged":
        with open(os.open(path, os.O_CREAT | os.O_WRONLY, 0o600), "wb") as file:
            file.write(b"{")

    put_back(folder, copy.path, key, clock)

    assert aliases(folder, key, clock) == ["A-1"]
    assert os.path.exists(path + ".foer-gendannelse") == (harm == "damaged")


def test_without_any_envelope_there_is_no_key(copy: Copy, folder: str) -> None:
    os.unlink(copy.envelope)

    assert wanted_for(folder, copy.path).is_own
    with pytest.raises(CopyKeyMissing):
        wanted_for(folder + "-ny", copy.path)


def test_the_folders_own_envelope_is_used_when_it_is_of_the_same_key(copy: Copy, folder: str) -> None:
    """The passphrase may have been another when the copy was made."""
    own = read_envelope(folder)

    assert wanted_for(folder, copy.path).envelope == own


@pytest.mark.safety
def test_a_copy_of_another_folder_is_refused(
    copy: Copy, folder: str, key: bytes, clock: Clock, empty_database: str
) -> None:
    other = folder + "-andens"
    os.mkdir(other, 0o700)
    create_with_raw_key(other, bytes(32))
    create_store(other, bytes(32), clock).close()

    with pytest.raises(CopyOfAnother):
        wanted_for(other, copy.path)


@pytest.mark.safety
def test_a_copy_of_a_demo_stays_in_the_demo(copy: Copy, folder: str, clock: Clock) -> None:
    demo = folder + "-demo"
    os.mkdir(demo, 0o700)
    key = create_demo_key(demo)
    with create_store(demo, key, clock) as store:
        made = make_copy(store)

    for wrong in (folder, folder + "-ny"):
        with pytest.raises(CopyOfDemo):
            wanted_for(wrong, made.path)
    with pytest.raises(CopyOfAnother):
        wanted_for(demo, copy.path)
    assert put_back(demo, made.path, key, clock).kept
    assert not os.path.exists(folder + "-ny")


@pytest.mark.parametrize("at", [16, 300_000])
def test_a_copy_that_was_changed_is_refused_and_nothing_is_touched(
    copy: Copy, folder: str, key: bytes, clock: Clock, at: int
) -> None:
    spoil(copy.path, at)
    before = state_of_files(folder)

    with pytest.raises(CopyDamaged):
        put_back(folder, copy.path, key, clock)

    assert state_of_files(folder) == before


def test_a_copy_with_the_manifest_of_another_is_refused(copy: Copy, folder: str, key: bytes, clock: Clock) -> None:
    with open_store(folder, key, clock) as store:
        later = make_copy(store)
    shutil.copy(later.path, copy.path)  # whole, of this folder, and not what its manifest says

    with pytest.raises(CopyDamaged) as caught:
        put_back(folder, copy.path, key, clock)

    assert caught.value.faults == ("sum",)


@pytest.mark.safety
def test_an_event_that_was_edited_in_the_copy_is_found_by_the_chain(
    copy: Copy, folder: str, key: bytes, clock: Clock
) -> None:
    """By somebody who has the key and knows no better."""
    kept = put_back(folder, copy.path, key, clock).kept
    put_back(folder, kept, key, clock)
    aside = kept_databases(folder)[-1]
    trial = folder + "-aendret"
    os.mkdir(trial, 0o700)
    shutil.copy(aside, database(trial))
    shutil.copy(os.path.join(folder, "noegle.json"), os.path.join(trial, "noegle.json"))
    with open_store(trial, key, clock) as store:
        guard = store.rows("SELECT sql FROM sqlite_master WHERE name = 'haendelse_ret'")[0][0]
        store.rows("DROP TRIGGER haendelse_ret")
        store.rows("UPDATE haendelse SET indhold = replace(indhold, 'A-1', 'X-1')")
        store.rows(guard)

    with pytest.raises(CopyDamaged) as caught:
        put_back(folder, database(trial), key, clock)

    assert caught.value.faults == ("kaede",)


@pytest.mark.parametrize(
    ("change", "fault"),
    [
        (("UPDATE haendelse SET indhold = replace(indhold, 'A-1', 'X-1')",), "tabeller"),
        (("CREATE TRIGGER fremmed AFTER INSERT ON kontakt BEGIN DELETE FROM aftale; END",), "tabeller"),
        (("DROP INDEX kontakt_borger",), "tabeller"),
    ],
    ids=["dropped", "added", "index"],
)
def test_a_copy_whose_tables_somebody_altered_is_refused(
    copy: Copy, folder: str, key: bytes, clock: Clock, change: tuple[str, ...], fault: str
) -> None:
    """By somebody who has the key and makes the rest fit."""
    trial = folder + "-aendret"
    os.mkdir(trial, 0o700)
    shutil.copy(copy.path, database(trial))
    shutil.copy(os.path.join(folder, "noegle.json"), os.path.join(trial, "noegle.json"))
    with open_store(trial, key, clock) as store:
        store.rows("DROP TRIGGER haendelse_ret")
        for statement in change:
            store.rows(statement)

    with pytest.raises(CopyDamaged) as caught:
        put_back(folder, database(trial), key, clock)

    assert caught.value.faults == (fault,)


def test_what_is_missing_or_half_is_told_apart(copy: Copy, folder: str) -> None:
    with pytest.raises(CopyNotFound):
        wanted_for(folder, copy.path + "x")
    os.symlink(copy.path, copy.path + "-genvej")
    with pytest.raises(CopyNotFound):
        wanted_for(folder, copy.path + "-genvej")
    os.unlink(copy.manifest)
    with pytest.raises(CopyUnfinished):
        wanted_for(folder, copy.path)


@pytest.mark.safety
def test_a_link_in_place_of_the_database_is_refused(copy: Copy, folder: str, key: bytes, clock: Clock) -> None:
    os.rename(database(folder), folder + "-db")
    os.symlink(folder + "-db", database(folder))

    with pytest.raises(SymlinkRefused):
        put_back(folder, copy.path, key, clock)

    assert os.path.islink(database(folder))


def test_an_unfit_folder_is_never_restored_into(copy: Copy, folder: str) -> None:
    synced = os.path.join(os.path.dirname(folder), "OneDrive")

    with pytest.raises(SyncedFolder):
        wanted_for(synced, copy.path)

    assert not os.path.exists(synced)


@pytest.mark.safety
def test_a_copy_of_an_older_schema_is_brought_to_this_one(folder: str, key: bytes, clock: Clock) -> None:
    session = made_by_the_first(folder, key, clock)
    old = make_copy(session)
    session.close()

    done = put_back(folder, old.path, key, clock)

    assert (done.skema, done.kept != "") == (1, True)
    with open_store(folder, key, clock) as store:
        assert store.rows("PRAGMA user_version") == [(VERSION,)]
        assert verify(store).breaks == ()
    assert [copy.path for copy in list_copies(folder)] == [old.path]


def test_a_copy_of_a_newer_schema_is_left_alone(copy: Copy, folder: str, key: bytes, clock: Clock) -> None:
    with open_store(folder, key, clock) as store:
        store.rows(f"PRAGMA user_version = {VERSION + 1}")
        newer = make_copy(store)
    before = state_of_files(folder)

    with pytest.raises(NewerDatabase):
        put_back(folder, newer.path, key, clock)
    with pytest.raises(NewerDatabase):  # nor is a newer database replaced by what this program knows
        outlook(folder, key, None)

    assert state_of_files(folder) == before


@pytest.mark.parametrize("is_scrubbed", [True, False])
def test_what_was_deleted_since_is_deleted_again(
    copy: Copy, folder: str, key: bytes, clock: Clock, is_scrubbed: bool
) -> None:
    """Also when a kill came before the list was written beside the database."""
    with open_store(folder, key, clock) as store:
        erase_borger(store, 1, "2026-11-20")
        if is_scrubbed:
            scrub(store)
    listed = read_list(folder)

    done = put_back(folder, copy.path, key, clock)

    assert bool(listed) == is_scrubbed
    assert done.again == 1
    assert aliases(folder, key, clock) == []
    assert len(read_list(folder)) == 1


@pytest.mark.safety
def test_the_list_is_enough_when_the_database_is_gone(copy: Copy, folder: str, key: bytes, clock: Clock) -> None:
    with open_store(folder, key, clock) as store:
        erase_borger(store, 1, "2026-11-20")
        scrub(store)
    spoil(database(folder), 0)

    assert put_back(folder, copy.path, key, clock).again == 1
    assert aliases(folder, key, clock) == []


def test_a_folder_that_was_made_for_nothing_goes_again(copy: Copy, folder: str, key: bytes, clock: Clock) -> None:
    new = folder + "-ny"
    wanted = wanted_for(new, copy.path)
    spoil(copy.path)

    with pytest.raises(CopyDamaged):
        restore(new, wanted, key, clock)

    assert not os.path.exists(new)


def test_a_full_disk_leaves_the_database_that_is_there(copy: Copy, folder: str, key: bytes, clock: Clock) -> None:
    resource = pytest.importorskip("resource")
    limits = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (100_000, limits[1]))
    try:
        with pytest.raises((DiskFull, OSError)) as caught:
            put_back(folder, copy.path, key, clock)
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, limits)

    assert not isinstance(caught.value, KeyEnvelopeDamaged)
    assert aliases(folder, key, clock) == ["A-1", "B-2"]
    assert kept_databases(folder) == ()
