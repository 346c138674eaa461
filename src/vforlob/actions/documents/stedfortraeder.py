"""The sheet for the one who stands in: only what a call takes. Knows no format.

A forløb is named by its number and its virksomhed. No borger is named, no reason is given, and no text that was typed
about anybody stands in it: who to ask for, the number, the day and one thing to do.
"""

from collections.abc import Iterable, Iterator
from datetime import date
from typing import NamedTuple

from vforlob.actions.call_contacts import people_at
from vforlob.actions.documents.blocks import bullets, fields, paragraph
from vforlob.actions.documents.contacts import konsulent_of, one_line
from vforlob.actions.documents.finished import finished
from vforlob.actions.documents.made import Made, Missing
from vforlob.actions.ferie import DAYS_TO_CHOOSE, MOST_A_DAY, gather_holidays
from vforlob.actions.people import words_for_people
from vforlob.actions.workdays import workdays
from vforlob.model.dokument import Blok, Dokument, Mulighed, Overskrift, Sporgsmal
from vforlob.model.facts import Facts
from vforlob.model.ferie import Ferie
from vforlob.model.text import fold
from vforlob.model.virksomhed import Kontaktperson
from vforlob.rules.danish import WEEKDAYS, clock, long_date, plain_date, week, weekday_date
from vforlob.rules.ferie import OWN, Span
from vforlob.rules.ferie_imens import APPOINTMENT, BEGINS, CALL, ENDS, MAY_CALL, Task, days_given, task_in
from vforlob.rules.ferie_opkald import Room
from vforlob.rules.ferie_periode import Period
from vforlob.rules.kontaktplan import due
from vforlob.rules.ringerunde import FixedTime, read_fixed_time
from vforlob.rules.rulebook import RuleBook
from vforlob.store.regler import load_rulebook
from vforlob.store.store import Store

STAND_IN = "stedfortraeder"
NO_NUMBER = "intet telefonnummer"
DO = {
    APPOINTMENT: "Der er aftalt en kontakt den dag. Ring, og hør, om den kan vente, eller hold den selv.",
    BEGINS: "Forløbet er lige begyndt. Ring, og hør, hvordan den første dag gik.",
    ENDS: "Forløbet slutter i de dage. Ring, og hør, om alt er på plads til den sidste dag.",
    CALL: "Ring, og hør, hvordan det går, og hvad de kan bruge os til.",
}
INTRO = (
    "Et opkald er et tilbud: Spørg, hvordan det går, og hvad de kan bruge os til. Spørg kun om det, du skal bruge, og"
    " skriv kun det, der skal handles på."
)
MORE = "De kan ringe til dig. Ellers skal der ikke gøres noget."
BACK = "Giv mig arket, når jeg er tilbage. Lav ingen kopi af det."
OUTCOMES = (Mulighed("talt", "Talt sammen"), Mulighed("intet_svar", "Ingen svarede"), Mulighed("ring", "Vil ringes op"))
ROOM = 2


class Line(NamedTuple):
    """One forløb on the sheet. `day` is None where nothing is to be done."""

    name: str
    people: str
    fixed: str
    day: date | None
    task: Task
    has_number: bool


def make_stand_in_sheet(store: Store, ferie: Ferie, today: date) -> Made:
    """`ferie` is the consultant's own."""
    rules = load_rulebook(store.folder)
    lines = sorted(_lines(store, ferie, today, rules), key=lambda it: (it.day or date.max, it.task.kl or "99", it.name))
    konsulent = konsulent_of(store)
    first, last = plain_date(ferie.fra), plain_date(ferie.til)
    named = " til ".join(dict.fromkeys((first, last)))
    dokument = Dokument(
        art=STAND_IN,
        titel="Til min stedfortræder",
        modtager=STAND_IN,
        blokke=tuple(_blocks(ferie, lines)),
        dato=today.isoformat(),
        sidehoved=f"Til stedfortræderen · {named}",
        hilsen="Tak for hjælpen" if konsulent.navn else "",
        konsulent=konsulent.navn,
    )
    return Made(_without_people(store, finished(dokument, "")), tuple(_missing(ferie, lines)))


