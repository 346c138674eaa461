"""What is on the screen while one question is answered, and what each key does to it. Knows no key and no layout."""

from collections.abc import Callable

from vforlob.actions.asking import Pause, Question, Reply
from vforlob.cli.ask.answering import Answering, Turn
from vforlob.cli.ask.commands import command_in
from vforlob.cli.ask.drafts import Drafts, Timer
from vforlob.cli.ask.page import Label, last_lines
from vforlob.cli.ask.prefill import Prefill
from vforlob.model.text import clean

_PART_FOR_LAST_TIME = 6
DRAFT_NOT_KEPT = "Det, du er ved at skrive, kan ikke gemmes lige nu. Det står her endnu."


class Asked:
    """One question in progress. `above` is printed before the prompt, because a prompt cannot scroll; `last` is last
    time's answer where it is short enough to stand in it.
    """

    def __init__(self, question: Question, width: int, height: int, saved: bool) -> None:
        self.question = question
        self.answering = Answering(question, at_prompt=True)
        self.widget = self.answering.widget
        self.label = Label(question, self.widget, width)
        self.prefill = Prefill(self.answering.start, self.widget.replaces and not question.draft)
        self.drafts = Drafts(question.keep_draft, self.answering.start)
        last = last_lines(question, width)
        fits = len(last) <= max(1, height // _PART_FOR_LAST_TIME)
        self.last = last if fits else []
        self.above = [*([] if fits else last), *self.label.above]
        self.saved = saved
        self.message = ""

    def enter(self, text: str) -> Turn:
        text = self.prefill.entered(text, command_in(text) is not None or text.strip() == "?")
        turn = self.answering.enter(text)
        self.message = turn.message
        if turn.help:
            self.prefill = Prefill(self.answering.start, self.prefill.replaces)
            return turn._replace(text=self.answering.start)
        return turn

    def changed(self, text: str, start_timer: Callable[[float], Timer]) -> None:
        self.saved = False
        self.message = ""
        if self.widget.keeps_draft:
            self.drafts.changed(self.prefill.entered(text, command_in(text) is not None), start_timer)

    def keep_draft(self) -> None:
        """Now, not in a moment: the prompt is about to end."""
        if not self.widget.keeps_draft:
            return
        try:
            self.drafts.keep()
        except Exception:  # a full disk must not take away the text that is still on the screen
            self.message = DRAFT_NOT_KEPT

    def interrupted(self) -> Reply:
        self.keep_draft()
        return Pause(interrupted=True)

    def insertable(self, text: str) -> str:
        """Typed or pasted text as the prompt takes it: harmless, and on one line where there is but one."""
        return clean(text, lines=self.widget.multiline)
