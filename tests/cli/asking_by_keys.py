"""Real prompts fed from a pipe and drawn on a screen in memory: no terminal, nothing patched."""

import datetime as dt
import io
import threading
import time
from collections.abc import Callable
from typing import Any

import pyte
from prompt_toolkit.data_structures import Size
from prompt_toolkit.input import create_pipe_input
from prompt_toolkit.output.vt100 import Vt100_Output

from vforlob.actions.asking import SHARED, Question, Reply
from vforlob.agenda.kinds import KINDS
from vforlob.cli.ask.plain import Plain
from vforlob.cli.ask.terminal import Terminal
from vforlob.model.agenda import Choice, Felt

TODAY = dt.date(2026, 11, 24)
TRIN = (Choice("ny", "ikke begyndt"), Choice("oplaeres", "oplæres"), Choice("med_hjaelp", "med hjælp"))
HVEM = (Choice("borger", "Borger"), Choice("leder", "Leder"), Choice("mentor", "Mentor"))
ANCHORS = ("dårligt", "skidt", "sådan", "godt", "rigtig godt")

ENTER, F1, F2, F3, F4 = "\r", "\x1bOP", "\x1bOQ", "\x1bOR", "\x1bOS"
UP, DOWN, LEFT, END, BACKSPACE, CTRL_C, CTRL_D, CTRL_U = (
    "\x1b[A",
    "\x1b[B",
    "\x1b[D",
    "\x1b[F",
    "\x7f",
    "\x03",
    "\x04",
    "\x15",
)
ALT_ENTER = "\x1b\r"

FELTER = {
    "tekst": Felt("tekst", "Hvad siger borgeren", "tekst"),
    "kort": Felt("sted", "Sted", "kort"),
    "tal": Felt("aftalt", "Aftalte dage", "tal", unit="dage"),
    "janej": Felt("cv", "Er der et CV", "janej"),
    "dato": Felt("frist", "Senest", "dato"),
    "klokkeslaet": Felt("kl", "Mødetid", "klokkeslaet"),
    "valg": Felt("trin", "Trin", "valg", choices=TRIN),
    "flervalg": Felt("hvem", "Hvem må vide det", "flervalg", choices=HVEM),
    "skala": Felt("borger", "Hvordan går det", "skala", min=1, max=5, anchors=ANCHORS),
}


def pasted(text: str) -> str:
    return f"\x1b[200~{text}\x1b[201~"


def question(kind: str, **over: Any) -> Question:
    if kind == "raekker":
        return Question("raekker", "2 rækker", read=str, title="Aftaler", letters=("A", "B"), **over)
    felt = FELTER[kind]
    asked = Question(
        kind=kind,
        text=felt.text,
        read=lambda typed: KINDS[kind].read(typed, felt, TODAY),
        heading="Opfølgning hos Ørbæk & Søn",
        position="4 af 10",
        letters=("A", "B"),
        title="Fremmøde siden onsdag den 4. november",
        choices=felt.choices,
        anchors=felt.anchors,
        min=felt.min,
        max=felt.max,
        unit=felt.unit,
    )
    return asked._replace(**over)


class Paper(io.StringIO):
    """What is drawn, by a console of the given encoding."""

    encoding = "utf-8"


class OldPaper(Paper):
    encoding = "ascii"


class Table:
    """A terminal of a given size. `ask` sends all keys and asks; `ask_slowly` lets every part be drawn and keeps what
    was then seen in `seen`.
    """

    def __init__(
        self, source: Any, rows: int = 24, columns: int = 80, before: str = SHARED, paper: type[Paper] = Paper
    ) -> None:
        self.source, self.out = source, paper()
        output = Vt100_Output(self.out, lambda: Size(rows=rows, columns=columns), enable_cpr=False)
        self.terminal = Terminal(before, source=source, output=output)
        self.screen = pyte.HistoryScreen(columns, rows, history=1000)
        self.stream = pyte.Stream(self.screen)
        self.raw = ""

    def ask(self, asked: Question, keys: str = "") -> Reply:
        if keys:
            self.source.send_text(keys)
        return self.terminal(asked)

    def ask_slowly(self, asked: Question, *parts: str) -> Reply:
        self.seen: list[str] = []

        def type_them() -> None:
            drawn = len(self.out.getvalue())
            for part in parts:
                self._wait_until_drawn(drawn)
                self.seen.append("\n".join(line for line in self.lines() if line))
                drawn = len(self.out.getvalue()) if part else drawn
                self.source.send_text(part)

        typist = threading.Thread(target=type_them)
        typist.start()
        try:
            return self.terminal(asked)
        finally:
            typist.join()
            self.seen.append("\n".join(line for line in self.lines() if line))

    def _wait_until_drawn(self, drawn: int) -> None:
        """Until more than `drawn` stands there and nothing has been added for a moment."""
        end = time.monotonic() + 3
        while time.monotonic() < end:
            before = len(self.out.getvalue())
            time.sleep(0.04)
            if drawn < before == len(self.out.getvalue()):
                return

    def lines(self) -> list[str]:
        """What stands on the screen now."""
        new = self.out.getvalue()[len(self.raw) :]
        self.raw += new
        self.stream.feed(new.replace("\n", "\r\n"))
        return [line.rstrip() for line in self.screen.display]


def ask_once(asked: Question, keys: str, **over: Any) -> Reply:
    with create_pipe_input() as source:
        return Table(source, **over).ask(asked, keys)


class Lines:
    """A person who answers with plain lines; ends like a closed stream."""

    def __init__(self, *typed: str | BaseException, before: str = SHARED) -> None:
        self.left = list(typed)
        self.written: list[str] = []
        self.ask: Callable[[Question], Reply] = Plain(before, read=self._read, write=self.written.append)

    def _read(self, prompt: str) -> str:
        self.written.append(prompt)
        if not self.left:
            raise EOFError
        line = self.left.pop(0)
        if isinstance(line, BaseException):
            raise line
        self.written.append("\n")
        return line

    @property
    def text(self) -> str:
        return "".join(self.written)
