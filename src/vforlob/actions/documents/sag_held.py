"""The finished samtaler of a case as one recipient may have them: in words and as tables. Knows no other record."""

from collections.abc import Iterable, Mapping
from typing import Any, NamedTuple

from vforlob.actions.make_referat import make_referat
from vforlob.actions.samtale_table import ROWS, held_scope
from vforlob.agenda.walk import applying, relevant
from vforlob.model.answers import NOTE
from vforlob.model.case import Held
from vforlob.model.referat import Referat
from vforlob.model.sag import Holdt
from vforlob.model.samtale import Samtale
from vforlob.rules.cleared import (
    ClearedPunkt,
    ClearedRow,
    Settled,
    cleared_samtale,
    document_scene,
    is_kept_from_employer,
)
from vforlob.rules.cleared_case import Said
from vforlob.rules.gate_tables import CASE_ONLY, OUTSIDE
from vforlob.store.agendas import agenda_as_asked
from vforlob.store.case import load_held
from vforlob.store.store import Store

KNOWN = "kendt"  # what the row is about, where it names a record by its number alone


class Told(NamedTuple):
    """`held` are all finished samtaler, oldest first; `holdt` those that the recipient has anything of."""

    held: tuple[Held, ...]
    holdt: tuple[Holdt, ...]

    @property
    def said(self) -> dict[int, Said]:
        return {one.samtale.nr: Said(one.agenda, document_scene(one)) for one in self.held}

    @property
    def kept(self) -> frozenset[int]:
        """Those where the borger has not said that her employer may hear of it."""
        return frozenset(one.samtale.nr for one in self.held if is_kept_from_employer(one))


def told(store: Store, samtaler: Iterable[Samtale], recipient: str, settings: Mapping[str, str]) -> Told:
    finished = sorted((one for one in samtaler if one.udgave), key=lambda one: (one.dato, one.kl or "", one.nr))
    held = tuple(_held(store, one) for one in finished)
    return Told(held, tuple(_holdt(one, recipient, settings) for one in held if _is_for(one, recipient, settings)))


def _held(store: Store, samtale: Samtale) -> Held:
    return load_held(store, samtale.nr, agenda_as_asked(store, samtale.agenda_sha), udgave=samtale.udgave)


def _is_for(held: Held, recipient: str, settings: Mapping[str, str]) -> bool:
    """The workplace has none from before the forløb, and none that says nothing to it."""
    if recipient in CASE_ONLY:
        return True
    if recipient in OUTSIDE and (held.samtale.forlob is None or is_kept_from_employer(held)):
        return False
    return not is_empty(make_referat(held, recipient, settings))


def is_empty(referat: Referat) -> bool:
    return not (referat.afsnit or referat.lykkedes or referat.naeste)


def _holdt(held: Held, recipient: str, settings: Mapping[str, str]) -> Holdt:
    referat = make_referat(held, recipient, settings)
    scope = held_scope(held)
    given = held._replace(answers=relevant(held.agenda, held.answers, scope))
    cleared = cleared_samtale(given, recipient, applying(held.agenda, given.answers, scope))
    return Holdt(
        nr=held.samtale.nr,
        dato=held.samtale.dato,
        forlob=held.samtale.forlob,
        referat=referat,
        form=held.samtale.form,
        deltagere=held.samtale.deltagere if referat.deltagere else (),
        svar={one.punkt.id: _table(one) for one in cleared.punkter if not one.is_empty},
        tidligere_aftaler=tuple(_settled(one) for one in cleared.aftaler),
        tidligere_delmal=tuple(_settled(one) for one in cleared.delmal),
    )


def _table(cleared: ClearedPunkt) -> dict[str, Any]:
    """In the shape of an answer file."""
    table: dict[str, Any] = dict(cleared.values)
    if cleared.rows:
        table[ROWS] = tuple(_row(one) for one in cleared.rows)
    if cleared.note:
        table[NOTE] = cleared.note
    return table


def _row(row: ClearedRow) -> dict[str, Any]:
    return {KNOWN: row.known, **row.values} if row.known else dict(row.values)


def _settled(settled: Settled) -> dict[str, Any]:
    return {"nr": settled.record.nr, **settled.values}
