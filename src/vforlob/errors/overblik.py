"""What can go wrong with the overview. Carries what is needed for a sentence; the words are elsewhere."""

from vforlob.errors.base import ExitCode, VforlobError


class RoomNotANumber(VforlobError):
    """How many contacts there is room for in a week is a whole number."""

    exit_code = ExitCode.USAGE


class FigureNotFound(VforlobError):
    """No figure has that name. `near` resembles it; `known` are all of them, as they are typed."""

    exit_code = ExitCode.USAGE

    def __init__(self, typed: str, near: str, known: tuple[str, ...]) -> None:
        super().__init__()
        self.typed, self.near, self.known = typed, near, known


class ListNotGiven(VforlobError):
    """The lists behind the figures stay on the screen: files hold figures alone."""

    exit_code = ExitCode.USAGE
