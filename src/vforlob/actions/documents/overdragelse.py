"""What the sagsbehandler must know of a forløb when it is handed on: facts, what was learned, what comes next.

Works at any time; a forløb that stopped before its time is never handed on without it.
"""

from collections.abc import Iterator
from datetime import date
from typing import NamedTuple

from vforlob.actions.documents.blocks import Pair, bullets, fields, items, paragraph, section, sentence
from vforlob.actions.documents.contacts import Konsulent, konsulent_of, one_line
from vforlob.actions.documents.figures import hours_figure
from vforlob.actions.documents.finished import finished
from vforlob.actions.documents.heard import Heard, heard_by, held_in
from vforlob.actions.documents.lines import capital
from vforlob.actions.documents.made import Made, Missing
from vforlob.actions.documents.overdragelse_parts import (
    aftaler,
    delmal,
    happened,
    hensyn,
    learned,
    next_steps,
    paid,
    tasks,
)
from vforlob.actions.documents.udviklingsbeskrivelse import attendance, drawn
from vforlob.actions.documents.words_said import score_table, words_said
from vforlob.actions.timeline_words import OUTCOMES
from vforlob.actions.whole_forlob import as_long_as_it_went
from vforlob.model.case import Case
from vforlob.model.dokument import Blok, Dokument
from vforlob.model.forlob import Forlob
from vforlob.model.kontakt import Fravaer
from vforlob.model.samtale import Samtale
from vforlob.rules.danish import plain_date
from vforlob.rules.outcomes import EARLY
from vforlob.rules.voices import VOICES
from vforlob.rules.voices_later import AIMS, ARTS
from vforlob.store.case import load_case
from vforlob.store.earlier_values import Changed, changes_of
from vforlob.store.store import Store

SAGSBEHANDLER = "sagsbehandler"
NEWEST = 3  # samtaler whose words are told: the journal has the rest
# Told under headings of their own.
TOLD_ELSEWHERE = ("gik_godt", "gik_skidt")


class Handover(NamedTuple):
    """A forløb as it is handed on: `heard` are its samtaler, oldest first, as the sagsbehandler may have them."""

    case: Case
    forlob: Forlob
    heard: tuple[Heard, ...]
    fravaer: tuple[Fravaer, ...]
    changes: tuple[Changed, ...]

    @property
    def newest(self) -> Samtale | None:
        return self.heard[-1].samtale if self.heard else None

    @property
    def asks_to_talk(self) -> bool:
        """Whether the newest samtale says that it takes a talk."""
        return self.newest is not None and self.newest.kraever_samtale == "ja"


def gather_handover(store: Store, forlob: Forlob) -> Handover:
    case = as_long_as_it_went(load_case(store, forlob=forlob.nr))
    heard = heard_by(SAGSBEHANDLER, held_in(store, case))
    fravaer = store.door(Fravaer).find(forlob=forlob.nr)
    return Handover(case, forlob, heard, fravaer, changes_of(store, case.borger.nr))


def make_overdragelse(store: Store, handover: Handover, ring: bool, advice: str, today: date) -> Made:
    """`ring`: the sagsbehandler is asked to call. `advice` is what the konsulent recommends, beside what was agreed."""
    konsulent, case = konsulent_of(store), handover.case
    where = f" hos {one_line(case.virksomhed.navn)}" if case.virksomhed else ""
    dokument = Dokument(
        art="overdragelse",
        titel="Overdragelse",
        modtager=SAGSBEHANDLER,
        blokke=tuple(_blocks(handover, konsulent, ring, advice, today)),
        undertitel=f"{case.borger.alias}{where}",
        dato=today.isoformat(),
        sidehoved=f"Overdragelse · {case.borger.alias}",
        hilsen="Venlig hilsen" if konsulent.navn else "",
        konsulent=konsulent.navn,
        telefon=konsulent.telefon,
    )
    return Made(finished(dokument, case.borger.alias), tuple(_missing(handover, konsulent, advice)))


