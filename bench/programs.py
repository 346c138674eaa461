"""How each program is started in the measurements: with no setting of this machine. Knows no figure."""

import os
import shutil
import sys

KEY = bytes(range(32))
PYTHON = sys.executable
FLOOR = [PYTHON, "-c", "pass"]


def environment(**more: str) -> dict[str, str]:
    kept = {name: os.environ[name] for name in ("PATH", "HOME", "TMPDIR", "SYSTEMROOT") if name in os.environ}
    return {"LANG": "C.UTF-8", "COLUMNS": "80", **kept, **more}


def vforlob(*words: str) -> list[str]:
    """The installed script, as people start it."""
    script = os.path.join(os.path.dirname(PYTHON), "vforlob")
    return [script if os.path.exists(script) else shutil.which("vforlob") or "vforlob", *words]


def without_script(*words: str) -> list[str]:
    """The same without pip's start script, whose own imports depend on the version of pip."""
    return [PYTHON, "-c", "from vforlob.__main__ import main; main()", *words]


def with_key(place: str) -> dict[str, str]:
    path = os.path.join(place, "noegle.txt")
    if not os.path.exists(path):
        with open(os.open(path, os.O_WRONLY | os.O_CREAT, 0o600), "w") as file:
            file.write(KEY.hex())
    return environment(VFORLOB_NOEGLEFIL=path)
