"""The guide for whoever receives a borger: full for a first-time host, a reminder for one who has tried it.

Knows nothing of the borger but what the virksomhed was told: the purpose, and delmål that it may know.
"""

from collections.abc import Iterator
from datetime import date

from vforlob.actions.documents.blocks import bullets, fields, items, paragraph, section, sentence
from vforlob.actions.documents.contacts import Konsulent, konsulent_of, one_line
from vforlob.actions.documents.employer import refuse_employer_unasked
from vforlob.actions.documents.finished import finished
from vforlob.actions.documents.guide_words import CLOSING, FIRST_TIME, INTRO, INTRO_AGAIN, POINTS
from vforlob.actions.documents.made import Made, Missing, hinted
from vforlob.actions.documents.shared_goals import shared_goals
from vforlob.actions.documents.start import purpose, start_for
from vforlob.actions.whole_forlob import as_long_as_it_went
from vforlob.model.case import Case
from vforlob.model.dokument import Blok, Dokument, Led
from vforlob.model.forlob import Forlob
from vforlob.store.case import load_case
from vforlob.store.store import Store

VIRKSOMHED = "virksomhed"


def make_vaertsguide(store: Store, today: date) -> Made:
    """For any virksomhed that has not tried it."""
    konsulent = konsulent_of(store)
    dokument = _dokument(konsulent, (*paragraph(INTRO), *_points()), "", today)
    return Made(finished(dokument, ""), _without_phone(konsulent))


def make_vaertsguide_for(store: Store, forlob: Forlob, today: date) -> Made:
    """Raises EmployerNotAsked."""
    case = as_long_as_it_went(load_case(store, forlob=forlob.nr))
    refuse_employer_unasked(store, case)
    konsulent, is_used = konsulent_of(store), has_tried(store, case, forlob)
    here = section(
        "Forløbet hos jer",
        fields((("Formål", sentence(purpose(start_for(store, case, (VIRKSOMHED,))))),)),
        items(Led(text, "Delmål") for text in shared_goals(case, (VIRKSOMHED,))),
    )
    body = (*paragraph(INTRO_AGAIN), *here, *_reminders()) if is_used else (*paragraph(INTRO), *here, *_points())
    name = one_line(case.virksomhed.navn if case.virksomhed else "")
    made = finished(_dokument(konsulent, body, f"Til {name}", today), case.borger.alias)
    return Made(made, (*_without_phone(konsulent), *hinted(here)))


def has_tried(store: Store, case: Case, forlob: Forlob) -> bool:
    """As the record says; where it is silent, a forløb that ended there before this one."""
    if case.virksomhed is not None and case.virksomhed.vaert:
        return case.virksomhed.vaert == "erfaren"
    others = store.door(Forlob).find(virksomhed=forlob.virksomhed, status="lukket")
    return any(one.nr != forlob.nr for one in others)


def _dokument(konsulent: Konsulent, body: tuple[Blok, ...], under: str, today: date) -> Dokument:
    phone = f": {konsulent.telefon}" if konsulent.telefon else ""
    return Dokument(
        art="vaertsguide",
        titel="Til jer, der tager imod",
        modtager=VIRKSOMHED,
        blokke=(*body, *paragraph(CLOSING.format(phone), "fremhaevet")),
        undertitel=under,
        dato=today.isoformat(),
        hilsen="Venlig hilsen" if konsulent.navn else "",
        konsulent=konsulent.navn,
    )


def _points() -> Iterator[Blok]:
    for number, point in enumerate(POINTS, 1):
        yield from section(f"{number}. {point.heading}", paragraph(point.text), bullets(point.tips))
    yield from section(FIRST_TIME[0], bullets(FIRST_TIME[1:]))


def _reminders() -> Iterator[Blok]:
    yield from section("Fem ting, I kender", items(Led(point.short, point.heading) for point in POINTS))


def _without_phone(konsulent: Konsulent) -> tuple[Missing, ...]:
    if konsulent.telefon:
        return ()
    return (Missing("Dit telefonnummer er ikke skrevet ind. Skriv det på guiden, før du giver den videre."),)
