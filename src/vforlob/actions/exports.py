"""Put a document where it should stand, and remember it: where, what, when, about whom. Knows no document.

Without a path of the consultant's own it goes to the export folder, under a name that tells nothing about anybody.
"""

import os
from collections.abc import Callable
from typing import NamedTuple

from vforlob.actions.write_document import refuse_taken, target_for, told
from vforlob.errors.base import VforlobError
from vforlob.errors.eksport import AmongOwnFiles, FileIsOpen
from vforlob.errors.place import SymlinkRefused
from vforlob.model.eksport import Eksport
from vforlob.store.acts import EXPORT
from vforlob.store.files import check_private_folder, make_private_folder
from vforlob.store.store import Store

FOLDER = "eksport"
_LETTERS = "abcdefghjkmnpqrstuvwxyz23456789"


class About(NamedTuple):
    """`hvad` is the kind of document ("referat"), `modtager` whom it was made for; the numbers say whose it is."""

    hvad: str
    modtager: str | None = None
    borger: int | None = None
    forlob: int | None = None
    samtale: int | None = None


class Asked(NamedTuple):
    """`path` empty means the export folder; a folder gets a file with a name of ours. What stands at `path` is
    replaced only with `overwrite`.
    """

    path: str = ""
    overwrite: bool = False


def save_document(store: Store, content: str | bytes, format_name: str, about: About, asked: Asked) -> Eksport:
    """The file, whole and registered, or neither. The register holds its whole path and its hash."""
    from hashlib import sha256  # late: what goes to the screen is not registered

    data = content.encode() if isinstance(content, str) else content
    path = target_for(asked.path or _own_folder(store.folder), format_name, _new_name(format_name))
    _refuse_own(path, store.folder)
    refuse_taken(path, asked.overwrite)
    row = Eksport(
        nr=0,
        hvad=about.hvad,
        modtager=about.modtager,
        format=format_name,
        sti=path,
        sha256=sha256(data).hexdigest(),
        tid=store.now().isoformat(timespec="seconds"),
        borger=about.borger,
        forlob=about.forlob,
        samtale=about.samtale,
    )
    return _placed_and_registered(store, row, data, asked.overwrite)


def register(store: Store, row: Eksport) -> Eksport:
    """A file that stood there before and was replaced is no longer there."""
    door, day = store.door(Eksport), row.tid[:10]
    with store.doing(EXPORT):
        for replaced in door.find(sti=row.sti, fjernet=None):
            door.change(replaced.nr, fjernet=day)
        kept: Eksport = door.add(row)
    return kept


def _placed_and_registered(store: Store, row: Eksport, data: bytes, overwrite: bool) -> Eksport:
    from vforlob.store.workroom import workroom  # late: what goes to the screen is made without

    with workroom(store.folder) as room:
        take_back = _placed(room, row, data, overwrite)
        try:
            return register(store, row)
        except BaseException:
            take_back()
            raise


def _placed(room: str, row: Eksport, data: bytes, overwrite: bool) -> Callable[[], None]:
    from vforlob.store.placing import place  # late, as above

    try:
        return place(room, row.sti, data, overwrite, row._asdict())
    except (FileIsOpen, SymlinkRefused):
        raise
    except (OSError, VforlobError) as error:
        raise told(error, row.sti) from None


def _own_folder(folder: str) -> str:
    """Never a link to somewhere else, and nobody else's to look into."""
    exports = os.path.join(folder, FOLDER)
    make_private_folder(exports)
    if os.path.islink(exports):
        raise SymlinkRefused(exports)
    check_private_folder(exports)
    return exports


def _refuse_own(path: str, folder: str) -> None:
    """Neither the key nor anything else that the program lives by is a place for a document."""
    top, exports = (os.path.normcase(os.path.realpath(it)) for it in (folder, os.path.join(folder, FOLDER)))
    where = os.path.normcase(os.path.dirname(path))
    if f"{where}{os.sep}".startswith(f"{top}{os.sep}") and where != exports:
        raise AmongOwnFiles(path)


def _new_name(format_name: str) -> str:
    """As hard to guess as `secrets.choice` makes it, whose import costs half a start of Python."""
    even = 256 // len(_LETTERS) * len(_LETTERS)  # the bytes above would favour the first letters
    name = ""
    while len(name) < 10:
        name += "".join(_LETTERS[byte % len(_LETTERS)] for byte in os.urandom(16) if byte < even)
    return f"{name[:10]}.{format_name}"
