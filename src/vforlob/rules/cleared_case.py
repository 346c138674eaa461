"""The records of a case as one recipient may have them: what the gate lets through, the rest empty. Knows no words.

A record that was made in a samtale obeys the point it was said under as well: who was heard alone there, and whom the
agenda's file keeps it from.
"""

from collections.abc import Iterable, Iterator, Mapping
from typing import Any, NamedTuple, TypeVar

from vforlob.model.aftale import Aftale
from vforlob.model.agenda import Agenda, Felt, Punkt
from vforlob.model.answers import Value
from vforlob.model.case import Case
from vforlob.model.delmal import Delmal
from vforlob.model.forlob import Plan
from vforlob.model.hensyn import Hensyn
from vforlob.model.kontakt import Fravaer, Kontakt, Udsat
from vforlob.rules.cleared_columns import (
    BORGER,
    FORLOB,
    FRAVAER,
    FREMMODE,
    HENSYN,
    KOORDINERING,
    LONKRONER,
    OF_BORGER,
    ONSKE,
    OPGAVE,
    TIMER,
    VIRKSOMHED,
    Place,
)
from vforlob.rules.gate import Row, Scene, aftale_recipients, delmal_recipients, is_shared_in, may
from vforlob.rules.gate_tables import CASE_ONLY, OUTSIDE

R = TypeVar("R", bound=tuple[Any, ...])


class Said(NamedTuple):
    """The samtale that a record comes from: its agenda, and the gate's scene of it."""

    agenda: Agenda
    scene: Scene


class Asked(NamedTuple):
    """`said` are the samtaler by number; of `kept` the workplace may hear nothing."""

    recipient: str
    forlob: int | None
    scene: Scene
    said: Mapping[int, Said] = {}
    kept: frozenset[int] = frozenset()


def cleared_case(case: Case, asked: Asked) -> Case:
    """For the case itself everything but the raw word of a hensyn that has no importance for it."""
    cleared = case._replace(
        borger=_columns(case.borger, BORGER, asked),
        forlob=_columns(case.forlob, FORLOB, asked) if case.forlob else None,
        virksomhed=_columns(case.virksomhed, VIRKSOMHED, asked) if case.virksomhed else None,
        hensyn=tuple(_hensyn(case.hensyn, asked)),
        opgaver=tuple(_records(case.opgaver, OPGAVE, asked)),
        aftaler=tuple(_aftaler(case.aftaler, asked)),
        delmal=tuple(_delmal(case.delmal, asked)),
        timer=tuple(_records(case.timer, TIMER, asked)),
        lonkroner=tuple(_records(case.lonkroner, LONKRONER, asked)),
        fremmode=tuple(_records(case.fremmode, FREMMODE, asked)),
        onsker=tuple(_records(case.onsker, ONSKE, asked)),
        koordinering=tuple(_records(case.koordinering, KOORDINERING, asked)),
        kontakter=tuple(_kontakter(case.kontakter, asked)),
        planer=tuple(_planer(case.planer, case, asked)),
    )
    if asked.recipient in CASE_ONLY:
        return cleared
    # Who may know what, and what is judged when the konsulent is alone, belong to the case.
    return cleared._replace(clearances=(), taet=())


def cleared_absence(fravaer: Iterable[Fravaer], asked: Asked) -> tuple[Fravaer, ...]:
    return tuple(_records(fravaer, FRAVAER, asked))


def cleared_later(udsat: Iterable[Udsat], asked: Asked) -> tuple[Udsat, ...]:
    """What the konsulent put off is her own planning."""
    return tuple(udsat) if asked.recipient in CASE_ONLY else ()


def cleared_columns(record: R, asked: Asked) -> R:
    """A borger, forløb or virksomhed with the columns that the recipient may have."""
    return _columns(record, OF_BORGER[type(record).__name__], asked)


def may_have_changes(asked: Asked) -> bool:
    """Whether the steps in VITAS and a last day that was moved may be told."""
    return all(may(asked.recipient, *FORLOB.columns[column], asked.scene) for column in ("vitas", "slut"))


def _records(records: Iterable[R], place: Place, asked: Asked) -> Iterator[R]:
    """A record of which nothing may be told is none."""
    for record in records:
        refused = _refused(record, place, asked)
        told = (column for column in place.tell if column not in refused)
        if not _is_kept(record, asked) and any(getattr(record, column) not in (None, "", ()) for column in told):
            yield _without(record, refused)


def _columns(record: R, place: Place, asked: Asked) -> R:
    return _without(record, _refused(record, place, asked))


def _refused(record: R, place: Place, asked: Asked) -> set[str]:
    return {
        column
        for column, (punkt, felt) in place.of(record).items()
        if not may(asked.recipient, punkt, felt, asked.scene, {}) or not _said_to(asked, record, (felt.id,), place)
    }


