"""Looking something up among very many texts: whole processes, encrypted, raw key; and making the index first."""

import os
import random
import time
from collections.abc import Iterator

from programs import FLOOR, KEY, vforlob, with_key
from rounds import Row, figures, in_turn, row, whole_process

from vforlob.cli.clock import real_clock
from vforlob.model.borger import Borger
from vforlob.model.kontakt import Kontakt
from vforlob.store.key import create_with_raw_key
from vforlob.store.open import create_store
from vforlob.store.sogning_index import catch_up

TEXTS_A_FORLOB = 10  # of --large: 100,000 beside 10,000 forløb
WORDS_A_TEXT = 60
GOAL = 6
# A word in one text of forty, and two together. Without a goal: one in every text, the beginning of one in every text,
# and one that is nowhere, for which a near one is looked for.
LOOKED_FOR = ("boligansøgning", '"pause hver"')
BESIDE = ("og", "bolig*", "boligansøkning")


def measure_searching(place: str, rounds: int, peers: dict[str, list[str]], large: int) -> Iterator[Row]:
    env, folder, count = with_key(place), os.path.join(place, "tekster"), large * TEXTS_A_FORLOB
    seconds = build_texts(folder, count)
    yield Row(f"{count} texts indexed the first time, s", seconds, seconds, None, "")
    measures = {"floor": whole_process(FLOOR, env)}
    for words in (*LOOKED_FOR, *BESIDE):
        measures[f"find {words}, {count}"] = whole_process(vforlob("find", words, "--mappe", folder), env)
    for name, figure in figures(in_turn(measures, rounds), "floor").items():
        has_goal = any(name.startswith(f"find {words},") for words in LOOKED_FOR)
        yield row(name, figure, "floor", GOAL if has_goal else None)


def build_texts(folder: str, count: int) -> float:
    """How long the index took."""
    os.makedirs(folder, 0o700)
    os.mkdir(os.path.join(folder, "tmp"), 0o700)
    create_with_raw_key(folder, KEY)
    chance = random.Random(7)  # the same texts each time
    words = [f"{first}{last}" for first in _FIRST for last in _LAST]
    with create_store(folder, KEY, real_clock) as store:
        with store.doing("bench"):
            borgere = [store.door(Borger).add(Borger(0, f"P-{place}")).nr for place in range(40)]
            contacts = store.door(Kontakt)
            for place in range(count):
                said = chance.choices(words, k=WORDS_A_TEXT)
                said[5:8] = ["og", "boligen", "og"]
                if place % 40 == 0:
                    said[10:13] = ["boligansøgning", "pause", "hver"]
                day = f"20{20 + place % 6}-{1 + place % 12:02}-{1 + place % 28:02}"
                contacts.add(Kontakt(0, borgere[place % 40], None, day, "telefon", ("borger",), tekst=" ".join(said)))
        began = time.perf_counter()
        catch_up(store)
        return time.perf_counter() - began


_FIRST = ("arbejds", "frokost", "lager", "bus", "morgen", "møde", "virksomheds", "opgave", "støtte", "praktik")
_LAST = ("plads", "pausen", "tid", "linje", "aftale", "plan", "leder", "dag", "uge", "kort", "træning", "sted", "prøve")
