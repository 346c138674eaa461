"""The list of what was deleted, in the file and in the database: the one must know what the other knows."""

from collections.abc import Iterator

from vforlob.actions.checking.fund import Fund, advarsel, fejl
from vforlob.actions.checking.scene import Scene
from vforlob.actions.sletning_finish import read_marker
from vforlob.rules.danish import counted
from vforlob.store.sletteliste import Entry, damaged_lines, entries_of, read_list


def look_at_list(folder: str) -> Iterator[Fund]:
    damaged = damaged_lines(folder)
    if damaged:
        yield fejl(
            "sletteliste",
            f"{counted(damaged, 'linje', 'linjer')} i sletteliste.jsonl kan ikke læses. Så kan noget, der er slettet,"
            " komme igen, når en kopi bliver hentet tilbage.",
            "Se fristerne igennem, så bliver listen skrevet igen: vforlob slettefrister",
        )


def look_at_interrupted(folder: str) -> Iterator[Fund]:
    if read_marker(folder) is not None:
        yield advarsel(
            "sletning-afbrudt",
            "En sletning blev afbrudt, så noget, der er slettet, kan stå i filerne endnu.",
            "Åbn vforlob, så bliver den gjort færdig: vforlob slettefrister",
        )


def look_at_deletions(scene: Scene) -> Iterator[Fund]:
    """The last of all checks: on the twin it deletes again what should be gone, to see whether anything is."""
    in_file, in_database = set(read_list(scene.folder)), set(entries_of(scene.store))
    unlisted = len(in_database - in_file)
    if unlisted:
        yield fejl(
            "sletteliste-kort",
            f"sletteliste.jsonl mangler {counted(unlisted, 'linje', 'linjer')}, som databasen har.",
            "Se fristerne igennem, så bliver listen skrevet igen: vforlob slettefrister",
        )
    known = {entry.ref for entry in in_database}
    beyond = [entry for entry in in_file if entry.ref not in known]
    if beyond:
        yield from _back_again(scene, beyond)


def _back_again(scene: Scene, beyond: list[Entry]) -> Iterator[Fund]:
    from vforlob.store.erasing import erase_again  # late: hardly ever

    back = erase_again(scene.store, beyond)
    if back:
        yield advarsel(
            "slettet-igen",
            f"{counted(back, 'ting', 'ting')}, der er slettet, står i databasen igen: den er lagt tilbage uden om"
            " vforlob.",
            "Hent en kopi med vforlob selv, så bliver det slettet igen: vforlob gendan",
        )
