"""What a record a person fills in is: its columns in order, its rules, how it is made. Knows no kind by name."""

from collections.abc import Callable, Iterator, Mapping
from datetime import date
from typing import Any, NamedTuple

from vforlob.agenda.kinds import KINDS
from vforlob.errors.record_rules import Broken
from vforlob.model.agenda import Choice, Felt
from vforlob.model.answers import Value
from vforlob.store.store import Store

# What was answered, by column; None takes an answer away.
Given = Mapping[str, Value | None]
# The same as it is stored: references are numbers, a flervalg is a tuple.
Columns = dict[str, Any]
# The sentence for a value that breaks the rule, empty when it keeps it. The last is the number of the record.
ColumnRule = Callable[[Store, Value, int | None], str]
# What Enter takes where nothing stands: from the answers so far and the number of the record.
Default = Callable[[Store, Given, int | None], Value | None]
# Texts that can be taken by a letter while it is typed: from the answers so far and what is typed.
Suggest = Callable[[Store, Given, str], tuple[str, ...]]


def always(_given: Given) -> bool:
    return True


def no_default(_store: Store, _given: Given, _nr: int | None) -> Value | None:
    return None


def nothing_suggested(_store: Store, _given: Given, _typed: str) -> tuple[str, ...]:
    return ()


def never(_given: Given) -> bool:
    """Only in files, or settled on the line."""
    return False


def is_correction(given: Given) -> bool:
    """A record that is corrected has its number among the answers."""
    return given.get("nr") is not None


class RecordFelt(NamedTuple):
    """`reference` is the kind of record a number or alias stands for. `named`: only where the kommune allowed names.

    `when` says from the answers so far whether it is asked at the keyboard at all. `past`: a day that has been.
    `rows`: several short texts, typed one a line and kept as a list.
    """

    felt: Felt
    required: bool = False
    reference: str = ""
    named: bool = False
    when: Callable[[Given], bool] = always
    default: Default = no_default
    suggest: Suggest = nothing_suggested
    past: bool = False
    rows: bool = False

    @property
    def id(self) -> str:
        return self.felt.id


def nothing_broken(_store: Store, _given: Given, _nr: int | None) -> Iterator[Broken]:
    return iter(())


def nothing_told(_store: Store, _record: Any) -> tuple[str, ...]:
    return ()


def lay_over(_store: Store, _record: Any, stands: Columns, given: Given) -> Given:
    return stands | dict(given)


class RecordKind(NamedTuple):
    """`make` adds a record, `mend` changes one; both run inside one transaction and get every column.

    `columns` are rules of one column, `together` of several; what `told` says afterwards is a warning and stops nobody.
    `stored` turns the answer of a column into what is kept. `name` is the Danish spelling where it differs.
    `laid_over` is the whole record when what is named is laid over what stands.
    """

    emne: str
    felter: tuple[RecordFelt, ...]
    make: Callable[[Store, Columns], Any]
    mend: Callable[[Store, Any, Columns], Any]
    columns: Mapping[str, ColumnRule] = {}
    together: Callable[[Store, Given, int | None], Iterator[Broken]] = nothing_broken
    told: Callable[[Store, Any], tuple[str, ...]] = nothing_told
    stored: Mapping[str, Callable[[Store, Value], Any]] = {}
    name: str = ""
    laid_over: Callable[[Store, Any, Columns, Given], Given] = lay_over

    @property
    def called(self) -> str:
        """As it is spelt in Danish."""
        return self.name or self.emne

    def felt(self, column: str) -> RecordFelt:
        return next(felt for felt in self.felter if felt.id == column)


def choices(**texts: str) -> tuple[Choice, ...]:
    return tuple(Choice(key, text) for key, text in texts.items())


DAYS = choices(man="Mandag", tir="Tirsdag", ons="Onsdag", tor="Torsdag", fre="Fredag", lor="Lørdag", son="Søndag")


def today_of(store: Store) -> str:
    return store.now().date().isoformat()


def read_value(felt: RecordFelt, raw: Any, today: date) -> Value:
    """What was typed or stood in a file. Raises BadAnswer."""
    if felt.past and isinstance(raw, str) and raw.strip():
        from vforlob.rules.dates import read_date  # late: its patterns are only needed when a date is typed
        from vforlob.rules.year_choice import PAST  # likewise

        return read_date(raw, today, PAST).isoformat()
    if felt.rows and isinstance(raw, list | tuple) and all(isinstance(row, str) for row in raw):
        raw = "\n".join(raw)
    if isinstance(raw, bool) and felt.felt.kind == "valg" and any(one.id == "ja" for one in felt.felt.choices):
        raw = "ja" if raw else "nej"
    return KINDS[felt.felt.kind].read(raw, felt.felt, today)
