"""The sheet that borger and virksomhed agree on: the work on one side, the days and the people on the other.

Both read the same sheet, so it holds only what both may have; a copy of one's own holds what that one may have.
"""

from collections.abc import Iterator
from datetime import date
from typing import NamedTuple

from vforlob.actions.documents.agreement_words import ON_SIGHT, STANCE, WORDS, Words
from vforlob.actions.documents.blocks import Pair, bullets, fields, paragraph, section, sentence, table
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
from vforlob.actions.documents.hours import KINDS, hour_words
from vforlob.actions.documents.lines import capital
from vforlob.actions.documents.made import Made, Missing, hinted
from vforlob.actions.documents.shared_goals import shared_goals
from vforlob.actions.documents.sources import Sources, considerations
from vforlob.actions.documents.start import (
    Start,
    clothes,
    contact_here,
    day_names,
    days,
    first_day,
    fixed_time,
    meeting_time,
    mentor,
    purpose,
    sick_call,
    stand_in,
    start_for,
    tells_kommune,
)
from vforlob.actions.whole_forlob import as_long_as_it_went
from vforlob.model.aftale import Aftale
from vforlob.model.case import Case
from vforlob.model.dokument import Blok, Dokument, Kolonne, Sideskift, Underskrift
from vforlob.model.forlob import Forlob
from vforlob.model.opgave import Opgave
from vforlob.rules.danish import clock, listed, number, plain_date, weekday_date, with_unit
from vforlob.rules.gate import Scene, recipients_here
from vforlob.rules.gate_tables import OUTSIDE
from vforlob.rules.timetrappe import aim, in_force, steps
from vforlob.rules.voices_later import ARTS
from vforlob.store.case import load_case
from vforlob.store.store import Store

BORGER, VIRKSOMHED = "borger", "virksomhed"
BOTH = (BORGER, VIRKSOMHED)


class Sheet(NamedTuple):
    """All that the parts of it are made of. `readers` are those it may be read by."""

    case: Case
    forlob: Forlob
    readers: tuple[str, ...]
    words: Words
    start: Start
    sources: Sources
    konsulent: Konsulent
    today: date

    @property
    def scene(self) -> Scene:
        here = tuple(row for row in self.case.clearances if row.forlob == self.forlob.nr)
        return Scene(True, (), clearances=here, hensyn=self.case.hensyn)


def make_aftaleark(store: Store, forlob: Forlob, til: str, today: date) -> Made:
    """`til` is borger or virksomhed for a copy of one's own, empty for the sheet of both. Raises EmployerNotAsked."""
    case, readers = as_long_as_it_went(load_case(store, forlob=forlob.nr)), (til,) if til else BOTH
    if OUTSIDE.intersection(readers):
        refuse_employer_unasked(store, case)
    sheet = Sheet(
        case, forlob, readers, WORDS[til], start_for(store, case, readers), Sources(store), konsulent_of(store), today
    )
    name = one_line(case.virksomhed.navn if case.virksomhed else "")
    dokument = Dokument(
        art="aftaleark",
        titel="Aftaleark",
        # What both may have is no more than the virksomhed may, and it carries no alias.
        modtager=til or VIRKSOMHED,
        blokke=(*_work(sheet), *_break(sheet), *_days(sheet)),
        undertitel=name,
        dato=today.isoformat(),
        sidehoved=f"Aftaleark · {name}" if name else "Aftaleark",
        hilsen="Venlig hilsen" if til and sheet.konsulent.navn else "",
        konsulent=sheet.konsulent.navn if til else "",
        telefon=sheet.konsulent.telefon if til else "",
    )
    made = finished(dokument, case.borger.alias)
    return Made(made, (*_missing(sheet), *(hinted(made.blokke) if OUTSIDE.intersection(readers) else ())))


def _work(sheet: Sheet) -> Iterator[Blok]:
    headings = sheet.words.headings
    yield from paragraph(sheet.words.intro)
    yield from fields(_facts(sheet))
    yield from section(headings["hensigt"], paragraph(sentence(purpose(sheet.start))))
    yield from section(headings["timer"], bullets(_hours(sheet)))
    yield from section(headings["opgaver"], _tasks(sheet))
    yield from _hensyn(sheet)
    yield from section(headings["delmal"], bullets(shared_goals(sheet.case, sheet.readers)))


def _break(sheet: Sheet) -> tuple[Blok, ...]:
    """The sheet of both is one piece of paper: the work on its front, the days on its back."""
    return (Sideskift(),) if sheet.words.signs else ()


