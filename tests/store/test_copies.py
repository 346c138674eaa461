"""A copy is whole and can be opened by itself, or it is not there; old ones go by rule and never all."""

import os
import shutil
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import date, datetime, timedelta

import pytest

from building import make_borger, make_case
from vforlob.errors.base import ExitCode, VforlobError
from vforlob.errors.kopi import CopyDamaged, CopyingElsewhere, PlaceUnfit, PlaceUnwritable
from vforlob.errors.place import SymlinkRefused
from vforlob.store.copies import (
    COPIES,
    Copy,
    alone_in,
    is_current,
    list_copies,
    make_copy,
    remove_copies,
    unfinished_in,
)
from vforlob.store.copies_elsewhere import look_at_place, own_copies_in, put_elsewhere
from vforlob.store.copies_manifest import read_manifest, read_name, stem_of
from vforlob.store.copies_rotation import Keeping, divided, is_whole, rotate_in
from vforlob.store.copies_state import counts_of
from vforlob.store.envelope import read_envelope
from vforlob.store.open import open_store
from vforlob.store.rebuild import differences
from vforlob.store.restoring import drill
from vforlob.store.store import Store

resource = pytest.importorskip("resource", reason="only POSIX can limit the size of files")

RULES = Keeping(7, 4, 3, 30)
TODAY = date(2026, 11, 20)


def names(place: str) -> list[str]:
    return sorted(name for name in os.listdir(place) if not name.startswith("."))


@contextmanager
def files_no_larger_than(size: int) -> Iterator[None]:
    limits = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (size, limits[1]))
    try:
        yield
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, limits)


def turned(path: str, at: int) -> None:
    with open(path, "r+b") as file:
        file.seek(at)
        (byte,) = file.read(1)
        file.seek(at)
        file.write(bytes([byte ^ 1]))


def copy_of(day: date, nr: int, label: str = "") -> Copy:
    tid = f"{day.isoformat()}T08:00:00Z"
    return Copy(f"/k/{stem_of(tid, nr, label)}.db", tid, nr, label, 1)


def test_a_copy_is_three_private_files_that_say_what_it_holds(store: Store) -> None:
    make_case(store)

    copy = make_copy(store, "foer-skema-9")

    place, stem = os.path.join(store.folder, COPIES), "2026-11-20T120000Z_000014_foer-skema-9"
    assert names(place) == [f"{stem}.db", f"{stem}.json", f"{stem}.noegle.json"]
    assert {os.stat(os.path.join(place, name)).st_mode & 0o777 for name in names(place)} == {0o600}
    manifest = read_manifest(copy.manifest)
    assert manifest is not None
    assert (manifest.nr, manifest.raekker) == (14, counts_of(store))
    assert list_copies(store.folder) == (copy,)
    assert os.listdir(os.path.join(store.folder, "tmp")) == []


def test_a_copy_is_encrypted_complete_and_opens_with_nothing_but_its_own_files(
    store: Store, folder: str, key: bytes, clock: Callable[[], datetime]
) -> None:
    make_case(store)
    copy = make_copy(store)
    store.close()

    with open(copy.path, "rb") as file:
        assert "Ørbæk".encode() not in file.read()
    elsewhere = folder + "-ny"
    os.mkdir(elsewhere, 0o700)
    shutil.copy(copy.path, os.path.join(elsewhere, "vforlob.db"))
    shutil.copy(copy.envelope, os.path.join(elsewhere, "noegle.json"))
    with open_store(elsewhere, key, clock) as copied:
        assert differences(copied) == []


def test_two_copies_in_the_same_second_are_two(store: Store, key: bytes) -> None:
    first, second = make_copy(store), make_copy(store)

    assert first.path != second.path
    assert list_copies(store.folder) == (second, first)
    assert drill(store.folder, second, key) == ()


def test_the_newest_is_the_one_with_most_events_whatever_the_clock_said(
    store: Store, folder: str, key: bytes, now: datetime
) -> None:
    make_borger(store)
    late = make_copy(store)
    store.now = lambda: now - timedelta(days=400)
    make_borger(store)
    early = make_copy(store)

    assert early.tid < late.tid
    assert list_copies(folder) == (early, late)


def test_no_copy_is_left_when_there_is_no_room_for_it(store: Store) -> None:
    make_case(store)

    with files_no_larger_than(50_000), pytest.raises(VforlobError) as caught:
        make_copy(store)

    assert caught.value.exit_code == ExitCode.DISK
    assert names(os.path.join(store.folder, COPIES)) == []
    assert os.listdir(os.path.join(store.folder, "tmp")) == []
    assert differences(store) == []


