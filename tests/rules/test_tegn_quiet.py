"""Where everything is in place no sign stands, and what is switched off in the rules stands for nobody."""

import pytest
from signed import FORLOB, day, facts, found, our_rules

from vforlob.rules.rulebook import RuleBook


@pytest.mark.parametrize("today", [-3, 0, 1, 6, 8, 13, 20, 27, 28, 40, 44])
def test_a_well_kept_forlob_has_no_sign(today: int) -> None:
    assert found(facts(today), today) == {}


def test_a_kommune_that_lets_a_rule_end_has_no_such_sign() -> None:
    ours = our_rules()
    off = RuleBook(
        tuple(
            rule._replace(valid_to=rule.valid_from) if rule.id == "tegn_uden_opgaver_dage" else rule
            for rule in ours.rules
        )
    )

    it = facts(9, opgaver=())

    assert "opgaver_mangler" in found(it, 9, ours)
    assert "opgaver_mangler" not in found(it, 9, off)


def test_a_closed_forlob_has_none_of_the_signs_of_an_open_one() -> None:
    closed = FORLOB._replace(status="lukket", lukket=day(40), udfald="job")

    assert set(found(facts(60, forlob=closed, kontakter=()), 60)) == {"laering_mangler", "afsluttende_samtale_mangler"}


def test_a_borger_without_a_forlob_can_have_signs_too() -> None:
    it = facts(-5, forlob=None, delmal=(), taet=())

    assert list(found(it, -5)) == ["taet_ikke_vurderet", "delmal_mangler"]
