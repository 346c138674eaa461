"""A record as a paragraph for the journal: sober, dated, with who said what. Knows no store, no samtale and no screen.

A paragraph is one line, however long: it is pasted. What a person typed over several lines keeps them, set in.
"""

from collections.abc import Callable, Iterable, Mapping
from typing import Any, NamedTuple

from vforlob.actions.documents.sag_words import DELMAL_STATUS, GOALS, ROLES, WORKS
from vforlob.actions.timeline_words import ABSENCE
from vforlob.model.aftale import Aftale
from vforlob.model.delmal import Delmal
from vforlob.model.hensyn import Clearance, Hensyn
from vforlob.model.kontakt import Fravaer, Kontakt, Taet
from vforlob.model.text import clean
from vforlob.rules.danish import listed
from vforlob.rules.voices import JOURNAL

CORRECTED = "Rettet. Teksten afløser den, der er sat ind før."
_FORMS = {"besog": "besøg", "telefon": "telefon", "video": "video", "sms": "sms", "mail": "mail"}
_ABSENT = {
    "syg": "Borgeren var syg.",
    "fri": "Borgeren havde fri efter aftale.",
    "udeblevet": "Borgeren blev væk uden besked.",
    "uafklaret": "Grunden er ikke afklaret.",
}
_CLOSELY = {
    "ja": "Det er besluttet at følge borgeren tæt.",
    "obs": "Det er besluttet at holde øje.",
    "nej": "Borgeren følges ikke tæt.",
}
_MAY = {
    "ma": "{} må få løsningen at vide{}.",
    "sporg": "Borgeren skal spørges, før {} får det at vide{}.",
    "ma_ikke": "{} må ikke få det at vide{}.",
}
ENDED = {"gjort": "Aftalen er gjort", "bortfaldet": "Aftalen er bortfaldet"}


class Told(NamedTuple):
    """What a paragraph is made of. `day` is when it became so; `known` what the journal says already; `where` the
    virksomhed, by number of the forløb; `clearances` are those of a hensyn that are news.
    """

    record: Any
    day: str
    where: Mapping[int, str] = {}
    known: Mapping[str, Any] | None = None
    clearances: tuple[Clearance, ...] = ()
    is_only_clearances: bool = False


def paragraph(emne: str, told: Told, *, is_sent: bool) -> str:
    """All of it, ready to paste."""
    parts = [CORRECTED] if is_sent else []
    parts += _TEXTS[emne](told)
    forlob: int = getattr(told.record, "forlob", None) or 0
    if forlob is not None and forlob in told.where:
        parts.append(f"Virksomhed: {_stop(told.where[forlob])}")
    return clean(" ".join(part for part in parts if part))


def subject(emne: str, record: Any) -> str:
    """What it is, in a few words, for the konsulent's own list."""
    return _SUBJECTS[emne](record)


def sober(day: str | None) -> str:
    """18.11.2026"""
    try:
        year, month, number = (int(part) for part in (day or "").split("-"))
    except ValueError:
        return day or ""
    return f"{number}.{month}.{year}"


def _kontakt(told: Told) -> list[str]:
    it: Kontakt = told.record
    reached, people = it.naet == "ja", listed([_who(one) for one in it.med])
    began = it.hvem_ringede if reached else None
    return [
        f"{'Kontakt' if reached else 'Forsøg på kontakt'} {sober(it.dato)}.",
        f"Form: {_FORMS.get(it.kanal or '', it.kanal)}." if it.kanal else "",
        f"{'Med' if reached else 'Til'}: {people}." if people else "",
        "" if reached else "Ingen svarede.",
        f"Henvendelsen kom fra {_who(began)}." if began else "",
        _capital(_stop(it.tekst)),
    ]


def _fravaer(told: Told) -> list[str]:
    it: Fravaer = told.record
    return [f"Fravær {sober(it.dato)}.", _ABSENT.get(it.art, _stop(it.art)), _named("Besked", it.besked)]


def _taet(told: Told) -> list[str]:
    it: Taet = told.record
    return [
        f"Tæt opfølgning {sober(it.dato)}.",
        _CLOSELY.get(it.svar, _stop(it.svar)),
        _named("Grund", it.grund),
        _named("Det gør vi", it.vi_gor),
    ]