@pytest.mark.parametrize("ending", [".json", ".db"])
def test_what_an_interrupted_copy_left_is_no_copy_and_goes_with_the_next(store: Store, ending: str) -> None:
    left = make_copy(store)
    os.unlink(left.stem + ending)

    assert list_copies(store.folder) == ()
    make_copy(store, "ny")

    assert len(names(os.path.join(store.folder, COPIES))) == 3
    assert unfinished_in(os.path.join(store.folder, COPIES)) == ()


def test_a_file_that_is_not_ours_is_left_alone(store: Store) -> None:
    make_copy(store)
    own = os.path.join(store.folder, COPIES, "mine noter.db")
    with open(own, "w", encoding="utf-8"):
        pass

    make_copy(store)

    assert os.path.exists(own)
    assert len(list_copies(store.folder)) == 2


def test_one_window_at_a_time_makes_copies(store: Store) -> None:
    make_copy(store)

    with (
        alone_in(os.path.join(store.folder, COPIES)),
        pytest.raises(CopyingElsewhere),
        alone_in(os.path.join(store.folder, COPIES), wait=0),
    ):
        pass


def test_a_link_in_place_of_kopier_is_refused(store: Store, folder: str) -> None:
    os.mkdir(folder + "-andet", 0o700)
    os.symlink(folder + "-andet", os.path.join(folder, COPIES))

    with pytest.raises(SymlinkRefused):
        make_copy(store)

    assert os.listdir(folder + "-andet") == []


