"""The lists at 40 forløb and at many: whole processes, encrypted, raw key."""

import os
import statistics
from collections.abc import Iterator

from caseload import build_caseload
from programs import FLOOR, KEY, vforlob, with_key
from rounds import Row, figures, in_turn, row, whole_process

from vforlob.cli.clock import real_clock

SMALL = 40


def measure_lists(place: str, rounds: int, peers: dict[str, list[str]], large: int) -> Iterator[Row]:
    env = with_key(place)
    folders = {count: os.path.join(place, f"sager{count}") for count in (SMALL, large)}
    for count, folder in folders.items():
        if not os.path.exists(folder):
            build_caseload(folder, KEY, count, real_clock)
    measures = {"floor": whole_process(FLOOR, env)}
    for command in ("forløb liste", "i-dag"):
        for count, folder in folders.items():
            measures[f"{command}, {count}"] = whole_process(vforlob(*command.split(), "--mappe", folder), env)
    got = in_turn(measures, rounds)
    for name, figure in figures(got, "floor").items():
        yield row(name, figure, "floor", None if name == "floor" else 5)
    for command in ("forløb liste", "i-dag"):
        pairs = zip(got[f"{command}, {large}"], got[f"{command}, {SMALL}"], strict=True)
        ratio = statistics.median(many / few for many, few in pairs)
        yield Row(f"{command}, {large}", None, None, ratio, f"{SMALL}", "<= 1.3x", ratio <= 1.3)
