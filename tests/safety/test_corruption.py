"""A file that somebody or some disk has changed is told to be damaged, and is left as it is."""

import os
import random
import shutil
from collections import Counter
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import UTC, datetime
from pathlib import Path

import pytest
from crashes import IN_MEMORY, begin
from cutting import contents
from forking import forks
from meeting_process import KEY, hold_meetings

from figures import reached
from running import key_file, run
from vforlob.errors.base import ExitCode, VforlobError
from vforlob.store.chain import verify
from vforlob.store.checking_schema import schema_faults
from vforlob.store.database import open_database
from vforlob.store.envelope import DEMO, Cost
from vforlob.store.key import create_with_passphrase, unlock_with_code, unlock_with_passphrase
from vforlob.store.open import open_store
from vforlob.store.rebuild import differences
from vforlob.store.schema import VERSION

pytestmark = [pytest.mark.safety, pytest.mark.tal]

FLIPS, CUTS, WAL_FLIPS, MISSING_WALS, ENVELOPE_FLIPS, SCHEMAS = 1_000, 1_000, 500, 100, 500, 500
ANSWERS = 25
FILES = ("hoved.json", "noegle.json", "vforlob.db")
SIDES = ("vforlob.db-wal", "vforlob.db-shm")  # SQLite makes them to read; an empty log changes nothing
DAMAGED = ("er beskadiget eller er ikke en database fra vforlob", "Der er ikke ændret noget")
EMPTY = "er tom"


def _now() -> datetime:
    return datetime(2026, 11, 20, 12, tzinfo=UTC)


@pytest.fixture
def place(tmp_path: Path) -> Iterator[Path]:
    folder = Path(IN_MEMORY or tmp_path, f"vforlob-fejl-{os.getpid()}")
    folder.mkdir(mode=0o700)
    yield folder
    shutil.rmtree(folder)


