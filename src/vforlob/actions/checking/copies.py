"""The copies: that they are there, whole and new enough, and that the newest can be brought back. Makes none."""

import os
from collections.abc import Iterator, Sequence
from datetime import datetime, timedelta

from vforlob.actions.checking.fund import Fund, advarsel, fejl, oplysning
from vforlob.actions.checking.scene import Scene
from vforlob.actions.copies import remembered_place
from vforlob.errors.base import VforlobError
from vforlob.errors.place import DatabaseDamaged, DatabaseLocked, DiskFull, DiskReadOnly
from vforlob.rules.danish import counted, listed
from vforlob.store.copies import COPIES, Copy, list_copies, unfinished_in
from vforlob.store.copies_manifest import hash_of, is_named_so, read_manifest
from vforlob.store.events import utc_text

# Work of so many days may be without a copy: a copy is made every day she works, and a holiday is no fault.
MOST_DAYS = 7
# What can be found, by name: the newest does not hold, it is old, there is none; those of a copy's own files.
NEWEST, AGE, NONE = "kopi-prove", "kopi-alder", "kopi-mangler"
UNTRIED = "kopi-uprovet"
KEY, NOTE, SUM = FILES = ("kopi-nogle", "kopi-seddel", "kopi-sum")
MAKE = "Lav en ny: vforlob kopi"
_FIRST_AFTER = "SELECT min(tid_utc) FROM haendelse WHERE nr > ?"
_LINK_OF = "SELECT lower(hex(kaede)) FROM haendelse WHERE nr = ?"
_NAMED = 3


def look_at_files(folder: str) -> Iterator[Fund]:
    """What can be seen without opening anything, and without reading them through."""
    copies = list_copies(folder)
    bare = [copy for copy in copies if not os.path.isfile(copy.envelope)]
    if bare:
        yield fejl(
            KEY,
            f"{_named(bare)} mangler sin nøglefil (.noegle.json), og uden den åbnes den ikke på en anden computer.",
            _remove(bare),
        )
    unreadable = [copy for copy in copies if read_manifest(copy.manifest) is None]
    if unreadable:
        yield fejl(NOTE, f"Sedlen til {_named(unreadable)} kan ikke læses.", _remove(unreadable))
    unfinished = unfinished_in(os.path.join(folder, COPIES))
    if unfinished:
        yield oplysning(
            "kopi-ufaerdig",
            f"{counted(len(unfinished), 'fil', 'filer')} i kopier er fra en kopi, der ikke blev færdig.",
            "Det bliver ryddet op, når der laves en ny: vforlob kopi",
        )


def look_at_sums(folder: str) -> Iterator[Fund]:
    """Every copy but the newest read from end to end; that one is tried."""
    wrong = [copy for copy in list_copies(folder)[1:] if _is_other(copy)]
    if wrong:
        yield fejl(SUM, f"{_named(wrong)} er ændret eller beskadiget, siden den blev lavet.", _remove(wrong))


def restorable(folder: str, *, but_newest: bool) -> int:
    """How many are what they were when they were made, by note and sum. One without its key file opens here, and so
    the trial of the newest says nothing of that.
    """
    copies = list_copies(folder)
    rest = copies[1:] if but_newest and os.path.isfile(copies[0].envelope) else copies
    return sum(read_manifest(copy.manifest) is not None and not _is_other(copy) for copy in rest)


def _is_other(copy: Copy) -> bool:
    manifest = read_manifest(copy.manifest)
    if manifest is None:
        return False  # said already
    if not is_named_so(copy.stem, manifest):
        return True
    try:
        return hash_of(copy.path) != (manifest.sha256, manifest.bytes)
    except OSError:
        return True


def is_link_of(scene: Scene) -> bool:
    """Whether the newest copy ends with an event that the database has: then its chain is gone through with that."""
    copies = list_copies(scene.folder)
    manifest = read_manifest(copies[0].manifest) if copies else None
    try:
        return manifest is not None and scene.store.rows(_LINK_OF, (manifest.nr,)) == [(manifest.kaede,)]
    except DatabaseDamaged:
        return False


def look_at_newest(folder: str, key: bytes, *, thorough: bool) -> Iterator[Fund]:
    """A trial restore of the newest; `thorough`: page by page, with every event."""
    from vforlob.store.restoring import drill  # late: a quick check restores nothing

    copies = list_copies(folder)
    if not copies:
        return
    try:
        faults = drill(folder, copies[0], key, thorough=thorough)
    except (DiskFull, DiskReadOnly, DatabaseLocked):  # the disk it is tried on: SQLite calls a full one taken
        yield advarsel(
            UNTRIED,
            "Den nyeste kopi er ikke prøvet: disken er fuld, eller der kan ikke skrives på den.",
            "Frigør plads, og prøv igen: vforlob tjek",
        )
        return
    except VforlobError:
        faults = ("åbnes",)
    if faults:
        yield fejl(
            NEWEST,
            f"Den nyeste kopi, {_named(copies[:1])}, kan ikke hentes tilbage: den er prøvet, og den holder ikke.",
            MAKE,
        )


def look_at_age(scene: Scene) -> Iterator[Fund]:
    """By the events that are in none of them, not by their days."""
    if scene.is_demo:
        return
    copies = list_copies(scene.folder)
    first = scene.store.rows(_FIRST_AFTER, (copies[0].nr if copies else 0,))[0][0]
    if first is None or first > utc_text(scene.now() - timedelta(days=MOST_DAYS)):
        return
    days = _days_since(first, scene.now())
    if copies:
        yield advarsel(AGE, f"Det, du har gemt i {days} dage, er ikke med i nogen sikkerhedskopi.", MAKE)
    else:
        yield advarsel(NONE, f"Der er ingen sikkerhedskopi af det, du har gemt i {days} dage.", MAKE)


def look_at_second_place(scene: Scene) -> Iterator[Fund]:
    place = remembered_place(scene.store)
    if place and not os.path.isdir(place):
        yield advarsel(
            "kopi-sted",
            "Det andet sted, hvor dine kopier skulle ligge, er her ikke lige nu.",
            "Sæt drevet til, eller vælg et andet sted: vforlob kopi --ud MAPPE",
        )


def _days_since(utc: str, now: datetime) -> int:
    return max(0, (now - datetime.fromisoformat(utc)).days)


def _named(copies: Sequence[Copy]) -> str:
    names = [os.path.basename(copy.path) for copy in copies]
    if len(names) > _NAMED:
        return f"{', '.join(names[:_NAMED])} og {len(names) - _NAMED} mere"
    return listed(names)


def _remove(copies: Sequence[Copy]) -> str:
    return f"Slet {'den' if len(copies) == 1 else 'dem'} i mappen kopier, og lav en ny: vforlob kopi"
