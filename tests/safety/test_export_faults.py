"""An export that is killed, or meets a full or a locked disk or a link, leaves a whole registered file or none."""

import os
import random
import re
import shutil
import signal
import subprocess
import sys
import time
from collections import Counter
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import NamedTuple

import pytest
from crashes import ENVIRONMENT, PYTHON, begin
from exporting import CONTENT, KEY, NOW, WORD

from running import CLOCK, key_file, run
from vforlob.actions.kept_exports import HERE, find_exports
from vforlob.store.chain import verify
from vforlob.store.open import open_store
from vforlob.store.rebuild import differences
from vforlob.store.workroom import abandoned

pytestmark = pytest.mark.safety

EXPORTING = str(Path(__file__).parent / "exporting.py")
OLD, OWN = "det gamle", "-"
OK, DISK_PROBLEM, KILLED = 0, 14, -9
# What an export does to the disk, by the system's own names.
CALLS = (
    "write",
    "pwrite64",
    "fsync",
    "fdatasync",
    "link",
    "linkat",
    "rename",
    "renameat",
    "unlink",
    "unlinkat",
    "mkdir",
)
KILLS_PER_FORMAT = 50
FORMATS = {
    "md": ("referat", "s1", "--til", "borger", "--format", "md"),
    "html": ("referat", "s1", "--til", "borger", "--format", "html"),
    "docx": ("referat", "s1", "--til", "borger", "--format", "docx"),
    "pdf": ("referat", "s1", "--til", "borger", "--format", "pdf"),
    "xlsx": ("eksport", "f1", "--format", "xlsx"),
    "ics": ("kalender", "f1"),
}


class Place(NamedTuple):
    """Where the export goes: our own folder, a new file, or one that stands there and is replaced."""

    name: str
    options: tuple[str, ...] = ()


PLACES = {"our own folder": Place(OWN), "a new file": Place("ny.md"), "a file replaced": Place("gl.md", ("overwrite",))}


class Scene(NamedTuple):
    """A data folder, and beside it a folder of hers with a file in it and one for what libraries lay aside."""

    top: Path

    @property
    def folder(self) -> str:
        return str(self.top / "mappe")

    def target(self, place: Place) -> str:
        return OWN if place.name == OWN else str(self.top / "ude" / place.name)


@pytest.fixture
def template(tmp_path: Path) -> Path:
    top = tmp_path / "skabelon"
    for name in ("ude", "tmp"):
        (top / name).mkdir(parents=True)
    begin(top / "mappe")
    (top / "ude" / "gl.md").write_text(OLD)
    return top


@pytest.fixture
def scene_of(template: Path, tmp_path: Path) -> Callable[[int | str], Scene]:
    def copied(name: int | str) -> Scene:
        return Scene(Path(shutil.copytree(template, tmp_path / str(name), symlinks=True)))

    return copied


def export(scene: Scene, place: Place, *strace: str) -> subprocess.CompletedProcess[bytes]:
    command = [PYTHON, EXPORTING, scene.folder, scene.target(place), *place.options]
    environment = ENVIRONMENT | {"TMPDIR": str(scene.top / "tmp")}
    return subprocess.run([*strace, *command], env=environment, capture_output=True, check=False)


def traced(scene: Scene, place: Place, *injected: str) -> subprocess.CompletedProcess[bytes]:
    strace = ("strace", "-f", "-o", str(scene.top / "spor"), "-e", f"trace={','.join(CALLS)}")
    return export(scene, place, *strace, *injected)


def counted_calls(scene: Scene, place: Place) -> Counter[str]:
    ran = traced(scene, place)
    assert ran.returncode == OK, ran.stderr
    names = re.findall(r"^\d+ +(\w+)\(", (scene.top / "spor").read_text(), re.M)
    return Counter(name for name in names if name in CALLS)


def next_start(scene: Scene) -> None:
    ran = subprocess.run([PYTHON, EXPORTING, scene.folder, "sweep"], env=ENVIRONMENT, capture_output=True, check=False)
    assert (ran.returncode, ran.stderr) == (OK, b"")


