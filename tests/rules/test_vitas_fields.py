"""What VITAS is given: its fields in order, the remark about hours, and the warnings before the bevilling is there."""

from datetime import date
from typing import Any

import pytest

from vforlob.model.borger import Borger
from vforlob.model.case import Case
from vforlob.model.forlob import Forlob
from vforlob.model.hensyn import Clearance, Hensyn
from vforlob.model.opgave import Opgave
from vforlob.model.timer import Timer
from vforlob.model.virksomhed import Virksomhed
from vforlob.rules.vitas import considerations, fields, remark, warnings

TODAY = date(2026, 11, 20)
FORLOB = Forlob(
    12, 7, 4, "virksomhedspraktik", "2026-11-30", "2027-02-26", 12.5, "optraening", "Flere timer", dage=("man", "ons")
)
FIRST = Timer(1, 7, 12, "2026-11-30", praktik=10)


def case(*timer: Timer, forlob: Forlob = FORLOB, **over: Any) -> Case:
    virksomhed = Virksomhed(4, "Ørbæk & Søn", "25313763", "lager", "Vejle", "Åse", "12 34 56 78", "a@b.dk", "ny")
    return Case(Borger(7, "Æ-7"), forlob, virksomhed, timer=timer)._replace(**over)


def step(day: str, hours: float | None, art: str = "aftalt", ordinaer: float | None = None) -> Timer:
    return Timer(2, 7, 12, day, praktik=hours, ordinaer=ordinaer, art=art)


def test_the_fields_stand_in_the_order_vitas_asks() -> None:
    found = fields(case(FIRST, opgaver=(Opgave(1, 7, 12, "Fejning"), Opgave(2, 7, 12, "Pakkebord"))), "09:00")

    assert [(one.id, one.value) for one in found] == [
        ("virksomhed", "Ørbæk & Søn"),
        ("cvr", "25313763"),
        ("sted", "Vejle"),
        ("kontakt", "Åse"),
        ("telefon", "12 34 56 78"),
        ("email", "a@b.dk"),
        ("medarbejderrepraesentant", ""),
        ("antal_ansatte", ""),
        ("ordning", "Virksomhedspraktik"),
        ("periode", "30. november 2026 - 26. februar 2027"),
        ("timer", "10"),
        ("dage", "mandag og onsdag"),
        ("arbejdstid", "Møder kl. 9"),
        ("opgaver", "Fejning\nPakkebord"),
        ("formal", "Optræning: Flere timer"),
    ]
    assert all(one.value or "spørg virksomheden" in one.missing for one in found)


def test_what_is_missing_says_where_it_is_found() -> None:
    empty = Forlob(12, 7, 4, "virksomhedspraktik")

    found = fields(case(forlob=empty, virksomhed=Virksomhed(4, "Ørbæk")), None)

    lacking = {one.id: one.missing for one in found if not one.value}
    assert set(lacking) >= {"cvr", "kontakt", "periode", "timer", "dage", "arbejdstid", "opgaver", "formal"}
    assert "vforlob virksomhed ret v4" in lacking["cvr"]
    assert "vforlob forløb ret f12" in lacking["formal"]
    assert "vforlob opgave ny f12" in lacking["opgaver"]


