"""Places where people's data may not lie."""

from pathlib import Path

import pytest

from vforlob.errors.base import ExitCode
from vforlob.errors.place import NetworkFolder, SyncedFolder
from vforlob.store.location import refuse_unfit

MOUNTS = """\
/dev/sda1 / ext4 rw 0 0
tmpfs /tmp tmpfs rw 0 0
server:/hjem /net/hjem nfs4 rw 0 0
//server/drev /mnt/h\\040drev cifs rw 0 0
mette@server:/ /home/mette/fjern fuse.sshfs rw 0 0
/dev/sdb1 /net/hjem/usb ext4 rw 0 0
"""


@pytest.fixture
def mounts(tmp_path: Path) -> str:
    path = tmp_path / "mounts"
    path.write_text(MOUNTS)
    return str(path)


@pytest.mark.parametrize(
    ("folder", "service"),
    [
        ("/home/mette/OneDrive/vforlob", "OneDrive"),
        ("/home/mette/OneDrive - Byens Kommune/Dokumenter/vforlob", "OneDrive"),
        ("/Users/mette/Library/CloudStorage/OneDrive-Kommune/v", "en sky-tjeneste"),
        ("/home/mette/Dropbox/vforlob", "Dropbox"),
        ("/home/mette/Dropbox (Kommunen)/vforlob", "Dropbox"),
        ("/home/mette/dropbox", "Dropbox"),
        ("/Users/mette/Library/Mobile Documents/com~apple~CloudDocs/v", "iCloud"),
        ("/home/mette/iCloudDrive/v", "iCloud"),
        ("/home/mette/Google Drive/v", "Google Drev"),
        ("/home/mette/Mit drev/v", "Google Drev"),
        ("/home/mette/Nextcloud/v", "Nextcloud"),
        ("C:\\Users\\mette\\OneDrive - Kommunen\\vforlob", "OneDrive"),
    ],
)
def test_a_folder_that_is_copied_to_other_machines_is_refused(folder: str, service: str, mounts: str) -> None:
    with pytest.raises(SyncedFolder) as told:
        refuse_unfit(folder, {}, mounts)

    assert told.value.service == service
    assert told.value.exit_code == ExitCode.UNSAFE


@pytest.mark.parametrize("variable", ["OneDrive", "OneDriveCommercial", "OneDriveConsumer"])
def test_the_folder_windows_names_is_refused_whatever_it_is_called(variable: str, mounts: str) -> None:
    environ = {variable: "/home/mette/Skyen"}

    with pytest.raises(SyncedFolder):
        refuse_unfit("/home/mette/Skyen/vforlob", environ, mounts)
    refuse_unfit("/home/mette/Skyen2/vforlob", environ, mounts)


def test_a_link_into_a_synced_folder_is_seen_through(tmp_path: Path, mounts: str) -> None:
    (tmp_path / "Dropbox" / "data").mkdir(parents=True)
    (tmp_path / "uskyldig").symlink_to(tmp_path / "Dropbox" / "data")

    with pytest.raises(SyncedFolder):
        refuse_unfit(str(tmp_path / "uskyldig"), {}, mounts)


def test_the_mark_a_service_leaves_is_enough(tmp_path: Path, mounts: str) -> None:
    (tmp_path / "delt" / "dybt" / "nede").mkdir(parents=True)
    (tmp_path / "delt" / ".dropbox").write_text("")

    with pytest.raises(SyncedFolder):
        refuse_unfit(str(tmp_path / "delt" / "dybt" / "nede" / "ny"), {}, mounts)


@pytest.mark.parametrize(
    "folder",
    ["/net/hjem/vforlob", "/net/hjem", "/mnt/h drev/vforlob", "/home/mette/fjern/a/b", "//server/drev/vforlob"],
)
def test_a_folder_on_another_machine_is_refused(folder: str, mounts: str) -> None:
    with pytest.raises(NetworkFolder) as told:
        refuse_unfit(folder, {}, mounts)

    assert told.value.exit_code == ExitCode.UNSAFE


@pytest.mark.parametrize(
    "folder",
    [
        "/home/mette/.local/share/vforlob",
        "/net/hjem/usb/vforlob",
        "/net/hjemmefra",
        "/home/mette/Dropboxen min egen",
        "/home/mette/onedriver",
        "/home/mette/fjernt",
        "C:\\Users\\mette\\AppData\\Local\\vforlob",
    ],
)
def test_an_ordinary_folder_is_fine(folder: str, mounts: str) -> None:
    refuse_unfit(folder, {}, mounts)


def test_where_mounts_cannot_be_seen_nothing_is_refused_for_them(tmp_path: Path) -> None:
    refuse_unfit("/net/hjem/vforlob", {}, str(tmp_path / "findes-ikke"))
