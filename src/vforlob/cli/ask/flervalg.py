"""Any of several choices: the space bar or letters and Enter tick, Enter at an empty prompt saves. No terminal."""

import re

from vforlob.actions.asking import Answered, Cleared, Question, Reply
from vforlob.cli.ask.letters import index_of
from vforlob.cli.ask.valg import Valg
from vforlob.cli.ask.widget import Line
from vforlob.model.answers import Value
from vforlob.rules.danish import listed


class Flervalg(Valg):
    hints = ("Mellemrum krydser af", "Enter gemmer")
    example = "Kryds af med mellemrum, eller skriv bogstaverne, fx a c. Enter alene gemmer."
    plain_example = "Skriv bogstaver for at sætte eller fjerne krydser, fx a c. En tom linje gemmer."

    def __init__(self, question: Question) -> None:
        super().__init__(question)
        current = question.current if isinstance(question.current, tuple) else ()
        self.ticked = {index for index, choice in enumerate(question.choices) if choice.id in current}
        self.at = 0 if question.choices else -1

    def lines(self, typed: str) -> list[Line]:
        wide = len(self.letters[-1]) if self.letters else 1
        return [
            Line(
                f"{'»' if index == self.at else ' '} {letter:<{wide}}  [{'x' if index in self.ticked else ' '}] {text}",
                "pointed" if index == self.at else "",
            )
            for index, (letter, text) in enumerate(zip(self.letters, self.texts, strict=True))
        ]

    def no_arrows(self) -> None:
        self.at = -1

    def tick(self) -> bool:
        self.ticked ^= {self.at} if self.at >= 0 else set()
        return True

    def accept(self, typed: str) -> Reply | None:
        self.ticked ^= self._meant(typed)
        return None

    def accept_nothing(self) -> Reply:
        if not self.ticked:
            return Answered(None) if self.question.current is None else Cleared()
        ids = tuple(self.question.choices[index].id for index in sorted(self.ticked))
        return Answered(ids if any("," in one for one in ids) else self.question.read(",".join(ids)))

    def value_shown(self, value: Value) -> str:
        ids = value if isinstance(value, tuple) else (str(value),)
        return listed([super(Flervalg, self).value_shown(one) for one in ids])

    def _meant(self, typed: str) -> set[int]:
        """ "a c", "a,c", or the texts of the choices."""
        whole = self._typed_index(typed)
        if whole is not None:
            return {whole}
        indexes = [index_of(part, self.letters) for part in re.split(r"[\s,]+", typed.strip()) if part != "og"]
        if indexes and None not in indexes:
            return {index for index in indexes if index is not None}
        ids = self.question.read(typed)  # raises with a sentence about the choices
        return {
            index
            for index, choice in enumerate(self.question.choices)
            if choice.id in (ids if isinstance(ids, tuple) else ())
        }
