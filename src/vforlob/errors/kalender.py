"""Appointments that cannot be put in a calendar. Carries numbers and dates, never a text."""

from vforlob.errors.base import ExitCode, VforlobError


class NoContactPlanned(VforlobError):
    """There is no day to put in. `number` is "f12" or "b7"; `closed` when the forløb is and nobody is followed."""

    exit_code = ExitCode.NOT_FOUND

    def __init__(self, number: str, *, closed: bool = False) -> None:
        super().__init__(number)
        self.number, self.closed = number, closed


class ContactPassed(VforlobError):
    """The day is over. `day` is ISO; `line` is what follows "vforlob " to hold it, or to write that it was held."""

    exit_code = ExitCode.PROBLEM

    def __init__(self, number: str, day: str, line: str) -> None:
        super().__init__(number, day)
        self.number, self.day, self.line = number, day, line
