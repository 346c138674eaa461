"""Dated rules: which one holds on a day, and what a folder's own rules change."""

from datetime import date

import pytest

from vforlob.errors.rules import RuleNotFound
from vforlob.rules.rulebook import Rule, RuleBook, merged


def rule(value: int | str, first: str, last: str | None = None, name: str = "frist", unit: str = "dage") -> Rule:
    return Rule(
        name, "En regel.", value, unit, date.fromisoformat(first), date.fromisoformat(last) if last else None, "k"
    )


BOOK = RuleBook((rule(30, "2000-01-01"), rule(21, "2027-01-01", "2027-06-30"), rule(14, "2028-01-01")))


@pytest.mark.parametrize(
    ("day", "value"),
    [
        ("2000-01-01", 30),
        ("2026-12-31", 30),
        ("2027-01-01", 21),
        ("2027-06-30", 21),
        ("2027-07-01", 30),
        ("2027-12-31", 30),
        ("2028-01-01", 14),
        ("2060-01-01", 14),
    ],
)
def test_the_rule_that_began_last_holds_within_its_days(day: str, value: int) -> None:
    found = BOOK.at("frist", date.fromisoformat(day))

    assert found.value == value


@pytest.mark.parametrize(("name", "day"), [("frist", "1999-12-31"), ("andet", "2026-11-20")])
def test_a_rule_that_does_not_hold_is_named_with_its_day(name: str, day: str) -> None:
    with pytest.raises(RuleNotFound) as caught:
        BOOK.at(name, date.fromisoformat(day))

    assert (caught.value.rule_id, caught.value.day) == (name, day)


def test_own_rules_replace_those_with_the_same_first_day_and_leave_the_rest() -> None:
    book = merged(BOOK.rules, [rule(20, "2000-01-01"), rule(7, "2030-01-01")])

    values = [book.at("frist", date.fromisoformat(day)).value for day in ("2026-01-01", "2027-02-01", "2030-01-01")]

    assert values == [20, 21, 7]


def test_one_rule_an_id_is_in_force() -> None:
    book = merged(BOOK.rules, [rule("kommunen", "2027-01-01", name="ord", unit="ord")])

    assert [r.id for r in book.in_force(date(2026, 11, 20))] == ["frist"]
    assert [r.id for r in book.in_force(date(2027, 11, 20))] == ["frist", "ord"]


def test_weeks_are_counted_as_days_and_a_word_has_none() -> None:
    assert rule(4, "2000-01-01", unit="uger").days == 28

    with pytest.raises(RuleNotFound):
        _ = rule("kommunen", "2000-01-01", unit="ord").days
