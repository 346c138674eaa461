"""The six things that must stand being interrupted. Says TOLD where the consultant is told that it is done."""

import os
from collections.abc import Callable, Sequence
from contextlib import suppress
from datetime import UTC, datetime

from meeting_process import ACK_FIRST, KEY, hold_meetings, say

from vforlob.actions.restore import restore, wanted_for
from vforlob.errors.base import VforlobError
from vforlob.store import migrate, migrations, wal, wrapping  # noqa: F401 - read once, before there are processes
from vforlob.store.copied_envelopes import renew_envelopes
from vforlob.store.copies import list_copies, make_copy
from vforlob.store.erasing import erase_borger, scrub
from vforlob.store.key import change_passphrase, unlock_with_passphrase
from vforlob.store.open import open_store

ANSWERS = 6
TOLD = "TOLD"
DAY = "2026-11-20"
_NO_FILE = 999
BEFORE, AFTER = "den gamle sætning", "den nye sætning"


def now() -> datetime:
    return datetime(2026, 11, 20, 12, tzinfo=UTC)


def meet(folder: str) -> None:
    hold_meetings(folder, ANSWERS, [])


def meet_and_say_too_early(folder: str) -> None:
    hold_meetings(folder, ANSWERS, [ACK_FIRST])


def upgrade(folder: str) -> None:
    open_store(folder, KEY, now).close()


def delete(folder: str) -> None:
    with open_store(folder, KEY, now) as store:
        erase_borger(store, 1, DAY)
        scrub(store)


def copy(folder: str) -> None:
    with open_store(folder, KEY, now) as store:
        make_copy(store)


def bring_back(folder: str) -> None:
    restore(folder, wanted_for(folder, list_copies(folder)[0].path), KEY, now)


def change_key(folder: str) -> None:
    change_passphrase(folder, unlock_with_passphrase(folder, BEFORE), AFTER)
    if renew_envelopes(folder).left:
        say("LEFT")


OPERATIONS: dict[str, Callable[[str], None]] = {
    "samtale": meet,
    "for tidligt": meet_and_say_too_early,
    "opgradering": upgrade,
    "sletning": delete,
    "kopi": copy,
    "gendannelse": bring_back,
    "adgang": change_key,
}


# The same calls to no avail: whoever counts the calls of this process can be made to count from anywhere.
_IN_VAIN: dict[str, Callable[[], object]] = {
    "pwrite64": lambda: os.pwrite(_NO_FILE, b"", 0),
    "write": lambda: os.write(_NO_FILE, b""),
    "ftruncate": lambda: os.ftruncate(_NO_FILE, 0),
    "fsync": lambda: os.fsync(_NO_FILE),
    "fdatasync": lambda: os.fdatasync(_NO_FILE),
    "mkdir": lambda: os.mkdir(""),
    "link": lambda: os.link("", ""),
    "rename": lambda: os.rename("", ""),
    "unlink": lambda: os.unlink(""),
    "unlinkat": lambda: os.unlink("", dir_fd=_NO_FILE),
}


def main(argv: Sequence[str]) -> int:
    """NAME FOLDER, then "pwrite64=12": twelve of these before anything else."""
    name, folder = argv[:2]
    os.umask(0o077)
    for call, _, times in (each.partition("=") for each in argv[2:]):
        for _ in range(int(times)):
            with suppress(OSError):
                _IN_VAIN[call]()
    try:
        OPERATIONS[name](folder)
    except VforlobError as error:
        os.writev(2, [f"{type(error).__name__}\n".encode()])
        return error.exit_code
    say(TOLD)
    return 0


if __name__ == "__main__":
    import sys

    sys.exit(main(sys.argv[1:]))
