"""What the store imports on the way to the first question: counted by name, not timed."""

import subprocess
import sys

import pytest

from building import make_case, make_samtale
from vforlob.store.store import Store

HEAVY = {
    *("dataclasses", "pathlib", "inspect", "tomllib", "sqlite_utils", "hashlib", "logging", "subprocess", "tempfile"),
    *("cryptography", "keyring", "typer", "rich", "prompt_toolkit", "jinja2", "platformdirs", "importlib.metadata"),
}
# Small ones of ours, which a list does without.
WRITING = {"vforlob.store.events", "vforlob.store.links", "vforlob.store.turn", "vforlob.store.wal"}
TO_THE_QUESTION = """
import sys
from datetime import UTC, datetime
from vforlob.store.answers import answers_of, draft_of, save_answer
from vforlob.store.case import load_case
from vforlob.store.open import open_store
from vforlob.model.answers import Key
store = open_store(sys.argv[1], bytes(range(32)), lambda: datetime.now(UTC))
load_case(store, forlob=1), answers_of(store, 1, 1), draft_of(store, 1, Key("a", "b"))
print(*sys.modules)
save_answer(store, 1, 1, Key("a", "b"), "godt")
print(*sys.modules)
"""


@pytest.fixture
def imported(store: Store, folder: str) -> list[set[str]]:
    """Up to the first question, and after the first answer."""
    make_samtale(store, make_case(store))
    store.close()
    ran = subprocess.run([sys.executable, "-c", TO_THE_QUESTION, folder], capture_output=True, text=True, check=True)
    return [set(line.split()) for line in ran.stdout.splitlines()]


def test_nothing_heavy_is_imported_before_the_first_question(imported: list[set[str]]) -> None:
    assert imported[0] & HEAVY == set()


def test_the_first_answer_needs_one_library_more(imported: list[set[str]]) -> None:
    assert imported[1] - imported[0] <= {"_sha2", "_sha256", "_blake2", *WRITING}
