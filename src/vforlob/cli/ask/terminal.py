"""Ask one question after another at a terminal. Knows no samtale: a Question comes in, a Reply goes out."""

import signal
from asyncio import AbstractEventLoop, get_running_loop
from typing import Any

from prompt_toolkit.input import Input, create_input
from prompt_toolkit.output import Output, create_output
from prompt_toolkit.renderer import print_formatted_text

from vforlob.actions.asking import ALONE, SHARED, Answered, Cleared, Question, Reply, Row
from vforlob.cli.ask.keys import bind, leave, write
from vforlob.cli.ask.page import command_lines, heading_lines, help_lines, page_key, was_saved
from vforlob.cli.ask.screen import LOW, STYLE, Screen
from vforlob.cli.ask.state import Asked
from vforlob.cli.ask.widget import Line

_HANGUPS = tuple(getattr(signal, name) for name in ("SIGHUP", "SIGTERM") if hasattr(signal, name))
_GOES_ON = (Answered, Cleared, Row)


class Terminal:
    """Called with a question. `before` is who could see what stands on the screen already."""

    def __init__(self, before: str = SHARED, source: Input | None = None, output: Output | None = None) -> None:
        self._output = output or _quiet(create_output())
        self._screen = Screen(source or create_input(), self._output, bind(lambda: self._screen), self._on_change)
        self._loop: AbstractEventLoop | None = None
        self._page: tuple[str, str, str] | None = None
        self._before = before
        self._last: Reply | None = None

    def __call__(self, question: Question) -> Reply:
        size = self._output.get_size()
        width = size.columns
        asked = Asked(question, width, size.rows, was_saved(question, self._last))
        try:
            self._turn_page(question, width)
            self._print(asked.above)
            self._last = self._answer(asked, width)
            self._print(_result(asked, self._last, width))
        except OSError:  # the window is gone; what was typed is kept, and nobody is there to be told
            self._last = asked.interrupted()
        return self._last

    def _answer(self, asked: Asked, width: int) -> Reply:
        screen = self._screen
        screen.asked = asked
        screen.buffer.reset()
        write(screen, asked.answering.start)
        while True:
            reply = self._run(asked)
            if reply is not None:
                return reply
            self._print(help_lines(asked.question, asked.widget, width))
            if self._output.get_size().rows >= LOW:
                self._print(command_lines(width))

    def _run(self, asked: Asked) -> Reply | None:
        """Until a key ends it; None when help was asked for."""
        before = {number: signal.getsignal(number) for number in _HANGUPS}
        try:
            reply = self._screen.app.run(pre_run=lambda: self._listen(asked, before))
        except (EOFError, KeyboardInterrupt):
            reply = asked.interrupted()
        finally:
            self._loop = None
            _restore(before)
        if not isinstance(reply, _GOES_ON) and reply is not None:
            asked.keep_draft()
        asked.drafts.stop()
        return reply

    def _listen(self, asked: Asked, before: dict[int, Any]) -> None:
        """A closed window ends the prompt as Ctrl-C does, with the last key kept."""
        self._loop = get_running_loop()
        for number in _HANGUPS:
            if before[number] is signal.SIG_IGN:
                continue
            try:
                self._loop.add_signal_handler(number, self._hang_up, asked)
            except (NotImplementedError, RuntimeError, ValueError):
                return  # Windows, or a thread of its own: there the draft is kept every second all the same

    def _hang_up(self, asked: Asked) -> None:
        if not self._screen.app.is_done:
            leave(self._screen, asked.interrupted())

    def _on_change(self) -> None:
        asked, buffer = self._screen.asked, self._screen.buffer
        if self._loop is None:
            return  # the prompt is being set up, nobody typed
        back = asked.prefill.after_deletion(buffer.text)
        if back is not None:
            write(self._screen, back)
        loop = self._loop
        asked.changed(buffer.text, lambda seconds: loop.call_later(seconds, asked.keep_draft))

    def _turn_page(self, question: Question, width: int) -> None:
        """A heading where a new point begins or one comes back to; what only the konsulent may see is wiped away
        before anybody else looks at the screen.
        """
        if self._before == ALONE and question.page == SHARED:
            clear_screen(self._output)
        elif self._page == page_key(question) and isinstance(self._last, _GOES_ON):
            return
        else:
            self._print([Line("")])
        self._before, self._page = question.page, page_key(question)
        self._print([*heading_lines(question, width), Line("")])

    def _print(self, lines: list[Line]) -> None:
        if not lines:
            return
        text = [*self._screen.painted(lines), ("", "\n")]
        print_formatted_text(self._output, text, STYLE, color_depth=self._screen.app.color_depth)


def clear_screen(output: Output) -> None:
    """The screen and what can be scrolled back to: a borger must not find the briefing above her own page."""
    output.erase_screen()
    output.cursor_goto(0, 0)
    if type(output).__name__ != "Win32Output":  # the console before Windows 10 knows no escape sequences
        output.write_raw("\x1b[3J")
    output.flush()


def _result(asked: Asked, reply: Reply, width: int) -> list[Line]:
    """The question with its answer; nothing for a step elsewhere."""
    shown = asked.widget.shown(reply) if isinstance(reply, _GOES_ON) else ""
    return asked.label.answered(shown, width) if shown else []


def _quiet(output: Output) -> Output:
    """No question about the cursor's place: the reply could be taken for typed text, a silent terminal is
    told off in English, and nothing here needs to know.
    """
    if hasattr(output, "enable_cpr"):
        output.enable_cpr = False
    return output


def _restore(before: dict[int, Any]) -> None:
    for number, handler in before.items():
        if handler is not None and signal.getsignal(number) is not handler:
            try:
                signal.signal(number, handler)
            except ValueError:  # not the main thread: nothing was changed either
                return
