"""Three whole lives of a forløb, with the clock moved day by day: what she is told every single morning.

Write the transcripts anew with: PYTHONPATH=tests python tests/lives/test_lives.py
"""

import os
import sys
import tempfile
from datetime import datetime
from pathlib import Path

import pytest
from playing import LIST, WIDTH, Done, days_of, do, life_named, morning, said, transcript

from running import KEY
from vforlob.store.key import create_with_raw_key
from vforlob.store.open import create_store, open_store

GOLDEN = Path(__file__).parent.parent / "golden" / "liv"
NAMES = ("1_job_og_eftervaern", "2_afbrudt_i_uge_2", "3_stoppet_afklaret")
AFTER = 45  # days that are watched after the last thing is done


def play(folder: str, name: str) -> str:
    """The transcript; fails at the first thing that goes otherwise than the file says."""
    life = life_named(name)
    clock = datetime.fromisoformat(f"{life[0].day}T08:00+02:00")
    os.makedirs(folder, 0o700)
    create_with_raw_key(folder, KEY)
    create_store(folder, KEY, lambda: clock).close()
    mornings = []
    for day, dones in days_of(life, AFTER):
        with open_store(folder, KEY, lambda: clock) as store:
            text = morning(store, day)
        for done in dones:
            _follow(folder, done, text)
        mornings.append((day, text, dones))
    return transcript(mornings)


def _follow(folder: str, done: Done, text: str) -> None:
    if done.words[0] != LIST:
        ran = do(folder, done)
        assert ran.code == done.code, f"{done.day} {' '.join(done.words)}: {ran.code}\n{ran.err}\n{ran.out}"
        return
    for line in filter(None, map(str.strip, done.given.splitlines())):
        sign, wanted = line[0], line[1:].strip()
        assert (wanted in said(text)) == (sign == "+"), f"{done.day}: {line}\n{text}"


@pytest.mark.safety
@pytest.mark.parametrize("name", NAMES)
def test_what_the_list_says_every_morning_of_a_whole_life(name: str, tmp_path: Path) -> None:
    found = play(str(tmp_path / "vforlob"), name)

    assert found == (GOLDEN / f"{name}.txt").read_text(encoding="utf-8")
    assert [line for line in found.splitlines() if len(line) > WIDTH and not line.startswith("==")] == []


if __name__ == "__main__":
    GOLDEN.mkdir(exist_ok=True)
    for chosen in sys.argv[1:] or NAMES:
        with tempfile.TemporaryDirectory() as place:
            (GOLDEN / f"{chosen}.txt").write_text(play(os.path.join(place, "vforlob"), chosen), encoding="utf-8")
