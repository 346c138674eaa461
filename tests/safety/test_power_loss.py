"""Meetings whose power is cut at any moment have kept every answer they said was saved."""

import shutil
from collections import Counter
from pathlib import Path

import pytest
from crashes import MEETING, PYTHON, Said, begin, look
from cutting import OK, judged, recorded, share
from powerloss import Sync

from figures import reached

pytestmark = [
    pytest.mark.safety,
    pytest.mark.tal,
    pytest.mark.skipif(shutil.which("strace") is None, reason="strace is not installed"),
]

# A long meeting, in which the log is emptied into the database while answers come, and short ones with all their ends.
LONG, SHORT = (1, 70), (3, 9)
MEETINGS = {
    "opfolgning": (LONG, 1_000),
    "midtvejs": (SHORT, 5_000),
    "afslutning": (SHORT, 5_000),
    "opkald": (SHORT, 5_000),
}
CONTROL_CUTS = 400


def after_cuts(tmp_path: Path, kind: tuple[int, int], count: int, seed: int, *options: str) -> Counter[str]:
    folder, (meetings, answers) = begin(tmp_path / "mappe"), kind
    command = [PYTHON, MEETING, folder, str(answers), f"meetings {meetings}", *options]
    steps, before = recorded(command, folder, tmp_path / "trace")
    assert any(isinstance(step, Sync) for step in steps) or "synchronous = OFF" in options
    return judged(steps, before, count, seed, lambda place, said: look(place, Said.of(said)))


def damaged(found: Counter[str]) -> int:
    return sum(count for name, count in found.items() if name.startswith(("damaged", "broken")))


@pytest.mark.parametrize("agenda", MEETINGS)
def test_no_saved_answer_is_lost_and_nothing_is_damaged(tmp_path: Path, agenda: str) -> None:
    kind, count = MEETINGS[agenda]
    found = after_cuts(tmp_path, kind, count, sum(agenda.encode()), f"agenda {agenda}")

    reached(
        3,
        f"Strømmen afbrudt under samtaler (simuleret): {agenda}",
        required="16.000 afbrud under samtaler, 0 med noget tabt, 0 med noget ødelagt",
        reached=f"{found.total()} afbrud, {found['lost']} med noget tabt, {damaged(found)} med noget ødelagt",
    )
    assert found == {OK: count}


def test_the_test_sees_what_is_not_synced_at_every_commit(tmp_path: Path) -> None:
    found = after_cuts(tmp_path, LONG, CONTROL_CUTS, 7, "synchronous = NORMAL")

    wrong = found.total() - found[OK]
    reached(
        3,
        "Modprøve: synchronous = NORMAL i stedet for FULL",
        required="mindst 50 procent af afbruddene taber noget",
        reached=share(found, wrong),
        control=f"{wrong} af {found.total()} taber noget",
    )
    assert wrong >= CONTROL_CUTS / 2


def test_the_test_sees_what_is_never_synced(tmp_path: Path) -> None:
    found = after_cuts(tmp_path, LONG, CONTROL_CUTS, 7, "journal_mode = DELETE", "synchronous = OFF")

    reached(
        3,
        "Modprøve: synchronous = OFF med almindelig journal",
        required="mindst 30 procent af afbruddene ødelægger databasen",
        reached=share(found, damaged(found)),
        control=f"{damaged(found)} af {found.total()} ødelagt",
    )
    assert damaged(found) >= CONTROL_CUTS * 0.3
