"""Dated rules as values: what a rule says on a day. Knows no file and no rule by name."""

from collections.abc import Iterable
from datetime import date
from typing import NamedTuple

from vforlob.errors.rules import RuleNotFound


class Rule(NamedTuple):
    """`value` is a number of `unit` ("dage", "uger") or, for the unit "ord", a word. Both dates are included."""

    id: str
    text: str
    value: int | str
    unit: str
    valid_from: date
    valid_to: date | None
    source: str

    def holds(self, day: date) -> bool:
        return self.valid_from <= day and (self.valid_to is None or day <= self.valid_to)

    @property
    def days(self) -> int:
        """The value counted in days; a word has none."""
        if isinstance(self.value, str):
            raise RuleNotFound(self.id)
        return self.value * (7 if self.unit == "uger" else 1)


class RuleBook(NamedTuple):
    """Every rule, in no order that matters."""

    rules: tuple[Rule, ...]

    def at(self, rule_id: str, day: date) -> Rule:
        """The rule in force that day; where two are, the one that began last."""
        found = [rule for rule in self.rules if rule.id == rule_id and rule.holds(day)]
        if not found:
            raise RuleNotFound(rule_id, day.isoformat())
        return max(found, key=lambda rule: rule.valid_from)

    def in_force(self, day: date) -> tuple[Rule, ...]:
        """One rule an id, in the order of ids: what `regler vis` shows."""
        names = sorted({rule.id for rule in self.rules if rule.holds(day)})
        return tuple(self.at(name, day) for name in names)


def merged(base: Iterable[Rule], over: Iterable[Rule]) -> RuleBook:
    """The rules of `over` replace those of `base` with the same id and first day; all others stay."""
    rules = {(rule.id, rule.valid_from): rule for rule in base}
    rules.update({(rule.id, rule.valid_from): rule for rule in over})
    return RuleBook(tuple(rules.values()))
