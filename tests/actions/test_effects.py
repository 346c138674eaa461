"""What each word of `skriver` changes, word by word, and what a correction changes back."""

from pathlib import Path
from typing import Any

import pytest

from vforlob.actions.effects import EFFECTS, effects_of
from vforlob.actions.effects.base import Effect, Ended
from vforlob.agenda.loader import load_agenda
from vforlob.agenda.walk import Scope, relevant
from vforlob.agenda.writes import WRITES
from vforlob.model.aftale import Aftale
from vforlob.model.agenda import Agenda, Felt, Punkt
from vforlob.model.answers import Key, Value
from vforlob.model.borger import Borger
from vforlob.model.case import Case
from vforlob.model.delmal import Delmal
from vforlob.model.forlob import Forlob, Plan
from vforlob.model.hensyn import Clearance, Hensyn
from vforlob.model.kontakt import Fremmode
from vforlob.model.onske import Koordinering, Onske
from vforlob.model.opgave import Opgave
from vforlob.model.samtale import Samtale
from vforlob.model.timer import Lonkroner, Timer
from vforlob.model.virksomhed import Virksomhed

ROOT = Path(__file__).parent.parent.parent
DAY = "2026-11-20"
OWNER = {"borger": 1, "forlob": 1}

CASE = Case(
    borger=Borger(1, "B-1"),
    forlob=Forlob(1, 1, 1, "virksomhedspraktik", "2026-11-04", "2027-02-03", 12.5),
    virksomhed=Virksomhed(1, "Ørbæk & Søn", branche="lager"),
    hensyn=(Hensyn(1, 1, "Ryg", losning="Pause"), Hensyn(2, 1, "Uro", losning="Møder kl. 9")),
    clearances=(Clearance(5, 1, 1, "leder", "sporg", trukket="2026-11-10"),),
    opgaver=(Opgave(1, 1, 1, "Fejning", "oplaeres"),),
    aftaler=(Aftale(1, 1, 1, "A", flyttet=1), Aftale(3, 1, 1, "B")),
    delmal=(Delmal(2, 1, 1, specifikt="Møde kl. 9"),),
    timer=(Timer(1, 1, 1, "2026-11-04", praktik=12.5),),
    onsker=(Onske(4, 1, 1, "Savværk"), Onske(5, 1, 2, "Pakkeri", status="kontaktet")),
    koordinering=(Koordinering(6, 1, "Fysioterapi"),),
)


def plan(case: Case, wished: str | None) -> Plan:
    return Plan(
        0,
        case.borger.nr,
        case.forlob.nr if case.forlob else None,
        wished or "2026-12-18",
        kilde="aftalt" if wished else "regel",
    )


def shipped(name: str) -> Agenda:
    return load_agenda(name, (ROOT / "agendas" / f"{name}.toml").read_bytes())


AGENDAS = {name: shipped(name) for name in ("formode", "startmode", "opfolgning")}


def effects(agenda: Agenda | str, answers: dict[Key, Value], case: Case = CASE) -> tuple[Effect, ...]:
    asked = AGENDAS[agenda] if isinstance(agenda, str) else agenda
    samtale = Samtale(9, asked.id, asked.sha, 1, 1, DAY, deltagere=("borger", "leder"), med=("borger", "virksomhed"))
    scope = Scope(forlob_art=case.forlob.art if case.forlob else None)
    return effects_of(Ended(samtale, asked, relevant(asked, answers, scope), case, plan), scope)


def but_plan(found: tuple[Effect, ...]) -> list[tuple[str, int | None, Any]]:
    return [(effect.emne, effect.nr, effect.values) for effect in found if effect.emne != "plan"]


def alone(*felter: str, kind: str = "gruppe", word: str, punkt: str = "p") -> Agenda:
    """An agenda of one point that writes one word."""
    kinds = {"slut": "dato", "dato": "dato"}
    made = tuple(Felt(felt, felt, kinds.get(felt, "kort")) for felt in felter)
    return Agenda(
        "x", "X", "1", "", "forlob", (), (Punkt(punkt, "P", kind, "1", writes=(word,), felter=made),), "0" * 64
    )


def test_every_word_of_the_contract_is_written_by_a_function() -> None:
    assert set(EFFECTS) == set(WRITES)


