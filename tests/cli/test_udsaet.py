"""Put what stands in today's list off, with a reason: on the line, from a file, asked for, taken back."""

import json
from datetime import date
from typing import Any

import pytest

from building import make_borger, make_case
from running import run
from vforlob.actions.asking import Answered, Ask, Question, Reply
from vforlob.actions.record_kinds.udsat import FELTER, KIND
from vforlob.actions.records import new_record
from vforlob.cli.record_prompts import fill_in, form_for
from vforlob.errors.record_rules import RecordRefused
from vforlob.model.kontakt import Udsat
from vforlob.store.store import Store

ON_LINE = ("udsæt", "f1", "--til", "27/11", "--grund", "lukket for ferie")


@pytest.fixture
def home(store: Store, folder: str) -> str:
    """f1 has an own promise over its day beside other things; b2 has nothing at all."""
    make_case(store, forlob={"start": "2026-10-12", "oprettet": "2026-10-12"})
    make_borger(store)
    store.close()
    return folder


def rows(home: str) -> dict[str, Any]:
    found: dict[str, Any] = json.loads(run("i-dag", "--json", folder=home).out)
    return found


def numbers(home: str) -> list[int]:
    return [row["forlob"] for row in rows(home)["raekker"]]


def test_on_the_line_with_a_day_and_a_reason(home: str) -> None:
    before = numbers(home)

    ran = run(*ON_LINE, folder=home)
    after = rows(home)

    assert 1 in before
    assert (ran.code, ran.err) == (0, "")
    assert "f1 er udsat til 27/11: lukket for ferie" in ran.out
    assert after["raekker"] == []
    assert {(it["forlob"], it["til"], it["grund"]) for it in after["udsat"]} == {(1, "2026-11-27", "lukket for ferie")}
    assert "Udsat: f1 til 27/11 (lukket for ferie)" in run("i-dag", folder=home).out


@pytest.mark.parametrize("line", [("UDSAET", "1"), ("udsaet", "B-1"), ("udsæt", "f1")])
def test_every_spelling_and_every_way_to_name_it(home: str, line: tuple[str, ...]) -> None:
    assert run(*line, *ON_LINE[2:], folder=home).code == 0
    assert numbers(home) == []


def test_on_its_day_it_stands_there_again(home: str) -> None:
    run(*ON_LINE, folder=home)

    day_before, that_day = (
        json.loads(run("i-dag", "--json", folder=home, env={"VFORLOB_NU": f"2026-11-{day}T08:00"}).out)
        for day in (26, 27)
    )

    assert [row["slags"] for row in day_before["raekker"] if row["slags"] == "kontakt"] == []
    assert [row["forlob"] for row in that_day["raekker"]] == [1]
    assert that_day["udsat"] == []


def test_put_off_again_it_gets_the_new_day(home: str) -> None:
    run(*ON_LINE, folder=home)

    ran = run("udsæt", "f1", "--til", "4/12", "--grund", "stadig ferie", folder=home)

    assert ran.code == 0
    assert {(it["til"], it["grund"]) for it in rows(home)["udsat"]} == {("2026-12-04", "stadig ferie")}


def test_taken_back_it_stands_there_again(home: str) -> None:
    before = numbers(home)
    run(*ON_LINE, folder=home)

    ran = run("fortryd", folder=home)

    assert ran.code == 0
    assert numbers(home) == before


@pytest.mark.parametrize("toml", ['forlob = 1\ntil = "27/11"\ngrund = "ferie"', "til = 2026-11-27\ngrund = 'ferie'"])
def test_from_a_file_that_says_who_or_with_the_number_on_the_line(home: str, toml: str) -> None:
    sag = () if "forlob" in toml else ("f1",)

    ran = run("udsæt", *sag, "--svar", "-", "--json", folder=home, stdin=toml)
    got = json.loads(ran.out)

    assert ran.code == 0
    assert list(got)[:2] == ["skema", "id"]
    assert (got["forlob"], got["til"], got["grund"]) == (1, "2026-11-27", "ferie")


