"""What is said when something stands in the way of a deletion. Knows the sentences, decides nothing."""

from vforlob.cli.context import in_folder
from vforlob.cli.explain.registry import explains
from vforlob.errors.sletning import (
    ClockNotTrusted,
    DeletingElsewhere,
    DeletionStopped,
    FilesStillThere,
    ForlobStillOpen,
    NotInJournal,
    NumberNotTyped,
    VirksomhedInUse,
)
from vforlob.rules.danish import counted, listed


@explains(DeletionStopped)
def _(error: DeletionStopped) -> list[str]:
    return [
        f"b{error.borger} har slettestop. Intet er slettet.",
        f"Når det, stoppet var for, er ovre, så hæv det: {in_folder(f'vforlob slettestop b{error.borger} af')}",
    ]


@explains(ForlobStillOpen)
def _(error: ForlobStillOpen) -> list[str]:
    forlobene = listed([f"f{nr}" for nr in error.forlobene])
    return [
        f"b{error.borger} er i et forløb, der ikke er afsluttet: {forlobene}. Intet er slettet.",
        f"Afslut det først: {in_folder(f'vforlob afslutning f{error.forlobene[0]}')}",
    ]


@explains(NotInJournal)
def _(error: NotInJournal) -> list[str]:
    notes = counted(error.count, "notat om", "notater om")
    return [
        f"{notes} b{error.borger} er ikke kvitteret sat ind i journalen. Intet er slettet.",
        f"Sæt det ind, og kvitter: {in_folder('vforlob journal')}",
    ]


@explains(DeletingElsewhere)
def _(_error: DeletingElsewhere) -> list[str]:
    return ["Et andet vindue er ved at slette. Her er intet slettet.", "Vent, til det er færdigt, og prøv igen."]


@explains(NumberNotTyped)
def _(error: NumberNotTyped) -> list[str]:
    return [
        f"Der er ikke sagt ja til at slette {error.number}. Intet er slettet.",
        f"Skriv nummeret igen efter --ja: {in_folder(f'vforlob {error.line} {error.number} --ja {error.number}')}",
    ]


@explains(ClockNotTrusted)
def _(_error: ClockNotTrusted) -> list[str]:
    return [
        "Computerens ur passer ikke med det, der sidst blev skrevet her. Intet er slettet.",
        "Se efter, om datoen på computeren er rigtig. Er den det, så slet fra et vindue, hvor du kan bekræfte den.",
    ]


@explains(VirksomhedInUse)
def _(error: VirksomhedInUse) -> list[str]:
    forlobene = f"forløb ({listed([f'f{nr}' for nr in error.forlobene[:6]])})" if error.forlobene else ""
    asked = counted(error.henvendelser, "henvendelse", "henvendelser") if error.henvendelser else ""
    return [
        f"v{error.virksomhed} står i {listed([part for part in (forlobene, asked) if part])}. Intet er slettet.",
        "En virksomhed kan slettes, når de borgere, der har været der, er slettet.",
    ]


@explains(FilesStillThere)
def _(error: FilesStillThere) -> list[str]:
    return [
        f"Filer om b{error.borger} ligger der endnu og kunne ikke slettes. Borgeren er ikke slettet.",
        *error.paths,
        "Luk dem i det program, der har dem åbne, og prøv igen.",
    ]
