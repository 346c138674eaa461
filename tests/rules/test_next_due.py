"""The next contact of a forløb, from the last real one: milestones, intervals, what was agreed, and the backstop."""

from datetime import date, timedelta
from typing import Any

import pytest
from forlob_days import IS_WORKDAY, RULES, TODAY, case_of, forlob_of
from hypothesis import given
from hypothesis import strategies as st

from vforlob.model.borger import Borger
from vforlob.model.case import Case
from vforlob.model.forlob import Plan
from vforlob.rules.kontaktplan import Due, due, next_contact
from vforlob.rules.rulebook import Rule, merged

STARTED = ("startmode", "2026-10-30")
LONG = forlob_of("2026-11-04", "2027-11-03")


def due_of(case: Case, today: date = TODAY) -> Due | None:
    return due(case, today, RULES, IS_WORKDAY)


def day_of(case: Case, today: date = date(2027, 6, 1)) -> str:
    found = due_of(case, today)
    assert found is not None
    return found.dato


def told(case: Case, today: date = date(2027, 6, 1)) -> tuple[str, str, str]:
    found = due_of(case, today)
    assert found is not None
    return found.dato, found.kilde, found.agenda


@pytest.mark.parametrize(
    ("last", "dato", "kilde"),
    [
        ("2026-10-30", "2026-11-05", "milepael_dag_2"),  # the startmøde itself
        ("2026-11-03", "2026-11-05", "milepael_dag_2"),  # a contact before the start is not yet one in it
        ("2026-11-04", "2026-11-11", "milepael_uge_1"),  # one on the first day is
        ("2026-11-05", "2026-11-11", "milepael_uge_1"),
        ("2026-11-07", "2026-11-11", "milepael_uge_1"),  # four days before
        ("2026-11-08", "2026-11-18", "milepael_uge_2"),  # three days before counts for it
        ("2026-11-16", "2026-11-30", "kontakt_start_dage"),
        ("2026-11-18", "2026-12-02", "kontakt_start_dage"),  # the same day as week 4
        ("2026-11-19", "2026-12-02", "milepael_uge_4"),
        ("2026-11-29", "2026-12-11", "kontakt_start_dage"),  # the last days of the first weeks
        ("2026-12-02", "2026-12-30", "kontakt_senest_dage"),  # after them monthly; 1 January and New Year's Eve
        ("2026-12-08", "2027-01-07", "kontakt_senest_dage"),
        ("2027-02-01", "2027-03-03", "kontakt_senest_dage"),
        ("2027-02-19", "2027-03-19", "kontakt_senest_dage"),  # 21 March is a Sunday
        ("2027-02-24", "2027-03-24", "kontakt_senest_dage"),  # 26 March is langfredag
    ],
)
def test_from_the_last_contact_the_first_weeks_are_dense_and_then_it_is_monthly(
    last: str, dato: str, kilde: str
) -> None:
    found = told(case_of(LONG, (STARTED,), reached=(last,)))

    assert found == (dato, kilde, "opfolgning")


def test_an_attempt_without_an_answer_does_not_reset_the_clock() -> None:
    without = case_of(LONG, (STARTED,), reached=("2026-11-09",))
    tried = case_of(LONG, (STARTED,), reached=("2026-11-09",), tried=("2026-11-17", "2026-11-20"))

    assert due_of(tried) == due_of(without)


def test_a_contact_said_to_come_is_not_one_yet() -> None:
    case = case_of(LONG, (STARTED,), reached=("2026-11-09", "2062-01-01"))

    assert day_of(case, TODAY) == "2026-11-18"


@pytest.mark.parametrize(
    ("forlob", "dato", "kilde"),
    [
        (forlob_of(), "2026-11-03", "milepael_foer_start"),
        (forlob_of(oprettet="2026-11-04"), "2026-11-05", "milepael_dag_2"),  # written down on the first day
        (forlob_of(oprettet="2026-11-20"), "2026-12-02", "milepael_uge_4"),  # or weeks after it
        (forlob_of("2026-01-05", "2027-02-03", oprettet="2026-11-20"), "2026-12-18", "kontakt_senest_dage"),
        (forlob_of("2027-03-01", "2027-06-01"), "2027-02-26", "milepael_foer_start"),
        (forlob_of(None, None), "2026-11-27", "kontakt_senest_dage"),
        (forlob_of("2026-11-04", None, oprettet=None), "2026-11-03", "milepael_foer_start"),
    ],
)
def test_without_any_contact_it_is_the_startmode_or_the_next_milestone(forlob: Any, dato: str, kilde: str) -> None:
    assert told(case_of(forlob)) == (dato, kilde, "startmode")


