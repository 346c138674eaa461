"""What is said when a copy cannot be made, or cannot be gone back to. Knows no case."""

import os

from vforlob.actions.copies_words import fault_words
from vforlob.cli.context import in_folder
from vforlob.cli.explain.registry import explains
from vforlob.errors.kopi import (
    CopyDamaged,
    CopyFailed,
    CopyingElsewhere,
    CopyKeyMissing,
    CopyNotFound,
    CopyOfAnother,
    CopyOfDemo,
    CopyUnfinished,
    NoCopies,
    PlaceSynced,
    PlaceUnfit,
    PlaceUnwritable,
    RestoreNotAsked,
    RestoreUnsure,
    RestoringWhileOpen,
)

_UNTOUCHED = "Der er ikke ændret noget."
_OTHERS = "Se, hvilke kopier der er:"


@explains(CopyFailed)
def _(error: CopyFailed) -> list[str]:
    return [
        f"Sikkerhedskopien blev ikke, som den skulle, og er smidt væk. {fault_words(error.reason)}",
        f"Prøv igen: {in_folder('vforlob kopi')} · Hjælper det ikke: {in_folder('vforlob tjek')}",
    ]


@explains(CopyingElsewhere)
def _(_error: CopyingElsewhere) -> list[str]:
    return ["Et andet vindue er ved at lave en sikkerhedskopi.", "Vent et øjeblik, og prøv igen."]


@explains(NoCopies)
def _(error: NoCopies) -> list[str]:
    return [
        f"Der er ingen sikkerhedskopi i {error.path}.",
        f"Lav en med: {in_folder('vforlob kopi')} · Eller giv stien til en: {in_folder('vforlob gendan STI')}",
    ]


@explains(CopyNotFound)
def _(error: CopyNotFound) -> list[str]:
    return [f"Der er ingen sikkerhedskopi, der hedder {error.path}.", f"{_OTHERS} {in_folder('vforlob kopi liste')}"]


@explains(CopyUnfinished)
def _(error: CopyUnfinished) -> list[str]:
    return [
        f"Kopien {error.path} er ikke hel: Den er afbrudt, eller følgefilen (.json) mangler ved siden af.",
        f"En kopi er tre filer med samme navn. {_OTHERS} {in_folder('vforlob kopi liste')}",
    ]


@explains(CopyDamaged)
def _(error: CopyDamaged) -> list[str]:
    return [
        f"Kopien {error.path} kan ikke bruges. {' '.join(map(fault_words, error.faults))} {_UNTOUCHED}",
        f"Tag en anden kopi. {_OTHERS} {in_folder('vforlob kopi liste')}",
    ]


@explains(CopyKeyMissing)
def _(error: CopyKeyMissing) -> list[str]:
    return [
        f"Der er ingen nøgle til kopien {error.path}: Filen .noegle.json ved siden af mangler eller er beskadiget.",
        "Find den fil, der hører til, og læg den ved siden af. En kopi er tre filer med samme navn.",
    ]


@explains(CopyOfAnother)
def _(error: CopyOfAnother) -> list[str]:
    return [
        f"Kopien {error.path} hører til en anden datamappe. {_UNTOUCHED}",
        "Gendan den i en mappe for sig selv: vforlob gendan STI --mappe NY-MAPPE",
    ]


@explains(CopyOfDemo)
def _(error: CopyOfDemo) -> list[str]:
    return [
        f"Kopien {error.path} er fra en demo og kan kun gendannes i den demo. {_UNTOUCHED}",
        "Byg en ny demo med: vforlob demo --forfra",
    ]


@explains(RestoreNotAsked)
def _(_error: RestoreNotAsked) -> list[str]:
    return [
        f"Der blev ikke sagt ja til at gendanne. {_UNTOUCHED}",
        f"Uden en terminal siges ja med --ja: {in_folder('vforlob gendan KOPI --ja')}",
    ]


@explains(RestoringWhileOpen)
def _(_error: RestoringWhileOpen) -> list[str]:
    return [
        f"vforlob er åben i et andet vindue, så databasen kan ikke skiftes ud. {_UNTOUCHED}",
        "Luk de andre vinduer, og prøv igen.",
    ]


@explains(RestoreUnsure)
def _(error: RestoreUnsure) -> list[str]:
    again = in_folder("vforlob kopi --ud MAPPE")
    kept = f" Databasen fra før ligger i {error.kept}." if error.kept else ""
    return [
        f"Kopien er på plads, men disken melder fejl, så det er ikke sikkert, at den bliver der.{kept}",
        f"Se den efter: {in_folder('vforlob tjek')} · Læg en kopi et andet sted: {again}",
    ]


@explains(PlaceUnfit)
def _(error: PlaceUnfit) -> list[str]:
    if os.path.isdir(error.path):
        return [f"{error.path} er en del af datamappen.", "Vælg en mappe et andet sted, helst på en anden disk."]
    return [
        f"Mappen {error.path} findes ikke, eller den er her ikke lige nu.",
        "Sæt nøglen eller disken i, eller lav mappen først, og prøv igen.",
    ]


@explains(PlaceSynced)
def _(error: PlaceSynced) -> list[str]:
    return [
        f"Mappen {error.path} kopieres til nettet af {error.service}. Kopien er ikke lagt der.",
        "Den er krypteret, men spørg kommunen først. Vælg en anden mappe, eller sig ja med --ja.",
    ]


@explains(PlaceUnwritable)
def _(error: PlaceUnwritable) -> list[str]:
    if error.full:
        return [f"Der er ikke plads i {error.path}.", "Frigør plads der, og prøv igen."]
    return [f"Der kan ikke skrives i {error.path}.", "Se efter, om den er skrivebeskyttet, og prøv igen."]
