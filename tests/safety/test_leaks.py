"""After a whole day of work, and after every kind of failure, nothing that was said stands anywhere in the clear."""

import json
import os
import re
import resource
import shutil
import subprocess
import sys
import unicodedata
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path

import pytest

from conftest import KEY, NOW
from running import CLOCK, Ran, key_file, run
from safety.hostile_case import Given, make_hostile_case
from vforlob.model.answers import Key
from vforlob.model.borger import Borger
from vforlob.model.text import fold
from vforlob.store.answers import keep_draft
from vforlob.store.database import open_database
from vforlob.store.open import open_store
from vforlob.store.schema import VERSION

WORD = "Kanarieæøå"
FAILURES = 50


class Canaries:
    """A text found nowhere else for every place one is asked for."""

    def __init__(self) -> None:
        self.by_place: dict[str, str] = {}

    def __call__(self, place: str) -> str:
        return self.by_place.setdefault(place, f"{WORD}{len(self.by_place):04}")


def shapes(text: str) -> set[bytes]:
    """The text as it could stand in a file: as it was typed, decomposed, folded for a search, in wide letters."""
    plain = {text, unicodedata.normalize("NFD", text), text.casefold(), fold(text), text.upper()}
    wide = {shape.encode(encoding) for shape in plain for encoding in ("utf-16-le", "utf-16-be", "utf-32-le")}
    return {shape.encode() for shape in plain} | wide | {json.dumps(text).strip('"').encode()}


MARKS = shapes(WORD)


def leaks_in(content: bytes) -> bool:
    return any(mark in content for mark in MARKS)


def leaking(top: Path) -> list[str]:
    """Every file with a canary in it, or in its name."""
    found = []
    for path in sorted(top.rglob("*")):
        if leaks_in(os.fsencode(path.name)) or (path.is_file() and leaks_in(path.read_bytes())):
            found.append(str(path.relative_to(top)))
    return found


