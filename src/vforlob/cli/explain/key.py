"""What is said of a key that does not open. Knows no key and never quotes what was typed."""

from vforlob.cli.context import as_typed, in_folder
from vforlob.cli.explain.registry import explains
from vforlob.errors.key import (
    KeyEnvelopeDamaged,
    KeyEnvelopeMissing,
    KeyEnvelopeNewer,
    KeyEnvelopeUnsafe,
    KeyFileExposed,
    KeyFileFaulty,
    KeyFileMissing,
    KeyFileWanted,
    MistypedRecoveryCode,
    NewLockUnproven,
    NoKeyring,
    PassphraseUnaskable,
    WeakPassphrase,
    WrongPassphrase,
    WrongRawKey,
    WrongRecoveryCode,
)

_UNTOUCHED = "Der er ikke ændret noget."


@explains(WrongPassphrase)
def _(error: WrongPassphrase) -> list[str]:
    if not error.tries:
        return ["Adgangssætningen passer ikke.", "Prøv igen. Store og små bogstaver skal være som dengang."]
    return [
        f"Adgangssætningen passede ikke i {error.tries} forsøg. {_UNTOUCHED}",
        "Er den glemt, så start igen, og skriv gendannelseskoden i stedet.",
    ]


@explains(MistypedRecoveryCode)
def _(_error: MistypedRecoveryCode) -> list[str]:
    return ["Der er en tastefejl i gendannelseskoden.", "Sammenlign den med papiret, og skriv den igen."]


@explains(WrongRecoveryCode)
def _(_error: WrongRecoveryCode) -> list[str]:
    return [
        "Gendannelseskoden hører ikke til denne mappe, eller den er afløst af en nyere.",
        "Find den nyeste kode, eller vælg mappen med --mappe.",
    ]


@explains(WrongRawKey)
def _(_error: WrongRawKey) -> list[str]:
    return [
        f"Nøglen i nøglefilen passer ikke til denne mappe. {_UNTOUCHED}",
        "Se efter, om VFORLOB_NOEGLEFIL og datamappen hører sammen.",
    ]


@explains(KeyEnvelopeMissing)
def _(_error: KeyEnvelopeMissing) -> list[str]:
    return [
        "Filen noegle.json mangler i datamappen, og uden den kan dine data ikke låses op.",
        f"Hent en sikkerhedskopi frem, den har sin egen: {in_folder('vforlob gendan')}",
    ]


@explains(KeyEnvelopeDamaged)
def _(_error: KeyEnvelopeDamaged) -> list[str]:
    return [
        f"Filen noegle.json er beskadiget. {_UNTOUCHED}",
        f"Hent en sikkerhedskopi frem, den har sin egen: {in_folder('vforlob gendan')}",
    ]


@explains(KeyEnvelopeUnsafe)
def _(_error: KeyEnvelopeUnsafe) -> list[str]:
    return [
        "Filen noegle.json beskytter ikke nøglen, som vforlob gør det. Den kan være lavet om af andre.",
        "Flyt den ud af mappen, og åbn igen, så bliver den hentet fra den nyeste sikkerhedskopi. Sig det til kommunens"
        " support, hvis du ikke selv har rørt den.",
    ]


@explains(KeyEnvelopeNewer)
def _(_error: KeyEnvelopeNewer) -> list[str]:
    return [f"Mappen er låst af en nyere vforlob end denne. {_UNTOUCHED}", "Hent den nyeste vforlob, og prøv igen."]


@explains(KeyFileMissing)
def _(error: KeyFileMissing) -> list[str]:
    return [
        f"Nøglefilen {error.path} findes ikke eller kan ikke læses.",
        "Ret stien i VFORLOB_NOEGLEFIL eller efter --noeglefil.",
    ]


@explains(KeyFileFaulty)
def _(error: KeyFileFaulty) -> list[str]:
    return [
        f"Nøglefilen {error.path} er ikke en nøgle: den har {error.length} tegn, der kan læses.",
        "Vælg den rigtige fil. En nøglefil har 64 tegn: tallene 0-9 og bogstaverne a-f, og intet andet.",
    ]


@explains(KeyFileExposed)
def _(error: KeyFileExposed) -> list[str]:
    return [
        f"Nøglefilen {error.path} kan læses af andre end dig (rettigheder {error.mode:04o}).",
        f"Gør den til din alene: chmod 600 {as_typed(error.path)}",
    ]


@explains(KeyFileWanted)
def _(_error: KeyFileWanted) -> list[str]:
    return [
        "Denne mappe låses op med en nøglefil, og der er ikke valgt nogen.",
        "Skriv stien til den i VFORLOB_NOEGLEFIL, og prøv igen.",
    ]


@explains(PassphraseUnaskable)
def _(_error: PassphraseUnaskable) -> list[str]:
    return [
        "Mappen låses op med din adgangssætning, og her er ingen at spørge.",
        "Kør kommandoen i et vindue, hvor du kan skrive, eller brug en mappe med nøglefil (VFORLOB_NOEGLEFIL).",
    ]


_EASY = {
    "common": "Adgangssætningen består mest af noget, som mange bruger og andre vil gætte.",
    "repeated": "Adgangssætningen gentager sig selv og er let at gætte.",
}


@explains(WeakPassphrase)
def _(error: WeakPassphrase) -> list[str]:
    return [
        _EASY.get(error.reason, f"Adgangssætningen har {error.length} tegn. Den skal have mindst 20."),
        "Tag en hel sætning, som kun du kender, eller lad vforlob vælge fem ord.",
    ]


@explains(NoKeyring)
def _(_error: NoKeyring) -> list[str]:
    return [
        "Denne computer har ikke en nøglering, som vforlob kan bruge.",
        "Du skriver adgangssætningen, når du åbner. Alt andet virker som før.",
    ]


@explains(NewLockUnproven)
def _(_error: NewLockUnproven) -> list[str]:
    return [
        "Prøven mislykkedes: det nye åbnede ikke. Der er ikke ændret noget, og det gamle gælder.",
        "Genstart computeren, og prøv igen. Sker det igen, så sig det til kommunens support.",
    ]
