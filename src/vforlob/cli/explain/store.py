"""What is said when something could not be written, removed or taken back. Knows no record."""

from vforlob.cli.explain.kinds import KINDS, numbered
from vforlob.cli.explain.registry import explain, explains
from vforlob.errors.base import VforlobError
from vforlob.errors.place import DatabaseLocked, DiskFull, DiskReadOnly
from vforlob.errors.store import (
    AnswerNotSaved,
    CannotUndo,
    DiskFailed,
    MigrationFailed,
    NothingToUndo,
    RecordInUse,
    SomethingNewer,
)

_STANDS = "Dit svar står her endnu og er ikke gemt."

# What happened, and what to do before Enter is tried again. The first kind that fits.
_NOT_SAVED: tuple[tuple[type[VforlobError], str, str], ...] = (
    (DiskFull, "Disken er fuld.", "Frigør plads, og tryk Enter."),
    (DiskFailed, "Disken melder fejl.", "Tryk Enter for at prøve igen. Det, der er gemt før, er der stadig."),
    (DiskReadOnly, "Der kan ikke skrives i datamappen.", "Se efter, om disken er skrivebeskyttet, og tryk Enter."),
    (DatabaseLocked, "Et andet vindue er ved at skrive.", "Vent et øjeblik, og tryk Enter."),
)


@explains(AnswerNotSaved)
def _(error: AnswerNotSaved) -> list[str]:
    for kind, happened, remedy in _NOT_SAVED:
        if isinstance(error.reason, kind):
            return [f"{happened} {_STANDS} {remedy}"]
    return [_STANDS, *(explain(error.reason) if type(error.reason) is not VforlobError else ())]


@explains(DiskFailed)
def _(_error: DiskFailed) -> list[str]:
    return [
        "Disken melder fejl. Det sidste er ikke gemt; det, der er gemt før, er der stadig.",
        "Tag en kopi af datamappen til en anden disk, og prøv igen.",
    ]


@explains(RecordInUse)
def _(error: RecordInUse) -> list[str]:
    what = f"{KINDS[error.emne].one.split()[1]} {numbered(error.emne, error.nr)}" if error.emne in KINDS else error.emne
    return [f"Der hører andet til {what}, så det kan ikke fjernes.", "Fjern først det, der hører til."]


@explains(NothingToUndo)
def _(_error: NothingToUndo) -> list[str]:
    return ["Der er ikke noget at fortryde.", "Se, hvad der er: vforlob"]


@explains(CannotUndo)
def _(_error: CannotUndo) -> list[str]:
    return [
        "Det sidste kan ikke fortrydes: Det er rettet siden, eller det er slettet for altid.",
        "Ret det i stedet med kommandoen for det, det handler om.",
    ]


@explains(SomethingNewer)
def _(_error: SomethingNewer) -> list[str]:
    return ["Der er skrevet noget nyt i et andet vindue imens. Intet er taget tilbage.", "Prøv igen: vforlob fortryd"]


@explains(MigrationFailed)
def _(error: MigrationFailed) -> list[str]:
    copy = f"Kopien fra før står i {error.copy}" if error.copy else "Der var endnu ingen data"
    return [
        f"Databasen kunne ikke gøres klar til denne udgave af vforlob (trin {error.to_version}). Intet er ændret.",
        f"{copy}. Brug den udgave af vforlob, du havde før, og sig det til den, der hjælper med vforlob.",
    ]
