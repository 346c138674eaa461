"""The first run and the passphrase, typed in a real terminal."""

import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from passphrase_window import SENTENCE, Window

pytestmark = pytest.mark.terminal


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return tmp_path / "mappe æøå"


@pytest.fixture
def window(folder: Path) -> Iterator[Window]:
    opened = Window(folder, "opsæt")
    yield opened
    opened.close()


def answer_the_questions(window: Window) -> None:
    window.wait_for("1 af 4")
    window.type("nej")
    window.wait_for("Dit navn")
    window.type("Åse Ørum")
    window.wait_for("Dit telefonnummer")
    window.type("20 20 20 20")
    window.wait_for("Hvad kalder I stedet")
    window.type("")
    window.wait_for("Hvordan vil du låse")


def groups_shown(window: Window) -> list[str]:
    window.wait_for("Skriv gruppe")
    code = window.text().split("bliver glemt:")[1].split("Den vises")[0]
    return code.split()


def type_groups_back(window: Window, groups: list[str]) -> None:
    first = int(re.findall(r"Skriv gruppe (\d)", window.text())[-1])
    window.type(groups[first - 1].lower())
    while len(asked := re.findall(r"Skriv gruppe (\d)", window.text())) < 2:
        window.read()
    window.type(groups[int(asked[-1]) - 1])


def set_up(window: Window) -> list[str]:
    answer_the_questions(window)
    window.type("b")
    window.wait_for("Ny adgangssætning:")
    window.type(SENTENCE)
    window.wait_for("Den samme igen:")
    window.type(SENTENCE)
    groups = groups_shown(window)
    type_groups_back(window, groups)
    window.wait_for("Næste skridt: vforlob borger ny")
    assert window.ends_with() == 0
    return groups


def test_a_fresh_machine_is_set_up_and_opens_with_the_passphrase(window: Window, folder: Path) -> None:
    groups = set_up(window)

    assert SENTENCE not in window.seen
    assert groups[0] not in window.text()
    assert sorted(path.name for path in folder.iterdir() if path.is_file()) == [
        "hoved.json",
        "noegle.json",
        "vforlob.db",
    ]

    again = Window(folder, "borger", "liste")
    again.wait_for("Adgangssætning:")
    again.type("en helt anden sætning")
    again.wait_for("4 forsøg igen")
    again.type(SENTENCE)
    again.wait_for("ingen borgere endnu")

    assert again.ends_with() == 0
    assert SENTENCE not in again.seen


@pytest.mark.safety
def test_a_forgotten_passphrase_is_replaced_with_the_recovery_code(window: Window, folder: Path) -> None:
    code = "-".join(set_up(window))

    lost = Window(folder, "borger", "liste")
    lost.wait_for("Adgangssætning:")
    lost.type(code[:-3] + ("7" if code[-3] != "7" else "8") + code[-2:])
    lost.wait_for("tastefejl i gendannelseskoden")
    lost.type(code.lower().replace("-", " "))
    lost.wait_for("Hvordan vil du låse")
    lost.type("b")
    lost.wait_for("Ny adgangssætning:")
    lost.type("fjorten gule ænder på taget")
    lost.wait_for("Den samme igen:")
    lost.type("fjorten gule ænder på taget")
    lost.wait_for("ingen borgere endnu")
    assert lost.ends_with() == 0

    after = Window(folder, "borger", "liste")
    after.wait_for("Adgangssætning:")
    after.type(SENTENCE)
    after.wait_for("4 forsøg igen")
    after.type("fjorten gule ænder på taget")
    after.wait_for("ingen borgere endnu")
    assert after.ends_with() == 0


@pytest.mark.safety
def test_five_words_are_shown_and_typed_back(window: Window, folder: Path) -> None:
    answer_the_questions(window)
    window.type("a")
    window.wait_for("Skriv de fem ord")
    first = words_shown(window)
    window.type("")
    while (words := words_shown(window)) == first:
        window.read()
    window.wait_for("Skriv de fem ord")
    window.type(words.upper())
    type_groups_back(window, groups_shown(window))
    window.wait_for("Næste skridt")
    assert window.ends_with() == 0

    again = Window(folder, "borger", "liste")
    again.wait_for("Adgangssætning:")
    again.type(words)
    again.wait_for("ingen borgere endnu")
    assert again.ends_with() == 0


def words_shown(window: Window) -> str:
    lines = [line.strip() for line in window.text().split("\n")]
    return [line for line in lines if re.fullmatch("[a-zæøå]+( [a-zæøå]+){4}", line)][-1]


def test_a_weak_and_a_mistyped_sentence_are_asked_for_again(window: Window) -> None:
    answer_the_questions(window)
    window.type("b")
    window.wait_for("Ny adgangssætning:")
    window.type("for kort")
    window.wait_for("har 8 tegn")
    window.type("korrekt hest batteri hæfteklamme")
    window.wait_for("andre vil gætte")
    window.type(SENTENCE)
    window.wait_for("Den samme igen:")
    window.type(SENTENCE + "x")

    window.wait_for("ikke ens")


@pytest.mark.safety
@pytest.mark.parametrize("at", ["1 af 4", "Hvordan vil du låse", "Ny adgangssætning:", "Skriv gruppe"])
def test_leaving_anywhere_leaves_no_folder(window: Window, folder: Path, at: str) -> None:
    window.wait_for("1 af 4")
    if at != "1 af 4":
        answer_the_questions(window)
    if at in {"Ny adgangssætning:", "Skriv gruppe"}:
        window.type("b")
        window.wait_for("Ny adgangssætning:")
    if at == "Skriv gruppe":
        window.type(SENTENCE)
        window.wait_for("Den samme igen:")
        window.type(SENTENCE)
        window.wait_for("Skriv gruppe")

    window.control("c")

    assert window.ends_with() == 130
    assert "Der er ikke sat noget op" in window.flat()
    assert not folder.exists()


@pytest.mark.safety
def test_five_wrong_tries_are_enough(window: Window, folder: Path) -> None:
    set_up(window)
    before = {path: path.read_bytes() for path in folder.iterdir() if path.is_file()}

    guessing = Window(folder, "borger", "liste")
    for left in (4, 3, 2, 1):
        guessing.wait_for("Adgangssætning:")
        guessing.type(f"gæt nummer {left}")
        guessing.wait_for(f"{left} forsøg igen")
    guessing.type("det sidste gæt")

    assert guessing.ends_with() == 12
    assert "passede ikke i 5 forsøg" in guessing.flat()
    assert {path: path.read_bytes() for path in folder.iterdir() if path.is_file()} == before