@pytest.fixture
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Where a program would put what it keeps for itself."""
    for name in ("TMPDIR", "HOME", "XDG_CACHE_HOME", "XDG_STATE_HOME"):
        monkeypatch.setenv(name, str(tmp_path / "hjem"))
    (tmp_path / "hjem").mkdir()
    return tmp_path


def a_day(where: Path, canaries: Canaries) -> tuple[Given, list[Ran]]:
    """Everything that can be written, looked at, corrected and taken back, and half a sentence."""
    given = make_hostile_case(where, canaries)
    said: list[Ran] = []

    def do(*line: str, stdin: str = "") -> None:
        ran = run(*line, folder=given.folder, stdin=stdin)
        assert ran.code == 0, ran.err
        said.append(ran)

    do("borger", "ret", "b1", "--svar", "-", stdin=f'skal_til = "{canaries("igen")}"\n')
    do("fortryd")
    do(
        *("samtale", "ret", "s3", "--svar", "-"),
        stdin=f'[samtale]\ngrund = "{canaries("grund")}"\n[socialt]\nborger_tekst = "{canaries("rettet")}"\n',
    )
    do(
        "opfølgning",
        "f1",
        "--svar",
        "-",
        stdin=f'[samtale]\nafslut = false\n[fremmode]\nnote = "{canaries("kladde")}"\n',
    )
    with open_store(given.folder, KEY, lambda: NOW) as store:
        keep_draft(store, 4, Key("socialt", "borger_tekst"), canaries("halvt skrevet"))
    for line in (("i-dag",), ("borger", "vis", "b1"), ("forløb", "vis", "f1"), ("samtale", "vis", "s3"), ("borgere",)):
        do(*line)
    for to in ("borger", "virksomhed", "journal"):
        do("referat", "s3", "--til", to, "--format", "html")
    return given, said


def test_a_whole_day_leaves_nothing_in_the_clear(home: Path) -> None:
    given, said = a_day(home, Canaries())

    assert leaking(home) == []
    assert any(leaks_in(ran.out.encode()) for ran in said)  # on the screen it was
    assert not any(leaks_in(ran.err.encode()) for ran in said)
    assert Path(given.folder, "vforlob.db").stat().st_size > 100_000


def test_nothing_is_in_the_clear_while_the_database_is_open(home: Path) -> None:
    canaries = Canaries()
    given = make_hostile_case(home, canaries)

    with open_store(given.folder, KEY, lambda: NOW) as store:
        with store.doing("prøve"):
            for number in range(200):
                store.door(Borger).add(Borger(0, f"L-{number}", skal_til=canaries(f"mange {number}")))
            in_the_middle = leaking(home)
        assert Path(given.folder, "vforlob.db-wal").stat().st_size > 10_000

        assert (in_the_middle, leaking(home)) == ([], [])


def test_a_name_never_becomes_a_file_name(home: Path) -> None:
    canaries = Canaries()
    given = make_hostile_case(home, canaries)

    for to in ("borger", "journal"):
        assert run("referat", "s3", "--til", to, "--ud", str(home / f"{to}.md"), folder=given.folder).code == 0

    assert leaking(home) == ["borger.md", "journal.md"]
    assert {oct((home / f"{to}.md").stat().st_mode & 0o077) for to in ("borger", "journal")} == {"0o0"}


@pytest.mark.skipif(os.name != "posix", reason="permissions are of POSIX")
def test_everything_that_is_written_is_the_owners_alone(home: Path) -> None:
    folder = home / "vforlob"
    key = key_file(folder)
    answers = 'alias = "Å-9"\nmalgruppe = "x"\nparathed = "klar"\n'
    old = os.umask(0)
    try:
        process(str(folder), "opsæt", "--noeglefil", key)
        process(str(folder), "borger", "ny", "--svar", "-", stdin=answers)
        process(str(folder), "formøde", "b1", "--svar", "-", stdin="[samtale]\nafslut = false\n")
        process(str(folder), "agenda", "ny", "trivsel")
        process(str(folder), "agenda", "ny", "opfølgning")
        process(str(folder), "borger", "liste", stdout="/dev/full")  # something for the log
        process(str(home / "demo"), "demo", "--kun-data")
    finally:
        os.umask(old)

    for top in (folder, home / "demo"):
        seen = {path: path.stat().st_mode & 0o777 for path in (top, *top.rglob("*"))}
        assert len(seen) > 5
        assert {
            path.name: oct(mode) for path, mode in seen.items() if mode != (0o700 if path.is_dir() else 0o600)
        } == {}


def process(folder: str, *line: str, stdin: str = "", limit: tuple[int, int] | None = None, stdout: str = "") -> Ran:
    """A real process; `limit` is a resource and how much of it there is."""
    env = {name: value for name, value in os.environ.items() if not name.startswith("VFORLOB_")}
    env |= {"VFORLOB_MAPPE": folder, "VFORLOB_NU": CLOCK, "PYTHONDONTWRITEBYTECODE": "1"}
    if line[0] != "demo":
        env["VFORLOB_NOEGLEFIL"] = key_file(folder)

    def narrow() -> None:
        if limit is not None:
            resource.setrlimit(limit[0], (limit[1], limit[1]))

    with open(stdout or os.devnull, "wb") as taken:
        ran = subprocess.run(
            [sys.executable, "-m", "vforlob", *line],
            input=stdin.encode(),
            stdout=taken if stdout else subprocess.PIPE,
            stderr=subprocess.PIPE,
            env=env,
            preexec_fn=narrow,
            timeout=60,
            check=False,
        )
    return Ran(ran.returncode, (ran.stdout or b"").decode(), ran.stderr.decode())


# --- failures, real ones, with what was said in the hands of whoever fails ---


def failing(given: Given, canaries: Canaries) -> Iterator[tuple[str, Ran]]:
    """Each failure by its name. Nothing of ours is replaced: the database, the disk and the files are."""
    yield from cut_in(given, canaries)
    yield from with_templates_that_fail(given)
    yield from with_files_that_fail(given, canaries)
    yield from with_too_little(given, canaries)


def copied(given: Given, name: str) -> str:
    there = Path(given.folder).parent / name
    shutil.rmtree(there, ignore_errors=True)
    shutil.copytree(given.folder, there)
    return str(there)


def lines(canaries: Canaries) -> list[tuple[tuple[str, ...], str]]:
    """What is run on a store that is not whole, and what is sent in."""
    return [
        (("forløb", "vis", "f1"), ""),
        (("samtale", "vis", "s3"), ""),
        (("referat", "s3", "--til", "journal"), ""),
        (("i-dag",), ""),
        (("borger", "ret", "b1", "--svar", "-"), f'skal_til = "{canaries("skal_til")}"\n'),
        (("opfølgning", "f1", "--svar", "-"), f'[socialt]\nborger_tekst = "{canaries("sagt")}"\n'),
        (("fortryd",), ""),
    ]


def cut_in(given: Given, canaries: Canaries) -> Iterator[tuple[str, Ran]]:
    """A table is gone, which is damage; or a column is, which is nothing the program has a word for."""
    connection = open_database(given.folder, KEY, newest=VERSION)
    listed = connection.execute("PRAGMA table_list").fetchall()
    tables = [name for place, name, kind, *_ in listed if place == "main" and kind == "table"]
    columns = {table: connection.execute(f'PRAGMA table_info("{table}")').fetchall()[1][1] for table in tables}
    connection.close()
    for table in (name for name in tables if not name.startswith("sqlite_")):
        yield from _cut(given, canaries, table, f'ALTER TABLE "{table}" RENAME TO "borte"')
        yield from _cut(given, canaries, table, f'ALTER TABLE "{table}" RENAME COLUMN "{columns[table]}" TO "borte"')


def _cut(given: Given, canaries: Canaries, table: str, sql: str) -> Iterator[tuple[str, Ran]]:
    folder = copied(given, "uden-tabel")
    connection = open_database(folder, KEY, newest=VERSION)
    connection.execute("PRAGMA foreign_keys = OFF")
    connection.execute("PRAGMA legacy_alter_table = ON")
    connection.execute(sql)
    connection.close()
    for line, stdin in lines(canaries):
        yield f"without {table}: {' '.join(line)}", run(*line, folder=folder, stdin=stdin)
    yield f"without {table}: --fejlsøg", run("forløb", "vis", "f1", "--fejlsøg", folder=folder)
    yield f"without {table}: log", Ran(0, "", log_of(folder))


TEMPLATES = (
    "{{ afsnit[0].linjer[99].tekst }}",
    "{{ afsnit.ukendt }}",
    "{{ afsnit[0].linjer[0].tekst.__class__ }}",
    "{{ afsnit[0] + 1 }}",
    "{% for x in afsnit %}{{ x.raekker[0].tekst.format() }}{% endfor %}",
    "{{ afsnit[0]['x'] }}",
    "{% include afsnit[0].overskrift %}",
    "{{ afsnit[0].linjer | attr('x') }}",
    "{{ undefined(afsnit) }}",
    "{% for a in afsnit %}{% for b in afsnit %}{{ a }}{{ b }}{% endfor %}{% endfor %}",
    "{{ afsnit | upper }}",
    "{% if afsnit[0].linjer[0].tekst > 3 %}x{% endif %}",
)


def with_templates_that_fail(given: Given) -> Iterator[tuple[str, Ran]]:
    folder = copied(given, "skabelon")
    own = Path(folder, "skabeloner")
    own.mkdir(mode=0o700, exist_ok=True)
    for template in TEMPLATES:
        (own / "referat_journal.txt.jinja").write_text(template, encoding="utf-8")
        for more in ((), ("--fejlsøg",)):
            ran = run("referat", "s3", "--til", "journal", "--format", "txt", *more, folder=folder)
            yield f"template {template}", ran
    yield "templates: log", Ran(0, "", log_of(folder))


def with_files_that_fail(given: Given, canaries: Canaries) -> Iterator[tuple[str, Ran]]:
    """A key file with somebody's words in it, an agenda that broke, regler that broke, a head that is not one."""
    said = canaries("i en nøglefil")
    wrong = Path(given.folder).parent / "forkert.txt"
    wrong.touch(mode=0o600)
    wrong.write_text(said, encoding="utf-8")
    yield "key file", run("i-dag", folder=given.folder, env={"VFORLOB_NOEGLEFIL": str(wrong)})
    for name, content in (
        ("hoved.json", f'{{"{said}": '),
        ("noegle.json", f'{{"udgave": "{said}"}}'),
        ("regler/kontakt.toml", f'[[regel]]\nid = "{said}"\n'),
        ("vforlob.db", said * 100),
        ("vforlob.db-wal", said * 100),
    ):
        folder = copied(given, "i-stykker")
        path = Path(folder, name)
        path.parent.mkdir(mode=0o700, exist_ok=True)
        path.touch(mode=0o600)
        path.write_text(content, encoding="utf-8")
        for line, stdin in lines(canaries):
            ran = run(*line, folder=folder, stdin=stdin)
            yield f"{name}: {' '.join(line)}", ran if name != "regler/kontakt.toml" else ran._replace(err="")
        yield f"{name}: log", Ran(0, "", log_of(folder))


