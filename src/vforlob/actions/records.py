"""New and changed records, each one thing done or part of one. Knows no kind by name, no prompt and no file."""

from typing import Any

from vforlob.actions.record_checks import broken_rules
from vforlob.actions.record_kinds import kind_named
from vforlob.actions.record_kinds.base import Columns, Given, RecordFelt, RecordKind
from vforlob.actions.references import number_of
from vforlob.errors.record_rules import RecordRefused
from vforlob.model.answers import Value
from vforlob.store.kinds import RECORDS
from vforlob.store.store import Store


def new_record(store: Store, emne: str, given: Given) -> Any:
    """Raises RecordRefused, and then nothing is saved."""
    kind = kind_named(emne)
    with store.joining(f"{kind.called} ny"):  # looked at and written as one: two windows may want the same alias
        return kind.make(store, _checked(store, kind, given, None))


def add_checked(store: Store, emne: str, given: Given) -> Any:
    """For whoever has asked broken_rules inside the same transaction: of thousands of rows each is checked once."""
    kind = kind_named(emne)
    return kind.make(store, _columns(store, kind, given))


def change_record(store: Store, emne: str, nr: int, given: Given) -> Any:
    """What is not named stands as it is now, not as it was when she began. Raises RecordRefused."""
    kind = kind_named(emne)
    with store.joining(f"{kind.called} ret"):
        before = store.door(RECORDS[emne]).get(nr)
        whole = kind.laid_over(store, before, columns_of(before, emne), given)
        return kind.mend(store, before, _checked(store, kind, whole, nr))


def columns_of(record: Any, emne: str) -> Columns:
    """What a person filled in; what was never answered is None. A column of no record is asked anew each time."""
    return {felt.id: _typed(felt, getattr(record, felt.id, None)) for felt in kind_named(emne).felter}


def _typed(felt: RecordFelt, value: Any) -> Any:
    return "\n".join(value) or None if felt.rows and value is not None else value


def _checked(store: Store, kind: RecordKind, given: Given, nr: int | None) -> Columns:
    broken = broken_rules(store, kind.emne, given, nr)
    if broken:
        raise RecordRefused(kind.emne, broken)
    return _columns(store, kind, given)


def _columns(store: Store, kind: RecordKind, given: Given) -> Columns:
    return {felt.id: _stored(store, kind, felt.id, given.get(felt.id)) for felt in kind.felter}


def _stored(store: Store, kind: RecordKind, column: str, value: Value | None) -> Any:
    felt = kind.felt(column)
    if felt.felt.kind == "flervalg":
        return value if isinstance(value, tuple) else (value,) if value else ()
    if felt.rows:
        rows = "\n".join(value) if isinstance(value, tuple) else str(value or "")
        return tuple(row.strip() for row in rows.replace(";", "\n").split("\n") if row.strip())
    if value is None:
        return None
    if felt.reference:
        return number_of(store, felt.reference, str(value))
    turn = kind.stored.get(column)
    if turn is not None:
        return turn(store, value)
    return value.strip() if isinstance(value, str) else value
