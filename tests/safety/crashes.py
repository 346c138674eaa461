"""What the tests of interrupted meetings share: a folder to begin with, and what must hold in it afterwards."""

import os
import sys
from datetime import UTC, datetime
from pathlib import Path
from typing import NamedTuple

from meeting_process import KEY, PLACES, text_of

from building import make_case
from vforlob.errors.base import VforlobError
from vforlob.model.answers import Key
from vforlob.store.answers import answers_of
from vforlob.store.chain import verify
from vforlob.store.key import create_with_raw_key
from vforlob.store.open import create_store, open_store
from vforlob.store.rebuild import differences
from vforlob.store.store import Store

HERE = Path(__file__).parent
MEETING = str(HERE / "meeting_process.py")
ENVIRONMENT = {**os.environ, "PYTHONPATH": os.pathsep.join([str(HERE.parent), os.environ.get("PYTHONPATH", "")])}
PYTHON = sys.executable


class Said(NamedTuple):
    """What a meeting said before it ended: the newest answer it claimed to have saved, the samtale it finished."""

    acked: int
    finished: int

    @classmethod
    def of(cls, output: bytes) -> "Said":
        lines = [line.split() for line in output.decode().split("\n")[:-1]]  # a line cut short was not said
        return cls(_newest(lines, "ACK"), _newest(lines, "DONE"))


def _newest(lines: list[list[str]], word: str) -> int:
    return max((int(line[1]) for line in lines if line[:1] == [word]), default=0)


def begin(folder: Path) -> str:
    """A closed data folder with one case in it."""
    folder.mkdir(mode=0o700)
    create_with_raw_key(str(folder), KEY)
    with create_store(str(folder), KEY, lambda: datetime.now(UTC)) as store:
        make_case(store)
    return str(folder)


def look(folder: str, said: Said) -> str:
    """ "ok", or the worst that can be said of the folder: "damaged", "broken", "lost"."""
    try:
        with open_store(folder, KEY, lambda: datetime.now(UTC)) as store:
            return _looked(store, said)
    except VforlobError as error:
        return f"damaged: {type(error).__name__}"


def _looked(store: Store, said: Said) -> str:
    if store.rows("PRAGMA integrity_check") != [("ok",)] or store.rows("PRAGMA foreign_key_check"):
        return "damaged: check"
    if verify(store).breaks or differences(store):
        return f"broken: {verify(store).breaks} {differences(store)}"
    return "ok" if lost(store, said) == 0 else "lost"


def lost(store: Store, said: Said) -> int:
    """How many answers are not there, or not as they were given, though the meeting had said they were."""
    samtale, agenda = store.rows("SELECT coalesce(max(nr), 0), coalesce(agenda, 'opfolgning') FROM samtale")[0]
    found, (punkt, felt) = answers_of(store, samtale, 1), PLACES[agenda]
    missing = sum(found.get(Key(punkt, felt, number)) != text_of(number) for number in range(1, said.acked + 1))
    finished = store.rows("SELECT count(*) FROM samtale_udgave WHERE samtale = ?", (said.finished,))[0][0]
    effects = store.rows("SELECT count(*) FROM aftale WHERE samtale = ?", (said.finished,))[0][0]
    return missing + (said.finished > 0 and (finished, effects) != (1, 1))
