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


class ForlobClosed(VforlobError):
    """No samtale after this agenda can be begun in a closed forløb. `lukket` is the day it closed, "" when not said;
    `samtale` is the closing samtale to correct, 0 for none; `eftervaern` says whether there is efterværn to hold.
    """

    exit_code = ExitCode.USAGE

    def __init__(self, forlob: int, command: str, lukket: str, samtale: int, eftervaern: bool) -> None:
        super().__init__(forlob)
        self.forlob, self.command, self.lukket = forlob, command, lukket
        self.samtale, self.eftervaern = samtale, eftervaern


class VersionNotFound(VforlobError):
    """`finished` is how many finished versions there are."""

    exit_code = ExitCode.NOT_FOUND

    def __init__(self, samtale: int, finished: int) -> None:
        super().__init__(samtale, finished)
        self.samtale, self.finished = samtale, finished
