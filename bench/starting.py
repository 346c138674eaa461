"""Starts that show something and end: the version, the help."""

from collections.abc import Iterator

from programs import FLOOR, environment, vforlob, without_script
from rounds import Row, figures, in_turn, row, whole_process


def measure_starts(place: str, rounds: int, peers: dict[str, list[str]], large: int) -> Iterator[Row]:
    env = environment()
    lines = {
        "floor: python -c pass": FLOOR,
        "--version": without_script("--version"),
        "--version, with pip's start script": vforlob("--version"),
        "root --hjælp": vforlob("--hjælp"),
        **{f"{name} --version": [line[0], "--version"] for name, line in peers.items()},
    }
    got = in_turn({name: whole_process(line, env) for name, line in lines.items()}, rounds)
    found = figures(got, "floor: python -c pass")
    goals = {"--version": 1.25, "root --hjælp": 8.0}
    for name, figure in found.items():
        yield row(name, figure, "floor", goals.get(name))
