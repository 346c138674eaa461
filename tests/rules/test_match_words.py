"""What fits what: words of a wish, towns and postnumre, hensyn and the frames of a place, hours of an opening."""

import pytest

from matching import TODAY, pause, place, seeker
from vforlob.model.jobabning import Jobabning
from vforlob.model.onske import Koordinering
from vforlob.rules.match.hensyn import met
from vforlob.rules.match.nearness import ELSEWHERE, NEIGHBOUR, SAME, UNKNOWN, nearness, read_places
from vforlob.rules.match.openings import read_opening, still_open
from vforlob.rules.match.words import Index, fits, fitting, spelt, words


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("lager", "lageret"),
        ("lager", "lagerarbejde"),
        ("butik", "butikker"),
        ("butik", "tojbutik"),
        ("butikker", "tojbutik"),
        ("gartner", "gartneri"),
        ("bager", "bageri"),
        ("maler", "malerfirma"),
        ("vaerksted", "autovaerksted"),
        ("it", "it"),
        ("pause", "pauser"),
    ],
)
def test_words_that_fit_each_other_either_way(one: str, other: str) -> None:
    assert fits(one, other)
    assert fits(other, one)
    assert fitting([one], Index([other])) == {other: one}


@pytest.mark.parametrize(
    ("one", "other"),
    [("have", "bornehave"), ("it", "italiensk"), ("bil", "billedskole"), ("kontor", "kontrol"), ("dyr", "dyrt")],
)
def test_words_that_only_look_alike_do_not_fit(one: str, other: str) -> None:
    assert not fits(one, other)
    assert not fits(other, one)


def test_words_are_folded_once_each_and_without_those_that_say_nothing() -> None:
    assert words("Gerne noget med ÆBLER, på køkken/Køkken (og æbler)") == ("aebler", "kokken")
    assert spelt("Køkken på Ålborg")["kokken"] == "Køkken"


@pytest.mark.parametrize(
    ("wished", "stands", "near"),
    [
        ("8200 Aarhus N", "8000 Århus C", SAME),
        ("Aarhus", "Søndergade 4, 8000 Aarhus C", SAME),
        ("8210", "8210", SAME),
        ("8200-8260", "8230 Åbyhøj", SAME),
        ("8200", "8220", NEIGHBOUR),
        ("8200", "8221", ELSEWHERE),
        ("8260", "8200-8250", NEIGHBOUR),
        ("Aarhus eller Randers", "Randers", SAME),
        ("Aarhus", "Odense", ELSEWHERE),
        ("Nykøbing F., 4800", "Havnevej, Nykøbing F.", SAME),
        ("Nykøbing F", "Nykøbing M", ELSEWHERE),
        ("8200", "Odense", UNKNOWN),
        ("", "Odense", UNKNOWN),
        ("Aarhus", None, UNKNOWN),
        ("Aarhus", "0000", UNKNOWN),
    ],
)
def test_near_is_by_town_and_postnummer_and_never_guessed(wished: str, stands: str | None, near: str) -> None:
    assert nearness(read_places(wished), read_places(stands), 20) == near
    assert nearness(read_places(stands), read_places(wished), 20) == near


def test_a_hensyn_is_known_by_what_the_place_has_said() -> None:
    known, unknown = met((pause(),), place(1, rammer=("Vi holder pauser, når man har brug for det",)))

    assert [(one.own, one.said) for one in known] == [
        ("en kort pause hver anden time", "Vi holder pauser, når man har brug for det")
    ]
    assert unknown == ()


def test_a_hensyn_is_known_by_what_worked_there_and_only_her_own_words_are_said() -> None:
    known, _ = met((pause(),), place(1, losninger=("pause kl. 10, for hendes ryg",)))

    assert [(one.own, one.said) for one in known] == [("en kort pause hver anden time", "")]


def test_common_words_make_no_hensyn_known() -> None:
    known, unknown = met((pause(),), place(1, rammer=("Fast tid hver dag", "kort vej til bussen")))

    assert (known, unknown) == ((), ("en kort pause hver anden time",))


@pytest.mark.parametrize("over", [{"status": "ikke_laengere"}, {"trukket": "2026-11-01"}, {"losning": "", "behov": ""}])
def test_a_hensyn_that_no_longer_counts_is_no_need(over: dict[str, str]) -> None:
    assert met((pause(**over),), place(1, rammer=("pauser",))) == ((), ())


@pytest.mark.parametrize(
    ("frist", "status", "is_open"),
    [(None, "aben", True), ("2026-11-20", "aben", True), ("2026-11-19", "aben", False), (None, "besat", False)],
)
def test_an_opening_is_open_up_to_its_last_day(frist: str | None, status: str, is_open: bool) -> None:
    opening = Jobabning(3, 1, "kasse", frist=frist, status=status)

    assert bool(still_open([opening], TODAY)) is is_open


@pytest.mark.parametrize(("timer", "slut", "told"), [(20.0, 20.0, 0), (20.5, 20.0, 1), (37.0, None, 1), (None, 8.0, 0)])
def test_more_hours_than_wished_speak_against(timer: float | None, slut: float | None, told: int) -> None:
    found = read_opening(Jobabning(3, 1, "kasse", timer), seeker("butik", start=8.0, slut=slut), TODAY)

    assert len(found.con) == told


def test_without_a_wish_for_hours_nothing_is_said_of_them() -> None:
    assert read_opening(Jobabning(3, 1, "kasse", 37.0), seeker("butik"), TODAY).con == ()


@pytest.mark.parametrize(
    ("opgaver", "clashes"),
    [
        ("Kasse tirsdag kl. 9-12", True),
        ("Kasse mandag kl. 8-10 og tirsdag kl. 11-14", True),
        ("Kasse tirsdag kl. 12-15", False),
        ("Kasse tirsdag", False),
        ("Kasse onsdag kl. 10-12", False),
    ],
)
def test_fixed_times_of_an_opening_are_held_against_what_has_to_be_coordinated(opgaver: str, clashes: bool) -> None:
    who = seeker("butik", koordinering=(Koordinering(1, 7, "Fysioterapi", "tirsdag kl. 10-12"),))

    found = read_opening(Jobabning(3, 1, opgaver), who, TODAY).con

    assert found == (("jobåbning 3 falder sammen: kan ikke tirsdag kl. 10-12",) if clashes else ())
