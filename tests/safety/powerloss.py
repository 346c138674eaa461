"""Cut the power at any moment of a recorded run: what a disk could hold then. Knows no database.

A run is recorded with strace. Replayed up to a cut, every file has a durable content and writes that were never synced;
of those each may have reached the disk, or not, or been torn at a sector. Names (made, renamed, removed) become durable
in their order, as on a journalled file system: with the sync of their folder or of a new file itself. A name is a path
inside the folder; the folders themselves are there.
"""

import os
import random
import re
import subprocess
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import NamedTuple

SECTOR = 512
CALLS = "openat,pwrite64,write,writev,fsync,fdatasync,ftruncate,unlink,unlinkat,rename,renameat,renameat2,link,linkat"
_LONGEST = 1 << 21  # strace shows no more of a write than it is told to
_CALL = re.compile(r"^(?:\d+ +)?(\w+)\((.*)\) += (-?\d+)")
_ON_FILE = re.compile(r"^\d+<([^>]*)>")
_TEXT = re.compile(r'"((?:\\x[0-9a-f]{2})*)"')


class Write(NamedTuple):
    name: str
    offset: int
    content: bytes


class Append(NamedTuple):
    """A plain write(): after what was written before."""

    name: str
    content: bytes


class Truncate(NamedTuple):
    name: str
    size: int


class Sync(NamedTuple):
    name: str


class SyncFolder(NamedTuple):
    """ "" is the folder itself."""

    name: str


class Create(NamedTuple):
    name: str


class Remove(NamedTuple):
    name: str


class Rename(NamedTuple):
    old: str
    new: str


class Say(NamedTuple):
    """What the program told the world: a promise from here on."""

    output: bytes


class Link(NamedTuple):
    old: str
    new: str


Step = Write | Append | Truncate | Sync | SyncFolder | Create | Remove | Rename | Link | Say


def record(command: Sequence[str], folder: str, environment: Mapping[str, str], trace: Path) -> list[Step]:
    """Run the command and keep what it did to the files of `folder` and what it said."""
    traced = [
        "strace",
        "-f",
        "--seccomp-bpf",
        "-y",
        "-xx",
        "-s",
        str(_LONGEST),
        "-o",
        str(trace),
        "-e",
        f"trace={CALLS}",
    ]
    subprocess.run([*traced, *command], env=environment, stdout=subprocess.DEVNULL, check=True)
    with trace.open(encoding="ascii") as lines:
        return [step for line in lines for step in _steps(line, os.path.realpath(folder))]


def _steps(line: str, folder: str) -> Iterator[Step]:
    found = _CALL.match(line)
    if not found or int(found[3]) < 0:
        return
    call, arguments = found[1], found[2]
    on_file = _ON_FILE.match(arguments)
    if on_file is None or call == "openat":
        yield from _on_names(call, arguments, folder)
        return
    texts = [bytes.fromhex(text.replace("\\x", "")) for text in _TEXT.findall(arguments)]
    if arguments.startswith("1<") and texts:
        yield Say(texts[0])
        return
    path = _readable(on_file[1])
    if os.path.isdir(path) and call in {"fsync", "fdatasync"}:
        yield from (SyncFolder(name) for name in _inside(path, folder))
    else:
        yield from (_on_content(call, arguments, name, texts) for name in _inside(path, folder) if name)


def _inside(path: str, folder: str) -> list[str]:
    """Its name there; none for what lies elsewhere."""
    real = os.path.join(os.path.realpath(os.path.dirname(path)), os.path.basename(path))
    if not f"{real}/".startswith(f"{folder}/"):
        return []
    return ["" if real == folder else os.path.relpath(real, folder)]


def _on_content(call: str, arguments: str, name: str, texts: list[bytes]) -> Step:
    if call == "pwrite64":
        return Write(name, int(arguments.rsplit(",", 1)[1]), texts[0])
    if call == "write":
        return Append(name, texts[0])
    if call == "ftruncate":
        return Truncate(name, int(arguments.rsplit(",", 1)[1]))
    return Sync(name)


def _on_names(call: str, arguments: str, folder: str) -> Iterator[Step]:
    paths = [bytes.fromhex(text.replace("\\x", "")).decode() for text in _TEXT.findall(arguments)]
    names = [name for path in paths for name in _inside(path, folder) if name]
    if call.startswith("rename") and len(names) == 2:
        yield Rename(*names)
    elif call.startswith("link") and len(names) == 2:
        yield Link(*names)
    elif call.startswith("unlink") and names:
        yield Remove(names[0])
    elif call == "openat" and names and "O_CREAT" in arguments:
        yield Create(names[0])


def _readable(path: str) -> str:
    return bytes.fromhex(path.replace("\\x", "")).decode() if path.startswith("\\x") else path