def _days(sheet: Sheet) -> Iterator[Blok]:
    headings, forlob = sheet.words.headings, sheet.forlob
    if forlob.start and forlob.start >= sheet.today.isoformat():
        day = ("Dag", weekday_date(forlob.start))
        yield from section(headings["forste_dag"], fields((day, *first_day(sheet.start))))
    yield from section(headings["fremmode"], fields(_attendance(sheet)))
    yield from section(headings["lon"], fields(_paid(sheet)))
    yield from section(headings["opfolgning"], fields(_contact(sheet)))
    yield from section(headings["aftaler"], _aftaler(sheet))
    yield from paragraph(sheet.words.closing)
    if sheet.words.signs:
        yield Underskrift(sheet.words.signs)


def _facts(sheet: Sheet) -> Iterator[Pair]:
    forlob, virksomhed = sheet.forlob, sheet.case.virksomhed
    yield "Forløb", ARTS.get(forlob.art, forlob.art)
    yield "Periode", " – ".join(plain_date(day) for day in (forlob.start, forlob.slut) if day)
    if virksomhed is not None:
        yield "Virksomhed", ", ".join(filter(None, (one_line(virksomhed.navn), one_line(virksomhed.sted))))


def _hours(sheet: Sheet) -> Iterator[str]:
    told = [one for one in sheet.case.timer if sheet.sources.may_have(sheet.readers, one)]
    ended = sheet.forlob.lukket if sheet.forlob.status == "lukket" else None
    day = ended or max(sheet.today.isoformat(), sheet.forlob.start or "")
    now, when = in_force(told, day), days(sheet.start)
    if now is not None and hour_words(now):
        yield f"{capital(hour_words(now))}{f': {when}' if when else ''}."
    elif when:
        yield f"{capital(when)}."
    for step in steps(told):
        if step.fra > day and hour_words(step):
            yield f"Fra {plain_date(step.fra)}: {hour_words(step)}."
    goal = aim(told)
    if goal is not None and hour_words(goal) and sheet.forlob.status != "lukket":
        yield f"Målet er {hour_words(goal)} fra {plain_date(goal.fra)}."


def _tasks(sheet: Sheet) -> tuple[Blok, ...]:
    """The week as a plan: which task, which days, how long, and what makes it possible."""
    told = [one for one in sheet.case.opgaver if sheet.sources.may_have(sheet.readers, one)]
    columns = (
        Kolonne("Opgave", bredde=3),
        Kolonne("Dage", bredde=2),
        Kolonne("Timer om ugen", "tal"),
        Kolonne("Slags timer"),
        Kolonne("Sådan gør vi det muligt", bredde=3),
    )
    # Which hours a task belongs to is only a question where there are several kinds.
    is_mixed = len({one.timetype for one in told}) > 1
    rows = (_task(one if is_mixed else one._replace(timetype=None)) for one in told)
    return table(sheet.words.headings["opgaver"], columns, rows)


def _task(opgave: Opgave) -> tuple[str, ...]:
    helped = ". ".join(one_line(text).rstrip(".") for text in (opgave.tilpasning, opgave.hjaelpemidler) if text)
    hours = number(opgave.timer) if opgave.timer else ""
    kind = capital(KINDS.get(opgave.timetype or "", ""))
    return (capital(one_line(opgave.opgave)), capital(day_names(opgave.dage)), hours, kind, helped)


def _hensyn(sheet: Sheet) -> Iterator[Blok]:
    """To the borger's own eyes also those that she has told nobody but the konsulent."""
    shared = considerations(sheet.case.hensyn, sheet.scene, VIRKSOMHED)
    yield from section(sheet.words.headings["hensyn"], bullets(capital(one) for one in shared))
    if sheet.readers == (BORGER,):
        alive = [one for one in sheet.case.hensyn if one.status == "aktiv" and not one.trukket]
        own = [str(one.losning or one.behov or "") for one in alive]
        kept = [capital(text) for text in own if text and text not in shared]
        yield from section("Det ved virksomheden ikke, medmindre du siger ja", bullets(kept), level=3)


def _attendance(sheet: Sheet) -> Iterator[Pair]:
    start = sheet.start
    yield "Mødetid", capital(meeting_time(start))
    yield "Til tiden betyder", start.text("det_selvfolgelige", "til_tiden")
    yield "Ved sygdom", sick_call(start) and f"Ring til {sick_call(start)}"
    yield "Det siger man", start.text("det_selvfolgelige", "sygemelding")
    yield "Kommunen", "Skal også have besked" if tells_kommune(start) else ""
    yield "Mobiltelefon", start.text("det_selvfolgelige", "mobil")
    yield "Tøj og soignering", start.text("det_selvfolgelige", "fremtoning")
    yield "Arbejdstøj", clothes(start)
    if sheet.readers == (BORGER,):
        yield "Rejsen derhen", one_line(sheet.forlob.rejse)
        yield "Ud ad døren", capital(clock(sheet.forlob.ud_ad_doren)) if sheet.forlob.ud_ad_doren else ""


