"""The files that left the program and lie there still. Hashes them where there is time; removes none."""

from collections.abc import Iterator

from vforlob.actions.checking.fund import Fund, advarsel, oplysning
from vforlob.actions.checking.scene import Scene
from vforlob.actions.kept_exports import AWAY, CHANGED, OTHER, old_exports
from vforlob.actions.slettefrister import EXPORT, deadline_days
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
    away = [it for it in found if it.state == AWAY and it.days > days]
    if away:
        yield oplysning(
            "eksporter-vaek",
            f"{counted(len(away), 'fil', 'filer')}, du har lavet, ligger i en mappe, der er her ikke lige nu.",
            "Sæt drevet til, og slet dem: vforlob eksporter ryd",
        )
