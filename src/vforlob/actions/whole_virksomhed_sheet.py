"""The virksomheder as a sheet that can be read back: places and whom to call there. Holds nothing of any borger."""

from typing import Any, NamedTuple

from vforlob.actions.borgere_named import has_alias
from vforlob.actions.record_kinds import kind_named
from vforlob.model.regneark import Celle, Fane, Regneark, Sojle
from vforlob.model.virksomhed import Virksomhed
from vforlob.rules.virksomhed_columns import VIRKSOMHED_COLUMNS, Column
from vforlob.store.store import Store

TITLE = "Virksomheder"


class VirksomhedSheet(NamedTuple):
    """`held_back` are the numbers of those where an alias stands: they wait until it is gone."""

    sheet: Regneark
    held_back: tuple[int, ...]


def virksomhed_sheet(store: Store) -> VirksomhedSheet:
    named, rows, held_back = has_alias(store), [], []
    for virksomhed in store.door(Virksomhed).find():
        row = _row(virksomhed)
        if any(named(cell) for cell in row if isinstance(cell, str)):
            held_back.append(virksomhed.nr)
        else:
            rows.append(row)
    sojler = tuple(Sojle(it.name, it.art) for it in VIRKSOMHED_COLUMNS)
    return VirksomhedSheet(Regneark(TITLE, (Fane(TITLE, sojler, tuple(rows)),)), tuple(held_back))


def _row(virksomhed: Virksomhed) -> tuple[Celle, ...]:
    return tuple(_cell(column, getattr(virksomhed, column.column)) for column in VIRKSOMHED_COLUMNS)


def _cell(column: Column, value: Any) -> Celle:
    """A choice by its text, which is read back as well as its id; several short texts one a line."""
    if isinstance(value, tuple):
        return "\n".join(value)
    felt = kind_named("virksomhed").felt(column.column).felt
    text = next((choice.text for choice in felt.choices if choice.id == value), None)
    return value if text is None else text
