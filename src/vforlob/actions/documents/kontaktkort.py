"""The two contact cards: whom the virksomhed calls, and what the borger takes along on the first day.

Knows the gate's readers and no layout. What is told of the work of a forløb follows the startmøde.
"""

from collections.abc import Iterator
from datetime import date

from vforlob.actions.documents.blocks import Pair, bullets, fields, items, paragraph, section, sentence
from vforlob.actions.documents.card_words import BORGER as TO_BORGER
from vforlob.actions.documents.card_words import VIRKSOMHED as TO_VIRKSOMHED
from vforlob.actions.documents.contacts import (
    Konsulent,
    host_contact,
    konsulent_of,
    next_plan,
    one_line,
    other_contact,
    plan_words,
)
from vforlob.actions.documents.employer import refuse_employer_unasked
from vforlob.actions.documents.finished import finished
from vforlob.actions.documents.lines import capital
from vforlob.actions.documents.made import Made, Missing, hinted
from vforlob.actions.documents.sources import Sources
from vforlob.actions.documents.start import (
    Start,
    clothes,
    days,
    first_day,
    fixed_time,
    meeting_time,
    mentor,
    sick_call,
    stand_in,
    start_for,
    tells_kommune,
)
from vforlob.actions.settings import setting
from vforlob.actions.whole_forlob import as_long_as_it_went
from vforlob.model.case import Case
from vforlob.model.dokument import Blok, Dokument, Led
from vforlob.model.forlob import Forlob
from vforlob.rules.danish import clock, weekday_date
from vforlob.rules.words import kommune_word
from vforlob.store.case import load_case
from vforlob.store.regler import load_rulebook
from vforlob.store.store import Store

BORGER, VIRKSOMHED = "borger", "virksomhed"
# A card without a name or a number has room for them.
BY_HAND = "_" * 24
NO_PHONE = "Dit telefonnummer er ikke skrevet ind. Skriv det på kortet, før du giver det videre."


def make_virksomhed_card(store: Store, forlob: Forlob, today: date) -> Made:
    """Raises EmployerNotAsked."""
    case = as_long_as_it_went(load_case(store, forlob=forlob.nr))
    refuse_employer_unasked(store, case)
    start, konsulent = start_for(store, case, (VIRKSOMHED,)), konsulent_of(store)
    plan = next_plan(case, (VIRKSOMHED,), Sources(store), today)
    where = kommune_word(load_rulebook(store.folder), today, setting(store, "kommune_ord"))
    facts = (
        ("Fast tid til at tale sammen", capital(fixed_time(start))),
        ("Næste aftale", capital(plan_words(plan))),
        ("Hvis jeg ikke svarer", stand_in(start)),
        (f"Også i {where}", other_contact(case, konsulent)),
    )
    blocks = (
        *paragraph(_call(konsulent), "fremhaevet"),
        *paragraph(TO_VIRKSOMHED["intro"].format(where)),
        *fields(facts),
        *section(TO_VIRKSOMHED["ring_om"], bullets(TO_VIRKSOMHED["emner"].split("\n"))),
        *paragraph(TO_VIRKSOMHED["tilbud"]),
        *paragraph(TO_VIRKSOMHED["notater"], "daempet"),
    )
    name = one_line(case.virksomhed.navn if case.virksomhed else "")
    card = Dokument("kontaktkort", TO_VIRKSOMHED["titel"], VIRKSOMHED, blocks, f"Til {name}", today.isoformat())
    made = finished(card, case.borger.alias)
    return Made(made, (*_missing_for_virksomhed(forlob, start, konsulent), *hinted(made.blokke)))


def make_borger_card(store: Store, forlob: Forlob, today: date) -> Made:
    case = as_long_as_it_went(load_case(store, forlob=forlob.nr))
    start, konsulent = start_for(store, case, (BORGER,)), konsulent_of(store)
    plan = next_plan(case, (BORGER,), Sources(store), today)
    blocks = (
        *paragraph(_call(konsulent), "fremhaevet"),
        *paragraph(TO_BORGER["intro"]),
        *section(TO_BORGER["kontakt"], fields(_own_contact(start, plan_words(plan)))),
        *_way_there(case, forlob, start, today),
        *section(TO_BORGER["sige"], items(_own_lines(case)), paragraph(TO_BORGER["egne_ord"] if _told(case) else "")),
        *_on_the_first_day(forlob, today),
        *section(TO_BORGER["syg"], bullets(_when_ill(start, konsulent))),
        *paragraph(TO_BORGER["notater"], "daempet"),
    )
    name = one_line(case.virksomhed.navn if case.virksomhed else "")
    card = Dokument("kontaktkort", TO_BORGER["titel"], BORGER, blocks, f"Hos {name}", today.isoformat())
    made = finished(card, case.borger.alias)
    return Made(made, (*_missing_for_borger(case, forlob, start, konsulent), *hinted(made.blokke)))


