"""Targets, the months they are for, and how figures are said: by table at the edges."""

from datetime import date
from typing import Any

import pytest

from vforlob.errors.maltal import BadMonth
from vforlob.model.accounts import Maltal, Maned
from vforlob.model.linje import BorgerLinje, Linje
from vforlob.rules.kept_months import GONE, KEPT_FROM_GONE, corrected, frozen
from vforlob.rules.maltal import BUILT_IN, Kept, built_in_named, kept_figures, kept_name, names_of, own_parts, target_of
from vforlob.rules.maltal_cases import borger_case, forlob_case
from vforlob.rules.maltal_development import developed
from vforlob.rules.maltal_names import broken_name
from vforlob.rules.maltal_share import share
from vforlob.rules.months_typed import AHEAD, BEHIND, month_in_short, months_back, months_from, read_month
from vforlob.rules.rulebook import Rule, RuleBook

RULES = RuleBook((Rule("kontakt_start_uger", "", 4, "uger", date(2000, 1, 1), None, ""),))
TODAY = date(2026, 11, 20)
NOV = "2026-11"


@pytest.mark.parametrize(("mal", "faktisk", "missing"), [(9, 6, 3), (9, 9, 0), (9, 12, 0), (0, 0, 0), (12.5, 8, 4.5)])
def test_what_is_missing_is_never_less_than_nothing(mal: float, faktisk: float, missing: float) -> None:
    found = target_of("igang", NOV, Maltal(7, NOV, "igang", mal), faktisk, (), None)

    assert (found.nr, found.antal, found.faktisk, found.mangler) == (7, mal, faktisk, missing)


def test_without_a_target_what_stands_now_and_before_is_still_told() -> None:
    found = target_of("cv", NOV, None, 5.0, (Kept("2026-10", 4, 5), Kept("2026-09", 3)), None)

    assert (found.antal, found.mangler, found.faktisk) == (None, None, 5.0)
    assert found.before == (("2026-10", 5), ("2026-09", 3))


@pytest.mark.parametrize("typed", ["igang", "IGANG", "i gang", "i_gang", "I gang i forløb", "i gang i forloeb"])
def test_a_figure_is_known_however_it_is_spelt(typed: str) -> None:
    found = built_in_named(typed)

    assert found is not None
    assert found.navn == "igang"


def test_own_targets_come_after_those_of_the_program_and_once() -> None:
    rows = [Maltal(1, NOV, "Unge"), Maltal(2, NOV, "cv"), Maltal(3, "2026-12", "unge"), Maltal(4, NOV, "Job")]

    assert names_of(rows) == (*BUILT_IN, "Unge", "Job")


def test_an_own_figure_is_kept_under_its_name_and_its_filter() -> None:
    kept = kept_name("Unge", "målgruppe = unge")
    months = {NOV: {kept: Maned(1, NOV, kept, 3, 1)}, "2026-10": {"igang": Maned(2, "2026-10", "igang", 8)}}

    assert own_parts(kept) == ("Unge", "målgruppe = unge")
    assert kept_figures("UNGE", months) == (Kept(NOV, 3, 4),)
    assert kept_figures("igang", months) == (Kept("2026-10", 8),)


def test_another_filter_changes_no_month_that_has_ended() -> None:
    old, new = kept_name("Unge", "cv = ja"), kept_name("Unge", "cv = nej")
    known = {row.navn: row._replace(nr=nr) for nr, row in enumerate(frozen(NOV, {"igang": 9, old: 4}, 0), 1)}

    assert corrected(NOV, known, {"igang": 9, new: 7}, 0) == []
    assert [(row.navn, row.rettelse) for row in corrected(NOV, known, {"igang": 9, old: 5}, 0)] == [(old, 1)]


def test_an_own_figure_stands_when_somebody_it_counted_is_deleted() -> None:
    own = kept_name("Unge", "cv = ja")
    known = {row.navn: row._replace(nr=nr) for nr, row in enumerate(frozen(NOV, {"igang": 9, own: 4}, 0), 1)}

    rows = corrected(NOV, known, {"igang": 8, own: 3}, 2)

    assert {row.navn: row.rettelse for row in rows} == {GONE: 2, KEPT_FROM_GONE + "igang": 1, KEPT_FROM_GONE + own: 1}


def test_a_figure_that_the_program_did_not_have_then_is_no_correction() -> None:
    known = {row.navn: row._replace(nr=nr) for nr, row in enumerate(frozen(NOV, {"igang": 9}, 0), 1)}

    assert corrected(NOV, known, {"igang": 9, "delmal": 5}, 0) == [Maned(0, NOV, "delmal", 5.0)]


@pytest.mark.parametrize(
    ("typed", "ahead", "behind"),
    [
        ("2026-12", "2026-12", "2026-12"),
        ("12/2026", "2026-12", "2026-12"),
        ("12-26", "2026-12", "2026-12"),
        ("december", "2026-12", "2025-12"),
        ("dec", "2026-12", "2025-12"),
        ("Januar", "2027-01", "2026-01"),
        ("november", "2026-11", "2026-11"),
        ("maj 2027", "2027-05", "2027-05"),
        ("1", "2027-01", "2026-01"),
        ("næste måned", "2026-12", "2026-12"),
        ("denne", "2026-11", "2026-11"),
        ("sidste måned", "2026-10", "2026-10"),
    ],
)
def test_a_month_is_read_as_it_is_typed(typed: str, ahead: str, behind: str) -> None:
    assert (read_month(typed, TODAY, AHEAD), read_month(typed, TODAY, BEHIND)) == (ahead, behind)


