"""A hundred random copies are restored: rows and chain are those of the moment the copy was made."""

import os
from collections.abc import Callable
from datetime import datetime, timedelta
from random import Random

import pytest

from building import make_case
from figures import reached
from vforlob.actions.restore import restore, wanted_for
from vforlob.model.kontakt import Kontakt
from vforlob.store.chain import verify
from vforlob.store.copies import Copy, make_copy
from vforlob.store.copies_elsewhere import put_elsewhere
from vforlob.store.copies_state import State, state_of
from vforlob.store.erasing import scrub
from vforlob.store.open import open_store
from vforlob.store.rebuild import differences
from vforlob.store.restoring import drill
from vforlob.store.restoring_swap import kept_databases, remove_kept
from vforlob.store.store import Store

COPIES, HARMED = 100, 40
Clock = Callable[[], datetime]


class Past:
    """The copies, and what the database held when each was made."""

    def __init__(self, folder: str) -> None:
        self.place = folder + "-usb"
        os.mkdir(self.place)
        self.made: list[tuple[Copy, State]] = []

    def keep(self, store: Store) -> None:
        copy = make_copy(store)
        there = put_elsewhere(store.folder, copy, self.place)
        self.made.append((there, state_of(store)))


def do_something(store: Store, random: Random, step: int) -> None:
    if random.random() < 0.4 or step < 2:
        make_case(store, borger={"alias": f"B-{step}"}, virksomhed={"navn": f"Sted {step}"})
    for _ in range(random.randint(1, 5)):
        borger = random.choice(store.rows("SELECT nr FROM borger"))[0]
        tekst = "æøå" * random.randint(0, 2000)
        with store.doing("kontakt"):
            store.door(Kontakt).add(Kontakt(0, borger, None, "2026-11-20", tekst=tekst or None))
    if random.random() < 0.1:
        scrub(store)


def same_as_then(folder: str, key: bytes, clock: Clock, then: State) -> bool:
    """Every row of every table, the newest event and its link; and all of it holds together."""
    with open_store(folder, key, clock) as store:
        whole = not verify(store).breaks and not differences(store)
        return whole and state_of(store) == then


@pytest.mark.safety
@pytest.mark.tal
def test_a_hundred_random_copies_are_restored_as_they_were(
    store: Store, folder: str, key: bytes, now: datetime
) -> None:
    random, past, restored, moment = Random(20), Past(folder), 0, now
    store.now = lambda: moment
    for step in range(COPIES):
        moment += timedelta(minutes=random.randint(1, 300))
        do_something(store, random, step)
        past.keep(store)
    store.close()
    random.shuffle(past.made)

    for copy, then in past.made:
        restore(folder, wanted_for(folder, copy.path), key, lambda: moment)
        restored += same_as_then(folder, key, lambda: moment, then)
        remove_kept(folder, kept_databases(folder)[1:])
    harmed = [harm(random, copy) for copy, _ in past.made[:HARMED]]
    found = sum(bool(drill(folder, copy, key)) for copy in harmed)

    reached(
        20,
        "Tilfældige kopier, der er gendannet: rækker og kæde er, som da de blev lavet",
        required=f"{COPIES} af {COPIES}",
        reached=f"{restored} af {len(past.made)}",
        control=f"{found} af {HARMED} beskadigede kopier afvist",
    )
    assert (restored, found) == (COPIES, HARMED)


def harm(random: Random, copy: Copy) -> Copy:
    """One bit, or the end of it."""
    if random.random() < 0.3:
        os.truncate(copy.path, random.randrange(copy.bytes))
        return copy
    with open(copy.path, "r+b") as file:
        at = random.randrange(copy.bytes)
        file.seek(at)
        (byte,) = file.read(1)
        file.seek(at)
        file.write(bytes([byte ^ 1 << random.randrange(8)]))
    return copy
