"""A folder, file or database that cannot be used where it is or as it is. Knows no words and no keys."""

from vforlob.errors.base import ExitCode, VforlobError


class _AtPath(VforlobError):
    """`path` was typed or found, so it is no message."""

    def __init__(self, path: str) -> None:
        super().__init__()
        self.path = path


class NoDatabase(_AtPath):
    """The folder holds no vforlob.db."""

    exit_code = ExitCode.NO_DATABASE


class DatabaseEmpty(_AtPath):
    """vforlob.db is 0 bytes long: a placeholder of a sync service, or a disk that was full. Never to be written to."""


class DatabaseDamaged(_AtPath):
    """vforlob.db is not what was written, or is no database of ours."""


class NotEncrypted(_AtPath):
    """A plain SQLite file stands where vforlob.db should be, or the library does not encrypt."""

    exit_code = ExitCode.NOT_ENCRYPTED


class NewerDatabase(VforlobError):
    """The schema is newer than this program knows."""

    exit_code = ExitCode.NEWER_DATABASE

    def __init__(self, found: int, known: int) -> None:
        super().__init__(found, known)
        self.found, self.known = found, known


class DatabaseLocked(VforlobError):
    """Another program has held the database longer than we wait."""

    exit_code = ExitCode.LOCKED


class DiskFull(VforlobError):
    """There is no room left."""

    exit_code = ExitCode.DISK


class DiskReadOnly(VforlobError):
    """The disk or folder cannot be written to, or the disk reports errors."""

    exit_code = ExitCode.DISK


class SettingRefused(VforlobError):
    """SQLite took a PRAGMA and did not obey it. `name` is the PRAGMA."""

    exit_code = ExitCode.UNSAFE

    def __init__(self, name: str) -> None:
        super().__init__(name)
        self.name = name


class SymlinkRefused(_AtPath):
    """One of our files is a link or something else that is no ordinary file."""

    exit_code = ExitCode.UNSAFE


class OwnedByOther(_AtPath):
    """The folder or a file in it belongs to another user."""

    exit_code = ExitCode.UNSAFE


class OpenToOthers(_AtPath):
    """Others on the machine may read the folder or file. `mode` is its permission bits."""

    exit_code = ExitCode.UNSAFE

    def __init__(self, path: str, mode: int) -> None:
        super().__init__(path)
        self.mode = mode


class SyncedFolder(_AtPath):
    """`service` copies the folder to other machines: "OneDrive", "Dropbox", "iCloud" ..."""

    exit_code = ExitCode.UNSAFE

    def __init__(self, path: str, service: str) -> None:
        super().__init__(path)
        self.service = service


class NetworkFolder(_AtPath):
    """The folder is on another machine: no safe locking there, and the database could be lost."""

    exit_code = ExitCode.UNSAFE


class AlreadySetUp(_AtPath):
    """The folder holds a vforlob already, or the remains of one. Nothing is written over it."""


class FolderTaken(_AtPath):
    """A file stands where the data folder should be."""

    exit_code = ExitCode.UNSAFE


class SetUpElsewhere(VforlobError):
    """Another window is setting up the same folder."""

    exit_code = ExitCode.LOCKED