def _without(record: R, columns: Iterable[str]) -> R:
    """Each of the columns becomes what it is in an empty record."""
    fields: Any = record
    emptied: R = fields._replace(**{column: fields._field_defaults.get(column) for column in columns})
    return emptied


def _said_to(
    asked: Asked, record: Any, felter: tuple[str, ...], place: Place | None = None, row: Row | None = None
) -> bool:
    """Whether the point that a record was said under lets the recipient have it. What was entered by hand was said
    under none; what cannot be found again goes to no workplace.
    """
    nr, where = getattr(record, "samtale", None), getattr(record, "sted_i_samtale", None)
    if nr is None:
        return True
    said = asked.said.get(nr)
    punkt = said.agenda.punkt((where or "").partition("/")[0]) if said else None
    if said is None or punkt is None:
        return asked.recipient not in OUTSIDE
    found = [punkt.felt(felt) for felt in felter]
    if not any(found):
        found = [punkt.felt(felt) for felt in (place.said_as if place else ())]
    return all(may(asked.recipient, punkt, felt, said.scene, row or {}) for felt in found if felt)


def _is_kept(record: Any, asked: Asked) -> bool:
    return asked.recipient in OUTSIDE and (getattr(record, "samtale", None) or 0) in asked.kept


def _hensyn(hensynene: Iterable[Hensyn], asked: Asked) -> Iterator[Hensyn]:
    """One that was withdrawn is in the case alone; to the workplace the løsning that it is cleared for here."""
    for hensyn in hensynene:
        if hensyn.trukket and asked.recipient not in CASE_ONLY:
            continue
        row: dict[str, Value] = {"nr": hensyn.nr}
        if hensyn.betydning:
            row["betydning"] = hensyn.betydning
        refused = {
            column
            for column, (punkt, felt) in HENSYN.of(hensyn).items()
            if not may(asked.recipient, punkt, felt, asked.scene, row)
        }
        left = _without(hensyn, refused)
        if asked.recipient in OUTSIDE:  # when it was first told of was between the borger and the konsulent
            left = left._replace(oprettet=None, samtale=None, sted_i_samtale=None)
        if any((left.losning, left.behov, left.hensyn)):
            yield left


def _aftaler(aftaler: Iterable[Aftale], asked: Asked) -> Iterator[Aftale]:
    """To the workplace only those of this forløb; who an aftale is for is told to nobody else."""
    for aftale in aftaler:
        row: dict[str, Value] = {"hvem": aftale.hvem}
        if aftale.modtagere is not None:
            row["modtagere"] = aftale.modtagere
        elsewhere = asked.recipient in OUTSIDE and aftale.forlob != asked.forlob
        if elsewhere or _is_kept(aftale, asked) or asked.recipient not in aftale_recipients(aftale, aftale.til_stede):
            continue
        if _said_to(asked, aftale, ("hvad",), row=row):
            is_case = asked.recipient in CASE_ONLY
            yield aftale if is_case else aftale._replace(modtagere=None, til_stede=())


def _delmal(delmalene: Iterable[Delmal], asked: Asked) -> Iterator[Delmal]:
    for delmal in delmalene:
        where = asked.forlob if asked.recipient in OUTSIDE else delmal.forlob
        row: dict[str, Value] = {"delt": "ja" if is_shared_in(delmal, where) else "nej"}
        if _is_kept(delmal, asked) or asked.recipient not in delmal_recipients(delmal, where):
            continue
        if _said_to(asked, delmal, ("specifikt",), row=row):
            yield delmal._replace(delt=None) if asked.recipient in OUTSIDE else delmal


def _kontakter(kontakter: Iterable[Kontakt], asked: Asked) -> Iterator[Kontakt]:
    """Those who were spoken with know that they were; what was noted is for the case, as an attempt is."""
    for kontakt in kontakter:
        if asked.recipient in CASE_ONLY:
            yield kontakt
        elif asked.recipient in OUTSIDE and kontakt.forlob != asked.forlob:
            continue
        elif kontakt.naet == "ja" and may(
            asked.recipient,
            Punkt("kontakter", "", "gruppe", "", modtagere=kontakt.med),
            Felt("dato", "", "dato"),
            asked.scene,
        ):
            yield kontakt._replace(tekst=None, hvem_ringede=None)


def _planer(planer: Iterable[Plan], case: Case, asked: Asked) -> Iterator[Plan]:
    """What follows a forløb that is closed is between the konsulent and the borger."""
    is_over = case.forlob is not None and case.forlob.status == "lukket"
    for plan in planer:
        if asked.recipient in OUTSIDE and (is_over or plan.forlob != asked.forlob or _is_kept(plan, asked)):
            continue
        if _said_to(asked, plan, ("naeste_kontakt", "dato")):
            yield plan
