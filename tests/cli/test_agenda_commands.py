"""The commands about agendas: what they show, what they write, and what they say of a faulty file."""

import json
from pathlib import Path

import pytest
from english import english_in

from running import run
from vforlob.agenda.loader import load_agenda
from vforlob.store.store import Store

FAULTY = 'id = "x"\ntittel = "X"\ngaelder = "forlob"\n[[punkt]]\nid = "a"\ntekst = "A"\ntype = "kor"\n'


def test_the_list_names_every_agenda_in_danish(folder: str) -> None:
    ran = run("agenda", "liste", folder=folder)

    assert (ran.code, ran.err, english_in(ran.out)) == (0, "", [])
    assert [name in ran.out for name in ("formøde", "startmøde", "opfølgning")] == [True] * 3
    assert ran.out.splitlines()[-1] == " Se en af dem: vforlob agenda vis formøde"


def test_the_list_as_json_has_rows_with_ids(folder: str) -> None:
    ran = run("agenda", "liste", "--json", folder=folder)
    rows = {row["id"]: row for row in json.loads(ran.out)["raekker"]}

    assert next(iter(json.loads(ran.out))) == "skema"
    assert (rows["opfolgning"]["punkter"], rows["opfolgning"]["egen"]) == (13, "nej")


@pytest.mark.parametrize("name", ["formøde", "STARTMOEDE", "opfolgning"])
def test_one_agenda_is_shown_point_by_point(name: str, folder: str) -> None:
    ran = run("agenda", "vis", name, folder=folder)

    assert (ran.code, ran.err, english_in(ran.out)) == (0, "", [])
    assert max(map(len, ran.out.splitlines())) <= 80


def test_one_agenda_as_json_has_the_words_of_the_file(folder: str) -> None:
    shown = json.loads(run("agenda", "vis", "opfølgning", "--json", folder=folder).out)
    fremmode = shown["punkter"][3]

    assert next(iter(shown)) == "skema"
    assert (shown["id"], fremmode["id"], fremmode["nummer"], fremmode["tillaeg"]) == (
        "opfolgning",
        "fremmode",
        "4",
        "nej",
    )
    assert [felt["id"] for felt in fremmode["felter"]][:2] == ["aftalt", "modt"]


def test_a_scalar_point_has_its_choices_on_itself(folder: str) -> None:
    shown = json.loads(run("agenda", "vis", "startmode", "--json", folder=folder).out)
    vitas = next(punkt for punkt in shown["punkter"] if punkt["id"] == "vitas")

    assert vitas["felter"] == []
    assert vitas["valg"][0] == {"id": "ikke_oprettet", "tekst": "ikke oprettet"}


def test_a_new_agenda_is_a_private_file_that_passes_its_own_check(store: Store, folder: str) -> None:
    ran = run("agenda", "ny", "Når nogen ringer", folder=folder)
    path = Path(folder, "agendas", "nar_nogen_ringer.toml")

    assert (ran.code, ran.err) == (0, "")
    assert str(path) in ran.out
    assert path.stat().st_mode & 0o777 == 0o600
    checked = run("agenda", "tjek", "når-nogen-ringer", folder=folder)
    assert (checked.code, checked.out) == (0, "Når nogen ringer er uden fejl: 6 punkter og 10 felter.\n")
    assert "nar_nogen_ringer" in run("agenda", "liste", folder=folder).out


def test_a_new_agenda_with_the_name_of_ours_is_a_copy_of_it(store: Store, folder: str) -> None:
    ran = run("agenda", "ny", "opfølgning", folder=folder)
    path = Path(folder, "agendas", "opfolgning.toml")

    assert "bliver brugt fra nu af" in ran.out
    assert len(load_agenda("x", path.read_bytes()).punkter) == 13
    assert "din egen" in run("agenda", "vis", "opfølgning", folder=folder).out


