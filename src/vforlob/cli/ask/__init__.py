"""The way to somebody who answers: a terminal with keys, or plain lines. Loads neither before it is needed."""

from typing import Protocol

from vforlob.actions.asking import SHARED, Ask, Question, Reply
from vforlob.model.text import clean


class _HasPlain(Protocol):
    @property
    def plain(self) -> bool: ...


def asker(how: "bool | _HasPlain", before: str = SHARED) -> Ask:
    """Who asks. `how` is the context, or whether plain lines are wanted.

    `before` is ALONE when what stands on the screen now is only for the konsulent: then it is wiped away before the
    first question that everybody may see.
    """
    return _Asker(how if isinstance(how, bool) else how.plain, before)


def preload(*modules: str) -> None:
    """Load prompt_toolkit, and then these modules of ours, beside whatever the consultant is reading, so that the
    first prompt need not wait for them.
    """
    # threading is loaded here, in the main thread: loaded first by another one, it would take that for the main one.
    from threading import Thread

    Thread(target=_load, args=modules, daemon=True).start()


def read_line_plainly(prompt: str) -> str:
    """One line without prompt_toolkit: for "Enter begynder". Ctrl-C and Ctrl-D raise as input() does."""
    return clean(input(clean(prompt)))


def is_typed_within(seconds: float) -> bool:
    """Whether something is typed that soon: then nobody is reading what stands there. Keys are taken meanwhile."""
    import select
    import sys

    try:
        return bool(select.select([sys.stdin], [], [], seconds)[0])
    except (OSError, ValueError, TypeError):  # no terminal of that kind, as on Windows, or no stdin
        return False


class _Asker:
    """Chooses at the first question: before it, prompt_toolkit may still be loading."""

    def __init__(self, plain: bool, before: str) -> None:
        self._plain, self._before = plain, before
        self._ask: Ask | None = None

    def __call__(self, question: Question) -> Reply:
        if self._ask is None:
            self._ask = self._plain_lines() if self._plain or _is_dumb() else self._terminal()
        return self._ask(question)

    def _plain_lines(self) -> Ask:
        from vforlob.cli.ask.plain import Plain  # late: with keys it is not needed

        return Plain(self._before)

    def _terminal(self) -> Ask:
        from vforlob.cli.ask.terminal import Terminal  # late: prompt_toolkit costs ten times the rest of the start

        try:
            return Terminal(self._before)
        except Exception:  # mintty and the like have no console that prompt_toolkit could draw on
            return self._plain_lines()


def _is_dumb() -> bool:
    import os  # late: only at the first question

    return os.name == "posix" and os.environ.get("TERM", "") in ("", "dumb")


def _load(*modules: str) -> None:
    import sys

    # asyncio loads TLS where it can, a twentieth of the wait; this program never talks to a network.
    has_tls = sys.modules.setdefault("ssl", None) is not None  # type: ignore[arg-type]
    try:
        from importlib import import_module  # prompt_toolkit loads it in any case

        for name in ("vforlob.cli.ask.terminal", "vforlob.rules.dates", "vforlob.rules.numbers", *modules):
            import_module(name)
    except ImportError:  # said properly when it is asked for
        return
    finally:
        if not has_tls:
            del sys.modules["ssl"]
