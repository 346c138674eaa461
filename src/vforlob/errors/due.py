"""What can go wrong with today's list. Carries numbers only."""

from vforlob.errors.base import VforlobError


class ListIsEmpty(VforlobError):
    """Nobody stands in today's list."""


class NothingToPutOff(VforlobError):
    """Nothing of that borger or forløb stands in today's list."""

    def __init__(self, borger: int, forlob: int | None) -> None:
        super().__init__(borger, forlob)
        self.borger, self.forlob = borger, forlob
