"""Fifty thousand answers: opening, saving, looking through and searching stay as quick as a consultant needs."""

import itertools
import os
import statistics
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from checked import hold, set_up
from figures import reached
from handed import NOW
from running import KEY, key_file
from vforlob.model.answers import Key
from vforlob.store.answers import put_answer, save_answer
from vforlob.store.copies import make_copy
from vforlob.store.envelope import PASSPHRASE
from vforlob.store.key import create_with_passphrase, unlock_with_passphrase
from vforlob.store.open import open_store
from vforlob.store.sogning_index import catch_up

pytestmark = [pytest.mark.safety, pytest.mark.tal]

ANSWERS, SAMTALER = 50_000, 200
PASSWORD = "fem danske ord i en lang sætning"
SAVES, ROUNDS, MORE_ROUNDS = 400, 5, 10
ORDINARY = 15  # milliseconds from start to end of a Python that does nothing
WORDS = ("pausen", "bussen", "lageret", "mødetiden", "opgaven", "lederen", "praktikken", "timerne")


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """With a passphrase, as hers is; its key is known to the test, so that a process may have it as a file."""
    place = set_up(tmp_path_factory.mktemp("mange") / "mappe")
    with open_store(str(place), KEY, lambda: NOW) as store:
        for number in range(SAMTALER):
            samtale = hold(store, done=False)
            with store.doing("svar"):
                for nr in range(ANSWERS // SAMTALER):
                    put_answer(
                        store,
                        samtale.nr,
                        1,
                        Key(f"punkt_{nr % 10}", f"felt_{nr // 10 % 5}", nr // 50),
                        _said(number, nr),
                    )
        catch_up(store)
        make_copy(store)
    return place


def _said(number: int, nr: int) -> str:
    word, other = WORDS[nr % len(WORDS)], WORDS[(number + nr) % len(WORDS)]
    rare = " boligansøgning" if nr == 7 and number % 40 == 0 else ""
    return f"Vi talte om {word} og {other}, og hvad der skal til, før det går af sig selv{rare}"


def test_there_are_as_many_as_it_says(folder: Path) -> None:
    with open_store(str(folder), KEY, lambda: NOW) as store:
        assert store.rows("SELECT count(*) FROM svar_nu")[0][0] >= ANSWERS


def test_unlocking_and_opening(folder: Path, tmp_path: Path) -> None:
    """The passphrase is worked out at its real cost, then the large database is opened."""
    locked = tmp_path / "låst"
    locked.mkdir(mode=0o700)
    create_with_passphrase(str(locked), PASSWORD, kind=PASSPHRASE)

    def unlocked_and_opened() -> None:
        unlock_with_passphrase(str(locked), PASSWORD)
        open_store(str(folder), KEY, lambda: NOW).close()

    _reach("låse op og åbne", 1000, unlocked_and_opened)


def test_saving_one_answer(folder: Path) -> None:
    """Each alone and on the disk when it returns; the slowest of a hundred counts."""
    with open_store(str(folder), KEY, lambda: NOW) as store:
        numbers = itertools.count()
        samtale = hold(store, done=False)

        def save() -> None:
            save_answer(store, samtale.nr, 1, Key("socialt", "borger_tekst", next(numbers)), "Det går bedre nu")

        _reach_with(
            "gemme ét svar, p99", 50, lambda: statistics.quantiles(map(_milliseconds, [save] * SAVES), n=100)[98]
        )


def test_searching(folder: Path) -> None:
    """The whole of the search inside the program, as many times as somebody would try."""
    from vforlob.rules.sogning import read_query
    from vforlob.store.sogning import Wanted, search

    with open_store(str(folder), KEY, lambda: NOW) as store:
        catch_up(store)

        def search_for(word: str) -> None:
            search(store, Wanted(read_query(word)), 0, 20)

        words = ("boligansøgning", "pausen", '"skal til"', "mødetiden bussen", "findesikke")
        _reach_with("søge", 100, lambda: max(_milliseconds(lambda word=word: search_for(word)) for word in words))


@pytest.mark.parametrize(("what", "options", "most"), [("tjek", (), 2000), ("tjek --hurtig", ("--hurtig",), 300)])
def test_looking_through_all_of_it(folder: Path, what: str, options: tuple[str, ...], most: int) -> None:
    """The whole process, from the shell to its last line."""
    _reach(what, most, lambda: _run("tjek", *options, folder=folder))


def _run(*line: str, folder: Path) -> None:
    env = {"PATH": os.environ["PATH"], "VFORLOB_NOEGLEFIL": key_file(folder), "VFORLOB_NU": "2026-11-20T14:00"}
    command = [sys.executable, "-m", "vforlob", *line, "--mappe", str(folder)]
    ran = subprocess.run(command, env=env, capture_output=True, text=True)
    assert ran.returncode == 0, ran.stdout + ran.stderr


def _reach(what: str, most: int, call: Callable[[], Any]) -> None:
    _reach_with(what, most, lambda: _milliseconds(call))


def _reach_with(what: str, most: int, measure: Callable[[], float]) -> None:
    """The best of a few, and of some more where it was not reached: what else the machine does is not ours. On one
    where Python itself starts slower than on an ordinary one, as much more time is given; the figure says both.
    """
    floor = min(_milliseconds(_python) for _ in range(ROUNDS))
    allowed = most * max(1.0, floor / ORDINARY)
    best = min(measure() for _ in range(ROUNDS))
    for _ in range(MORE_ROUNDS):
        if best > allowed:
            best = min(best, measure())
    reached(
        22, f"50.000 svar: {what}", required=f"{most} ms", reached=f"{best:.0f} ms, hvor Python alene tog {floor:.0f}"
    )
    assert best <= allowed


def _python() -> None:
    subprocess.run([sys.executable, "-c", "pass"], check=True)


def _milliseconds(call: Callable[[], Any]) -> float:
    began = time.perf_counter()
    call()
    return (time.perf_counter() - began) * 1000