def faults_in(scene: Scene, place: Place, said: bytes) -> list[str]:
    """What should not be so after the next start."""
    wrong = []
    with open_store(scene.folder, KEY, lambda: NOW) as store:
        if verify(store).breaks or differences(store):
            wrong.append("the database is not whole")
        known = {found.eksport.sti for found in find_exports(store) if found.state == HERE}
    written = {line.removeprefix("DONE ") for line in said.decode().splitlines() if line.startswith("DONE ")}
    if not written <= known:
        wrong.append("it was said to be there")
    for path in files_of(scene):
        text = path.read_text()
        if str(path) in known:
            wrong += [f"{path.name} is half"] * (text != CONTENT)
        elif not (path.name == "gl.md" and text == OLD):
            wrong.append(f"{path.name} is known to nobody")
    if place.name != "gl.md" and not (scene.top / "ude" / "gl.md").exists():
        wrong.append("another file is gone")
    wrong += [f"{path} was left" for path in (scene.top / "tmp").iterdir()]
    wrong += [f"{path.name} was left" for path in Path(scene.folder, "tmp").glob("arbejde-*")]
    return wrong


def files_of(scene: Scene) -> Iterator[Path]:
    for folder in (scene.top / "ude", Path(scene.folder, "eksport")):
        yield from folder.iterdir() if folder.is_dir() else ()


needs_strace = pytest.mark.skipif(shutil.which("strace") is None, reason="strace is not installed")


# --- killed ---


@needs_strace
@pytest.mark.parametrize("place", PLACES.values(), ids=PLACES.keys())
def test_killed_at_any_call_it_leaves_all_or_nothing(scene_of: Callable[[int | str], Scene], place: Place) -> None:
    runs, wrong = 0, []

    for call, count in counted_calls(scene_of("hel"), place).items():
        for number in range(1, count + 1):
            scene = scene_of(f"{call}{number}")
            ran = traced(scene, place, "-e", f"inject={call}:signal=SIGKILL:when={number}")
            next_start(scene)
            found = faults_in(scene, place, ran.stdout)
            wrong += [(call, number, found)] if found or ran.returncode != KILLED else []
            shutil.rmtree(scene.top)
            runs += 1

    print(f"killed {runs} times")
    assert wrong == []
    assert runs > 15


@needs_strace
def test_the_test_sees_a_file_that_is_half(scene_of: Callable[[int | str], Scene]) -> None:
    place = Place("ny.md", ("no-room",))
    found = set()

    for number in range(1, 12, 2):
        scene = scene_of(number)
        ran = traced(scene, place, "-e", f"inject=write:signal=SIGKILL:when={number}")
        next_start(scene)
        found |= set(faults_in(scene, place, ran.stdout))

    assert "ny.md is known to nobody" in found


@needs_strace
@pytest.mark.parametrize("place", PLACES.values(), ids=PLACES.keys())
def test_a_sweep_killed_at_any_call_is_finished_by_the_next(
    scene_of: Callable[[int | str], Scene], tmp_path: Path, place: Place
) -> None:
    """First an export is killed where it has most lying about: when it is in place and not registered yet."""
    half = scene_of("halv")
    moves = "rename" if place.options else "link"
    call = next(name for name in counted_calls(scene_of("hel"), place) if name.startswith(moves))
    placed = (scene_of("hel2"), "-e", f"inject={call}:signal=SIGKILL:when=1")
    assert traced(placed[0], place, *placed[1:]).returncode == KILLED
    assert traced(half, place, "-e", "inject=pwrite64:signal=SIGKILL:when=1").returncode == KILLED
    command = [PYTHON, EXPORTING, half.folder, "sweep"]
    wrong, runs = [], 0

    for name in CALLS:
        for number in range(1, 40):
            scene = Scene(Path(shutil.copytree(half.top, tmp_path / f"{name}{number}", symlinks=True)))
            _moved_note(half, scene)
            line = [word.replace(str(half.top), str(scene.top)) for word in command]
            strace = ["strace", "-f", "-o", os.devnull, "-e", f"inject={name}:signal=SIGKILL:when={number}"]
            ran = subprocess.run([*strace, *line], env=ENVIRONMENT, capture_output=True, check=False)
            next_start(scene)
            found = faults_in(scene, place, ran.stdout)
            wrong += [(name, number, found)] if found else []
            shutil.rmtree(scene.top)
            runs += ran.returncode == KILLED
            if ran.returncode != KILLED:
                break  # there are no more of that call

    print(f"killed {runs} times")
    assert wrong == []
    assert runs >= 3


