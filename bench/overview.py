"""The overview at 40 forløb and at many: as it is kept, and just after something was written. Whole processes."""

import os
import statistics
from collections.abc import Iterator

from caseload import build_caseload
from programs import FLOOR, KEY, vforlob, with_key
from rounds import Measure, Row, figures, in_turn, row, whole_process

from vforlob.cli.clock import real_clock
from vforlob.model.kontakt import Kontakt
from vforlob.store.open import open_store

SMALL = 40
MOST = 1.3


def measure_overview(place: str, rounds: int, peers: dict[str, list[str]], large: int) -> Iterator[Row]:
    env = with_key(place)
    folders = {count: os.path.join(place, f"sager{count}") for count in (SMALL, large)}
    measures = {"floor": whole_process(FLOOR, env)}
    for count, folder in folders.items():
        if not os.path.exists(folder):
            build_caseload(folder, KEY, count, real_clock)
        once = whole_process(vforlob("overblik", "--mappe", folder), env)
        yield Row(f"overblik, {count}, the very first time", first := once(), first, None, "")
        measures[f"overblik, {count}"] = once
        measures[f"overblik just after a contact, {count}"] = after_writing(folder, once)
        measures[f"ringerunde, {count}"] = whole_process(vforlob("ringerunde", "--mappe", folder), env)
        measures[f"match b1, {count}"] = whole_process(vforlob("match", "b1", "--mappe", folder), env)
    got = in_turn(measures, rounds)
    for name, figure in figures(got, "floor").items():
        yield row(name, figure, "floor", 5 if name.startswith("overblik, ") else None)
    for what in ("overblik", "overblik just after a contact"):
        pairs = zip(got[f"{what}, {large}"], got[f"{what}, {SMALL}"], strict=True)
        ratio = statistics.median(many / few for many, few in pairs)
        goal, kept = (f"<= {MOST}x", ratio <= MOST) if what == "overblik" else ("", None)
        yield Row(f"{what}, {large}", None, None, ratio, f"{SMALL}", goal, kept)


def after_writing(folder: str, measure: Measure) -> Measure:
    """Only what comes after the writing is timed."""

    def written_then_measured() -> float:
        with open_store(folder, KEY, real_clock) as store, store.doing("bench"):
            today = store.now().date().isoformat()
            store.door(Kontakt).add(Kontakt(0, 1, 1, today, "telefon", ("borger",), "ja", "konsulent"))
        return measure()

    return written_then_measured
