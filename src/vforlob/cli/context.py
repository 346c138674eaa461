"""What one run of the program stands on: the folder, the clock, whether anybody can be asked. Opens the store.

Knows no command. The rest of the program gets the time from here and from nowhere else.
"""

import os
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from datetime import UTC, date, datetime, timedelta
from typing import TYPE_CHECKING, NamedTuple

from vforlob.cli.clock import fixed_clock, real_clock
from vforlob.errors.base import VforlobError

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


_OLD = timedelta(hours=20)
_DEMO = "demo.noegle"  # everything there is made up, and made again by one command
_options = GlobalOptions()
_context: Context | None = None
_command: str | None = None
# A store that was only read, and the command that read it: what is to be done with it waits until she sees her screen.
_left: "tuple[Store, str | None] | None" = None


def begin(options: GlobalOptions) -> None:
    """A new run: what an earlier one in this process worked out is forgotten."""
    global _options, _context, _command
    _options, _context, _command = options, None, None


def run_as(command: str | None) -> str | None:
    """From here on it is that command that reads; the one that it was is given back."""
    global _command
    before, _command = _command, command
    return before


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
    return f"{line} --mappe {as_typed(_options.mappe)}"


def as_typed(path: str) -> str:
    """A path as one word of a line that is copied into a shell."""
    if path.isascii() and path.replace("/", "a").replace("_", "a").replace("-", "a").replace(".", "a").isalnum():
        return path
    from shlex import quote  # only where a path is in other letters than most

    return quote(path)


def data_folder() -> str:
    given = _options.mappe or os.environ.get("VFORLOB_MAPPE", "")
    return os.path.abspath(os.path.expanduser(given)) if given else usual_folder()


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

    finish()
    current = context()
    store = open_in(current.folder, find_key(current), current.clock)
    try:
        if look_through:
            refuse_damaged(store)
        _sweep(store)
        yield store
    except BaseException as error:
        with store:
            note_access(store, error)
        raise
    _leave(store)


def _leave(store: "Store") -> None:
    """What was written is settled at once; after a look she sees it first. Outside a run nobody comes back to it."""
    global _left
    _left = (store, _command)
    if store.has_written or _command is None:
        finish()


def finish() -> None:
    """With the store that was read last: the access log, the figures of the month, a copy."""
    global _left
    (store, command), _left = _left or (None, None), None
    if store is None:
        return
    before = run_as(command)
    try:
        with store:
            note_access(store)
            _keep_months(store)
            with suppress(VforlobError):  # a disk that cannot be read now: the next command makes the copy
                _keep_copy(store)
    finally:
        run_as(before)


def note_access(store: "Store", error: BaseException | None = None) -> None:
    """What was looked at until now, for the access log."""
    from vforlob.cli.access import note_run  # loaded when the screen stands there

    note_run(store, _command, error)


def _keep_months(store: "Store") -> None:
    """After the work, so that nobody waits for it. What cannot be written now is done the next time."""
    from vforlob.store.open import has_dated_back, has_month  # loaded with the store

    if has_month(store) and not has_dated_back(store):
        return
    from vforlob.actions.months import keep_months  # once a month, and when something was dated back

    with suppress(VforlobError):
        keep_months(store)


def _keep_copy(store: "Store") -> None:
    """After the work, likewise: when a samtale was finished, or the newest copy is old and something is new."""
    if (store.wants_copy or _is_copy_old(store)) and not os.path.exists(os.path.join(store.folder, _DEMO)):
        from vforlob.cli.copy_kept import keep_copy  # hardly ever more than once a day

        keep_copy(store)


def _is_copy_old(store: "Store") -> bool:
    """By the names in kopier/: the moment a copy was made, and the newest event in it."""
    try:
        newest = max(
            (name for name in os.listdir(os.path.join(store.folder, "kopier")) if name.endswith(".db")), default=""
        )
    except OSError:
        newest = ""
    now = store.now().astimezone(UTC)
    early, late = ((now + hours).strftime("%Y-%m-%dT%H%M%SZ") for hours in (-_OLD, _OLD))
    if early <= newest[:18] <= late:
        return False
    ends = "SELECT (SELECT tid_utc FROM haendelse WHERE nr = 1), (SELECT max(nr) FROM haendelse)"
    first, last = store.rows(ends)[0]
    began = newest or (first or late).replace(":", "")
    return not early <= began[:18] <= late and newest[18:25] != f"_{last or 0:06d}"


def _sweep(store: "Store") -> None:
    """What a killed export left half made. Looked for here rather than by its own module: this is every start."""
    try:
        names = os.listdir(os.path.join(store.folder, "tmp"))
    except OSError:
        return
    if "sletning-i-gang" in names:
        from vforlob.cli.slet_finish import finish_now  # only after a deletion that was interrupted

        finish_now(store)
    if not any(name.startswith("arbejde-") for name in names):
        return
    from vforlob.actions.leftovers import sweep  # only after a mishap, or while another window makes a file

    with suppress(VforlobError, OSError):  # what cannot be taken away now waits for the next start
        sweep(store)


def usual_folder() -> str:
    if os.name == "posix" and sys.platform != "darwin":
        # Three lines of platformdirs, which would cost as much as the rest of the start
        shared = os.environ.get("XDG_DATA_HOME", "")
        return os.path.join(shared if os.path.isabs(shared) else os.path.expanduser("~/.local/share"), "vforlob")
    from platformdirs import user_data_dir  # knows the rules of Windows and macOS

    return user_data_dir("vforlob", appauthor=False)


def _is_on(name: str) -> bool:
    return os.environ.get(name, "") not in ("", "0")