def _moved_note(half: Scene, scene: Scene) -> None:
    """The note of the copy tells of the copy."""
    for note in Path(scene.folder, "tmp").rglob("seddel.json"):
        note.write_text(note.read_text().replace(str(half.top), str(scene.top)))


@pytest.mark.parametrize("format_name", FORMATS)
def test_the_program_killed_while_it_makes_a_document_leaves_nothing_behind(
    template: Path, tmp_path: Path, format_name: str
) -> None:
    folder, out, laid_aside = str(template / "mappe"), template / "ude", template / "tmp"
    svar = f'[samtale]\ndato = 2026-11-20\ndeltagere = ["borger"]\n[hvordan_gar_det]\nborger_tekst = "{WORD} æøå"\n'
    ran = run("opfølgning", "f1", "--svar", "-", folder=folder, stdin=svar)
    assert ran.code == 0, ran.err
    env = {name: value for name, value in os.environ.items() if not name.startswith("VFORLOB_")}
    env |= {"VFORLOB_MAPPE": folder, "VFORLOB_NOEGLEFIL": key_file(folder), "VFORLOB_NU": CLOCK}
    line = [sys.executable, "-m", "vforlob", *FORMATS[format_name]]
    chance, whole, killed = random.Random(format_name), 0, 0
    undisturbed = _seconds_of([*line, "--ud", str(out / f"ro.{format_name}")], env)

    for number in range(KILLS_PER_FORMAT):
        path = out / f"{number}.{format_name}"
        environment = env | {"TMPDIR": str(laid_aside), "TEMP": str(laid_aside), "TMP": str(laid_aside)}
        silent = subprocess.DEVNULL
        child = subprocess.Popen(
            [*line, "--ud", str(path)], env=environment, stdout=silent, stderr=silent, stdin=silent
        )
        try:
            child.wait(chance.uniform(0.1, 1.0) * undisturbed)
        except subprocess.TimeoutExpired:
            child.send_signal(signal.SIGKILL)
        killed += child.wait() == KILLED
        assert run("eksporter", "liste", folder=folder).code == 0  # the next start
        with open_store(folder, KEY, lambda: NOW) as store:
            known = {found.eksport.sti for found in find_exports(store) if found.state == HERE}
        assert (str(path) in known) is path.exists()
        whole += path.exists()

    print(f"{format_name}: killed {killed} of {KILLS_PER_FORMAT}, whole {whole}")
    assert killed > KILLS_PER_FORMAT // 5
    assert list(laid_aside.iterdir()) == []
    assert [name for name in os.listdir(os.path.join(folder, "tmp")) if name.startswith("arbejde")] == []
    assert {path.name for path in out.iterdir()} - {f"{number}.{format_name}" for number in range(50)} == {
        "gl.md",
        f"ro.{format_name}",
    }


def _seconds_of(line: list[str], env: dict[str, str]) -> float:
    """How long the program takes when nobody disturbs it: machines differ, and a kill has to come before its end."""
    begun = time.monotonic()
    silent = subprocess.DEVNULL
    assert subprocess.run(line, env=env, stdout=silent, stderr=silent, stdin=silent, check=False).returncode == 0
    return time.monotonic() - begun


# --- the disk ---


class Fault(NamedTuple):
    """From that call on, the disk says no."""

    calls: tuple[str, ...]
    error: str


FAULTS = {
    "full": Fault(("write", "pwrite64"), "ENOSPC"),
    "full when synced": Fault(("fsync",), "ENOSPC"),
    "broken": Fault(("write", "fsync"), "EIO"),
    "no second names": Fault(("link", "linkat"), "EPERM"),
    "read-only": Fault(("link", "linkat", "rename", "renameat", "mkdir"), "EROFS"),
}


@needs_strace
@pytest.mark.parametrize("place", PLACES.values(), ids=PLACES.keys())
@pytest.mark.parametrize("fault", FAULTS.values(), ids=FAULTS.keys())
def test_a_disk_that_says_no_leaves_all_or_nothing_and_a_sentence(
    scene_of: Callable[[int | str], Scene], fault: Fault, place: Place
) -> None:
    codes, wrong = Counter[int](), []

    for call, count in counted_calls(scene_of("hel"), place).items():
        for number in range(1, count + 1) if call in fault.calls else ():
            scene = scene_of(f"{call}{number}")
            ran = traced(scene, place, "-e", f"inject={call}:error={fault.error}:when={number}+")
            next_start(scene)
            said = ran.stdout if b"DONE" in ran.stdout else b""
            found = faults_in(scene, place, said)
            is_told = ran.returncode == OK or len(ran.stderr.decode().strip().splitlines()) >= 2
            if found or ran.returncode not in {OK, DISK_PROBLEM} or not is_told or b"Traceback" in ran.stderr:
                wrong.append((call, number, ran.returncode, found, ran.stderr.decode()[-300:]))
            codes[ran.returncode] += 1
            shutil.rmtree(scene.top)

    print(f"{fault.error}: {dict(codes)}")
    assert wrong == []


