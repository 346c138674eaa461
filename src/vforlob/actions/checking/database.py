"""The pages and tables of the database, and that they are what SQLite and this program write. Knows no event."""

from collections.abc import Iterator

from vforlob.actions.checking.fund import Fund, fejl, oplysning
from vforlob.actions.checking.scene import Scene
from vforlob.rules.danish import counted
from vforlob.store.checking_pages import look_through
from vforlob.store.checking_schema import schema_faults
from vforlob.store.session import Session

RESTORE = "Hent den nyeste kopi, der er hel: vforlob gendan"


def look_at_pages(session: Session) -> Iterator[Fund]:
    """All of them; its own connection, for it runs beside the other checks."""
    pages = look_through(session)
    if pages.is_damaged:
        wrong = pages.sealed_wrong or pages.disordered
        yield fejl(
            "database", f"Databasen er beskadiget: {counted(wrong, 'fejl', 'fejl')}, da den blev læst igennem.", RESTORE
        )
    if pages.orphans:
        yield fejl(
            "henvisninger",
            f"{counted(pages.orphans, 'linje', 'linjer')} i databasen viser hen til noget, der ikke er der.",
            RESTORE,
        )
    if not pages.search:
        yield fejl(
            "sogning",
            "Registret, som »find« søger i, passer ikke med teksterne, så en søgning kan overse noget.",
            RESTORE,
        )


def look_at_schema(scene: Scene) -> Iterator[Fund]:
    faults = schema_faults(scene.store)
    if faults:
        yield fejl(
            "skema",
            f"{counted(len(faults), 'del', 'dele')} af databasens opbygning er ikke, som vforlob laver den.",
            RESTORE,
        )


def old_schema(found: int, known: int) -> Fund:
    return oplysning(
        "aeldre-skema",
        f"Databasen er fra en tidligere vforlob (skema {found}). Det er prøvet på en kopi, at den kan føres op til"
        f" skema {known}.",
        "Det sker, når du åbner den: vforlob i-dag",
    )
