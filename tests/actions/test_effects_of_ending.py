"""What the later meetings change, answer by answer: the outcome, the contact after it, promises, contacts."""

from typing import Any

import pytest

from matrix import agenda as shipped
from vforlob.actions.effects import effects_of
from vforlob.actions.effects.base import Effect, Ended
from vforlob.agenda.walk import Scope, relevant
from vforlob.model.answers import Key, Value
from vforlob.model.borger import Borger
from vforlob.model.case import Case
from vforlob.model.delmal import Delmal
from vforlob.model.forlob import Forlob, Plan
from vforlob.model.samtale import Samtale
from vforlob.model.timer import Timer
from vforlob.model.virksomhed import Virksomhed
from vforlob.rules.outcomes import CALL_ABOUT_WHY

DAY, DEADLINE = "2026-12-18", "2026-12-28"
OWNER = {"borger": 1, "forlob": 1}
CASE = Case(
    Borger(1, "B-1"),
    Forlob(1, 1, 1, "virksomhedspraktik", "2026-11-04", "2027-02-03", 12.5),
    Virksomhed(1, "Ørbæk & Søn", branche="lager", vaert="ny"),
    timer=(Timer(1, 1, 1, "2026-11-04", praktik=12.5, ordinaer=2.5),),
    delmal=(Delmal(2, 1, 1, specifikt="Møde kl. 9"),),
    samtaler=(Samtale(1, "formode", "", 1, None, "2026-10-28", status="faerdig", udgave=1),),
)
AFTER_JOB = CASE._replace(
    forlob=CASE.forlob._replace(status="lukket", lukket="2026-12-11", udfald="job", eftervaern="2027-12-11")
    if CASE.forlob
    else None
)


def plan(case: Case, wished: str | None) -> Plan | None:
    """Says which case it was asked for: closed ones have a contact only where somebody is followed."""
    if case.forlob and case.forlob.status == "lukket" and not wished and not case.forlob.eftervaern:
        return None
    return Plan(0, 1, 1, wished or "2027-01-15", kilde="aftalt" if wished else "regel")


def effects(name: str, answers: dict[Key, Value], case: Case = CASE, **over: Any) -> tuple[Effect, ...]:
    asked = shipped(name)
    samtale = Samtale(9, name, asked.sha, 1, 1, DAY, deltagere=("borger", "leder"), med=("borger", "virksomhed"))
    given: dict[str, Any] = {
        "own_deadline": DEADLINE,
        "eftervaern_ends": lambda forlob: f"{int(forlob.lukket[:4]) + 1}{forlob.lukket[4:]}",
        "signs": lambda: ("timer_stille", "lonkroner_ikke_naevnt"),
        **over,
    }
    return effects_of(Ended(samtale, asked, relevant(asked, answers, Scope()), case, plan, **given), Scope())


def of(found: tuple[Effect, ...], emne: str) -> list[dict[str, Any]]:
    return [dict(effect.values or {}) for effect in found if effect.emne == emne]


def outcome(kode: str, dato: str = "2026-12-11", **more: Value) -> dict[Key, Value]:
    return {Key("udfald", "kode"): kode, Key("udfald", "dato"): dato} | {
        Key("udfald", felt): value for felt, value in more.items()
    }


@pytest.mark.parametrize(
    ("kode", "until"),
    [
        ("job", "2027-12-11"),
        ("lontimer", "2027-12-11"),
        ("uddannelse", None),
        ("gennemfort", None),
        ("stoppet_afklaret", None),
        ("stoppet_sygdom", None),
        ("afbrudt_borger", None),
        ("afbrudt_virksomhed", None),
        ("afbrudt_kommune", None),
        ("aldrig_startet", None),
        ("udeblevet", None),
    ],
)
def test_an_outcome_closes_the_forlob_and_employment_alone_is_followed(kode: str, until: str | None) -> None:
    found = effects("afslutning", outcome(kode))

    assert of(found, "forlob") == [{"udfald": kode, "status": "lukket", "lukket": "2026-12-11", "eftervaern": until}]
    assert [one["dato"] for one in of(found, "plan")] == (["2027-01-15"] if until else [])


def test_without_an_outcome_nothing_closes() -> None:
    found = effects("afslutning", {Key("udfald", "dato"): "2026-12-11", Key("udfald", "klogere"): "Meget"})

    assert found == ()


@pytest.mark.parametrize(
    ("kode", "dato", "week"),
    [
        ("gennemfort", "2026-11-04", 1),
        ("job", "2026-11-11", 2),
        ("udeblevet", "2026-12-18", 7),
        ("aldrig_startet", DAY, 0),
    ],
)
def test_the_week_of_the_end_is_counted_from_the_first_day(kode: str, dato: str, week: int) -> None:
    assert of(effects("afslutning", outcome(kode, dato)), "statistik")[0]["uge"] == week


def test_the_row_that_is_left_names_nobody_and_says_what_stood() -> None:
    found = effects("afslutning", outcome("job") | {Key("samtale_med_virksomhed", "holdt"): "ja"})

    assert of(found, "statistik") == [
        {
            "maned": "2026-12",
            "art": "virksomhedspraktik",
            "branche": "lager",
            "udfald": "job",
            "uge": 6,
            "formode": "ja",
            "afsluttende_samtale": "ja",
            "lontimer": 2.5,
            "tegn": ("timer_stille", "lonkroner_ikke_naevnt"),
        }
    ]


