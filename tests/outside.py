"""Programs that we did not write and that open what we made. Where one is not installed, its tests say so."""

import os
import shutil

import pytest


def outside(*names: str) -> str:
    """The path of the first of the programs that is here. A ring that may not skip fails instead."""
    found = next((path for path in map(shutil.which, names) if path), None)
    if found:
        return found
    if os.environ.get("VFORLOB_INGEN_SPRING_OVER"):
        pytest.fail(f"{names[0]} is not installed")
    pytest.skip(f"{names[0]} is not installed")
