"""What happens when a run ends early: a Danish sentence, an exit code, a technical line in the log.

Nothing here ever shows a message or a value of an unexpected error: they may hold what was said at a meeting.
"""

import errno
import os
import sys
from contextlib import suppress
from types import TracebackType
from typing import NamedTuple

from vforlob.cli.show import err
from vforlob.cli.stopping import Stopped
from vforlob.errors.base import ExitCode, VforlobError

_FULL = {errno.ENOSPC, errno.EROFS, getattr(errno, "EDQUOT", errno.ENOSPC)}
_LOG_LIMIT = 200_000  # bytes; then it begins again, for a log without an end is a record nobody asked for
# Never through a link to somewhere else, and never waiting for whoever reads a pipe.
_APPENDING = os.O_WRONLY | os.O_APPEND | os.O_CREAT | getattr(os, "O_NOFOLLOW", 0) | getattr(os, "O_NONBLOCK", 0)
_OWN = os.path.dirname(os.path.dirname(os.path.abspath(__file__)))


class Frame(NamedTuple):
    """`text` is file:line:function."""

    is_own: bool
    text: str


def after(error: BaseException) -> int:
    """The exit code for what ended the run. The sentence has been said."""
    if isinstance(error, BrokenPipeError):
        return _reader_went_away()
    if isinstance(error, SystemExit | GeneratorExit):
        raise error
    code = _tell(error)
    if _is_debugging():
        err("\n".join(f"  {frame.text}" for frame in frames(error.__traceback__)))
    return int(code)


def _tell(error: BaseException) -> int:
    if isinstance(error, Stopped):
        return ExitCode.INTERRUPTED
    if isinstance(error, KeyboardInterrupt | EOFError):
        err("Afbrudt. Det, der var gemt, er der stadig.")
        return ExitCode.INTERRUPTED
    if isinstance(error, VforlobError):
        return _explained(error)
    if isinstance(error, OSError) and error.errno in _FULL:
        err("Disken er fuld eller skrivebeskyttet. Det sidste er ikke gemt.")
        err("Frigør plads, og prøv igen.")
        return ExitCode.DISK
    return _unexpected(error)


def _explained(error: VforlobError) -> int:
    from vforlob.cli.explain.registry import explain  # a broken pipe needs none of it

    try:
        sentences = explain(error)
    except Exception as in_explaining:
        return _unexpected(in_explaining)
    for sentence in sentences:
        err(sentence)
    return error.exit_code


def _unexpected(error: BaseException) -> ExitCode:
    where = _log(error)
    err("Der skete noget, som vforlob ikke er forberedt på. Det, der var gemt, er der stadig.")
    if where:
        err(f"Stedet i programmet er noteret i {where}, uden oplysninger om nogen.")
    else:
        err("Prøv igen med --fejlsøg for at se stedet i programmet, uden oplysninger om nogen.")
    return ExitCode.PROBLEM


def frames(traceback: TracebackType | None) -> list[Frame]:
    """Every frame, innermost last. Our own files are named from the package down, others by their name alone."""
    found = []
    while traceback is not None:
        code = traceback.tb_frame.f_code
        is_own = code.co_filename.startswith(_OWN)
        file = os.path.relpath(code.co_filename, _OWN) if is_own else os.path.basename(code.co_filename)
        found.append(Frame(is_own, f"{file}:{traceback.tb_lineno}:{code.co_name}"))
        traceback = traceback.tb_next
    return found


def _log(error: BaseException) -> str:
    """One line in the folder's log; the path, or nothing where there is no folder to write in."""
    from vforlob.cli.context import data_folder  # a log that cannot be found must not hide the first error

    folder = os.path.join(data_folder(), "log")
    if not os.path.isdir(os.path.dirname(folder)):
        return ""
    path = os.path.join(folder, "vforlob.log")
    try:
        os.makedirs(folder, mode=0o700, exist_ok=True)
        if os.path.exists(path) and os.path.getsize(path) > _LOG_LIMIT:
            os.remove(path)
        with open(os.open(path, _APPENDING, 0o600), "a", encoding="utf-8") as log:
            log.write(
                f"{_stamp()} {_kind(error)} {' '.join(f.text for f in frames(error.__traceback__) if f.is_own)}\n"
            )
    except OSError:
        return ""
    return path


def _kind(error: BaseException) -> str:
    """The type, and for the operating system's errors their number; never the message."""
    number = f"({error.errno})" if isinstance(error, OSError) else ""
    return f"{type(error).__name__}{number}"


def _stamp() -> str:
    from vforlob.cli.clock import real_clock  # only here

    return real_clock().isoformat(timespec="seconds")


def _is_debugging() -> bool:
    from vforlob.cli.context import is_debugging  # only here

    return is_debugging()


def _reader_went_away() -> int:
    """`vforlob liste | head`: whoever read has enough. Python must not complain about it once more at exit."""
    with suppress(OSError, ValueError):
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
    return 0
