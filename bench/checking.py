"""Looking through a data folder, whole and quickly: a small one, and fifty thousand answers. Whole processes."""

import os
from collections.abc import Iterator

from caseload import build_caseload
from programs import FLOOR, KEY, vforlob, with_key
from rounds import Row, figures, in_turn, row, whole_process

from vforlob.cli.clock import real_clock
from vforlob.model.answers import Key
from vforlob.store.answers import put_answer
from vforlob.store.copies import make_copy
from vforlob.store.open import open_store
from vforlob.store.sogning_index import catch_up

FEW = 40
ANSWERS, IN_A_SAMTALE = 50_000, 500
GOALS = {"tjek": 2000, "tjek --hurtig": 300}  # milliseconds, with that many answers


def measure_checking(place: str, rounds: int, peers: dict[str, list[str]], large: int) -> Iterator[Row]:
    env, few, many = with_key(place), os.path.join(place, "faa"), os.path.join(place, "svar50000")
    build_caseload(few, KEY, FEW, real_clock)
    build_answers(many)
    measures = {"floor": whole_process(FLOOR, env), "om": whole_process(vforlob("om", "--mappe", many), env)}
    for name, folder in ((f"{FEW} forløb", few), (f"{ANSWERS} answers", many)):
        measures[f"tjek, {name}"] = whole_process(vforlob("tjek", "--mappe", folder), env)
        measures[f"tjek --hurtig, {name}"] = whole_process(vforlob("tjek", "--hurtig", "--mappe", folder), env)
    for name, figure in figures(in_turn(measures, rounds), "floor").items():
        shown = row(name, figure, "floor", None)
        what, _, folder = name.partition(", ")
        most = GOALS.get(what) if folder == f"{ANSWERS} answers" else None
        yield shown._replace(goal=f"<= {most} ms", kept=figure.best <= most) if most else shown


def build_answers(folder: str) -> None:
    """A caseload with so many answers, its index and a copy."""
    build_caseload(folder, KEY, FEW, real_clock)
    with open_store(folder, KEY, real_clock) as store:
        for samtale in range(1, ANSWERS // IN_A_SAMTALE + 1):
            with store.doing("bench"):
                for nr in range(IN_A_SAMTALE):
                    key = Key(f"punkt_{nr % 10}", f"felt_{nr // 10 % 10}", nr // 100)
                    put_answer(store, samtale, 1, key, f"Prøve {nr} af det, der bliver sagt ved en samtale om praktik")
        catch_up(store)
        make_copy(store)
