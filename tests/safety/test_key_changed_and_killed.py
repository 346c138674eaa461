"""A new passphrase, killed at any moment: the old one or the new one opens, and the recovery code always does."""

import os
import random
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from figures import reached
from vforlob.actions.adgang import give_new_passphrase
from vforlob.errors.key import MistypedRecoveryCode, WrongPassphrase, WrongRecoveryCode
from vforlob.store.copied_envelopes import old_envelopes, renew_envelopes
from vforlob.store.envelope import DEMO, Cost
from vforlob.store.key import create_with_passphrase, unlock_with_code, unlock_with_passphrase
from vforlob.store.recovery import code_of, new_secret

pytestmark = pytest.mark.safety
KILLS, TYPOS = 200, 2000
COPIES = ("2026-11-20T083000Z_000100", "2026-11-21T083000Z_000123")
ALPHABET = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"
CHANGING = """
import sys
from vforlob.actions.adgang import give_new_passphrase
from vforlob.store.key import unlock_with_passphrase
folder, number = sys.argv[1], 0
key = unlock_with_passphrase(folder, "sætning 0")
print("klar", flush=True)
while True:
    number += 1
    give_new_passphrase(folder, key, f"sætning {number}")
    print(number, flush=True)
"""


@pytest.fixture
def folder(tmp_path: Path) -> str:
    os.mkdir(tmp_path / "data", 0o700)
    return str(tmp_path / "data")


@pytest.mark.tal
def test_200_kills_while_the_passphrase_changes_lose_nothing(folder: str) -> None:
    """The folder and each copy open with the passphrase before or the one after, never with none, and the copies can
    be told and brought along.
    """
    key, code = create_with_passphrase(folder, "sætning 0", cost=Cost(t=1, m=8, p=1), kind=DEMO)
    first, dice = Path(folder, "noegle.json").read_bytes(), random.Random(5)
    lost = changes = behind = 0
    took = _time_of_a_change(folder, key)

    for _ in range(KILLS):
        for path in (Path(folder, "noegle.json"), *_copies(folder)):
            path.touch(0o600)
            path.write_bytes(first)
        last = _killed_after(folder, dice.random() * took * 5)
        changes += last
        opened = [number for number in (last, last + 1) if _opens(folder, f"sætning {number}", key)]
        lost += len(opened) != 1 or unlock_with_code(folder, code) != key
        lost += not all(_copy_opens(folder, path, (last, last + 1), key) for path in _copies(folder))
        behind += bool(old_envelopes(folder))
        renew_envelopes(folder)
        lost += old_envelopes(folder) != ()

    wrong = not _opens(folder, "en helt anden sætning", key)
    reached(
        19,
        "Slukket (kill -9), mens adgangssætningen skiftes, i datamappen og i kopierne",
        required=f"{KILLS} gange, 0 tabt",
        reached=f"{KILLS} gange i {changes} skift, {lost} tabt",
        control=f"en forkert sætning åbner: {'nej' if wrong else 'ja'}; kopier bagefter {behind} gange, alle fundet",
    )
    assert lost == 0
    assert wrong
    assert changes > KILLS  # or the kills came before anything was written
    assert behind  # or none came between the folder and its copies


@pytest.mark.tal
def test_2000_recovery_codes_with_one_wrong_character_open_nothing(folder: str) -> None:
    key, code = create_with_passphrase(folder, "sætning 0", cost=Cost(t=1, m=8, p=1), kind=DEMO)
    dice = random.Random(19)
    places = [place for place, character in enumerate(code) if character != "-"]
    accepted = 0

    for _ in range(TYPOS):
        place = dice.choice(places)
        other = dice.choice([character for character in ALPHABET if character != code[place]])
        accepted += _is_taken(folder, code[:place] + other + code[place + 1 :], key)
    right, strange = _is_taken(folder, code, key), _is_taken(folder, code_of(new_secret()), key)

    reached(
        19,
        "Gendannelseskoder med ét forkert tegn",
        required=f"{TYPOS} koder, 0 godtaget",
        reached=f"{TYPOS} koder, {accepted} godtaget",
        control=f"den rigtige åbner: {'ja' if right else 'nej'}; en andens åbner: {'ja' if strange else 'nej'}",
    )
    assert (accepted, right, strange) == (0, True, False)


def test_what_killed_processes_left_is_swept(folder: str) -> None:
    key, _ = create_with_passphrase(folder, "sætning 0", cost=Cost(t=1, m=8, p=1), kind=DEMO)
    for number in range(5):
        draft = Path(folder, f"noegle.json.{number}.ny")
        draft.write_bytes(b"{")
        os.utime(draft, (0, 0))

    from vforlob.store.key import change_passphrase

    change_passphrase(folder, key, "sætning 1")

    assert os.listdir(folder) == ["noegle.json"]


def _time_of_a_change(folder: str, key: bytes) -> float:
    """On this machine, with whatever else it does now."""
    for path in _copies(folder):
        path.touch(0o600)
    begun = time.monotonic()
    for number in range(1, 6):
        give_new_passphrase(folder, key, f"sætning {number}")
    return (time.monotonic() - begun) / 5


def _killed_after(folder: str, seconds: float) -> int:
    """The number of the last change that was acknowledged."""
    changing = subprocess.Popen([sys.executable, "-c", CHANGING, folder], stdout=subprocess.PIPE, text=True)
    assert changing.stdout is not None
    assert changing.stdout.readline() == "klar\n"
    time.sleep(seconds)
    changing.send_signal(signal.SIGKILL)
    said = changing.communicate()[0].split("\n")
    return max((int(line) for line in said[:-1] if line), default=0)


def _opens(folder: str, passphrase: str, key: bytes) -> bool:
    try:
        return unlock_with_passphrase(folder, passphrase) == key
    except WrongPassphrase:
        return False


def _copies(folder: str) -> list[Path]:
    Path(folder, "kopier").mkdir(0o700, exist_ok=True)
    return [Path(folder, "kopier", f"{name}.noegle.json") for name in COPIES]


def _copy_opens(folder: str, path: Path, numbers: tuple[int, int], key: bytes) -> bool:
    """As somebody would who has nothing but the copy. One behind may be of the passphrase before the last."""
    away = Path(folder).parent / "medtaget"
    away.mkdir(0o700, exist_ok=True)
    (away / "noegle.json").touch(0o600)
    (away / "noegle.json").write_bytes(path.read_bytes())
    return any(_opens(str(away), f"sætning {number}", key) for number in range(max(0, numbers[0] - 1), numbers[1] + 1))


def _is_taken(folder: str, code: str, key: bytes) -> bool:
    try:
        return unlock_with_code(folder, code) == key
    except (MistypedRecoveryCode, WrongRecoveryCode):
        return False