CHANGES: list[tuple[str, dict[Key, Value], list[tuple[str, int | None, Any]]]] = [
    (
        "startmode",
        {Key("opstart", "dato"): "2026-11-30"},
        [("forlob", 1, {"start": "2026-11-30"}), ("timer", 1, {"fra": "2026-11-30"})],
    ),
    (
        "startmode",
        {Key("hensigt", "art"): "optraening", Key("hensigt", "tekst"): "20 timer"},
        [("forlob", 1, {"hensigt_art": "optraening", "hensigt": "20 timer"})],
    ),
    ("startmode", {Key("timetal", "dage"): ("man", "ons")}, [("forlob", 1, {"dage": ("man", "ons")})]),
    ("startmode", {Key("opfolgning", "fast_tid"): "mandag kl. 14"}, [("forlob", 1, {"fast_tid": "mandag kl. 14"})]),
    ("startmode", {Key("vitas", "svar"): "sendt"}, [("forlob", 1, {"vitas": "sendt"})]),
    (
        "startmode",
        {Key("timetal", "timer"): 15},
        [("timer", None, {**OWNER, "fra": DAY, "art": "aftalt", "praktik": 15, "lontilskud": None, "ordinaer": None})],
    ),
    ("startmode", {Key("timetal", "timer"): 12.5}, []),
    (
        "opfolgning",
        {Key("timetal", "ordinaer"): 2},
        [("timer", None, {**OWNER, "fra": DAY, "art": "aftalt", "praktik": 12.5, "lontilskud": None, "ordinaer": 2})],
    ),
    ("startmode", {Key("cv", "gennemgaet"): "ja"}, [("borger", 1, {"cv": "ja"})]),
    ("startmode", {Key("cv", "gennemgaet"): "nej"}, []),
    ("formode", {Key("ressourcer", "andet"): "kørekort"}, [("borger", 1, {"andet": "kørekort"})]),
    (
        "formode",
        {Key("geografi", "sted"): "4800", Key("geografi", "minutter"): 45},
        [("borger", 1, {"sted": "4800", "minutter": 45})],
    ),
    (
        "formode",
        {Key("hensyn", "hensyn", 1): "Søvn", Key("hensyn", "hvem", 1): ("leder",)},
        [("hensyn", None, {"borger": 1, "oprettet": DAY, "hensyn": "Søvn", "hvem": ("leder",)})],
    ),
    (
        "formode",
        {Key("hensyn", "hensyn", 1): "RYG", Key("hensyn", "behov", 1): "Skifte stilling"},
        [("hensyn", 1, {"hensyn": "RYG", "behov": "Skifte stilling"})],
    ),
    (
        "opfolgning",
        {Key("hensyn", "nr", 1): 2, Key("hensyn", "virker", 1): "ikke_laengere"},
        [("hensyn", 2, {"virker": "ikke_laengere", "status": "ikke_laengere"})],
    ),
    (
        "opfolgning",
        {Key("opgaver", "opgave", 1): "fejning", Key("opgaver", "trin", 1): "med_hjaelp"},
        [("opgave", 1, {"trin": "med_hjaelp", "trin_siden": DAY})],
    ),
    (
        "opfolgning",
        {Key("opgaver", "opgave", 1): "Fejning", Key("opgaver", "trin", 1): "oplaeres"},
        [("opgave", 1, {"trin": "oplaeres"})],
    ),
    (
        "opfolgning",
        {Key("opgaver", "opgave", 1): "Pakke", Key("opgaver", "trin", 1): "ny"},
        [("opgave", None, {**OWNER, "opgave": "Pakke", "trin": "ny", "trin_siden": DAY})],
    ),
    (
        "opfolgning",
        {Key("selvstaendigt", "opgaver"): ("Fejning",)},
        [("opgave", 1, {"trin": "selvstaendigt", "trin_siden": DAY})],
    ),
    (
        "opfolgning",
        {
            Key("opgaver", "opgave", 1): "Pakke",
            Key("opgaver", "trin", 1): "ny",
            Key("selvstaendigt", "opgaver"): ("pakke",),
        },
        [("opgave", None, {**OWNER, "opgave": "pakke", "trin": "selvstaendigt", "trin_siden": DAY})],
    ),
    (
        "opfolgning",
        {Key("fremmode", "aftalt"): 8, Key("fremmode", "for_sent"): 2},
        [("fremmode", None, {**OWNER, "fra": "2026-11-04", "til": DAY, "aftalt": 8, "for_sent": 2})],
    ),
    (
        "opfolgning",
        {Key("lonkroner", "tekst"): "til midtvejs"},
        [("lonkroner", None, {**OWNER, "dato": DAY, "tekst": "til midtvejs", "trin": "ikke_italesat"})],
    ),
    (
        "startmode",
        {Key("lonkroner", "svar"): "maske", Key("lonkroner", "fra_uge"): 50},
        [("lonkroner", None, {**OWNER, "dato": DAY, "trin": "italesat", "tekst": "Fra uge 50"})],
    ),
    (
        "startmode",
        {Key("lonkroner", "svar"): "nej"},
        [("lonkroner", None, {**OWNER, "dato": DAY, "trin": "afvist"})],
    ),
    (
        "opfolgning",
        {Key("aftaler", "hvad", 1): "Ny mødetid", Key("aftaler", "hvem", 1): ("virksomhed",)},
        [
            (
                "aftale",
                None,
                {
                    **OWNER,
                    "hvad": "Ny mødetid",
                    "hvem": ("virksomhed",),
                    "til_stede": ("borger", "virksomhed"),
                    "oprettet": DAY,
                },
            )
        ],
    ),
    (
        "opfolgning",
        {Key("tidligere_aftaler", "udfald", 3): "gjort"},
        [("aftale", 3, {"status": "gjort", "afsluttet": DAY})],
    ),
    (
        "opfolgning",
        {
            Key("tidligere_aftaler", "udfald", 1): "flyttet",
            Key("tidligere_aftaler", "frist", 1): "2026-12-04",
            Key("tidligere_aftaler", "grund", 1): "travlt",
        },
        [("aftale", 1, {"frist": "2026-12-04", "flyttet": 2, "grund": "travlt"})],
    ),
    (
        "opfolgning",
        {Key("tidligere_delmal", "status", 2): "naet"},
        [("delmal", 2, {"status": "naet", "status_dato": DAY})],
    ),
]