def with_too_little(given: Given, canaries: Canaries) -> Iterator[tuple[str, Ran]]:
    """Too few open files, files that may not grow, memory that runs out, nowhere to write the answer."""
    folder = copied(given, "for-lidt")
    limits = [(resource.RLIMIT_NOFILE, number) for number in range(6, 16)]
    limits += [(resource.RLIMIT_FSIZE, size) for size in (0, 512, 4096, 40_000, 200_000)]
    limits += [(resource.RLIMIT_AS, size << 20) for size in (40, 60, 80, 100)]
    for limit in limits:
        for line, stdin in lines(canaries)[2:6:3]:
            yield f"limit {limit}: {' '.join(line)}", process(folder, *line, stdin=stdin, limit=limit)
    for line, stdin in lines(canaries)[:4]:
        yield f"/dev/full: {' '.join(line)}", process(folder, *line, stdin=stdin, stdout="/dev/full")
    yield "too little: log", Ran(0, "", log_of(folder))


def log_of(folder: str) -> str:
    path = Path(folder, "log", "vforlob.log")
    return path.read_text(encoding="utf-8") if path.exists() else ""


@pytest.mark.safety
def test_no_failure_tells_what_was_said(home: Path) -> None:
    canaries = Canaries()
    given = make_hostile_case(home, canaries)
    failed, unexpected, told = 0, 0, []

    for name, ran in failing(given, canaries):
        failed += ran.code != 0
        unexpected += "ikke er forberedt på" in ran.err
        if leaks_in(ran.err.encode()) or "Traceback" in ran.err:
            told.append((name, ran.err))

    assert told == []
    assert failed >= 2 * FAILURES
    assert unexpected >= FAILURES