# --- links ---


def link_export_folder(scene: Scene, other: Path) -> tuple[str, ...]:
    Path(scene.folder, "eksport").symlink_to(other)
    return (OWN,)


def link_tmp(scene: Scene, other: Path) -> tuple[str, ...]:
    tmp = Path(scene.folder, "tmp")
    if tmp.exists():
        shutil.rmtree(tmp)
    tmp.symlink_to(other)
    return (OWN,)


def link_file(scene: Scene, other: Path) -> tuple[str, ...]:
    (scene.top / "ude" / "x.md").symlink_to(other / "fil.md")
    return (str(scene.top / "ude" / "x.md"),)


def link_file_replaced(scene: Scene, other: Path) -> tuple[str, ...]:
    return (*link_file(scene, other), "overwrite")


def link_to_nothing(scene: Scene, other: Path) -> tuple[str, ...]:
    (scene.top / "ude" / "x.md").symlink_to(other / "intet.md")
    return (str(scene.top / "ude" / "x.md"), "overwrite")


def link_to_folder(scene: Scene, other: Path) -> tuple[str, ...]:
    (scene.top / "ude" / "x").symlink_to(other)
    return (str(scene.top / "ude" / "x"), "overwrite")


def link_above(scene: Scene, other: Path) -> tuple[str, ...]:
    return (f"{link_to_folder(scene, other)[0]}/x.md", "overwrite")


def link_with_slash(scene: Scene, other: Path) -> tuple[str, ...]:
    return (f"{link_to_folder(scene, other)[0]}/",)


LINKS = (
    *(link_export_folder, link_tmp, link_file, link_file_replaced),
    *(link_to_nothing, link_to_folder, link_above, link_with_slash),
)


@pytest.mark.parametrize("linked", LINKS, ids=lambda it: it.__name__)
def test_a_link_in_eight_places_is_never_followed(
    scene_of: Callable[[int | str], Scene], tmp_path: Path, linked: Callable[[Scene, Path], tuple[str, ...]]
) -> None:
    scene, other = scene_of("genvej"), tmp_path / "andres"
    other.mkdir(mode=0o700)
    (other / "fil.md").write_text(OLD)
    target, *options = linked(scene, other)

    command = [PYTHON, EXPORTING, scene.folder, target, *options]
    ran = subprocess.run(command, env=ENVIRONMENT, capture_output=True, check=False)

    assert ran.returncode == 15, ran.stderr
    assert b"Traceback" not in ran.stderr
    assert os.listdir(other) == ["fil.md"]
    assert (other / "fil.md").read_text() == OLD
    with open_store(scene.folder, KEY, lambda: NOW) as store:
        assert find_exports(store) == ()


def test_the_test_sees_a_link_that_is_followed(scene_of: Callable[[int | str], Scene], tmp_path: Path) -> None:
    scene, other = scene_of("genvej"), tmp_path / "andres"
    other.mkdir()
    (other / "fil.md").write_text(OLD)

    export(scene, Place(link_file(scene, other)[0], ("no-room",)))

    assert (other / "fil.md").read_text() == CONTENT


def test_nothing_is_swept_while_its_process_lives(template: Path) -> None:
    folder = str(template / "mappe")
    script = (
        "import sys; from vforlob.store.workroom import workroom\n"
        "with workroom(sys.argv[1]): print('ready', flush=True); sys.stdin.read()"
    )
    pipe = subprocess.PIPE
    with subprocess.Popen([PYTHON, "-c", script, folder], stdin=pipe, stdout=pipe, env=ENVIRONMENT) as child:
        assert child.stdout is not None
        assert child.stdout.readline() == b"ready\n"

        with abandoned(folder) as rooms:
            assert rooms == ()

        child.kill()
    with abandoned(folder) as rooms:
        assert len(rooms) == 1
