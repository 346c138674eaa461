"""One of several choices: a letter or the text, and Enter; or the arrows, and Enter. Knows no terminal."""

from vforlob.actions.asking import Answered, Question, Reply
from vforlob.cli.ask.letters import index_of, letters
from vforlob.cli.ask.widget import Line, Widget
from vforlob.model.answers import Value
from vforlob.model.text import clean, fold


class Valg(Widget):
    keeps_draft = False
    moves = True
    example = "Skriv bogstavet eller ordet, eller gå med pilene. Enter vælger."
    plain_example = "Skriv bogstavet eller ordet."

    def __init__(self, question: Question) -> None:
        super().__init__(question)
        self.letters = letters(len(question.choices))
        self.texts = tuple(clean(choice.text or choice.id, lines=False) for choice in question.choices)
        ids = [choice.id for choice in question.choices]
        self.at = ids.index(str(question.current)) if str(question.current) in ids else -1

    def prefilled(self) -> str:
        return ""

    def suffix(self) -> str:
        return ""

    def lines(self, typed: str) -> list[Line]:
        at = self._typed_index(typed) if typed.strip() else self.at
        wide = len(self.letters[-1]) if self.letters else 1
        return [
            Line(f"{'»' if index == at else ' '} {letter:<{wide}}  {text}", "pointed" if index == at else "")
            for index, (letter, text) in enumerate(zip(self.letters, self.texts, strict=True))
        ]

    def pointed(self, typed: str) -> int:
        index = self._typed_index(typed) if typed.strip() else self.at
        return max(0, index or 0)

    def move(self, step: int) -> None:
        last = len(self.texts) - 1
        self.at = max(0, min(last, self.at + step)) if last >= 0 else -1

    def accept(self, typed: str) -> Reply | None:
        index = self._typed_index(typed)
        return Answered(self.question.read(typed if index is None else self.question.choices[index].id))

    def accept_nothing(self) -> Reply:
        if self.at < 0:
            return Answered(None)
        return Answered(self.question.read(self.question.choices[self.at].id))

    def value_shown(self, value: Value) -> str:
        ids = [choice.id for choice in self.question.choices]
        return self.texts[ids.index(str(value))] if str(value) in ids else clean(str(value), lines=False)

    def _typed_index(self, typed: str) -> int | None:
        """A whole text goes before a letter: a choice may be called "a"."""
        wanted = fold(typed.strip())
        for index, choice in enumerate(self.question.choices):
            if wanted in {fold(choice.id), fold(self.texts[index])}:
                return index
        return index_of(typed, self.letters)
