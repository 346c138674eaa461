"""The program needs no network: a good part of the tests where there is none. `.ci/run` runs all of them so."""

import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from figures import reached

TOP = Path(__file__).parents[2]
# Every kind of thing it does: setting up, holding, documents in all formats, spreadsheets, the store and its key.
PART = (
    "tests/store",
    *(
        f"tests/cli/test_{name}.py"
        for name in ("opsaet", "demo_command", "dokumenter", "eksport", "importer", "kalender")
    ),
    *(f"tests/render/test_{name}.py" for name in ("pdf", "docx", "xlsx")),
    "tests/actions/test_hold.py",
)
CELL = ("unshare", "-n")
CONNECT = "import socket; socket.create_connection((%r, 53), timeout=3)"


def can_be_without() -> bool:
    if shutil.which("unshare") is None:
        return False
    return subprocess.run([*CELL, "true"], capture_output=True, check=False).returncode == 0


pytestmark = [
    pytest.mark.safety,
    pytest.mark.tal,
    pytest.mark.skipif(not can_be_without(), reason="no namespace without a network can be made here"),
]


def test_a_good_part_of_the_tests_passes_without_a_network() -> None:
    line = [*CELL, sys.executable, "-m", "pytest", "-q", "-n0", "-p", "no:cacheprovider", *PART]

    ran = subprocess.run(line, cwd=TOP, capture_output=True, text=True, timeout=560, check=False)
    passed = re.search(r"(\d+) passed", ran.stdout)

    reached(
        26,
        "Prøver kørt, hvor der ikke er noget netværk",
        required="0 fejl",
        reached=f"{passed[1] if passed else 0} prøver, {'0 fejl' if ran.returncode == 0 else 'fejl'}"
        " (hele prøverækken køres uden netværk før hver udgivelse)",
        control="et program, der vil på nettet, fejler dér",
    )
    assert ran.returncode == 0, ran.stdout[-3_000:]
    assert passed
    assert int(passed[1]) > 300


@pytest.mark.parametrize("where", ["127.0.0.1", "9.9.9.9"])
def test_control_a_program_that_wants_the_network_fails_there(where: str) -> None:
    ran = subprocess.run([*CELL, sys.executable, "-c", CONNECT % where], capture_output=True, text=True, check=False)

    assert ran.returncode != 0
    assert "Network is unreachable" in ran.stderr
