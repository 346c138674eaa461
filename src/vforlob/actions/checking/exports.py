"""The files that left the program and lie there still. Hashes them where there is time; removes none."""

import os
from collections.abc import Iterator

from vforlob.actions.checking.fund import Fund, advarsel, oplysning
from vforlob.actions.checking.scene import Scene
from vforlob.actions.exports import FOLDER
from vforlob.actions.kept_exports import AWAY, CHANGED, OTHER, old_exports
from vforlob.actions.slettefrister import EXPORT, deadline_days
from vforlob.model.eksport import Eksport
from vforlob.rules.danish import counted

CLEAR = "Se dem, og slet dem: vforlob eksporter ryd"


def look_at_exports(scene: Scene) -> Iterator[Fund]:
    found, days = old_exports(scene.store, 0), deadline_days(scene.store, EXPORT, scene.today)
    there = [it for it in found if it.state != AWAY]
    old = [it for it in there if it.days > days]
    if old:
        yield advarsel(
            "eksporter",
            f"{counted(len(old), 'fil', 'filer')}, du har lavet for over {days} dage siden, ligger der endnu."
            " De er ikke krypteret.",
            CLEAR,
        )
    changed = [it for it in there if it.state in {CHANGED, OTHER}]
    if changed:
        yield advarsel(
            "eksporter-aendret",
            f"{counted(len(changed), 'fil', 'filer')}, du har lavet, er ændret siden, eller der ligger noget andet på"
            " pladsen.",
            "Se hvilke: vforlob eksporter",
        )
    yield from _unknown(scene)
    away = [it for it in found if it.state == AWAY and it.days > days]
    if away:
        yield oplysning(
            "eksporter-vaek",
            f"{counted(len(away), 'fil', 'filer')}, du har lavet, ligger i en mappe, der er her ikke lige nu.",
            "Sæt drevet til, og slet dem: vforlob eksporter ryd",
        )


def _unknown(scene: Scene) -> Iterator[Fund]:
    """What was made after the copy that is in place now: no list knows it, and no deletion takes it along."""
    place, known = os.path.join(scene.folder, FOLDER), {row.sti for row in scene.store.door(Eksport).find()}
    try:
        with os.scandir(place) as there:
            left = [it.name for it in there if it.is_file(follow_symlinks=False) and not _is_made(it.name)]
    except OSError:
        return
    real = os.path.realpath(place)
    unknown = [name for name in left if not {os.path.join(place, name), os.path.join(real, name)} & known]
    if unknown:
        them, they = ("den", "Den") if len(unknown) == 1 else ("dem", "De")
        yield advarsel(
            "eksporter-ukendte",
            f"{counted(len(unknown), 'fil', 'filer')} i mappen eksport står ikke på listen over det, der er lavet,"
            f" fx fordi en kopi er hentet frem siden. {they} bliver ikke slettet sammen med borgeren.",
            f"Se {them} i mappen eksport, og slet {them}, når du ikke skal bruge {them} mere.",
        )


def _is_made(name: str) -> bool:
    """A file that is being written, or one of the system's own."""
    return name.startswith(".") or name.endswith(".ny")
