"""What a samtale changes on the borger: CV, resources, place, wishes, what to coordinate. Knows no storage."""

from collections.abc import Iterator, Mapping
from typing import Any
from zlib import crc32

from vforlob.actions.effects.base import Effect, Ended, given
from vforlob.model.agenda import Punkt
from vforlob.model.answers import Value
from vforlob.model.text import fold

RESOURCES = ("erhvervserfaring", "skolegang", "interesser", "andet")
GEOGRAPHY = ("sted", "transport", "minutter")


def cv(ended: Ended, punkt: Punkt) -> Iterator[Effect]:
    """A CV that has been gone through exists; otherwise only what was asked about it is written."""
    values: dict[str, Any] = given(ended, punkt, {"cv": "cv", "cv_opdateret": "cv_opdateret"})
    if ended.of(punkt, "gennemgaet") == "ja":
        values.setdefault("cv", "ja")
    yield from _changed(ended, punkt, values)


def ressourcer(ended: Ended, punkt: Punkt) -> Iterator[Effect]:
    yield from _changed(ended, punkt, given(ended, punkt, {felt: felt for felt in RESOURCES}))


def geografi(ended: Ended, punkt: Punkt) -> Iterator[Effect]:
    yield from _changed(ended, punkt, given(ended, punkt, {felt: felt for felt in GEOGRAPHY}))


def onsker(ended: Ended, punkt: Punkt) -> Iterator[Effect]:
    """The list replaces the old one by rank; a wish that is still there keeps what has been done about it."""
    rows = [(key, row) for key, row in ended.rows(punkt) if row.get("onske")]
    before = {fold(onske.onske): onske.nr for onske in ended.case.onsker}
    for rang, (_, row) in enumerate(rows, 1):
        key = _named(punkt, row["onske"])
        nr = before.pop(fold(str(row["onske"])), None)
        values = {"rang": rang, "onske": row["onske"], "branche": row.get("branche")}
        yield _kept(ended, key, "onske", nr, values)
    if rows:
        yield from (Effect(f"{punkt.id}/onske-{nr}", "onske", nr, None) for nr in before.values())


def koordinering(ended: Ended, punkt: Punkt) -> Iterator[Effect]:
    """The list replaces the old one."""
    rows = list(ended.rows(punkt))
    before = {fold(one.indsats or ""): one.nr for one in ended.case.koordinering}
    for _, row in rows:
        key = _named(punkt, row.get("indsats", ""))
        nr = before.pop(fold(str(row.get("indsats", ""))), None)
        values = {column: row.get(column) for column in ("indsats", "hvornar", "hvem")}
        yield _kept(ended, key, "koordinering", nr, values)
    if rows:
        yield from (Effect(f"{punkt.id}/indsats-{nr}", "koordinering", nr, None) for nr in before.values())


def _named(punkt: Punkt, text: Value) -> str:
    """By what the row says, not by its place: a wish that gets another rank is the same wish."""
    return f"{punkt.id}/{crc32(fold(str(text)).encode()):08x}"


def _kept(ended: Ended, key: str, emne: str, nr: int | None, values: dict[str, Any]) -> Effect:
    owner = {"borger": ended.case.borger.nr} if nr is None else {}
    return Effect(key, emne, nr, {**owner, **values})


def _changed(ended: Ended, punkt: Punkt, values: Mapping[str, Any]) -> Iterator[Effect]:
    if values:
        yield Effect(f"{punkt.id}/borger", "borger", ended.case.borger.nr, values)
