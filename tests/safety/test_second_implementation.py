"""No data hangs on one library: SQLite3MultipleCiphers reads every row of a folder, by key, passphrase and code."""

import json
from pathlib import Path

import apsw
import pytest

from conftest import KEY, NOW
from figures import reached
from safety.second_reader import every_row, hash_of, key_by_code, key_by_passphrase, opened
from vforlob.actions.demo import Clock, build_demo
from vforlob.store.envelope import DEMO, Cost
from vforlob.store.key import create_with_passphrase, create_with_raw_key
from vforlob.store.open import create_store, open_store

PASSPHRASE = "blå gås går på stranden"


def filled(folder: Path, key: bytes) -> None:
    """The whole made-up caseload in it."""
    clock = Clock(lambda: NOW)
    with create_store(str(folder), key, clock) as store:
        build_demo(store, clock, NOW.date())
        store.checkpoint()


def ours(folder: Path, key: bytes) -> dict[str, list[tuple[object, ...]]]:
    with open_store(str(folder), key, lambda: NOW) as store:
        return every_row(store.connection)


@pytest.mark.safety
@pytest.mark.tal
def test_another_implementation_reads_every_row_by_key_by_passphrase_and_by_code(tmp_path: Path) -> None:
    folders = {name: tmp_path / name for name in ("raanoegle", "saetning")}
    for folder in folders.values():
        folder.mkdir(mode=0o700)
    create_with_raw_key(str(folders["raanoegle"]), KEY)
    key, code = create_with_passphrase(str(folders["saetning"]), PASSPHRASE)
    filled(folders["raanoegle"], KEY)
    filled(folders["saetning"], key)

    ways = {
        "nøglefil": (folders["raanoegle"], KEY),
        "adgangssætning": (folders["saetning"], key_by_passphrase(folders["saetning"], PASSPHRASE)),
        "gendannelseskode": (folders["saetning"], key_by_code(folders["saetning"], code)),
    }
    read = {way: every_row(opened(folder, found)) for way, (folder, found) in ways.items()}

    same = [way for way, (folder, found) in ways.items() if hash_of(read[way]) == hash_of(ours(folder, found))]
    rows = min(sum(map(len, tables.values())) for tables in read.values())
    reached(
        23,
        "Et andet program (SQLite3MultipleCiphers) læser alle rækker i mappen",
        required="alle rækker, med nøgle og med adgangssætning",
        reached=f"{rows} rækker i {len(read['nøglefil'])} tabeller, ens via {', '.join(same)}",
        control="uden nøgle kan ingen række læses",
    )
    assert same == list(ways)
    assert rows > 1_000
    assert len(read["nøglefil"]["borger"]) == 9


def test_control_without_the_key_nothing_is_read(tmp_path: Path) -> None:
    folder = tmp_path / "vforlob"
    folder.mkdir(mode=0o700)
    create_with_raw_key(str(folder), KEY)
    create_store(str(folder), KEY, lambda: NOW).close()

    with pytest.raises(apsw.NotADBError):
        every_row(opened(folder, bytes(32)))


def test_the_envelope_is_json_that_anybody_can_read(tmp_path: Path) -> None:
    folder = tmp_path / "vforlob"
    folder.mkdir(mode=0o700)
    key, code = create_with_passphrase(str(folder), PASSPHRASE, cost=Cost(1, 64, 1), kind=DEMO)

    names = json.loads((folder / "noegle.json").read_text()).keys()

    assert {"kdf", "adgang", "gendan", "gendan_salt"} <= names
    assert key_by_passphrase(folder, f" {PASSPHRASE} ") == key_by_code(folder, code) == key
