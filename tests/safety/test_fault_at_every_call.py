"""Killed, or failed by the disk, at every call that changes a file: nothing acknowledged is lost, nothing is half."""

import os
import shutil
from collections import Counter
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import NamedTuple

import pytest
from crashes import IN_MEMORY
from forking import Ended, Forks, forks
from operations import OK, OPERATIONS, TOO_EARLY, Operation, judged, told

from figures import reached

pytestmark = [
    pytest.mark.safety,
    pytest.mark.tal,
    pytest.mark.skipif(shutil.which("strace") is None, reason="strace is not installed"),
]

WRITES = ("pwrite64", "write", "ftruncate", "mkdir", "link", "rename")
SYNCS = ("fsync", "fdatasync")
REMOVALS = ("unlink", "unlinkat")
EVERY = (*WRITES, *SYNCS, *REMOVALS)
FINE, DISK, KILLED = 0, 14, -9


class Fault(NamedTuple):
    """At each of these calls in turn; `onwards` also at every later one. `ends` are the exit codes it may lead to."""

    calls: tuple[str, ...]
    what: str
    onwards: bool
    ends: tuple[int, ...]

    def injected(self, whole: Counter[str]) -> list[str]:
        """strace counts the calls of each process by name. By itself a process never comes so far."""
        more = "+" if self.onwards else ""
        faults = (f"inject={name}:{self.what}:when={whole[name] + 1}{more}" for name in self.calls)
        return [part for fault in faults for part in ("-e", fault)]

    def in_vain(self, number: int, sequence: Sequence[str]) -> list[str]:
        """The calls a process makes to no avail, so that the fault comes at call `number`."""
        whole, before = Counter(sequence), Counter(sequence[:number])
        names = self.calls if self.onwards else (sequence[number],)
        return [f"{name}={whole[name] - before[name]}" for name in names]


KILL = Fault(EVERY, "signal=SIGKILL", onwards=False, ends=(KILLED,))
DISK_FAULTS = {
    "disken er fuld fra da af": Fault(WRITES, "error=ENOSPC", onwards=True, ends=(FINE, DISK)),
    "disken melder fejl én gang": Fault((*WRITES, *SYNCS), "error=EIO", onwards=False, ends=(FINE, DISK)),
    "disken kan ikke mere tømme": Fault(SYNCS, "error=EIO", onwards=True, ends=(FINE, DISK)),
}


@pytest.fixture
def place(tmp_path: Path) -> Iterator[Path]:
    folder = Path(IN_MEMORY or tmp_path, f"vforlob-kald-{os.getpid()}")
    folder.mkdir(mode=0o700)
    yield folder
    shutil.rmtree(folder)


def strace(trace: str, calls: Sequence[str], *faults: str) -> list[str]:
    """Only those calls stop the process, where strace can do without the others: a signal it cannot give then."""
    quick = [] if any("signal=" in fault for fault in faults) else ["--seccomp-bpf"]
    return ["strace", "-f", *quick, "-o", trace, "-e", f"trace={','.join(calls)}", *faults]


def done(started: Forks, operation: Operation, place: Path, *in_vain: str) -> tuple[int, Ended]:
    """In a fresh copy of the folder, which is there afterwards. The number of the process, and its end."""
    shutil.rmtree(place / "mappe", ignore_errors=True)
    shutil.copytree(place / "begyndt", place / "mappe")
    process = started.start("operating", operation.name, str(place / "mappe"), *in_vain)
    return process.pid, process.ended()


def sequence_of(operation: Operation, place: Path) -> list[str]:
    """The calls of the thing done without a fault, by name, in their order."""
    with forks(under=strace(str(place / "spor"), EVERY), PYTHONDONTWRITEBYTECODE="1") as started:
        pid, ended = done(started, operation, place)
    assert (ended.code, ended.err, told(ended.out)) == (FINE, "", True)
    assert judged(operation, str(place / "mappe"), ended.out) == OK
    lines = (line.split(maxsplit=1) for line in (place / "spor").read_text().splitlines())
    return [call.partition("(")[0] for number, call in lines if int(number) == pid and "(" in call]


def runs(operation: Operation, place: Path, fault: Fault) -> tuple[Counter[str], list[object]]:
    """How they went, and those that went wrong."""
    operation.begin(place / "begyndt")
    sequence, found, wrong = sequence_of(operation, place), Counter[str](), list[object]()
    under = strace(os.devnull, fault.calls, *fault.injected(Counter(sequence)))
    with forks(under=under, PYTHONDONTWRITEBYTECODE="1") as started:
        for number, name in enumerate(sequence):
            if name not in fault.calls:
                continue
            _, ended = done(started, operation, place, *fault.in_vain(number, sequence))
            state = judged(operation, str(place / "mappe"), ended.out)
            found[f"{ended.code} {state}"] += 1
            if state != OK or ended.code not in fault.ends or "Traceback" in ended.err:
                wrong.append((number, name, ended, state))
    print(f"{operation.name}, {fault.what}: {found.total()} runs: {dict(found)}")
    return found, wrong


@pytest.mark.parametrize("name", OPERATIONS)
def test_killed_at_any_call_it_is_done_or_not_done(place: Path, name: str) -> None:
    found, wrong = runs(OPERATIONS[name], place, KILL)

    reached(
        2,
        f"kill -9 ved hvert kald, der ændrer en fil: {name}",
        required="ved alle kald, 0 tabt, 0 halvt",
        reached=f"{found.total()} kald, {len(wrong)} med noget tabt eller halvt",
    )
    assert wrong[:3] == []
    assert found.total() >= 10


@pytest.mark.parametrize("fault", DISK_FAULTS)
@pytest.mark.parametrize("name", OPERATIONS)
def test_a_disk_that_fails_is_told_and_nothing_is_called_done_that_is_not(place: Path, name: str, fault: str) -> None:
    found, wrong = runs(OPERATIONS[name], place, DISK_FAULTS[fault])

    reached(
        4,
        f"{name}: {fault}",
        required="ved alle kald, 0 falske »gemt«, 0 tracebacks, mappen åbner bagefter",
        reached=f"{found.total()} kald, {len(wrong)} forkerte",
    )
    assert wrong[:3] == []
    assert found.total() >= 3


def test_the_test_sees_an_answer_called_saved_too_early(place: Path) -> None:
    found, wrong = runs(TOO_EARLY, place, DISK_FAULTS["disken er fuld fra da af"])

    lost = sum(count for how, count in found.items() if how.endswith("lost"))
    reached(
        4,
        "Modprøve: svaret kvitteres, før det er gemt",
        required="mindst 1 falsk »gemt« ses",
        reached=f"{lost} af {found.total()}",
        control=f"{lost} af {found.total()} falske »gemt«",
    )
    assert 0 < lost <= len(wrong)
