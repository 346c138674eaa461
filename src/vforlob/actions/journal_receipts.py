"""Receipts from the journal: what was put in, up to what was read, never twice. Asks nobody."""

from collections.abc import Collection, Iterable
from typing import NamedTuple

from vforlob.actions.journal import Note, read_tag
from vforlob.actions.slettestop import is_stopped, stop_deletion
from vforlob.model.accounts import Kvittering
from vforlob.store.kinds import RECORDS
from vforlob.store.store import Store

ART = "kvittering"
# Their free text is due for deletion some time after the receipt.
WITH_TEXT = frozenset({"samtale", "kontakt", "taet", "hensyn", "aftale", "delmal"})

_WAITS = "SELECT 1 FROM til_journal WHERE emne = ? AND emne_nr = ? AND haendelse <= ?"
_CLEARANCES = "SELECT nr FROM clearance WHERE hensyn = ? ORDER BY nr"


class Sent(NamedTuple):
    """What was put in the journal: `day` is when, `until` the newest event when its text was read."""

    day: str
    until: int


class Standing(NamedTuple):
    """Something that does not wait: put in on `day`, or empty where it never had to be."""

    tag: str
    day: str


def give_receipts(store: Store, notes: Iterable[Note], sent: Sent, stopped: Collection[int] = ()) -> tuple[Note, ...]:
    """Those that got one. What another window has receipted meanwhile does not get a second; what was changed after it
    was read waits on. `stopped` are borgere in whose case nothing may be deleted.
    """
    with store.doing(ART):
        return put_receipts(store, notes, sent, stopped)


def put_receipts(store: Store, notes: Iterable[Note], sent: Sent, stopped: Collection[int] = ()) -> tuple[Note, ...]:
    """The same inside doing()."""
    given = tuple(note for note in notes if _receipted(store, note, sent))
    for borger in stopped:
        stop_deletion(store, borger, sent.day)
    return given


def what_stands(store: Store, typed: str) -> Standing | None:
    """Of a tag that names nothing that waits; None where there is no such record."""
    found = read_tag(typed)
    if found is None:
        return None
    emne, nr = found
    if not store.door(RECORDS[emne]).find(nr=nr):
        return None
    receipts = store.door(Kvittering).find(emne=emne, emne_nr=nr)
    return Standing(typed.strip().casefold(), receipts[-1].dato if receipts else "")


def borgere_to_ask_about(store: Store, notes: Iterable[Note]) -> tuple[int, ...]:
    """Whose texts could be deleted now, and where nobody has said stop yet."""
    borgere = dict.fromkeys(note.borger for note in notes if note.emne in WITH_TEXT)
    return tuple(nr for nr in borgere if not is_stopped(store, nr))


def _receipted(store: Store, note: Note, sent: Sent) -> bool:
    """Only what still waits, and has done so since before it was read."""
    udgave = note.record.udgave if note.emne == "samtale" else None
    covered = [one for one in _covers(store, note) if store.rows(_WAITS, (*one, sent.until))]
    for emne, nr in covered:
        store.door(Kvittering).add(Kvittering(0, emne, nr, sent.day, udgave, sent.until))
    return bool(covered)


def _covers(store: Store, note: Note) -> list[tuple[str, int]]:
    """A hensyn covers all who may know it, also what stands undecided."""
    if note.emne != "hensyn":
        return [(note.emne, note.nr)]
    return [("hensyn", note.nr), *(("clearance", row[0]) for row in store.rows(_CLEARANCES, (note.nr,)))]
