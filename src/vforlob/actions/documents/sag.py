"""Gather a whole case for one recipient: read, passed through the gate, made clean, bounded by a period. Knows no
format.
"""

from collections.abc import Iterable, Mapping
from datetime import date
from typing import Any, NamedTuple

from vforlob.actions.documents.employer import refuse_employer_unasked
from vforlob.actions.documents.figures import score_figures
from vforlob.actions.documents.sag_events import Part, events
from vforlob.actions.documents.sag_held import Told, told
from vforlob.actions.documents.sag_period import Period, within
from vforlob.actions.make_referat import with_texts, without_alias
from vforlob.actions.settings import setting
from vforlob.actions.whole_forlob import as_long_as_it_went
from vforlob.errors.eksport import CaseNeedsForlob, NothingInCase, NothingInPeriod
from vforlob.model.borger import Borger
from vforlob.model.case import Case
from vforlob.model.dokument import Figur
from vforlob.model.forlob import Forlob
from vforlob.model.kontakt import Fravaer, Udsat
from vforlob.model.sag import Sag
from vforlob.model.text import clean
from vforlob.model.virksomhed import Virksomhed
from vforlob.rules.cleared_case import Asked, cleared_absence, cleared_case, cleared_columns, cleared_later
from vforlob.rules.gate import Scene
from vforlob.rules.gate_tables import CASE_ONLY, OUTSIDE
from vforlob.store.agendas import agenda_as_asked
from vforlob.store.case import load_case
from vforlob.store.earlier_values import Changed, changes_of
from vforlob.store.facts import load_facts
from vforlob.store.store import Store

SIGNED_WITH = ("konsulent", "telefon")


def gather_sag(store: Store, whose: Forlob | Borger, recipient: str, today: date, period: Period | None = None) -> Sag:
    """Everything of a forløb or of a borger that the recipient may have.

    Raises CaseNeedsForlob, EmployerNotAsked, NothingInCase and NothingInPeriod, before anything is made.
    """
    if recipient in OUTSIDE and isinstance(whose, Borger):
        forlobene = tuple(one.nr for one in store.door(Forlob).find(borger=whose.nr))
        raise CaseNeedsForlob(whose.nr, recipient, forlobene)
    settings = {name: setting(store, name) for name in SIGNED_WITH}
    read = _read(store, whose)
    if recipient in OUTSIDE:
        refuse_employer_unasked(store, read.case)
    heard = told(store, read.case.samtaler, recipient, settings)
    sag = _cleared(read, heard, recipient, changes_of(store, read.case.borger.nr))
    sag = sag._replace(nr=_number(whose), dato=today.isoformat())
    sag = sag._replace(konsulent=settings["konsulent"], telefon=settings["telefon"])
    sag = _clean(sag, read.case.borger.alias)
    if period is None:
        return _something(sag, whose)
    bounded = within(sag, period)
    if not (bounded.haendelser or bounded.samtaler):
        raise NothingInPeriod(sag.nr, *period)
    return bounded


class _Read(NamedTuple):
    """All the records, of all the forløb; `parts` are the forløb one by one, what is beside them first."""

    case: Case
    parts: tuple[Part, ...]
    forlobene: tuple[Forlob, ...]
    virksomheder: Mapping[int, Virksomhed]
    fravaer: tuple[Fravaer, ...]
    udsat: tuple[Udsat, ...]
    titles: Mapping[str, str]


def _read(store: Store, whose: Forlob | Borger) -> _Read:
    forlobene = (whose,) if isinstance(whose, Forlob) else store.door(Forlob).find(borger=whose.nr)
    facts = load_facts(store, [one.nr for one in forlobene])
    cases = [as_long_as_it_went(one.case) for one in facts]
    if isinstance(whose, Borger):
        cases.insert(0, load_case(store, borger=whose.nr))
    udsat = {one.nr: store.door(Udsat).find(forlob=one.nr) for one in forlobene}
    absent = {one.case.forlob.nr: one.fravaer for one in facts if one.case.forlob}
    whole = _together(cases)
    return _Read(
        case=whole,
        parts=tuple(Part(case, absent.get(_of(case), ()), udsat.get(_of(case), ())) for case in cases),
        forlobene=forlobene,
        virksomheder={one.virksomhed.nr: one.virksomhed for one in cases if one.virksomhed},
        fravaer=tuple(one for found in absent.values() for one in found),
        udsat=tuple(one for found in udsat.values() for one in found),
        titles={sha: agenda_as_asked(store, sha).title for sha in {one.agenda_sha for one in whole.samtaler}},
    )


