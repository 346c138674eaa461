"""Bytes that are no text, and files that are no files: a clear sentence with the place, and nothing saved."""

import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest
from english import english_in
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from building import make_case
from running import CLOCK, Ran, key_file, run
from safety.hostile import BYTES, harmful
from vforlob.store.open import open_store
from vforlob.store.store import Store

# Everything that reads a file of answers.
LINES = (
    ("borger", "ny"),
    ("borger", "ret", "b1"),
    ("virksomhed", "ny"),
    ("forløb", "ny"),
    ("formøde", "b1"),
    ("opfølgning", "f1"),
)


@pytest.fixture
def case(store: Store, folder: str) -> str:
    make_case(store)
    store.close()
    return folder


def events(folder: str) -> int:
    from conftest import KEY, NOW

    with open_store(folder, KEY, lambda: NOW) as store:
        return int(store.rows("SELECT count(*) FROM haendelse")[0][0])


def check_refused(ran: Ran, codes: set[int]) -> None:
    assert ran.code in codes, ran.err
    assert ran.out == ""
    assert ran.err.strip()
    assert harmful(ran.err) == []
    assert english_in(ran.err) == []
    assert "Traceback" not in ran.err
    assert "ikke er forberedt på" not in ran.err


def said(first_lines: str, odd: bytes) -> bytes:
    return first_lines.encode() + odd + b'"\n'


# --- what is sent in, and files of answers ---


@pytest.mark.parametrize("where", ["stdin", "file"])
@pytest.mark.parametrize("name", sorted(BYTES))
def test_answers_that_are_no_utf_8_are_refused_with_the_byte(case: str, tmp_path: Path, name: str, where: str) -> None:
    before = events(case)
    content = said('# æ\nalias = "', BYTES[name])
    (tmp_path / "svar.toml").write_bytes(content)
    source = "-" if where == "stdin" else str(tmp_path / "svar.toml")

    for line in LINES:
        ran = run(*line, "--svar", source, folder=case, stdin=content)

        check_refused(ran, {4})
        assert "Linje 2" in ran.err
        assert f"Byte {first_bad(content)} er ikke UTF-8" in ran.err
    assert events(case) == before


def first_bad(content: bytes) -> int:
    try:
        content.decode()
    except UnicodeDecodeError as error:
        return error.start + 1
    raise AssertionError("it can be read")


@pytest.mark.parametrize(
    ("content", "words"),
    [
        (b'alias = "x\0y"\n', "Linje 1"),
        (b"\0\0\0\0", "Linje 1"),
        (b"\xff\xfea\0l\0", "UTF-16"),
        (b'alias = "' + b"x" * 1_000_000 + b'"\n', "KiB"),
        (b'alias = "' + b"x" * 5000 + b'"\n', "4000"),
        (b"alias" + b".a" * 1500 + b" = 1\n", "punktummer"),
        (b"alias = " + b"[" * 1500 + b"\n", "parenteser"),
        (b"\x1b[2J\n", "Linje 1"),
        (b"alias = 99999999999999999999999999999999e999\n", ""),
        (b"alias = nan\n", ""),
        (b"alias = 0x1F\n", ""),
        (b"alias = 2026-02-30\n", "Linje 1"),
        (b'"\xe2\x80\xae" = 1\n', "Linje 1"),
    ],
    ids=[
        "nul",
        "nuls",
        "utf-16",
        "megabyte",
        "long-line",
        "dots",
        "nesting",
        "esc",
        "huge",
        "nan",
        "hex",
        "day",
        "bidi",
    ],
)
def test_a_file_made_to_hurt_is_refused_with_its_place(case: str, content: bytes, words: str) -> None:
    before = events(case)

    for line in LINES:
        ran = run(*line, "--svar", "-", folder=case, stdin=content)

        check_refused(ran, {4})
        assert words in ran.err
    assert events(case) == before


def test_what_is_no_file_is_3(case: str, tmp_path: Path) -> None:
    (tmp_path / "mappe").mkdir()
    (tmp_path / "ring").symlink_to(tmp_path / "ring")
    (tmp_path / "ingen-vegne").symlink_to(tmp_path / "findes-ikke")
    before = events(case)

    for name in ("mappe", "ring", "ingen-vegne", "findes-ikke", "nul\0l", "x" * 5000, "."):
        for line in LINES:
            check_refused(run(*line, "--svar", str(tmp_path / name), folder=case), {3})

    assert events(case) == before


def test_a_folder_in_place_of_a_file_is_said_to_be_one(case: str, tmp_path: Path) -> None:
    ran = run("borger", "ny", "--svar", str(tmp_path), folder=case)

    assert "er en mappe" in ran.err


