"""The folder itself: who may look into it, room on the disk, and what was left half made. Opens no database."""

import os
import stat
import time
from collections.abc import Iterable, Iterator, Sequence

from vforlob.actions.checking.fund import Fund, advarsel, fejl, oplysning
from vforlob.rules.danish import counted, listed, number
from vforlob.store.checking import free_bytes
from vforlob.store.checking_disk import ENCRYPTED, PLAIN, disk_encryption
from vforlob.store.checking_leftovers import abandoned_rooms, replaced_databases, unfinished_files
from vforlob.store.database import NAME
from vforlob.store.files import OTHERS

TIMES_FREE = 3  # a deletion and a copy each need room for the whole database once more
# What the program makes, and nobody else should be able to read. Agendas and rules are the user's own files.
_OURS = (f"{NAME}-wal", f"{NAME}-shm", "hoved.json", "sletteliste.jsonl", "kopier", "tmp", "log", "eksport")
_NAMED = 3
_MEGA = 1_000_000


def look_at_place(folder: str) -> Iterator[Fund]:
    yield from _permissions(folder)
    yield from _room(folder)
    yield from _leftovers(folder)
    yield from _disk(folder)


def _permissions(folder: str) -> Iterator[Fund]:
    """The folder, the database and the key envelope are judged when they are opened."""
    links = [name for name in _OURS if os.path.islink(os.path.join(folder, name))]
    if links:
        yield fejl(
            "genvej",
            f"{_names(links)} i datamappen er en genvej til noget andet.",
            "Slet genvejen, og læg det, den peger på, på dens plads.",
        )
    if os.name != "posix":
        return
    open_to_others = list(_open_to_others(folder))
    if open_to_others:
        yield fejl(
            "rettigheder",
            f"Andre på computeren har adgang til {_names(open_to_others)} i datamappen.",
            f"Gør mappen til din alene: chmod -R go= {_quoted(folder)}",
        )


def _open_to_others(folder: str) -> Iterator[str]:
    for name in _OURS:
        path = os.path.join(folder, name)
        for each in (path, *_inside(path)):
            try:
                found = os.lstat(each)
            except OSError:
                continue
            if not stat.S_ISLNK(found.st_mode) and (found.st_mode & OTHERS or found.st_uid != os.geteuid()):
                yield os.path.relpath(each, folder)


def _inside(path: str) -> list[str]:
    if os.path.islink(path) or not os.path.isdir(path):
        return []
    try:
        return [os.path.join(path, name) for name in sorted(os.listdir(path))]
    except OSError:
        return []


def room(free: int, size: int) -> Iterator[Fund]:
    """`size` is that of the database."""
    if free < TIMES_FREE * size:
        yield advarsel(
            "plads",
            f"Der er kun {_megabytes(free)} MB fri på disken. Databasen fylder {_megabytes(size)} MB, og en"
            " sikkerhedskopi eller en sletning skal have plads til den igen.",
            f"Frigør mindst {_megabytes(TIMES_FREE * size - free)} MB på disken.",
        )


def _room(folder: str) -> Iterable[Fund]:
    try:
        return room(free_bytes(folder), os.lstat(os.path.join(folder, NAME)).st_size)
    except OSError:
        return ()  # the database is not there, and that is said when it is opened


def _leftovers(folder: str) -> Iterator[Fund]:
    rooms = len(abandoned_rooms(folder))
    if rooms:
        yield advarsel(
            "rester",
            f"{counted(rooms, 'arbejdsmappe', 'arbejdsmapper')} fra et nedbrud ligger stadig i tmp.",
            "Åbn vforlob, så bliver det ryddet op: vforlob i-dag",
        )
    unfinished = unfinished_files(folder, time.time())
    if unfinished:
        yield advarsel(
            "ufaerdige",
            f"{_names(unfinished)} i datamappen blev ikke skrevet færdig.",
            f"Slet {'den' if len(unfinished) == 1 else 'dem'}. Det, der gælder, står i filen uden .ny.",
        )
    replaced = replaced_databases(folder)
    if replaced:
        yield oplysning(
            "for-gendannelse",
            f"{_names(replaced)} er databasen, som den var, før en kopi blev hentet tilbage. Det, der er slettet"
            " siden, står der endnu.",
            f"Slet {'filen' if len(replaced) == 1 else 'filerne'}, når du er sikker på, at intet mangler.",
        )


def _disk(folder: str) -> Iterator[Fund]:
    kind = disk_encryption(folder)
    if kind == ENCRYPTED:
        yield oplysning("disk", "Disken er krypteret.")
    elif kind == PLAIN:
        yield oplysning(
            "disk",
            "Disken ser ikke ud til at være krypteret. Det er databasen, men ikke de filer, du laver.",
            "Spørg supporten, om den kan blive det.",
        )
    else:
        yield oplysning("disk", "Det kunne ikke afgøres, om disken er krypteret.")


def _names(names: Sequence[str]) -> str:
    shown = listed(names) if len(names) <= _NAMED else ""
    return shown or f"{', '.join(names[:_NAMED])} og {len(names) - _NAMED} mere"


def _megabytes(size: int) -> str:
    return number(round(size / _MEGA, 1) if size < 10 * _MEGA else round(size / _MEGA))


def _quoted(folder: str) -> str:
    from shlex import quote  # only where something is open to others

    return quote(folder)
