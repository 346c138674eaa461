"""What VITAS asks for, in its order, and the remark about hours that rise. Knows no storage and no screen.

VITAS takes one number of hours: what is expected at the end. How it is reached is told in the remark.
"""

from collections.abc import Iterable
from datetime import date
from itertools import pairwise
from typing import NamedTuple

from vforlob.model.case import Case
from vforlob.model.forlob import Forlob
from vforlob.model.hensyn import Hensyn
from vforlob.model.timer import HOURS_OF, Timer
from vforlob.rules.danish import WEEKDAYS, clock, counted, listed, number, plain_date
from vforlob.rules.frister import GRANTED, needs_vitas
from vforlob.rules.gate import Scene, cleared
from vforlob.rules.timetrappe import aim, steps

REFUSED = "afslag"
STATUS = {
    "ikke_oprettet": "ikke oprettet",
    "oprettet": "oprettet",
    "underskrevet_arbejdsgiver": "underskrevet af arbejdsgiveren",
    "underskrevet_medarbejderrepraesentant": "underskrevet af medarbejderrepræsentanten",
    "sendt": "sendt",
    GRANTED: "bevilget",
    REFUSED: "afslag",
}
ARTS = {
    "virksomhedspraktik": "Virksomhedspraktik",
    "lontilskud": "Løntilskud",
    "lonnede_timer": "Lønnede timer",
    "smajob": "Småjob",
    "fleksjob": "Fleksjob",
    "kombination": "Virksomhedspraktik kombineret med timer med løn",
    "andet": "Andet",
}
AIMS = {"afklaring": "Afklaring", "optraening": "Optræning", "ansaettelse": "Ansættelse"}
ROLE = "vitas"
_DAYS = dict(zip(("man", "tir", "ons", "tor", "fre", "lor", "son"), WEEKDAYS, strict=True))
ASK = "spørg virksomheden"


class Field(NamedTuple):
    """One field to paste. Where `value` is empty, `missing` says how it is found; a field with neither is left out."""

    id: str
    label: str
    value: str
    missing: str = ""


def fields(case: Case, modetid: str | None) -> tuple[Field, ...]:
    """`modetid` is "HH:MM", as it was agreed at the startmøde."""
    forlob = _forlob(case)
    found = (*_of_virksomhed(case, forlob), *_of_forlob(case, forlob, modetid))
    return tuple(field for field in found if field.value or field.missing)


def considerations(case: Case) -> tuple[Hensyn, ...]:
    """Those that may stand in VITAS in this forløb: the gate has the say, and what is over is left out."""
    here = tuple(row for row in case.clearances if row.forlob == _forlob(case).nr)
    scene = Scene(True, (), clearances=here, hensyn=case.hensyn)
    alive = (one for one in case.hensyn if one.status == "aktiv" and one.losning)
    return tuple(one for one in alive if cleared(one.nr, ROLE, scene))


def remark(case: Case) -> str:
    """In words: where the hours begin, each step, where they are expected to end. Empty when they stand still."""
    kind, goal, start = HOURS_OF[_forlob(case).art], aim(case.timer), _forlob(case).start or ""
    agreed = [one for one in steps(case.timer) if _said(one, kind)]
    course = [*[one for one in agreed if one.fra <= start][-1:], *(one for one in agreed if one.fra > start)]
    changed = [one for before, one in pairwise(course) if _said(one, kind) != _said(before, kind)]
    is_ahead = goal is not None and bool(course) and _said(goal, kind) not in ("", _said(course[-1], kind))
    word = "Forventet" if goal is not None and _is_in_period(goal, _forlob(case)) else "Målet er, efter forløbet,"
    if not changed and not is_ahead:
        return ""
    last = goal if goal is not None and is_ahead else course[-1]
    how = "stiger" if _total(last) > _total(course[0]) else "ændrer sig"
    told = [f"Timetallet {how} undervejs og aftales trin for trin."]
    told += [f"Fra {plain_date(max(one.fra, start))}: {_said(one, kind)}." for one in (course[0], *changed)]
    if goal is not None and is_ahead:
        told.append(f"{word} fra {plain_date(goal.fra)}: {_said(goal, kind)}.")
    return " ".join(told)


