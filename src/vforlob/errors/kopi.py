"""What can go wrong with a copy or with going back to one. Carries paths and facts of our own, never what was typed."""

from vforlob.errors.base import ExitCode, VforlobError


class _Copy(VforlobError):
    """`path` is the copy, found or typed, so it is no message."""

    def __init__(self, path: str) -> None:
        super().__init__()
        self.path = path


class CopyFailed(VforlobError):
    """A copy was made and is not what the database is: it was thrown away. `reason` is a word of ours."""

    def __init__(self, reason: str) -> None:
        super().__init__(reason)
        self.reason = reason


class CopyingElsewhere(VforlobError):
    """Another window is making a copy of the same folder."""

    exit_code = ExitCode.LOCKED


class NoCopies(_Copy):
    """There is no copy here to go back to. `path` is the folder that was looked in."""

    exit_code = ExitCode.NOT_FOUND


class CopyNotFound(_Copy):
    """No copy has that name, and no file either."""

    exit_code = ExitCode.NOT_FOUND


class CopyUnfinished(_Copy):
    """A copy without its manifest: it was interrupted, or only a part of it was carried here."""


class CopyDamaged(_Copy):
    """The copy is not what was written. `faults` are ids that actions/copies_words.py has sentences for."""

    def __init__(self, path: str, faults: tuple[str, ...]) -> None:
        super().__init__(path)
        self.faults = faults


class CopyKeyMissing(_Copy):
    """Neither the folder nor the copy has a noegle.json that can be read."""

    exit_code = ExitCode.WRONG_KEY


class CopyOfAnother(_Copy):
    """The copy is of another data folder than the one it was to be put in. Nothing here is replaced by it."""

    exit_code = ExitCode.USAGE


class CopyOfDemo(_Copy):
    """The copy is of a demo, whose key lies in the demo alone."""

    exit_code = ExitCode.USAGE


class RestoreNotAsked(VforlobError):
    """Nobody has said yes to putting an older database in place of this one."""

    exit_code = ExitCode.USAGE


class RestoringWhileOpen(VforlobError):
    """The data folder is open in another window: its database cannot be replaced under it."""

    exit_code = ExitCode.LOCKED


class RestoreUnsure(VforlobError):
    """The copy is in place, and the disk would not say that it stays there. `kept` is the database from before."""

    exit_code = ExitCode.DISK

    def __init__(self, kept: str) -> None:
        super().__init__()
        self.kept = kept


class PlaceUnfit(_Copy):
    """The folder for copies is not there, is no folder, or is inside the data folder."""

    exit_code = ExitCode.USAGE


class PlaceSynced(_Copy):
    """The folder for copies is copied to other machines by `service`, and nobody has said that it is fine."""

    exit_code = ExitCode.UNSAFE

    def __init__(self, path: str, service: str) -> None:
        super().__init__(path)
        self.service = service


class PlaceUnwritable(_Copy):
    """The folder for copies cannot be written to. `full` when there is no room."""

    exit_code = ExitCode.DISK

    def __init__(self, path: str, full: bool) -> None:
        super().__init__(path)
        self.full = full
