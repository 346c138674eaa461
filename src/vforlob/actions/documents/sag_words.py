"""The words of a whole case: what its columns hold, in Danish, and who is meant. Knows no document."""

from collections.abc import Iterable, Mapping

from vforlob.actions.timeline_words import ABSENCE, CHANNELS, FORMS, PAID, STEPS, WORRY
from vforlob.model.referat import Linje, Raekke
from vforlob.rules.danish import WEEKDAYS, listed, number, plain_date
from vforlob.rules.voices import DELMAL_STATUS, RECIPIENTS, VOICES, WORKS

__all__ = ["ABSENCE", "CHANNELS", "DELMAL_STATUS", "FORMS", "PAID", "STEPS", "WORKS", "WORRY"]

READINESS = {"klar": "klar", "taet_pa": "tæt på", "laengere_fra": "længere fra"}
TRANSPORT = {"gang": "gang", "cykel": "cykel", "bus": "bus", "bil": "bil", "andet": "andet"}
HOSTS = {"ny": "ny som vært", "erfaren": "har haft forløb før"}
GOALS = {"jobmal": "jobmål", "kompetencemal": "kompetencemål", "udviklingsmal": "udviklingsmål"}
AFTALE = {"aben": "åben", "gjort": "gjort", "bortfaldet": "bortfaldet"}
HOURS = {"praktik": "praktik", "lontilskud": "løntilskud", "ordinaer": "ordinære timer"}
WISHES = {
    "ikke_afsogt": "ikke afsøgt",
    "kontaktet": "kontaktet",
    "snuset": "snuset til",
    "afvist": "afvist",
    "match": "blev til noget",
}
ROLES = {"leder": "lederen", "mentor": "mentoren", "kolleger": "kollegerne", "vitas": "VITAS"}
_DAYS = dict(zip(("man", "tir", "ons", "tor", "fre", "lor", "son"), WEEKDAYS, strict=True))


def word(words: Mapping[str, str], value: str | None) -> str:
    return words.get(value or "", value or "")


def days(dage: Iterable[str]) -> str:
    return listed([_DAYS.get(dag, dag) for dag in dage])


def people(hvem: Iterable[str], recipient: str, others: str | None = None) -> str:
    """As the recipient is spoken to: du, jeg, virksomheden og din søster."""
    named = VOICES[recipient].people
    found = [named.get(one, one) for one in hvem if one != "andre" or not others]
    return listed([*found, *([others] if others else [])])


def readers(modtagere: Iterable[str]) -> str:
    return listed([RECIPIENTS.get(one, one) for one in modtagere])


def roles(found: Iterable[str]) -> str:
    return listed([ROLES.get(one, one) for one in found])


def hours(value: float | None) -> str:
    return f"{number(value)} timer" if value is not None else ""


def day(value: str | None) -> str:
    """1. december 2026; what is no date stands as it is."""
    try:
        return plain_date(value) if value else ""
    except ValueError:
        return value or ""


def short_day(value: str | None) -> str:
    """1.12.2026, where many stand together."""
    try:
        year, month, at = (int(part) for part in (value or "").split("-"))
    except ValueError:
        return value or ""
    return f"{at}.{month}.{year}"


def period(fra: str, indtil: str) -> str:
    """fra den 1. november 2026 til og med den 30. november 2026; either end may be open."""
    first = f"fra den {day(fra)}" if fra else ""
    return " ".join(filter(None, (first, f"til og med den {day(indtil)}" if indtil else "")))


def line(linje: Linje) -> str:
    return f"{linje.navn}{'' if linje.navn[-1:] in '?:.' else ':'} {linje.tekst}" if linje.navn else linje.tekst


def row(raekke: Raekke) -> str:
    """A row of a referat as one text: its name, how it stands, and what stands below it."""
    head = " – ".join(
        filter(None, (f"{raekke.gruppe}: {raekke.tekst}" if raekke.gruppe else raekke.tekst, raekke.hale))
    )
    return "\n".join([head, *map(line, raekke.linjer)])
