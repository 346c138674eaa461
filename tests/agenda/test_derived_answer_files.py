"""Answer files for the derived agendas: themes by name, delmål by number or as new ones, faults in their order."""

from datetime import date
from pathlib import Path

import pytest

from vforlob.agenda.answer_file import AnswerFile, read_answers
from vforlob.agenda.answer_reading import Ground, Known
from vforlob.agenda.loader import load_agenda
from vforlob.errors.answer import FaultyFile
from vforlob.errors.base import Fault
from vforlob.model.answers import Key, Value

AGENDAS = Path(__file__).parent.parent.parent / "agendas"
KNOWN = Known(delmal=(2, 5), hensyn=(1,))


def read(text: str, name: str = "midtvejs", before: dict[Key, Value] | None = None) -> AnswerFile:
    agenda = load_agenda(name, (AGENDAS / f"{name}.toml").read_bytes())
    ground = Ground(agenda, date(2026, 11, 20), agenda.deltagere, KNOWN, before or {}, forlob_art="virksomhedspraktik")
    return read_answers(text.encode(), ground)


def faults(text: str) -> list[Fault]:
    with pytest.raises(FaultyFile) as refused:
        read(text)
    return list(refused.value.faults)


def test_themes_are_rows_of_their_own_in_the_order_of_the_file() -> None:
    answers = read('[skema]\nraekker = [ { tema = "trivsel", borger = 4 }, { tema = "Samarbejde", virksomhed = 2 } ]\n')

    assert answers.answers == {
        Key("skema", "tema", 1): "trivsel",
        Key("skema", "borger", 1): 4,
        Key("skema", "tema", 2): "samarbejdsevne",
        Key("skema", "virksomhed", 2): 2,
    }


@pytest.mark.parametrize(
    ("row", "sentence"),
    [
        ("{ borger = 4 }", "Rækken mangler »tema«."),
        ('{ tema = "vejret", borger = 4 }', "»vejret« er ikke en af mulighederne."),
        ('{ tema = "trivsel", borger = 6 }', "6"),
        ('{ tema = "trivsel" }, { tema = "trivsel" }', "Den står i to rækker. Behold den ene."),
    ],
)
def test_a_row_that_is_no_theme_is_refused(row: str, sentence: str) -> None:
    found = faults(f"[skema]\nraekker = [ {row} ]\n")

    assert len(found) == 1
    assert found[0].line == 2
    assert sentence in found[0].sentence


def test_a_delmal_is_named_by_its_number_and_a_new_one_by_what_shall_happen() -> None:
    rows = '{ nr = 5, status = "naet" }, { specifikt = "Pakke to paller", frist = 2027-01-15, delt = "ja" }'

    answers = read(f"[delmal]\nraekker = [ {rows} ]\n").answers

    assert answers[Key("delmal", "nr", 1)] == 5
    assert answers[Key("delmal", "specifikt", 2)] == "Pakke to paller"


def test_a_new_delmal_keeps_its_row_in_a_correction_and_the_others_are_replaced() -> None:
    before: dict[Key, Value] = {
        Key("delmal", "nr", 1): 5,
        Key("delmal", "status", 1): "naet",
        Key("delmal", "specifikt", 2): "Pakke to paller",
    }

    answers = read(
        '[delmal]\nraekker = [ { specifikt = "pakke to paller", malbart = "Tæl" } ]\n', before=before
    ).answers

    assert answers[Key("delmal", "malbart", 2)] == "Tæl"
    assert answers[Key("delmal", "nr", 1)] is None


@pytest.mark.parametrize(
    ("row", "sentence"),
    [
        ('{ nr = 9, status = "naet" }', "Borgeren har intet åbent delmål nr. 9."),
        ('{ malbart = "Tæl" }', "Rækken mangler »specifikt«."),
        ("{ nr = 5 }, { nr = 5 }", "Den står i to rækker. Behold den ene."),
    ],
)
def test_a_delmal_that_is_not_there_is_refused(row: str, sentence: str) -> None:
    assert [fault.sentence for fault in faults(f"[delmal]\nraekker = [ {row} ]\n")] == [sentence]


def test_faults_on_one_line_come_in_the_order_of_their_rows() -> None:
    found = faults('[skema]\nraekker = [ { tema = "x" }, { borger = 4 }, { tema = "y" } ]\n')

    assert [fault.place.split(", ")[1] for fault in found] == ["række 1", "række 2", "række 3"]
    assert {fault.line for fault in found} == {2}


@pytest.mark.parametrize(
    ("typed", "day"), [("fredag", "2026-11-20"), ("torsdag", "2026-11-19"), ("lørdag", "2026-11-14")]
)
def test_the_day_of_a_samtale_is_never_a_weekday_to_come(typed: str, day: str) -> None:
    assert read(f'[samtale]\ndato = "{typed}"\n').samtale["dato"] == day


@pytest.mark.parametrize("word", ["y", "yes", "no"])
def test_ja_and_nej_are_danish(word: str) -> None:
    found = faults(f'[delmal]\nraekker = [ {{ specifikt = "a", delt = "{word}" }} ]\n')

    assert [fault.sentence for fault in found] == [f"»{word}« er hverken ja eller nej. Skriv ja eller nej."]
