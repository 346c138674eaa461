"""The next contact: what was agreed wins, else the strictest rule, on a working day."""

from datetime import date

import pytest

from vforlob.actions.finish_words import late_words
from vforlob.actions.workdays import workdays
from vforlob.model.borger import Borger
from vforlob.model.case import Case
from vforlob.model.forlob import Forlob
from vforlob.model.kontakt import Taet
from vforlob.rules.kontaktplan import next_contact
from vforlob.rules.rulebook import Rule, RuleBook
from vforlob.store.regler import our_rules

FIRST = date(2000, 1, 1)
RULES = RuleBook(
    tuple(
        Rule(name, "", value, unit, FIRST, None, "")
        for name, value, unit in (
            ("kontakt_senest_dage", 30, "dage"),
            ("kontakt_start_dage", 14, "dage"),
            ("kontakt_start_uger", 4, "uger"),
            ("kontakt_taet_dage", 14, "dage"),
        )
    )
)
BORGER = Borger(7, "Æ-7")
IS_WORKDAY = workdays(our_rules())


def case(start: str | None = "2026-01-05", interval: int | None = None, taet: tuple[str, ...] = ()) -> Case:
    forlob = Forlob(12, 7, 4, "virksomhedspraktik", start=start, interval=interval)
    return Case(BORGER, forlob, taet=tuple(Taet(n, 7, 12, "2026-10-28", svar) for n, svar in enumerate(taet, 1)))


@pytest.mark.parametrize("wished", ["2026-11-23", "2026-11-28", "2027-03-01"])
def test_a_date_that_was_agreed_stands(wished: str) -> None:
    plan = next_contact(case(), "2026-11-20", wished, RULES)

    assert (plan.dato, plan.kilde, plan.borger, plan.forlob) == (wished, "aftalt", 7, 12)


@pytest.mark.parametrize(
    ("given", "dato", "kilde"),
    [
        (case(), "2026-12-18", "kontakt_senest_dage"),  # 20 December is a Sunday
        (case(interval=60), "2027-01-19", "forlob.interval"),
        (case(interval=10), "2026-11-30", "forlob.interval"),
        (case(start="2026-11-04"), "2026-12-04", "kontakt_start_dage"),
        (case(start="2026-11-04", interval=21), "2026-12-11", "forlob.interval"),
        (case(start="2026-12-01"), "2026-12-04", "kontakt_start_dage"),
        (case(start=None), "2026-12-18", "kontakt_senest_dage"),
        (case(taet=("ja",)), "2026-12-04", "kontakt_taet_dage"),
        (case(taet=("ja", "nej")), "2026-12-18", "kontakt_senest_dage"),
        (case(taet=("obs",)), "2026-12-18", "kontakt_senest_dage"),
        (case(taet=("ja",), interval=7), "2026-11-27", "forlob.interval"),
        (Case(BORGER), "2026-12-18", "kontakt_senest_dage"),
    ],
)
def test_without_one_the_strictest_rule_sets_the_date(given: Case, dato: str, kilde: str) -> None:
    plan = next_contact(given, "2026-11-20", None, RULES)

    assert (plan.dato, plan.kilde) == (dato, kilde)


def test_the_rule_of_that_day_is_used() -> None:
    stricter = Rule("kontakt_senest_dage", "", 21, "dage", date(2027, 1, 1), None, "")
    rules = RuleBook((*RULES.rules, stricter))

    before = next_contact(case(), "2026-12-31", None, rules)
    after = next_contact(case(), "2027-01-04", None, rules)

    assert (before.dato, after.dato) == ("2027-01-29", "2027-01-25")


@pytest.mark.parametrize("offset", range(0, 800, 7))
def test_the_date_is_after_the_samtale_and_at_most_thirty_days_later(offset: int) -> None:
    day = date.fromordinal(date(2026, 1, 1).toordinal() + offset)

    plan = next_contact(case(), day.isoformat(), None, RULES, IS_WORKDAY)

    later = (date.fromisoformat(plan.dato) - day).days
    assert 0 < later <= 30
    assert IS_WORKDAY(date.fromisoformat(plan.dato))


def test_an_interval_of_one_day_keeps_its_day_though_it_is_a_saturday() -> None:
    plan = next_contact(case(interval=1), "2026-11-20", None, RULES)

    assert plan.dato == "2026-11-21"


@pytest.mark.parametrize(
    ("day", "open_for_business"),
    [
        ("2026-11-20", True),
        ("2026-11-21", False),
        ("2026-12-24", False),
        ("2026-12-25", False),
        ("2026-12-31", False),
        ("2026-06-05", False),
        ("2026-04-02", False),  # skærtorsdag
        ("2026-04-07", True),
        ("2026-05-01", True),
    ],
)
def test_danish_working_days(day: str, open_for_business: bool) -> None:
    assert IS_WORKDAY(date.fromisoformat(day)) is open_for_business


@pytest.mark.parametrize(
    ("wished", "said"), [("2026-11-19", "før samtalen"), ("2026-11-20", ""), ("2027-03-01", "højst")]
)
def test_a_next_contact_before_the_samtale_or_too_late_is_told(wished: str, said: str) -> None:
    words = late_words(case(), "2026-11-20", wished, RULES)

    assert said in words
    assert bool(said) == bool(words)
