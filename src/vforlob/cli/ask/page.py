"""The lines around a prompt: heading, label, help, the keys. Pure; knows no terminal but its width."""

from collections.abc import Iterable

from vforlob.actions.asking import ALONE, Answered, Cleared, Question, Reply, Row
from vforlob.cli.ask.raekker import REMOVE
from vforlob.cli.ask.widget import Line, Widget
from vforlob.cli.layout import wrap
from vforlob.model.text import clean

ONLY_YOU = "Kun til dig"
SAVED = "Gemt."
LABEL = 36  # answers line up in this column
NARROW = 60
WIDEST = 80
_LONGEST_LABEL = 3  # lines; a longer question is printed, for a prompt cannot scroll
_COMMANDS = (":5 går til punkt 5", ":s springer punktet over", ":slet sletter svaret", ":p pause")


def was_saved(question: Question, before: Reply | None) -> bool:
    """Whether "Gemt." may be said at this question: the reply before it changed something that is now on the disk."""
    if isinstance(before, Answered):
        return question.saves and before.value is not None
    return question.saves and (isinstance(before, Cleared) or (isinstance(before, Row) and before.action == REMOVE))


def page_key(question: Question) -> tuple[str, str, str]:
    """Questions with the same key stand under one heading."""
    return question.page, question.heading, question.title


def heading_lines(question: Question, width: int) -> list[Line]:
    """The heading with the position on the right, the title, and what is already answered."""
    width = min(width, WIDEST) - 2
    heading = clean(question.heading, lines=False)
    if question.page == ALONE and not heading.startswith(ONLY_YOU):
        heading = f"{ONLY_YOU} · {heading}" if heading else ONLY_YOU
    position = clean(question.position, lines=False)
    found = [Line(f" {line}", "heading") for line in _with_position(heading, position, width)]
    title = clean(question.title, lines=False)
    if title and title != clean(question.heading, lines=False):
        found += [Line(f" {line}", "title") for line in wrap(title, width)]
    found += [
        Line(f" {line}") for text in question.shown for part in clean(text).split("\n") for line in _whole(part, width)
    ]
    return found


def _whole(line: str, width: int) -> list[str]:
    """A line that fits keeps its columns; one that does not is broken between words."""
    return [line] if len(line) <= width + 1 else wrap(line, width)


def _with_position(heading: str, position: str, width: int) -> list[str]:
    lines = wrap(heading, width) if heading else [""]
    room = width - len(lines[-1]) - len(position)
    if not position or room < 2:
        return [line for line in (*lines, position) if line]
    return [*lines[:-1], f"{lines[-1]}{' ' * room}{position}"]


def whole_question(question: Question, widget: Widget) -> str:
    """The question with what it is counted in, unless it says so itself; nothing when the title says it all."""
    text = clean(question.text).strip()
    suffix = clean(widget.suffix(), lines=False)
    if text == clean(question.title).strip():
        return f"({suffix})" if suffix else ""
    return f"{text} ({suffix})" if suffix and suffix.split(" ")[0] not in text.casefold().split() else text


class Label:
    """Where the question and its answer stand: side by side, or the answer under the question.

    `above` is printed before the prompt, `over` stands in it, `beside` is the start of the prompt's own line.
    """

    def __init__(self, question: Question, widget: Widget, width: int) -> None:
        whole = whole_question(question, widget)
        self.above: list[Line] = []
        self.over: list[Line] = []
        self.beside = " > "
        if not whole:
            return
        if width >= NARROW and not widget.multiline and len(whole) < LABEL - 1 and "\n" not in whole:
            self.beside = f" {whole:<{LABEL}}"
            return
        lines = [Line(f" {line}") for part in whole.split("\n") for line in wrap(part, min(width, WIDEST + 20) - 2)]
        if len(lines) > _LONGEST_LABEL:
            self.above = lines
        else:
            self.over = lines

    def answered(self, text: str, width: int) -> list[Line]:
        """The question with its answer, as they stay on the screen."""
        indent = len(self.beside)
        lines = [line for part in clean(text).split("\n") for line in wrap_keeping(part, max(10, width - indent - 1))]
        first = self.beside if not self.over and not self.above else " " * indent
        return [*self.over, *(Line((first if i == 0 else " " * indent) + line) for i, line in enumerate(lines))]


def wrap_keeping(text: str, width: int) -> list[str]:
    """Wrapped, but a line that fits stays as it was typed."""
    return [text] if len(text) <= width else wrap(text, width)


def last_lines(question: Question, width: int) -> list[Line]:
    """Last time's answer, dim."""
    text = clean(question.last).strip()
    if not text:
        return []
    parts = [line for part in f"Sidst: {text}".split("\n") for line in wrap(part, min(width, WIDEST + 20) - 2)]
    return [Line(f" {line}", "dim") for line in parts]


def help_lines(question: Question, widget: Widget, width: int, example: str = "") -> list[Line]:
    """What is asked for, and why."""
    width = min(width, WIDEST + 20) - 2
    asked = clean(question.help).strip() or example or widget.example
    found = [Line(f" {line}") for part in asked.split("\n") for line in wrap(part, width)]
    if question.why:
        found += [Line(f" {line}") for line in wrap(f"Hvorfor: {clean(question.why, lines=False).strip()}", width)]
    return found


def command_lines(width: int, back: str = "F3 tilbage") -> list[Line]:
    """The commands that the last line has no room for."""
    return [Line(line, "dim") for line in in_lines((back, *_COMMANDS), width)]


def key_lines(question: Question, widget: Widget, width: int, saved: bool) -> list[str]:
    """The last lines of the screen: what can be typed next. Broken between the keys, never inside one."""
    overview = [":o oversigt"] if question.position else []
    keys = [*([SAVED] if saved else []), *widget.hints, "F3 tilbage", *overview, ":p pause", "? hjælp"]
    return in_lines(keys, width)


def in_lines(items: Iterable[str], width: int) -> list[str]:
    """As many to a line as there is room for, never broken inside one."""
    lines: list[str] = []
    line = ""
    for item in items:
        grown = f"{line}   {item}" if line else f" {item}"
        if line and len(grown) >= width:
            lines.append(line)
            grown = f" {item}"
        line = grown
    return [*lines, line]
