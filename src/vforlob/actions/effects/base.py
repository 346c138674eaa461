"""What finishing a samtale changes, as values: a record made, changed or taken away. Knows no storage."""

from collections.abc import Callable, Iterator, Mapping
from typing import Any, NamedTuple

from vforlob.model.agenda import Agenda, Punkt
from vforlob.model.answers import SVAR, Answers, Key, Value, row_values, rows_of
from vforlob.model.case import Case
from vforlob.model.forlob import Forlob, Plan
from vforlob.model.samtale import Samtale


class Effect(NamedTuple):
    """`key` is the same in every version of the samtale, so that two versions can be compared: "aftaler/2" for a row,
    "aftale=7" for a known record, whatever the points are called.

    `nr` None makes a new record of `values`; `values` None takes the record away.
    """

    key: str
    emne: str
    nr: int | None
    values: Mapping[str, Any] | None


def no_signs() -> tuple[str, ...]:
    """Where nothing is known but the samtale itself."""
    return ()


def no_eftervaern(_forlob: Forlob) -> str | None:
    """Likewise."""
    return None


class Ended(NamedTuple):
    """A samtale about to be finished. `answers` are the relevant ones, `case` how it stood before this samtale.

    `plan` makes the next contact from the date that was agreed, None when none was; it gives None where no contact is
    left. `adopted_by` is the art of the forløb that has since taken over the hours of a samtale held before there was
    one. `own_deadline` is when a promise of the konsulent's own without a date is due, "" for never. `eftervaern_ends`
    gives the last day of efterværn of a forløb that has closed. `signs` gives the ids of the early signs that stand
    now; None where a closed forløb is corrected, and what stood when it closed must stay.
    """

    samtale: Samtale
    agenda: Agenda
    answers: Answers
    case: Case
    plan: Callable[[Case, str | None], Plan | None]
    adopted_by: str = ""
    own_deadline: str = ""
    eftervaern_ends: Callable[[Forlob], str | None] = no_eftervaern
    signs: Callable[[], tuple[str, ...]] | None = no_signs

    def of(self, punkt: Punkt, felt: str = SVAR) -> Value | None:
        return self.answers.get(Key(punkt.id, felt))

    def rows(self, punkt: Punkt) -> Iterator[tuple[str, dict[str, Value]]]:
        """Each row with its key: "aftaler/2"."""
        for raekke in rows_of(self.answers, punkt.id):
            yield f"{punkt.id}/{raekke}", row_values(self.answers, punkt.id, raekke)

    def writers(self, word: str) -> Iterator[Punkt]:
        """The points that write something."""
        return (punkt for punkt in self.agenda.punkter if word in punkt.writes)

    def of_writer(self, word: str, felt: str) -> Value | None:
        """The answer to a felt of whichever point writes that word."""
        found = (self.of(punkt, felt) for punkt in self.writers(word))
        return next((value for value in found if value is not None), None)

    @property
    def owner(self) -> dict[str, int | None]:
        """Whose a new record is: the borger's, and the forløb's when there is one."""
        return {"borger": self.case.borger.nr, "forlob": self.case.forlob.nr if self.case.forlob else None}


Rule = Callable[[Ended, Punkt], Iterator[Effect]]


def given(ended: Ended, punkt: Punkt, columns: Mapping[str, str]) -> dict[str, Value]:
    """The columns whose felt has an answer; `columns` maps felt to column."""
    values = {column: ended.of(punkt, felt) for felt, column in columns.items()}
    return {column: value for column, value in values.items() if value is not None}


def texts(value: Value | None) -> tuple[str, ...]:
    """A flervalg as it is kept; one word alone is taken as a list of one."""
    if value is None:
        return ()
    return value if isinstance(value, tuple) else (str(value),)