def test_a_forlob_without_any_date_has_none_until_one_is_agreed() -> None:
    bare = forlob_of(None, None, oprettet=None)

    assert due_of(case_of(bare)) is None
    assert due_of(case_of(bare, agreed="2026-12-01")) == Due("2026-12-01", "aftalt", "startmode", "14:30", "besog")
    assert due_of(Case(Borger(7, "Æ-7"))) is None


@pytest.mark.parametrize(
    ("held", "reached", "dato", "agenda"),
    [
        ((STARTED, ("opfolgning", "2026-12-02")), (), "2026-12-18", "midtvejs"),
        ((STARTED, ("opfolgning", "2026-12-16")), (), "2026-12-18", "midtvejs"),  # an opfølgning is not a midtvejs
        ((STARTED, ("opfolgning", "2026-12-02")), ("2026-12-18",), "2027-01-15", "midtvejs"),  # until it is held
        ((STARTED, ("midtvejs", "2026-12-14")), (), "2027-01-13", "opfolgning"),
        ((STARTED, ("midtvejs", "2026-12-18")), (), "2027-01-15", "opfolgning"),
        ((STARTED, ("midtvejs", "2027-01-12")), (), "2027-01-20", "opfolgning"),  # two weeks before the end
        ((STARTED, ("midtvejs", "2027-01-18")), (), "2027-02-03", "afslutning"),
        ((STARTED, ("midtvejs", "2026-12-18"), ("opfolgning", "2027-02-02")), (), "2027-02-03", "afslutning"),
        ((STARTED, ("opfolgning", "2027-02-04")), (), "2027-03-05", "afslutning"),  # over, but not ended
        ((STARTED, ("midtvejs", "2026-12-18"), ("afslutning", "2027-01-29")), (), "2027-02-26", "opfolgning"),
    ],
)
def test_half_time_and_the_end_are_asked_for_until_they_are_held(
    held: tuple[tuple[str, str], ...], reached: tuple[str, ...], dato: str, agenda: str
) -> None:
    found = told(case_of(forlob_of(), held, reached))

    assert (found[0], found[2]) == (dato, agenda)


@pytest.mark.parametrize(
    ("day", "agenda"),
    [
        ("2026-12-14", "opfolgning"),
        ("2026-12-15", "midtvejs"),
        ("2027-01-28", "midtvejs"),
        ("2027-01-31", "afslutning"),
    ],
)
def test_a_day_that_was_agreed_near_half_time_or_the_end_is_that_meeting(day: str, agenda: str) -> None:
    case = case_of(forlob_of(), (STARTED, ("opfolgning", "2026-12-02")), agreed=day)

    assert told(case) == (day, "aftalt", agenda)


@pytest.mark.parametrize(
    ("reached", "agreed", "dato", "kilde"),
    [
        ("2026-11-09", "2026-11-19", "2026-11-19", "aftalt"),  # the day after week 2: one contact, not two
        ("2026-11-09", "2026-11-21", "2026-11-21", "aftalt"),
        ("2026-11-09", "2026-11-24", "2026-11-18", "milepael_uge_2"),  # the first weeks do not wait
        ("2026-11-09", "2026-11-16", "2026-11-16", "aftalt"),
        ("2026-11-16", "2026-11-16", "2026-11-30", "kontakt_start_dage"),  # it was kept
        ("2026-12-02", "2027-01-20", "2027-01-20", "aftalt"),  # later than monthly, but agreed
        ("2026-12-02", "2027-05-01", "2027-03-02", "kontakt_bagkant_dage"),  # nothing waits longer
    ],
)
def test_what_was_agreed_counts_but_not_against_the_first_weeks_or_the_backstop(
    reached: str, agreed: str, dato: str, kilde: str
) -> None:
    found = told(case_of(LONG, (STARTED,), reached=(reached,), agreed=agreed))

    assert found[:2] == (dato, kilde)


def test_an_agreed_day_long_after_the_end_does_not_move_the_closing_talk() -> None:
    case = case_of(
        forlob_of(), (STARTED, ("midtvejs", "2026-12-18"), ("opfolgning", "2027-01-20")), agreed="2027-02-20"
    )

    assert told(case) == ("2027-02-03", "forlob.slut", "afslutning")


def test_the_day_that_a_rule_once_gave_is_not_an_agreed_one() -> None:
    case = case_of(LONG, (STARTED, ("opfolgning", "2027-02-01")))
    planned = case._replace(planer=(Plan(1, 7, 12, "2027-02-10", kilde="kontakt_start_dage", samtale=2),))

    assert due_of(planned, date(2027, 2, 2)) == due_of(case, date(2027, 2, 2))


