"""Every exit code a script can meet, produced for real: a Danish sentence, a next step, and nothing changed."""

import hashlib
import os
import re
import shutil
import signal
import sqlite3
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import datetime
from pathlib import Path
from typing import NamedTuple

import pytest
from english import english_in

from building import make_case
from running import CLOCK, KEY, Ran, key_file, run
from vforlob.store.database import open_database
from vforlob.store.key import create_with_passphrase
from vforlob.store.open import create_store
from vforlob.store.samtale_lock import hold as hold_samtale
from vforlob.store.schema import VERSION
from vforlob.store.store import Store

# A next step: a command to type, or a verb that tells what to do.
_VERBS = "Prøv Hent Vælg Skriv Ret Se Gør Frigør Vent Luk Gå Flyt Læg Opret Begynd Kør Åbn Fortsæt Fjern Brug"
_NEXT = re.compile(rf"\bvforlob \w|\b({'|'.join(_VERBS.split())})\b")


class Stored(NamedTuple):
    """What stands on the disk: mode and content of every file, and the mode of every folder."""

    files: dict[str, tuple[int, str]]


def stored(folder: str | Path) -> Stored:
    top = Path(folder)
    found = {}
    for path in sorted([top, *top.rglob("*")]):
        seen = path.lstat()
        content = hashlib.sha256(path.read_bytes()).hexdigest() if path.is_file() and not path.is_symlink() else ""
        found[str(path.relative_to(top))] = (seen.st_mode, content)
    return Stored(found)


def check_refused(ran: Ran, code: int) -> None:
    assert (ran.code, ran.out) == (code, ""), ran.err
    assert english_in(ran.err) == []
    assert "Traceback" not in ran.err
    assert "ikke er forberedt på" not in ran.err
    assert _NEXT.search(ran.err), ran.err


@pytest.fixture
def case(store: Store, folder: str) -> str:
    """A folder with a case in it and nobody in the folder. The agendas have been read: that is noted there once."""
    make_case(store)
    store.close()
    for line in (("formøde", "b1"), ("opfølgning", "f1")):
        run(*line, "--svar", "-", folder=folder, stdin="[")
    return folder


@contextmanager
def unchanged(folder: str | Path) -> Iterator[None]:
    before = stored(folder)
    yield
    assert stored(folder) == before


# --- a folder that is made unfit, and what is said of it ---


def own_key(folder: Path) -> Path:
    """A key file that only the test touches."""
    return folder.parent / "min-nøgle.txt"


def flip_a_bit_in_every_page(folder: Path) -> None:
    path = folder / "vforlob.db"
    content = bytearray(path.read_bytes())
    for at in range(2000, len(content), 4096):
        content[at] ^= 1
    path.write_bytes(content)


def flip_the_last_bit(folder: Path) -> None:
    path = folder / "vforlob.db"
    content = path.read_bytes()
    path.write_bytes(content[:-1] + bytes([content[-1] ^ 1]))


