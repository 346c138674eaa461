"""A good story that may not be told. Carries facts; no words."""

from vforlob.errors.base import ExitCode, VforlobError


class StoryWithoutYes(VforlobError):
    """The borger has not been asked, or has not said yes."""

    exit_code = ExitCode.USAGE

    def __init__(self, nr: int) -> None:
        super().__init__(nr)
        self.nr = nr


class StoryWithdrawn(VforlobError):
    """The borger took the yes back. `day` is ISO."""

    exit_code = ExitCode.USAGE

    def __init__(self, nr: int, day: str) -> None:
        super().__init__(nr, day)
        self.nr, self.day = nr, day


class StoryEmpty(VforlobError):
    """There is nothing to tell."""

    exit_code = ExitCode.USAGE

    def __init__(self, nr: int) -> None:
        super().__init__(nr)
        self.nr = nr
