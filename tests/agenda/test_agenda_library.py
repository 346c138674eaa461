"""Agendas are found by id in any spelling, the user's own first, and a name is never a path."""

import os
from pathlib import Path

import pytest

from vforlob.actions.effects import EFFECTS
from vforlob.agenda.library import (
    agenda_files,
    agenda_names,
    find_agenda_file,
    own_folder,
    shipped_folder,
)
from vforlob.agenda.loader import load_agenda
from vforlob.agenda.starter import own_copy_text, starter_text
from vforlob.agenda.words import BELONGS_TO, SCALARS, TYPES
from vforlob.agenda.writes import SHAPES, WRITES
from vforlob.errors.agenda import AgendaNotFound
from vforlob.errors.base import ExitCode

SHIPPED = {"formode", "startmode", "opfolgning"}
OWN = 'id = "{id}"\ntitel = "Egen"\ngaelder = "forlob"\n[[punkt]]\nid = "a"\ntekst = "A"\ntype = "kort"\n'


def write_own(folder: Path, name: str, text: str) -> Path:
    path = Path(own_folder(str(folder)), name)
    path.parent.mkdir(exist_ok=True)
    path.write_text(text, encoding="utf-8")
    return path


@pytest.mark.parametrize("name", ["opfolgning", "opfølgning", "OPFØLGNING", "opfoelgning", " Opfølgning "])
def test_an_agenda_is_found_in_any_spelling(name: str, tmp_path: Path) -> None:
    path = find_agenda_file(name, str(tmp_path))

    assert path == os.path.join(shipped_folder(), "opfolgning.toml")


@pytest.mark.parametrize("typed", ["nar_nogen_ringer", "når-nogen-ringer", "Når nogen ringer"])
def test_an_own_agenda_is_found_by_the_id_in_the_file(typed: str, tmp_path: Path) -> None:
    path = write_own(tmp_path, "noget-andet.toml", "# min\n\n" + OWN.format(id="nar_nogen_ringer"))

    assert find_agenda_file(typed, str(tmp_path)) == str(path)


def test_the_users_own_wins_by_id(tmp_path: Path) -> None:
    path = write_own(tmp_path, "min.toml", OWN.format(id="opfolgning"))

    assert find_agenda_file("opfølgning", str(tmp_path)) == str(path)
    assert [file.own for file in agenda_files(str(tmp_path)) if file.id == "opfolgning"] == [True]


@pytest.mark.parametrize(
    "text", ["", "id = 4\n", "[[punkt]]\nid = 'opfolgning'\n", "\x00", 'id = "\n', "titel = 'X'\n"]
)
def test_a_file_that_does_not_say_its_id_has_its_name(text: str, tmp_path: Path) -> None:
    path = write_own(tmp_path, "halv.toml", text)

    assert find_agenda_file("halv", str(tmp_path)) == str(path)


@pytest.mark.parametrize("mark", ["﻿", "# id = 'x'\n", "  ", "\n\n"])
def test_the_id_is_seen_behind_what_may_stand_before_it(mark: str, tmp_path: Path) -> None:
    path = write_own(tmp_path, "x.toml", f"{mark}id = 'mit' # et id\n")

    assert find_agenda_file("mit", str(tmp_path)) == str(path)


def test_they_stand_in_the_order_of_a_forlob_and_the_own_ones_last(tmp_path: Path) -> None:
    write_own(tmp_path, "z.toml", OWN.format(id="afrunding"))
    write_own(tmp_path, ".skjult.toml", OWN.format(id="skjult"))
    write_own(tmp_path, "noter.txt", "")

    names = agenda_names(str(tmp_path))

    assert set(names) - {"afrunding"} >= SHIPPED
    assert [name for name in names if name in SHIPPED] == ["formode", "startmode", "opfolgning"]
    assert names[-1] == "afrunding"
    assert "skjult" not in names


@pytest.mark.parametrize(
    "name", ["", ".", "..", "../opfolgning", "/etc/passwd", "a/b", "opfolgning.toml", "\x00", "x" * 5000]
)
def test_a_name_is_never_a_path(name: str, tmp_path: Path) -> None:
    with pytest.raises(AgendaNotFound):
        find_agenda_file(name, str(tmp_path))


def test_a_name_that_was_not_found_has_the_nearest_one(tmp_path: Path) -> None:
    with pytest.raises(AgendaNotFound) as raised:
        find_agenda_file("opføgning", str(tmp_path))

    assert raised.value.near == ("opfolgning",)
    assert raised.value.exit_code == ExitCode.NOT_FOUND
    assert str(raised.value) == ""


def test_without_a_data_folder_ours_are_there(tmp_path: Path) -> None:
    assert set(agenda_names(str(tmp_path / "findes ikke"))) >= SHIPPED


def test_the_starter_is_without_fault_and_shows_every_kind_of_part() -> None:
    text = starter_text("trivsel", "Trivsel på jobbet")

    agenda = load_agenda("trivsel.toml", text.encode())

    assert (agenda.id, agenda.title) == ("trivsel", "Trivsel på jobbet")
    assert {"gruppe", "liste", "flervalg"} <= {punkt.kind for punkt in agenda.punkter}
    assert all(word in text for word in ("hvis", "part", "modtagere", "kun_til_dig", "skriver", "anker", "#"))


@pytest.mark.parametrize("name", ['Det "svære"', "a\\b", "a\x1b[31m"])
def test_a_name_that_could_break_the_starter_is_no_title(name: str) -> None:
    assert load_agenda("x", starter_text("x", name).encode()).title == "Min dagsorden"


def test_an_own_copy_of_ours_is_the_same_agenda_with_a_word_of_what_it_is() -> None:
    shipped = Path(shipped_folder(), "opfolgning.toml").read_text(encoding="utf-8")

    agenda = load_agenda("x", own_copy_text("opfolgning", shipped).encode())

    assert agenda.punkter == load_agenda("x", shipped.encode()).punkter


def test_every_word_of_skriver_has_its_effect_its_felter_and_their_shapes() -> None:
    assert set(WRITES) == set(EFFECTS) == set(SHAPES)
    assert all(set(way.rows + way.single) <= set(SHAPES[word]) for word, ways in WRITES.items() for way in ways)


def test_every_type_is_a_kind() -> None:
    from vforlob.agenda.kinds import KINDS

    assert set(TYPES) == set(KINDS)
    assert {kind for kinds in BELONGS_TO.values() for kind in kinds} <= {*SCALARS, "liste"}
