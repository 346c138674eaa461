"""What one recipient is given of a samtale: what the gate lets through and nothing else. Knows no words."""

from collections.abc import Iterable, Iterator, Mapping
from typing import NamedTuple

from vforlob.model.aftale import Aftale
from vforlob.model.agenda import Choice, Felt, Punkt
from vforlob.model.answers import NOTE, SVAR, Answers, Key, Value, row_values, rows_of
from vforlob.model.case import Held
from vforlob.model.delmal import Delmal
from vforlob.model.forlob import Plan
from vforlob.model.hensyn import Clearance, Hensyn
from vforlob.rules.gate import (
    Row,
    Scene,
    aftale_recipients,
    alone_in,
    delmal_recipients,
    is_about_hensyn,
    is_shared_in,
    may,
    recipients_here,
    with_decisions,
)
from vforlob.rules.gate_rows import is_about_aftaler
from vforlob.rules.gate_tables import CASE_ONLY, EMPLOYER_ONLY_BY_YES, EVERYONE, OUTSIDE

NOTE_FELT = Felt(NOTE, "Note", "tekst")
LOSNING = Felt("losning", "Løsning", "tekst")
DELMAL = Felt("specifikt", "Delmål", "kort")
# What a hensyn is called to those who may have it, best first; the raw one last.
NAMES = (LOSNING, Felt("behov", "Behov", "tekst"), Felt("hensyn", "Hensyn", "tekst"))
EARLIER_AFTALER, EARLIER_DELMAL = "tidligere_aftaler", "tidligere_delmal"


class ClearedRow(NamedTuple):
    """`values` are the answers by felt id; `known` names the hensyn that the row is about, where there is one."""

    values: Mapping[str, Value]
    known: str = ""


class ClearedPunkt(NamedTuple):
    punkt: Punkt
    values: Mapping[str, Value]
    rows: tuple[ClearedRow, ...]
    note: str = ""

    @property
    def is_empty(self) -> bool:
        return not (self.values or self.rows or self.note)


class Settled(NamedTuple):
    """An aftale or delmål from before, and what was said of it now."""

    record: Aftale | Delmal
    values: Mapping[str, Value]


class Cleared(NamedTuple):
    """`punkter` are those of the samtale that apply, also the ones that nothing came out of."""

    recipient: str
    punkter: tuple[ClearedPunkt, ...]
    aftaler: tuple[Settled, ...]
    delmal: tuple[Settled, ...]
    plan: Plan | None


def cleared_samtale(held: Held, recipient: str, punkter: Iterable[Punkt]) -> Cleared:
    """`punkter` are the points that apply; `held.answers` are those that are still relevant."""
    scene = document_scene(held)
    return Cleared(
        recipient,
        tuple(_cleared_punkt(held, recipient, punkt, scene) for punkt in punkter),
        tuple(_earlier_aftaler(held, recipient)),
        tuple(_earlier_delmal(held, recipient)),
        _next_contact(held, recipient, punkter, scene),
    )


def is_kept_from_employer(held: Held) -> bool:
    """Whether the agenda asks the borger if her employer may be contacted, and she has not said yes."""
    asked = held.agenda.punkt(EMPLOYER_ONLY_BY_YES)
    return asked is not None and held.answers.get(Key(EMPLOYER_ONLY_BY_YES, SVAR)) != "ja"


def document_scene(held: Held) -> Scene:
    """The gate's scene for a document made now of a samtale that was held then."""
    forlob = held.samtale.forlob
    now_known = {hensyn.nr for hensyn in held.current_hensyn}
    return Scene(
        has_forlob=forlob is not None,
        deltagere=held.samtale.deltagere,
        alone=alone_in(held.answers),
        clearances=_of_forlob(held.current, forlob),
        then=with_decisions(_of_forlob(held.case.clearances, forlob), _decided(held), forlob or 0),
        hensyn=(*held.current_hensyn, *(hensyn for hensyn in held.case.hensyn if hensyn.nr in now_known)),
    )


def _of_forlob(clearances: Iterable[Clearance], forlob: int | None) -> tuple[Clearance, ...]:
    return tuple(clearance for clearance in clearances if clearance.forlob == forlob)


def _decided(held: Held) -> Iterator[Row]:
    """The clearances that this samtale itself gave or took."""
    for punkt in held.agenda.punkter:
        if "hensyn" in punkt.writes and punkt.is_liste:
            yield from (row_values(held.answers, punkt.id, raekke) for raekke in rows_of(held.answers, punkt.id))


