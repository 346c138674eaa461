"""What a restore must not undo: a stop that somebody was promised, and what the list of deletions lacks is said."""

from collections.abc import Callable
from datetime import datetime
from pathlib import Path

from building import make_borger
from running import run
from vforlob.actions.restore import restore, wanted_for
from vforlob.actions.slettestop import OFF, ON, put_stop, stops
from vforlob.store.chain import verify
from vforlob.store.copies import make_copy
from vforlob.store.open import open_store
from vforlob.store.rebuild import differences
from vforlob.store.store import Store

DAY = "2026-11-20"


def test_a_stop_that_was_set_after_the_copy_still_stands(
    store: Store, folder: str, key: bytes, clock: Callable[[], datetime]
) -> None:
    first, second, third = (make_borger(store).nr for _ in range(3))
    put_stop(store, first, ON, DAY)
    copy = make_copy(store)
    put_stop(store, first, OFF, DAY)
    put_stop(store, second, ON, DAY)
    store.close()

    restore(folder, wanted_for(folder, copy.path), key, clock)

    with open_store(folder, key, clock) as restored:
        assert [stop.borger for stop in stops(restored)] == [first, second]
        assert (verify(restored).breaks, differences(restored)) == ((), [])
        assert third not in [stop.borger for stop in stops(restored)]


def test_a_list_that_cannot_be_read_is_told_of_before_anything_is_done(store: Store, folder: str) -> None:
    make_borger(store)
    copy = make_copy(store)
    store.close()
    Path(folder, "sletteliste.jsonl").write_text("sludder\n")

    ran = run("gendan", copy.path, "--ja", folder=folder)

    assert ran.code == 0
    assert "1 linje i listen over det, der er slettet, kan ikke læses" in " ".join(ran.out.split())
