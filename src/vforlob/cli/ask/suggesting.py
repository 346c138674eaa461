"""A text for which ready ones may stand beside it, each taken by its letter. Knows no terminal and no bank of texts."""

from vforlob.actions.asking import Answered, Reply
from vforlob.cli.ask.letters import index_of, letters
from vforlob.cli.ask.widget import Line, Widget
from vforlob.model.text import clean


class Suggesting(Widget):
    """The last ones shown are those a letter means: typing the letter itself changes nothing."""

    shown_last: tuple[str, ...] = ()

    def lines(self, typed: str) -> list[Line]:
        if index_of(typed, letters(len(self.shown_last))) is None:
            self.shown_last = tuple(clean(text, lines=False) for text in self.question.suggest(typed))
        named = zip(letters(len(self.shown_last)), self.shown_last, strict=True)
        return [Line(f"  {letter}  {text}") for letter, text in named]

    def accept(self, typed: str) -> Reply | None:
        at = index_of(typed, letters(len(self.shown_last)))
        return super().accept(typed) if at is None else Answered(self.question.read(self.shown_last[at]))