@pytest.mark.parametrize("name", ["trivsel", "TRIVSEL", "formøde"])
def test_nothing_is_ever_overwritten(name: str, store: Store, folder: str) -> None:
    run("agenda", "ny", name, folder=folder)
    before = {path: path.read_bytes() for path in Path(folder, "agendas").iterdir()}

    ran = run("agenda", "ny", name, folder=folder)

    assert (ran.code, ran.out) == (1, "")
    assert "Der er ikke skrevet noget." in ran.err
    assert {path: path.read_bytes() for path in Path(folder, "agendas").iterdir()} == before


@pytest.mark.parametrize("name", ["...", "7", "💥", "x" * 41, " "])
def test_a_name_that_cannot_be_used_is_refused(name: str, store: Store, folder: str) -> None:
    ran = run("agenda", "ny", name, folder=folder)

    assert (ran.code, ran.out, english_in(ran.err)) == (2, "", [])
    assert not Path(folder, "agendas").exists()


def test_without_a_database_no_agenda_is_begun(tmp_path: Path) -> None:
    ran = run("agenda", "ny", "trivsel", folder=tmp_path)

    assert (ran.code, ran.out) == (10, "")
    assert list(tmp_path.iterdir()) == []


def test_every_fault_of_a_file_is_shown_with_its_line(tmp_path: Path) -> None:
    path = tmp_path / "kollegas fil.toml"
    path.write_text(FAULTY)

    ran = run("agenda", "tjek", str(path), folder=tmp_path)

    assert ran.code == 4
    assert [line for line in ran.out.splitlines() if line.startswith(" Linje")] == [
        " Linje 2, øverst i filen: Ordet »tittel« kendes ikke (mente du »titel«?).",
        " Linje 7, punkt 1 »a«: »type« kan ikke være »kor« (mente du »kort«?).",
    ]
    assert ran.err == "3 fejl i kollegas fil.toml. Ret filen, og kør tjek igen.\n"
    assert english_in(ran.out + ran.err) == []


def test_a_faulty_file_of_ones_own_is_listed_with_what_to_do(folder: str) -> None:
    own = Path(folder, "agendas")
    own.mkdir()
    (own / "halv.toml").write_text('id = "halv"\n')

    listed = run("agenda", "liste", folder=folder)
    shown = run("agenda", "vis", "halv", folder=folder)

    assert listed.code == 0
    assert "kan ikke læses: vforlob agenda tjek halv" in listed.out
    assert (shown.code, shown.out, english_in(shown.err)) == (4, "", [])


@pytest.mark.parametrize("command", ["vis", "tjek"])
def test_a_name_that_is_not_there_is_answered_with_the_nearest(command: str, folder: str) -> None:
    ran = run("agenda", command, "opføling", folder=folder)

    assert (ran.code, ran.out) == (3, "")
    assert "Mente du opfølgning?" in ran.err


@pytest.mark.parametrize("name", ["findes-ikke.toml", "/findes/ikke", "./x.toml"])
def test_a_file_that_is_not_there_is_not_found(name: str, folder: str) -> None:
    ran = run("agenda", "tjek", name, folder=folder)

    assert (ran.code, ran.out, english_in(ran.err)) == (3, "", [])


@pytest.mark.parametrize("command", ["vis", "tjek", "ny"])
def test_without_a_terminal_a_missing_name_is_asked_for_in_a_sentence(command: str, folder: str) -> None:
    ran = run("agenda", command, folder=folder)

    assert (ran.code, ran.out) == (2, "")
    assert f"vforlob agenda {command} " in ran.err


def test_what_stands_in_a_file_cannot_reach_the_terminal(tmp_path: Path) -> None:
    path = tmp_path / "x.toml"
    path.write_bytes(b'id = "x"\n"\\u001b]52;c;aGVq\\u0007" = 1\n[[punkt]]\nid = "\\u009b2J"\n')

    ran = run("agenda", "tjek", str(path), folder=tmp_path)

    assert ran.code == 4
    assert not set(ran.out + ran.err) & {"\x1b", "\x07", "\x9b"}
