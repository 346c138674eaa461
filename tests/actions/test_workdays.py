"""Danish working days: the calendar, the closing days of the rule, and what is kept of the calendar between runs."""

import json
import sys
from datetime import date
from pathlib import Path

import pytest

from vforlob.actions.workdays import workdays
from vforlob.rules.closing_days import read_closing_days
from vforlob.rules.rulebook import Rule, merged
from vforlob.store.regler import our_rules

RULES = our_rules()
OPEN_FRIDAY = Rule("lukkedage", "", "24/12", "ord", date(2027, 1, 1), None, "", own=True)


@pytest.mark.parametrize(
    ("day", "open_for_business"),
    [
        ("2026-11-20", True),
        ("2026-11-21", False),
        ("2026-04-02", False),  # skærtorsdag
        ("2026-04-03", False),
        ("2026-04-06", False),
        ("2026-04-07", True),
        ("2023-05-05", False),  # store bededag
        ("2024-04-26", True),  # no longer one
        ("2026-05-14", False),  # Kristi himmelfartsdag
        ("2026-06-05", False),
        ("2026-12-23", True),
        ("2026-12-24", False),
        ("2026-12-31", False),
        ("2028-02-29", True),
        ("2079-12-25", False),
    ],
)
def test_the_days_are_the_same_with_and_without_a_folder(tmp_path: Path, day: str, open_for_business: bool) -> None:
    found = date.fromisoformat(day)

    assert workdays(RULES)(found) is open_for_business
    assert workdays(RULES, str(tmp_path))(found) is open_for_business


def test_the_closing_days_are_a_dated_rule() -> None:
    is_workday = workdays(merged(RULES.rules, [OPEN_FRIDAY]))

    assert [is_workday(date(year, 12, 31)) for year in (2026, 2027)] == [False, True]
    assert [is_workday(date(year, 12, 24)) for year in (2026, 2027)] == [False, False]


def test_the_calendar_is_kept_and_not_imported_the_second_time(tmp_path: Path) -> None:
    (tmp_path / "tmp").mkdir()
    workdays(RULES, str(tmp_path))
    library = sys.modules.pop("holidays")

    again = workdays(RULES, str(tmp_path))(date(2026, 12, 25))

    assert again is False
    assert "holidays" not in sys.modules
    sys.modules["holidays"] = library


@pytest.mark.parametrize("kept", ["", "[]", '{"stempel": ["x", "/nowhere", 1, 1], "dage": []}', '{"stempel": [1]}'])
def test_what_is_kept_can_be_lost_or_spoilt_without_harm(tmp_path: Path, kept: str) -> None:
    (tmp_path / "tmp").mkdir()
    (tmp_path / "tmp" / "helligdage.json").write_text(kept)

    assert workdays(RULES, str(tmp_path))(date(2026, 12, 25)) is False
    assert "2026-12-25" in json.loads((tmp_path / "tmp" / "helligdage.json").read_text())["dage"]


@pytest.mark.parametrize("listed", ["", "24", "31/6", "0/1", "a/b", "24/12;25/12", "24/12, "])
def test_what_is_no_day_of_the_year_is_refused(listed: str) -> None:
    with pytest.raises(ValueError):  # it says nothing: the file is named by who reads it
        read_closing_days(listed)