def _paid(sheet: Sheet) -> Iterator[Pair]:
    """The newest stance; what was answered at the startmøde, until there is more to say."""
    told = [one for one in sheet.case.lonkroner if sheet.sources.may_have(sheet.readers, one)]
    newest = max(told, key=lambda one: (one.dato, one.nr), default=None)
    if newest is None or newest.trin == "ikke_italesat":
        return
    held = sheet.start.held
    answer = sheet.start.value("lonkroner", "svar") if held and newest.samtale == held.samtale.nr else None
    stance = ON_SIGHT.get(str(answer or "")) or STANCE.get(newest.trin, "")
    hours = f", {with_unit(newest.timer, 'timer om ugen')}" if newest.timer else ""
    yield "Løn", capital(f"{stance}{hours}")
    yield "Opgaver", one_line(newest.opgaver)
    yield "Mere om det", one_line(newest.tekst)


def _contact(sheet: Sheet) -> Iterator[Pair]:
    start, konsulent = sheet.start, sheet.konsulent
    yield "Næste gang", capital(plan_words(next_plan(sheet.case, sheet.readers, sheet.sources, sheet.today)))
    yield "Fast tid", capital(fixed_time(start))
    yield "Konsulent", konsulent.line
    yield "Træffes", capital(konsulent.traeffetid)
    yield "I kommunen", other_contact(sheet.case, konsulent)
    yield sheet.words.stand_in, stand_in(start)
    is_kept = sheet.forlob.kontakt_virksomhed and not contact_here(start)
    yield "Hos virksomheden", "" if is_kept else host_contact(sheet.case)
    yield "I hverdagen", mentor(start)


def _aftaler(sheet: Sheet) -> tuple[Blok, ...]:
    columns = (Kolonne("Aftale", bredde=4), Kolonne("Hvem", bredde=2), Kolonne("Senest", "dato", bredde=2))
    nr, samtaler = sheet.forlob.nr, sheet.case.samtaler
    told = [
        one
        for one in sheet.case.aftaler
        if one.status == "aben"
        and one.forlob in {nr, None}
        and recipients_here(one, nr, samtaler).issuperset(sheet.readers)
    ]
    ordered = sorted(told, key=lambda one: (one.frist or "9", one.nr))
    rows = ((capital(one.hvad), _who(one, sheet.words), _by(one)) for one in ordered)
    return table(sheet.words.headings["aftaler"], columns, rows)


def _who(aftale: Aftale, words: Words) -> str:
    """In one's own copy whoever writes it names herself last."""
    named = sorted(aftale.hvem, key=lambda word: word == "konsulent")
    people = [words.people.get(word, word) for word in named if word != "andre" or not aftale.hvem_andre]
    return capital(listed([*people, *([one_line(aftale.hvem_andre)] if aftale.hvem_andre else [])]))


def _by(aftale: Aftale) -> str:
    return plain_date(aftale.frist) if aftale.frist else ""


def _missing(sheet: Sheet) -> Iterator[Missing]:
    number_of = f"f{sheet.forlob.nr}"
    if sheet.forlob.status == "lukket":
        yield Missing(f"{number_of} er lukket. Arket viser det, der gjaldt.")
        return
    if sheet.start.held is None:
        yield Missing(
            "Der er ikke holdt startmøde, så mødetid og sygemelding mangler på arket.", f"startmøde {number_of}"
        )
    if not purpose(sheet.start):
        yield Missing("Formålet mangler.", f"forløb ret {number_of}")
    if not any(sheet.sources.may_have(sheet.readers, one) for one in sheet.case.timer if one.art == "aftalt"):
        yield Missing("Timerne mangler.", f"timer ny {number_of}")
    if not sheet.case.opgaver:
        yield Missing("Opgaverne mangler.", f"opgave ny {number_of}")
    elif not any(one.dage or one.timer for one in sheet.case.opgaver):
        yield Missing("Ugeplanen mangler: dage og timer på opgaverne.", "opgave ret NR")
    if not any(True for _ in _paid(sheet)):
        yield Missing("Der står ikke noget om timer med løn endnu. Tag det op, næste gang I mødes.")
    if not sheet.konsulent.telefon:
        yield Missing("Dit telefonnummer er ikke skrevet ind. Skriv det på arket, før du giver det videre.")
