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


@pytest.mark.parametrize("unit", ["ord", "maneder", "gange", "arbejdsdage", "timer"])
def test_weeks_are_counted_as_days_and_what_is_no_length_of_days_has_none(unit: str) -> None:
    assert rule(4, "2000-01-01", unit="uger").days == 28

    with pytest.raises(RuleNotFound):
        _ = rule("kommunen" if unit == "ord" else 4, "2000-01-01", unit=unit).days


@pytest.mark.parametrize(
    ("value", "unit", "day", "after"),
    [
        (4, "dage", "2028-02-27", "2028-03-02"),
        (2, "uger", "2026-12-20", "2027-01-03"),
        (1, "maneder", "2028-01-31", "2028-02-29"),
        (12, "maneder", "2028-02-29", "2029-02-28"),
    ],
)
def test_a_rule_counts_on_from_a_day(value: int, unit: str, day: str, after: str) -> None:
    assert rule(value, "2000-01-01", unit=unit).after(date.fromisoformat(day)) == date.fromisoformat(after)


def test_words_are_listed_and_are_no_number() -> None:
    listed = rule(" jobparat,  , dagpenge", "2000-01-01", unit="ord")

    assert listed.words == ("jobparat", "dagpenge")
    with pytest.raises(RuleNotFound):
        _ = listed.number


def test_the_source_is_cited_up_to_its_first_semicolon() -> None:
    assert rule(1, "2000-01-01")._replace(source="LAB § 61, stk. 2; efterses").cited == "LAB § 61, stk. 2"


def test_a_rule_that_has_ended_is_none() -> None:
    assert BOOK.find("frist", date(1999, 1, 1)) is None
    assert BOOK.find("andet", date(2026, 1, 1)) is None


def test_two_books_with_the_same_rules_are_the_same() -> None:
    assert RuleBook(BOOK.rules) == BOOK
    assert hash(RuleBook(BOOK.rules)) == hash(BOOK)
    assert RuleBook(()) != BOOK
