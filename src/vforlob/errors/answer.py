"""Answers that cannot be taken, one or many. The sentence is Danish, because each kind of answer owns its own."""

from collections.abc import Iterable

from vforlob.errors.base import ExitCode, Fault, VforlobError


class BadAnswer(VforlobError):
    """`sentence` says what is wrong and what to write instead. It may quote what was typed, so it is no message."""

    exit_code = ExitCode.USAGE

    def __init__(self, sentence: str) -> None:
        super().__init__()
        self.sentence = sentence


class FaultyFile(VforlobError):
    """A file somebody wrote cannot be used; every fault is in `faults`, in the order of the file."""

    exit_code = ExitCode.FAULTY_FILE

    def __init__(self, file: str, faults: Iterable[Fault]) -> None:
        super().__init__()
        self.file, self.faults = file, tuple(faults)
