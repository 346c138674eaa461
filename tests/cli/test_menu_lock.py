"""When the menu locks: the clocks are numbers here, and nobody sits at the keyboard."""

import pytest

from vforlob.actions.adgang import USUAL_MINUTES, keep_lock_minutes, lock_minutes, read_minutes
from vforlob.cli.menu_lock import GAP, IDLE, SLEPT, SLICE, Clocks, Watch
from vforlob.errors.adgang import LockMinutesUnfit
from vforlob.store.store import Store


class Room:
    """A clock on the wall, a steady one, and somebody who types after so many seconds; the machine may sleep first."""

    def __init__(self, types_after: float, *, sleeps_at: float = -1, sleeps: float = 0, steady_sleeps: bool = False):
        self.time, self.slept = 0.0, 0.0
        self._types_after, self._sleeps_at, self._sleeps = types_after, sleeps_at, sleeps
        self._steady_sleeps = steady_sleeps
        self.asked_for_minutes = 0

    def watch(self, minutes: int = USUAL_MINUTES) -> Watch:
        def looked_up() -> int:
            self.asked_for_minutes += 1
            return minutes

        clocks = Clocks(wall=lambda: 1e9 + self.time + self.slept, steady=self._steady)
        return Watch(looked_up, clocks, self._ready)

    def _steady(self) -> float:
        return self.time + (self.slept if self._steady_sleeps else 0)

    def _ready(self, seconds: float) -> bool:
        self.time += min(seconds, max(0.0, self._types_after - self.time))
        if 0 <= self._sleeps_at <= self.time:
            self.slept, self._sleeps_at = self.slept + self._sleeps, -1
        return self.time >= self._types_after


def test_who_types_in_time_goes_on_and_nothing_was_looked_up_for_it() -> None:
    room = Room(types_after=SLICE / 2)

    assert room.watch().waits()
    assert room.asked_for_minutes == 0


@pytest.mark.parametrize(("minutes", "typed_after", "goes_on"), [(1, 58, True), (1, 70, False), (60, 3590, True)])
def test_the_minutes_that_were_chosen_are_waited(minutes: int, typed_after: float, goes_on: bool) -> None:
    room = Room(types_after=typed_after)
    watch = room.watch(minutes)

    assert watch.waits() == goes_on
    assert watch.why == ("" if goes_on else IDLE)
    assert goes_on or room.time == pytest.approx(minutes * 60, abs=SLICE)


@pytest.mark.parametrize("steady_sleeps", [False, True])
@pytest.mark.parametrize("typed_after", [10, 10_000])
def test_a_machine_that_slept_is_locked_also_when_a_line_is_typed_at_once(
    typed_after: float, steady_sleeps: bool
) -> None:
    room = Room(typed_after, sleeps_at=9.5, sleeps=1200, steady_sleeps=steady_sleeps)
    watch = room.watch()

    assert not watch.waits()
    assert watch.why == SLEPT
    assert not watch.waits()


def test_a_clock_that_is_set_right_by_less_than_a_minute_locks_nobody_out() -> None:
    room = Room(types_after=30, sleeps_at=5, sleeps=GAP - 1)

    assert room.watch().waits()


def test_a_clock_that_was_set_back_does_not_hide_the_next_sleep() -> None:
    room = Room(types_after=100, sleeps_at=5, sleeps=-3600)
    watch = room.watch()
    assert watch.waits()

    room.slept += 600

    assert watch.is_locked()


def test_a_sleep_during_a_command_is_seen_when_the_menu_comes_back() -> None:
    room = Room(types_after=0)
    watch = room.watch()
    room.time, room.slept = 300, 1200

    assert not watch.waits()
    assert watch.why == SLEPT


def test_the_minutes_are_kept_with_the_caseload(store: Store) -> None:
    before = lock_minutes(store)

    keep_lock_minutes(store, 5)

    assert (before, lock_minutes(store)) == (USUAL_MINUTES, 5)


@pytest.mark.parametrize("typed", ["0", "61", "-1", "1.5", "fem", "٣", "", "100", "1 0"])
def test_what_is_no_number_of_minutes_is_refused(typed: str) -> None:
    with pytest.raises(LockMinutesUnfit):
        read_minutes(typed)