def _call(konsulent: Konsulent) -> str:
    """What is to be seen first on a card."""
    when = f" Jeg træffes {konsulent.traeffetid.rstrip('.')}." if konsulent.traeffetid else ""
    return f"Ring til {konsulent.navn or BY_HAND} på {konsulent.telefon or BY_HAND}.{when}"


def _own_contact(start: Start, plan: str) -> Iterator[Pair]:
    yield "Hvis jeg ikke svarer", stand_in(start)
    yield "På arbejdspladsen", mentor(start) or host_contact(start.case)
    yield "Vi to tales ved", capital(plan)


def _way_there(case: Case, forlob: Forlob, start: Start, today: date) -> Iterator[Blok]:
    """The first day as long as it is ahead, then an ordinary one."""
    is_ahead = bool(forlob.start and forlob.start >= today.isoformat())
    day: tuple[Pair, ...] = (("Dage", capital(days(start))), ("Mødetid", capital(meeting_time(start))))
    if is_ahead and forlob.start:
        day = (("Dag", capital(weekday_date(forlob.start))), *((name, capital(it)) for name, it in first_day(start)))
    place = one_line(case.virksomhed.sted if case.virksomhed else "")
    way = (
        ("Adresse", place),
        ("Rejsen", one_line(forlob.rejse)),
        ("Gå hjemmefra", capital(clock(forlob.ud_ad_doren)) if forlob.ud_ad_doren else ""),
        ("Arbejdstøj", clothes(start)),
    )
    yield from section(TO_BORGER["forste_dag" if is_ahead else "dage"], fields((*day, *way)))


def _own_lines(case: Case) -> Iterator[Led]:
    """In her own words; nobody mends them."""
    told = (("Det kan jeg", case.borger.kan_jeg), ("Det har jeg brug for", case.borger.har_brug_for))
    for name, said in (*told, ("Sådan hjælper du mig", case.borger.hjaelper_mig)):
        if one_line(said):
            yield Led(sentence(said or ""), name)


def _told(case: Case) -> bool:
    return any(True for _ in _own_lines(case))


def _on_the_first_day(forlob: Forlob, today: date) -> Iterator[Blok]:
    """Before it, and in its first week: who has been there longer has seen the place."""
    if forlob.start and (today - date.fromisoformat(forlob.start)).days > 7:
        return
    yield from section(TO_BORGER["rundvisning_titel"], paragraph(TO_BORGER["rundvisning"]))
    yield from section(TO_BORGER["sporgsmal_titel"], bullets(TO_BORGER["sporgsmal"].split("\n")))


def _when_ill(start: Start, konsulent: Konsulent) -> Iterator[str]:
    call = sick_call(start)
    if call:
        yield f"Ring til {call}."
    if tells_kommune(start):
        yield f"Giv også mig besked{f' på {konsulent.telefon}' if konsulent.telefon else ''}."
    said = start.text("det_selvfolgelige", "sygemelding")
    if said:
        yield f"Du kan sige: {sentence(said)}"
    if call or said:
        yield TO_BORGER["syg_uden_grund"]


def _missing_for_virksomhed(forlob: Forlob, start: Start, konsulent: Konsulent) -> Iterator[Missing]:
    if forlob.status == "lukket":
        yield Missing(f"f{forlob.nr} er lukket.")
    if not konsulent.telefon:
        yield Missing(NO_PHONE)
    if forlob.status == "lukket":
        return
    if not stand_in(start):
        yield Missing("Der er ingen stedfortræder på kortet.", f"forløb ret f{forlob.nr}")
    if not fixed_time(start):
        yield Missing("Der er ikke aftalt en fast tid til at tale sammen.", f"forløb ret f{forlob.nr}")


def _missing_for_borger(case: Case, forlob: Forlob, start: Start, konsulent: Konsulent) -> Iterator[Missing]:
    if forlob.status == "lukket":
        yield Missing(f"f{forlob.nr} er lukket. Kortet viser det, der gjaldt.")
        return
    if not konsulent.telefon:
        yield Missing(NO_PHONE)
    if not _told(case):
        yield Missing(
            "Borgerens egne tre linjer mangler: det kan jeg, det har jeg brug for, sådan hjælper du mig.",
            f"borger ret b{case.borger.nr}",
        )
    if not forlob.rejse:
        yield Missing(
            "Vejen derhen mangler: linje, afgang, og hvornår borgeren skal gå hjemmefra.", f"forløb ret f{forlob.nr}"
        )
    if not sick_call(start):
        yield Missing("Det står ikke, hvem borgeren ringer til ved sygdom.", f"startmøde f{forlob.nr}")