def _blocks(handover: Handover, konsulent: Konsulent, ring: bool, advice: str, today: date) -> Iterator[Blok]:
    case, heard = handover.case, handover.heard
    voice = VOICES[SAGSBEHANDLER]
    yield from paragraph(_call(konsulent, ring), "fremhaevet")
    yield from fields(_facts(handover, today))
    yield from section("Anmærkninger", bullets(_remarks(heard)) or paragraph("Ingen."))
    yield from section("Formål", paragraph(sentence(purpose(handover.forlob))))
    until = today.isoformat()
    yield from section("Det er sket", happened(case, handover.fravaer, handover.changes, heard, until))
    yield from section("Timer og progression", tuple(_progress(handover)))
    yield from section("Hensyn, og om de virker", hensyn(case))
    yield from section("Det lærte vi", learned(heard, voice))
    yield from section("Sagt i de seneste samtaler", tuple(words_said(heard[-NEWEST:], voice, TOLD_ELSEWHERE)))
    yield from section("Anbefalet næste skridt", items(next_steps(heard, advice)))
    yield from section("Aftaler, der stadig er åbne", aftaler(case))


def _progress(handover: Handover) -> Iterator[Blok]:
    case = handover.case
    yield from drawn(hours_figure(case, SAGSBEHANDLER))
    yield from paragraph(paid(case))
    yield from attendance(case, SAGSBEHANDLER)
    yield from section("Opgaver", tasks(case), level=3)
    yield from section("Delmål", delmal(case), level=3)
    yield from section("Vurderinger", score_table(handover.heard, with_who=True), level=3)


def _call(konsulent: Konsulent, ring: bool) -> str:
    phone = f" på {konsulent.telefon}" if konsulent.telefon else ""
    if ring:
        return f"Ring til mig: ja. Der er noget, vi skal tale om og ikke kun skrive om. Ring til mig{phone}."
    return f"Ring til mig: nej, ikke nødvendigt nu. Ring{phone}, hvis du vil vide mere."


def _facts(handover: Handover, today: date) -> Iterator[Pair]:
    case, forlob = handover.case, handover.forlob
    yield "Borger", case.borger.alias
    yield "Sagsbehandler", one_line(case.borger.sagsbehandler)
    yield "Forløb", ARTS.get(forlob.art, forlob.art)
    yield "Virksomhed", one_line(case.virksomhed.navn if case.virksomhed else "")
    yield "Aftalt periode", " – ".join(plain_date(day) for day in (forlob.start, forlob.slut) if day)
    yield "Status", status(forlob, today)


def status(forlob: Forlob, today: date) -> str:
    """Stoppet før tid, afklaret, den 20. november 2026"""
    if forlob.status != "lukket" and forlob.start and forlob.start > today.isoformat():
        return f"Begynder den {plain_date(forlob.start)}"
    if forlob.status != "lukket":
        return "I gang"
    outcome = OUTCOMES.get(forlob.udfald or "", "lukket")
    return capital(f"{outcome}{f', den {plain_date(forlob.lukket)}' if forlob.lukket else ''}")


def purpose(forlob: Forlob) -> str:
    return ". ".join(filter(None, (AIMS.get(forlob.hensigt_art or "", ""), (forlob.hensigt or "").strip())))


def _remarks(heard: tuple[Heard, ...]) -> Iterator[str]:
    """Newest first."""
    for one in reversed(heard):
        said = one_line(one.samtale.anmaerkning)
        if said:
            yield f"{plain_date(one.samtale.dato)}: {sentence(said)}"


def _missing(handover: Handover, konsulent: Konsulent, advice: str) -> Iterator[Missing]:
    forlob, heard = handover.forlob, handover.heard
    nr = f"f{forlob.nr}"
    has_ended = any(one.punkt("udfald") and one.value("udfald", "kode") for one in heard)
    if forlob.status == "lukket" and forlob.udfald in EARLY and not has_ended:
        yield Missing("Forløbet stoppede før tid, uden en afsluttende samtale.", f"afslutning {nr}")
    if not purpose(forlob):
        yield Missing("Formålet mangler.", f"forløb ret {nr}")
    if not heard:
        yield Missing("Der er ingen færdig samtale i forløbet.", f"opfølgning {nr}")
    elif forlob.status == "lukket" and not learned(heard, VOICES[SAGSBEHANDLER]):
        yield Missing("Det står ikke, hvad I har lært. Det spørger afslutningen om.", f"afslutning {nr}")
    if not any(True for _ in next_steps(heard, advice)):
        yield Missing("Der er intet næste skridt. Skriv det selv på overdragelsen, eller aftal det.", f"aftale ny {nr}")
    if not konsulent.telefon:
        yield Missing("Dit telefonnummer er ikke skrevet ind, så sagsbehandleren kan ikke se, hvor du kan ringes op.")
