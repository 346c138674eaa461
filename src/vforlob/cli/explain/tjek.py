"""What is said when a data folder could not be looked through."""

from vforlob.cli.context import in_folder
from vforlob.cli.explain.registry import explains
from vforlob.errors.tjek import NoRoomToCheck


@explains(NoRoomToCheck)
def _(_error: NoRoomToCheck) -> list[str]:
    return [
        "Disken er for fuld til at prøve databasen, så det, der står i den, er ikke set efter.",
        f"Frigør så meget plads, som databasen fylder, og prøv igen: {in_folder('vforlob tjek')}",
    ]