def flip_one_bit_in_the_middle(folder: Path) -> None:
    path = folder / "vforlob.db"
    content = bytearray(path.read_bytes())
    content[len(content) // 2] ^= 1
    path.write_bytes(content)


def damage_the_start(folder: Path) -> None:
    path = folder / "vforlob.db"
    path.write_bytes(os.urandom(64) + path.read_bytes()[64:])


def empty_it(folder: Path) -> None:
    (folder / "vforlob.db").write_bytes(b"")


def cut_the_key_envelope(folder: Path) -> None:
    path = folder / "noegle.json"
    path.write_bytes(path.read_bytes()[:40])


def lose_the_key_envelope(folder: Path) -> None:
    (folder / "noegle.json").unlink()


def lose_the_key_file(folder: Path) -> None:
    own_key(folder).unlink()


def take_another_key(folder: Path) -> None:
    own_key(folder).write_text(bytes(range(1, 33)).hex())


def shorten_the_key(folder: Path) -> None:
    own_key(folder).write_text(KEY.hex()[:-2])


def open_the_key_file_to_others(folder: Path) -> None:
    own_key(folder).chmod(0o644)


def open_the_folder_to_others(folder: Path) -> None:
    folder.chmod(0o755)


def open_the_database_to_others(folder: Path) -> None:
    (folder / "vforlob.db").chmod(0o644)


def link_the_database(folder: Path) -> None:
    shutil.move(folder / "vforlob.db", folder.parent / "andetsteds.db")
    (folder / "vforlob.db").symlink_to(folder.parent / "andetsteds.db")


def put_a_plain_database(folder: Path) -> None:
    (folder / "vforlob.db").unlink()
    with sqlite3.connect(folder / "vforlob.db") as plain:
        plain.execute("CREATE TABLE borger(navn)")
    plain.close()
    (folder / "vforlob.db").chmod(0o600)


def make_it_newer(folder: Path) -> None:
    connection = open_database(str(folder), KEY, newest=VERSION)
    connection.execute(f"PRAGMA user_version = {VERSION + 1}")
    connection.execute("PRAGMA wal_checkpoint(TRUNCATE)")
    connection.close()


def remove_the_database(folder: Path) -> None:
    (folder / "vforlob.db").unlink()


UNFIT = [
    (1, flip_a_bit_in_every_page),
    (1, flip_one_bit_in_the_middle),
    (1, flip_the_last_bit),
    (1, damage_the_start),
    (1, empty_it),
    (1, cut_the_key_envelope),
    (10, remove_the_database),
    (12, lose_the_key_envelope),
    (12, lose_the_key_file),
    (12, take_another_key),
    (12, shorten_the_key),
    (13, make_it_newer),
    (15, open_the_key_file_to_others),
    (15, open_the_folder_to_others),
    (15, open_the_database_to_others),
    (15, link_the_database),
    (16, put_a_plain_database),
]
READING, WRITING = ("forløb", "vis", "f1"), ("borger", "ny", "--svar", "-")
NEW_BORGER = 'alias = "Å-9"\nmalgruppe = "x"\nparathed = "klar"\n'


@pytest.mark.parametrize(("code", "spoil"), UNFIT, ids=[spoil.__name__ for _, spoil in UNFIT])
def test_an_unfit_folder_is_refused_and_left_as_it_is(case: str, code: int, spoil: Callable[[Path], None]) -> None:
    shutil.copy(key_file(case), own_key(Path(case)))
    spoil(Path(case))

    with unchanged(case):
        env = {"VFORLOB_NOEGLEFIL": str(own_key(Path(case)))}
        refused = [run(*line, folder=case, stdin=NEW_BORGER, env=env) for line in (READING, WRITING, ())]

    for ran in refused:
        check_refused(ran, code)


def test_a_folder_that_is_not_there_is_10(tmp_path: Path) -> None:
    with unchanged(tmp_path):
        ran = run(*READING, folder=tmp_path / "ingen")

    check_refused(ran, 10)
    assert "vforlob opsæt" in ran.err


@pytest.mark.parametrize("name", ["OneDrive - Kommunen", "Dropbox"])
def test_a_folder_that_is_copied_to_the_net_is_15(case: str, tmp_path: Path, name: str) -> None:
    there = tmp_path / name / "vforlob"
    shutil.copytree(case, there)

    with unchanged(there):
        ran = run(*READING, folder=there, env={"VFORLOB_NOEGLEFIL": key_file(case)})

    check_refused(ran, 15)


# --- a line that cannot be run ---

WRONG_LINES = [
    (2, ("borger", "vis"), ""),
    (2, ("borger", "ny"), ""),
    (2, ("opfølgning", "b1"), ""),
    (2, ("borgr",), ""),
    (2, ("forløb", "vis", "f1", "--ukendt"), ""),
    (3, ("borger", "vis", "b99"), ""),
    (3, ("borger", "vis", "Ukendt-1"), ""),
    (3, ("samtale", "vis", "s99"), ""),
    (3, ("opfølgning", "f99", "--svar", "-"), ""),
    (3, ("agenda", "vis", "ukendt"), ""),
    (3, ("borger", "ny", "--svar", "ingen-fil.toml"), ""),
    (4, ("borger", "ny", "--svar", "-"), 'alias = "x"\nparrathed = "klar"\n'),
    (4, ("borger", "ret", "b1", "--svar", "-"), 'alias = "b7"\n'),
    (4, ("opfølgning", "f1", "--svar", "-"), "[fremmode]\nsygg = 1\n"),
    (4, ("opfølgning", "f1", "--svar", "-"), "[fremmode\n"),
    (4, ("formøde", "b1", "--svar", "-"), "\udcff"),
]


@pytest.mark.parametrize(("code", "line", "said"), WRONG_LINES, ids=lambda value: str(value)[:40])
def test_a_line_that_cannot_be_run_changes_nothing(case: str, code: int, line: tuple[str, ...], said: str) -> None:
    before = run("forløb", "vis", "f1", "--json", folder=case).out

    with unchanged(case):
        ran = run(*line, folder=case, stdin=said.encode("utf-8", "surrogateescape"))

    check_refused(ran, code)
    assert run("forløb", "vis", "f1", "--json", folder=case).out == before


def test_nothing_to_take_back_is_3(tmp_path: Path, key: bytes, clock: Callable[[], datetime], folder: str) -> None:
    create_store(folder, key, clock).close()

    check_refused(run("fortryd", folder=folder), 3)


def test_a_clock_in_a_real_folder_is_2(tmp_path: Path) -> None:
    folder = tmp_path / "vforlob"
    folder.mkdir(0o700)
    key, _code = create_with_passphrase(str(folder), "min nabo vander sine roser")
    create_store(str(folder), key, lambda: datetime.now().astimezone()).close()

    with unchanged(folder):
        ran = run(*READING, folder=folder, env={"VFORLOB_NU": CLOCK})

    check_refused(ran, 2)


def test_a_passphrase_that_nobody_can_be_asked_for_is_12(tmp_path: Path) -> None:
    folder = tmp_path / "vforlob"
    folder.mkdir(0o700)
    key, _code = create_with_passphrase(str(folder), "min nabo vander sine roser")
    create_store(str(folder), key, lambda: datetime.now().astimezone()).close()

    with unchanged(folder):
        ran = run(*READING, folder=folder)

    check_refused(ran, 12)


# --- somebody else is there ---

_HOLDS_THE_SAMTALE = """
import sys
from vforlob.store.samtale_lock import hold
with hold(sys.argv[1], int(sys.argv[2])):
    print("holder", flush=True)
    sys.stdin.readline()
"""
_HOLDS_THE_DATABASE = """
import sys
from vforlob.store.database import open_database
from vforlob.store.schema import VERSION
connection = open_database(sys.argv[1], bytes(range(32)), newest=VERSION)
connection.execute("BEGIN IMMEDIATE")
print("holder", flush=True)
sys.stdin.readline()
connection.execute("ROLLBACK")
connection.close()
"""


@contextmanager
def somebody(script: str, *argv: str) -> Iterator[None]:
    """Another process, until the block is left."""
    other = subprocess.Popen(
        [sys.executable, "-c", script, *argv], stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True
    )
    assert other.stdout is not None
    assert other.stdout.readline() == "holder\n"
    try:
        yield
    finally:
        other.communicate("\n", timeout=20)


def begun(folder: str) -> None:
    """A draft, number 1."""
    ran = run("opfølgning", "f1", "--svar", "-", folder=folder, stdin="[samtale]\nafslut = false\n")
    assert ran.code == 0, ran.err


def test_a_samtale_that_is_open_elsewhere_is_11(case: str) -> None:
    begun(case)

    with somebody(_HOLDS_THE_SAMTALE, case, "1"), unchanged(case):
        ran = run("opfølgning", "f1", "--svar", "-", folder=case, stdin='[socialt]\nborger_tekst = "x"\n')

    check_refused(ran, 11)
    assert re.search(r"\(siden kl\. (0|[1-9]\d?)(\.\d\d)?\)", ran.err)


def test_a_lock_that_is_left_by_a_dead_process_is_none(case: str) -> None:
    begun(case)
    with hold_samtale(case, 1):
        pass

    assert run("opfølgning", "f1", "--svar", "-", folder=case, stdin='[socialt]\nborger_tekst = "x"\n').code == 0


@pytest.mark.safety
def test_a_database_that_is_locked_too_long_is_11(case: str) -> None:
    with somebody(_HOLDS_THE_DATABASE, case):
        began = time.monotonic()
        ran = run("borger", "ny", "--svar", "-", folder=case, stdin=NEW_BORGER)
        waited = time.monotonic() - began

    check_refused(ran, 11)
    assert 4 < waited < 20
    assert run("borger", "vis", "Å-9", folder=case).code == 3


# --- a disk that takes nothing ---

_ON_A_READ_ONLY_DISK = 'mount --bind "$1" "$1" && mount -o remount,bind,ro "$1" && shift && exec "$@"'
_ON_A_FULL_DISK = """
mount -t tmpfs -o size=800k none "$1.fuld" && cp -a "$1/." "$1.fuld" && chmod 700 "$1.fuld"
dd if=/dev/zero of="$1.fuld/fyld" bs=1k 2>/dev/null
export VFORLOB_MAPPE="$1.fuld"
shift
"$@"
code=$?
rm "$VFORLOB_MAPPE/fyld"
cp -a "$VFORLOB_MAPPE/." "${VFORLOB_MAPPE%.fuld}.efter"
exit $code
"""


def on_a_disk_of_its_own(script: str, folder: str, line: tuple[str, ...], said: str) -> Ran:
    """In a mount namespace that is gone with the process. Skips where the machine does not give one."""
    if not shutil.which("unshare") or subprocess.run(["unshare", "-m", "true"], capture_output=True).returncode:
        pytest.skip("no mount namespace can be made here (it takes root)")
    env = {name: value for name, value in os.environ.items() if not name.startswith("VFORLOB_")}
    env |= {"VFORLOB_MAPPE": folder, "VFORLOB_NOEGLEFIL": key_file(folder), "VFORLOB_NU": CLOCK}
    program = [sys.executable, "-m", "vforlob", *line]
    ran = subprocess.run(
        ["unshare", "-m", "sh", "-c", script, "sh", folder, *program],
        input=said.encode(),
        env=env,
        capture_output=True,
        timeout=60,
    )
    err = "".join(said for said in ran.stderr.decode().splitlines(keepends=True) if not said.startswith("Uret er sat"))
    return Ran(ran.returncode, ran.stdout.decode(), err)


@pytest.mark.parametrize("script", [_ON_A_READ_ONLY_DISK, _ON_A_FULL_DISK], ids=["skrivebeskyttet", "fuld"])
def test_what_stands_there_can_be_read_on_a_disk_that_takes_nothing(case: str, script: str) -> None:
    Path(f"{case}.fuld").mkdir()
    Path(f"{case}.efter").mkdir(0o700)
    shown = run(*READING, folder=case).out

    with unchanged(case):
        ran = on_a_disk_of_its_own(script, case, READING, "")

    assert (ran.code, ran.out) == (0, shown), ran.err


@pytest.mark.parametrize("line", [WRITING, ("opfølgning", "f1", "--svar", "-")], ids=" ".join)
def test_a_disk_that_cannot_be_written_to_is_14(case: str, line: tuple[str, ...]) -> None:
    with unchanged(case):
        ran = on_a_disk_of_its_own(_ON_A_READ_ONLY_DISK, case, line, NEW_BORGER if line == WRITING else "")

    check_refused(ran, 14)


@pytest.mark.parametrize("line", [WRITING, ("opfølgning", "f1", "--svar", "-")], ids=" ".join)
def test_a_disk_that_is_full_is_14_and_nothing_is_half_written(case: str, line: tuple[str, ...]) -> None:
    Path(f"{case}.fuld").mkdir()
    Path(f"{case}.efter").mkdir(0o700)
    said = NEW_BORGER.replace('"x"', f'"{"x" * 3000}"') if line == WRITING else ""

    ran = on_a_disk_of_its_own(_ON_A_FULL_DISK, case, line, said)

    check_refused(ran, 14)
    for command in (("borger", "liste", "--json"), ("samtale", "liste", "--json"), ("forløb", "vis", "f1", "--json")):
        before, after = (run(*command, folder=where) for where in (case, f"{case}.efter"))
        assert (after.code, after.out) == (0, before.out), after.err


# --- the person goes away ---


def test_ctrl_c_is_130_and_nothing_is_lost(case: str) -> None:
    env = {**os.environ, "VFORLOB_MAPPE": case, "VFORLOB_NOEGLEFIL": key_file(case), "VFORLOB_NU": CLOCK}
    before = stored(case)
    waiting = subprocess.Popen(
        [sys.executable, "-m", "vforlob", "opfølgning", "f1", "--svar", "-"],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        env=env,
    )
    assert waiting.stderr is not None
    waiting.stderr.readline()  # the line about the clock: the program is at work, and reads what is sent in
    time.sleep(1)

    waiting.send_signal(signal.SIGINT)
    out, err = waiting.communicate(timeout=20)

    assert (waiting.returncode, out) == (130, b"")
    assert err.decode().startswith("Afbrudt.")
    assert english_in(err.decode()) == []
    assert {
        name: seen for name, seen in stored(case).files.items() if not name.startswith("vforlob.db-")
    } == before.files


def test_all_is_well_is_0(case: str) -> None:
    ran = run(*READING, folder=case)

    assert (ran.code, ran.err) == (0, "")


def test_the_test_sees_a_changed_folder(case: str) -> None:
    with pytest.raises(AssertionError), unchanged(case):
        Path(case, "ny-fil").touch()