def test_a_link_to_a_file_of_answers_is_the_file(case: str, tmp_path: Path) -> None:
    (tmp_path / "svar.toml").write_text('alias = "Å-9"\nmalgruppe = "x"\nparathed = "klar"\n', encoding="utf-8")
    (tmp_path / "genvej").symlink_to(tmp_path / "svar.toml")

    assert run("borger", "ny", "--svar", str(tmp_path / "genvej"), folder=case).code == 0


def test_a_bom_is_no_fault(case: str) -> None:
    content = b'\xef\xbb\xbfalias = "\xc3\x85-9"\r\nmalgruppe = "x"\r\nparathed = "klar"\r\n'

    assert run("borger", "ny", "--svar", "-", folder=case, stdin=content).code == 0
    assert "Å-9" in run("borger", "vis", "Å-9", folder=case).out


def test_half_an_emoji_as_a_console_sends_it_never_reaches_the_database(case: str) -> None:
    ran = run(
        "borger", "ny", "--svar", "-", folder=case, stdin=b'alias = "A-1\\uD83D"\nmalgruppe="x"\nparathed="klar"\n'
    )

    check_refused(ran, {4})


# --- agendas, templates ---


@pytest.mark.parametrize("name", sorted(BYTES))
def test_an_agenda_that_is_no_utf_8_is_named_with_the_byte(case: str, name: str) -> None:
    own = Path(case, "agendas")
    own.mkdir(mode=0o700)
    content = said('id = "opfolgning"\ntitel = "', BYTES[name])
    (own / "opfolgning.toml").write_bytes(content)
    before = events(case)

    held = run("opfølgning", "f1", "--svar", "-", folder=case)
    looked_at = run("agenda", "tjek", "opfølgning", folder=case)

    check_refused(held, {4})
    assert f"Byte {first_bad(content)} er ikke UTF-8" in held.err
    assert (looked_at.code, harmful(looked_at.out + looked_at.err)) == (4, [])
    assert f"Byte {first_bad(content)} er ikke UTF-8" in looked_at.out
    assert events(case) == before


# --- the line itself ---

_PLACES: dict[str, Callable[[bytes], list[bytes]]] = {
    "command": lambda odd: [b"borger" + odd, b"ny"],
    "number": lambda odd: [b"borger", b"vis", b"b" + odd],
    "option": lambda odd: [b"borger", b"vis", b"b1", b"--js" + odd],
    "value": lambda odd: [b"samtale", b"vis", b"s1", b"--udgave", odd],
    "folder": lambda odd: [b"--mappe", b"/tmp/" + odd, b"borger", b"liste"],
    "agenda": lambda odd: [b"agenda", b"ny", odd],
    "recipient": lambda odd: [b"referat", b"s1", b"--til", odd],
}


def process(folder: str, line: list[bytes]) -> Ran:
    env = {name: value for name, value in os.environ.items() if not name.startswith("VFORLOB_")}
    env |= {"VFORLOB_MAPPE": folder, "VFORLOB_NOEGLEFIL": key_file(folder), "VFORLOB_NU": CLOCK}
    argv = [os.fsencode(sys.executable), b"-m", b"vforlob", *line]
    ran = subprocess.run(argv, env=env, stdin=subprocess.DEVNULL, capture_output=True, timeout=30)
    err = "".join(line for line in ran.stderr.decode().splitlines(True) if not line.startswith("Uret er sat"))
    return Ran(ran.returncode, ran.stdout.decode(), err)


@pytest.mark.parametrize("place", _PLACES)
def test_a_line_with_bytes_that_are_no_utf_8_is_refused_with_the_byte(case: str, place: str) -> None:
    before = events(case)

    ran = process(case, _PLACES[place](b"\xe6\xf8"))

    check_refused(ran, {2})
    assert "ikke UTF-8" in ran.err
    assert "byte" in ran.err
    assert events(case) == before


def test_a_file_whose_name_is_no_utf_8_is_read_all_the_same(case: str, tmp_path: Path) -> None:
    path = os.fsencode(tmp_path) + b"/svar-\xe6.toml"
    with open(path, "wb") as file:
        file.write('alias = "Å-9"\nmalgruppe = "x"\nparathed = "klar"\n'.encode())

    assert process(case, [b"borger", b"ny", b"--svar", path]).code == 0


@pytest.mark.safety
@settings(max_examples=10_000, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(content=st.binary(max_size=300), line=st.sampled_from(LINES))
def test_no_bytes_at_all_make_it_fail(case: str, content: bytes, line: tuple[str, ...]) -> None:
    ran = run(*line, "--svar", "-", folder=case, stdin=content)

    assert ran.code in {0, 4}
    assert "Traceback" not in ran.err
    assert "ikke er forberedt på" not in ran.err
    assert harmful(ran.out + ran.err) == []
