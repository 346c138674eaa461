"""What most tests need: a clock that stands still and a real encrypted store in a temporary folder."""

import gc
import os
import shutil
import signal
from collections.abc import Callable, Iterator
from datetime import date, datetime
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest
from hypothesis import settings

from vforlob.store.database import NAME as DATABASE
from vforlob.store.key import create_with_raw_key
from vforlob.store.open import create_store, open_store
from vforlob.store.store import Store

# Where the whole run was started in the background these are ignored, and every program it starts inherits that.
for _name, _handler in (
    ("SIGINT", signal.default_int_handler),
    ("SIGQUIT", signal.SIG_DFL),
    ("SIGHUP", signal.SIG_DFL),
):
    _number = getattr(signal, _name, None)
    if _number is not None and signal.getsignal(_number) is signal.SIG_IGN:
        signal.signal(_number, _handler)

settings.register_profile("any machine", deadline=None)  # how long an example takes tells of the machine alone
settings.load_profile("any machine")
gc.disable()  # fifteen thousand tests looked through again and again cost a third of the time it takes to collect them

NOW = datetime(2026, 11, 20, 13, 0, tzinfo=ZoneInfo("Europe/Copenhagen"))
KEY = bytes(range(32))


def pytest_collection_finish() -> None:
    """What was collected stays until the run ends."""
    gc.freeze()
    gc.enable()


@pytest.fixture
def now() -> datetime:
    return NOW


@pytest.fixture
def clock(now: datetime) -> Callable[[], datetime]:
    """As a Store wants it."""
    return lambda: now


@pytest.fixture
def today(now: datetime) -> date:
    return now.date()


@pytest.fixture
def key() -> bytes:
    return KEY


@pytest.fixture
def folder(tmp_path: Path, key: bytes) -> str:
    """A data folder with its key check and no database yet."""
    path = tmp_path / "vforlob"
    os.mkdir(path, 0o700)
    create_with_raw_key(str(path), key)
    return str(path)


@pytest.fixture(scope="session")
def empty_database(tmp_path_factory: pytest.TempPathFactory) -> str:
    """A database as it is just made. Making one costs ten times as much as copying it."""
    path = tmp_path_factory.mktemp("tom") / "vforlob"
    path.mkdir(mode=0o700)
    create_with_raw_key(str(path), KEY)
    create_store(str(path), KEY, lambda: NOW).close()
    return str(path / DATABASE)


@pytest.fixture
def store(folder: str, key: bytes, clock: Callable[[], datetime], empty_database: str) -> Iterator[Store]:
    shutil.copy(empty_database, os.path.join(folder, DATABASE))
    with open_store(folder, key, clock) as opened:
        yield opened
