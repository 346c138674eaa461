"""Somebody who answers the questions of a samtale as a person would: by what they say. Knows no storage."""

from collections.abc import Callable, Mapping, Sequence
from pathlib import Path

from vforlob.actions.asking import Answered, Question, Reply, Row
from vforlob.actions.drafts import new_sitting, open_sitting
from vforlob.actions.hold import HeldResult, hold_samtale
from vforlob.agenda.loader import load_agenda
from vforlob.model.agenda import Agenda
from vforlob.model.case import Case
from vforlob.model.samtale import Samtale
from vforlob.store.agendas import keep_agenda
from vforlob.store.store import Store

AGENDAS = Path(__file__).parent.parent / "agendas"
FINISHED = "færdig"

# What is said, by point number ("" for what stands beside the points) and the question's own text.
Said = Mapping[tuple[str, str], str]
Rows = Mapping[str, Sequence[Mapping[str, str]]]


def shipped(store: Store, name: str) -> Agenda:
    """An agenda of ours, kept in the store as a command would have it."""
    content = (AGENDAS / f"{name}.toml").read_bytes()
    agenda = load_agenda(f"{name}.toml", content)
    keep_agenda(store, agenda, content.decode())
    return agenda


class Killed(Exception):
    """The process is gone: nothing after the last commit happens."""


class Person:
    """Answers what `said` and `rows` hold and passes over the rest.

    `interrupts` is asked before every reply whether the reply is something else: a pause, or the end of the process.
    """

    def __init__(self, said: Said, rows: Rows | None = None, end: str = FINISHED) -> None:
        self.said, self.rows, self.end = said, rows or {}, end
        self.asked: list[Question] = []
        self.told: list[str] = []
        self.last: Reply | None = None
        self.interrupts: Callable[[Person, Question], Reply | None] = lambda _person, _question: None
        self.row: dict[str, int] = {}

    def ask(self, question: Question) -> Reply:
        instead = self.interrupts(self, question)
        if instead is not None:
            return instead
        self.asked.append(question)
        self.last = self._reply(question)
        return self.last

    def tell(self, line: str) -> None:
        self.told.append(line)

    def texts(self, page: str = "") -> list[str]:
        """What was asked, on one kind of page or on both."""
        return [question.text for question in self.asked if page in {"", question.page}]

    def _reply(self, question: Question) -> Reply:
        if question.text.startswith("Nummer retter"):
            return Answered(question.read(self.end))
        number = question.position.split(" ")[0]
        if question.kind == "raekker":
            return self._hub(question, number)
        typed = self._typed(question, number)
        return Answered(None if typed is None else question.read(typed))

    def _hub(self, question: Question, number: str) -> Reply:
        """A row for each that is wanted: the known ones stand first, and are not among them."""
        wanted = self.rows.get(number, ())
        row = self.row.get(number, -1) + 1
        if row >= len(wanted):
            return Answered(None)
        self.row[number] = row
        return Row("ny")

    def _typed(self, question: Question, number: str) -> str | None:
        of_row = self.rows.get(number, ())
        row = self.row.get(number, -1)
        if 0 <= row < len(of_row) and question.text in of_row[row]:
            return of_row[row][question.text]
        if row >= 0 and any(question.text in one for one in of_row):
            return None
        beside = self.said.get((question.title, question.text))
        return beside if beside is not None else self.said.get((number, question.text))


def hold(store: Store, agenda: Agenda, case: Case, person: Person, draft: Samtale | None = None) -> HeldResult:
    """Begin, or go on with what was begun."""
    sitting = open_sitting(store, draft) if draft is not None else new_sitting(store, agenda, case)
    return hold_samtale(store, sitting, person.ask, person.tell)


class Once:
    """One reply of another kind, the first time a question is met; afterwards as the person says."""

    def __init__(self, text: str, *replies: Reply, position: str = "") -> None:
        self.text, self.position, self.left = text, position, list(replies)

    def __call__(self, _person: Person, question: Question) -> Reply | None:
        if not self.left or not question.text.startswith(self.text) or not question.position.startswith(self.position):
            return None
        return self.left.pop(0)


class InTurn:
    """Several of them, each with its own question."""

    def __init__(self, *each: Once) -> None:
        self.each = each

    def __call__(self, person: Person, question: Question) -> Reply | None:
        return next((reply for one in self.each if (reply := one(person, question)) is not None), None)
