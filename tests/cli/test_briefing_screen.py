"""The screen before a samtale: whole at 80 columns, whole at 40, and nothing on it that was not said."""

from datetime import date

import pytest

from vforlob.actions.briefing import make_briefing
from vforlob.cli.briefing_screen import begin_lines, briefing_lines, thorough_lines
from vforlob.cli.layout import columns
from vforlob.model.aftale import Aftale
from vforlob.model.agenda import Agenda, Punkt
from vforlob.model.borger import Borger
from vforlob.model.case import Case
from vforlob.model.delmal import Delmal
from vforlob.model.forlob import Forlob
from vforlob.model.hensyn import Clearance, Hensyn
from vforlob.model.kontakt import Kontakt, Taet
from vforlob.model.opgave import Opgave
from vforlob.model.samtale import Samtale
from vforlob.model.timer import Timer
from vforlob.model.virksomhed import Virksomhed

TODAY = date(2026, 11, 20)
PUNKTER = (*(Punkt(str(n), "", "tekst", str(n)) for n in range(1, 11)), Punkt("a", "", "tekst", "A", appendix=True))


def agenda(name: str = "opfolgning", title: str = "Opfølgning", concerns: str = "forlob") -> Agenda:
    return Agenda(name, title, "1", "", concerns, (), PUNKTER, "sha")


FULL = Case(
    Borger(7, "Æ-7"),
    Forlob(12, 7, 4, "virksomhedspraktik", start="2026-11-04", slut="2027-02-02"),
    Virksomhed(4, "Ørbæk & Søn"),
    hensyn=(
        Hensyn(1, 7, hensyn="ryg", losning="En kort pause hver anden time"),
        Hensyn(2, 7, losning="Møder kl. 9"),
        Hensyn(3, 7, losning="Ikke i telefonen"),
        Hensyn(4, 7, losning="Gammelt", status="ikke_laengere"),
    ),
    clearances=(
        Clearance(1, 1, 12, "leder", "ma"),
        Clearance(2, 1, 12, "mentor", "ma"),
        Clearance(3, 1, 12, "vitas", "sporg"),
        Clearance(4, 2, 12, "leder", "sporg"),
        Clearance(5, 3, 12, "leder", "ma", trukket="2026-11-10"),
    ),
    opgaver=(
        Opgave(1, 7, 12, "Fejning", "selvstaendigt", trin_siden="2026-11-09"),
        Opgave(2, 7, 12, "aflæsning", "selvstaendigt", trin_siden="2026-11-09"),
        Opgave(3, 7, 12, "Oprydning", "selvstaendigt", trin_siden="2026-11-04"),
        Opgave(4, 7, 12, "Pakkebord", "med_hjaelp"),
    ),
    aftaler=(
        Aftale(
            1,
            7,
            12,
            "Prøvetur med linje 42 og tilbage igen med den sene bus",
            ("borger", "konsulent"),
            frist="2026-11-27",
        ),
        Aftale(2, 7, 12, "Sætte ind i pakkebordet", ("virksomhed",), frist="2026-11-13"),
        Aftale(3, 7, 12, "Gjort for længst", ("virksomhed",), frist="2026-11-01", status="gjort"),
    ),
    delmal=(
        Delmal(1, 7, 12, specifikt="Møde kl. 9 tre dage om ugen", frist="2026-11-30"),
        Delmal(2, 7, 12, specifikt="Tage bussen alene", status="naet", status_dato="2026-11-12"),
    ),
    timer=(
        Timer(1, 7, 12, "2026-11-04", praktik=10, ordinaer=0),
        Timer(2, 7, 12, "2026-11-11", praktik=12.5, ordinaer=2),
        Timer(3, 7, 12, "2026-12-01", praktik=15),
        Timer(4, 7, 12, "2027-01-15", praktik=20, art="mal"),
    ),
    kontakter=(Kontakt(1, 7, 12, "2026-11-09", "telefon"), Kontakt(2, 7, 12, "2026-11-18", "telefon", naet="nej")),
    taet=(Taet(1, 7, 12, "2026-10-28", "ja", "Vi tales ved hver uge"),),
    samtaler=(Samtale(1, "startmode", "x", 7, 12, "2026-11-05", status="faerdig"),),
)


def painted(case: Case, width: int, drawn: bool = True, given: Agenda | None = None) -> list[str]:
    return briefing_lines(make_briefing(case, given or agenda(), TODAY), width, drawn)


def test_the_briefing_at_80_columns() -> None:
    assert painted(FULL, 80) == [
        " Kun til dig · Opfølgning f12 · Æ-7 hos Ørbæk & Søn · uge 3 af 13",
        "",
        " Det er lykkedes     Fejning og aflæsning klares selvstændigt (nyt siden sidst)",
        "                     Oprydning klares selvstændigt",
        "                     Delmål nået: Tage bussen alene",
        " Sidst               mandag den 9. november, opkald (11 dage siden)",
        " Åbne aftaler        Sætte ind i pakkebordet ...... virksomhed  13/11  over tid",
        "                     Prøvetur med linje 42 og",
        "                     tilbage igen med den sene",
        "                     bus .......................... borger, dig 27/11",
        " Delmål              Møde kl. 9 tre dage om ugen .. 30/11",
        " Timer               12,5 praktik · 2 ordinære · mål 20 den 15/1-27 · ▆█",
        " Hensyn, afklaret    Leder og mentor: En kort pause hver anden time",
        " Spørg først         En kort pause hver anden time (VITAS)",
        "                     Møder kl. 9",
        " Må ikke nævnes      Ikke i telefonen",
        " Tæt opfølgning      Ja, siden 28/10. Vi tales ved hver uge",
    ]


