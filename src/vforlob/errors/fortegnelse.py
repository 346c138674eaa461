"""What can go wrong with the record of processing and with a breach. Carries facts, never what was typed."""

from vforlob.errors.base import ExitCode, VforlobError


class DiscoveryUnreadable(VforlobError):
    """The moment of discovery is no date and time. `sentence` is Danish and may quote what was typed: no message."""

    exit_code = ExitCode.USAGE

    def __init__(self, sentence: str) -> None:
        super().__init__()
        self.sentence = sentence


class DiscoveryAhead(VforlobError):
    """Nothing can have been discovered later than now."""

    exit_code = ExitCode.USAGE


class NoCopyThere(VforlobError):
    """Neither a copy nor a folder with copies lies there. `path` was typed, so it is no message."""

    exit_code = ExitCode.NOT_FOUND

    def __init__(self, path: str) -> None:
        super().__init__()
        self.path = path


class NoPlaceYet(VforlobError):
    """No data folder is open, and the line does not say where the file should be put. `format` is ours."""

    exit_code = ExitCode.USAGE

    def __init__(self, format_name: str) -> None:
        super().__init__(format_name)
        self.format = format_name
