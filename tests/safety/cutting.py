"""What a folder holds after each of many power cuts, judged. Knows neither what was done nor what must hold."""

import os
import shutil
import tempfile
from collections import Counter
from collections.abc import Callable, Sequence
from pathlib import Path

from crashes import ENVIRONMENT, IN_MEMORY
from powerloss import Step, cuts, record

Judge = Callable[[str, bytes], str]
OK = "ok"


def contents(folder: str) -> dict[str, bytes]:
    found = [path for path in Path(folder).rglob("*") if path.is_file()]
    return {str(path.relative_to(folder)): path.read_bytes() for path in found}


def recorded(command: Sequence[str], folder: str, trace: Path) -> tuple[list[Step], dict[str, bytes]]:
    """What it did, and what was there before."""
    before = contents(folder)
    return record(command, folder, ENVIRONMENT, trace), before


def judged(steps: Sequence[Step], before: dict[str, bytes], count: int, seed: int, judge: Judge) -> Counter[str]:
    """How often each judgement fell. The same content with the same words before it is judged once."""
    known: dict[int, str] = {}
    found = Counter[str]()
    with tempfile.TemporaryDirectory(dir=IN_MEMORY) as place:
        for said, files in cuts(steps, before, count, seed):
            same = hash((said, *sorted(files.items())))
            if same not in known:
                known[same] = judge(_laid_out(Path(place, "mappe"), files), said)
            found[known[same]] += 1
    return found


def _laid_out(folder: Path, files: dict[str, bytes]) -> str:
    shutil.rmtree(folder, ignore_errors=True)
    folder.mkdir(mode=0o700)
    for name, content in files.items():
        path = folder / name
        path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
        path.write_bytes(content)
        os.chmod(path, 0o600)
    return str(folder)


def share(found: Counter[str], part: int) -> str:
    """Danish, as in »63 procent«."""
    return f"{100 * part // max(found.total(), 1)} procent"