def warnings(forlob: Forlob, today: date) -> tuple[str, ...]:
    """What she must not overlook before the bevilling is there."""
    if forlob.status == "lukket":
        day = f" den {plain_date(forlob.lukket)}" if forlob.lukket else ""
        return (f"Forløbet blev lukket{day}. Der skal ikke oprettes noget i VITAS for det.",)
    if not needs_vitas(forlob):
        return ()
    if forlob.vitas == REFUSED:
        return ("Der er givet afslag. Borgeren må ikke begynde, før der er en ny bevilling.",)
    status = STATUS.get(forlob.vitas or "ikke_oprettet", "")
    told = [f"Bevillingen er ikke givet endnu (status: {status}). Borgeren må ikke begynde, før den er givet."]
    if forlob.start and forlob.start <= today.isoformat():
        told.append(f"Første dag er {plain_date(forlob.start)}. Tal med virksomheden i dag.")
    elif forlob.start:
        told.append(f"Den skal være der før {plain_date(forlob.start)}, forløbets første dag.")
    return tuple(told)


def _of_virksomhed(case: Case, forlob: Forlob) -> Iterable[Field]:
    virksomhed = case.virksomhed
    assert virksomhed is not None
    put = f"{ASK}, og skriv det: vforlob virksomhed ret v{virksomhed.nr}"
    yield Field("virksomhed", "Virksomhed", virksomhed.navn)
    yield Field("cvr", "CVR-nummer", virksomhed.cvr or "", put)
    yield Field("sted", "Arbejdssted", virksomhed.sted or "", put)
    yield Field("kontakt", "Kontaktperson", forlob.kontakt_virksomhed or virksomhed.kontakt or "", put)
    yield Field("telefon", "Telefon", virksomhed.telefon or "", put)
    yield Field("email", "E-mail", virksomhed.email or "", put)
    yield Field("medarbejderrepraesentant", "Medarbejderrepræsentant", "", f"{ASK} om navn, telefon og mail")
    yield Field("antal_ansatte", "Antal ansatte", "", f"{ASK} om antal på fuld tid")


def _of_forlob(case: Case, forlob: Forlob, modetid: str | None) -> Iterable[Field]:
    ret = f"vforlob forløb ret f{forlob.nr}"
    days = listed([_DAYS[day] for day in forlob.dage if day in _DAYS])
    losninger = "\n".join(one.losning or "" for one in considerations(case))
    yield Field("ordning", "Slags", ARTS.get(forlob.art, forlob.art))
    yield Field("periode", "Periode", _period(forlob), f"skriv begge dage: {ret}")
    yield Field("timer", "Timer om ugen", _hours(case, forlob), f"skriv dem: vforlob timer ny f{forlob.nr}")
    yield Field("dage", "Arbejdsdage", days, "aftal dem på startmødet")
    yield Field("arbejdstid", "Arbejdstid", f"Møder {clock(modetid)}" if modetid else "", "aftal den på startmødet")
    yield Field("opgaver", "Arbejdsopgaver", _tasks(case), f"aftal dem: vforlob opgave ny f{forlob.nr}")
    yield Field("formal", "Formål", _purpose(forlob), f"skriv det præcise formål: {ret}")
    yield Field("skanehensyn", "Skånehensyn", losninger)
    yield Field("bemaerkning", "Bemærkning", remark(case))


def _forlob(case: Case) -> Forlob:
    assert case.forlob is not None
    return case.forlob


def _period(forlob: Forlob) -> str:
    return f"{plain_date(forlob.start)} - {plain_date(forlob.slut)}" if forlob.start and forlob.slut else ""


def _hours(case: Case, forlob: Forlob) -> str:
    """What is expected at the end, of the kind that the bevilling is about."""
    kind, goal = HOURS_OF[forlob.art], aim(case.timer)
    expected = (goal,) if goal is not None and _is_in_period(goal, forlob) else ()
    sources = (*expected, *reversed(steps(case.timer)))
    found = next((getattr(one, kind) for one in sources if getattr(one, kind)), forlob.timer)
    return number(found) if found else ""


def _is_in_period(goal: Timer, forlob: Forlob) -> bool:
    return forlob.slut is None or goal.fra <= forlob.slut


def _said(timer: Timer, kind: str) -> str:
    """12,5 timer om ugen og 4 timer med løn"""
    hours = getattr(timer, kind)
    own = f"{counted(hours, 'time', 'timer')} om ugen" if hours else ""
    paid = timer.ordinaer if kind != "ordinaer" else None
    if not paid:
        return own
    return (
        f"{own} og {counted(paid, 'time', 'timer')} med løn"
        if own
        else f"{counted(paid, 'time', 'timer')} med løn om ugen"
    )


def _total(timer: Timer) -> float:
    return (timer.praktik or 0) + (timer.lontilskud or 0) + (timer.ordinaer or 0)


def _tasks(case: Case) -> str:
    return "\n".join(one.opgave for one in case.opgaver if one.opgave)


def _purpose(forlob: Forlob) -> str:
    art = AIMS.get(forlob.hensigt_art or "", "")
    return f"{art}: {forlob.hensigt}" if art and forlob.hensigt else forlob.hensigt or ""