@pytest.fixture
def folder(place: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A closed folder with a finished samtale."""
    with _muted():
        hold_meetings(begin(place / "mappe"), ANSWERS, [])
    return place / "mappe"


@contextmanager
def _muted() -> Iterator[None]:
    before, nowhere = os.dup(1), os.open(os.devnull, os.O_WRONLY)
    os.dup2(nowhere, 1)
    try:
        yield
    finally:
        os.dup2(before, 1)
        os.close(before)
        os.close(nowhere)


def flipped(content: bytes, chance: random.Random) -> bytes:
    changed = bytearray(content)
    changed[chance.randrange(len(changed))] ^= 1 << chance.randrange(8)
    return bytes(changed)


def cut_short(content: bytes, chance: random.Random) -> bytes:
    return content[: chance.randrange(len(content))]


def what_the_program_makes_of(folder: Path, whole: bytes, spoil: Callable[[bytes], bytes]) -> str:
    """ "told" when the sentence, the exit code and the untouched files are right."""
    database = folder / "vforlob.db"
    spoiled = spoil(whole)
    database.write_bytes(spoiled)
    ran = run("i-dag", folder=folder)
    left = {name: content for name, content in contents(str(folder)).items() if name not in FILES and name not in SIDES}
    log = folder / "vforlob.db-wal"
    if database.read_bytes() != spoiled or left or (log.exists() and log.stat().st_size):
        return f"touched: {sorted(left)}"
    words = (EMPTY,) if not spoiled else DAMAGED
    if ran.code == ExitCode.PROBLEM and not ran.out and all(word in ran.err for word in words):
        return "told"
    return f"{ran.code}: {ran.err[:60]}"


@pytest.mark.parametrize(
    ("spoil", "count", "what"),
    [(flipped, FLIPS, "Databasen med 1 bit vendt"), (cut_short, CUTS, "Databasen med slutningen skåret af")],
)
def test_a_spoiled_database_is_told_and_left_alone(
    folder: Path, spoil: Callable[[bytes, random.Random], bytes], count: int, what: str
) -> None:
    chance, found, whole = random.Random(1), Counter[str](), (folder / "vforlob.db").read_bytes()

    for _ in range(count):
        found[what_the_program_makes_of(folder, whole, lambda content: spoil(content, chance))] += 1
    (folder / "vforlob.db").write_bytes(whole)

    reached(
        7,
        what,
        required=f"{count} af {count} opdaget, filen urørt, kode 1 og dansk sætning",
        reached=f"{found['told']} af {count}",
    )
    assert found == {"told": count}
    assert run("i-dag", folder=folder).code == ExitCode.OK


def with_a_log(place: Path) -> Path:
    """A folder whose windows were killed: all answers are still in the -wal, and the head beside it knows of them."""
    folder = begin(place / "mappe")
    with forks() as started:
        reader = started.start("reading", folder)
        assert reader.read_until(1) == b"READY\n"  # while somebody reads the -wal is not emptied
        assert started.run("meeting_process", folder, str(ANSWERS)).code == 0
        reader.killed()
    return Path(folder)


def events_told(folder: Path) -> tuple[int, str]:
    """How many events there are, and what is said of those that are not there."""
    with open_store(str(folder), KEY, _now) as store:
        found, whole = verify(store), differences(store) == []
        return found.events, ("" if whole else "halv ") + " ".join(one.what for one in found.breaks)


def test_a_spoiled_log_is_read_to_its_last_whole_commit_and_the_rest_is_missed(place: Path) -> None:
    folder, chance, found = with_a_log(place), random.Random(2), Counter[str]()
    whole, wal = contents(str(folder)), (folder / "vforlob.db-wal").read_bytes()
    everything = _again(folder, whole, wal)[0]

    for number in range(WAL_FLIPS + MISSING_WALS):
        spoiled = flipped(wal, chance) if number < WAL_FLIPS else wal[: chance.choice((0, chance.randrange(len(wal))))]
        try:
            events, told = _again(folder, whole, spoiled)
        except VforlobError as error:
            found[f"told: {type(error).__name__}"] += 1
            continue
        found[
            "whole" if (events, told) == (everything, "") else "told" if told == "afkortet" else f"silent {told}"
        ] += 1

    silent = sum(count for name, count in found.items() if name.startswith("silent"))
    reached(
        7,
        "Loggen ved siden af databasen (-wal) med 1 bit vendt, skåret af eller væk",
        required=f"{WAL_FLIPS} og {MISSING_WALS}, 0 i stilhed",
        reached=f"{WAL_FLIPS} og {MISSING_WALS}, {silent} i stilhed ({found['whole']} uden følger)",
    )
    assert silent == 0
    assert found["told"] > WAL_FLIPS / 4


def _again(folder: Path, whole: dict[str, bytes], wal: bytes) -> tuple[int, str]:
    (folder / "vforlob.db-shm").unlink(missing_ok=True)
    for name, content in whole.items():
        if not name.endswith("-shm"):
            (folder / name).write_bytes(content)
    (folder / "vforlob.db-wal").write_bytes(wal)
    return events_told(folder)


def test_a_spoiled_key_envelope_opens_for_nobody_else(place: Path) -> None:
    folder, chance, found = place / "mappe", random.Random(3), Counter[str]()
    folder.mkdir(mode=0o700)
    key, code = create_with_passphrase(str(folder), "den rigtige sætning", cost=Cost(t=1, m=8, p=1), kind=DEMO)
    whole = (folder / "noegle.json").read_bytes()

    for _ in range(ENVELOPE_FLIPS):
        (folder / "noegle.json").write_bytes(flipped(whole, chance))
        found[_opened(lambda: unlock_with_passphrase(str(folder), "den rigtige sætning"), key)] += 1
        found[_opened(lambda: unlock_with_passphrase(str(folder), "en forkert sætning"), b"")] += 1
        found[_opened(lambda: unlock_with_code(str(folder), code), key)] += 1

    reached(
        7,
        "noegle.json med 1 bit vendt",
        required=f"{ENVELOPE_FLIPS}, 0 åbnet forkert",
        reached=f"{ENVELOPE_FLIPS}, {found['wrongly']} åbnet forkert",
    )
    assert found["wrongly"] == 0
    assert found["refused"] > ENVELOPE_FLIPS


def _opened(unlock: Callable[[], bytes], key: bytes) -> str:
    try:
        return "rightly" if unlock() == key else "wrongly"
    except VforlobError:
        return "refused"


def test_a_spoiled_key_file_opens_only_as_the_key_it_was(folder: Path) -> None:
    path, chance, codes, wrong = Path(key_file(folder)), random.Random(4), Counter[int](), 0
    whole = path.read_bytes()

    for _ in range(ENVELOPE_FLIPS // 2):
        spoiled = flipped(whole, chance)
        path.write_bytes(spoiled)
        ran = run("liste", folder=folder)
        same = spoiled.lower() == whole  # a digit written large is the same digit
        codes[ran.code] += 1
        wrong += ran.code not in ({ExitCode.OK} if same else {ExitCode.WRONG_KEY}) or "Traceback" in ran.err

    reached(
        7,
        "Nøglefilen med 1 bit vendt",
        required=f"{ENVELOPE_FLIPS // 2}, 0 åbnet forkert",
        reached=f"{codes.total()}, {wrong} åbnet forkert",
    )
    assert wrong == 0


def test_an_altered_schema_is_named(folder: Path) -> None:
    chance, unseen, database = random.Random(5), [], folder / "vforlob.db"
    whole = database.read_bytes()

    for number in range(SCHEMAS):
        done = altered(folder, number, chance)
        with open_store(str(folder), KEY, _now) as store:
            unseen += [] if schema_faults(store) else [done]
        for name in ("vforlob.db-wal", "vforlob.db-shm"):
            (folder / name).unlink(missing_ok=True)
        database.write_bytes(whole)

    reached(
        7,
        "Databaser med ændrede tabeller, indekser og udløsere",
        required=f"{SCHEMAS} af {SCHEMAS} opdaget",
        reached=f"{SCHEMAS - len(unseen)} af {SCHEMAS}",
    )
    assert unseen == []
    with open_store(str(folder), KEY, _now) as store:
        assert schema_faults(store) == ()


def altered(folder: Path, number: int, chance: random.Random) -> str:
    """By somebody who has the key. What was done."""
    connection = open_database(str(folder), KEY, newest=VERSION)
    try:
        connection.execute("PRAGMA foreign_keys = OFF")
        things = connection.execute(
            "SELECT type, name, tbl_name FROM sqlite_master WHERE sql IS NOT NULL AND name NOT GLOB 'sqlite_*'"
            " AND name NOT GLOB 'soeg*' AND type <> 'view' AND tbl_name NOT IN (SELECT name FROM sqlite_master"
            " WHERE type = 'view')"
        ).fetchall()
        kind, name, table = chance.choice(things)
        columns = connection.execute(f"PRAGMA table_info({table})").fetchall()
        done = chance.choice(
            [
                f"DROP {kind} {name}",
                f"CREATE TRIGGER ny{number} AFTER INSERT ON {table} BEGIN DELETE FROM {table} WHERE nr < 0; END",
                f"CREATE TABLE ny{number}(a)",
                f"CREATE VIEW ny{number} AS SELECT * FROM {table}",
                f"CREATE INDEX ny{number} ON {table}({chance.choice(columns)[1]})",
                f"ALTER TABLE {table} ADD COLUMN ny{number} TEXT",
                f"ALTER TABLE {table} RENAME TO ny{number}",
            ]
        )
        connection.execute("PRAGMA legacy_alter_table = ON")
        connection.execute(done)
        return done
    finally:
        connection.close()


def _zero(folder: Path, *names: str) -> None:
    for name in names:
        (folder / name).write_bytes(b"")


NOTHING_IN_THEM = {
    "databasen": (lambda folder: _zero(folder, "vforlob.db"), ExitCode.PROBLEM),
    "databasen og dens log": (lambda folder: _zero(folder, "vforlob.db", "vforlob.db-wal"), ExitCode.PROBLEM),
    "databasen og hovedet": (lambda folder: _zero(folder, "vforlob.db", "hoved.json"), ExitCode.PROBLEM),
    "noegle.json": (lambda folder: _zero(folder, "noegle.json"), None),
    "alle filer": (lambda folder: _zero(folder, *os.listdir(folder)), None),
}


@pytest.mark.parametrize("what", NOTHING_IN_THEM)
def test_an_empty_file_is_never_taken_for_a_new_folder(folder: Path, what: str) -> None:
    spoil, code = NOTHING_IN_THEM[what]
    spoil(folder)
    before = contents(str(folder))

    ends = [run(*line, folder=folder) for line in (("i-dag",), ("liste",), ("borger", "vis", "b1"))]
    again = run("opsæt", "--noeglefil", key_file(folder), folder=folder)

    codes = {end.code for end in ends}
    reached(
        7,
        f"Tomme filer (0 byte): {what}",
        required="aldrig taget for en ny mappe, intet rørt",
        reached="intet rørt" if contents(str(folder)) == before else "rørt",
    )
    assert contents(str(folder)) == before
    assert codes == {code} if code else codes.isdisjoint({ExitCode.OK, ExitCode.NO_DATABASE})
    assert again.code != ExitCode.OK
    assert not any("Traceback" in end.err for end in (*ends, again))
