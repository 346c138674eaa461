"""Hensyn on a screen, "Kun til dig": the matrix of who may know what, and one at a time. The gate has decided."""

from collections.abc import Iterable, Sequence
from datetime import date
from typing import NamedTuple

from vforlob.actions.adoption import ROLES
from vforlob.actions.briefing import ASK_FIRST, known_hensyn
from vforlob.cli.hensyn_words import who_may_know
from vforlob.cli.layout import for_you, labelled, one_line, wrap
from vforlob.cli.owners import Owner
from vforlob.cli.record_lists import columns
from vforlob.model.hensyn import Clearance, Hensyn
from vforlob.rules.danish import listed, long_date, short_date
from vforlob.rules.gate import Scene

HEADS = {"leder": "Leder", "mentor": "Mentor", "kolleger": "Kolleger", "vitas": "VITAS"}
UNDECIDED = "sporg"
SAID = {"ma": "må", UNDECIDED: "spørg", "ma_ikke": "nej"}
LEGEND = "må: må få løsningen at vide · spørg: spørg borgeren først · nej: må ikke"
STATUS = {"aktiv": "Gælder", "ikke_laengere": "Ikke længere nødvendigt", "trukket": "Trukket tilbage"}
WORKS = {"ja": "ja", "delvist": "delvist", "nej": "nej", "ikke_laengere": "ikke længere nødvendigt"}


class Place(NamedTuple):
    """One forløb, and what has been decided in it."""

    owner: Owner
    clearances: tuple[Clearance, ...]


def answers_in(hensyn: Hensyn, place: Place) -> dict[str, str]:
    """By role: ma, sporg or ma_ikke, as the gate has it now."""
    scene = Scene(True, (), clearances=place.clearances, hensyn=(hensyn,))
    found = {rolle: UNDECIDED if svar == ASK_FIRST else svar for rolle, svar in known_hensyn(hensyn, scene).roles}
    undecided = "ma_ikke" if hensyn.trukket else UNDECIDED
    return {rolle: found.get(rolle, undecided) for rolle in ROLES}


def agreed_in(hensyn: Hensyn, place: Place) -> str:
    """The day of the newest word on it."""
    return max((row.aftalt or "" for row in place.clearances if row.hensyn == hensyn.nr), default="")


def matrix(hensynene: Iterable[Hensyn], place: Place, today: date, width: int) -> list[str]:
    """One line a hensyn, one column a role."""
    rows = []
    for hensyn in hensynene:
        answers = answers_in(hensyn, place)
        said = (SAID[answers[rolle]] for rolle in ROLES)
        rows.append((str(hensyn.nr), named(hensyn), *said, _day(agreed_in(hensyn, place), today)))
    heads = ("Nr", "Løsning på arbejdspladsen", *(HEADS[rolle] for rolle in ROLES), "Aftalt")
    return [*columns(heads, rows, width), "", *(f" {line}" for line in wrap(LEGEND, width - 2))]


def matrix_screen(hensynene: Sequence[Hensyn], place: Place, today: date, width: int) -> list[str]:
    return [
        *for_you(f"Hensyn · {place.owner.name}", width),
        "",
        *matrix(hensynene, place, today, width),
        *_reasons(hensynene, width),
    ]


def wishes_screen(hensynene: Sequence[Hensyn], owner: Owner, width: int) -> list[str]:
    """Before there is a forløb nobody is cleared for anything."""
    rows = [(str(it.nr), named(it), wish_of(it)) for it in hensynene]
    return [
        *for_you(f"Hensyn · {owner.name}", width),
        "",
        *columns(("Nr", "Løsning på arbejdspladsen", "Borgerens ønske"), rows, width),
        "",
        " Ingen får noget at vide, før det er aftalt for et forløb.",
        *_reasons(hensynene, width),
    ]


