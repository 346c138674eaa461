"""The base of every error we raise, with the exit codes of the program. Knows no words and no floor above."""

from enum import IntEnum


class ExitCode(IntEnum):
    """What the shell is told; scripts rely on the numbers."""

    OK = 0
    PROBLEM = 1
    USAGE = 2
    NOT_FOUND = 3
    FAULTY_FILE = 4
    NO_DATABASE = 10
    LOCKED = 11
    WRONG_KEY = 12
    NEWER_DATABASE = 13
    DISK = 14
    UNSAFE = 15
    NOT_ENCRYPTED = 16
    INTERRUPTED = 130


class VforlobError(Exception):
    """Something a person can mend. Carries facts, never what a person typed; `cli/explain` has the words."""

    exit_code = ExitCode.PROBLEM


class Fault:
    """One thing wrong in a file somebody wrote: where it stands and what to do, already a Danish sentence.

    `line` is 1-based, 0 when the place has no line. `place` is what a person would say ("punkt 4, felt »syg«").
    """

    __slots__ = ("line", "place", "sentence")

    def __init__(self, place: str, sentence: str, line: int = 0) -> None:
        self.place, self.sentence, self.line = place, sentence, line

    def __repr__(self) -> str:
        return f"Fault(line={self.line})"
