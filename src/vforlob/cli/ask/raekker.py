"""The rows of a list so far: n a new one, a letter changes, `slet a` removes, Enter goes on. Knows no terminal."""

from vforlob.actions.asking import Question, Reply, Row
from vforlob.cli.ask.letters import index_of, letters
from vforlob.cli.ask.widget import Line, Widget
from vforlob.errors.answer import BadAnswer
from vforlob.model.text import clean, fold
from vforlob.rules.danish import quoted

NEW, CHANGE, REMOVE = "ny", "ret", "slet"
_VERBS = {"ret": CHANGE, "slet": REMOVE, "fjern": REMOVE}


class Raekker(Widget):
    keeps_draft = False

    def __init__(self, question: Question) -> None:
        super().__init__(question)
        self.letters = letters(len(question.rows), without="n")
        self.hints = tuple(_HINTS[action] for action in self._possible())
        self.example = f"{'. '.join(_HELP[action] for action in self._possible())}. Enter alene går videre.".lstrip(
            ". "
        )

    def prefilled(self) -> str:
        return ""

    def suffix(self) -> str:
        return ""

    def lines(self, typed: str) -> list[Line]:
        wide = len(self.letters[-1]) if self.letters else 1
        rows = [clean(row, lines=False) for row in self.question.rows]
        return [Line(f"  {letter:<{wide}}  {row}") for letter, row in zip(self.letters, rows, strict=True)]

    def pointed(self, typed: str) -> int:
        return max(0, len(self.question.rows) - 1)

    def accept(self, typed: str) -> Reply | None:
        words = fold(typed).split()
        if words in (["n"], ["ny"]) and NEW in self.question.allowed:
            return Row(NEW)
        action = _VERBS.get(words[0], "") if len(words) == 2 else CHANGE if len(words) == 1 else ""
        index = index_of(words[-1], self.letters)
        if index is None or action not in self._possible():
            raise BadAnswer(f"{quoted(typed)} er ingen af mulighederne. {self.example}")
        return Row(action, index)

    def shown(self, reply: Reply) -> str:
        """Nothing: the rows were seen as they were made."""
        return ""

    def _possible(self) -> tuple[str, ...]:
        """What can be done now: nothing can be changed in an empty list."""
        return tuple(
            act for act in (NEW, CHANGE, REMOVE) if act in self.question.allowed and (act == NEW or self.letters)
        )


_HINTS = {NEW: "n ny", CHANGE: "a retter a", REMOVE: "slet a fjerner a"}
_HELP = {
    NEW: "Skriv n for en ny",
    CHANGE: "Skriv et bogstav for at rette",
    REMOVE: "Skriv slet og et bogstav for at fjerne",
}
