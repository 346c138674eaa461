"""What is said when a document cannot be made or put where it should stand. Knows no document."""

from vforlob.cli.explain.registry import explains
from vforlob.errors.render import (
    DocumentExists,
    DocumentNotWritten,
    NoTextBeforeForlob,
    NoTextWithoutYes,
    SamtaleNotFinished,
    TemplateExists,
    UnknownFormat,
    UnknownRecipient,
)
from vforlob.model.agenda import RECIPIENTS
from vforlob.rules.danish import listed, quoted
from vforlob.rules.voices import RECIPIENTS as NAMES


@explains(NoTextBeforeForlob)
def _(error: NoTextBeforeForlob) -> list[str]:
    return [
        f"Samtalen s{error.samtale} er holdt, før der var et forløb. Der er ingen tekst til {NAMES[error.recipient]}.",
        f"Skriv fx: vforlob referat s{error.samtale} --til borger",
    ]


@explains(NoTextWithoutYes)
def _(error: NoTextWithoutYes) -> list[str]:
    return [
        "Borgeren har ikke sagt ja til, at arbejdsgiveren må kontaktes.",
        f"Derfor er der ingen tekst til {NAMES[error.recipient]}.",
        f"Siger borgeren ja, så ret samtalen: vforlob samtale ret s{error.samtale}",
    ]


@explains(SamtaleNotFinished)
def _(error: SamtaleNotFinished) -> list[str]:
    return [
        f"Samtalen s{error.samtale} er ikke færdig endnu, så der er ingen tekst fra den.",
        f"Gør den færdig: {error.line}",
    ]


@explains(UnknownRecipient)
def _(error: UnknownRecipient) -> list[str]:
    meant = f" Mente du {error.near}?" if error.near else ""
    return [
        f"{quoted(error.typed)} er ikke en modtager.{meant}",
        f"Vælg mellem {listed(RECIPIENTS)}. Skriv fx: --til {error.near or 'borger'}",
    ]


@explains(UnknownFormat)
def _(error: UnknownFormat) -> list[str]:
    meant = f" Mente du {error.near}?" if error.near else ""
    return [
        f"{quoted(error.typed)} er ikke et format, der kan laves her.{meant}",
        f"Vælg mellem {listed(error.known)}. Skriv fx: --format {error.near or error.known[0]}",
    ]


@explains(DocumentExists)
def _(error: DocumentExists) -> list[str]:
    return [
        f"Der er allerede en fil, der hedder {error.path}. Den er ikke ændret.",
        "Vælg et andet navn, eller skriv --overskriv for at erstatte den.",
    ]


@explains(TemplateExists)
def _(error: TemplateExists) -> list[str]:
    return [
        f"Din egen Word-skabelon ligger her allerede: {error.path}. Den er ikke ændret.",
        "Ret den i Word, eller slet den først, hvis du vil begynde forfra.",
    ]


@explains(DocumentNotWritten)
def _(error: DocumentNotWritten) -> list[str]:
    return {
        "plads": ["Disken er fuld, så filen er ikke skrevet.", "Frigør plads, og prøv igen."],
        "mappe": [f"Mappen til {error.path} findes ikke.", "Lav mappen først, eller vælg en anden efter --ud."],
        "er_mappe": [f"{error.path} er en mappe.", "Skriv også et filnavn efter --ud."],
        "adgang": [f"{error.path} kan ikke skrives.", "Se efter, om mappen er din, og om disken er skrivebeskyttet."],
    }[error.reason]