def _cleared_punkt(held: Held, recipient: str, punkt: Punkt, scene: Scene) -> ClearedPunkt:
    alone = row_values(held.answers, punkt.id, 0)
    around = {} if punkt.is_liste else alone
    values = {
        felt.id: alone[felt.id]
        for felt in punkt.single_felter
        if felt.id in alone and may(recipient, punkt, felt, scene, around)
    }
    if not punkt.is_liste and is_about_aftaler(punkt) and recipient in _kept_from(held, punkt, 0, alone):
        values = {}
    rows = [*_cleared_rows(held, recipient, punkt, scene), *_other_hensyn(held, recipient, punkt, scene)]
    note = alone.get(NOTE, "") if may(recipient, punkt, NOTE_FELT, scene) else ""
    return ClearedPunkt(_with_hensyn_named(held, punkt), values, tuple(rows), str(note))


def _with_hensyn_named(held: Held, punkt: Punkt) -> Punkt:
    """Ticks of hensyn are kept as numbers, which say nothing in a text. They go to no workplace, see the gate."""
    if not any(_ticks_hensyn(felt) for felt in punkt.felter):
        return punkt
    choices = tuple(Choice(str(one.nr), _called(one)) for one in held.case.hensyn)
    felter = tuple(felt._replace(choices=choices) if _ticks_hensyn(felt) else felt for felt in punkt.felter)
    return punkt._replace(felter=felter)


def _ticks_hensyn(felt: Felt) -> bool:
    return felt.known == "hensyn" and felt.kind in {"valg", "flervalg"}


def _called(hensyn: Hensyn) -> str:
    raw = "" if hensyn.betydning == "nej" else hensyn.hensyn
    return hensyn.losning or hensyn.behov or raw or str(hensyn.nr)


def _cleared_rows(held: Held, recipient: str, punkt: Punkt, scene: Scene) -> Iterator[ClearedRow]:
    for raekke in rows_of(held.answers, punkt.id):
        answered = row_values(held.answers, punkt.id, raekke)
        row = {**_facts(held, punkt, answered), **answered} | _strictest(held, punkt, raekke, answered)
        values = {
            felt.id: answered[felt.id]
            for felt in punkt.row_felter
            if felt.id in answered and felt.id != "nr" and may(recipient, punkt, felt, scene, row)
        }
        if recipient in _kept_from(held, punkt, raekke, answered):
            continue
        if recipient not in CASE_ONLY and _only_names(punkt, values):
            continue
        known = _name(recipient, punkt, scene, row) if not {"losning", DELMAL.id} & set(answered) else ""
        if values or known:
            yield ClearedRow(values, known)


def _only_names(punkt: Punkt, values: Row) -> bool:
    """A theme without any answer that the recipient may have says nothing."""
    return punkt.known == "valg" and set(values) <= {punkt.row_felter[0].id}


def _name(recipient: str, punkt: Punkt, scene: Scene, row: Row) -> str:
    """What the recipient may call the known hensyn or delmål of a row; empty when it is about something else."""
    if "delmal" in punkt.writes:
        return str(row.get(DELMAL.id, "")) if may(recipient, punkt, DELMAL, scene, row) else ""
    if not is_about_hensyn(punkt, LOSNING):
        return ""
    return next(
        (str(row[felt.id]) for felt in NAMES if row.get(felt.id) and may(recipient, punkt, felt, scene, row)), ""
    )


def _facts(held: Held, punkt: Punkt, answered: Row) -> dict[str, Value]:
    """What the record of a known row adds for the gate to judge by."""
    known: Hensyn | Delmal | None = None
    if is_about_hensyn(punkt, LOSNING):
        known = next((one for one in held.case.hensyn if one.nr == answered.get("nr")), None)
    elif "delmal" in punkt.writes:
        known = next((one for one in held.case.delmal if one.nr == answered.get("nr")), None)
    columns = ("losning", "behov", "hensyn", "betydning", DELMAL.id)
    found = {column: getattr(known, column, None) for column in columns} if known else {}
    if isinstance(known, Delmal):
        found["delt"] = "ja" if is_shared_in(known, held.samtale.forlob) else "nej"
    return {column: value for column, value in found.items() if value}


def _strictest(held: Held, punkt: Punkt, raekke: int, answered: Row) -> dict[str, Value]:
    """That a hensyn is of no importance to the case counts from wherever it was said, then or now."""
    if not is_about_hensyn(punkt, LOSNING):
        return {}
    made_here = (held.samtale.nr, f"{punkt.id}/{raekke}")
    for one in (*held.case.hensyn, *held.current_hensyn):
        is_it = one.nr == answered.get("nr") or (one.samtale, one.sted_i_samtale) == made_here
        if is_it and one.betydning == "nej":
            return {"betydning": "nej"}
    return {}