def _of(case: Case) -> int:
    return case.forlob.nr if case.forlob else 0


def _together(cases: list[Case]) -> Case:
    """Each record once, in the order of numbers. Where there are several forløb, none of them is the case's own."""
    first = cases[0]
    if len(cases) == 1:
        return first
    lists = [name for name, value in zip(first._fields, first, strict=True) if isinstance(value, tuple | list)]
    lists = [name for name in lists if name not in {"borger", "forlob", "virksomhed"}]
    found: dict[str, Any] = {name: {one.nr: one for case in cases for one in getattr(case, name)} for name in lists}
    whole = {name: tuple(by_number[nr] for nr in sorted(by_number)) for name, by_number in found.items()}
    together: Any = first._replace(forlob=None, virksomhed=None)
    merged: Case = together._replace(**whole)
    return merged


def _cleared(read: _Read, heard: Told, recipient: str, changes: Iterable[Changed]) -> Sag:
    case, forlob = read.case, read.case.forlob
    asked = Asked(
        recipient=recipient,
        forlob=forlob.nr if forlob else None,
        scene=Scene(has_forlob=bool(read.forlobene), deltagere=(), clearances=case.clearances, hensyn=case.hensyn),
        said=heard.said,
        kept=heard.kept if recipient in OUTSIDE else frozenset(),
    )
    is_case = recipient in CASE_ONLY
    shown = {one.nr for one in heard.holdt}
    samtaler = tuple(one for one in case.samtaler if is_case or one.nr in shown)
    cleared = cleared_case(case, asked)._replace(samtaler=samtaler)
    borger = cleared.borger._replace(navn=None, telefon=None, alias=cleared.borger.alias if is_case else "")
    parts = tuple(part.cleared(asked, samtaler) for part in read.parts)
    return Sag(
        modtager=recipient,
        nr="",
        dato="",
        case=cleared._replace(borger=borger),
        forlobene=tuple(cleared_columns(one, asked) for one in read.forlobene),
        virksomheder={nr: cleared_columns(one, asked) for nr, one in read.virksomheder.items()},
        fravaer=cleared_absence(read.fravaer, asked),
        udsat=cleared_later(read.udsat, asked),
        samtaler=heard.holdt,
        scorer=_scores(case, heard, recipient),
        haendelser=events(parts, read.titles, changes, asked),
        kladder=sum(not one.udgave for one in case.samtaler) if is_case else 0,
    )


def _scores(case: Case, heard: Told, recipient: str) -> tuple[Figur, ...]:
    """They are drawn of the answers themselves, which pass the gate one by one."""
    said = {one.samtale.nr: one.answers for one in heard.held}
    return score_figures(case, said, {one.samtale.agenda_sha: one.agenda for one in heard.held}, recipient)


def _clean(sag: Sag, alias: str) -> Sag:
    """Every text once, for all the formats."""
    kept = "" if sag.modtager in CASE_ONLY else alias
    cleaned: Sag = with_texts(sag, lambda text: without_alias(clean(text), kept))
    return cleaned


def _something(sag: Sag, whose: Forlob | Borger) -> Sag:
    """A borger whom nothing has been written about yet has no case to give."""
    case = sag.case
    records = (case.hensyn, case.aftaler, case.delmal, case.timer, case.onsker, case.koordinering, case.taet)
    if isinstance(whose, Borger) and not (sag.haendelser or sag.forlobene or sag.samtaler or any(records)):
        raise NothingInCase(whose.nr)
    return sag


def _number(whose: Forlob | Borger) -> str:
    return f"f{whose.nr}" if isinstance(whose, Forlob) else f"b{whose.nr}"
