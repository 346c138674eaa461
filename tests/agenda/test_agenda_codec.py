"""An agenda comes back from its compiled JSON as it was."""

import json
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from vforlob.agenda.codec import from_json, to_json
from vforlob.agenda.library import shipped_folder
from vforlob.agenda.loader import load_agenda
from vforlob.model.agenda import Agenda, Choice, Felt, Punkt

TEXT = st.text(max_size=8)
WORDS = st.lists(TEXT, max_size=3).map(tuple)
NUMBERS = st.none() | st.integers(-5, 100) | st.sampled_from([0.5, 12.5])
FELTER = st.builds(
    Felt,
    TEXT,
    TEXT,
    TEXT,
    help=TEXT,
    condition=TEXT,
    part=TEXT,
    modtagere=st.none() | WORDS,
    alone=st.booleans(),
    outside_rows=st.booleans(),
    choices=st.lists(st.builds(Choice, TEXT, TEXT), max_size=2).map(tuple),
    known=TEXT,
    anchors=WORDS,
    min=NUMBERS,
    max=NUMBERS,
    unit=TEXT,
)
PUNKTER = st.builds(
    Punkt,
    TEXT,
    TEXT,
    TEXT,
    TEXT,
    modtagere=st.none() | WORDS,
    alone=st.booleans(),
    writes=WORDS,
    felter=st.lists(FELTER, max_size=3).map(tuple),
    min=NUMBERS,
    max=NUMBERS,
)
AGENDAS = st.builds(Agenda, TEXT, TEXT, TEXT, TEXT, TEXT, WORDS, st.lists(PUNKTER, max_size=3).map(tuple), TEXT)


@pytest.mark.parametrize("path", sorted(Path(shipped_folder()).glob("*.toml")), ids=lambda path: path.stem)
def test_a_shipped_agenda_comes_back_as_it_was(path: Path) -> None:
    agenda = load_agenda(path.name, path.read_bytes())

    assert from_json(to_json(agenda)) == agenda


@given(AGENDAS)
def test_any_agenda_comes_back_as_it_was(agenda: Agenda) -> None:
    back = from_json(to_json(agenda))

    assert back == agenda
    assert all(isinstance(felt.choices, tuple) for punkt in back.punkter for felt in punkt.felter)


def test_an_agenda_compiled_before_a_felt_had_a_later_field_can_still_be_read() -> None:
    agenda = Agenda(
        "x", "X", "1", "", "forlob", (), (Punkt("a", "A", "tekst", "1", felter=(Felt("svar", "A", "tekst"),)),), ""
    )
    shorter = to_json(agenda).replace('["svar","A","tekst"]', '["svar","A","tekst","hjælp"]')

    assert from_json(shorter).punkter[0].felter[0] == Felt("svar", "A", "tekst", help="hjælp")


@pytest.mark.parametrize(
    "text", ["", "{}", "[]", "[1]", "[2,[]]", "[1,[]]", "[1,{}]", "null", '"x"', "[1,[1,2,3,4,5,6,7,8]]"]
)
def test_anything_else_is_a_value_error(text: str) -> None:
    with pytest.raises(ValueError):
        from_json(text)


def test_it_is_compact() -> None:
    path = Path(shipped_folder(), "opfolgning.toml")
    text = to_json(load_agenda("x", path.read_bytes()))

    assert len(text) < path.stat().st_size
    assert json.loads(text)
