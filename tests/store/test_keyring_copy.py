"""The copy of the key in the operating system's keyring: opted in to, checked, never needed."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from vforlob.errors.key import NoKeyring, WrongRawKey
from vforlob.store import keyring_copy
from vforlob.store.envelope import read_envelope
from vforlob.store.key import create_with_raw_key

KEY = bytes(range(32))


class Remembering:
    """A keyring that works."""

    def __init__(self) -> None:
        self.kept: dict[tuple[str, str], str] = {}

    def get_password(self, service: str, username: str) -> str | None:
        return self.kept.get((service, username))

    def set_password(self, service: str, username: str, password: str) -> None:
        self.kept[service, username] = password

    def delete_password(self, service: str, username: str) -> None:
        del self.kept[service, username]


class Refusing(Remembering):
    """A keyring whose owner clicked no."""

    def get_password(self, service: str, username: str) -> str | None:
        raise OSError(username)

    set_password = delete_password = get_password  # type: ignore[assignment]


class Forgetting(Remembering):
    """A keyring that says yes and keeps nothing."""

    def set_password(self, service: str, username: str, password: str) -> None:
        pass


@pytest.fixture
def private(tmp_path: Path) -> str:
    os.mkdir(tmp_path / "mappe", 0o700)
    create_with_raw_key(str(tmp_path / "mappe"), KEY)
    return str(tmp_path / "mappe")


def test_a_kept_key_is_given_back(private: str) -> None:
    keyring = Remembering()

    keyring_copy.keep(private, KEY, keyring)

    assert keyring_copy.fetch(private, keyring) == KEY
    assert read_envelope(private).in_keyring


def test_nobody_who_did_not_ask_for_it_is_looked_up(private: str) -> None:
    assert keyring_copy.fetch(private, Refusing()) is None


def test_the_name_in_the_keyring_tells_nothing_of_the_folder(private: str) -> None:
    keyring = Remembering()

    keyring_copy.keep(private, KEY, keyring)

    ((service, name),) = keyring.kept
    assert service == "vforlob"
    assert name == read_envelope(private).mark


@pytest.mark.parametrize("text", ["", "ikke hex", "00" * 32, "00", "å"])
def test_another_key_in_the_keyring_means_that_the_passphrase_is_asked_for(private: str, text: str) -> None:
    keyring = Remembering()
    keyring_copy.keep(private, KEY, keyring)
    keyring.kept = dict.fromkeys(keyring.kept, text)

    assert keyring_copy.fetch(private, keyring) is None


@pytest.mark.parametrize("keyring", [Refusing(), Remembering()])
def test_a_keyring_that_lost_it_or_says_no_means_the_same(private: str, keyring: Remembering) -> None:
    keyring_copy.keep(private, KEY, Remembering())

    assert keyring_copy.fetch(private, keyring) is None


@pytest.mark.parametrize("keyring", [Refusing(), Forgetting()])
def test_a_keyring_that_does_not_keep_it_is_not_noted(private: str, keyring: Remembering) -> None:
    with pytest.raises(NoKeyring):
        keyring_copy.keep(private, KEY, keyring)

    assert not read_envelope(private).in_keyring


def test_the_key_of_another_folder_is_not_put_there(private: str) -> None:
    keyring = Remembering()

    with pytest.raises(WrongRawKey):
        keyring_copy.keep(private, bytes(32), keyring)

    assert keyring.kept == {}


def test_a_forgotten_copy_is_gone(private: str) -> None:
    keyring = Remembering()
    keyring_copy.keep(private, KEY, keyring)

    keyring_copy.forget(private, keyring)

    assert keyring.kept == {}
    assert not read_envelope(private).in_keyring


def test_a_machine_without_a_keyring_says_so() -> None:
    program = (
        "from vforlob.store.keyring_copy import system_keyring\nfrom vforlob.errors.key import NoKeyring\n"
        "try: system_keyring()\nexcept NoKeyring: print('ingen')"
    )
    without = {**os.environ, "PYTHON_KEYRING_BACKEND": "keyring.backends.fail.Keyring"}

    ran = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=False, env=without)

    assert (ran.stdout, ran.stderr) == ("ingen\n", "")