@pytest.mark.parametrize(
    ("harm", "fault"),
    [
        (lambda copy: turned(copy.path, copy.bytes // 2), ("sum",)),
        (lambda copy: os.truncate(copy.path, copy.bytes - 4096), ("sum",)),
        (lambda copy: os.unlink(copy.envelope), ("noegle",)),
        (lambda copy: turned(copy.envelope, 60), ("noegle",)),
        (lambda copy: os.unlink(copy.manifest), ("laesning",)),
        (lambda copy: os.unlink(copy.path), ("laesning",)),
    ],
)
def test_a_trial_restore_tells_what_is_wrong(
    store: Store, key: bytes, harm: Callable[[Copy], None], fault: tuple[str, ...]
) -> None:
    copy = make_copy(store)
    assert drill(store.folder, copy, key) == ()

    harm(copy)

    assert drill(store.folder, copy, key) == fault
    assert os.listdir(os.path.join(store.folder, "tmp")) == []


def test_a_manifest_that_was_edited_does_not_fit_the_copy(store: Store, key: bytes) -> None:
    make_borger(store)
    copy = make_copy(store)
    with open(copy.manifest, encoding="ascii") as file:
        text = file.read()

    with open(copy.manifest, "w", encoding="ascii") as file:
        file.write(text.replace('"borger": 1', '"borger": 2'))

    assert drill(store.folder, copy, key) == ("raekker",)


def test_removing_takes_all_three_files(store: Store) -> None:
    first, second = make_copy(store), make_copy(store)

    assert remove_copies([first]) == 1

    assert list_copies(store.folder) == (second,)
    assert len(names(os.path.join(store.folder, COPIES))) == 3


def test_a_name_is_read_back_as_it_was_written() -> None:
    for label, again in (("", 1), ("foer-skema-5", 1), ("", 2), ("foer-import", 13)):
        named = read_name(stem_of("2026-11-21T08:30:00Z", 123, label, again))

        assert named == ("2026-11-21T08:30:00Z", 123, label, again)
    assert read_name("2026-11-20T120000Z_foer-skema-3") is None


def test_days_weeks_and_months_are_kept_and_nothing_beyond_the_deadline() -> None:
    copies = tuple(copy_of(TODAY - timedelta(days=age), 1000 - age) for age in range(120))

    kept, gone = divided(copies, TODAY, Keeping(7, 4, 3, 200))
    by_law, _ = divided(copies, TODAY, RULES)

    assert [(TODAY - date.fromisoformat(copy.tid[:10])).days for copy in kept] == [0, 1, 2, 3, 4, 5, 6, 12, 19, 20, 51]
    assert [(TODAY - date.fromisoformat(copy.tid[:10])).days for copy in by_law] == [0, 1, 2, 3, 4, 5, 6, 12, 19, 20]
    assert set(kept) | set(gone) == set(copies)


def test_the_days_after_a_restore_are_kept_beside_what_was_left_behind() -> None:
    """The numbers begin again below those of the days that were given up."""
    left_behind = [copy_of(TODAY - timedelta(days=age), 1000 - age) for age in range(3, 12)]
    gone_on = [copy_of(TODAY - timedelta(days=age), 500 - age) for age in range(3)]

    kept, gone = divided((*left_behind, *gone_on), TODAY, Keeping(7, 0, 0, 30))

    assert set(gone_on) <= set(kept)
    assert [copy.nr for copy in kept] == [997, 996, 995, 994, 500, 499, 498]
    assert len(gone) == 5


def test_after_a_restore_a_copy_of_the_same_number_is_another(
    store: Store, folder: str, key: bytes, clock: Callable[[], datetime], empty_database: str
) -> None:
    make_borger(store)
    copy = make_copy(store)
    assert is_current(store, copy)
    make_borger(store)
    assert not is_current(store, copy)

    store.close()
    shutil.copy(empty_database, os.path.join(folder, "vforlob.db"))
    with open_store(folder, key, clock) as again:
        make_borger(again)

        assert again.rows("SELECT max(nr) FROM haendelse") == [(copy.nr,)]
        assert not is_current(again, copy)


def test_the_newest_is_kept_however_old_it_is_and_no_other_past_the_deadline() -> None:
    copies = tuple(copy_of(TODAY - timedelta(days=age), 1000 - age) for age in (300, 310, 320))

    kept, gone = divided(copies, TODAY, RULES)

    assert (kept, gone) == (copies[:1], copies[1:])


def test_what_was_made_before_something_stays_beside_the_days_newest() -> None:
    copies = (copy_of(TODAY, 12), copy_of(TODAY, 11), copy_of(TODAY, 10, "foer-import"), copy_of(TODAY, 9))

    kept, gone = divided(copies, TODAY, RULES)

    assert gone == (copies[3],)
    assert copies[2] in kept


def test_nothing_goes_while_fewer_than_two_are_whole(store: Store) -> None:
    copies = [make_copy(store) for _ in range(4)]
    place = os.path.join(store.folder, COPIES)
    for copy in copies[1:]:
        turned(copy.path, 5000)

    assert rotate_in(place, TODAY, RULES) == 0
    turned(copies[1].path, 5000)

    assert rotate_in(place, TODAY, RULES) == 0  # the two whole ones are the two oldest, and they stay
    turned(copies[3].path, 5000)

    assert rotate_in(place, TODAY, RULES) == 1
    assert [is_whole(copy) for copy in list_copies(store.folder)] == [True, False, True]


def test_a_copy_at_a_second_place_is_the_same_three_files(store: Store, folder: str, key: bytes) -> None:
    make_borger(store)
    copy, place = make_copy(store), folder + "-usb"
    os.mkdir(place)

    there, again = put_elsewhere(folder, copy, place), put_elsewhere(folder, copy, place)

    assert there == again
    assert len(os.listdir(place)) == 3
    assert is_whole(there)
    assert own_copies_in(place, read_envelope(folder)) == (there,)
    assert drill(folder, there, key) == ()


def test_nothing_at_the_second_place_is_written_over(store: Store, folder: str) -> None:
    copy, place = make_copy(store), folder + "-usb"
    os.mkdir(place)
    there = put_elsewhere(folder, copy, place)
    turned(there.path, 5000)

    other = put_elsewhere(folder, copy, place)

    assert other.path != there.path
    assert (is_whole(there), is_whole(other)) == (False, True)


def test_a_second_place_without_room_is_left_as_it_was(store: Store, folder: str) -> None:
    resource = pytest.importorskip("resource", reason="limits of the kind that Windows has none of")
    copy, place = make_copy(store), folder + "-usb"
    os.mkdir(place)
    soft, hard = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (copy.bytes // 2, hard))
    try:
        with pytest.raises(PlaceUnwritable):
            put_elsewhere(folder, copy, place)
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, (soft, hard))

    assert os.listdir(place) == []


def test_a_second_place_is_another_folder_that_is_there(store: Store, folder: str) -> None:
    copy = make_copy(store)

    for place in (folder, os.path.join(folder, COPIES), folder + "-findes-ikke"):
        with pytest.raises(PlaceUnfit):
            look_at_place(folder, place)
    os.mkdir(folder + "-OneDrive")
    os.rename(folder + "-OneDrive", os.path.join(os.path.dirname(folder), "OneDrive"))
    found = look_at_place(folder, os.path.join(os.path.dirname(folder), "OneDrive"))
    assert (found.service, found.same_disk) == ("OneDrive", True)
    os.unlink(copy.manifest)
    with pytest.raises(CopyDamaged):
        put_elsewhere(folder, copy, found.path)
