"""Write effects on the case: all of a first version, or the difference between two. Knows no word of `skriver`."""

from collections.abc import Iterable, Mapping
from typing import Any, NamedTuple

from vforlob.actions.effects.base import Effect
from vforlob.errors.records import RecordNotFound
from vforlob.errors.store import RecordInUse
from vforlob.model.case import Case
from vforlob.store.kinds import RECORDS
from vforlob.store.store import Store
from vforlob.store.versions import touched_by

# Whose a record is may change without anybody having changed what was said: a forløb adopts what is open.
_OWNERS = frozenset({"borger", "forlob"})


class Kept(NamedTuple):
    """What was changed by hand since, and therefore stands."""

    emne: str
    nr: int
    columns: tuple[str, ...]


def apply_effects(store: Store, samtale: int, effects: Iterable[Effect]) -> None:
    """Inside doing()."""
    for effect in effects:
        door = store.door(RECORDS[effect.emne])
        if effect.nr is None:
            _add(store, samtale, effect)
        elif effect.values is None:
            door.remove(effect.nr)
        else:
            door.change(effect.nr, **effect.values)


def apply_difference(
    store: Store, samtale: int, before: Case, old: Iterable[Effect], new: Iterable[Effect]
) -> tuple[Kept, ...]:
    """Inside doing(). `before` is the case as it stood before the first version: what an effect that is gone goes
    back to. A column that somebody has changed since is left alone, and named.
    """
    olds, news = {effect.key: effect for effect in old}, {effect.key: effect for effect in new}
    kept: list[Kept] = []
    for key in dict.fromkeys((*olds, *news)):
        one, other = olds.get(key), news.get(key)
        if one is None and other is not None:
            kept += _appeared(store, samtale, before, other)
        elif one is not None and other is None:
            kept += _gone(store, samtale, before, one)
        elif one is not None and other is not None and one != other:
            kept += _different(store, samtale, before, one, other)
    return tuple(kept)


def _add(store: Store, samtale: int, effect: Effect) -> None:
    kind = RECORDS[effect.emne]
    origin = {"samtale": samtale, "sted_i_samtale": effect.key} if "sted_i_samtale" in kind._fields else {}
    store.door(kind).add(kind(nr=0, **(effect.values or {}), **origin))


def _appeared(store: Store, samtale: int, before: Case, effect: Effect) -> list[Kept]:
    """Only in the new version."""
    if effect.nr is None:
        _add(store, samtale, effect)
        return []
    stood = _columns_before(before, effect)
    record = _found(store, effect.emne, effect.nr)
    if record is None or stood is None:
        return []
    if effect.values is None:
        return _removed(store, effect.emne, record, stood)
    return _changed(store, effect.emne, record, {name: stood[name] for name in effect.values}, effect.values)


def _gone(store: Store, samtale: int, before: Case, effect: Effect) -> list[Kept]:
    """Only in the old version: a record it made goes, a column it changed goes back."""
    if effect.nr is None:
        record = _made(store, samtale, effect)
        return _removed(store, effect.emne, record, effect.values or {}) if record is not None else []
    stood = _columns_before(before, effect)
    if stood is None:
        return []
    if effect.values is None:
        kind = RECORDS[effect.emne]
        store.door(kind).add(kind(nr=0, **{name: value for name, value in stood.items() if name != "nr"}))
        return []
    record = _found(store, effect.emne, effect.nr)
    if record is None:
        return []
    return _changed(store, effect.emne, record, effect.values, {name: stood[name] for name in effect.values})


def _different(store: Store, samtale: int, before: Case, old: Effect, new: Effect) -> list[Kept]:
    if old.nr != new.nr or old.values is None or new.values is None:
        return [*_gone(store, samtale, before, old), *_appeared(store, samtale, before, new)]
    record = _made(store, samtale, old) if old.nr is None else _found(store, old.emne, old.nr)
    if record is None:
        return []
    stood = _columns_before(before, old) or RECORDS[old.emne]._field_defaults
    names = {**old.values, **new.values}
    was = {name: old.values.get(name, stood.get(name)) for name in names}
    becomes = {name: new.values.get(name, stood.get(name)) for name in names}
    return _changed(store, old.emne, record, was, becomes)


def _changed(store: Store, emne: str, record: Any, was: Mapping[str, Any], becomes: Mapping[str, Any]) -> list[Kept]:
    """Each column on its own: from what the old version said to what the new one says."""
    wanted = {name: value for name, value in becomes.items() if was.get(name) != value and name not in _OWNERS}
    by_hand = tuple(name for name in wanted if getattr(record, name) not in {was.get(name), wanted[name]})
    changes = {name: value for name, value in wanted.items() if name not in by_hand}
    if changes:
        store.door(RECORDS[emne]).change(record.nr, **changes)
    return [Kept(emne, record.nr, by_hand)] if by_hand else []


def _removed(store: Store, emne: str, record: Any, was: Mapping[str, Any]) -> list[Kept]:
    by_hand = tuple(
        name for name, value in was.items() if name not in {*_OWNERS, "nr"} and getattr(record, name) != value
    )
    if not by_hand:
        try:
            store.door(RECORDS[emne]).remove(record.nr)
        except RecordInUse:
            return [Kept(emne, record.nr, ())]
    return [Kept(emne, record.nr, by_hand)] if by_hand else []


def _made(store: Store, samtale: int, effect: Effect) -> Any:
    """The record that the effect made. A coarse row says of nobody where it comes from: the history does."""
    if "sted_i_samtale" in RECORDS[effect.emne]._fields:
        made = store.door(RECORDS[effect.emne]).find(samtale=samtale, sted_i_samtale=effect.key)
        return made[0] if made else None
    found = (_found(store, effect.emne, nr) for nr in touched_by(store, samtale, effect.emne))
    return next((record for record in found if record is not None), None)


def _found(store: Store, emne: str, nr: int) -> Any:
    try:
        return store.door(RECORDS[emne]).get(nr)
    except RecordNotFound:
        return None


_IN_CASE = {
    "aftale": "aftaler",
    "delmal": "delmal",
    "hensyn": "hensyn",
    "clearance": "clearances",
    "opgave": "opgaver",
    "onske": "onsker",
    "koordinering": "koordinering",
    "timer": "timer",
}


def _columns_before(before: Case, effect: Effect) -> dict[str, Any] | None:
    """The record as it stood before the first version; None when it was not there."""
    if effect.nr is None:
        return None
    if effect.emne in {"borger", "forlob", "virksomhed"}:
        record = getattr(before, effect.emne)
    else:
        records = getattr(before, _IN_CASE[effect.emne])
        record = next((one for one in records if one.nr == effect.nr), None)
    return dict(record._asdict()) if record is not None else None
