"""Run the program inside the test process, as it is run from a shell. Knows no command."""

import io
import os
import sys
import sysconfig
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from typing import NamedTuple

import vforlob
from vforlob.cli.start import run as run_line
from vforlob.errors.base import VforlobError
from vforlob.store.envelope import RAW_KEY
from vforlob.store.key import kind_of_key

KEY = bytes(range(32))  # of the `folder` fixture
CLOCK = "2026-11-20T13:00"  # of the `now` fixture


class Ran(NamedTuple):
    """What came of it: the exit code, what stood on stdout, what stood on stderr."""

    code: int
    out: str
    err: str


def run(
    *argv: str, folder: str | Path | None = None, stdin: str | bytes = "", env: Mapping[str, str] | None = None
) -> Ran:
    """`vforlob *argv` without a terminal, with `folder` as data folder and, where that opens with a key file, the key
    and the clock of the fixtures. No setting of the machine reaches it. Ask for another clock, or none, by `env`.
    """
    with _environment(_around(folder) | dict(env or {})), _streams(stdin) as (out, err):
        code = run_line(argv)
        wrote, said = _written(out), _written(err)
    return Ran(code, wrote, said if "VFORLOB_NU" in (env or {}) else _without_clock(said))


def key_file(folder: str | Path, key: bytes = KEY) -> str:
    """A raw key file beside the folder, never in it; written when it is not there."""
    path = Path(folder).parent / "raanoegle.txt"
    if not path.exists():
        path.touch(mode=0o600)
        path.write_text(key.hex())
    return str(path)


def _around(folder: str | Path | None) -> dict[str, str]:
    if folder is None:
        return {}
    around = {"VFORLOB_MAPPE": str(folder)}
    if Path(folder, "noegle.json").exists() and _opens_with_key_file(str(folder)):
        around |= {"VFORLOB_NOEGLEFIL": key_file(folder), "VFORLOB_NU": CLOCK}
    return around


def _opens_with_key_file(folder: str) -> bool:
    try:
        return kind_of_key(folder) == RAW_KEY
    except VforlobError:
        return True  # the test is about an envelope that cannot be read


@contextmanager
def _environment(wanted: Mapping[str, str]) -> Iterator[None]:
    before = dict(os.environ)
    for name in [name for name in before if name.startswith("VFORLOB_")] + ["ACCESSIBLE", "NO_COLOR"]:
        os.environ.pop(name, None)
    os.environ.update({name: value for name, value in wanted.items() if value})
    try:
        yield
    finally:
        os.environ.clear()
        os.environ.update(before)


@contextmanager
def _streams(stdin: str | bytes) -> Iterator[tuple[io.TextIOWrapper, io.TextIOWrapper]]:
    before = sys.stdin, sys.stdout, sys.stderr
    given = io.BytesIO(stdin.encode() if isinstance(stdin, str) else stdin)
    out, err = (io.TextIOWrapper(io.BytesIO(), encoding="utf-8", errors="replace") for _ in range(2))
    sys.stdin, sys.stdout, sys.stderr = io.TextIOWrapper(given, encoding="utf-8"), out, err
    try:
        yield out, err
    finally:
        sys.stdin, sys.stdout, sys.stderr = before


def _written(stream: io.TextIOWrapper) -> str:
    stream.flush()
    assert isinstance(stream.buffer, io.BytesIO)
    return stream.buffer.getvalue().decode()


def _without_clock(err: str) -> str:
    """Without the line about the clock that `run` itself sets: a test is about what the command says."""
    return "".join(line for line in err.splitlines(keepends=True) if not line.startswith("Uret er sat til"))


def old_locale_python(package: str | Path | None = None) -> tuple[str, dict[str, str]]:
    """A Python for a locale without Danish letters, and what it needs to find us, or the `package` that is us. Python
    itself cannot start there in an environment with an editable install whose path has such letters.
    """
    places = (os.path.dirname(package or os.path.dirname(vforlob.__file__)), sysconfig.get_path("purelib"))
    old = {"LC_ALL": "C", "PYTHONUTF8": "0", "PYTHONCOERCECLOCALE": "0", "PYTHONPATH": os.pathsep.join(places)}
    return sys._base_executable, old  # type: ignore[attr-defined]
