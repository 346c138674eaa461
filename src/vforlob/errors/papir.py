"""Sheets of paper: those that cannot be made, and lines that nobody typed. Carries kinds and numbers, never a text."""

from vforlob.errors.base import ExitCode, VforlobError


class NoSheetBeforeForlob(VforlobError):
    """Before there is a forløb nothing is shown to virksomhed or mentor."""

    exit_code = ExitCode.USAGE

    def __init__(self, recipient: str) -> None:
        super().__init__(recipient)
        self.recipient = recipient


class NoSheetWithoutYes(VforlobError):
    """After employment the borger decides whether her employer may be contacted, and she has not said yes."""

    exit_code = ExitCode.USAGE


class NotFilledIn(VforlobError):
    """Nothing was typed. `line` is the command."""

    exit_code = ExitCode.USAGE

    def __init__(self, line: str) -> None:
        super().__init__(line)
        self.line = line


class LinesUnreadable(VforlobError):
    """What was sent in is no text."""

    exit_code = ExitCode.FAULTY_FILE
