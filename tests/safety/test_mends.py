"""What `tjek` says to do about a fault, done: afterwards it finds that fault no more."""

import os
import shutil
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from planting import FAULTS

from checked import checked, twin, worked_in
from running import key_file, run
from vforlob.store.copies import list_copies

pytestmark = pytest.mark.safety


def restore(folder: Path) -> None:
    key = {"VFORLOB_NOEGLEFIL": key_file(folder)}
    ran = run("gendan", list_copies(str(folder))[0].path, "--ja", folder=folder, env=key)
    assert ran.code == 0, ran.err


def copy(folder: Path) -> None:
    assert run("kopi", folder=folder).code == 0


def away_with_the_copy(folder: Path) -> None:
    newest = list_copies(str(folder))[0]
    for path in (newest.manifest, newest.path, newest.envelope):
        if os.path.exists(path):
            os.unlink(path)
    copy(folder)


def gone_through(folder: Path) -> None:
    assert run("slettefrister", folder=folder).code == 0


def opened(folder: Path) -> None:
    assert run("i-dag", folder=folder).code == 0


def only_mine(folder: Path) -> None:
    for path in folder.rglob("*"):
        path.chmod(0o700 if path.is_dir() else 0o600)


MENDS: dict[str, Callable[[Path], Any]] = {
    **dict.fromkeys(
        (
            *("en bit vendt midt i databasen", "databasens ende væk", "databasen på 0 byte", "databasen væk"),
            *("en hændelse ændret", "en hændelse taget ud", "et svar ændret uden om hændelserne"),
            *("en linje uden hændelse", "søgeregistret forkert", "et indeks væk", "dagsordenen ændret bagefter"),
            *("en slettet borger lagt tilbage", "noegle.json væk"),
        ),
        restore,
    ),
    **dict.fromkeys(
        ("den nyeste kopi beskadiget", "en kopi uden nøgle", "en kopi uden seddel, der kan læses"), away_with_the_copy
    ),
    **dict.fromkeys(
        ("slettelisten beskadiget", "slettelisten kortere end databasen", "en sletning afbrudt"), gone_through
    ),
    "kopierne åbne for andre": only_mine,
    "rester efter et nedbrud": opened,
    "en fil, der ikke blev færdig": lambda folder: (folder / "noegle.json.4711.ny").unlink(),
    "en egen skabelon med fejl": lambda folder: shutil.rmtree(folder / "skabeloner"),
}


@pytest.fixture(scope="module")
def template(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return worked_in(tmp_path_factory.mktemp("hel") / "mappe")


@pytest.mark.parametrize("what", MENDS)
def test_the_mend_mends(what: str, template: Path, tmp_path: Path) -> None:
    fault = next(one for one in FAULTS if one.what == what)
    folder = twin(template, tmp_path / "mappe")
    fault.plant(folder)
    assert fault.found in checked(folder, env=dict(fault.env)).problems

    MENDS[what](folder)

    assert checked(folder).problems == ()