@pytest.mark.parametrize(
    ("answers", "case", "column", "expected"),
    [
        ({}, CASE, "afsluttende_samtale", "nej"),
        ({Key("samtale_med_virksomhed", "holdt"): "nej"}, CASE, "afsluttende_samtale", "nej"),
        ({}, CASE._replace(samtaler=()), "formode", "nej"),
        ({}, CASE._replace(timer=()), "lontimer", None),
        ({}, CASE._replace(virksomhed=None), "branche", None),
    ],
)
def test_what_was_not_there_is_counted_as_missing(
    answers: dict[Key, Value], case: Case, column: str, expected: Any
) -> None:
    assert of(effects("afslutning", outcome("gennemfort") | answers, case), "statistik")[0][column] == expected


def test_a_reason_for_no_formode_says_that_this_forlob_had_none() -> None:
    assert CASE.forlob is not None
    case = CASE._replace(forlob=CASE.forlob._replace(uden_formode="Hastede"))

    assert of(effects("afslutning", outcome("gennemfort"), case), "statistik")[0]["formode"] == "nej"


def test_a_forlob_that_was_closed_keeps_the_signs_that_stood_then() -> None:
    assert "tegn" not in of(effects("afslutning", outcome("job"), signs=None), "statistik")[0]


@pytest.mark.parametrize(("knows", "calls"), [("nej", 1), ("delvist", 0), ("ja", 0)])
def test_a_virksomhed_that_does_not_know_why_is_called(knows: str, calls: int) -> None:
    found = effects("afslutning", outcome("afbrudt_borger", kender_virksomheden_arsag=knows, arsag="Larm"))

    assert len(of(found, "aftale")) == calls
    for aftale in of(found, "aftale"):
        assert aftale == {
            **OWNER,
            "hvad": CALL_ABOUT_WHY,
            "hvem": ("konsulent",),
            "frist": DEADLINE,
            "oprettet": DAY,
        }


def test_the_next_step_is_an_aftale_of_the_borgers() -> None:
    answers: dict[Key, Value] = {
        Key("naeste_skridt", "hvad"): "Holde møde om et nyt forløb",
        Key("naeste_skridt", "hvem"): ("sagsbehandler",),
        Key("naeste_skridt", "frist"): "2027-01-08",
    }

    found = of(effects("afslutning", answers), "aftale")

    assert [(one["hvad"], one["hvem"], one["frist"]) for one in found] == [
        ("Holde møde om et nyt forløb", ("sagsbehandler",), "2027-01-08")
    ]
    assert found[0]["modtagere"] == ("borger", "sagsbehandler", "journal")


@pytest.mark.parametrize(
    ("row", "frist"),
    [
        ({"hvem": ("konsulent",)}, DEADLINE),
        ({"hvem": ("borger", "konsulent")}, DEADLINE),
        ({"hvem": ("konsulent",), "frist": "2027-03-01"}, "2027-03-01"),
        ({"hvem": ("borger",)}, None),
        ({}, None),
    ],
)
def test_a_promise_of_ones_own_is_due_even_where_nobody_said_when(row: dict[str, Value], frist: str | None) -> None:
    answers: dict[Key, Value] = {Key("aftaler", felt, 1): value for felt, value in ({"hvad": "Ringe"} | row).items()}

    assert of(effects("midtvejs", answers), "aftale")[0].get("frist") == frist


@pytest.mark.parametrize(("said", "known"), [("ja", None), ("nej", ("borger", "sagsbehandler", "journal"))])
def test_an_aftale_with_the_employer_is_kept_from_it_until_the_borger_says_yes(
    said: str, known: tuple[str, ...] | None
) -> None:
    answers: dict[Key, Value] = {
        Key("ma_kontakte_arbejdsgiver", "svar"): said,
        Key("aftaler", "hvad", 1): "Give besked om vagtplanen",
        Key("aftaler", "hvem", 1): ("virksomhed",),
    }

    assert of(effects("eftervaern", answers, AFTER_JOB), "aftale")[0].get("modtagere") == known


def test_only_hours_with_pay_go_on_in_the_job() -> None:
    found = of(effects("eftervaern", {Key("timetal", "ordinaer"): 20}, AFTER_JOB), "timer")

    assert found == [{**OWNER, "fra": DAY, "art": "aftalt", "praktik": None, "lontilskud": None, "ordinaer": 20}]


def test_delmal_are_reviewed_and_made_at_midtvejs() -> None:
    answers: dict[Key, Value] = {
        Key("delmal", "nr", 1): 2,
        Key("delmal", "status", 1): "naet",
        Key("delmal", "specifikt", 2): "Pakke to paller",
        Key("delmal", "frist", 2): "2027-01-15",
        Key("delmal", "delt", 2): "ja",
    }

    found = [(e.nr, dict(e.values or {})) for e in effects("midtvejs", answers) if e.emne == "delmal"]

    assert found == [
        (2, {"status": "naet", "status_dato": DAY}),
        (None, {**OWNER, "oprettet": DAY, "specifikt": "Pakke to paller", "frist": "2027-01-15", "delt": "ja"}),
    ]


def test_the_startmode_writes_who_receives_the_borger_and_how_she_gets_there() -> None:
    answers: dict[Key, Value] = {
        Key("opstart", "modtages_af"): "Værkføreren",
        Key("opstart", "mentor"): "Holdlederen",
        Key("opstart", "rejse"): "linje 42 kl. 8.12",
        Key("opstart", "ud_ad_doren"): "07:55",
    }

    written: dict[str, Any] = {}
    for values in of(effects("startmode", answers), "forlob"):
        written |= values

    assert written == {
        "kontakt_virksomhed": "Værkføreren",
        "mentor": "Holdlederen",
        "rejse": "linje 42 kl. 8.12",
        "ud_ad_doren": "07:55",
    }


def test_who_has_had_a_forlob_to_its_end_is_an_experienced_host() -> None:
    assert of(effects("afslutning", {Key("igen", "svar"): "maske"}), "virksomhed") == [{"vaert": "erfaren"}]