@pytest.mark.safety
def test_the_log_holds_kinds_and_places_and_nothing_else(home: Path) -> None:
    canaries = Canaries()
    given = make_hostile_case(home, canaries)
    line = re.compile(r"\S+ \w+(\(\d+\))?( [\w/.]+:\d+:[\w<>]+)*")

    logged = [
        one
        for name, ran in (*cut_in(given, canaries), *with_templates_that_fail(given))
        if name.endswith("log")
        for one in ran.err.splitlines()
    ]

    assert len(logged) >= FAILURES
    assert [one for one in logged if not line.fullmatch(one)] == []


# --- the tests of the test ---


@pytest.mark.parametrize("encoding", ["utf-8", "utf-16-le", "utf-16-be", "utf-32-le"])
@pytest.mark.parametrize("change", [str, str.casefold, fold, lambda text: unicodedata.normalize("NFD", text)])
def test_a_file_in_the_clear_is_found(tmp_path: Path, encoding: str, change: Callable[[str], str]) -> None:
    (tmp_path / "log").mkdir()
    (tmp_path / "log" / "glemt.tmp").write_bytes(b"\0\1" + change(Canaries()("x")).encode(encoding))

    assert leaking(tmp_path) == ["log/glemt.tmp"]


def test_a_file_named_after_somebody_is_found(tmp_path: Path) -> None:
    (tmp_path / f"referat-{Canaries()('x')}.md").touch()

    assert len(leaking(tmp_path)) == 1


def test_a_message_with_what_was_said_is_found() -> None:
    canary = Canaries()("x")
    messages: Iterable[str] = (f"ValueError: {canary!r}", json.dumps({"svar": canary}), f"INSERT INTO svar('{canary}')")

    assert all(leaks_in(message.encode()) for message in messages)


def test_an_unencrypted_database_is_found(tmp_path: Path) -> None:
    import sqlite3

    with sqlite3.connect(tmp_path / "vforlob.db") as plain:
        plain.execute("CREATE TABLE borger(skal_til)")
        plain.execute("INSERT INTO borger VALUES(?)", (Canaries()("x"),))
    plain.close()

    assert leaking(tmp_path) == ["vforlob.db"]
