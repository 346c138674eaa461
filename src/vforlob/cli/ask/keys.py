"""What each key does at a prompt. Knows no layout; what the keys change is in `state`.

No letter is an answer: everything typed waits for Enter, so that nothing spills into the next question.
"""

from collections.abc import Callable
from typing import TYPE_CHECKING

from prompt_toolkit.filters import Condition
from prompt_toolkit.key_binding import KeyBindings, KeyPressEvent
from prompt_toolkit.keys import Keys

from vforlob.actions.asking import Back, Reply

if TYPE_CHECKING:
    from vforlob.cli.ask.screen import Screen

# Bound by prompt_toolkit to things nobody here asks for: raw control characters, searching, marking.
_UNUSED = ("c-z", "c-q", "c-r", "c-s", "c-x", "c-o", "c-v", "c-g", "c-@", "c-\\", "c-up", "c-down")
_PAGE = 10


def bind(get_screen: Callable[[], "Screen"]) -> KeyBindings:
    """`get_screen`, because the screen is made with these keys."""
    keys = KeyBindings()
    _bind_endings(keys, get_screen)
    _bind_typing(keys, get_screen)
    _bind_moving(keys, get_screen)
    for name in _UNUSED:
        keys.add(name)(_nothing)
    return keys


def _bind_endings(keys: KeyBindings, get_screen: Callable[[], "Screen"]) -> None:
    @keys.add("enter")
    @keys.add("c-j")  # Enter from a terminal in line mode, typed before the prompt stood there
    @keys.add("f2")
    def _(_event: KeyPressEvent) -> None:
        enter(get_screen())

    @keys.add("f1")
    def _(_event: KeyPressEvent) -> None:
        get_screen().app.exit(result=None)

    @keys.add("f3")
    def _(_event: KeyPressEvent) -> None:
        leave(get_screen(), Back())

    @keys.add("c-c")
    @keys.add("c-d")
    @keys.add("<sigint>")
    def _(_event: KeyPressEvent) -> None:
        leave(get_screen(), get_screen().asked.interrupted())


def _bind_typing(keys: KeyBindings, get_screen: Callable[[], "Screen"]) -> None:
    multiline = Condition(lambda: get_screen().asked.widget.multiline)

    @keys.add(Keys.Any)
    @keys.add(Keys.BracketedPaste)
    def _(event: KeyPressEvent) -> None:
        insert(get_screen(), event.data)

    @keys.add("f4", filter=multiline)
    @keys.add("escape", "enter", filter=multiline)
    def _(_event: KeyPressEvent) -> None:
        insert(get_screen(), "\n")

    @keys.add("tab", filter=multiline)
    def _(_event: KeyPressEvent) -> None:
        insert(get_screen(), "\t")

    @keys.add("tab", filter=~multiline)
    @keys.add("s-tab")
    def _(_event: KeyPressEvent) -> None:
        """A tab completes nothing here."""

    ticks = Condition(lambda: not get_screen().buffer.text)

    @keys.add(" ", filter=ticks)
    def _(event: KeyPressEvent) -> None:
        if not get_screen().asked.widget.tick():
            insert(get_screen(), event.data)


def _bind_moving(keys: KeyBindings, get_screen: Callable[[], "Screen"]) -> None:
    moves = Condition(lambda: get_screen().asked.widget.moves)

    def step(name: str, by: int) -> None:
        @keys.add(name, filter=moves)
        def _(_event: KeyPressEvent) -> None:
            screen = get_screen()
            screen.buffer.reset()
            screen.asked.widget.move(by)

    for name, by in (("up", -1), ("down", 1), ("pageup", -_PAGE), ("pagedown", _PAGE)):
        step(name, by)

    untouched = Condition(lambda: get_screen().asked.prefill.untouched)

    @keys.add("right", filter=untouched)
    @keys.add("end", filter=untouched)
    def _(_event: KeyPressEvent) -> None:
        get_screen().asked.prefill.touch()


def _nothing(_event: KeyPressEvent) -> None:
    """The key is taken, so that nothing else takes it."""


def insert(screen: "Screen", characters: str) -> None:
    asked, buffer = screen.asked, screen.buffer
    text = asked.insertable(characters)
    whole = asked.prefill.typed(buffer.text, text)
    if whole is None:
        buffer.insert_text(text)
    else:
        write(screen, whole)


def write(screen: "Screen", text: str) -> None:
    """Put `text` at the prompt in place of what stood there, the cursor at its end. That is no touch by a person."""
    untouched = screen.asked.prefill.untouched
    screen.buffer.text = text
    screen.buffer.cursor_position = len(text)
    screen.asked.prefill.untouched = untouched


def enter(screen: "Screen") -> None:
    turn = screen.asked.enter(screen.buffer.text)
    if turn.reply is not None:
        leave(screen, turn.reply)
        return
    if turn.text is not None:
        write(screen, turn.text)
    if turn.help:
        screen.app.exit(result=None)
    screen.asked.message = turn.message  # after the text, for a change of text takes the message away


def leave(screen: "Screen", reply: Reply) -> None:
    screen.app.exit(result=reply)
