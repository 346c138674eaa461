"""What cannot be receipted, and a clipboard that is not there. Carries kinds and numbers, never a text."""

from vforlob.errors.base import ExitCode, VforlobError


class NoSuchNote(VforlobError):
    """Names on the line that are no note. `typed` came from a person, so it is no message."""

    exit_code = ExitCode.NOT_FOUND

    def __init__(self, typed: tuple[str, ...]) -> None:
        super().__init__(len(typed))
        self.typed = typed


class ReceiptAhead(VforlobError):
    """A receipt of a day that is still to come. `day` is ISO."""

    exit_code = ExitCode.USAGE

    def __init__(self, day: str) -> None:
        super().__init__(day)
        self.day = day


class ReceiptTooEarly(VforlobError):
    """A receipt of a day before what it is about had happened. `tags` name what; `day` is ISO."""

    exit_code = ExitCode.USAGE

    def __init__(self, day: str, tags: tuple[str, ...]) -> None:
        super().__init__(day)
        self.day, self.tags = day, tags


class NothingToHandOver(VforlobError):
    """No samtale is finished and not handed over."""

    exit_code = ExitCode.NOT_FOUND
