"""What stands in the way of holding, correcting or going on with a samtale. Carries numbers, never answers."""

from vforlob.errors.base import ExitCode, VforlobError


class NothingToContinue(VforlobError):
    """No samtale is open."""

    exit_code = ExitCode.NOT_FOUND


class NotFinished(VforlobError):
    """Only a finished samtale is corrected. `line` is the command that goes on with this one."""

    exit_code = ExitCode.USAGE

    def __init__(self, samtale: int, line: str) -> None:
        super().__init__(samtale)
        self.samtale, self.line = samtale, line


class VersionNotFound(VforlobError):
    """`finished` is how many finished versions there are."""

    exit_code = ExitCode.NOT_FOUND

    def __init__(self, samtale: int, finished: int) -> None:
        super().__init__(samtale, finished)
        self.samtale, self.finished = samtale, finished
