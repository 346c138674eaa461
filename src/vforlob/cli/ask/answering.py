"""What an Enter means: a command, a call for help, an answer or a refusal. Knows no terminal and no line."""

from typing import NamedTuple

from vforlob.actions.asking import Answered, Jump, Question, Reply
from vforlob.cli.ask.commands import HELP, command_in
from vforlob.cli.ask.widgets import widget_for
from vforlob.errors.answer import BadAnswer
from vforlob.errors.cpr import LooksLikeCpr
from vforlob.model.text import clean

MASKS = "Tryk Enter igen for at skjule de sidste cifre, eller ret teksten."
STAYS = "Det gamle svar er ikke slettet. Skriv :slet for at slette det, eller tryk Enter igen for at lade det stå."


class Turn(NamedTuple):
    """What an Enter led to. `reply` None: the question goes on, with `message`; `text` takes the place of what was
    typed when it is not None.
    """

    reply: Reply | None = None
    message: str = ""
    text: str | None = None
    help: bool = False


class Answering:
    """`at_prompt`: what stood there is at the prompt from the start, so that an empty prompt means it was erased.

    Else it was only shown, and an empty line accepts it.
    """

    def __init__(self, question: Question, at_prompt: bool) -> None:
        self.question = question
        self.widget = widget_for(question)
        if not at_prompt:
            self.widget.no_arrows()
        self.start = self.widget.prefilled() if at_prompt else ""
        self.refused_cpr = ""
        self._told_that_it_stays = False

    def enter(self, typed: str) -> Turn:
        text = clean(typed)
        command = command_in(typed)
        if command is not None and not self._is_smiley(command):
            return Turn(command)
        if text.strip() == HELP:
            return Turn(text="", help=True)
        try:
            return self._nothing() if not text.strip() else self._something(text)
        except LooksLikeCpr as error:
            return self._cpr(text, error)
        except BadAnswer as error:
            return Turn(message=error.sentence)

    def _is_smiley(self, command: Reply) -> bool:
        """A colon and a letter that no point has: somebody's words."""
        if not isinstance(command, Jump) or not command.number.isalpha():
            return False
        return command.number not in self.question.letters

    def _something(self, text: str) -> Turn:
        return Turn(self.widget.accept(text), text="")

    def _nothing(self) -> Turn:
        erased = bool(self.start) and self.question.current is not None
        if erased and not self._told_that_it_stays:
            self._told_that_it_stays = True
            return Turn(message=STAYS)
        if self.start:
            return Turn(Answered(None))
        offered = self.widget.prefilled()
        return Turn(self.widget.accept_nothing()) if not offered else self._something(offered)

    def _cpr(self, text: str, error: LooksLikeCpr) -> Turn:
        """The text stays at the prompt; the next Enter masks it."""
        if self.refused_cpr == text:
            return self.enter(error.masked)
        self.refused_cpr = text
        return Turn(message=f"{error.sentence} {MASKS}")
