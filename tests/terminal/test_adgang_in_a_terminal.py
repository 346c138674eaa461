"""Changing what opens the folder, typed in a real terminal; left at every prompt of it."""

import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from passphrase_window import SENTENCE, Window

from vforlob.actions.set_up import set_up_with_passphrase
from vforlob.actions.set_up_answers import defaults
from vforlob.cli.clock import real_clock
from vforlob.errors.key import WrongPassphrase, WrongRecoveryCode
from vforlob.store.copied_envelopes import old_envelopes
from vforlob.store.key import unlock_with_code, unlock_with_passphrase

pytestmark = [pytest.mark.safety, pytest.mark.terminal]
NEW = "fjorten gule ænder på taget"
KEYRING = """
import json, os
from keyring.backend import KeyringBackend
PLACE = os.environ["RING"]
class Ring(KeyringBackend):
    priority = 5
    def _kept(self): return json.load(open(PLACE)) if os.path.exists(PLACE) else {}
    def get_password(self, service, name): return self._kept().get(name)
    def set_password(self, service, name, password): json.dump(self._kept() | {name: password}, open(PLACE, "w"))
    def delete_password(self, service, name): json.dump({}, open(PLACE, "w"))
Ring.__module__ = "keyring.backends.SecretService"
"""


class Made:
    def __init__(self, folder: Path) -> None:
        self.folder = folder
        codes: list[str] = []
        self.key = set_up_with_passphrase(str(folder), SENTENCE, defaults(), real_clock, codes.append)
        self.code = codes[0]
        copy = folder / "kopier" / "2026-11-21T083000Z_000123.noegle.json"
        copy.touch(0o600)
        copy.write_bytes(self.envelope)

    @property
    def envelope(self) -> bytes:
        return (self.folder / "noegle.json").read_bytes()

    def opens(self, passphrase: str) -> bool:
        try:
            return unlock_with_passphrase(str(self.folder), passphrase) == self.key
        except WrongPassphrase:
            return False


@pytest.fixture
def made(tmp_path: Path) -> Made:
    return Made(tmp_path / "mappe æøå")


@pytest.fixture
def windows() -> Iterator[list[Window]]:
    opened: list[Window] = []
    yield opened
    for window in opened:
        window.close()


# What is waited for and what is typed, up to the prompt that is left.
SENTENCES = (
    ("Nuværende adgangssætning:", SENTENCE),
    ("Hvordan vil du låse", "b"),
    ("Ny adgangssætning:", NEW),
    ("Den samme igen:", NEW),
)


@pytest.mark.parametrize("key", ["c", "d"])
@pytest.mark.parametrize("left_at", range(len(SENTENCES)))
def test_a_new_passphrase_is_left_at_every_prompt(made: Made, windows: list[Window], left_at: int, key: str) -> None:
    before = made.envelope
    window = Window(made.folder, "adgang", "sætning")
    windows.append(window)
    for prompt, typed in SENTENCES[:left_at]:
        window.wait_for(prompt)
        window.type(typed)
    window.wait_for(SENTENCES[left_at][0])

    window.control(key)

    assert window.ends_with() == 130
    assert "Afbrudt. Der er ikke ændret noget." in window.flat()
    assert made.envelope == before


def test_a_new_passphrase_opens_folder_and_copies_and_the_old_one_nothing(made: Made, windows: list[Window]) -> None:
    window = Window(made.folder, "adgang")
    windows.append(window)
    window.wait_for("s ny adgangssætning")
    window.type("s")
    window.wait_for("Nuværende adgangssætning:")
    window.type("noget helt andet end den")
    window.wait_for("4 forsøg igen")
    for prompt, typed in SENTENCES:
        window.wait_for(prompt)
        window.type(typed)
    window.wait_for("1 sikkerhedskopi i datamappen fulgte med.")

    assert window.ends_with() == 0
    assert (made.opens(SENTENCE), made.opens(NEW)) == (False, True)
    assert old_envelopes(str(made.folder)) == ()
    assert SENTENCE not in window.seen
    assert NEW not in window.seen


def groups_shown(window: Window) -> list[str]:
    window.wait_for("Skriv gruppe")
    return window.text().split("bliver glemt:")[1].split("Den vises")[0].split()


def group_asked(window: Window, before: int = 0) -> int:
    while True:
        window.wait_for("Skriv gruppe")
        asked = [int(number) for number in re.findall(r"Skriv gruppe (\d)", window.text())]
        if asked[-1] != before:
            return asked[-1]
        window.read()


