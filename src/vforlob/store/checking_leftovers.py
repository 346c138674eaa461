"""What killed processes and earlier restores left in a data folder. Only looks; takes nothing away."""

import os

from vforlob.store.database import NAME
from vforlob.store.os_lock import take
from vforlob.store.workroom import ENDING, FOLDER, PREFIX

DRAFT = ".ny"
_STALE_SECONDS = 60  # whoever writes one is done in a moment
_WHERE = ("", "kopier", "eksport", "regler", "agendas", "skabeloner")
_REPLACED = f"{NAME}.foer-gendannelse"


def abandoned_rooms(folder: str) -> tuple[str, ...]:
    """The workrooms whose process is gone, by name."""
    top = os.path.join(folder, FOLDER)
    names = sorted({name.removesuffix(ENDING) for name in _listed(top) if name.startswith(PREFIX)})
    return tuple(name for name in names if not _is_held(os.path.join(top, name + ENDING)))


def unfinished_files(folder: str, seconds: float) -> tuple[str, ...]:
    """Drafts of small files that never got their name; `seconds` is now, as the file system counts."""
    found = []
    for place in _WHERE:
        for name in _listed(os.path.join(folder, place)):
            if name.endswith(DRAFT) and _is_stale(os.path.join(folder, place, name), seconds):
                found.append(os.path.join(place, name))
    return tuple(found)


def replaced_databases(folder: str) -> tuple[str, ...]:
    return tuple(name for name in _listed(folder) if name.startswith(_REPLACED))


def _listed(folder: str) -> list[str]:
    try:
        return sorted(os.listdir(folder))
    except OSError:
        return []


def _is_held(lock: str) -> bool:
    """A lock file that is gone is nobody's: its process was killed while it cleared up."""
    try:
        opened = os.open(lock, os.O_RDWR | getattr(os, "O_NOFOLLOW", 0) | getattr(os, "O_CLOEXEC", 0))
    except FileNotFoundError:
        return False
    except OSError:
        return True
    try:
        return not take(opened)
    finally:
        os.close(opened)


def _is_stale(path: str, seconds: float) -> bool:
    try:
        return seconds - os.lstat(path).st_mtime > _STALE_SECONDS
    except OSError:
        return False
