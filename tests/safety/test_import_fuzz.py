"""Thousands of spreadsheets that nobody would write: each is taken or refused in Danish, and nothing is half saved."""

import io
import json
import resource
import time
import zipfile
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from importing import book, text
from running import run
from vforlob.actions.importing.reading import Sheet, read_table
from vforlob.actions.importing.sheet import MOST_ROWS
from vforlob.errors.importing import SpreadsheetRefused
from vforlob.store.store import Store

pytestmark = pytest.mark.safety

HEAD = ("Alias", "Målgruppe", "Parathed", "Henvist", "CV", "CPR", "Tlf")
PLAIN = text(
    (HEAD, ("Æ-7", "jobparat", "klar", "1/3-26", "x", "010203-1234", ""), ("B-2", "a;b", "tæt på", "", "", "", ""))
)
BOOK = book(
    (HEAD, ("Æ-7", "jobparat", "klar", "1/3-26", True, "010203-1234", 12.5), ("B-2", "=1+1", None, None, 1, 2, 3))
)
CELLS = st.one_of(
    st.text(max_size=30), st.sampled_from(["", "A-1", "klar", "1/3-26", "010203-1234", "=1+1", "x", "\x00", "'", '"'])
)
ROWS = st.lists(st.lists(CELLS, max_size=9), max_size=12)


def broken(data: bytes) -> st.SearchStrategy[bytes]:
    """A few bytes changed, cut out or put in."""
    edits = st.lists(
        st.tuples(st.integers(0, len(data)), st.integers(0, 40), st.binary(max_size=12)), min_size=1, max_size=4
    )
    return edits.map(lambda made: _edited(data, made))


def _edited(data: bytes, made: list[tuple[int, int, bytes]]) -> bytes:
    for at, away, put in made:
        data = data[:at] + put + data[at + away :]
    return data


@st.composite
def broken_parts(draw: st.DrawFn) -> bytes:
    """A sound archive with a broken part in it."""
    with zipfile.ZipFile(io.BytesIO(BOOK)) as archive:
        parts = {name: archive.read(name) for name in archive.namelist()}
    name = draw(st.sampled_from(sorted(parts)))
    parts[name] = draw(broken(parts[name]))
    found = io.BytesIO()
    with zipfile.ZipFile(found, "w", zipfile.ZIP_DEFLATED) as archive:
        for part, content in parts.items():
            archive.writestr(part, content)
    return found.getvalue()


TABLES = ROWS.flatmap(
    lambda rows: st.tuples(st.sampled_from([";", ",", "\t"]), st.sampled_from(["utf-8", "utf-16", "cp1252"])).map(
        lambda how: (
            how[0].join(HEAD).encode(how[1], "replace")
            + b"\n"
            + "\n".join(how[0].join(row) for row in rows).encode(how[1], "replace")
        )
    )
)
FILES = st.one_of(broken(PLAIN), broken(BOOK), broken_parts(), TABLES, st.binary(max_size=400))
SUFFIXES = st.sampled_from([".csv", ".xlsx", ".xls", "", ".txt"])


@settings(max_examples=10_000, deadline=None)
@given(FILES, SUFFIXES)
def test_every_file_is_read_or_refused(data: bytes, suffix: str) -> None:
    try:
        sheet = read_table(data, suffix)
    except SpreadsheetRefused:
        return

    assert isinstance(sheet, Sheet)
    assert sheet.rows
    assert {len(row) for row in sheet.rows} == {len(sheet.headers)}


@settings(max_examples=2_000, deadline=None, suppress_health_check=list(HealthCheck))
@given(FILES, st.sampled_from(["borgere", "virksomheder", "forløb"]))
def test_every_file_goes_through_the_program_without_a_traceback(
    store: Store, folder: str, data: bytes, word: str
) -> None:
    before = _counts(store)

    more = ["--opret"] if word == "forløb" else []
    ran = run("importer", word, "-", "--uden-spørgsmål", "--json", *more, folder=folder, stdin=data)

    assert ran.code in {0, 4}, ran
    assert "Traceback" not in ran.out + ran.err
    assert "ikke er forberedt på" not in ran.err
    assert "010203-1234" not in ran.out + ran.err
    if ran.code == 4 or not json.loads(ran.out)["gemt"]:
        assert _counts(store) == before


def _counts(store: Store) -> tuple[int, ...]:
    return tuple(
        store.rows(f"SELECT count(*) FROM {table}")[0][0] for table in ("borger", "virksomhed", "forlob", "haendelse")
    )


@pytest.mark.parametrize("make", [text, book], ids=["csv", "xlsx"])
def test_a_hundred_thousand_rows_are_refused_at_once(store: Store, folder: str, tmp_path: Path, make) -> None:
    store.close()
    rows = [
        HEAD[:5],
        *((f"Q-{n}", "jobparat", "klar" if n % 1000 else "måske", "1/3-26", "ja") for n in range(100_000)),
    ]
    path = tmp_path / "stor"
    path.write_bytes(make(rows))
    memory, started = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss, time.perf_counter()

    ran = run("importer", "borgere", str(path), "--uden-spørgsmål", folder=folder)

    assert (ran.code, "Højst 5.000" in ran.err) == (4, True)
    assert time.perf_counter() - started < 20
    assert resource.getrusage(resource.RUSAGE_SELF).ru_maxrss - memory < 600 * 1024  # KiB


@pytest.mark.parametrize("make", [text, book], ids=["csv", "xlsx"])
def test_as_many_rows_as_are_taken_are_looked_through_in_bounded_time(
    store: Store, folder: str, tmp_path: Path, make
) -> None:
    store.close()
    rows = [
        HEAD[:5],
        *((f"Q-{n}", "jobparat", "klar" if n % 50 else "måske", "1/3-26", "ja") for n in range(MOST_ROWS)),
    ]
    path = tmp_path / "stor"
    path.write_bytes(make(rows))
    started = time.perf_counter()

    ran = run("importer", "borgere", str(path), "--uden-spørgsmål", folder=folder)

    assert (ran.code, "100 med fejl" in ran.out) == (4, True)
    assert "Ser 5000 rækker igennem." in ran.err
    assert time.perf_counter() - started < 30