@pytest.mark.parametrize(
    ("interval", "last", "dato", "kilde"),
    [
        (45, "2027-02-01", "2027-03-18", "forlob.interval"),
        (10, "2027-02-01", "2027-02-11", "forlob.interval"),
        (1, "2027-02-05", "2027-02-06", "forlob.interval"),  # a Saturday, for there is no other day
        (200, "2027-02-01", "2027-04-30", "kontakt_bagkant_dage"),  # 90 days: 2 May is a Sunday
        (90, "2027-02-01", "2027-04-30", "forlob.interval"),
        (45, "2026-11-09", "2026-11-18", "milepael_uge_2"),  # it does not thin out the first weeks
    ],
)
def test_the_interval_of_the_forlob_stands_in_for_the_general_one(
    interval: int, last: str, dato: str, kilde: str
) -> None:
    case = case_of(LONG._replace(interval=interval), (STARTED,), reached=(last,))

    assert told(case)[:2] == (dato, kilde)


@pytest.mark.parametrize(
    ("last", "taet", "dato", "kilde"),
    [
        ("2027-02-01", (("2027-01-01", "ja"),), "2027-02-15", "kontakt_taet_dage"),
        ("2027-02-01", (("2027-01-01", "obs"),), "2027-03-03", "kontakt_senest_dage"),
        ("2027-02-01", (("2027-01-01", "ja"), ("2027-02-02", "nej")), "2027-03-03", "kontakt_senest_dage"),
        ("2026-11-16", (("2026-10-28", "ja"),), "2026-11-23", "kontakt_taet_start_dage"),
        ("2027-02-01", (("2027-02-24", "ja"),), "2027-02-24", "kontakt_taet_dage"),  # asked for at once, not before
    ],
)
def test_taet_opfolgning_halves_the_interval(
    last: str, taet: tuple[tuple[str, str], ...], dato: str, kilde: str
) -> None:
    assert told(case_of(LONG, (STARTED,), reached=(last,), taet=taet))[:2] == (dato, kilde)


@pytest.mark.parametrize(
    ("said", "dato"),
    [
        ("2026-12-01", "2027-01-12"),
        ("2026-12-14", "2026-12-28"),
        ("2026-12-15", "2026-12-28"),
        ("2027-01-04", "2027-01-04"),
    ],
)
def test_an_agreed_day_gives_way_to_taet_opfolgning_that_was_said_since(said: str, dato: str) -> None:
    case = case_of(LONG, (STARTED, ("opfolgning", "2026-12-14")), agreed="2027-01-12", taet=((said, "ja"),))

    assert day_of(case) == dato


@pytest.mark.parametrize(
    ("held", "reached", "today", "dato"),
    [
        ((), (), "2027-02-04", "2027-02-11"),
        ((), ("2027-02-03",), "2027-02-04", "2027-02-11"),  # the day before the job is not in it
        ((), ("2027-02-08",), "2027-02-10", "2027-03-04"),  # three days before counts
        ((("eftervaern", "2027-03-04"),), (), "2027-03-05", "2027-05-04"),
        ((), ("2027-05-20",), "2027-06-01", "2027-08-04"),
        ((), (), "2027-06-01", "2027-02-11"),  # late since then
        ((), ("2027-11-04",), "2028-02-04", "2028-02-04"),
        ((), ("2027-11-04",), "2028-02-05", None),  # stops by itself
        ((), ("2028-02-03",), "2028-02-04", None),
    ],
)
def test_eftervaern_goes_on_from_contact_to_contact_and_stops(
    held: tuple[tuple[str, str], ...], reached: tuple[str, ...], today: str, dato: str | None
) -> None:
    closed = forlob_of(status="lukket", lukket="2027-02-04", eftervaern="2028-02-04")

    found = due_of(case_of(closed, held, reached), date.fromisoformat(today))

    assert (found.dato if found else None) == dato
    assert found is None or found.agenda == "eftervaern"


@pytest.mark.parametrize(
    ("agreed", "dato", "kilde"),
    [
        ("2027-03-15", "2027-03-15", "aftalt"),
        ("2027-01-20", "2027-02-11", "eftervaern_uge_1"),  # from before the job
        ("2028-03-01", "2027-02-11", "eftervaern_uge_1"),  # after efterværn
    ],
)
def test_a_day_agreed_within_eftervaern_counts(agreed: str, dato: str, kilde: str) -> None:
    closed = forlob_of(status="lukket", lukket="2027-02-04", eftervaern="2028-02-04")

    assert told(case_of(closed, agreed=agreed), date(2027, 2, 5)) == (dato, kilde, "eftervaern")


@pytest.mark.parametrize("lukket", ["2027-02-04", None])
def test_a_closed_forlob_without_eftervaern_has_no_next_contact(lukket: str | None) -> None:
    closed = forlob_of(status="lukket", lukket=lukket)

    assert due_of(case_of(closed, (("opfolgning", "2027-02-01"),), agreed="2027-03-01")) is None


