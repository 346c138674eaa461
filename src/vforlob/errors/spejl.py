"""A quarter that cannot be shown. Carries a sentence; what to do about it is elsewhere."""

from vforlob.errors.base import ExitCode, VforlobError


class BadQuarter(VforlobError):
    """No quarter. `sentence` is Danish and may quote what was typed, so it is no message."""

    exit_code = ExitCode.USAGE

    def __init__(self, sentence: str) -> None:
        super().__init__()
        self.sentence = sentence


class QuarterAhead(VforlobError):
    """A quarter that has not begun. `title` is "1. kvartal 2027"."""

    exit_code = ExitCode.USAGE

    def __init__(self, title: str) -> None:
        super().__init__(title)
        self.title = title
