"""Dated rules as values: what a rule says on a day. Knows no file and no rule by name."""

from collections.abc import Iterable
from datetime import date, timedelta
from typing import NamedTuple

from vforlob.errors.rules import RuleNotFound

WORD = "ord"
# Each with one and many of it, as it is written. A word has neither.
UNITS = {
    "dage": ("dag", "dage"),
    "arbejdsdage": ("arbejdsdag", "arbejdsdage"),
    "uger": ("uge", "uger"),
    "maneder": ("måned", "måneder"),
    "timer": ("time", "timer"),
    "minutter": ("minut", "minutter"),
    "gange": ("gang", "gange"),
    "trin": ("trin", "trin"),
    "procent": ("procent", "procent"),
    "borgere": ("borger", "borgere"),
    WORD: ("", ""),
}
_DAYS = {"dage": 1, "uger": 7}


class Rule(NamedTuple):
    """`value` is a number of `unit` or, for the unit "ord", words. Both dates are included. `own` is the kommune's."""

    id: str
    text: str
    value: int | str
    unit: str
    valid_from: date
    valid_to: date | None
    source: str
    own: bool = False

    def holds(self, day: date) -> bool:
        return self.valid_from <= day and (self.valid_to is None or day <= self.valid_to)

    @property
    def number(self) -> int:
        """The value where it is a number; a word is none."""
        if isinstance(self.value, str):
            raise RuleNotFound(self.id)
        return self.value

    @property
    def words(self) -> tuple[str, ...]:
        """What is listed in the value, with commas between."""
        return tuple(word.strip() for word in str(self.value).split(",") if word.strip())

    @property
    def days(self) -> int:
        """The value counted in days; only dage and uger can be."""
        if self.unit not in _DAYS:
            raise RuleNotFound(self.id)
        return self.number * _DAYS[self.unit]

    def after(self, day: date) -> date:
        """So many days, weeks or months later."""
        if self.unit != "maneder":
            return day + timedelta(days=self.days)
        from vforlob.rules.calendar_words import months_later  # the words of the calendar: only where months count

        return months_later(day, self.number)

    @property
    def cited(self) -> str:
        """The source as it is named in a sentence: what stands before the first semicolon."""
        return self.source.split(";")[0].strip()


class RuleBook:
    """Every rule, in no order that matters. By id from the start: a list asks thousands of times."""

    __slots__ = ("_by_id", "_hash", "rules")

    def __init__(self, rules: tuple[Rule, ...]) -> None:
        self.rules = rules
        self._hash: int | None = None
        self._by_id: dict[str, list[Rule]] = {}
        for rule in sorted(rules, key=lambda rule: rule.valid_from, reverse=True):
            self._by_id.setdefault(rule.id, []).append(rule)

    def __eq__(self, other: object) -> bool:
        return self is other or (isinstance(other, RuleBook) and self.rules == other.rules)

    def __hash__(self) -> int:
        if self._hash is None:  # once: what is worked out from the rules is kept by them
            self._hash = hash(self.rules)
        return self._hash

    def at(self, rule_id: str, day: date) -> Rule:
        """The rule in force that day; where two are, the one that began last."""
        found = self.find(rule_id, day)
        if found is None:
            raise RuleNotFound(rule_id, day.isoformat())
        return found

    def find(self, rule_id: str, day: date) -> Rule | None:
        """The same, None where a kommune has let the rule end."""
        for rule in self._by_id.get(rule_id, ()):
            if rule.holds(day):
                return rule
        return None

    def in_force(self, day: date) -> tuple[Rule, ...]:
        """One rule an id, in the order of ids."""
        found = (self.find(name, day) for name in sorted(self._by_id))
        return tuple(rule for rule in found if rule is not None)


def merged(base: Iterable[Rule], over: Iterable[Rule]) -> RuleBook:
    """The rules of `over` replace those of `base` with the same id and first day; all others stay."""
    rules = {(rule.id, rule.valid_from): rule for rule in base}
    rules.update({(rule.id, rule.valid_from): rule for rule in over})
    return RuleBook(tuple(rules.values()))
