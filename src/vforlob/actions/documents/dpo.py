"""The one page for leader and DPO: what is kept, how, for how long, and what they must answer. One page, always."""

from datetime import date

from vforlob.actions.documents.blocks import bullets, fields
from vforlob.actions.documents.finished import finished
from vforlob.actions.fortegnelse import Behandling
from vforlob.actions.fortegnelse_dpo_words import (
    ACCESS,
    BY_DEMO,
    BY_KEY_FILE,
    DECIDE_TITLE,
    ELSE,
    ENCRYPTION,
    IN_KEYRING,
    LIMITS,
    LIMITS_TITLE,
    NEVER,
    NEVER_TITLE,
    NOBODY_ELSE,
    NOT_LEGAL,
    QUESTIONS,
    SHARING,
    SIGN,
    TITLE,
    WHAT,
    WHERE,
    YES_NO,
)
from vforlob.actions.slettefrister import COPY, EXPORT
from vforlob.model.dokument import Dokument, Mulighed, Overskrift, Sporgsmal, Tekst, Underskrift
from vforlob.rules.danish import counted, plain_date
from vforlob.store.envelope import DEMO, PASSPHRASE

ART, READERS = "dpo", "leder"


def dpo_page(behandling: Behandling, today: date) -> Dokument:
    made = Dokument(
        art=ART,
        titel=TITLE,
        modtager=READERS,
        undertitel=f"Til leder og databeskyttelsesrådgiver, {plain_date(today)}",
        dato=today.isoformat(),
        blokke=(
            *fields(
                (
                    ("Hvad gemmes", f"{WHAT} {names_said(behandling)}"),
                    ("Hvor", WHERE),
                    ("Kryptering", encryption_said(behandling)),
                    ("Sletning", deletion_said(behandling)),
                    ("Kopier", copies_said(behandling)),
                    ("Indsigt", ACCESS),
                    ("Deling", SHARING),
                )
            ),
            Overskrift(NEVER_TITLE),
            *bullets(NEVER),
            Overskrift(LIMITS_TITLE),
            *bullets(LIMITS),
            Overskrift(DECIDE_TITLE),
            *(
                Sporgsmal(
                    str(nr), text, muligheder=tuple(Mulighed(*it) for it in YES_NO), felt=f"dpo.{name}", kort=True
                )
                for nr, (name, text) in enumerate(QUESTIONS, 1)
            ),
            Sporgsmal(str(len(QUESTIONS) + 1), ELSE, linjer=1, felt="dpo.andet"),
            Underskrift(SIGN),
            Tekst(NOT_LEGAL, "daempet"),
        ),
    )
    return finished(made, "")


def names_said(behandling: Behandling) -> str:
    if not behandling.is_set_up:
        return "Navn og telefonnummer kun, hvis kommunen siger ja."
    when = f", svaret {plain_date(behandling.navne_dato)}" if behandling.navne_dato else ""
    if behandling.navne == "ja":
        return f"Navn og telefonnummer bliver gemt: Kommunen har sagt ja{when}."
    return f"Navn og telefonnummer bliver ikke gemt{when}."


def encryption_said(behandling: Behandling) -> str:
    if behandling.noegle != PASSPHRASE:
        return BY_DEMO if behandling.noegle == DEMO else BY_KEY_FILE
    return f"{ENCRYPTION} {IN_KEYRING if behandling.noeglering else NOBODY_ELSE}"


def deletion_said(behandling: Behandling) -> str:
    days = behandling.frister
    return (
        f"Fri tekst {_days(days['fritekst'])} efter, at den er sat ind i journalen, og den næste samtale er holdt. "
        f"Sagen {_days(days['sag'])} efter, at den er lukket. Kladder {_days(days['kladde'])}, log "
        f"{_days(days['log'])}, virksomheder {_days(days['virksomhed'])} uden forløb. Tilbage bliver tal uden person."
    )


def copies_said(behandling: Behandling) -> str:
    days = behandling.frister
    place = "også et andet sted, som konsulenten har valgt" if behandling.andet_sted else "kun på computeren"
    return (
        f"Krypterede, prøvet efter, {place}, højst {_days(days[COPY])}. Det slettede bliver slettet igen, når en "
        f"kopi hentes frem. Programmet minder om filer i klar tekst efter {_days(days[EXPORT])}."
    )


def _days(count: int) -> str:
    return counted(count, "dag", "dage")
