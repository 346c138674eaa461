"""What waits for the journal, borger by borger, and the tag each of it is receipted by. Knows no text of it."""

from collections.abc import Iterable
from datetime import date
from typing import Any, NamedTuple

from vforlob.actions.to_journal import is_late, item_of
from vforlob.actions.workdays import workdays
from vforlob.model.borger import Borger
from vforlob.model.text import fold
from vforlob.rules.rulebook import RuleBook
from vforlob.store.journal import Waiting, waiting
from vforlob.store.kinds import RECORDS
from vforlob.store.store import Store

# Not b, v, f: they are a borger, a virksomhed and a forløb wherever a number stands.
LETTERS = {
    "samtale": "s",
    "kontakt": "k",
    "fravaer": "fr",
    "taet": "t",
    "hensyn": "h",
    "aftale": "a",
    "delmal": "d",
}


class Note(NamedTuple):
    """One thing to put in the journal, and to receipt. `rows` are the records it tells of: a hensyn with who may know
    it is one. `is_sent`: the journal has it as it was before it was changed.
    """

    emne: str
    nr: int
    dato: str
    borger: int
    forlob: int | None
    record: Any
    rows: tuple[Waiting, ...]
    is_late: bool = False

    @property
    def tag(self) -> str:
        return f"{LETTERS[self.emne]}{self.nr}"

    @property
    def is_sent(self) -> bool:
        return any(row.is_sent for row in self.rows)


class Group(NamedTuple):
    """A borger and what waits of hers, the oldest first."""

    borger: Borger
    notes: tuple[Note, ...]


def gather_journal(
    store: Store, today: date, rules: RuleBook, borger: int | None = None, forlob: int | None = None
) -> tuple[Group, ...]:
    """Of everybody, the one who has waited longest first; or of a borger; or of a forløb with what is the borger's
    own: her hensyn belong to no forløb.
    """
    items: dict[tuple[str, int], list[Waiting]] = {}
    for row in waiting(store):
        if borger in (None, row.borger) and (forlob is None or row.forlob in {None, forlob} or _is_whole(row)):
            items.setdefault(item_of(row), []).append(row)
    is_workday = workdays(rules, store.folder)
    notes = [_note(store, key, rows) for key, rows in items.items()]
    judged = (note._replace(is_late=is_late(note.dato, today, rules, is_workday)) for note in notes)
    return _grouped(store, judged)


def find_notes(groups: Iterable[Group], tags: Iterable[str]) -> dict[str, Note | None]:
    """What was typed, each with its note; None where nothing of that name waits."""
    known = {note.tag: note for group in groups for note in group.notes}
    return {typed: known.get(fold(typed.strip())) for typed in tags}


def read_tag(typed: str) -> tuple[str, int] | None:
    """The kind and the number; None for what is no tag at all."""
    folded = fold(typed.strip())
    letters = folded.rstrip("0123456789")
    digits = folded[len(letters) :]
    emne = next((emne for emne, own in LETTERS.items() if own == letters), "")
    return (emne, int(digits)) if emne and digits and len(digits) < 16 else None


def _is_whole(row: Waiting) -> bool:
    """A hensyn is told with all who may know it."""
    return row.emne == "clearance"


def _note(store: Store, key: tuple[str, int], rows: list[Waiting]) -> Note:
    emne, nr = key
    record = store.door(RECORDS[emne]).get(nr)
    first = rows[0]
    forlob = None if emne == "hensyn" else first.forlob
    return Note(emne, nr, first.dato, first.borger, forlob, record, tuple(rows))


def _grouped(store: Store, notes: Iterable[Note]) -> tuple[Group, ...]:
    found: dict[int, list[Note]] = {}
    for note in sorted(notes, key=lambda note: (note.dato, note.rows[0].haendelse)):
        found.setdefault(note.borger, []).append(note)
    return tuple(Group(store.door(Borger).get(nr), tuple(own)) for nr, own in found.items())
