"""A record that is not there, or that stands in the way. Carries kinds and numbers, never names."""

from vforlob.errors.base import ExitCode, VforlobError


class RecordNotFound(VforlobError):
    """`emne` is the record kind, `nr` the number that was asked for (None when it was an alias)."""

    exit_code = ExitCode.NOT_FOUND

    def __init__(self, emne: str, nr: int | None = None) -> None:
        super().__init__(emne)
        self.emne, self.nr = emne, nr


class SamtaleOpenElsewhere(VforlobError):
    """Another window holds the samtale; `since` is "13:42", empty when unknown."""

    exit_code = ExitCode.LOCKED

    def __init__(self, samtale: int, since: str) -> None:
        super().__init__(samtale)
        self.samtale, self.since = samtale, since


class NamesNotAllowed(VforlobError):
    """A borger's navn or telefon was to be written where the kommune has not allowed names."""