def _hensyn(told: Told) -> list[str]:
    it: Hensyn = told.record
    own = it.hensyn if it.betydning != "nej" else None
    may = list(_clearances(told))
    if told.is_only_clearances:
        about = it.losning or it.behov or own or f"hensyn nummer {it.nr}"
        return [f"Hvem der må kende et hensyn, {sober(told.day)}: {_stop(about)}", *may]
    return [
        _hensyn_now(it, told.day),
        _named("Borgeren oplyser", own),
        _named("Behov", it.behov),
        _named("Løsning på arbejdspladsen", it.losning),
        _named("Virker", WORKS.get(it.virker or "", it.virker)),
        _named("Derfor skal andre vide det", it.hvorfor),
        f"Aftalt med borgeren {sober(it.aftalt)}." if it.aftalt and it.status != "trukket" else "",
        *may,
    ]


def _hensyn_now(it: Hensyn, day: str) -> str:
    if it.status == "trukket":
        return f"Borgeren har trukket et hensyn tilbage {sober(it.trukket or day)}. Det må ikke gives videre."
    if it.status == "ikke_laengere":
        return f"Hensyn {sober(day)}. Det er ikke længere nødvendigt."
    return f"Hensyn {sober(day)}."


def _clearances(told: Told) -> Iterable[str]:
    """Who may know it, forløb by forløb."""
    for forlob in dict.fromkeys(one.forlob for one in told.clearances):
        yield f"I forløbet hos {told.where.get(forlob, 'virksomheden')}:"
        for one in told.clearances:
            if one.forlob == forlob:
                yield _clearance(one)


def _clearance(one: Clearance) -> str:
    role = ROLES.get(one.rolle, one.rolle)
    if one.trukket:
        return f"{_capital(role)} må ikke længere få det at vide. Borgeren trak det tilbage {sober(one.trukket)}."
    name = role if one.svar == "sporg" else _capital(role)
    return _MAY[one.svar].format(name, f", aftalt {sober(one.aftalt)}" if one.aftalt else "")


def _aftale(told: Told) -> list[str]:
    it: Aftale = told.record
    who = [_who(one) for one in it.hvem if one != "andre" or not it.hvem_andre]
    people = listed([*who, *([it.hvem_andre] if it.hvem_andre else [])])
    was = told.known.get("frist") if told.known else None
    is_moved = bool(was and it.frist and was != it.frist and it.status == "aben")
    ended = ENDED.get(it.status, "")
    return [
        f"Aftale {sober(told.day)}.",
        _capital(_stop(it.hvad)),
        _named("Hvem", people),
        f"Fristen er flyttet fra {sober(was)} til {sober(it.frist)}." if is_moved else "",
        f"Senest {sober(it.frist)}." if it.frist and not is_moved else "",
        f"{ended}{f' {sober(it.afsluttet)}' if it.afsluttet else ''}." if ended else "",
        _named("Grund", it.grund),
    ]


def _delmal(told: Told) -> list[str]:
    it: Delmal = told.record
    return [
        f"Delmål {sober(told.day)} ({GOALS.get(it.art, it.art)}).",
        _capital(_stop(it.specifikt)),
        _named("Målbart", it.malbart),
        _named("Attraktivt", it.attraktivt),
        _named("Realistisk", it.realistisk),
        f"Senest {sober(it.frist)}." if it.frist else "",
        _named("Status", DELMAL_STATUS.get(it.status, it.status)) if it.status != "aben" else "",
        _capital(_stop(it.tekst)),
        "Virksomheden må kende det." if it.delt == "ja" else "",
    ]


_TEXTS: dict[str, Callable[[Told], list[str]]] = {
    "kontakt": _kontakt,
    "fravaer": _fravaer,
    "taet": _taet,
    "hensyn": _hensyn,
    "aftale": _aftale,
    "delmal": _delmal,
}
_SUBJECTS: dict[str, Callable[[Any], str]] = {
    "kontakt": lambda it: f"Kontakt, {_FORMS.get(it.kanal or '', it.kanal or '')}".rstrip(", "),
    "fravaer": lambda it: f"Fravær: {ABSENCE.get(it.art, it.art)}",
    "taet": lambda it: f"Tæt opfølgning: {it.svar}",
    "hensyn": lambda it: f"Hensyn: {it.losning or it.behov or it.hensyn or ''}".rstrip(": "),
    "aftale": lambda it: f"Aftale: {it.hvad}",
    "delmal": lambda it: f"Delmål: {it.specifikt or it.malbart or ''}".rstrip(": "),
}


def _named(name: str, text: str | None) -> str:
    return f"{name}: {_stop(text)}" if text and text.strip() else ""


def _stop(text: str | None) -> str:
    """Ends as a sentence; further lines are set in, so that nothing typed looks like a heading."""
    said = (text or "").strip().replace("\n", "\n  ")
    return said if not said or said[-1] in ".?!:…" else f"{said}."


def _who(part: str | None) -> str:
    return JOURNAL.people.get(part or "", part or "")


def _capital(text: str) -> str:
    return text[:1].upper() + text[1:]
