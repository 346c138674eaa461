"""At every prompt of every agenda, interrupted in five ways: no answer is lost, and what was half typed is there."""

import fcntl
import os
import re
import select
import shutil
import signal
import struct
import termios
import time
from collections import Counter
from collections.abc import Callable, Iterator
from datetime import datetime
from functools import partial
from pathlib import Path
from typing import NamedTuple

import pytest
from crashes import IN_MEMORY
from forking import Ended, Forks, forks
from meeting_process import KEY

from building import make_case
from conftest import NOW
from figures import reached
from meeting import FINISHED, Person, hold, shipped
from meetings import MEETINGS
from running import CLOCK
from vforlob.actions.asking import Answered, Pause, Question, Reply, nothing_kept
from vforlob.model.agenda import Agenda
from vforlob.model.answers import Key, Value
from vforlob.model.case import Case
from vforlob.model.samtale import Samtale
from vforlob.store.answers import answers_of
from vforlob.store.case import load_case
from vforlob.store.key import create_with_raw_key
from vforlob.store.open import create_store, open_store
from vforlob.store.rebuild import differences
from vforlob.store.store import Store

pytestmark = [pytest.mark.safety, pytest.mark.tal, pytest.mark.terminal]

PATIENCE = 30.0
ROWS, COLUMNS = 60, 300  # wide enough that no question is broken over two lines
PAUSED, QUIT = 130, -signal.SIGQUIT
# How it is interrupted, and the exit codes that may come of it.
INTERRUPTIONS: dict[str, tuple[bytes | signal.Signals, int]] = {
    "Ctrl-C": (b"\x03", PAUSED),
    "Ctrl-D": (b"\x04", PAUSED),
    "SIGTERM": (signal.SIGTERM, PAUSED),
    "SIGHUP": (signal.SIGHUP, PAUSED),
    "SIGQUIT": (signal.SIGQUIT, QUIT),
}
_ESCAPES = re.compile(r"\x1b\[[0-9;?]*[ -/]*[@-~]|\x1b[()][0-9A-B]|\x1b[=>]|\r")


# Whoever resumes meets few prompts before the one where it was interrupted; to the last of a samtale it can be far.
LONGEST_WAYS = (8, 60)
REVIEW = "Nummer retter"


class Place(NamedTuple):
    """A prompt as nobody has met it before: what is asked, and which row of its point."""

    title: str
    text: str
    row: str


def place_of(person: Person, question: Question) -> Place:
    return Place(question.title, question.text, str(person.row))


class Upto:
    """Goes on to the next prompt that was not met before, and stops there."""

    def __init__(self) -> None:
        self.met: set[Place] = set()
        self.stopped_at: Question | None = None

    def __call__(self, person: Person, question: Question) -> Reply | None:
        place = place_of(person, question)
        if place in self.met:
            return None
        self.met.add(place)
        self.stopped_at = question
        return Pause(interrupted=True)


class Step(NamedTuple):
    """A prompt that is met on the way to another, and what is typed there."""

    question: Question
    typed: str


class Way:
    """Enter at every prompt until one comes again that was stopped at: what is met on the way there, and it. The long
    way goes through the end of the samtale.
    """

    def __init__(self, text: str, longest: int) -> None:
        self._text, self._longest = text, longest
        self.passed: list[Step] = []

    def __call__(self, _person: Person, question: Question) -> Reply | None:
        at_end = question.text.startswith(REVIEW) and self._longest == LONGEST_WAYS[-1]
        typed = FINISHED if at_end else ""
        self.passed.append(Step(question, typed))
        if question.text == self._text or len(self.passed) == self._longest:
            return Pause(interrupted=True)
        return Answered(question.read(typed) if typed else None)


class Screen:
    """The program in a terminal, and what it wrote there."""

    def __init__(self, started: Forks, *argv: str) -> None:
        self._ours, theirs = os.openpty()
        fcntl.ioctl(theirs, termios.TIOCSWINSZ, struct.pack("HHHH", ROWS, COLUMNS, 0, 0))
        self._process = started.start_in_terminal("prompting", *argv, terminal=theirs)
        os.close(theirs)
        self._shown, self._seen = "", 0

    def see(self, text: str) -> None:
        """Until it stands there, after what was seen before."""
        end, wanted = time.monotonic() + PATIENCE, _plain(text)
        while (found := _plain(self._shown).find(wanted, self._seen)) < 0:
            assert time.monotonic() < end, f"»{text}« is not on the screen: {_plain(self._shown)[-400:]}"
            self._read(0.1)
        self._seen = found + len(wanted)

    def wait_for_prompt(self) -> None:
        """Until keys go to the prompt, not to the line of the terminal."""
        self.wait_for(lambda: not termios.tcgetattr(self._ours)[3] & termios.ICANON)

    def type(self, keys: bytes) -> None:
        os.write(self._ours, keys)

    def interrupt(self, how: bytes | signal.Signals) -> None:
        self._how = how
        if isinstance(how, bytes):
            self.type(how)
        else:
            self._process.signal(how)

    def wait_for(self, condition: Callable[[], bool]) -> float:
        """Seconds until it held."""
        begun = time.monotonic()
        while not condition():
            assert time.monotonic() - begun < PATIENCE
            self._read(0.02)
        return time.monotonic() - begun

    def ended(self) -> tuple[Ended, str]:
        end = time.monotonic() + PATIENCE
        while self._read(PATIENCE):
            assert time.monotonic() < end, f"it goes on after {self._how!r}: {_plain(self._shown)[-400:]}"
        os.close(self._ours)
        return self._process.ended(), self._shown

    def _read(self, seconds: float) -> bool:
        if not select.select([self._ours], [], [], seconds)[0]:
            return True
        try:
            found = os.read(self._ours, 1 << 16)
        except OSError:  # nobody has the other end any more
            return False
        self._shown += found.decode(errors="replace")
        return bool(found)


