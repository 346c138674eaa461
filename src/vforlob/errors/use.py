"""The command line was used wrongly. Carries what is needed for a better line; the words are elsewhere."""

from collections.abc import Iterable

from vforlob.errors.base import ExitCode, VforlobError


class WrongUse(VforlobError):
    """The line cannot be run. `sentences` are Danish and ready; they may quote what was typed, so they are no message.

    `command` is the command as it is printed, empty when none was found.
    """

    exit_code = ExitCode.USAGE

    def __init__(self, *sentences: str, command: str = "") -> None:
        super().__init__(command)
        self.sentences, self.command = sentences, command


class UnknownCommand(VforlobError):
    """No command has these words. `near` are the commands that resemble it, best first."""

    exit_code = ExitCode.USAGE

    def __init__(self, words: str, near: Iterable[str] = ()) -> None:
        super().__init__()
        self.words, self.near = words, tuple(near)


class IncompleteCommand(VforlobError):
    """`words` begins several commands and is none itself; `whole` are the whole ones."""

    exit_code = ExitCode.USAGE

    def __init__(self, words: str, whole: Iterable[str]) -> None:
        super().__init__()
        self.words, self.whole = words, tuple(whole)


class NothingGiven(VforlobError):
    """Something must be on the line because nobody can be asked. `what` is "et forløb", `example` a whole line."""

    exit_code = ExitCode.USAGE

    def __init__(self, what: str, example: str) -> None:
        super().__init__(what)
        self.what, self.example = what, example


class WrongKind(VforlobError):
    """A number of one kind stands where another kind belongs: kinds by name, "borger" for "forlob"."""

    exit_code = ExitCode.USAGE

    def __init__(self, given: str, nr: int, wanted: str) -> None:
        super().__init__(given, nr, wanted)
        self.given, self.nr, self.wanted = given, nr, wanted


class SeveralForlob(VforlobError):
    """An alias whose borger has more than one forløb that is not closed."""

    exit_code = ExitCode.USAGE

    def __init__(self, borger: int, forlobene: Iterable[int]) -> None:
        super().__init__(borger)
        self.borger, self.forlobene = borger, tuple(forlobene)


class NoForlob(VforlobError):
    """An alias whose borger has no forløb that is not closed."""

    exit_code = ExitCode.NOT_FOUND

    def __init__(self, borger: int) -> None:
        super().__init__(borger)
        self.borger = borger


class ClockRefused(VforlobError):
    """VFORLOB_NU is set where the clock may not be set: a folder with a passphrase."""

    exit_code = ExitCode.USAGE


class ClockUnreadable(VforlobError):
    """VFORLOB_NU is no date and time."""

    exit_code = ExitCode.USAGE


class NoSuchFile(VforlobError):
    """A file named on the line is not there or cannot be read. `path` was typed, so it is no message."""

    exit_code = ExitCode.NOT_FOUND

    def __init__(self, path: str) -> None:
        super().__init__()
        self.path = path


class FileIsFolder(NoSuchFile):
    """There is a folder where a file was named."""


class NothingToPick(VforlobError):
    """A list to pick from would be empty: there are no records of the kind `emne` yet."""

    exit_code = ExitCode.NOT_FOUND

    def __init__(self, emne: str) -> None:
        super().__init__(emne)
        self.emne = emne