def _lines(store: Store, ferie: Ferie, today: date, rules: RuleBook) -> Iterator[Line]:
    """The calls before and after are counted as made: that is what the plan is for."""
    is_workday = workdays(rules, store.folder)
    away = Span(max(date.fromisoformat(ferie.fra), today), date.fromisoformat(ferie.til), OWN)
    holidays = gather_holidays(store, today, rules, Period(away.first, away.last))
    long = (it for it in holidays.without if it.calls.days > holidays.limit)
    spoken = {it.forlob.nr: it.calls.before or it.gap.before for it in long}
    tasks: list[tuple[Facts, Task]] = []
    for facts in holidays.forlobene:
        turn = due(facts.case, today, rules, is_workday)
        last = spoken.get(facts.case.forlob.nr) if facts.case.forlob else None
        task = task_in(facts, away, turn, last, holidays.limit, is_workday)
        if task is not None:
            tasks.append((facts, task._replace(weekday=_fixed(facts).weekday)))
    room = Room(rules.at(MOST_A_DAY, today).number, rules.at(DAYS_TO_CHOOSE, today).number)
    people, days = store.door(Kontaktperson).find(), days_given((task for _, task in tasks), room)
    for (facts, task), day in zip(tasks, days, strict=True):
        yield _line(facts, task, day, people, ferie.fra)


def _line(facts: Facts, task: Task, day: date | None, people: Iterable[Kontaktperson], first: str) -> Line:
    """A fixed time is told as a weekday and a time alone: what else stands beside it was not typed for others."""
    forlob, place = facts.case.forlob, facts.case.virksomhed
    assert forlob is not None
    assert place is not None
    fixed = _fixed(facts)
    found = people_at(place, people, (forlob,), first)
    words = (WEEKDAYS[fixed.weekday] if fixed.weekday is not None else "", clock(fixed.clock) if fixed.clock else "")
    return Line(
        name=f"f{forlob.nr} · {one_line(place.navn)}",
        people="; ".join(f"{it.line}{'' if it.telefon else f', {NO_NUMBER}'}" for it in found),
        fixed=" ".join(filter(None, words)),
        day=day,
        task=task,
        has_number=any(it.telefon for it in found),
    )


def _fixed(facts: Facts) -> FixedTime:
    forlob, place = facts.case.forlob, facts.case.virksomhed
    fixed = read_fixed_time(place.fast_tid if place else None)
    return fixed if fixed != (None, None) else read_fixed_time(forlob.fast_tid if forlob else None)


def _when(it: Line) -> str:
    """Tirsdag den 14. juli (uge 29) kl. 9"""
    if it.day is None:
        return ""
    words = (weekday_date(it.day), f"(uge {week(it.day)})", it.task.kl and clock(it.task.kl))
    said = " ".join(filter(None, words))
    return said[:1].upper() + said[1:]


def _blocks(ferie: Ferie, lines: Iterable[Line]) -> Iterator[Blok]:
    found = tuple(lines)
    yield from fields(
        (
            ("Jeg er væk", " til ".join(dict.fromkeys((long_date(ferie.fra), long_date(ferie.til))))),
            ("Stedfortræder", ", ".join(filter(None, (one_line(ferie.stedfortraeder), one_line(ferie.telefon))))),
        )
    )
    yield from paragraph(INTRO)
    to_do = [it for it in found if it.task.art != MAY_CALL]
    if to_do:
        yield Overskrift("Ring i de dage")
    for number, it in enumerate(to_do, 1):
        yield Overskrift(f"{number}. {it.name}", 3)
        yield from fields(
            (
                ("Ring til", it.people or NO_NUMBER),
                ("Dag", _when(it)),
                ("Fast tid", it.fixed),
                ("Gør", DO[it.task.art]),
            )
        )
        yield Sporgsmal(str(number), "Notat", 2, muligheder=OUTCOMES, linjer=ROOM, felt=f"opkald.{number}")
    others = [it for it in found if it.task.art == MAY_CALL]
    if others:
        yield Overskrift("Kan ringe til dig")
        yield from paragraph(MORE)
        yield from bullets(f"{it.name}{f' ({it.people})' if it.people else ''}" for it in others)
    if not found:
        yield from paragraph("Der er ingen forløb at ringe til i de dage.")
    yield from paragraph(BACK, "fremhaevet")


def _without_people(store: Store, dokument: Dokument) -> Dokument:
    """Whatever names a borger, wherever it was typed: in the name of a contact, or of a virksomhed."""
    text = fold(str(dokument))
    for word in sorted(words_for_people(store), key=len, reverse=True):
        if fold(word) in text:
            dokument = finished(dokument, word)
    return dokument


def _missing(ferie: Ferie, lines: Iterable[Line]) -> Iterator[Missing]:
    if not ferie.stedfortraeder:
        yield Missing("Der står ingen stedfortræder på arket.", f"ferie ret {ferie.nr}")
    for it in lines:
        if not it.has_number:
            yield Missing(f"{it.name} har intet telefonnummer.")
