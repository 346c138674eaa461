"""The rows of the matrix as functions: whom a row clears an answer for, None where it does not find the answer."""

from vforlob.model.agenda import Felt, Punkt
from vforlob.rules.gate_scene import Recipients, Row, Scene, aftale_recipients, cleared, hensyn_number
from vforlob.rules.gate_tables import (
    ALL_BUT_MENTOR,
    BORGER,
    BORGER_AND_CASE,
    CASE_ONLY,
    EVERYONE,
    FELT_ROWS,
    HENSYN_RAW,
    HENSYN_SHARED,
    NEXT_CONTACT,
    POINT_ROWS,
    ROLE_OF,
    SIDE_OF,
    WRITES_ROWS,
)


def by_id(punkt: Punkt, felt: Felt, _scene: Scene, _row: Row) -> Recipients | None:
    named = FELT_ROWS.get((punkt.id, felt.id))
    return named if named is not None else POINT_ROWS.get(punkt.id)


def by_writes(punkt: Punkt, _felt: Felt, _scene: Scene, _row: Row) -> Recipients | None:
    found = [WRITES_ROWS[effect] for effect in punkt.writes if effect in WRITES_ROWS]
    return EVERYONE.intersection(*found) if found else None


def by_hensyn(punkt: Punkt, felt: Felt, scene: Scene, row: Row) -> Recipients | None:
    if not is_about_hensyn(punkt, felt):
        return None
    if felt.id == HENSYN_RAW and row.get("betydning") == "nej":
        return frozenset({BORGER})
    if felt.id not in HENSYN_SHARED:
        return BORGER_AND_CASE
    nr = hensyn_number(row)
    return BORGER_AND_CASE | {who for who, rolle in ROLE_OF.items() if cleared(nr, rolle, scene)}


def by_aftale(punkt: Punkt, felt: Felt, scene: Scene, row: Row) -> Recipients | None:
    if not is_about_aftaler(punkt):
        return None
    if felt.id in NEXT_CONTACT:
        return EVERYONE
    if felt.outside_rows:
        return None
    return aftale_recipients(row, scene.deltagere)


def by_delmal(punkt: Punkt, _felt: Felt, _scene: Scene, row: Row) -> Recipients | None:
    if "delmal" not in punkt.writes:
        return None
    return EVERYONE if row.get("delt") == "ja" else BORGER_AND_CASE


def by_part(punkt: Punkt, felt: Felt, _scene: Scene, _row: Row) -> Recipients | None:
    """Own words and scores. A point's `part` is that of its one felt when it is scalar; else only a felt's own counts,
    for on a gruppe or liste it says who must be there to be asked.
    """
    part = part_of(punkt, felt) if punkt.is_scalar else felt.part
    if felt.kind == "skala" and part:
        return CASE_ONLY | {SIDE_OF[part]} if part in SIDE_OF else CASE_ONLY
    return ALL_BUT_MENTOR if part in SIDE_OF else None


ROWS = (by_id, by_writes, by_hensyn, by_aftale, by_delmal, by_part)


def is_about_hensyn(punkt: Punkt, felt: Felt) -> bool:
    """Found by `skriver`, by name, or because its rows or ticks are the borger's hensyn."""
    if "hensyn" in punkt.writes or "hensyn" in (punkt.id, punkt.known, felt.known):
        return True
    return punkt.is_liste and any(other.known == "hensyn" for other in punkt.row_felter)


def is_about_aftaler(punkt: Punkt) -> bool:
    return "aftaler" in punkt.writes or punkt.id == "aftaler"


def part_of(punkt: Punkt, felt: Felt) -> str:
    return felt.part or punkt.part
