"""The encrypted database: the order in which it is opened, its settings, and every way it can be wrong."""

import hashlib
import os
import random
import shutil
import sqlite3
import stat
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import apsw
import pytest

from vforlob.errors.base import ExitCode, VforlobError
from vforlob.errors.key import KeyEnvelopeMissing, WrongRawKey
from vforlob.errors.place import (
    AlreadySetUp,
    DatabaseDamaged,
    DatabaseEmpty,
    DatabaseLocked,
    DiskFull,
    DiskReadOnly,
    NewerDatabase,
    NoDatabase,
    NotEncrypted,
    OpenToOthers,
    OwnedByOther,
    SettingRefused,
    SymlinkRefused,
    SyncedFolder,
)
from vforlob.store import database, pragmas
from vforlob.store.envelope import new_envelope, write_envelope
from vforlob.store.key import create_with_raw_key

KEY = bytes(range(100, 132))
CANARY = "KANARIE-Æblegrød-4711"
NEWEST = 3


@pytest.fixture(scope="module")
def pattern(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Made once: making one costs ten times as much as copying it."""
    folder = str(tmp_path_factory.mktemp("moenster"))
    create_with_raw_key(folder, KEY)
    connection = database.create_database(folder, KEY)
    connection.execute("CREATE TABLE ord (nr INTEGER PRIMARY KEY, tekst TEXT) STRICT")
    connection.executemany(
        "INSERT INTO ord (tekst) VALUES (?)", [(f"{CANARY} {nr} " + "x" * 300,) for nr in range(200)]
    )
    connection.execute(f"PRAGMA user_version = {NEWEST}")
    connection.close()
    return Path(folder)


@pytest.fixture
def made(tmp_path: Path, pattern: Path) -> Path:
    """A folder with a database of schema 3 and 200 rows; nobody has it open."""
    copied: Path = shutil.copytree(pattern, tmp_path / "data")
    return copied


def opened(folder: Path, key: bytes = KEY, newest: int = NEWEST) -> Any:
    return database.open_database(str(folder), key, newest=newest)


def everything_in(folder: Path) -> dict[str, str]:
    return {name: hashlib.sha256((folder / name).read_bytes()).hexdigest() for name in sorted(os.listdir(folder))}


def refused(folder: Path, error: type[VforlobError], code: ExitCode, **how: Any) -> None:
    """Opening says so and has changed nothing, in no file."""
    before = everything_in(folder)

    with pytest.raises(error) as told:
        opened(folder, **how)

    assert told.value.exit_code == code
    assert everything_in(folder) == before


def test_what_was_written_is_read_back(made: Path) -> None:
    connection = opened(made)

    assert connection.execute("SELECT count(*), min(tekst) FROM ord").fetchone()[0] == 200
    connection.close()
    assert sorted(os.listdir(made)) == ["noegle.json", "vforlob.db"]


def test_no_file_holds_a_word_in_the_clear(made: Path) -> None:
    connection = opened(made)
    connection.execute("INSERT INTO ord (tekst) VALUES (?)", (CANARY,))

    seen = {name: (made / name).read_bytes() for name in os.listdir(made)}

    assert "vforlob.db-wal" in seen
    for content in seen.values():
        assert CANARY.encode() not in content
        assert CANARY.encode("utf-16-le") not in content
        assert b"CREATE TABLE" not in content
        assert not content.startswith(b"SQLite format 3")
    connection.close()


def test_every_setting_is_what_the_design_says(made: Path) -> None:
    connection = opened(made)

    found = {name: connection.execute(f"PRAGMA {name}").fetchone()[0] for name in pragmas.WORKING_NAMES}

    assert found == {
        "journal_mode": "wal",
        "synchronous": 2,
        "fullfsync": 1,
        "checkpoint_fullfsync": 1,
        "foreign_keys": 1,
        "secure_delete": 1,
        "temp_store": 2,
        "mmap_size": 0,
        "trusted_schema": 0,
        "cell_size_check": 1,
        "recursive_triggers": 1,
        "busy_timeout": 5000,
        "journal_size_limit": 0,
    }
    assert connection.execute("PRAGMA cipher_status").fetchone()[0] == "1"
    assert connection.execute("PRAGMA application_id").fetchone()[0] == 0x56464C42
    connection.close()


@pytest.mark.parametrize(
    ("name", "value"),
    [("synchronous", "NORMAL"), ("foreign_keys", "OFF"), ("secure_delete", "OFF"), ("temp_store", "FILE")],
)
def test_a_setting_that_does_not_stick_is_noticed(made: Path, name: str, value: str) -> None:
    connection = opened(made)
    connection.execute(f"PRAGMA {name} = {value}")

    with pytest.raises(SettingRefused) as told:
        pragmas.verify(connection)

    assert told.value.name == name
    connection.close()


def test_a_library_that_does_not_encrypt_is_found_out(tmp_path: Path) -> None:
    connection = sqlite3.connect(tmp_path / "v.db")
    pragmas.unlock(connection, KEY)  # it takes the key without a word

    with pytest.raises(NotEncrypted):
        pragmas.require_cipher(connection, "v.db")
    connection.close()


@pytest.mark.parametrize("length", [0, 16, 31, 33, 64])
def test_a_key_of_another_length_never_becomes_a_passphrase(made: Path, length: int) -> None:
    with pytest.raises(SettingRefused):
        pragmas.unlock(sqlite3.connect(":memory:"), b"k" * length)
    refused(made, WrongRawKey, ExitCode.WRONG_KEY, key=b"k" * length)


def test_a_wrong_key_is_told_from_damage(made: Path) -> None:
    refused(made, WrongRawKey, ExitCode.WRONG_KEY, key=bytes(32))


def test_no_folder_and_no_database_are_told_as_such(made: Path, tmp_path: Path) -> None:
    (made / "vforlob.db").unlink()
    refused(made, NoDatabase, ExitCode.NO_DATABASE)

    with pytest.raises(NoDatabase):
        opened(tmp_path / "findes" / "ikke")
    assert not (tmp_path / "findes").exists()


def test_a_missing_envelope_is_a_wrong_key_and_not_a_new_one(made: Path) -> None:
    (made / "noegle.json").unlink()

    refused(made, KeyEnvelopeMissing, ExitCode.WRONG_KEY)


@pytest.mark.parametrize("beside", [(), ("vforlob.db-wal",), ("vforlob.db-shm",), ("vforlob.db-wal", "vforlob.db-shm")])
def test_a_file_of_0_bytes_is_no_new_database(made: Path, beside: tuple[str, ...]) -> None:
    for name in ("vforlob.db", *beside):
        (made / name).write_bytes(b"")
        (made / name).chmod(0o600)

    refused(made, DatabaseEmpty, ExitCode.PROBLEM)


def test_a_file_of_0_bytes_is_told_before_the_key_is_looked_at(made: Path) -> None:
    (made / "vforlob.db").write_bytes(b"")
    (made / "noegle.json").unlink()

    refused(made, DatabaseEmpty, ExitCode.PROBLEM)


@pytest.mark.parametrize(
    "content", [b"x", b"x" * 15, b"x" * 511, b"x" * 512, b"x" * 4096, bytes(8192), os.urandom(5000)]
)
def test_a_file_of_something_else_is_damage(made: Path, content: bytes) -> None:
    (made / "vforlob.db").write_bytes(content)

    refused(made, DatabaseDamaged, ExitCode.PROBLEM)


@pytest.mark.parametrize("rows", [0, 3])
def test_a_plain_sqlite_file_is_not_encrypted(made: Path, rows: int) -> None:
    (made / "vforlob.db").unlink()
    plain = sqlite3.connect(made / "vforlob.db")
    plain.execute(f"PRAGMA application_id = {pragmas.APPLICATION_ID}")
    plain.execute("CREATE TABLE ord (tekst)")
    plain.executemany("INSERT INTO ord VALUES (?)", [("a",)] * rows)
    plain.commit()
    plain.close()
    (made / "vforlob.db").chmod(0o600)

    refused(made, NotEncrypted, ExitCode.NOT_ENCRYPTED)
    refused(made, NotEncrypted, ExitCode.NOT_ENCRYPTED, key=bytes(32))


def test_an_encrypted_file_that_is_not_ours_is_damage(made: Path) -> None:
    connection = opened(made)
    connection.execute("PRAGMA application_id = 17")
    connection.close()

    refused(made, DatabaseDamaged, ExitCode.PROBLEM)


def test_a_database_under_another_key_than_the_envelope_is_damage(made: Path) -> None:
    other = os.urandom(32)
    write_envelope(str(made), new_envelope("raanoegle", other))

    refused(made, DatabaseDamaged, ExitCode.PROBLEM, key=other)


@pytest.mark.parametrize("newest", [0, 2])
def test_a_newer_schema_leaves_every_byte(made: Path, newest: int) -> None:
    refused(made, NewerDatabase, ExitCode.NEWER_DATABASE, newest=newest)


def test_a_newer_schema_leaves_every_byte_of_a_database_with_unmoved_answers(made: Path, tmp_path: Path) -> None:
    connection = opened(made)
    connection.execute("INSERT INTO ord (tekst) VALUES ('kun i WAL')")
    connection.execute(f"PRAGMA user_version = {NEWEST + 1}")
    shutil.copytree(made, tmp_path / "brat afbrudt")
    connection.close()
    crashed = tmp_path / "brat afbrudt"
    before = everything_in(crashed)

    with pytest.raises(NewerDatabase) as told:
        opened(crashed)

    assert (told.value.found, told.value.known) == (NEWEST + 1, NEWEST)
    after = everything_in(crashed)
    assert {name: after[name] for name in ("vforlob.db", "vforlob.db-wal", "noegle.json")} == {
        name: before[name] for name in ("vforlob.db", "vforlob.db-wal", "noegle.json")
    }


def test_an_older_schema_is_opened(made: Path) -> None:
    opened(made, newest=NEWEST + 5).close()


def test_what_stood_only_in_the_wal_after_a_crash_is_there(made: Path, tmp_path: Path) -> None:
    connection = opened(made)
    connection.execute("INSERT INTO ord (tekst) VALUES ('kun i WAL')")
    shutil.copytree(made, tmp_path / "brat afbrudt")
    connection.close()
    (tmp_path / "brat afbrudt" / "vforlob.db-shm").unlink()

    again = opened(tmp_path / "brat afbrudt")

    assert again.execute("SELECT tekst FROM ord WHERE nr = 201").fetchone() == ("kun i WAL",)
    again.close()


def test_two_windows_may_have_it_open(made: Path) -> None:
    first = opened(made)
    first.execute("INSERT INTO ord (tekst) VALUES ('fra det første')")
    second = opened(made)

    second.execute("INSERT INTO ord (tekst) VALUES ('fra det andet')")

    assert first.execute("SELECT count(*) FROM ord").fetchone() == (202,)
    second.close()
    first.close()


def test_500_flipped_bits_are_all_found_and_the_file_is_left_alone(made: Path) -> None:
    path, dice = made / "vforlob.db", random.Random(3)
    whole = path.read_bytes()
    found = 0

    for _ in range(500):
        flipped = bytearray(whole)
        flipped[dice.randrange(len(whole))] ^= 1 << dice.randrange(8)
        path.write_bytes(flipped)
        found += _is_found(made)
        assert path.read_bytes() == bytes(flipped)

    assert found == 500


def test_cut_off_files_are_all_found(made: Path) -> None:
    path, dice = made / "vforlob.db", random.Random(4)
    whole = path.read_bytes()

    for _ in range(100):
        path.write_bytes(whole[: dice.randrange(1, len(whole))])
        assert _is_found(made)


def _is_found(folder: Path) -> bool:
    """By opening it, by reading it all, or by the check that reads what no row stands on."""
    try:
        connection = opened(folder)
    except DatabaseDamaged:
        return True
    try:
        connection.execute("SELECT sum(length(tekst)) FROM ord").fetchall()
        return bool(connection.execute("PRAGMA cipher_integrity_check").fetchall())
    except Exception as error:
        return isinstance(database.problem_of(error), DatabaseDamaged)
    finally:
        connection.close()


def test_a_linked_database_is_refused(made: Path, tmp_path: Path) -> None:
    (made / "vforlob.db").rename(tmp_path / "andetsteds.db")
    (made / "vforlob.db").symlink_to(tmp_path / "andetsteds.db")

    refused(made, SymlinkRefused, ExitCode.UNSAFE)


def test_a_link_to_nothing_is_not_filled(made: Path, tmp_path: Path) -> None:
    (made / "vforlob.db").unlink()
    (made / "vforlob.db").symlink_to(tmp_path / "ville-blive-til")

    with pytest.raises(SymlinkRefused):
        opened(made)
    with pytest.raises(AlreadySetUp):
        database.create_database(str(made), KEY)
    assert not (tmp_path / "ville-blive-til").exists()


@pytest.mark.parametrize("mode", [0o710, 0o740, 0o750, 0o755, 0o777])
def test_a_folder_others_may_look_into_is_refused(made: Path, mode: int) -> None:
    made.chmod(mode)

    refused(made, OpenToOthers, ExitCode.UNSAFE)


@pytest.mark.parametrize("mode", [0o640, 0o604, 0o666])
def test_a_database_others_may_read_is_refused(made: Path, mode: int) -> None:
    (made / "vforlob.db").chmod(mode)

    refused(made, OpenToOthers, ExitCode.UNSAFE)


@pytest.mark.parametrize("folder_mode", [0o700, 0o755])
def test_what_is_no_database_of_ours_is_said_before_who_may_read_it(made: Path, folder_mode: int) -> None:
    made.chmod(folder_mode)
    path = made / "vforlob.db"
    path.write_bytes(b"SQLite format 3\0" + bytes(4080))
    path.chmod(0o644)
    refused(made, NotEncrypted, ExitCode.NOT_ENCRYPTED)

    path.write_bytes(b"")
    refused(made, DatabaseEmpty, ExitCode.PROBLEM)

    path.unlink()
    refused(made, NoDatabase, ExitCode.NO_DATABASE)


@pytest.mark.skipif(not hasattr(os, "geteuid") or os.geteuid() != 0, reason="only root can give a file away")
@pytest.mark.parametrize("name", ["", "vforlob.db", "noegle.json"])
def test_somebody_elses_folder_or_file_is_refused(made: Path, name: str) -> None:
    os.chown(made / name, 12345, 12345)

    refused(made, OwnedByOther, ExitCode.UNSAFE)


def test_a_synced_folder_is_refused_also_when_it_was_moved_there(made: Path, tmp_path: Path) -> None:
    (tmp_path / "OneDrive - Kommunen").mkdir()
    made.rename(tmp_path / "OneDrive - Kommunen" / "vforlob")

    refused(tmp_path / "OneDrive - Kommunen" / "vforlob", SyncedFolder, ExitCode.UNSAFE)


@pytest.fixture
def open_umask() -> Iterator[None]:
    before = os.umask(0o022)
    yield
    os.umask(before)


@pytest.mark.usefixtures("open_umask")
def test_every_file_is_private_whatever_the_umask(tmp_path: Path) -> None:
    os.mkdir(tmp_path / "data", 0o700)
    create_with_raw_key(str(tmp_path / "data"), KEY)
    connection = database.create_database(str(tmp_path / "data"), KEY)
    connection.execute("CREATE TABLE ord (tekst)")

    modes = {name: stat.S_IMODE(os.stat(tmp_path / "data" / name).st_mode) for name in os.listdir(tmp_path / "data")}

    assert modes == dict.fromkeys(["noegle.json", "vforlob.db", "vforlob.db-shm", "vforlob.db-wal"], 0o600)
    connection.close()


def test_a_database_is_never_made_over_another(made: Path) -> None:
    before = everything_in(made)

    with pytest.raises(AlreadySetUp):
        database.create_database(str(made), KEY)

    assert everything_in(made) == before


def test_a_database_is_not_made_for_another_key_than_the_envelope(made: Path) -> None:
    (made / "vforlob.db").unlink()

    with pytest.raises(WrongRawKey):
        database.create_database(str(made), bytes(32))

    assert os.listdir(made) == ["noegle.json"]


@pytest.mark.parametrize("name", ["mellem rum", "æøå", "100 % sikker?", "nr. #1", "a&b=c;d"])
def test_any_folder_name_will_do(tmp_path: Path, name: str) -> None:
    os.mkdir(tmp_path / name, 0o700)
    create_with_raw_key(str(tmp_path / name), KEY)

    database.create_database(str(tmp_path / name), KEY).close()

    opened(tmp_path / name, newest=0).close()
    assert sorted(os.listdir(tmp_path / name)) == ["noegle.json", "vforlob.db"]
    assert os.listdir(tmp_path) == [name]


def test_a_second_implementation_reads_the_file(made: Path) -> None:
    other = apsw.Connection(str(made / "vforlob.db"), flags=apsw.SQLITE_OPEN_READONLY)
    other.pragma("cipher", "sqlcipher")
    other.pragma("legacy", 4)
    other.execute(f"PRAGMA key = \"x'{KEY.hex()}'\"")

    rows = list(other.execute("SELECT nr, tekst FROM ord"))

    assert len(rows) == 200
    assert rows[0][1].startswith(CANARY)
    other.close()


def test_nothing_is_said_on_the_screen_about_a_damaged_page(made: Path) -> None:
    path = made / "vforlob.db"
    whole = bytearray(path.read_bytes())
    whole[200] ^= 1
    path.write_bytes(whole)
    program = (
        "import sys\nfrom vforlob.store import database\n"
        "try: database.open_database(sys.argv[1], bytes(range(100, 132)), newest=3)\n"
        "except Exception as error: sys.exit(type(error).__name__ == 'DatabaseDamaged' and 7)"
    )

    ran = subprocess.run([sys.executable, "-c", program, str(made)], capture_output=True, check=False)

    assert (ran.returncode, ran.stdout, ran.stderr) == (7, b"", b"")


@pytest.mark.parametrize(
    ("code", "problem"),
    [
        (5, DatabaseLocked),
        (261, DatabaseLocked),
        (6, DatabaseLocked),
        (8, DiskReadOnly),
        (1032, DiskReadOnly),
        (11, DatabaseDamaged),
        (13, DiskFull),
        (14, DiskReadOnly),
        (26, DatabaseDamaged),
    ],
)
def test_what_sqlite_reports_becomes_what_a_person_can_mend(code: int, problem: type[VforlobError]) -> None:
    error = RuntimeError()
    error.sqlite_errorcode = code  # type: ignore[attr-defined]

    assert type(database.problem_of(error)) is problem


def test_an_error_of_ours_is_left_as_it_is() -> None:
    error = ValueError()

    assert database.problem_of(error) is error


def test_opening_with_a_raw_key_loads_no_heavy_library(made: Path) -> None:
    heavy = "cryptography hashlib hmac secrets keyring pathlib tempfile subprocess logging sqlite_utils urllib inspect"
    program = (
        "import sys\nfrom vforlob.store import database, keyfile\n"
        "database.open_database(sys.argv[1], bytes(range(100, 132)), newest=3)\n"
        "print(*sorted(set(sys.argv[2].split()) & set(sys.modules)))"
    )

    ran = subprocess.run([sys.executable, "-c", program, str(made), heavy], capture_output=True, check=True, text=True)

    assert ran.stdout.split() == []
