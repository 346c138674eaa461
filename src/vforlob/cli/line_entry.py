"""A record whose columns stand on the line itself, so that nobody is asked. Knows no kind by name."""

from collections.abc import Mapping
from typing import Any

from vforlob.actions.record_checks import broken_rules
from vforlob.actions.record_kinds import kind_named
from vforlob.actions.record_kinds.base import read_value
from vforlob.cli.context import context
from vforlob.errors.use import WrongUse
from vforlob.model.answers import Value
from vforlob.store.store import Store


def given_on_line(
    store: Store, emne: str, said: Mapping[str, str], settled: Mapping[str, Value], command: str
) -> dict[str, Any]:
    """`said` is as it was typed, by column; the rest is what Enter would have taken. Raises BadAnswer and WrongUse."""
    kind = kind_named(emne)
    given: dict[str, Any] = dict(settled)
    for column, typed in said.items():
        given[column] = read_value(kind.felt(column), typed, context().today)
    for felt in kind.felter:
        if felt.id not in given:
            given[felt.id] = felt.default(store, given, None)
    broken = broken_rules(store, emne, given)
    if broken:
        raise WrongUse(*(one.sentence for one in broken), command=command)
    return given