@pytest.mark.parametrize("groups_typed", [0, 1])
def test_a_code_that_was_not_typed_back_opens_nothing(made: Made, windows: list[Window], groups_typed: int) -> None:
    before = made.envelope
    window = Window(made.folder, "adgang", "kode")
    windows.append(window)
    window.wait_for("Nuværende adgangssætning:")
    window.type(SENTENCE)
    groups = groups_shown(window)
    if groups_typed:
        first = group_asked(window)
        window.type(groups[first - 1])
        group_asked(window, before=first)

    window.control("c")

    assert window.ends_with() == 130
    assert "Koden, der lige blev vist, gælder ikke." in window.flat()
    assert groups[0] not in window.text()
    assert made.envelope == before


def test_a_new_code_is_made_with_the_old_one_in_place_of_the_passphrase(made: Made, windows: list[Window]) -> None:
    window = Window(made.folder, "adgang", "kode")
    windows.append(window)
    window.wait_for("Nuværende adgangssætning:")
    window.type(made.code.lower().replace("-", " "))
    groups = groups_shown(window)
    first = group_asked(window)
    window.type(groups[first - 1])
    second = group_asked(window, before=first)
    window.type(groups[second - 1])
    window.wait_for("Den nye gendannelseskode gælder fra nu af.")

    assert window.ends_with() == 0
    assert unlock_with_code(str(made.folder), "-".join(groups)) == made.key
    with pytest.raises(WrongRecoveryCode):
        unlock_with_code(str(made.folder), made.code)
    assert made.opens(SENTENCE)
    assert "\x1b[2J\x1b[3J\x1b[H" in window.seen


def test_the_keyring_opens_until_it_is_turned_off(made: Made, windows: list[Window], tmp_path: Path) -> None:
    (tmp_path / "ring_til_test.py").write_text(KEYRING)
    ring = {
        "PYTHONPATH": str(tmp_path),
        "PYTHON_KEYRING_BACKEND": "ring_til_test.Ring",
        "RING": str(tmp_path / "ring.json"),
    }

    def changed(turned: str, *answers: tuple[str, str], said: str) -> None:
        window = Window(made.folder, "adgang", "nøglering", turned, **ring)
        windows.append(window)
        for prompt, typed in (("Nuværende adgangssætning:", SENTENCE), *answers):
            window.wait_for(prompt)
            window.type(typed)
        window.wait_for(said)
        assert window.ends_with() == 0

    changed("til", ("kan hente nøglen uden at spørge", "ja"), said="læst tilbage og passer")
    opened = Window(made.folder, "borger", "liste", **ring)
    windows.append(opened)
    opened.wait_for("ingen borgere endnu")
    assert opened.ends_with() == 0
    assert "Adgangssætning" not in opened.seen

    changed("fra", said="slettet fra nøgleringen")
    assert made.key.hex() not in (tmp_path / "ring.json").read_text()
    again = Window(made.folder, "borger", "liste", **ring)
    windows.append(again)
    again.wait_for("Adgangssætning:")


def test_the_menu_asks_for_the_passphrase_once(made: Made, windows: list[Window]) -> None:
    window = Window(made.folder)
    windows.append(window)
    window.wait_for("Adgangssætning:")
    window.type(SENTENCE)
    for _ in range(2):
        window.wait_for("n nyt q luk")
        window.type("n")
        window.wait_for("b borger")
        window.type("f")
        window.wait_for("Enter viser listen igen")
        window.clear()
        window.type("")
    window.wait_for("n nyt q luk")
    window.type("q")

    assert window.ends_with() == 0
    assert window.seen.count("Adgangssætning:") == 1


def test_a_lost_envelope_is_taken_from_the_newest_copy(made: Made, windows: list[Window]) -> None:
    (made.folder / "noegle.json").write_text("{}")
    window = Window(made.folder, "borger", "liste")
    windows.append(window)

    window.wait_for("noegle.json var beskadiget og er hentet fra den nyeste sikkerhedskopi")
    window.wait_for("Adgangssætning:")
    window.type(SENTENCE)
    window.wait_for("ingen borgere endnu")

    assert window.ends_with() == 0
    assert made.opens(SENTENCE)
    assert (made.folder / "noegle.json.beskadiget").read_text() == "{}"
