"""One answer on the disk, beside writing and syncing four KiB in the same folder; and how often it syncs."""

import os
import shutil
import subprocess
import time
from collections.abc import Iterator

from programs import KEY, PYTHON, environment
from rounds import Row, figures, in_turn, row

from vforlob.cli.clock import real_clock
from vforlob.model.answers import Key
from vforlob.model.borger import Borger
from vforlob.model.samtale import Samtale
from vforlob.store.answers import save_answer
from vforlob.store.key import create_with_raw_key
from vforlob.store.open import create_store, open_store
from vforlob.store.store import Store

SAVES = 100
TEXT = "Det går bedre, end jeg troede, og mødetiden passer nu. " * 2
# The counting runs by itself, so that nothing but the saves is counted.
COUNTED = f"""
import sys
sys.path.insert(0, {os.path.dirname(os.path.abspath(__file__))!r})
from saving import save_many
save_many(sys.argv[1], int(sys.argv[2]))
"""


def measure_saving(place: str, rounds: int, peers: dict[str, list[str]], large: int) -> Iterator[Row]:
    folder = os.path.join(place, "gem")
    samtale = _made(folder)
    with open_store(folder, KEY, real_clock) as store, open(os.path.join(place, "fire"), "wb", buffering=0) as file:
        measures = {
            "floor: write and fsync 4 KiB": lambda: _written(file.fileno()),
            "one answer saved": lambda: _saved(store, samtale),
        }
        got = in_turn(measures, rounds * 20, warm=20)
    for name, figure in figures(got, "floor: write and fsync 4 KiB").items():
        yield row(name, figure, "write+fsync", 1.6 if name == "one answer saved" else None)
    count = _syncs(folder, SAVES) - _syncs(folder, 0)
    if shutil.which("strace"):
        yield Row("fsyncs a save", None, None, count / SAVES, "", "<= 1.1", count / SAVES <= 1.1)
    else:
        yield Row("fsyncs a save: strace is not here", None, None, None, "")


def save_many(folder: str, count: int) -> None:
    with open_store(folder, KEY, real_clock) as store:
        for place in range(count):
            save_answer(store, 1, 1, Key("hvordan_gar_det", "borger_tekst"), f"{TEXT} {place}")


def _made(folder: str) -> int:
    os.makedirs(folder, 0o700)
    create_with_raw_key(folder, KEY)
    with create_store(folder, KEY, real_clock) as store, store.doing("bench"):
        borger = store.door(Borger).add(Borger(0, "P-1"))
        return store.door(Samtale).add(Samtale(0, "opfolgning", "0" * 64, borger.nr, dato="2026-11-20")).nr


_turn = iter(range(10**9))


def _saved(store: Store, samtale: int) -> float:
    text = f"{TEXT} {next(_turn)}"
    started = time.perf_counter()
    save_answer(store, samtale, 1, Key("hvordan_gar_det", "borger_tekst"), text)
    return (time.perf_counter() - started) * 1000


def _written(file: int) -> float:
    started = time.perf_counter()
    os.pwrite(file, b"x" * 4096, 0)
    os.fsync(file)
    return (time.perf_counter() - started) * 1000


def _syncs(folder: str, count: int) -> int:
    if not shutil.which("strace"):
        return 0
    line = ["strace", "-f", "-c", "-e", "trace=fsync,fdatasync", PYTHON, "-c", COUNTED, folder, str(count)]
    said = subprocess.run(line, env=environment(), capture_output=True, text=True, check=True).stderr
    rows = [words for line in said.splitlines() if (words := line.split()) and words[-1] in {"fsync", "fdatasync"}]
    return sum(int(words[3]) for words in rows)
