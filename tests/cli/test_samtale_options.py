"""What --med, --tillæg, --kort and --grundig settle before the first question."""

import pytest

from building import make_case
from meeting import shipped
from vforlob.actions.drafts import TILLAEG, Changes, new_sitting
from vforlob.actions.sitting import Sitting
from vforlob.cli.samtale_options import said_on_line
from vforlob.errors.use import WrongUse
from vforlob.model.answers import Key
from vforlob.store.store import Store

WHO = Key("samtale", "deltagere")


@pytest.fixture
def sitting(store: Store) -> Sitting:
    return new_sitting(store, shipped(store, "opfolgning"), make_case(store))


def said(sitting: Sitting, med: str = "", tillaeg: str = "", kort: bool = False, grundig: bool = False) -> Changes:
    return said_on_line(sitting, med, tillaeg, kort, grundig)


@pytest.mark.parametrize(
    ("med", "deltagere"),
    [
        ("borger", ("borger", "konsulent")),
        ("borger,virksomhed", ("borger", "leder", "konsulent")),
        ("VIRKSOMHED", ("leder", "konsulent")),
        ("sagsbehandler, borger", ("borger", "sagsbehandler", "konsulent")),
        ("mentor", ("mentor", "konsulent")),
    ],
)
def test_the_parties_named_are_those_who_are_there(sitting: Sitting, med: str, deltagere: tuple[str, ...]) -> None:
    assert said(sitting, med) == {WHO: deltagere}


@pytest.mark.parametrize("med", ["chefen", "borger;virksomhed", ","])
def test_a_party_that_is_none_is_refused_with_those_there_are(sitting: Sitting, med: str) -> None:
    with pytest.raises(WrongUse) as refused:
        said(sitting, med)

    assert "borger, virksomhed, mentor og sagsbehandler" in refused.value.sentences[0]


def test_short_and_thorough_at_once_is_refused(sitting: Sitting) -> None:
    with pytest.raises(WrongUse):
        said(sitting, kort=True, grundig=True)


def test_grundige_points_are_switched_on(sitting: Sitting) -> None:
    assert said(sitting, grundig=True) == {TILLAEG: ("skema", "lille_skridt")}


@pytest.mark.parametrize("typed", ["4", "fremmøde", "fremmode"])
def test_a_point_is_switched_on_by_its_number_or_its_name(sitting: Sitting, typed: str) -> None:
    assert said(sitting, tillaeg=typed) == {TILLAEG: ("fremmode",)}


def test_a_point_that_is_none_is_refused(sitting: Sitting) -> None:
    with pytest.raises(WrongUse):
        said(sitting, tillaeg="Z")
