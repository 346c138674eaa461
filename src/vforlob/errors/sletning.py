"""What stands in the way of a deletion. Carries numbers, never a name or a text."""

from vforlob.errors.base import ExitCode, VforlobError


class DeletionStopped(VforlobError):
    """Somebody has said that nothing about her may go away."""

    exit_code = ExitCode.USAGE

    def __init__(self, borger: int) -> None:
        super().__init__(borger)
        self.borger = borger


class ForlobStillOpen(VforlobError):
    """She is in a forløb that goes on."""

    exit_code = ExitCode.USAGE

    def __init__(self, borger: int, forlobene: tuple[int, ...]) -> None:
        super().__init__(borger, forlobene)
        self.borger, self.forlobene = borger, forlobene


class NotInJournal(VforlobError):
    """The journal lacks `count` notes about her."""

    exit_code = ExitCode.USAGE

    def __init__(self, borger: int, count: int) -> None:
        super().__init__(borger, count)
        self.borger, self.count = borger, count


class DeletingElsewhere(VforlobError):
    """Another window deletes, or finishes a deletion that was interrupted."""

    exit_code = ExitCode.LOCKED


class NumberNotTyped(VforlobError):
    """Nobody is there to be asked, or what was typed is another number. `number` is "b7" or "v4"."""

    exit_code = ExitCode.USAGE

    def __init__(self, number: str, line: str) -> None:
        super().__init__(number)
        self.number, self.line = number, line


class ClockNotTrusted(VforlobError):
    """The clock of the machine has run back, or ahead, since something was last written."""

    exit_code = ExitCode.USAGE


class VirksomhedInUse(VforlobError):
    """A forløb or a henvendelse names it."""

    exit_code = ExitCode.USAGE

    def __init__(self, virksomhed: int, forlobene: tuple[int, ...], henvendelser: int) -> None:
        super().__init__(virksomhed, forlobene, henvendelser)
        self.virksomhed, self.forlobene, self.henvendelser = virksomhed, forlobene, henvendelser


class FilesStillThere(VforlobError):
    """Files about her could not be removed: open in Word, changed since, or their folder is away. `paths` are ours."""

    exit_code = ExitCode.LOCKED

    def __init__(self, borger: int, paths: tuple[str, ...]) -> None:
        super().__init__(borger)
        self.borger, self.paths = borger, paths