def all_table(hensynene: Sequence[Hensyn], aliases: dict[int, str], width: int) -> list[str]:
    rows = [(str(it.nr), aliases[it.borger], named(it)) for it in hensynene]
    return columns(("Nr", "Borger", "Løsning på arbejdspladsen"), rows, width)


def hensyn_screen(hensyn: Hensyn, owner: Owner, places: Sequence[Place], today: date, width: int) -> list[str]:
    facts = (
        ("Det, der er svært", hensyn.hensyn),
        ("Behov", hensyn.behov),
        ("Løsning", hensyn.losning),
        ("Sagt positivt", hensyn.reformulering),
        ("Virker det", WORKS.get(hensyn.virker or "", hensyn.virker)),
        ("Hvorfor", hensyn.hvorfor),
        ("Betydning for sagen", _weight(hensyn)),
        ("Borgerens ønske", wish_of(hensyn) if hensyn.hvem or hensyn.sporg_forst else None),
        ("Aftalt", long_date(hensyn.aftalt) if hensyn.aftalt else None),
        ("Status", _status(hensyn, today)),
    )
    return [
        *for_you(f"Hensyn {hensyn.nr} · {owner.name}", width),
        "",
        *(line for label, text in facts if text for line in labelled(label, one_line(text), width)),
        *_places(hensyn, places, today, width),
    ]


def decided_words(hensyn: Hensyn, place: Place) -> str:
    """må vide det: leder; spørg først: kolleger"""
    scene = Scene(True, (), clearances=place.clearances, hensyn=(hensyn,))
    return who_may_know(known_hensyn(hensyn, scene))


def wish_of(hensyn: Hensyn) -> str:
    parts = [f"gerne {_roles(hensyn.hvem)}"] if hensyn.hvem else []
    parts += [f"spørg først om {_roles(hensyn.sporg_forst)}"] if hensyn.sporg_forst else []
    return "; ".join(parts)


def named(hensyn: Hensyn) -> str:
    """The løsning; what is no longer in use says so first, where a narrow column keeps it."""
    text = one_line(hensyn.losning or hensyn.behov or hensyn.hensyn or "")
    return text if hensyn.status == "aktiv" else f"{STATUS.get(hensyn.status, hensyn.status)}: {text}"


def _roles(roles: Iterable[str]) -> str:
    return listed([HEADS[rolle].casefold() if rolle != "vitas" else "VITAS" for rolle in ROLES if rolle in roles])


def _day(day: str, today: date) -> str:
    return short_date(day, today) if day else "-"


def _reasons(hensynene: Iterable[Hensyn], width: int) -> list[str]:
    told = [f"{it.nr}: {one_line(it.hvorfor)}" for it in hensynene if it.hvorfor]
    lines = [line for place, text in enumerate(told) for line in labelled("" if place else "Hvorfor", text, width)]
    return ["", *lines] if lines else []


def _places(hensyn: Hensyn, places: Sequence[Place], today: date, width: int) -> list[str]:
    if not places:
        return ["", " Ingen får noget at vide, før det er aftalt for et forløb."]
    rows = []
    for place in places:
        answers = answers_in(hensyn, place)
        said = (SAID[answers[rolle]] for rolle in ROLES)
        where = one_line(place.owner.virksomhed.navn) if place.owner.virksomhed else ""
        rows.append((f"{place.owner.number} {where}", *said, _day(agreed_in(hensyn, place), today)))
    heads = ("Hvem ved hvad", *(HEADS[rolle] for rolle in ROLES), "Aftalt")
    return ["", *columns(heads, rows, width), "", *(f" {line}" for line in wrap(LEGEND, width - 2))]


def _weight(hensyn: Hensyn) -> str | None:
    if hensyn.betydning == "nej":
        return "nej, ordene om det svære kommer ikke med i journalen"
    return hensyn.betydning


def _status(hensyn: Hensyn, today: date) -> str:
    since = f" {short_date(hensyn.trukket, today)}" if hensyn.trukket else ""
    return f"{STATUS.get(hensyn.status, hensyn.status)}{since}"
