"""What is said of a folder, a file or a database that cannot be used. Knows no key."""

import os

from vforlob.cli.context import as_typed, in_folder
from vforlob.cli.explain.registry import explains
from vforlob.errors.place import (
    AlreadySetUp,
    DatabaseDamaged,
    DatabaseEmpty,
    DatabaseLocked,
    DiskFull,
    DiskReadOnly,
    FolderTaken,
    NetworkFolder,
    NewerDatabase,
    NoDatabase,
    NotEncrypted,
    OpenToOthers,
    OwnedByOther,
    SettingRefused,
    SetUpElsewhere,
    SymlinkRefused,
    SyncedFolder,
)

_UNTOUCHED = "Der er ikke ændret noget."


def _has_copies(folder: str) -> bool:
    try:
        return any(name.endswith(".db") for name in os.listdir(os.path.join(folder, "kopier")))
    except OSError:
        return False


@explains(NoDatabase)
def _(error: NoDatabase) -> list[str]:
    if _has_copies(error.path):
        return [
            f"Databasen mangler i {error.path}, men der ligger sikkerhedskopier.",
            f"Hent en frem: {in_folder('vforlob gendan')}",
        ]
    return [
        f"Der er ikke sat vforlob op i {error.path}.",
        f"Begynd med: {in_folder('vforlob opsæt')} · Eller se, hvordan det virker: vforlob demo",
    ]


@explains(DatabaseEmpty)
def _(error: DatabaseEmpty) -> list[str]:
    return [
        f"Filen {error.path} er tom. Enten har en sky-tjeneste flyttet indholdet, eller også var disken fuld.",
        f"{_UNTOUCHED} Hent en sikkerhedskopi frem: {in_folder('vforlob gendan')}",
    ]


@explains(DatabaseDamaged)
def _(error: DatabaseDamaged) -> list[str]:
    return [
        f"Filen {error.path} er beskadiget eller er ikke en database fra vforlob.",
        f"{_UNTOUCHED} Hent en sikkerhedskopi frem: {in_folder('vforlob gendan')}",
    ]


@explains(NotEncrypted)
def _(error: NotEncrypted) -> list[str]:
    return [
        f"Filen {error.path} er ikke krypteret, så den kan ikke være skrevet af vforlob.",
        f"{_UNTOUCHED} Hent en sikkerhedskopi frem: {in_folder('vforlob gendan')}",
    ]


@explains(NewerDatabase)
def _(error: NewerDatabase) -> list[str]:
    return [
        f"Dine data er skrevet af en nyere vforlob (udgave {error.found} af databasen; denne kender {error.known}).",
        f"{_UNTOUCHED} Hent den nyeste vforlob, og prøv igen.",
    ]


@explains(DatabaseLocked)
def _(_error: DatabaseLocked) -> list[str]:
    return ["Et andet vindue er ved at skrive.", "Vent et øjeblik, luk vforlob i de andre vinduer, og prøv igen."]


@explains(DiskFull)
def _(_error: DiskFull) -> list[str]:
    return ["Disken er fuld. Det sidste er ikke gemt.", "Frigør plads, og prøv igen."]


@explains(DiskReadOnly)
def _(_error: DiskReadOnly) -> list[str]:
    return [
        "Der kan ikke skrives i datamappen, så intet ville blive gemt.",
        "Se efter, om disken er skrivebeskyttet, og om mappen er din.",
    ]


@explains(SettingRefused)
def _(error: SettingRefused) -> list[str]:
    return [
        f"Databasen kan ikke åbnes sikkert her: indstillingen {error.name} blev ikke til noget.",
        "Flyt datamappen til computerens egen disk, og prøv igen.",
    ]


@explains(SymlinkRefused)
def _(error: SymlinkRefused) -> list[str]:
    return [
        f"{error.path} er en genvej til noget andet eller er ikke en almindelig fil.",
        "Læg selve filen der, hvor genvejen står, og prøv igen.",
    ]


@explains(OwnedByOther)
def _(error: OwnedByOther) -> list[str]:
    return [
        f"{error.path} tilhører en anden bruger på computeren.",
        "Log ind som den, der ejer den, eller vælg en anden mappe med --mappe.",
    ]


@explains(OpenToOthers)
def _(error: OpenToOthers) -> list[str]:
    return [
        f"Andre på computeren har adgang til {error.path} (rettigheder {error.mode:04o}).",
        f"Gør den til din alene: chmod go= {as_typed(error.path)}",
    ]


@explains(SyncedFolder)
def _(error: SyncedFolder) -> list[str]:
    return [
        f"Mappen {error.path} kopieres til nettet af {error.service}. Der må oplysninger om borgere ikke ligge.",
        "Vælg en mappe på computerens egen disk med --mappe.",
    ]


@explains(NetworkFolder)
def _(error: NetworkFolder) -> list[str]:
    return [
        f"Mappen {error.path} ligger på et netværksdrev. Der kan databasen gå i stykker.",
        "Vælg en mappe på computerens egen disk med --mappe.",
    ]


@explains(AlreadySetUp)
def _(error: AlreadySetUp) -> list[str]:
    return [
        f"Der er allerede en vforlob i {error.path}. {_UNTOUCHED}",
        "Åbn den med: vforlob · Eller vælg en anden mappe med --mappe.",
    ]


@explains(FolderTaken)
def _(error: FolderTaken) -> list[str]:
    return [f"{error.path} er en fil og ikke en mappe.", "Vælg en anden mappe med --mappe."]


@explains(SetUpElsewhere)
def _(_error: SetUpElsewhere) -> list[str]:
    return ["Mappen er ved at blive sat op i et andet vindue.", "Gå tilbage til det vindue, eller luk det først."]
