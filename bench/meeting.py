"""From Enter on `vforlob opfølgning` to the first question and the next, on a real terminal, in the demo's folder."""

import os
import shutil
import statistics
import time
from collections.abc import Callable, Iterator

from programs import FLOOR, environment, vforlob
from rounds import Figure, Row, figures, in_turn, row, whole_process

from terminal import Terminal

BEGIN = "Enter begynder"
WIDGET = "Hvem er med"
READING = 1.5  # seconds a reader spends on the briefing
MOST_MIB = 40
QUESTIONS = ("Hvordan taler I sammen", "Hvilken dag", "Klokken")


def measure_meeting(place: str, rounds: int, peers: dict[str, list[str]], large: int) -> Iterator[Row]:
    folder, env = os.path.join(place, "demo"), environment()
    whole_process(vforlob("demo", "--kun-data", "--mappe", folder), env)()
    fresh = Fresh(folder, os.path.join(place, "prøve"))
    line = vforlob("opfølgning", _shown(folder), "--mappe", fresh.folder)
    memory: list[float] = []
    floor = whole_process(FLOOR, env)
    measures: dict[str, Callable[[], float]] = {
        "floor": floor,
        "briefing painted": fresh.before(lambda: _painted(line, env, memory)),
        "first prompt takes keys": fresh.before(lambda: _takes_keys(line, env)),
        "typed ahead: first widget takes keys": fresh.before(lambda: _typed_ahead(line, env)),
        **{f"{name}: first prompt": _peer(name, argv, env, place) for name, argv in peers.items()},
    }
    found = figures(in_turn(measures, rounds), "floor")
    goals = {"briefing painted": 5, "first prompt takes keys": 6, "typed ahead: first widget takes keys": 14}
    for name, figure in found.items():
        yield row(name, figure, "floor", goals.get(name))
    yield Row(
        "peak memory at the first prompt, MiB",
        min(memory),
        statistics.median(memory),
        None,
        "",
        f"<= {MOST_MIB}",
        statistics.median(memory) <= MOST_MIB,
    )
    yield from _between(fresh, line, env, peers, place, max(5, rounds // 2))


class Fresh:
    """The demo as it was built, anew before each measure: a samtale goes on where the last one was left."""

    def __init__(self, built: str, folder: str) -> None:
        self._built, self.folder = built, folder

    def before(self, measure: Callable[[], float]) -> Callable[[], float]:
        def measured() -> float:
            shutil.rmtree(self.folder, ignore_errors=True)
            shutil.copytree(self._built, self.folder)
            return measure()

        return measured


def _shown(folder: str) -> str:
    from vforlob.actions.demo import shown_forlob
    from vforlob.cli.clock import real_clock
    from vforlob.store.keyfile import demo_key
    from vforlob.store.open import open_store

    with open_store(folder, demo_key(folder), real_clock) as store:
        return f"f{shown_forlob(store)}"


def _painted(line: list[str], env: dict[str, str], memory: list[float]) -> float:
    with Terminal(line, env) as terminal:
        spent = terminal.until(BEGIN) - terminal.started
        memory.append(terminal.usage().peak_mib)
        return spent * 1000


def _takes_keys(line: list[str], env: dict[str, str]) -> float:
    with Terminal(line, env) as terminal:
        terminal.until(BEGIN)
        return (terminal.until_reading() - terminal.started) * 1000


def _typed_ahead(line: list[str], env: dict[str, str]) -> float:
    with Terminal(line, env) as terminal:
        terminal.until(BEGIN)
        terminal.send("\r")
        terminal.until(WIDGET)
        return (terminal.until_reading() - terminal.started) * 1000


def _after_reading(line: list[str], env: dict[str, str]) -> float:
    with Terminal(line, env) as terminal:
        terminal.until(BEGIN)
        time.sleep(READING)
        pressed = terminal.send("\r")
        terminal.until(WIDGET)
        return (terminal.until_reading() - pressed) * 1000


def _to_next(line: list[str], env: dict[str, str]) -> float:
    """Enter on a question to the next one taking keys, the answer saved; the median of three."""
    spent = []
    with Terminal(line, env) as terminal:
        terminal.until(BEGIN)
        time.sleep(READING)
        terminal.send("\r")
        terminal.until(WIDGET)
        terminal.until_reading()
        for question in QUESTIONS:
            time.sleep(0.1)
            pressed = terminal.send("\r")
            terminal.until(question)
            spent.append((terminal.until_reading() - pressed) * 1000)
    return statistics.median(spent)


def _between(
    fresh: Fresh, line: list[str], env: dict[str, str], peers: dict[str, list[str]], place: str, rounds: int
) -> Iterator[Row]:
    """These wait for a reader, so they are measured by themselves."""
    measures: dict[str, Callable[[], float]] = {
        "Enter to the first widget, after 1.5 s": fresh.before(lambda: _after_reading(line, env)),
        "keys to next prompt, saved": fresh.before(lambda: _to_next(line, env)),
    }
    if "copier" in peers:
        measures["copier: keys to next prompt"] = lambda: _copier_next(peers["copier"], env, place)
    got = in_turn(measures, rounds, warm=1)
    for name, times in got.items():
        figure = Figure(min(times), statistics.median(times), 0)
        most = {"Enter to the first widget, after 1.5 s": 60, "keys to next prompt, saved": 20}.get(name)
        yield Row(
            name,
            figure.best,
            figure.median,
            None,
            "",
            f"<= {most} ms" if most else "",
            None if most is None else figure.median <= most,
        )
    if "copier" in peers:
        ours, theirs = got["keys to next prompt, saved"], got["copier: keys to next prompt"]
        ratio = statistics.median(a / b for a, b in zip(ours, theirs, strict=True))
        yield Row("keys to next prompt", None, None, ratio, "copier", "<= 0.5x", ratio <= 0.5)


def _peer(name: str, argv: list[str], env: dict[str, str], place: str) -> Callable[[], float]:
    pattern = {"copier": r"Svar 1\?", "jrnl": r"Writing Entry|Ctrl"}[name]

    def measure() -> float:
        shutil.rmtree(os.path.join(place, "ud"), ignore_errors=True)
        with Terminal(argv, env) as terminal:
            return (terminal.until(pattern) - terminal.started) * 1000

    return measure


def _copier_next(argv: list[str], env: dict[str, str], place: str) -> float:
    shutil.rmtree(os.path.join(place, "ud"), ignore_errors=True)
    with Terminal(argv, env) as terminal:
        terminal.until(r"Svar 1\?")
        terminal.until_reading()
        time.sleep(0.1)
        pressed = terminal.send("ja\r")
        terminal.until(r"Svar 2\?")
        return (terminal.until_reading() - pressed) * 1000
