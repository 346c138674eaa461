"""A new passphrase, killed at any moment: the old one or the new one opens, and the recovery code always does."""

import os
import random
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from vforlob.errors.key import WrongPassphrase
from vforlob.store.envelope import DEMO, Cost
from vforlob.store.key import create_with_passphrase, unlock_with_code, unlock_with_passphrase

pytestmark = pytest.mark.safety
KILLS = 200
CHANGING = """
import sys
from vforlob.store.key import change_passphrase, unlock_with_passphrase
folder, number = sys.argv[1], 0
key = unlock_with_passphrase(folder, "sætning 0")
print("klar", flush=True)
while True:
    number += 1
    change_passphrase(folder, key, f"sætning {number}")
    print(number, flush=True)
"""


@pytest.fixture
def folder(tmp_path: Path) -> str:
    os.mkdir(tmp_path / "data", 0o700)
    return str(tmp_path / "data")


def test_200_kills_while_the_passphrase_changes_lose_nothing(folder: str) -> None:
    key, code = create_with_passphrase(folder, "sætning 0", cost=Cost(t=1, m=8, p=1), kind=DEMO)
    first, dice = Path(folder, "noegle.json").read_bytes(), random.Random(5)
    lost = changes = 0

    for _ in range(KILLS):
        Path(folder, "noegle.json").write_bytes(first)
        last = _killed_after(folder, dice.random() * 0.03)
        changes += last
        opened = [number for number in (last, last + 1) if _opens(folder, f"sætning {number}", key)]
        lost += len(opened) != 1 or unlock_with_code(folder, code) != key

    assert lost == 0
    assert changes > KILLS  # or the kills came before anything was written


def test_what_killed_processes_left_is_swept(folder: str) -> None:
    key, _ = create_with_passphrase(folder, "sætning 0", cost=Cost(t=1, m=8, p=1), kind=DEMO)
    for number in range(5):
        draft = Path(folder, f"noegle.json.{number}.ny")
        draft.write_bytes(b"{")
        os.utime(draft, (0, 0))

    from vforlob.store.key import change_passphrase

    change_passphrase(folder, key, "sætning 1")

    assert os.listdir(folder) == ["noegle.json"]


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
