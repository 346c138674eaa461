"""Meetings killed at any moment have kept every answer they said was saved."""

import os
import random
import shutil
import time
from collections.abc import Iterator
from datetime import datetime
from pathlib import Path

import pytest
from crashes import IN_MEMORY, NOTHING, Said, acknowledged, begin, look, lost
from forking import Forks, forks
from meeting_process import ACK_FIRST, KEY, PLACES

from figures import reached
from vforlob.store.open import open_store

pytestmark = [pytest.mark.safety, pytest.mark.tal]

# Kills after meetings by each agenda; a folder lives through some of them one after the other.
RUNS, CONTROL_RUNS, LIVES = 200, 100, 20
MOST_ANSWERS, ANSWERS_OF_A_MEETING = 50, 30


@pytest.fixture(scope="module")
def meetings() -> Iterator[Forks]:
    with forks() as started:
        yield started


@pytest.fixture
def place(tmp_path: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Path]:
    """In memory, where a sync costs nothing: what the operating system was given survives a killed process anyway."""
    folder = Path(IN_MEMORY or tmp_path, f"vforlob-kill-{os.getpid()}")
    folder.mkdir(mode=0o700)
    yield folder
    shutil.rmtree(folder)


def seconds_of_an_answer(meetings: Forks, place: Path) -> float:
    folder, count = begin(place / "hel"), 100
    process = meetings.start("meeting_process", folder, str(count))
    process.read_until(1)
    begun = time.perf_counter()
    assert process.ended().code == 0
    return (time.perf_counter() - begun) / count


def killed_meeting(meetings: Forks, folder: str, answers: int, pause: float, *options: str) -> bytes:
    """Killed `pause` seconds after it said that so many answers were saved: in the middle of its work anywhere."""
    process = meetings.start("meeting_process", folder, str(ANSWERS_OF_A_MEETING), "meetings 1000", *options)
    process.read_until(answers, b"ACK ")
    time.sleep(pause)
    ended = process.killed()
    assert (ended.code, ended.err) == (-9, "")
    return ended.out


@pytest.mark.parametrize("agenda", PLACES)
def test_no_saved_answer_is_lost(meetings: Forks, place: Path, agenda: str) -> None:
    chance, acked, missing, before = random.Random(agenda), 0, 0, NOTHING
    template, whole = begin(place / "begyndt"), seconds_of_an_answer(meetings, place)

    for run in range(RUNS):
        folder = place / str(run // LIVES)
        if run % LIVES == 0:
            shutil.copytree(template, folder)
            before = NOTHING
        answers = chance.randint(1, MOST_ANSWERS)
        said = killed_meeting(meetings, str(folder), answers, chance.random() * 3 * whole, f"agenda {agenda}")
        if run % 3 == 0:
            (folder / "vforlob.db-shm").unlink(missing_ok=True)  # a restart takes it away; it is made again
        before, acked = before.then(Said.of(said)), acked + acknowledged(said)
        missing += look(str(folder), before) != "ok"

    reached(
        1,
        f"Samtaler afbrudt med kill -9 på et tilfældigt tidspunkt: {agenda}",
        required="mindst 200 afbrud pr. dagsorden og 4.000 kvitterede svar, 0 med noget tabt",
        reached=f"{RUNS} afbrud, {acked} kvitterede svar, {missing} afbrud med noget tabt",
    )
    assert missing == 0
    assert acked >= 20 * RUNS


def test_the_test_sees_an_answer_acknowledged_too_early(meetings: Forks, place: Path) -> None:
    chance, with_loss = random.Random(42), 0
    template, whole = begin(place / "begyndt"), seconds_of_an_answer(meetings, place)

    for run in range(CONTROL_RUNS):
        folder = place / str(run)
        shutil.copytree(template, folder)
        pause = chance.random() * 3 * whole
        said = killed_meeting(meetings, str(folder), chance.randint(1, 5), pause, ACK_FIRST)
        with open_store(str(folder), KEY, _never) as store:
            with_loss += lost(store, Said.of(said)) > 0
        shutil.rmtree(folder)

    reached(
        1,
        "Modprøve: svaret kvitteres, før det er gemt",
        required="mindst 1 afbrud med tab ses",
        reached=f"{CONTROL_RUNS} afbrud, {with_loss} med tab",
        control=f"{with_loss} af {CONTROL_RUNS} med tab",
    )
    assert with_loss > 0


def _never() -> datetime:
    raise AssertionError("nothing is written here")
