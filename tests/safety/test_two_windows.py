"""Two windows that write at once wait for each other; neither fails and nothing is written twice."""

from collections.abc import Callable
from datetime import datetime
from pathlib import Path

import pytest
from crashes import begin
from forking import forks
from meeting_process import KEY

from figures import reached
from vforlob.store.chain import verify
from vforlob.store.open import open_store
from vforlob.store.rebuild import differences

pytestmark = [pytest.mark.safety, pytest.mark.tal]

EACH, EACH_OF_CONTROL = 5_000, 500


def failures(folder: str, each: int, *options: str) -> int:
    with forks() as started:
        windows = [started.start("writer", folder, str(each), name, *options) for name in "AB"]
        for window in windows:
            assert window.read_until(1) == b"READY\n"
        for window in windows:
            window.go()
        ends = [window.ended() for window in windows]
    assert [(end.code, end.err) for end in ends] == [(0, "")] * 2
    return sum(int(end.out.split()[1]) for end in ends)


def test_two_windows_write_without_failing(tmp_path: Path, clock: Callable[[], datetime]) -> None:
    folder = begin(tmp_path / "mappe")

    failed = failures(folder, EACH)

    with open_store(folder, KEY, clock) as store:
        rows, different, highest = store.rows("SELECT count(*), count(DISTINCT antal), max(antal) FROM maltal")[0]
        whole = (verify(store).breaks, differences(store)) == ((), [])
    reached(
        6,
        "To vinduer, der skriver på samme tid",
        required="10.000 skrivninger, 0 fejl, 0 dobbelte",
        reached=f"{rows} skrivninger, {failed} fejl, {rows - different} dobbelte",
    )
    assert (failed, rows, different, highest, whole) == (0, 2 * EACH, 2 * EACH, 2.0 * EACH, True)


def test_the_test_sees_transactions_that_begin_by_reading(tmp_path: Path) -> None:
    failed = failures(begin(tmp_path / "mappe"), EACH_OF_CONTROL, "deferred")

    reached(
        6,
        "Modprøve: en skrivning begynder med at læse (BEGIN uden IMMEDIATE)",
        required="mindst 1 fejl ses",
        reached=f"{failed} af {2 * EACH_OF_CONTROL} skrivninger fejler",
        control=f"{failed} af {2 * EACH_OF_CONTROL} fejler",
    )
    assert failed > 0