@pytest.mark.parametrize(("name", "answers", "expected"), CHANGES)
def test_an_answer_changes_what_its_point_writes(
    name: str, answers: dict[Key, Value], expected: list[tuple[str, int | None, Any]]
) -> None:
    assert but_plan(effects(name, answers)) == expected


def test_an_extension_is_written_only_when_both_say_yes_and_the_date_is_there() -> None:
    writes = alone("borger", "virksomhed", "slut", word="forlob.slut")
    yes = {Key("p", "borger"): "ja", Key("p", "virksomhed"): "ja", Key("p", "slut"): "2027-03-01"}

    assert but_plan(effects(writes, {**yes})) == [("forlob", 1, {"slut": "2027-03-01"})]
    assert effects(writes, {**yes, Key("p", "virksomhed"): "nej"}) == ()
    assert effects(writes, {key: value for key, value in yes.items() if key.felt != "slut"}) == ()


def test_a_clearance_is_a_row_for_each_role_and_silence_is_no() -> None:
    answers: dict[Key, Value] = {
        Key("hensyn", "nr", 1): 1,
        Key("hensyn", "hvem", 1): ("leder",),
        Key("hensyn", "sporg_forst", 1): ("kolleger",),
    }

    found = {e.key.split("/")[-1]: (e.nr, e.values) for e in effects("startmode", answers) if e.emne == "clearance"}

    assert found["leder"] == (5, {"svar": "ma", "aftalt": DAY, "trukket": None})
    assert {role: values["svar"] for role, (_, values) in found.items() if values} == {
        "leder": "ma",
        "kolleger": "sporg",
        "mentor": "ma_ikke",
        "vitas": "ma_ikke",
    }


def test_a_wish_of_the_formode_clears_nothing() -> None:
    answers: dict[Key, Value] = {Key("hensyn", "hensyn", 1): "Søvn", Key("hensyn", "hvem", 1): ("leder", "mentor")}

    assert "clearance" not in {effect.emne for effect in effects("formode", answers)}


def test_the_list_of_wishes_replaces_the_old_one_by_rank_and_keeps_what_was_done() -> None:
    answers: dict[Key, Value] = {Key("onskeliste", "onske", 1): "PAKKERI", Key("onskeliste", "onske", 2): "Gartneri"}

    found = [(e.nr, e.values) for e in effects("formode", answers) if e.emne == "onske"]

    assert found == [
        (5, {"rang": 1, "onske": "PAKKERI", "branche": None}),
        (None, {"borger": 1, "rang": 2, "onske": "Gartneri", "branche": None}),
        (4, None),
    ]


def test_what_is_coordinated_replaces_the_old_list() -> None:
    answers: dict[Key, Value] = {Key("koordinering", "indsats", 1): "Kursus"}

    found = [(e.nr, e.values) for e in effects("formode", answers) if e.emne == "koordinering"]

    assert found == [(None, {"borger": 1, "indsats": "Kursus", "hvornar": None, "hvem": None}), (6, None)]


def test_hours_at_a_formode_are_owned_by_the_borger_and_aim_at_a_day() -> None:
    before = CASE._replace(forlob=None, virksomhed=None, timer=())
    answers: dict[Key, Value] = {
        Key("timetal", "start"): 10,
        Key("timetal", "slut"): 20,
        Key("timetal", "hvornar"): "2027-01-15",
    }

    found = [effect.values for effect in effects("formode", answers, before) if effect.emne == "timer"]

    nobody = {"borger": 1, "forlob": None}
    assert found == [
        {**nobody, "fra": DAY, "art": "aftalt", "praktik": 10, "lontilskud": None, "ordinaer": None},
        {**nobody, "fra": "2027-01-15", "art": "mal", "praktik": 20},
    ]


