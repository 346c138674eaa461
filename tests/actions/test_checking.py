"""What `tjek` makes of the disk, the room on it and the clock: from plain values, at the edges."""

from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from vforlob.actions.checking.clock import clock_against
from vforlob.actions.checking.place import room
from vforlob.rules.sletning import LONGEST_PAUSE
from vforlob.store.checking_disk import ENCRYPTED, PLAIN, UNKNOWN, disk_encryption

NEWEST = datetime(2026, 11, 20, 12, 0, tzinfo=UTC)
MEGA = 1_000_000


@pytest.mark.parametrize(("free", "found"), [(30 * MEGA, 0), (30 * MEGA - 1, 1), (0, 1)])
def test_three_times_the_database_must_be_free(free: int, found: int) -> None:
    assert len(list(room(free, 10 * MEGA))) == found


@pytest.mark.parametrize(
    ("now", "found"),
    [
        (NEWEST, []),
        (NEWEST - timedelta(minutes=2), []),
        (NEWEST - timedelta(minutes=3), ["ur-bagud"]),
        (NEWEST + LONGEST_PAUSE, []),
        (NEWEST + LONGEST_PAUSE + timedelta(seconds=1), ["ur-frem"]),
        (datetime(1970, 1, 1, tzinfo=UTC), ["ur-bagud"]),
        (datetime(2099, 1, 1, tzinfo=UTC), ["ur-frem"]),
    ],
)
def test_the_clock_is_held_against_the_newest_that_was_saved(now: datetime, found: list[str]) -> None:
    assert [fund.id for fund in clock_against(now, NEWEST)] == found


def machine(place: Path, *layers: str) -> tuple[str, str]:
    """A mount whose disk lies on others: each layer is what dm/uuid says, "" for a disk that is not mapped."""
    mounts = place / "mountinfo"
    mounts.write_text(f"36 35 8:1 / / rw - ext4 /dev/a rw\n37 36 253:0 / {place} rw - ext4 /dev/b rw\n")
    device = place / "block" / "253:0"
    for layer in layers:
        device.mkdir(parents=True)
        if layer:
            (device / "dm").mkdir()
            (device / "dm" / "uuid").write_text(layer)
        device = device / "slaves" / "under"
    return str(mounts), str(place / "block")


@pytest.mark.parametrize(
    ("layers", "kind"),
    [
        (("CRYPT-LUKS2-4711",), ENCRYPTED),
        (("LVM-abc", "CRYPT-LUKS1-1"), ENCRYPTED),
        (("LVM-abc", ""), PLAIN),
        (("",), PLAIN),
        ((), UNKNOWN),
    ],
)
def test_the_disk_is_looked_at_to_the_bottom(layers: tuple[str, ...], kind: str, tmp_path: Path) -> None:
    mounts, devices = machine(tmp_path, *layers)

    assert disk_encryption(str(tmp_path), mounts, devices) == kind


def test_where_there_is_no_list_of_mounts_it_cannot_be_told(tmp_path: Path) -> None:
    assert disk_encryption(str(tmp_path), str(tmp_path / "intet"), str(tmp_path)) == UNKNOWN