@pytest.mark.parametrize(
    ("toml", "said"),
    [
        ('forlob = 1\ntil = "27/11"', "Linje"),
        ('til = "27/11"\ngrund = "ferie"', "Skriv, hvem det gælder"),
        ('forlob = 1\ntil = "20/11"\ngrund = "x"', "Vælg en dag efter i dag."),
        ("forlob = 1\ntil = 2027-11-20\ngrund = 'x'", "højst udsættes 30 dage"),
        ('forlob = 1\ntil = "27/11"\ngrund = "x"\nhvem = "y"', "»hvem« kendes ikke"),
        ('forlob = 1\ntil = "27/11"\ngrund = "010190-1234"', "cpr"),
        ('forlob = 99\ntil = "27/11"\ngrund = "x"', "Det forløb findes ikke"),
    ],
)
def test_a_faulty_file_saves_nothing(home: str, toml: str, said: str) -> None:
    ran = run("udsæt", "--svar", "-", folder=home, stdin=toml)

    assert ran.code == 4
    assert said in ran.err or said == "Linje"
    assert rows(home)["udsat"] == []


@pytest.mark.parametrize(
    ("line", "code"),
    [
        (("udsæt",), 2),
        (("udsæt", "f1"), 2),
        (("udsæt", "f1", "--til", "fredag"), 2),
        (("udsæt", "f1", "--til", "vrøvl", "--grund", "x"), 2),
        (("udsæt", "f9", "--til", "fredag", "--grund", "x"), 3),
        (("udsæt", "b2", "--til", "fredag", "--grund", "x"), 1),
        (("udsæt", "f1", "--til", "i dag", "--grund", "x"), 4),
    ],
)
def test_what_cannot_be_done_is_said_with_its_code(home: str, line: tuple[str, ...], code: int) -> None:
    ran = run(*line, folder=home)

    assert (ran.code, ran.out) == (code, "")
    assert ran.err.strip()
    assert rows(home)["udsat"] == []


def test_asked_for_where_somebody_is_there(store: Store, today: date) -> None:
    case = make_case(store)
    asked: list[str] = []
    typed = iter(["fredag", "ferie"])

    def ask(question: Question) -> Reply:
        asked.append(question.text)
        return Answered(question.read(next(typed)))

    answering: Ask = ask
    form = form_for(store, "udsat", "Udsæt f1", None, {}, {"forlob": str(case.forlob.nr if case.forlob else 0)})
    given = fill_in(form, answering, lambda _text: None)
    assert given is not None
    record = new_record(store, "udsat", given)

    assert asked == ["Udsæt til", "Hvorfor kan det vente"]
    assert (record.til, record.grund, record.dato) == ("2026-11-27", "ferie", today.isoformat())


def test_each_reason_is_a_record_of_its_own_and_all_are_one_thing_done(store: Store) -> None:
    case = make_case(store)
    given = {"forlob": str(case.forlob.nr if case.forlob else 0), "til": "2026-11-27", "grund": "ferie"}

    new_record(store, "udsat", given)

    found = store.door(Udsat).find()
    assert len(found) == len({(it.hvad, it.hvad_nr) for it in found}) > 1
    assert len(store.rows("SELECT DISTINCT gruppe FROM haendelse WHERE emne = 'udsat'")) == 1


def test_a_promise_is_never_put_off_for_good(store: Store) -> None:
    case = make_case(store)
    given = {"forlob": str(case.forlob.nr if case.forlob else 0), "til": "2099-01-01", "grund": "senere"}

    with pytest.raises(RecordRefused):
        new_record(store, "udsat", given)


def test_every_column_that_is_asked_says_what_it_is_for() -> None:
    assert KIND.felter == FELTER
    assert all(felt.felt.help for felt in FELTER if felt.required)
