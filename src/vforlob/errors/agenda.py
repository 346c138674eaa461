"""What can be wrong with the choice of an agenda; a faulty file is FaultyFile. Carries names, never a file's text."""

from collections.abc import Iterable

from vforlob.errors.base import ExitCode, VforlobError


class AgendaNotFound(VforlobError):
    """No agenda has that name. `near` are those that resemble it, best first. `name` was typed, so it is no message."""

    exit_code = ExitCode.NOT_FOUND

    def __init__(self, name: str, near: Iterable[str] = ()) -> None:
        super().__init__()
        self.name, self.near = name, tuple(near)


class AgendaExists(VforlobError):
    """An agenda of one's own with that id is there already, in `path`; nothing is written over it."""

    def __init__(self, name: str, path: str) -> None:
        super().__init__()
        self.name, self.path = name, path


class AgendaNameUnusable(VforlobError):
    """What was typed cannot become the id of an agenda, not even after folding."""

    exit_code = ExitCode.USAGE

    def __init__(self, name: str) -> None:
        super().__init__()
        self.name = name


class BadCondition(VforlobError):
    """A `hvis` that cannot be read. `sentence` is Danish and may quote the file, so it is no message."""

    exit_code = ExitCode.FAULTY_FILE

    def __init__(self, sentence: str) -> None:
        super().__init__()
        self.sentence = sentence
