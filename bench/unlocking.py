"""With a passphrase: from its Enter to the list, beside the argon2id computation by itself; and the memory it takes."""

import os
import statistics
import time
from collections.abc import Iterator

from programs import environment, vforlob
from rounds import Row, figures, in_turn, row

from terminal import Terminal
from vforlob.cli.clock import real_clock
from vforlob.store.key import create_with_passphrase
from vforlob.store.open import create_store
from vforlob.store.wrapping import DEFAULT_COST

PASSPHRASE = "en lang sætning med hest og lampe"
MOST_MIB = 110


def measure_unlock(place: str, rounds: int, peers: dict[str, list[str]], large: int) -> Iterator[Row]:
    folder = os.path.join(place, "adgang")
    os.makedirs(folder, 0o700)
    key, _ = create_with_passphrase(folder, PASSPHRASE)
    create_store(folder, key, real_clock).close()
    memory: list[float] = []
    measures = {"argon2id by itself": _argon2, "passphrase to list": lambda: _unlocked(folder, memory)}
    for name, figure in figures(in_turn(measures, max(5, rounds // 2), warm=1), "argon2id by itself").items():
        yield row(name, figure, "argon2id", 1.5 if name == "passphrase to list" else None)
    peak = statistics.median(memory)
    yield Row("peak memory with a passphrase, MiB", min(memory), peak, None, "", f"<= {MOST_MIB}", peak <= MOST_MIB)


def _argon2() -> float:
    from cryptography.hazmat.primitives.kdf.argon2 import Argon2id

    started = time.perf_counter()
    Argon2id(
        salt=b"s" * 16, length=32, iterations=DEFAULT_COST.t, lanes=DEFAULT_COST.p, memory_cost=DEFAULT_COST.m
    ).derive(PASSPHRASE.encode())
    return (time.perf_counter() - started) * 1000


def _unlocked(folder: str, memory: list[float]) -> float:
    with Terminal(vforlob("--mappe", folder), environment()) as terminal:
        terminal.until("Adgangssætning")
        terminal.until_reading()
        time.sleep(1.0)
        pressed = terminal.send(f"{PASSPHRASE}\r")
        painted = terminal.until("Her er ingen borgere endnu")
        memory.append(terminal.usage().peak_mib)
        return (painted - pressed) * 1000
