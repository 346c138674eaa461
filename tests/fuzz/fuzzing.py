"""Drive one reader by what of it was reached: libFuzzer through atheris. Knows no reader.

    python tests/fuzz/fuzz_dates.py -runs=20000 tests/fuzz/corpus/dato

A crash is written to `-artifact_prefix`. With `--naiv` first, the known-bad variant is driven instead: it must crash.
"""

import sys
from collections.abc import Callable
from pathlib import Path

import atheris

sys.path.insert(0, str(Path(__file__).parents[1]))
sys.setrecursionlimit(400)  # deeper than any reader of ours goes, and less than the tracing can bear

Reader = Callable[[bytes], None]
INSTRUMENTED = ["vforlob.agenda", "vforlob.rules", "vforlob.actions.importing", "vforlob.model.text", "tomllib"]


def drive(reader: Reader, naive: Reader) -> None:
    driven = reader
    if sys.argv[1:2] == ["--naiv"]:
        del sys.argv[1]
        driven = naive
    atheris.Setup(sys.argv, driven)
    atheris.Fuzz()


class NotTold(Exception):
    """A refusal that no person could make anything of."""


def told(text: str, line: int = 0, lines: int = 0) -> None:
    """Sentences of ours end so, hold nothing that steers a terminal, and name a line that is there."""
    from vforlob.model.text import clean

    if not text or text.rstrip()[-1] not in ".?«)" or clean(text) != text or line > lines:
        raise NotTold(text)
