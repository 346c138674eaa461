"""Data folders to look through: one that is worked in, and what `tjek` says of it. Damages none."""

import json
import os
import shutil
from collections.abc import Callable, Mapping
from datetime import datetime, timedelta
from pathlib import Path
from typing import Any, NamedTuple

from building import finish, make_case, make_samtale
from handed import NOW
from meeting import shipped
from running import KEY, Ran, run
from vforlob.model.answers import Key, Value
from vforlob.model.samtale import Samtale
from vforlob.store.copies import Copy, make_copy
from vforlob.store.key import create_with_raw_key
from vforlob.store.open import create_store, open_store
from vforlob.store.sogning_index import catch_up
from vforlob.store.store import Store

SAID: dict[Key, Value] = {
    Key("hvordan_gar_det", "borger"): 4,
    Key("hvordan_gar_det", "borger_tekst"): "Det går fint med pauserne",
    Key("lonkroner", "tekst"): "Måske til foråret",
}


class Checked(NamedTuple):
    """The exit code, the ids of what was found that is no mere notice, and everything that was found by its id."""

    code: int
    problems: tuple[str, ...]
    funde: Mapping[str, Mapping[str, str]]
    ran: Ran


def checked(folder: Path | str, *options: str, env: Mapping[str, str] | None = None) -> Checked:
    ran = run("tjek", "--json", *options, folder=folder, env=env)
    assert ran.out, ran.err
    funde = json.loads(ran.out)["fund"]
    problems = tuple(fund["id"] for fund in funde if fund["alvor"] != "oplysning")
    return Checked(ran.code, problems, {fund["id"]: fund for fund in funde}, ran)


def set_up(place: Path) -> Path:
    """As `opsæt --noeglefil` leaves it, with nothing in it."""
    place.mkdir(parents=True, mode=0o700)
    for name in ("tmp", "kopier", "eksport", "log"):
        (place / name).mkdir(mode=0o700)
    create_with_raw_key(str(place), KEY)
    create_store(str(place), KEY, lambda: NOW).close()
    return place


def opened(folder: Path | str, now: Callable[[], datetime] = lambda: NOW) -> Store:
    return open_store(str(folder), KEY, now)


def hold(store: Store, *, done: bool = True, **over: Any) -> Samtale:
    """An opfølgning after the agenda of the program, with answers."""
    agenda = shipped(store, "opfolgning")
    samtale = make_samtale(store, make_case(store), answers=SAID, agenda_sha=agenda.sha, **over)
    return finish(store, samtale) if done else samtale


def worked_in(place: Path, cases: int = 1) -> Path:
    """With cases, a finished samtale in each, an index to search in, and a copy."""
    folder = set_up(place)
    with opened(folder) as store:
        for _ in range(cases):
            hold(store)
        catch_up(store)
        make_copy(store)
    return folder


def copied(folder: Path, at: datetime = NOW) -> Copy:
    with opened(folder, lambda: at) as store:
        return make_copy(store)


def twin(template: Path, place: Path) -> Path:
    shutil.copytree(template, place, symlinks=True)
    return place


def every_byte(folder: Path) -> dict[str, tuple[int, bytes | str | None]]:
    """Every file and folder by name: its permissions, and what is in it."""
    return {
        path.relative_to(folder).as_posix(): (
            os.lstat(path).st_mode,
            os.readlink(path) if path.is_symlink() else path.read_bytes() if path.is_file() else None,
        )
        for path in sorted(folder.rglob("*"))
    }


def ago(**time: int) -> datetime:
    return NOW - timedelta(**time)
