"""A document asked for days that are none. Carries facts; no words."""

from vforlob.errors.base import ExitCode, VforlobError


class DayAhead(VforlobError):
    """What has happened since a day that is still to come? `day` is ISO."""

    exit_code = ExitCode.USAGE

    def __init__(self, day: str) -> None:
        super().__init__(day)
        self.day = day
