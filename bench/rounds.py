"""Measure things in turn, shuffled each round, and compare round by round: a drifting machine cancels out."""

import os
import random
import statistics
import time
from collections.abc import Callable, Mapping, Sequence
from typing import NamedTuple

Measure = Callable[[], float]


class Figure(NamedTuple):
    """Milliseconds, and the median of the ratios to the floor measured in the same round."""

    best: float
    median: float
    ratio: float


def in_turn(measures: Mapping[str, Measure], rounds: int, warm: int = 2) -> dict[str, list[float]]:
    for _ in range(warm):
        for measure in measures.values():
            measure()
    got: dict[str, list[float]] = {name: [] for name in measures}
    order = list(measures)
    for _ in range(rounds):
        random.shuffle(order)
        for name in order:
            got[name].append(measures[name]())
    return got


def figures(got: Mapping[str, Sequence[float]], floor: str) -> dict[str, Figure]:
    return {
        name: Figure(
            min(times),
            statistics.median(times),
            statistics.median(mine / its for mine, its in zip(times, got[floor], strict=True)),
        )
        for name, times in got.items()
    }


def whole_process(argv: Sequence[str], env: Mapping[str, str]) -> Measure:
    """From start to exit, nothing on stdin, nothing shown."""

    def measure() -> float:
        null = os.open(os.devnull, os.O_RDWR)
        actions = [(os.POSIX_SPAWN_DUP2, null, stream) for stream in (0, 1, 2)]
        started = time.perf_counter()
        pid = os.posix_spawn(argv[0], argv, env, file_actions=actions)
        status = os.waitpid(pid, 0)[1]
        spent = (time.perf_counter() - started) * 1000
        os.close(null)
        code = os.waitstatus_to_exitcode(status)
        if code != 0:
            raise RuntimeError(f"{' '.join(argv)} ended with {code}")
        return spent

    return measure


class Row(NamedTuple):
    """One line of the table. `kept` is None where there is no goal of its own."""

    what: str
    best: float | None
    median: float | None
    ratio: float | None
    beside: str
    goal: str = ""
    kept: bool | None = None

    def as_markdown(self) -> str:
        numbers = ("" if value is None else f"{value:.2f}" for value in (self.best, self.median, self.ratio))
        said = {None: "", True: "yes", False: "NO"}[self.kept]
        return f"| {self.what} | {' | '.join(numbers)} | {self.beside} | {self.goal} | {said} |"


def row(what: str, figure: Figure, beside: str, most: float | None = None) -> Row:
    goal = "" if most is None else f"<= {most:g}x"
    return Row(
        what, figure.best, figure.median, figure.ratio, beside, goal, None if most is None else figure.ratio <= most
    )
