"""Take away what a killed process left half made, wherever it was on its way to. Knows no document."""

from typing import Any

from vforlob.actions.exports import register
from vforlob.model.eksport import Eksport
from vforlob.store.files import remove
from vforlob.store.placing import Note, is_whole, note_in, remove_half
from vforlob.store.store import Store
from vforlob.store.workroom import abandoned


def sweep(store: Store) -> None:
    """Only what no living process holds. A whole file that the register does not know is taken away; one that replaced
    another is registered instead, for then there is nothing to go back to.
    """
    with abandoned(store.folder) as rooms:
        for room in rooms:
            note = note_in(room)
            if note is not None:
                _settle(store, room, note)


def _settle(store: Store, room: str, note: Note) -> None:
    if _is_registered(store, note):
        return
    if not is_whole(note):
        remove_half(room, note)
    elif note.replaces:
        register(store, Eksport(**note.row))
    else:
        remove(note.path)


def _is_registered(store: Store, note: Note) -> bool:
    wanted: Any = {"sti": note.path, "sha256": note.sha256, "tid": note.row["tid"]}
    return bool(store.door(Eksport).find(**wanted))
