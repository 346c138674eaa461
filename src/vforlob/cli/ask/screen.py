"""The prompt as prompt_toolkit draws it: one application, made once and used for every question. Knows no keys.

Not questionary: its select takes neither a typed letter and Enter nor a command.
"""

from collections.abc import Callable

from prompt_toolkit.application import Application
from prompt_toolkit.buffer import Buffer
from prompt_toolkit.data_structures import Point
from prompt_toolkit.filters import Condition
from prompt_toolkit.formatted_text import StyleAndTextTuples
from prompt_toolkit.input import Input
from prompt_toolkit.key_binding import KeyBindings
from prompt_toolkit.layout import BufferControl, ConditionalContainer, FormattedTextControl, HSplit, Layout, Window
from prompt_toolkit.layout.containers import VerticalAlign
from prompt_toolkit.layout.dimension import Dimension
from prompt_toolkit.layout.processors import TabsProcessor
from prompt_toolkit.output import Output
from prompt_toolkit.styles import Style

from vforlob.actions.asking import Reply
from vforlob.cli.ask.glyphs import can_encode, twin
from vforlob.cli.ask.page import key_lines, wrap_keeping
from vforlob.cli.ask.state import Asked
from vforlob.cli.ask.widget import Line

# Colours only repeat what the words say, and no background is touched: the consultant chose hers.
STYLE = Style.from_dict(
    {
        "heading": "dim",
        "title": "bold",
        "pointed": "bold",
        "dim": "dim",
        "refused": "ansired",
        "echo": "bold",
        "keys": "dim",
        "fresh": "dim",
        "prompt": "nodim",
    }
)
TOO_SMALL = " Gør vinduet lidt større."
LOW = 16  # rows; below that no empty line is spent


class PromptApplication(Application[Reply | None]):
    """An unexpected error ends the prompt and is told by the one place that tells errors, not here in English."""

    def _handle_exception(self, _loop: object, context: dict[str, object]) -> None:
        error = context.get("exception")
        if self.is_running and not self.is_done and isinstance(error, BaseException):
            self.exit(exception=error)


class Screen:
    """`asked` is the question on the screen."""

    def __init__(self, source: Input, output: Output, keys: KeyBindings, on_change: Callable[[], None]) -> None:
        self.asked: Asked
        self.output = output
        self.drawable = can_encode(output.encoding())
        self.buffer = Buffer(multiline=Condition(lambda: self.asked.widget.multiline))
        self.buffer.on_text_changed += lambda _buffer: on_change()
        self.buffer.on_cursor_position_changed += lambda _buffer: self.asked.prefill.touch()
        self.app = PromptApplication(
            layout=Layout(self._container()),
            style=STYLE,
            include_default_pygments_style=False,
            key_bindings=keys,
            erase_when_done=True,
            terminal_size_polling_interval=None,
            input=source,
            output=output,
        )
        self.app.ttimeoutlen = 0.05  # an Escape alone waits no longer than it must

    @property
    def width(self) -> int:
        return self.output.get_size().columns

    def painted(self, lines: list[Line]) -> StyleAndTextTuples:
        """Plain (style, text) tuples: what was typed is never read as markup."""
        joined: StyleAndTextTuples = []
        for index, line in enumerate(lines):
            text = twin(line.text, self.drawable)
            joined.append((f"class:{line.style}" if line.style else "", f"\n{text}" if index else text))
        return joined

    def _container(self) -> HSplit:
        prompt = Window(
            BufferControl(self.buffer, input_processors=[TabsProcessor(char1=" ", char2=" ")]),
            wrap_lines=True,
            dont_extend_height=True,
            height=Dimension(min=1),
            get_line_prefix=self._line_prefix,
            style=lambda: "class:fresh" if self.asked.prefill.untouched and self.asked.prefill.replaces else "",
        )
        return HSplit(
            [
                self._lines(lambda: self.asked.label.over),
                prompt,
                self._lines(self._choices, self._pointed),
                self._lines(self._below),
                self._lines(self._keys),
            ],
            align=VerticalAlign.TOP,
            window_too_small=Window(FormattedTextControl(TOO_SMALL)),
        )

    def _lines(self, get: Callable[[], list[Line]], at: Callable[[], int] | None = None) -> ConditionalContainer:
        control = FormattedTextControl(
            lambda: self.painted(get()),
            get_cursor_position=(lambda: Point(0, at())) if at else None,
            show_cursor=False,
        )
        window = Window(control, wrap_lines=True, dont_extend_height=True)
        return ConditionalContainer(window, Condition(lambda: bool(get())))

    def _line_prefix(self, line: int, wrapped: int) -> StyleAndTextTuples:
        beside = self.asked.label.beside
        text = beside if line == 0 and wrapped == 0 else " " * len(beside)
        return [("class:prompt", twin(text, self.drawable))]

    def _choices(self) -> list[Line]:
        return [Line(f" {line.text}", line.style) for line in self.asked.widget.lines(self.buffer.text)]

    def _pointed(self) -> int:
        return self.asked.widget.pointed(self.buffer.text)

    def _below(self) -> list[Line]:
        """What is wrong, else what the text would be taken for; then last time's answer."""
        found: list[Line] = []
        if self.asked.message:
            found = [Line(f" {line}", "refused") for line in wrap_keeping(self.asked.message, self.width - 2)]
        elif echo := self.asked.widget.echo(self.buffer.text):
            found = [Line(f" {line}", "echo") for line in wrap_keeping(echo, self.width - 2)]
        return [*found, *self.asked.last]

    def _keys(self) -> list[Line]:
        asked = self.asked
        lines = key_lines(asked.question, asked.widget, self.width, asked.saved)
        gap = [] if self.output.get_size().rows < LOW else [Line("")]
        return [*gap, *(Line(line, "keys") for line in lines)]