def test_on_either_side_of_a_new_rule_its_own_number_holds() -> None:
    stricter = Rule("kontakt_senest_dage", "", 21, "dage", date(2027, 3, 1), None, "", own=True)
    rules = merged(RULES.rules, [stricter])

    days = [
        due(case_of(LONG, (STARTED,), reached=(last,)), date(2027, 6, 1), rules, IS_WORKDAY)
        for last in ("2027-02-26", "2027-03-01")
    ]

    assert [found.dato for found in days if found] == ["2027-03-24", "2027-03-22"]


def test_the_plan_after_a_samtale_is_the_day_that_is_due_then() -> None:
    case = case_of(forlob_of(), (STARTED,))

    plan = next_contact(case, "2026-11-09", None, RULES, IS_WORKDAY, "opfolgning")

    assert (plan.dato, plan.kilde) == told(case_of(forlob_of(), (STARTED, ("opfolgning", "2026-11-09"))))[:2]


@pytest.mark.parametrize(("agenda", "dato"), [("opfolgning", "2026-12-18"), ("midtvejs", "2027-01-07")])
def test_a_midtvejs_held_early_plans_no_other(agenda: str, dato: str) -> None:
    plan = next_contact(case_of(forlob_of(), (STARTED,)), "2026-12-08", None, RULES, IS_WORKDAY, agenda)

    assert plan.dato == dato


def test_the_plan_after_an_eftervaern_is_its_next_day() -> None:
    closed = forlob_of(status="lukket", lukket="2027-02-04", eftervaern="2028-02-04")

    plan = next_contact(case_of(closed), "2027-03-04", None, RULES, IS_WORKDAY, "eftervaern")

    assert (plan.dato, plan.kilde) == ("2027-05-04", "eftervaern_maned_3")


STARTS = st.dates(date(2026, 1, 1), date(2029, 1, 1))
LENGTHS = st.none() | st.integers(0, 500)


@st.composite
def open_cases(draw: st.DrawFn) -> tuple[Any, Any]:
    """A forløb, and what makes a case of it by its last contact."""
    start = draw(STARTS)
    length = draw(LENGTHS)
    forlob = forlob_of(
        start.isoformat(),
        (start + timedelta(length)).isoformat() if length is not None else None,
        oprettet=(start - timedelta(draw(st.integers(-60, 60)))).isoformat(),
        interval=draw(st.none() | st.integers(1, 400)),
    )
    held = tuple((agenda, "2025-01-01") for agenda in draw(st.sets(st.sampled_from(["startmode", "midtvejs"]))))
    agreed = draw(st.none() | st.integers(-30, 400))
    day = (start + timedelta(agreed)).isoformat() if agreed is not None else ""
    taet = (((start + timedelta(draw(st.integers(-30, 200)))).isoformat(), draw(st.sampled_from(["ja", "nej"]))),)

    def case(last: date | None) -> Case:
        return case_of(forlob, held, (last.isoformat(),) if last else (), agreed=day, taet=taet if taet else ())

    return forlob, case


@given(made=open_cases(), last=st.none() | st.integers(-40, 600))
def test_an_open_forlob_with_a_start_always_has_one_and_never_later_than_the_backstop(
    made: Any, last: int | None
) -> None:
    forlob, case = made
    day = date.fromisoformat(forlob.start) + timedelta(last) if last is not None else None

    found = due(case(day), date(2040, 1, 1), RULES, IS_WORKDAY)

    assert found is not None
    if day is not None:
        assert day < date.fromisoformat(found.dato) <= day + timedelta(90)


@given(made=open_cases(), first=st.integers(-40, 600), later=st.integers(0, 100))
def test_a_later_contact_never_makes_the_next_one_earlier(made: Any, first: int, later: int) -> None:
    forlob, case = made
    day = date.fromisoformat(forlob.start) + timedelta(first)

    before = due(case(day), date(2040, 1, 1), RULES, IS_WORKDAY)
    after = due(case(day + timedelta(later)), date(2040, 1, 1), RULES, IS_WORKDAY)

    assert before is not None
    assert after is not None
    assert before.dato <= after.dato


@given(made=open_cases(), last=st.integers(-40, 600))
def test_a_day_of_the_rules_is_a_working_day_where_there_is_one(made: Any, last: int) -> None:
    forlob, case = made
    day = date.fromisoformat(forlob.start) + timedelta(last)

    found = due(case(day)._replace(planer=()), date(2040, 1, 1), RULES, IS_WORKDAY)

    assert found is not None
    target = date.fromisoformat(found.dato)
    between = [day + timedelta(n) for n in range(1, (target - day).days + 1)]
    assert IS_WORKDAY(target) or not any(map(IS_WORKDAY, between)) or found.kilde == "forlob.slut"
