"""A case told by facts alone, so that nobody is known by it: which kind, which week, how long. Knows no name."""

from collections.abc import Iterator
from datetime import date
from typing import NamedTuple

from vforlob.model.linje import BorgerLinje, Linje
from vforlob.model.text import fold
from vforlob.rules.danish import counted, listed
from vforlob.rules.rulebook import RuleBook

FACTS = 3  # of a case: a line or two
LATELY, SOON = 7, 14  # days: within a week nobody would say it; what ends soon is so for the list of the day too
_ARTS = {
    "virksomhedspraktik": "Praktik",
    "lontilskud": "Løntilskud",
    "lonnede_timer": "Lønnede timer",
    "smajob": "Småjob",
    "fleksjob": "Fleksjob",
    "kombination": "Kombinationsforløb",
}
# Only a word that thousands of places share is told; whatever else was typed as a branche is left out.
_BRANCHER = (
    *("detail", "lager", "logistik", "transport", "kontor", "administration", "service", "handel"),
    *("rengøring", "køkken", "kantine", "restaurant", "hotel", "butik", "bageri", "produktion", "industri"),
    *("landbrug", "gartneri", "håndværk", "byggeri", "maler", "tømrer", "værksted", "genbrug", "pleje"),
    *("ældrepleje", "sundhed", "daginstitution", "skole", "børnehave", "it", "plejehjem", "renovation"),
)
_KNOWN = {fold(word): word for word in _BRANCHER}


class Case(NamedTuple):
    """`number` is f12 or b7, for the consultant's own eyes; `tekst` tells it without."""

    number: str
    tekst: str


def forlob_case(linje: Linje, branche: str | None, today: date, rules: RuleBook) -> Case:
    kind = _ARTS.get(linje.art, "Forløb")
    known = _KNOWN.get(fold(" ".join((branche or "").split())))
    where = f" i {known}" if known else ""
    return Case(f"f{linje.forlob}", f"{kind}{where}, {_week(linje, today)}: {_told(_facts(linje, today, rules))}.")


def borger_case(line: BorgerLinje, today: date) -> Case:
    return Case(f"b{line.borger}", f"Borger uden forløb: {_told(_borger_facts(line, today))}.")


def _week(linje: Linje, today: date) -> str:
    if linje.start is None or linje.start > today.isoformat():
        return "ikke begyndt"
    if linje.status == "lukket":
        return "afsluttet"
    return f"uge {(today - date.fromisoformat(linje.start)).days // 7 + 1}"


def _told(facts: Iterator[str]) -> str:
    found = [fact for fact, _ in zip(facts, range(FACTS), strict=False)]
    return listed(found) if found else "alt er til tiden"


def _facts(linje: Linje, today: date, rules: RuleBook) -> Iterator[str]:
    """What is furthest behind first, and that it is followed closely last."""
    iso = today.isoformat()
    if linje.status == "lukket":
        yield f"sluttede for {_days(linje.lukket or iso, today)} siden"
    elif linje.start is None or linje.start > iso:
        yield f"begynder om {counted(-_since(linje.start, today), 'dag', 'dage')}" if linje.start else "uden startdato"
    else:
        yield from _quiet(linje, today)
        if linje.senest is not None and linje.senest < iso:
            yield f"opfølgningen er {_days(linje.senest, today)} over tid"
        yield from _ending(linje, today)
        if linje.lonkroner == "ikke_italesat" and _is_past_start(linje, today, rules):
            yield "der er ikke talt om løn endnu"
    if linje.frist is not None and linje.frist < iso:
        yield f"noget aftalt er {_days(linje.frist, today)} over fristen"
    if linje.taet == "ja":
        yield "følges tæt"


def _quiet(linje: Linje, today: date) -> Iterator[str]:
    start = linje.start or today.isoformat()
    place, person = (_since(max(last or "", start), today) for last in (linje.sidste_virksomhed, linje.sidste_borger))
    anybody = _since(max(linje.sidste or "", start), today)
    if anybody < min(place, person):  # it is not written with whom
        if anybody > LATELY:
            yield f"ingen kontakt i {counted(anybody, 'dag', 'dage')}"
        return
    if place == person and place > LATELY:
        yield f"ingen kontakt med nogen af parterne i {counted(place, 'dag', 'dage')}"
        return
    for who, days in (("virksomheden", place), ("borgeren", person)):
        if days > LATELY:
            yield f"ingen kontakt med {who} i {counted(days, 'dag', 'dage')}"


def _ending(linje: Linje, today: date) -> Iterator[str]:
    if linje.slut is None:
        return
    days = -_since(linje.slut, today)
    if days < 0:
        yield f"slutdatoen er passeret for {counted(-days, 'dag', 'dage')} siden"
    elif days <= SOON:
        yield f"slutter om {counted(days, 'dag', 'dage')}"


def _is_past_start(linje: Linje, today: date, rules: RuleBook) -> bool:
    return _since(linje.start, today) >= rules.at("kontakt_start_uger", today).days


def _borger_facts(line: BorgerLinje, today: date) -> Iterator[str]:
    if line.henvist is not None and line.forste_kontakt is None:
        yield f"henvist for {_days(line.henvist, today)} siden, ingen kontakt endnu"
    if line.sidst_lukket is not None:
        yield f"det sidste forløb sluttede for {_days(line.sidst_lukket, today)} siden"
    if line.naeste_skridt is not None and line.naeste_skridt < today.isoformat():
        yield f"noget aftalt er {_days(line.naeste_skridt, today)} over fristen"
    if line.naeste_skridt is None:
        yield "intet næste skridt er aftalt"
    if line.skal_til == "nej" and line.parathed != "klar":
        yield "det står ikke, hvad der skal til"


def _since(day: str | None, today: date) -> int:
    return (today - date.fromisoformat(day)).days if day else 0


def _days(day: str, today: date) -> str:
    return counted(_since(day, today), "dag", "dage")
