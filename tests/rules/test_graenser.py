"""How long a praktik and efterværn may last, on both sides of every limit and of the day the law changes."""

from datetime import date

import pytest
from forlob_days import RULES, TODAY, forlob_of

from vforlob.rules.graenser import limit_warnings
from vforlob.rules.malgrupper import has_short_praktik
from vforlob.rules.rulebook import Rule, merged

MONDAY = "2026-11-02"
NEW_LAW = date(2027, 1, 1)


def warned(slut: str, malgruppe: str | None = "aktivitetsparat", new: str | None = None, start: str = MONDAY) -> str:
    return " ".join(limit_warnings(forlob_of(start, slut), malgruppe, RULES, TODAY, new))


@pytest.mark.parametrize(
    ("malgruppe", "slut", "said"),
    [
        ("dagpengemodtager", "2026-11-29", ""),
        ("dagpengemodtager", "2026-11-30", "4 uger og 1 dag"),
        ("jobparat", "2026-12-06", "er på 5 uger."),
        ("åbenlyst uddannelsesparat", "2026-12-06", "4 uger, og den kan ikke forlænges"),
        ("aktivitetsparat", "2026-12-06", ""),
        ("aktivitetsparat", "2027-01-31", ""),  # 13 weeks to the day
        ("aktivitetsparat", "2027-02-01", "kræver det en konkret vurdering og kan højst blive 26 uger"),
        ("sygedagpengemodtager", "2027-05-02", "konkret vurdering"),  # 26 weeks to the day
        ("aktivitetsparat", "2027-05-03", "et helt særligt behov og højst 13 uger ad gangen"),
        (None, "2026-11-29", ""),
        (None, "2026-12-06", "Målgruppen er ikke skrevet"),
        (None, "2027-02-01", "konkret vurdering"),
    ],
)
def test_a_praktik_beyond_the_limit_of_its_target_group_is_warned_of(
    malgruppe: str | None, slut: str, said: str
) -> None:
    words = warned(slut, malgruppe)

    assert said in words
    assert bool(words) == bool(said)


def test_the_warning_cites_the_rule_and_names_the_last_day_within_it() -> None:
    assert limit_warnings(forlob_of(MONDAY, "2026-12-06"), "jobparat", RULES, TODAY) == (
        "Praktikken er på 5 uger. For målgruppen er grænsen 4 uger, og den kan ikke forlænges"
        " (LAB (lov om en aktiv beskæftigelsesindsats) § 61, stk. 1)."
        " Sidste dag inden for grænsen er den 29. november 2026.",
    )


@pytest.mark.parametrize(
    ("slut", "new", "told_twice"),
    [
        ("2027-01-31", "2027-05-02", False),
        ("2027-05-02", "2027-08-01", False),  # 13 weeks more
        ("2027-05-02", "2027-08-02", True),
        ("2027-01-31", "2027-08-02", True),  # counted from the 26 weeks, not from the old end
        ("2027-08-01", "2027-10-31", False),
        ("2027-08-01", "2027-11-01", True),
    ],
)
def test_an_extension_beyond_twenty_six_weeks_is_at_most_thirteen_at_a_time(
    slut: str, new: str, told_twice: bool
) -> None:
    assert ("ad gangen (LAB" in warned(slut, new=new).partition("Forlængelsen")[2]) == told_twice


@pytest.mark.parametrize(
    "over",
    [{"art": "lontilskud"}, {"art": "fleksjob"}, {"slut": None}, {"start": None}, {"slut": "2026-10-01"}],
)
def test_nothing_is_said_of_what_is_no_praktik_or_has_no_days(over: dict[str, str | None]) -> None:
    forlob = forlob_of(MONDAY, "2028-01-01")._replace(**over)

    assert limit_warnings(forlob, "jobparat", RULES, TODAY) == ()


@pytest.mark.parametrize("day", [date(2026, 12, 31), NEW_LAW, date(2035, 6, 1)])
def test_on_both_sides_of_the_new_law_there_is_a_rule_that_says_it_must_be_checked(day: date) -> None:
    limits = [rule for rule in RULES.in_force(day) if rule.id.startswith(("praktik_", "malgrupper"))]

    assert [rule.id for rule in limits] == [
        *("malgrupper", "malgrupper_kort_praktik"),
        *("praktik_ekstra_uger", "praktik_forlaenget_uger", "praktik_kort_uger", "praktik_uger"),
    ]
    assert all("1. januar 2027" in rule.source and "LAB" in rule.cited for rule in limits)
    assert limit_warnings(forlob_of(MONDAY, "2028-01-01"), "jobparat", RULES, day)


@pytest.mark.parametrize(
    ("start", "today", "words"),
    [
        ("2026-12-07", TODAY, "4 uger"),
        ("2027-01-04", TODAY, "6 uger"),  # the law of its first day, while that is ahead
        ("2026-12-07", NEW_LAW, "6 uger"),  # and of today once it runs
    ],
)
def test_the_new_numbers_are_a_file_and_no_change_of_code(start: str, today: date, words: str) -> None:
    new = [
        Rule("praktik_kort_uger", "", 6, "uger", NEW_LAW, None, "Ny lov § 9", own=True),
        Rule("malgrupper_kort_praktik", "", "jobklar, jobparat", "ord", NEW_LAW, None, "Ny lov § 2", own=True),
    ]

    said = limit_warnings(forlob_of(start, "2027-06-01"), "jobparat", merged(RULES.rules, new), today)

    assert f"grænsen {words}" in said[0]


@pytest.mark.parametrize(
    ("malgruppe", "short"),
    [
        ("Dagpengemodtager", True),
        ("a-dagpenge", True),
        ("JOBPARAT kontanthjælpsmodtager", True),
        ("kontanthjælp, jobparat", True),
        ("uddannelsesparat", True),
        ("forsikret ledig", True),
        ("sygedagpengemodtager", False),
        ("aktivitetsparat", False),
        ("ikke jobparat", False),
        ("ikke uddannelsesparat", False),
        ("", False),
        (None, False),
    ],
)
def test_a_target_group_is_known_by_how_its_words_begin(malgruppe: str | None, short: bool) -> None:
    assert has_short_praktik(malgruppe, RULES, TODAY) is short


@pytest.mark.parametrize(
    ("lukket", "eftervaern", "said"),
    [
        ("2027-02-04", "2028-02-04", ""),
        ("2027-02-04", "2028-02-05", "Sidste dag er den 4. februar 2028."),
        ("2028-02-29", "2029-02-28", ""),
        ("2028-02-29", "2029-03-01", "højst 12 måneder efter jobbets første dag (Teknologisk Institut"),
        ("2027-02-04", None, ""),
    ],
)
def test_eftervaern_is_at_most_twelve_months(lukket: str, eftervaern: str | None, said: str) -> None:
    closed = forlob_of(slut=None, status="lukket", lukket=lukket, eftervaern=eftervaern)

    words = " ".join(limit_warnings(closed, "jobparat", RULES, TODAY))

    assert said in words
    assert bool(words) == bool(said)
