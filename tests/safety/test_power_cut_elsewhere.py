"""A migration, deletion, copy, restore or new passphrase whose power is cut at any moment is done or not done."""

import shutil
from pathlib import Path

import pytest
from cutting import OK, judged, recorded
from operations import OPERATIONS
from operations import judged as look

from figures import reached

pytestmark = [
    pytest.mark.safety,
    pytest.mark.tal,
    pytest.mark.skipif(shutil.which("strace") is None, reason="strace is not installed"),
]

# How often, of the twenty thousand.
CUTS = {"opgradering": 1_000, "sletning": 1_000, "kopi": 1_000, "gendannelse": 1_000, "adgang": 1_000}


@pytest.mark.parametrize("name", CUTS)
def test_nothing_is_half_and_nothing_told_is_undone(tmp_path: Path, name: str) -> None:
    operation = OPERATIONS[name]
    operation.begin(tmp_path / "mappe")
    steps, before = recorded(operation.command(str(tmp_path / "mappe")), str(tmp_path / "mappe"), tmp_path / "trace")
    assert look(operation, str(tmp_path / "mappe"), steps and b"TOLD\n") == OK

    found = judged(steps, before, CUTS[name], sum(name.encode()), lambda folder, said: look(operation, folder, said))

    print(f"{name}: {len(steps)} steps, {dict(found)}")
    reached(
        3,
        f"Strømmen afbrudt (simuleret): {name}",
        required="1.000 afbrud, 0 halve, 0 tabt",
        reached=f"{found.total()} afbrud, {found.total() - found[OK]} halve eller tabt",
    )
    assert found == {OK: CUTS[name]}
