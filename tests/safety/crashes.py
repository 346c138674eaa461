"""What the tests of interrupted meetings share: a folder to begin with, and what must hold in it afterwards."""

import os
import sys
from collections.abc import Iterable
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
IN_MEMORY = "/dev/shm" if os.path.isdir("/dev/shm") else None


class Said(NamedTuple):
    """What a meeting said before it ended: the newest answer it claimed to have saved in each samtale, and the samtaler
    it finished.
    """

    acked: dict[int, int]
    finished: frozenset[int]

    @classmethod
    def of(cls, output: bytes) -> "Said":
        lines = [line.split() for line in output.decode().split("\n")[:-1]]  # a line cut short was not said
        acked = {int(line[1]): int(line[2]) for line in lines if line[:1] == ["ACK"]}
        return cls(acked, frozenset(int(line[1]) for line in lines if line[:1] == ["DONE"]))

    def then(self, later: "Said") -> "Said":
        return Said(self.acked | later.acked, self.finished | later.finished)


NOTHING = Said({}, frozenset())


def acknowledged(output: bytes) -> int:
    return output.count(b"ACK ")


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
            return faults(store) or ("ok" if lost(store, said) == 0 else "lost")
    except VforlobError as error:
        return f"damaged: {type(error).__name__}"


def faults(store: Store) -> str:
    """ "" for a whole database whose chain holds and whose rows are what the events say."""
    if store.rows("PRAGMA integrity_check") != [("ok",)] or store.rows("PRAGMA foreign_key_check"):
        return "damaged: check"
    breaks, wrong = verify(store).breaks, differences(store)
    return f"broken: {breaks} {wrong}" if breaks or wrong else ""


def lost(store: Store, said: Said) -> int:
    """How many answers are not there, or not as they were given, though the meeting had said they were."""
    missing = sum(_missing(store, samtale, acked) for samtale, acked in said.acked.items())
    return missing + sum(_is_unfinished(store, samtale) for samtale in said.finished)


def _missing(store: Store, samtale: int, acked: int) -> int:
    agenda: Iterable[tuple[str]] = store.rows("SELECT agenda FROM samtale WHERE nr = ?", (samtale,))
    found = answers_of(store, samtale, 1)
    punkt, felt = next((PLACES[name] for (name,) in agenda), ("", ""))
    return sum(found.get(Key(punkt, felt, number)) != text_of(number) for number in range(1, acked + 1))


def _is_unfinished(store: Store, samtale: int) -> bool:
    versions = store.rows("SELECT count(*) FROM samtale_udgave WHERE samtale = ?", (samtale,))[0][0]
    effects = store.rows("SELECT count(*) FROM aftale WHERE samtale = ?", (samtale,))[0][0]
    return bool((versions, effects) != (1, 1))
