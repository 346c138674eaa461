"""The same questions as plain lines: choices lettered, nothing drawn again, fit for a screen reader.

Knows no keys; several lines of text end with an empty one.
"""

import sys
from collections.abc import Callable

from vforlob.actions.asking import ALONE, SHARED, Answered, Cleared, Pause, Question, Reply, Row
from vforlob.cli.ask.answering import Answering, Turn
from vforlob.cli.ask.commands import HELP, command_in
from vforlob.cli.ask.drafts import Drafts
from vforlob.cli.ask.page import SAVED, command_lines, heading_lines, help_lines, page_key, was_saved, whole_question
from vforlob.cli.ask.widget import Line, Widget
from vforlob.cli.layout import screen_width, wrap
from vforlob.model.text import clean

WIPED = "Skærmen er ryddet. Fra nu af kan alle se den."
UNREADABLE = "Der kom tegn, der ikke kan læses. Skriv svaret igen."
_MARK = "> "
_GOES_ON = (Answered, Cleared, Row)
_WIPE = "\x1b[H\x1b[2J\x1b[3J"

Read = Callable[[str], str]
Write = Callable[[str], None]


class Plain:
    """Called with a question. `before` is who could see what stands on the screen already."""

    def __init__(self, before: str = SHARED, read: Read | None = None, write: Write | None = None) -> None:
        self._read = read or input
        self._write = write or sys.stdout.write
        self._page: tuple[str, str, str] | None = None
        self._before = before
        self._last: Reply | None = None

    def __call__(self, question: Question) -> Reply:
        answering = Answering(question, at_prompt=False)
        drafts = Drafts(question.keep_draft, question.draft)
        self._turn_page(question)
        if was_saved(question, self._last):
            self._say([Line(SAVED)])
        self._say(_asked(question, answering.widget))
        try:
            self._last = self._answer(answering, drafts)
        except (EOFError, KeyboardInterrupt):
            drafts.keep()
            self._say([Line("")])
            self._last = Pause(interrupted=True)
        return self._last

    def _answer(self, answering: Answering, drafts: Drafts) -> Reply:
        typed = ""
        while True:
            text = self._text(answering.widget, drafts)
            turn = answering.enter(text if text.strip() else _again(typed, answering))
            if turn.reply is not None:
                self._say(_understood(answering.widget, turn.reply))
                return turn.reply
            typed = text
            self._go_on(answering, turn)

    def _go_on(self, answering: Answering, turn: Turn) -> None:
        question, widget = answering.question, answering.widget
        if turn.help:
            asked_for = help_lines(question, widget, screen_width(), widget.plain_example)
            self._say([*asked_for, *command_lines(screen_width(), ":t tilbage")])
        elif turn.message:
            self._say([Line(part) for part in wrap(turn.message, screen_width())])
        else:
            self._say(widget.lines(""))

    def _text(self, widget: Widget, drafts: Drafts) -> str:
        """One line, or lines until an empty one. Each is kept as soon as it is there."""
        lines: list[str] = []
        while True:
            line = self._line()
            if widget.keeps_draft and line.strip() and not _is_no_text(line):
                drafts.take("\n".join((*lines, line)))
            if not widget.multiline or (not lines and _is_no_text(line)):
                return line
            if not line.strip():
                return "\n".join(lines)
            lines.append(line)

    def _line(self) -> str:
        while True:
            try:
                return self._read(_MARK)
            except UnicodeDecodeError:
                self._say([Line(UNREADABLE)])

    def _turn_page(self, question: Question) -> None:
        if self._before == ALONE and question.page == SHARED:
            self._wipe()
        elif self._page == page_key(question) and isinstance(self._last, _GOES_ON):
            return
        self._before, self._page = question.page, page_key(question)
        self._say([Line(""), *heading_lines(question, screen_width())])

    def _wipe(self) -> None:
        """What only the konsulent may see goes out of sight, also on a terminal that cannot be wiped."""
        import os  # late: only here

        can_wipe = sys.stdout.isatty() and os.environ.get("TERM", "") not in ("", "dumb")
        self._write(_WIPE if can_wipe else "\n" * 60)
        self._say([Line(WIPED)])

    def _say(self, lines: list[Line]) -> None:
        for line in lines:
            self._write(f"{clean(line.text).rstrip()}\n")


def _asked(question: Question, widget: Widget) -> list[Line]:
    """The question, the choices, what stood there last time and what stands there now."""
    asked = whole_question(question, widget) or "Svar"
    found = [Line(asked if asked.endswith(("?", ".")) else f"{asked}:")]
    found += widget.lines("")
    if question.last:
        found.append(Line(f"Sidst: {clean(question.last).strip()}"))
    if question.draft and widget.keeps_draft:
        found.append(Line(f"Du var i gang med: {clean(question.draft)}"))
        found.append(Line("En tom linje bruger det, som det står."))
    elif question.current is not None:
        found.append(Line(f"Står nu: {question.current_text or widget.value_shown(question.current)}"))
        found.append(Line("En tom linje lader det stå."))
    if widget.multiline:
        found.append(Line("Skriv en eller flere linjer. En tom linje slutter."))
    elif widget.hints:
        found.append(Line(widget.plain_example or widget.example))
    return found


def _again(typed: str, answering: Answering) -> str:
    """An empty line after a text that looked like a cpr number means: mask it."""
    return typed if answering.refused_cpr and clean(typed) == answering.refused_cpr else ""


def _understood(widget: Widget, reply: Reply) -> list[Line]:
    """A date in full, a letter as the choice it stands for: read back where it was typed shorter."""
    if not isinstance(reply, Answered) or reply.value is None or widget.multiline:
        return []
    return [Line(f"= {widget.value_shown(reply.value)}")]


def _is_no_text(line: str) -> bool:
    """A command or a call for help. Compared with None, for a reply without fields is an empty tuple."""
    return command_in(line) is not None or line.strip() == HELP
