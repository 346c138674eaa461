"""The list of what must be deleted again when an older copy is restored. Random marks of events, never a person.

It stands in the database and beside it: the copy that is restored has neither, and the file outlives a database that
cannot be opened. Deletes nothing itself.
"""

import json
import os
import re
from collections.abc import Iterable
from contextlib import suppress
from typing import NamedTuple

from vforlob.errors.place import SymlinkRefused
from vforlob.store.files import atomic_write, create_file, read_small, remove
from vforlob.store.session import Session

NAME = "sletteliste.jsonl"
# A record with everything of it; a record of that kind and no other; the words of one event; one event.
PERSON, COMPANY, POST, WORDS, EVENT = "borger", "virksomhed", "post", "ord", "haendelse"
_ARTS = frozenset({PERSON, COMPANY, POST, WORDS, EVENT})
_REF, _DAY = re.compile(r"[0-9a-f]{32}"), re.compile(r"\d{4}-\d\d-\d\d")
_LIMIT = 64 << 20  # ten times what a lifetime of deletions comes to
_ADD = "INSERT INTO sletteliste(ref, art, dato) VALUES(?, ?, ?) ON CONFLICT DO NOTHING"


class Entry(NamedTuple):
    """`ref` is the random mark (uid) of an event in hex; for a record that of its first event. `dato` is ISO."""

    ref: str
    art: str
    dato: str


def entries_of(session: Session) -> tuple[Entry, ...]:
    return tuple(map(Entry._make, session.rows("SELECT ref, art, dato FROM sletteliste ORDER BY dato, ref")))


def add_entries(session: Session, entries: Iterable[Entry]) -> None:
    """Inside doing()."""
    for entry in entries:
        session.rows(_ADD, entry)


def write_list(session: Session) -> None:
    """What the file had stays in it: it may know of deletions that this database does not. What both know is as the
    database has it.
    """
    known = {entry.ref: entry for entry in (*read_list(session.folder), *entries_of(session))}
    atomic_write(_path(session.folder), _written(known.values()))


def carry_list(folder: str, place: str) -> None:
    """To a place where copies lie: whoever takes one back on another machine has nothing else. Raises OSError."""
    known = {entry.ref: entry for entry in (*read_list(place), *read_list(folder))}
    if known:
        draft = f"{_path(place)}.{os.getpid()}.ny"
        remove(draft)
        create_file(draft, _written(known.values()))
        os.replace(draft, _path(place))


def _written(entries: Iterable[Entry]) -> bytes:
    return "".join(f"{json.dumps(entry._asdict(), separators=(',', ':'))}\n" for entry in entries).encode()


def read_list(folder: str) -> tuple[Entry, ...]:
    """Lines that are not ours are passed over; `damaged_lines` counts them."""
    return tuple(entry for entry in map(_entry, _lines(folder)) if entry is not None)


def damaged_lines(folder: str) -> int:
    return sum(_entry(line) is None for line in _lines(folder))


def _lines(folder: str) -> list[str]:
    """One that is no line stands for a list that cannot be read."""
    try:
        text = read_small(_path(folder), _LIMIT).decode("utf-8", "replace")
    except FileNotFoundError:
        return []
    except (OSError, SymlinkRefused):
        return ["?"]
    return [line for line in text.split("\n") if line.strip()]


def _entry(line: str) -> Entry | None:
    with suppress(ValueError, KeyError, TypeError):
        found = json.loads(line)
        entry = Entry(found["ref"], found["art"], found["dato"])
        if _REF.fullmatch(entry.ref) and _DAY.fullmatch(entry.dato) and entry.art in _ARTS:
            return entry
    return None


def _path(folder: str) -> str:
    return os.path.join(folder, NAME)
