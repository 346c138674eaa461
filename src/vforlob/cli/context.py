"""What one run of the program stands on: the folder, the clock, whether anybody can be asked. Opens the store.

Knows no command. The rest of the program gets the time from here and from nowhere else.
"""

import os
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from datetime import date, datetime
from typing import TYPE_CHECKING, NamedTuple

from vforlob.cli.clock import fixed_clock, real_clock

if TYPE_CHECKING:
    from vforlob.store.store import Store


class GlobalOptions(NamedTuple):
    """What was taken off the line before the command was looked up."""

    mappe: str = ""
    enkel: bool = False
    uden_sporgsmal: bool = False
    fejlsog: bool = False


class Context(NamedTuple):
    """`now` is when the command began; `clock` gives the time of an event. `may_ask` is false without a terminal."""

    folder: str
    now: datetime
    clock: Callable[[], datetime]
    plain: bool
    may_ask: bool
    debug: bool

    @property
    def today(self) -> date:
        return self.now.date()


_options = GlobalOptions()
_context: Context | None = None


def begin(options: GlobalOptions) -> None:
    """A new run: what an earlier one in this process worked out is forgotten."""
    global _options, _context
    _options, _context = options, None


def context() -> Context:
    """Worked out when it is first asked for: help needs no folder and no clock."""
    global _context
    if _context is None:
        folder = data_folder()
        clock = fixed_clock(folder) or real_clock
        _context = Context(folder, clock(), clock, is_plain(), may_ask(), _options.fejlsog)
    return _context


def use_folder(folder: str) -> None:
    """The rest of this run works in another data folder: the demo has one of its own."""
    global _options, _context
    _options, _context = _options._replace(mappe=folder), None


def is_folder_given() -> bool:
    return bool(_options.mappe or os.environ.get("VFORLOB_MAPPE", ""))


def in_folder(line: str) -> str:
    """The line as it is typed to go on in the folder that --mappe named."""
    if not _options.mappe:
        return line
    folder = _options.mappe
    if (
        not folder.replace("/", "a").replace("_", "a").replace("-", "a").replace(".", "a").isalnum()
        or not folder.isascii()
    ):
        from shlex import quote  # only where a folder was named, and in other letters than most

        folder = quote(folder)
    return f"{line} --mappe {folder}"


def data_folder() -> str:
    given = _options.mappe or os.environ.get("VFORLOB_MAPPE", "")
    return os.path.abspath(os.path.expanduser(given)) if given else _usual_folder()


def is_plain() -> bool:
    return _options.enkel or any(_is_on(name) for name in ("VFORLOB_ENKEL", "ACCESSIBLE"))


def may_ask() -> bool:
    streams = (sys.stdin, sys.stdout)
    return not _options.uden_sporgsmal and all(stream is not None and stream.isatty() for stream in streams)


def is_told_not_to_ask() -> bool:
    """By --uden-spørgsmål; without a terminal nobody can be asked either, but nobody has said yes."""
    return _options.uden_sporgsmal


def may_ask_for_secret() -> bool:
    """The passphrase is asked on the terminal itself, so a list may go to a file meanwhile."""
    streams = (sys.stdin, sys.stderr)
    return not _options.uden_sporgsmal and all(stream is not None and stream.isatty() for stream in streams)


def is_debugging() -> bool:
    return _options.fejlsog


@contextmanager
def open_store(*, look_through: bool = True) -> "Iterator[Store]":
    """The store of the data folder. Asks for the passphrase where one is needed. Without `look_through` whoever asks
    for it sees to refuse_damaged himself, before anything is written.
    """
    from vforlob.cli.unlock import find_key  # a command that opens nothing does without
    from vforlob.store.open import open_store as open_in  # likewise
    from vforlob.store.wholeness import refuse_damaged  # likewise

    current = context()
    with open_in(current.folder, find_key(current), current.clock) as store:
        if look_through:
            refuse_damaged(store)
        _sweep(store)
        yield store
        _keep_months(store)


def _keep_months(store: "Store") -> None:
    """After the work, so that nobody waits for it. What cannot be written now is done the next time."""
    from vforlob.store.open import has_dated_back, has_month  # loaded with the store

    if has_month(store) and not has_dated_back(store):
        return
    from vforlob.actions.months import keep_months  # once a month, and when something was dated back
    from vforlob.errors.base import VforlobError  # likewise

    with suppress(VforlobError):
        keep_months(store)


def _sweep(store: "Store") -> None:
    """What a killed export left half made. Looked for here rather than by its own module: this is every start."""
    try:
        if not any(name.startswith("arbejde-") for name in os.listdir(os.path.join(store.folder, "tmp"))):
            return
    except OSError:
        return
    from vforlob.actions.leftovers import sweep  # only after a mishap, or while another window makes a file
    from vforlob.errors.base import VforlobError  # likewise

    with suppress(VforlobError, OSError):  # what cannot be taken away now waits for the next start
        sweep(store)


def _usual_folder() -> str:
    if os.name == "posix" and sys.platform != "darwin":
        # Three lines of platformdirs, which would cost as much as the rest of the start
        shared = os.environ.get("XDG_DATA_HOME", "")
        return os.path.join(shared if os.path.isabs(shared) else os.path.expanduser("~/.local/share"), "vforlob")
    from platformdirs import user_data_dir  # knows the rules of Windows and macOS

    return user_data_dir("vforlob", appauthor=False)


def _is_on(name: str) -> bool:
    return os.environ.get(name, "") not in ("", "0")
