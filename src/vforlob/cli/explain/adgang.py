"""What is said where the way into the folder cannot be changed. Never quotes what was typed."""

from vforlob.cli.explain.registry import explains
from vforlob.errors.adgang import (
    KeyringChoiceUnknown,
    LockMinutesUnfit,
    NobodyToProve,
    NoPassphraseHere,
)

_OPENS = {
    "raanoegle": "Datamappen åbner med en nøglefil og har ingen adgangssætning, gendannelseskode eller nøglering.",
    "demo": "Demoen er opdigtet og har ingen adgangssætning, gendannelseskode eller nøglering.",
}


@explains(NoPassphraseHere)
def _(error: NoPassphraseHere) -> list[str]:
    return [
        _OPENS.get(error.kind, _OPENS["raanoegle"]),
        "Til rigtige borgere laver du en mappe med adgangssætning: vforlob opsæt",
    ]


@explains(NobodyToProve)
def _(error: NobodyToProve) -> list[str]:
    return [
        "Der mangler adgangssætningen, og den kan kun skrives i et vindue. Der er ikke ændret noget.",
        f"Kør den i et vindue, hvor du kan skrive: vforlob {error.command}",
    ]


@explains(LockMinutesUnfit)
def _(_error: LockMinutesUnfit) -> list[str]:
    return ["Antallet af minutter skal være et helt tal fra 1 til 60.", "Skriv fx: vforlob adgang lås 5"]


@explains(KeyringChoiceUnknown)
def _(_error: KeyringChoiceUnknown) -> list[str]:
    return [
        "Her kan kun stå til eller fra.",
        "Skriv: vforlob adgang nøglering til, eller: vforlob adgang nøglering fra",
    ]