class File:
    """One file whatever it is called: what is on the disk for sure, and what is on its way."""

    def __init__(self, durable: bytes = b"", *, is_new: bool = True) -> None:
        self.durable, self.on_its_way, self.size = bytearray(durable), list[Write | Truncate](), len(durable)
        self.is_new = is_new

    def change(self, step: Write | Truncate) -> None:
        self.on_its_way.append(step)
        end = step.offset + len(step.content) if isinstance(step, Write) else step.size
        self.size = max(self.size, end) if isinstance(step, Write) else end

    def sync(self) -> None:
        for step in self.on_its_way:
            _apply(self.durable, step)
        self.on_its_way.clear()
        self.is_new = False

    def after_a_cut(self, chance: random.Random, luck: str) -> bytes:
        content = bytearray(self.durable)
        for step in self.on_its_way:
            if luck == "all" or (luck == "some" and chance.random() < 0.5):
                _apply(content, _torn(step, chance) if luck == "some" else step)
        return bytes(content)


def _torn(step: Write | Truncate, chance: random.Random) -> Write | Truncate:
    if isinstance(step, Truncate) or len(step.content) <= SECTOR or chance.random() >= 0.3:
        return step
    kept = chance.randrange(0, len(step.content) // SECTOR) * SECTOR
    return step._replace(content=step.content[:kept])


def _apply(content: bytearray, step: Write | Truncate) -> None:
    if isinstance(step, Truncate):
        del content[step.size :]
        content.extend(bytes(step.size - len(content)))
        return
    content.extend(bytes(max(0, step.offset - len(content))))
    content[step.offset : step.offset + len(step.content)] = step.content


Names = dict[str, File]


class Disk:
    """A folder on a disk while a program works. `names` is what the program sees, `durable` what the disk knows."""

    def __init__(self, before: Mapping[str, bytes]) -> None:
        self.names: Names = {name: File(content, is_new=False) for name, content in before.items()}
        self.durable: Names = dict(self.names)
        self.pending: list[tuple[str, File | None]] = []  # a name and the file it stands for from then on
        self.said = b""

    def take(self, step: Step) -> None:
        match step:
            case Say(output):
                self.said += output
            case Write(name, _, _) | Truncate(name, _) | Append(name, _) if name not in self.names:
                pass  # it has no name any more, so nobody will find it
            case Write(name, _, _) | Truncate(name, _):
                self.names[name].change(step)
            case Append(name, content):
                self.names[name].change(Write(name, self.names[name].size, content))
            case Create(name):
                if name not in self.names:
                    self._name(name, File())
            case Remove(name):
                self._name(name, None)
            case Rename(old, new) if old in self.names:
                file = self.names[old]
                self._name(new, file)
                self._name(old, None)
            case Link(old, new) if old in self.names:
                self._name(new, self.names[old])
            case SyncFolder(folder):
                known = [index for index, (name, _) in enumerate(self.pending) if os.path.dirname(name) == folder]
                self._names_are_durable(known[-1] + 1 if known else 0)
            case Sync(name) if name in self.names:
                self._sync(self.names[name])

    def cut(self, chance: random.Random) -> dict[str, bytes]:
        """What is found when the power comes back. Shared memory is gone."""
        luck = chance.choice(("none", "some", "some", "all"))
        names = dict(self.durable)
        for name, file in self.pending[: chance.randint(0, len(self.pending)) if luck != "none" else 0]:
            _rename(names, name, file)
        found = {name: file.after_a_cut(chance, luck) for name, file in names.items()}
        return {name: content for name, content in found.items() if not name.endswith("-shm")}

    def _name(self, name: str, file: File | None) -> None:
        _rename(self.names, name, file)
        self.pending.append((name, file))

    def _sync(self, file: File) -> None:
        if file.is_new:
            known = [index for index, (_, named) in enumerate(self.pending) if named is file]
            self._names_are_durable(known[0] + 1 if known else 0)
        file.sync()

    def _names_are_durable(self, count: int) -> None:
        for name, file in self.pending[:count]:
            _rename(self.durable, name, file)
        del self.pending[:count]


def _rename(names: Names, name: str, file: File | None) -> None:
    names.pop(name, None)
    if file is not None:
        names[name] = file


def cuts(
    steps: Sequence[Step], before: Mapping[str, bytes], count: int, seed: int
) -> Iterator[tuple[bytes, dict[str, bytes]]]:
    """What had been said, and what was found, at `count` moments of the run, in the order of time."""
    chance, disk, done = random.Random(seed), Disk(before), 0
    for moment in sorted(chance.randrange(1, len(steps) + 1) for _ in range(count)):
        for step in steps[done:moment]:
            disk.take(step)
        done = moment
        yield disk.said, disk.cut(chance)
