"""Speaking less often is proposed after two stable opfølgninger, and only then."""

from datetime import date
from typing import Any

import pytest
from forlob_days import RULES, case_of, forlob_of

from vforlob.model.answers import Key
from vforlob.model.kontakt import Fravaer, Fremmode
from vforlob.rules.step_down import step_down

TODAY = date(2027, 3, 1)
LONG = forlob_of("2026-11-04", "2027-11-03")
HELD = (("opfolgning", "2027-01-04"), ("opfolgning", "2027-02-01"), ("opfolgning", "2027-03-01"))
GOOD = (5, 4)


def said(*scores: tuple[Any, Any]) -> dict[int, dict[Key, Any]]:
    return {
        nr: {Key("hvordan_gar_det", "borger"): borger, Key("hvordan_gar_det", "virksomhed"): virksomhed}
        for nr, (borger, virksomhed) in enumerate(scores, 1)
    }


def test_two_stable_ones_in_a_row_are_named_with_the_step() -> None:
    case = case_of(LONG, HELD)

    assert step_down(case, said((2, 2), GOOD, GOOD), TODAY, RULES) == (
        "De seneste 2 opfølgninger (1/2 og 1/3) gik godt for både borger og virksomhed."
        " Overvej at tale sammen sjældnere: fra 30 dage til 45 imellem."
    )


@pytest.mark.parametrize(("interval", "proposed"), [(14, "fra 14 dage til 30"), (30, "til 45"), (45, ""), (60, "")])
def test_the_step_is_to_monthly_first_and_never_beyond_the_rule(interval: int, proposed: str) -> None:
    found = step_down(case_of(LONG._replace(interval=interval), HELD), said(GOOD, GOOD, GOOD), TODAY, RULES)

    assert proposed in found
    assert bool(found) == bool(proposed)


@pytest.mark.parametrize(
    ("change", "scores"),
    [
        ({}, (GOOD, GOOD, (5, 3))),
        ({}, (GOOD, (5, None), GOOD)),
        ({"samtaler": 0}, ()),
        ({"samtaler": 1}, (GOOD,)),
        ({"taet": "ja"}, (GOOD, GOOD, GOOD)),
        ({"taet": "obs"}, (GOOD, GOOD, GOOD)),
        ({"forlob": {"status": "lukket"}}, (GOOD, GOOD, GOOD)),
        ({"forlob": {"slut": "2027-03-15"}}, (GOOD, GOOD, GOOD)),  # two weeks before the end
        ({"forlob": {"start": "2027-02-08"}}, (GOOD, GOOD, GOOD)),  # still in the first weeks
        ({"fremmode": 1}, (GOOD, GOOD, GOOD)),
        ({"fravaer": "udeblevet"}, (GOOD, GOOD, GOOD)),
    ],
)
def test_nothing_is_proposed_where_anything_is_open(change: dict[str, Any], scores: tuple[Any, ...]) -> None:
    forlob = LONG._replace(**change.get("forlob", {}))
    case = case_of(forlob, HELD, taet=((("2027-01-01", change["taet"]),) if "taet" in change else ()))
    if "samtaler" in change:
        case = case._replace(samtaler=case.samtaler[: change["samtaler"]])
    if "fremmode" in change:
        case = case._replace(fremmode=(Fremmode(1, 7, 12, til="2027-03-01", udeblevet=1),))
    away = (Fravaer(1, 7, 12, "2027-02-10", change["fravaer"]),) if "fravaer" in change else ()

    assert step_down(case, said(*scores), TODAY, RULES, away) == ""


def test_absence_with_a_message_or_from_before_does_not_count() -> None:
    away = (Fravaer(1, 7, 12, "2027-02-10", "syg"), Fravaer(2, 7, 12, "2027-01-31", "udeblevet"))

    assert step_down(case_of(LONG, HELD), said(GOOD, GOOD, GOOD), TODAY, RULES, away)