@pytest.mark.parametrize(
    "typed",
    ["", "13", "0", "2026", "2026-13", "99999-12", "1/1-2026", "32/11", "nov nov", "xx", "٣", "2026-1-1", "1826-11"],
)
def test_what_is_no_month_is_refused_with_an_example(typed: str) -> None:
    with pytest.raises(BadMonth) as fault:
        read_month(typed, TODAY, AHEAD)

    assert "2026-12" in fault.value.sentence


@pytest.mark.parametrize(
    ("maned", "count", "found"),
    [("2026-11", 2, "2027-01"), ("2026-01", -1, "2025-12"), ("2026-12", 24, "2028-12"), ("2028-02", 0, "2028-02")],
)
def test_months_go_over_the_year(maned: str, count: int, found: str) -> None:
    assert months_from(maned, count) == found


def test_months_side_by_side_end_with_the_one_asked_for() -> None:
    assert months_back("2027-01", 3) == ("2026-11", "2026-12", "2027-01")
    assert (month_in_short("2026-12", "2027-01"), month_in_short("2026-12", "2026-11")) == ("dec 26", "dec")


def test_the_development_leaves_out_months_before_the_first_and_ends_with_now() -> None:
    months = {"2026-10": {"igang": Maned(1, "2026-10", "igang", 11, 1)}}

    found = developed(months, NOV, 6, {"igang": 9.0})

    assert found.maneder == ("2026-10", NOV)
    assert found.now
    assert found.only(["igang"]).lines[0].tal == (Kept("2026-10", 11, 12), Kept(NOV, 9.0))


@pytest.mark.parametrize(
    ("part", "whole", "said"),
    [
        (4, 7, "4 af 7"),
        (0, 19, "0 af 19"),
        (15, 20, "15 af 20 (75 %)"),
        (1, 24, "1 af 24 (4 %)"),
        (5, 40, "5 af 40 (13 %)"),
        (0, 0, "0 af 0"),
    ],
)
def test_under_twenty_there_is_no_percentage(part: float, whole: float, said: str) -> None:
    assert share(part, whole) == said


@pytest.mark.parametrize(
    ("navn", "says"),
    [
        ("Klar til job", ""),
        ("Unge 18-24", ""),
        ("x" * 31, "højst være på 30"),
        ("123", "mindst et bogstav"),
        ("a:b", "»:«"),
        ("a=b", "»=«"),
        ("B-2 i job", "alias eller navn"),
        ("b 2 i job", "alias eller navn"),
        ("Åse i job", "alias eller navn"),
        ("Aase i job", "alias eller navn"),
        ("Åses job", "alias eller navn"),
        ("B-22 i job", ""),
        ("Åsen", ""),
    ],
)
def test_a_target_is_called_nothing_that_names_somebody(navn: str, says: str) -> None:
    sentence = broken_name(navn, ("B-2", "Åse"))

    assert (says in sentence) if says else sentence == ""


FORLOB = Linje(12, 7, 4, "virksomhedspraktik", "aben", "2026-10-14")


@pytest.mark.parametrize(
    ("over", "branche", "says"),
    [
        (
            {"sidste_virksomhed": "2026-11-01", "sidste_borger": "2026-11-18"},
            "Detail",
            "Praktik i detail, uge 6: ingen",
        ),
        ({"sidste_virksomhed": "2026-11-01"}, None, "ingen kontakt med virksomheden i 19 dage"),
        ({"sidste_virksomhed": "2026-11-13", "sidste_borger": "2026-11-13"}, None, "der er ikke talt om løn endnu"),
        ({}, "Ørbæk & Søn", "Praktik, uge 6: ingen kontakt med nogen af parterne i 37 dage"),
        ({"senest": "2026-11-17"}, None, "opfølgningen er 3 dage over tid"),
        ({"senest": "2026-11-20", "lonkroner": "aftalt", "slut": "2026-11-19"}, None, "passeret for 1 dag siden"),
        ({"slut": "2026-11-30", "lonkroner": "aftalt"}, None, "slutter om 10 dage"),
        ({"start": "2026-11-21"}, None, "ikke begyndt: begynder om 1 dag."),
        ({"start": None}, None, "ikke begyndt: uden startdato."),
        ({"status": "lukket", "lukket": "2026-11-10"}, None, "afsluttet: sluttede for 10 dage siden."),
        ({"start": "2026-11-16", "taet": "ja", "frist": "2026-11-18"}, None, "2 dage over fristen og følges tæt"),
        ({"start": "2026-11-16"}, None, "uge 1: alt er til tiden."),
    ],
)
def test_a_case_is_told_by_facts_that_name_nobody(over: dict[str, Any], branche: str | None, says: str) -> None:
    found = forlob_case(FORLOB._replace(**over), branche, TODAY, RULES)

    assert found.number == "f12"
    assert says in found.tekst
    assert "12" not in found.tekst.replace("2026", "")
    assert "Ørbæk" not in found.tekst


def test_a_borger_without_a_forlob_is_a_case_too() -> None:
    line = BorgerLinje(7, parathed="taet_pa", henvist="2026-11-02")

    found = borger_case(line, TODAY)

    assert found.number == "b7"
    assert found.tekst == (
        "Borger uden forløb: henvist for 18 dage siden, ingen kontakt endnu, intet næste skridt er aftalt og det står"
        " ikke, hvad der skal til."
    )