@pytest.mark.parametrize(
    ("timer", "hours", "said"),
    [
        ((), "12,5", ""),
        ((FIRST,), "10", ""),
        ((FIRST, step("2026-12-14", 10)), "10", ""),
        (
            (FIRST, step("2026-12-14", 12.5)),
            "12,5",
            "Timetallet stiger undervejs og aftales trin for trin. "
            "Fra 30. november 2026: 10 timer om ugen. Fra 14. december 2026: 12,5 timer om ugen.",
        ),
        (
            (FIRST, step("2027-01-15", 20, "mal")),
            "20",
            "Timetallet stiger undervejs og aftales trin for trin. "
            "Fra 30. november 2026: 10 timer om ugen. Forventet fra 15. januar 2027: 20 timer om ugen.",
        ),
        (
            (FIRST, step("2027-04-01", 20, "mal")),
            "10",
            "Timetallet stiger undervejs og aftales trin for trin. "
            "Fra 30. november 2026: 10 timer om ugen. Målet er, efter forløbet, fra 1. april 2027: 20 timer om ugen.",
        ),
        (
            (step("2026-11-01", 8), FIRST, step("2026-12-14", 4)),
            "4",
            "Timetallet ændrer sig undervejs og aftales trin for trin. "
            "Fra 30. november 2026: 10 timer om ugen. Fra 14. december 2026: 4 timer om ugen.",
        ),
        (
            (FIRST, step("2026-12-14", 10, ordinaer=1)),
            "10",
            "Timetallet stiger undervejs og aftales trin for trin. Fra 30. november 2026: 10 timer om ugen. "
            "Fra 14. december 2026: 10 timer om ugen og 1 time med løn.",
        ),
    ],
)
def test_rising_hours_are_told_in_the_remark_and_the_field_has_those_at_the_end(
    timer: tuple[Timer, ...], hours: str, said: str
) -> None:
    asked = case(*timer)

    assert remark(asked) == said
    assert next(one.value for one in fields(asked, None) if one.id == "timer") == hours


def test_hours_agreed_before_the_first_day_count_from_the_first_day() -> None:
    assert "Fra 30. november 2026: 8 timer" in remark(case(step("2026-11-01", 8), step("2026-12-14", 12)))


@pytest.mark.parametrize(
    ("vitas", "start", "told"),
    [
        (None, "2026-11-30", "Den skal være der før 30. november 2026"),
        ("sendt", "2026-11-30", "status: sendt"),
        ("oprettet", "2026-11-20", "Tal med virksomheden i dag"),
        ("oprettet", "2026-11-01", "Tal med virksomheden i dag"),
        ("afslag", "2026-11-30", "Der er givet afslag"),
        ("underskrevet_arbejdsgiver", None, "må ikke begynde, før den er givet"),
    ],
)
def test_before_the_bevilling_is_there_it_is_said_plainly(vitas: str | None, start: str | None, told: str) -> None:
    assert told in " ".join(warnings(FORLOB._replace(vitas=vitas, start=start), TODAY))


@pytest.mark.parametrize("over", [{"vitas": "bevilget"}, {"art": "lonnede_timer"}, {"art": "fleksjob"}])
def test_where_no_bevilling_is_waited_for_nothing_is_warned_of(over: dict[str, str]) -> None:
    assert warnings(FORLOB._replace(**over), TODAY) == ()


def test_a_closed_forlob_is_said_to_be_closed_whatever_vitas_says() -> None:
    closed = FORLOB._replace(status="lukket", lukket="2026-11-06")

    assert warnings(closed, TODAY) == (
        "Forløbet blev lukket den 6. november 2026. Der skal ikke oprettes noget i VITAS for det.",
    )


PAUSE = Hensyn(1, 7, "Ryg", "Kan ikke stå", "En kort pause", "Godt", hvem=("leder", "vitas"))
MAY = Clearance(1, 1, 12, "vitas", "ma", "2026-11-04")


@pytest.mark.parametrize(
    ("hensyn", "clearance", "stands"),
    [
        (PAUSE, MAY, True),
        (PAUSE, MAY._replace(rolle="leder"), False),
        (PAUSE, MAY._replace(svar="sporg"), False),
        (PAUSE, MAY._replace(svar="ma_ikke"), False),
        (PAUSE, MAY._replace(trukket="2026-11-10"), False),
        (PAUSE, MAY._replace(forlob=13), False),
        (PAUSE, None, False),
        (PAUSE._replace(status="ikke_laengere"), MAY, False),
        (PAUSE._replace(status="trukket", trukket="2026-11-10"), MAY, False),
        (PAUSE._replace(losning=None), MAY, False),
    ],
)
def test_only_what_is_cleared_for_vitas_here_and_is_needed_stands_in_it(
    hensyn: Hensyn, clearance: Clearance | None, stands: bool
) -> None:
    asked = case(FIRST, hensyn=(hensyn,), clearances=(clearance,) if clearance else ())

    assert bool(considerations(asked)) == stands
    assert [one.value for one in fields(asked, None) if one.id == "skanehensyn"] == (["En kort pause"] * stands)
