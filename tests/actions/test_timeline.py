"""What the timeline of a forløb tells."""

import pytest

from building import make_case
from vforlob.actions.timeline import timeline
from vforlob.model.aftale import Aftale
from vforlob.model.case import Case
from vforlob.model.delmal import Delmal
from vforlob.model.hensyn import Clearance, Hensyn
from vforlob.model.kontakt import Fravaer, Fremmode, Kontakt, Taet
from vforlob.model.opgave import Opgave
from vforlob.model.samtale import Samtale
from vforlob.model.timer import Lonkroner, Timer
from vforlob.store.store import Store

DAY = "2026-11-20"


@pytest.fixture
def case(store: Store) -> Case:
    """Nothing but the forløb itself."""
    made = make_case(store)
    return Case(borger=made.borger, forlob=made.forlob, virksomhed=made.virksomhed)


def told(case: Case, *fravaer: Fravaer) -> list[str]:
    own = [event for event in timeline(case, fravaer, {"sha": "Opfølgning"}) if event.art != "forlob"]
    return [f"{event.dato} {event.art} {event.id} {event.tekst}" for event in own]


@pytest.mark.parametrize(
    ("records", "lines"),
    [
        (
            {"samtaler": (Samtale(3, "opfolgning", "sha", 1, 1, DAY, form="besog", status="faerdig"),)},
            [f"{DAY} samtale 3 Opfølgning, besøg"],
        ),
        ({"samtaler": (Samtale(3, "egen", "?", 1, 1, DAY),)}, [f"{DAY} samtale 3 egen (ikke færdig)"]),
        (
            {"kontakter": (Kontakt(2, 1, 1, DAY, "telefon", ("virksomhed", "mentor"), tekst="Alt\nvel"),)},
            [f"{DAY} kontakt 2 Opkald med virksomhed og mentor: Alt vel"],
        ),
        (
            {"kontakter": (Kontakt(2, 1, 1, DAY, "sms", ("borger",), naet="nej"),)},
            [f"{DAY} kontakt 2 Sms med borger, ikke fået fat i"],
        ),
        (
            {"aftaler": (Aftale(5, 1, 1, "Ringe", ("konsulent",), frist="2026-11-27", oprettet=DAY),)},
            [f"{DAY} aftale 5 Aftale: Ringe (konsulent), senest 27/11"],
        ),
        (
            {"aftaler": (Aftale(5, 1, 1, "Ringe", status="bortfaldet", grund="ferie", afsluttet=DAY),)},
            [f"{DAY} aftale 5 Aftale bortfaldet: Ringe. Ferie"],
        ),
        (
            {"delmal": (Delmal(4, 1, 1, specifikt="Møde kl. 9", status="naet", status_dato=DAY),)},
            [f"{DAY} delmal 4 Delmål nået: Møde kl. 9"],
        ),
        (
            {"opgaver": (Opgave(6, 1, 1, "fejning", "selvstaendigt", trin_siden=DAY),)},
            [f"{DAY} opgave 6 Opgave: fejning, selvstændigt"],
        ),
        (
            {"timer": (Timer(7, 1, 1, DAY, praktik=12.5, ordinaer=3),)},
            [f"{DAY} timer 7 Timer om ugen: 12,5 praktik og 3 ordinære"],
        ),
        (
            {"timer": (Timer(7, 1, 1, DAY, praktik=20, art="mal"),)},
            [f"{DAY} timer 7 Mål for timer om ugen: 20 praktik"],
        ),
        (
            {"lonkroner": (Lonkroner(8, 1, 1, DAY, "forhandles", 4),)},
            [f"{DAY} lonkroner 8 Timer med løn: forhandles, 4 timer om ugen"],
        ),
        (
            {"fremmode": (Fremmode(9, 1, 1, til=DAY, aftalt=8, modt=6),)},
            [f"{DAY} fremmode 9 Fremmøde: 8 aftalte dage og 6 mødt"],
        ),
        (
            {"lonkroner": (Lonkroner(8, 1, 1, DAY, "italesat", tekst="Igen til midtvejs"),)},
            [f"{DAY} lonkroner 8 Timer med løn: talt om. Igen til midtvejs"],
        ),
        ({"taet": (Taet(10, 1, 1, DAY, "nej"),)}, [f"{DAY} taet 10 Tæt opfølgning: ophørt"]),
        (
            {"taet": (Taet(10, 1, 1, DAY, "ja", "Morgenerne er svære", "Vi ringer"),)},
            [f"{DAY} taet 10 Tæt opfølgning: ja. Morgenerne er svære. Vi gør: Vi ringer"],
        ),
        (
            {
                "hensyn": (Hensyn(11, 1, losning="pause"),),
                "clearances": (Clearance(12, 11, 1, "leder", "ma", DAY), Clearance(13, 11, 1, "mentor", "sporg", DAY)),
            },
            [f"{DAY} clearance 12 Lederen må vide: pause"],
        ),
    ],
)
def test_each_kind_of_record_has_its_line(case: Case, records: dict[str, tuple[object, ...]], lines: list[str]) -> None:
    assert told(case._replace(**records)) == lines  # type: ignore[arg-type]


def test_absence_stands_among_the_rest(case: Case) -> None:
    assert told(case, Fravaer(1, 1, 1, DAY, "udeblevet", "ringede ikke")) == [
        f"{DAY} fravaer 1 Blev væk uden besked: ringede ikke"
    ]


def test_a_forlob_begins_ends_and_is_closed(case: Case) -> None:
    assert case.forlob is not None
    closed = case._replace(forlob=case.forlob._replace(status="lukket", lukket="2026-12-01", oprettet="2026-10-28"))

    days = [(event.dato, event.tekst) for event in timeline(closed, (), {})]

    assert days == [
        ("2026-10-28", "Forløbet er oprettet"),
        ("2026-11-04", "Første dag"),
        ("2026-12-01", "Forløbet er lukket"),
    ]


def test_only_the_newest_plan_is_the_next_contact(store: Store) -> None:
    made = make_case(store)
    plan = made.planer[-1]
    twice = made._replace(planer=(plan._replace(nr=1, dato="2026-11-25"), plan._replace(nr=2, dato="2026-12-01")))

    assert [event.dato for event in timeline(twice, (), {}) if event.art == "plan"] == ["2026-12-01"]
