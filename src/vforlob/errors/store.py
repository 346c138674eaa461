"""What can go wrong while something is written or taken back. Carries kinds and numbers, never what was written."""

from vforlob.errors.base import ExitCode, VforlobError
from vforlob.errors.place import DiskReadOnly


class DiskFailed(DiskReadOnly):
    """The disk itself reports an error: what was being written is not there, what was saved before is."""


class AnswerNotSaved(VforlobError):
    """One answer of a samtale could not be written; whoever asked still has it and can try again. `reason` says why."""

    def __init__(self, reason: VforlobError) -> None:
        super().__init__(type(reason).__name__)
        self.reason = reason
        self.exit_code = reason.exit_code


class RecordInUse(VforlobError):
    """Other records point to this one, so it cannot be removed."""

    def __init__(self, emne: str, nr: int) -> None:
        super().__init__(emne, nr)
        self.emne, self.nr = emne, nr


class NothingToUndo(VforlobError):
    """Nothing has been done, or everything has been taken back."""

    exit_code = ExitCode.NOT_FOUND


class CannotUndo(VforlobError):
    """The last thing done cannot be taken back: what it wrote was changed since or deleted for good."""

    def __init__(self, emne: str, nr: int | None) -> None:
        super().__init__(emne, nr)
        self.emne, self.nr = emne, nr


class SomethingNewer(VforlobError):
    """Another window wrote while it was being decided whether to take something back."""

    exit_code = ExitCode.LOCKED


class MigrationFailed(VforlobError):
    """The database could not be brought to this program's schema. Nothing in it was changed.

    `copy` is where the copy made first stands, empty when there was nothing to lose.
    """

    def __init__(self, to_version: int, reason: str, copy: str = "") -> None:
        super().__init__(to_version, reason)
        self.to_version, self.reason, self.copy = to_version, reason, copy