@pytest.mark.parametrize(
    ("art", "kind"),
    [
        ("virksomhedspraktik", "praktik"),
        ("lontilskud", "lontilskud"),
        ("lonnede_timer", "ordinaer"),
        ("smajob", "ordinaer"),
        ("fleksjob", "ordinaer"),
        ("kombination", "praktik"),
        ("andet", "praktik"),
    ],
)
def test_hours_without_a_kind_are_of_the_forlobs_kind(art: str, kind: str) -> None:
    assert CASE.forlob is not None
    case = CASE._replace(forlob=CASE.forlob._replace(art=art), timer=())

    found = [e.values for e in effects("startmode", {Key("timetal", "timer"): 15}, case) if e.emne == "timer"]

    assert found[0] is not None
    assert found[0][kind] == 15


def test_the_hours_planned_from_a_later_start_do_not_overrule_what_is_agreed_before_it() -> None:
    assert CASE.forlob is not None
    planned = Timer(1, 1, 1, "2026-12-01", praktik=20)
    case = CASE._replace(forlob=CASE.forlob._replace(start="2026-12-01"), timer=(planned,))

    found = [e for e in effects("startmode", {Key("timetal", "timer"): 15}, case) if e.emne == "timer"]

    assert [(e.nr, (e.values or {}).get("fra"), (e.values or {})["praktik"]) for e in found] == [
        (None, DAY, 15),
        (1, None, 15),
    ]


def test_days_are_counted_since_the_last_samtale_that_counted_them() -> None:
    case = CASE._replace(fremmode=(Fremmode(1, 1, 1, "2026-11-04", "2026-11-12"),))

    found = [e.values for e in effects("opfolgning", {Key("fremmode", "aftalt"): 3}, case) if e.emne == "fremmode"]

    assert found[0] is not None
    assert found[0]["fra"] == "2026-11-12"


def test_paid_hours_stay_where_they_were_when_only_words_are_added() -> None:
    case = CASE._replace(lonkroner=(Lonkroner(1, 1, 1, "2026-11-02", "forhandles"),))

    found = [
        e.values for e in effects("opfolgning", {Key("lonkroner", "opgaver"): "pakke"}, case) if e.emne == "lonkroner"
    ]

    assert found[0] is not None
    assert found[0]["trin"] == "forhandles"


@pytest.mark.parametrize(
    ("answers", "expected"), [({}, "2026-12-18"), ({Key("aftaler", "naeste_kontakt"): "2026-12-01"}, "2026-12-01")]
)
def test_there_is_always_a_next_contact(answers: dict[Key, Value], expected: str) -> None:
    found = [e.values for e in effects("opfolgning", answers) if e.emne == "plan"]

    assert found[0] is not None
    assert found[0]["dato"] == expected


def test_an_outcome_closes_the_forlob_and_leaves_a_row_without_a_name() -> None:
    writes = alone("kode", "dato", word="udfald")

    found = [e for e in effects(writes, {Key("p", "kode"): "job"}) if e.emne != "plan"]

    assert [(e.emne, e.nr) for e in found] == [("forlob", 1), ("statistik", None)]
    assert found[0].values == {"udfald": "job", "status": "lukket", "lukket": DAY, "eftervaern": None}
    assert found[1].values is not None
    assert (found[1].values["maned"], found[1].values["uge"], found[1].values["branche"]) == ("2026-11", 3, "lager")
    assert "B-1" not in str(found[1].values)


def test_new_and_old_delmal_are_written() -> None:
    writes = alone("nr", "specifikt", "status", "frist", word="delmal", kind="liste")
    answers: dict[Key, Value] = {
        Key("p", "nr", 1): 2,
        Key("p", "status", 1): "naet",
        Key("p", "specifikt", 2): "Tage bussen",
    }

    found = effects(writes, answers)

    assert [(e.emne, e.nr) for e in found] == [("delmal", 2), ("delmal", None)]


def test_who_was_a_host_to_the_end_is_no_new_host() -> None:
    found = effects(alone("svar", word="virksomhed"), {Key("p", "svar"): "ja"})

    assert but_plan(found) == [("virksomhed", 1, {"vaert": "erfaren"})]


def test_a_draft_that_says_nothing_changes_nothing_but_the_plan() -> None:
    assert [e.emne for e in effects("startmode", {})] == ["plan"]