def _other_hensyn(held: Held, recipient: str, punkt: Punkt, scene: Scene) -> Iterator[ClearedRow]:
    """A text to the workplace holds every hensyn it is cleared for, also those that nobody came back to."""
    if recipient not in OUTSIDE or not punkt.is_liste or punkt.felt("nr") is None:
        return
    if not is_about_hensyn(punkt, LOSNING):
        return
    answered = {row_values(held.answers, punkt.id, raekke).get("nr") for raekke in rows_of(held.answers, punkt.id)}
    for hensyn in held.case.hensyn:
        row: dict[str, Value] = {"nr": hensyn.nr}
        is_open = hensyn.nr not in answered and hensyn.status == "aktiv" and hensyn.losning
        if is_open and may(recipient, punkt, LOSNING, scene, row):
            yield ClearedRow({}, str(hensyn.losning))


def _earlier_aftaler(held: Held, recipient: str) -> Iterator[Settled]:
    """An aftale's outcome and reason go to those who may know the aftale."""
    for nr in rows_of(held.answers, EARLIER_AFTALER):
        aftale = next((one for one in held.case.aftaler if one.nr == nr), None)
        kept_from = _kept_from_now(held, held.current_aftaler, nr)
        may_know = recipients_here(aftale, held.samtale.forlob, held.case.samtaler) if aftale else frozenset()
        if aftale and _may_have(held, recipient, may_know - kept_from):
            yield Settled(aftale, row_values(held.answers, EARLIER_AFTALER, nr))


def _earlier_delmal(held: Held, recipient: str) -> Iterator[Settled]:
    for nr in rows_of(held.answers, EARLIER_DELMAL):
        delmal = next((one for one in held.case.delmal if one.nr == nr), None)
        kept_from = _kept_from_now(held, held.current_delmal, nr)
        may_know = delmal_recipients(delmal, held.samtale.forlob) if delmal else frozenset()
        if delmal and _may_have(held, recipient, may_know - kept_from):
            yield Settled(delmal, row_values(held.answers, EARLIER_DELMAL, nr))


def _kept_from(held: Held, punkt: Punkt, raekke: int, answered: Row) -> frozenset[str]:
    """Whom the aftale or delmål of a row has been kept from since, whatever the row itself says."""
    made_here = (held.samtale.nr, f"{punkt.id}/{raekke}")
    records: tuple[Aftale | Delmal, ...] = ()
    if is_about_aftaler(punkt):
        records = held.current_aftaler
    elif "delmal" in punkt.writes:
        records = held.current_delmal
    numbers = {one.nr for one in records if (one.samtale, one.sted_i_samtale) == made_here}
    numbers.update(one.nr for one in records if not is_about_aftaler(punkt) and one.nr == answered.get("nr"))
    return frozenset().union(*(_kept_from_now(held, records, nr) for nr in numbers))


def _kept_from_now(held: Held, records: Iterable[Aftale | Delmal], nr: int) -> frozenset[str]:
    """One that is not among them belongs to another forløb by now, and says nothing."""
    one = next((one for one in records if one.nr == nr), None)
    if one is None:
        return frozenset()
    if isinstance(one, Aftale):
        return EVERYONE - aftale_recipients(one, one.til_stede)
    return EVERYONE - delmal_recipients(one, held.samtale.forlob)


def _may_have(held: Held, recipient: str, recipients: frozenset[str]) -> bool:
    return recipient in recipients and (recipient not in OUTSIDE or held.samtale.forlob is not None)


def _next_contact(held: Held, recipient: str, punkter: Iterable[Punkt], scene: Scene) -> Plan | None:
    """What was agreed, to those who may have it; else the date that a rule set."""
    for punkt in punkter:
        for felter in (("naeste_kontakt", "naeste_kl", "naeste_form"), ("dato", "kl", "form")):
            dato = punkt.felt(felter[0])
            if dato is None or "plan" not in punkt.writes or Key(punkt.id, dato.id) not in held.answers:
                continue
            if not may(recipient, punkt, dato, scene):
                return None
            given = [_of(held.answers, recipient, punkt, felt, scene) for felt in felter]
            return Plan(0, held.samtale.borger, held.samtale.forlob, given[0] or "", given[1], given[2])
    if recipient in OUTSIDE and held.case.forlob is not None and held.case.forlob.status == "lukket":
        return None  # what follows is between the konsulent and the borger
    by_rule = [plan for plan in held.case.planer if plan.samtale == held.samtale.nr and plan.kilde != "aftalt"]
    return by_rule[-1] if by_rule else None


def _of(answers: Answers, recipient: str, punkt: Punkt, felt_id: str, scene: Scene) -> str | None:
    felt, value = punkt.felt(felt_id), answers.get(Key(punkt.id, felt_id))
    if felt is None or value is None or not may(recipient, punkt, felt, scene):
        return None
    return str(value)
