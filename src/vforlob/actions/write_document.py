"""Where a file may be put: a plain name, in a folder that is there, never through a link. Knows no document."""

import os
import stat
from typing import Any

from vforlob.errors.base import VforlobError
from vforlob.errors.eksport import EndingOfAnother, NameRefused
from vforlob.errors.place import DiskFull, SymlinkRefused
from vforlob.errors.render import DocumentExists, DocumentNotWritten
from vforlob.model.text import REPLACED, clean
from vforlob.store.files import disk_problem

LONGEST = 200
# Windows keeps these for itself, whatever stands after a dot.
_TAKEN = frozenset(
    {"con", "prn", "aux", "nul", "conin$", "conout$", "clock$"}
    | {f"{port}{number}" for port in ("com", "lpt") for number in "0123456789¹²³"}
)
_NOT_IN_NAMES = frozenset('<>:"|?*\\')
# Other endings that mean the same.
_ALSO = {"htm": "html", "markdown": "md", "text": "txt"}
_ENDINGS = frozenset({"md", "html", "txt", "docx", "pdf", "json", "xlsx", "csv", "ics"})
# What opens in another program than it was made for, or is run instead of read.
_NEVER_OURS = frozenset(
    {"doc", "docm", "dot", "dotx", "odt", "rtf", "xls", "xlsm", "xlsb", "ods", "ppt", "pptx", "vcs", "eml", "msg"}
    | {"xml", "svg", "png", "jpg", "jpeg", "gif", "zip", "db", "exe", "com", "bat", "cmd", "scr", "ps1", "vbs", "js"}
    | {"lnk", "url", "hta", "msi", "sh", "py", "tmp"}
)


def target_for(typed: str, format_name: str, own_name: str) -> str:
    """The whole path of the file that `--ud` asks for; in a folder that is there it gets `own_name`. The folder is
    named without links above it, so that the file can be found again.
    """
    given = os.path.expanduser(typed)
    path = os.path.abspath(given)
    if given.endswith((os.sep, "/")) or (os.path.isdir(path) and not os.path.islink(path)):
        folder, name = path, own_name
    else:
        folder, name = os.path.split(path)
        _refuse_name(name, path)
        _refuse_ending(name, format_name)
    if not os.path.isdir(folder):
        raise DocumentNotWritten(path, "mappe")
    _refuse_link(os.path.join(folder, name), folder)
    real = os.path.realpath(folder)
    if not _can_be_registered(real):
        raise NameRefused(real, "mappe")
    return os.path.join(real, name)


def refuse_taken(path: str, overwrite: bool) -> None:
    """What stands there already is replaced only when that was asked for, and only when it is an ordinary file."""
    try:
        found = os.lstat(path)
    except OSError:
        return
    if stat.S_ISDIR(found.st_mode):
        raise DocumentNotWritten(path, "er_mappe")
    if not stat.S_ISREG(found.st_mode):
        raise SymlinkRefused(path)
    if not overwrite:
        raise DocumentExists(path)


def told(error: OSError | VforlobError, path: str) -> VforlobError:
    """What is said when the file could not be written."""
    if isinstance(error, FileExistsError):
        return DocumentExists(path)
    problem: Any = disk_problem(error) if isinstance(error, OSError) else error
    return DocumentNotWritten(path, "plads" if isinstance(problem, DiskFull) else "adgang")


def _can_be_registered(path: str) -> bool:
    """A name in other bytes than UTF-8 is known to the disk, but not to a database."""
    try:
        path.encode()
    except UnicodeEncodeError:
        return False
    return True


def _refuse_name(name: str, path: str) -> None:
    reason = ""
    if REPLACED in clean(name, lines=False) or not name.isprintable() or _NOT_IN_NAMES & set(name):
        reason = "tegn"
    elif name.partition(".")[0].rstrip().casefold() in _TAKEN:
        reason = "optaget"
    elif name != name.rstrip(". ") or not name.strip():
        reason = "slut"
    elif len(name.encode(errors="replace")) > LONGEST:
        reason = "lang"
    if reason:
        raise NameRefused(path, reason)


def _refuse_ending(name: str, format_name: str) -> None:
    ending = os.path.splitext(name)[1].removeprefix(".").casefold()
    ending = _ALSO.get(ending, ending)
    if ending in _ENDINGS | _NEVER_OURS and ending != format_name:
        raise EndingOfAnother(ending, format_name, is_ours=ending in _ENDINGS)


def _refuse_link(path: str, folder: str) -> None:
    """Neither the file nor the folder it lies in. What root has linked, as /tmp on a Mac, is as good as a folder."""
    if os.path.islink(path):
        raise SymlinkRefused(path)
    try:
        found = os.lstat(folder)
    except OSError:
        return
    is_systems = os.name == "posix" and found.st_uid == 0 and os.geteuid() != 0
    if stat.S_ISLNK(found.st_mode) and not is_systems:
        raise SymlinkRefused(folder)
