"""The real menu after a sleep of the machine: the process stops and goes on, and the clock on the wall is far ahead."""

import os
import shutil
import signal
import subprocess
import sys
import time
from datetime import datetime
from functools import cache
from pathlib import Path

import pexpect
import pytest

from figures import reached
from running import run

pytestmark = [pytest.mark.safety, pytest.mark.terminal]
WINDOWS, PATIENCE = 20, 60
LOCKED = r"Låst, fordi computeren har været i dvale. Start igen med:\s+vforlob"
EMPTIED = "\x1b[2J\x1b[3J\x1b[H"


@pytest.fixture(scope="module")
def demo(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("dvale") / "demo"
    assert run("demo", "--kun-data", folder=folder).code == 0
    return folder


@cache
def library() -> str:
    """What is loaded before a program that is to have another time. faketime leaves shared memory named by the number
    of its process; where that number is given a second time, it gives up, and is asked again with the next.
    """
    faketime = shutil.which("faketime")
    assert faketime, "the program faketime is missing"
    asked = [faketime, "-m", "-f", "+0", "printenv", "LD_PRELOAD"]
    tries = (subprocess.run(asked, capture_output=True, text=True, check=False) for _ in range(10))
    return next(ran.stdout.strip() for ran in tries if ran.returncode == 0)


def around(clock: Path, *, plain: bool = False) -> dict[str, str]:
    """Every process with this around it has the time that the file says."""
    kept = {name: value for name, value in os.environ.items() if not name.startswith("VFORLOB_")}
    return kept | {
        "TERM": "xterm",
        "LD_PRELOAD": library(),
        "FAKETIME_TIMESTAMP_FILE": str(clock),
        "FAKETIME_DONT_FAKE_MONOTONIC": "1",
        "FAKETIME_NO_CACHE": "1",
        "VFORLOB_ENKEL": "1" if plain else "",
    }


def opened(demo: Path, env: dict[str, str], *, in_a_prompt: bool) -> pexpect.spawn:
    window = pexpect.spawn(
        sys.executable,
        ["-m", "vforlob", "--mappe", str(demo)],
        env=env,
        encoding="utf-8",
        dimensions=(24, 200),
        timeout=PATIENCE,
    )
    window.expect("q luk")
    if in_a_prompt:
        window.send("n\r")
        window.expect("b borger")
        window.send("b\r")
        window.expect("Alias")
        window.send("Hemmelig-7")
        window.expect("Hemmelig-7")
    return window


def slept(windows: list[pexpect.spawn], clock: Path, seconds: int) -> None:
    for window in windows:
        window.kill(signal.SIGSTOP)
    clock.write_text(f"+{seconds}")
    time.sleep(2)
    for window in windows:
        window.kill(signal.SIGCONT)


@pytest.mark.tal
def test_20_of_20_sleeps_lock_the_menu_and_the_prompts_in_it(demo: Path, tmp_path: Path) -> None:
    clock = tmp_path / "ur"
    clock.write_text("+0")
    windows = [opened(demo, around(clock), in_a_prompt=number % 2 == 1) for number in range(WINDOWS)]

    slept(windows, clock, 30)
    time.sleep(2)
    without = sum(not window.isalive() for window in windows)
    slept(windows, clock, 20 * 60)
    locked = emptied = 0
    for window in windows:
        is_locked = window.expect([LOCKED, pexpect.TIMEOUT]) == 0
        emptied += is_locked and EMPTIED in window.before and "Hemmelig" not in window.before.rpartition(EMPTIED)[2]
        window.expect(pexpect.EOF)
        window.close()
        locked += is_locked and window.exitstatus == 0

    reached(
        5,
        "Dvale med menuen åben, hver anden midt i et spørgsmål: låst og skærmen ryddet",
        required=f"{WINDOWS} af {WINDOWS}",
        reached=f"{min(locked, emptied)} af {WINDOWS}",
        control=f"uden dvale: {without} låst",
    )
    assert (locked, emptied, without) == (WINDOWS, WINDOWS, 0)


def test_left_by_a_letter_the_menu_takes_its_list_off_the_screen(demo: Path, tmp_path: Path) -> None:
    clock = tmp_path / "ur"
    clock.write_text("+0")
    window = opened(demo, around(clock), in_a_prompt=False)

    window.send("q\r")
    window.expect("Lukket, og skærmen er ryddet.")
    window.close()

    assert EMPTIED in window.before


def test_plain_lines_are_locked_without_a_control_character(demo: Path, tmp_path: Path) -> None:
    clock = tmp_path / "ur"
    clock.write_text("+0")
    window = opened(demo, around(clock, plain=True), in_a_prompt=False)
    before = window.before

    slept([window], clock, 20 * 60)
    window.expect(LOCKED)
    said = before + window.before
    window.close()

    assert "\x1b" not in said
    assert "Ryd selv skærmen" in said


def test_on_a_new_day_the_line_to_begin_again_with_is_for_the_same_folder(demo: Path, tmp_path: Path) -> None:
    clock, now = tmp_path / "ur", datetime.now()  # a clock that jumped would lock the menu: the new day is waited for
    evening = now.replace(hour=23, minute=59, second=50) - now
    clock.write_text(f"+{max(0, round(evening.total_seconds()))}")
    window = opened(demo, around(clock), in_a_prompt=False)

    window.send("l\r")
    window.expect("Enter viser listen igen")
    time.sleep(12)
    window.send("\r")
    window.expect("en ny dag")
    window.expect(pexpect.EOF)
    said = window.before
    window.close()

    assert f"vforlob --mappe {demo}" in said
