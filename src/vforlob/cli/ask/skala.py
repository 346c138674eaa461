"""A step on a scale: its number and Enter, with the text of each step in sight. Knows no terminal."""

from vforlob.actions.asking import Answered, Question, Reply
from vforlob.agenda.kinds.skala import anchor_of, ends
from vforlob.cli.ask.widget import Line, Widget
from vforlob.model.agenda import Felt
from vforlob.model.answers import Value


class Skala(Widget):
    moves = True
    keeps_draft = False

    def __init__(self, question: Question) -> None:
        super().__init__(question)
        self.felt = Felt("", "", "skala", anchors=question.anchors, min=question.min, max=question.max)
        self.first, self.last = ends(self.felt)
        self.at = question.current if isinstance(question.current, int) else None
        self.example = f"Skriv et tal fra {self.first} til {self.last}, og tryk Enter."

    def suffix(self) -> str:
        return f"{self.first}-{self.last}"

    def prefilled(self) -> str:
        return ""

    def lines(self, typed: str) -> list[Line]:
        if not any(self.question.anchors):
            return [] if self.at is None else [Line(f"» {self.at}", "pointed")]
        at = int(typed) if typed.strip().isdecimal() else self.at
        return [
            Line(f"{'»' if step == at else ' '} {step}  {anchor_of(step, self.felt)}", "pointed" if step == at else "")
            for step in range(self.first, self.last + 1)
        ]

    def pointed(self, typed: str) -> int:
        return 0 if self.at is None or not any(self.question.anchors) else self.at - self.first

    def move(self, step: int) -> None:
        start = (self.first - 1 if step > 0 else self.last + 1) if self.at is None else self.at
        self.at = max(self.first, min(self.last, start + step))

    def accept_nothing(self) -> Reply:
        return Answered(None if self.at is None else self.question.read(str(self.at)))

    def value_shown(self, value: Value) -> str:
        anchor = anchor_of(value, self.felt) if isinstance(value, int) else ""
        return f"{super().value_shown(value)}  {anchor}".rstrip()