def _plain(shown: str) -> str:
    return re.sub(r"\s+", " ", _ESCAPES.sub("", shown))


@pytest.fixture
def place(tmp_path: Path) -> Iterator[Path]:
    folder = Path(IN_MEMORY or tmp_path, f"vforlob-spoergsmaal-{os.getpid()}")
    folder.mkdir(mode=0o700)
    yield folder
    shutil.rmtree(folder)


@pytest.fixture
def started(place: Path) -> Iterator[Forks]:
    (place / "noegle.txt").touch(mode=0o600)
    (place / "noegle.txt").write_text(KEY.hex())
    folder, key = str(place / "mappe"), str(place / "noegle.txt")
    with forks(TERM="xterm-256color", VFORLOB_MAPPE=folder, VFORLOB_NOEGLEFIL=key, VFORLOB_NU=CLOCK) as parent:
        yield parent


def begun(place: Path, name: str) -> tuple[Store, Case]:
    folder = place / "mappe"
    folder.mkdir(mode=0o700)
    create_with_raw_key(str(folder), KEY)
    create_store(str(folder), KEY, _now).close()
    store = open_store(str(folder), KEY, _now)
    case = make_case(store)
    return store, load_case(store, borger=case.borger.nr) if name == "formode" else case


def _now() -> datetime:
    return NOW


def saved(store: Store) -> dict[Key, Value]:
    return {key: value for nr in (1, 2) for key, value in answers_of(store, nr, 1).items()}


def a_draft(store: Store) -> Samtale | None:
    return next(iter(store.door(Samtale).find(status="kladde")), None)


class Found(NamedTuple):
    """What came of the interruptions of a whole samtale."""

    prompts: int
    ways: Counter[str]
    wrong: list[object]
    slowest: float


def interrupted_everywhere(started: Forks, store: Store, case: Case, name: str) -> Found:
    agenda, person, upto = shipped(store, name), Person(*MEETINGS[name]), Upto()
    command = (name, f"b{case.borger.nr}" if name == "formode" else "f1")
    ways, wrong, slowest = Counter[str](), list[object](), 0.0
    person.interrupts = upto
    while (held := hold(store, agenda, case, person, a_draft(store))).ended != "faerdig":
        assert upto.stopped_at is not None, held
        ways_there = (way_to(store, agenda, case, upto.stopped_at.text, longest) for longest in LONGEST_WAYS)
        *steps, last = next(filter(None, ways_there))
        for way, (how, code) in INTERRUPTIONS.items():
            before, keeps = saved(store), _keeps_text(store, last.question)
            screen = Screen(started, *command)
            screen.see("Enter begynder")
            screen.type(b"\r")
            for question, typed in steps:
                screen.see(question.text)
                screen.wait_for_prompt()
                screen.type(f"{typed}\r".encode())
            screen.see(last.question.text)
            screen.wait_for_prompt()
            half = f"halvt {way}"
            if keeps:
                screen.type(half.encode())
                screen.see(half)
            if keeps and how == signal.SIGQUIT:  # nobody can do anything about it any more
                slowest = max(slowest, screen.wait_for(partial(_is_kept, store, half)))
            screen.interrupt(how)
            ended, shown = screen.ended()
            ways[way] += 1
            kept = not keeps or _is_kept(store, half)
            if ended.code != code or saved(store) != before or not kept or "Traceback" in shown:
                wrong.append((way, last.question.text, last.question.kind, ended, kept, shown[-300:]))
        store.rows("DELETE FROM kladde WHERE instr(tekst, 'halvt ')")  # the next prompt is met as if nothing were typed
    return Found(len(upto.met), ways, wrong, slowest)


def way_to(store: Store, agenda: Agenda, case: Case, text: str, longest: int) -> list[Step]:
    """The prompts that whoever resumes meets, up to the one where it was interrupted: as often as it is tried. Nothing
    where it takes longer than `longest`, or every interruption leads to another prompt.
    """
    before: list[str] = []
    for _ in range(LONGEST_WAYS[0]):
        way, again = Way(text, longest), Person({})
        again.interrupts = way
        hold(store, agenda, case, again, a_draft(store))
        if before == (before := [step.question.text for step in way.passed]):
            return way.passed
        if before[-1] != text:  # whoever resumes is asked for something else
            text = before[0]
    return []


def _keeps_text(store: Store, question: Question) -> bool:
    """Half-typed text is kept from the first answer on: before it there is no samtale yet."""
    is_text = question.kind in {"tekst", "kort"} and question.keep_draft is not nothing_kept
    return is_text and a_draft(store) is not None


def _is_kept(store: Store, half: str) -> bool:
    return any(str(row[0]).endswith(half) for row in store.rows("SELECT tekst FROM kladde"))


@pytest.mark.parametrize("name", MEETINGS)
def test_no_answer_is_lost_at_any_prompt(started: Forks, place: Path, name: str) -> None:
    store, case = begun(place, name)

    with store:
        found = interrupted_everywhere(started, store, case, name)
        whole = differences(store) == []

    seconds = f"{found.slowest:.1f}".replace(".", ",")
    reached(
        5,
        "Afbrudt ved hvert spørgsmål i alle samtaler og genoptaget",
        required="alle spørgsmål på fem måder, 0 tabt, halvskrevet gemt inden 1 sekund",
        reached=f"alle {found.prompts} spørgsmål, {found.ways.total()} afbrydelser, {len(found.wrong)} med noget tabt,"
        f" halvskrevet gemt inden {seconds} sekunder",
    )
    assert found.wrong[:3] == []
    assert whole
    assert found.prompts >= 20
    assert set(found.ways.values()) == {found.prompts}
