"""The kinds of records a person fills in, by name: one module each, imported when it is asked for."""

from importlib import import_module

from vforlob.actions.record_kinds.base import RecordFelt, RecordKind


def kind_named(emne: str) -> RecordKind:
    kind: RecordKind = import_module(f"vforlob.actions.record_kinds.{emne}").KIND
    return kind


def felter_of(emne: str) -> tuple[RecordFelt, ...]:
    return kind_named(emne).felter