def test_the_briefing_at_40_columns_says_the_same() -> None:
    wide, narrow = (" ".join(" ".join(painted(FULL, width, drawn=False)).split()) for width in (80, 40))

    for text in ("Kun til dig", "Fejning og aflæsning", "mandag den 9. november", "Sætte ind i pakkebordet", "før 10"):
        assert text in wide
        assert text in narrow


@pytest.mark.parametrize("width", [20, 40, 59, 60, 80, 100])
def test_no_line_is_wider_than_the_screen(width: int) -> None:
    briefing = make_briefing(FULL, agenda(), TODAY)

    lines = [*briefing_lines(briefing, width), *begin_lines(briefing, width, shared_next=True)]

    assert max(map(len, lines)) <= max(width, 28)


def test_a_case_with_nothing_in_it_is_still_a_screen() -> None:
    case = Case(Borger(7, "Æ-7"), Forlob(12, 7, 4, "virksomhedspraktik"), Virksomhed(4, "Ørbæk & Søn"))

    assert painted(case, 80) == [
        " Kun til dig · Opfølgning f12 · Æ-7 hos Ørbæk & Søn",
        "",
        " Sidst               ingen kontakt endnu",
    ]


def test_before_a_forlob_the_borger_alone_is_named() -> None:
    lines = painted(Case(Borger(7, "Æ-7")), 80, given=agenda("formode", "Formøde", "borger"))

    assert lines[0] == " Kun til dig · Formøde b7 · Æ-7"


@pytest.mark.parametrize(
    ("held", "reason", "line"),
    [
        ("2026-10-28", None, " Formøde             holdt onsdag den 28. oktober"),
        (None, "Pladsen var ledig nu", " Formøde             ikke holdt: Pladsen var ledig nu"),
        (None, None, " Formøde             ikke holdt"),
    ],
)
def test_a_startmode_says_whether_the_formode_was_held(held: str | None, reason: str | None, line: str) -> None:
    samtaler = (Samtale(1, "formode", "x", 7, None, held, status="faerdig"),) if held else ()
    forlob = Forlob(12, 7, 4, "virksomhedspraktik", uden_formode=reason)
    case = Case(Borger(7, "Æ-7"), forlob, Virksomhed(4, "Ørbæk & Søn"), samtaler=samtaler)

    assert line in painted(case, 80, given=agenda("startmode", "Startmøde"))


@pytest.mark.parametrize(
    ("start", "slut", "shown"),
    [
        ("2026-11-20", "2027-02-18", "uge 1 af 13"),
        ("2026-11-14", None, "uge 1"),
        ("2026-11-13", None, "uge 2"),
        ("2026-11-21", "2027-02-18", ""),
    ],
)
def test_the_week_counts_from_the_first_day(start: str, slut: str | None, shown: str) -> None:
    forlob = Forlob(12, 7, 4, "virksomhedspraktik", start=start, slut=slut)

    title = painted(Case(Borger(7, "Æ-7"), forlob, Virksomhed(4, "Ørbæk & Søn")), 80)[0]

    assert title == " Kun til dig · Opfølgning f12 · Æ-7 hos Ørbæk & Søn" + (f" · {shown}" if shown else "")


def test_a_hensyn_nobody_has_decided_on_here_is_asked_about_first() -> None:
    lines = painted(FULL._replace(clearances=()), 80)

    assert " Spørg først         En kort pause hver anden time" in lines
    assert not any(line.startswith(" Hensyn, afklaret") for line in lines)


def test_what_was_typed_over_several_lines_stays_in_its_column() -> None:
    aftale = Aftale(1, 7, 12, "Ringe\nog\tskrive", ("virksomhed",), frist="2026-11-13")

    lines = painted(FULL._replace(aftaler=(aftale,)), 80)

    assert " Åbne aftaler        Ringe og skrive .............. virksomhed  13/11  over tid" in lines


def test_the_last_lines_say_who_sees_the_next_screen() -> None:
    briefing = make_briefing(FULL, agenda(), TODAY)

    assert begin_lines(briefing, 80, shared_next=True) == [
        "",
        " 10 punkter. Når du trykker Enter, kan alle se skærmen.",
        " Enter begynder   q senere",
    ]
    assert "kun er til dig" in begin_lines(briefing, 80, shared_next=False)[1]


def test_a_begun_samtale_says_when_and_leaves_out_what_is_settled() -> None:
    open_ones = [aftale.nr for aftale in FULL.aftaler if aftale.status == "aben"]
    briefing = make_briefing(FULL, agenda(), TODAY, "2026-11-20T13:05", {open_ones[0]})

    lines = briefing_lines(briefing, 80)

    assert any(line.split() == ["Begyndt", "i", "dag", "kl.", "13.05,", "ikke", "færdig", "endnu"] for line in lines)
    assert [aftale.nr for aftale in briefing.aftaler] == [nr for nr in open_ones if nr != open_ones[0]]


def test_one_key_takes_the_grundige_points_where_there_are_any() -> None:
    briefing = make_briefing(FULL, agenda(), TODAY)

    assert begin_lines(briefing, 80, shared_next=False, thorough=True)[-1] == " Enter begynder   g grundig   q senere"
    assert thorough_lines("I har ikke talt sammen før.", 80) == [
        " Grundig (g) er foreslået: I har ikke talt sammen før."
    ]


@pytest.mark.parametrize("width", [38, 78])
def test_the_overview_keeps_its_columns_on_every_screen(width: int) -> None:
    table = [" 4 Fremmøde\tdrøftet     ", " 5 Hvordan fungerer borgeren socialt på arbejdspladsen?\tikke drøftet"]

    first, second = (columns(line, width) for line in table)

    assert len({first[0].index("drøftet"), second[0].index("ikke drøftet")}) == 1
    assert all(len(line) <= width for line in (*first, *second))
    assert second[1].startswith("   ")
