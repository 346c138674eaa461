"""New and changed borgere, virksomheder and forløb, each one thing done or part of one. Knows no prompt, no file."""

from typing import Any

from vforlob.actions.adoption import adopt
from vforlob.actions.record_checks import Given, broken_rules
from vforlob.actions.record_felter import FELTER
from vforlob.actions.references import borger_of, virksomhed_of
from vforlob.errors.record_rules import RecordRefused
from vforlob.model.borger import Borger
from vforlob.model.forlob import Forlob
from vforlob.model.timer import HOURS_OF, Timer
from vforlob.model.virksomhed import Virksomhed
from vforlob.rules.cvr import read_cvr
from vforlob.store.store import Store


def new_borger(store: Store, given: Given) -> Borger:
    with store.joining("borger ny"):  # looked at and written as one: two windows may want the same alias
        columns = _checked(store, "borger", given, None)
        return store.door(Borger).add(Borger(nr=0, **columns, oprettet=_today(store)))


def new_virksomhed(store: Store, given: Given) -> Virksomhed:
    with store.joining("virksomhed ny"):
        columns = _checked(store, "virksomhed", given, None)
        return store.door(Virksomhed).add(Virksomhed(nr=0, **columns, oprettet=_today(store)))


def new_forlob(store: Store, given: Given) -> Forlob:
    """The forløb takes over what the borger owned and is still open; nobody is cleared for anything in it yet."""
    with store.joining("forløb ny"):
        columns = _checked(store, "forlob", given, None)
        forlob = store.door(Forlob).add(Forlob(nr=0, **columns, oprettet=_today(store)))
        adopt(store, forlob)
        store.door(Timer).add(_hours(forlob))
    return forlob


def change_borger(store: Store, nr: int, given: Given) -> Borger:
    with store.joining("borger ret"):  # what is not named stands as it is now, not as it was when she began
        columns = _checked(store, "borger", _patched(store.door(Borger).get(nr), given), nr)
        return store.door(Borger).change(nr, **columns)


def change_virksomhed(store: Store, nr: int, given: Given) -> Virksomhed:
    with store.joining("virksomhed ret"):
        columns = _checked(store, "virksomhed", _patched(store.door(Virksomhed).get(nr), given), nr)
        return store.door(Virksomhed).change(nr, **columns)


def change_forlob(store: Store, nr: int, given: Given) -> Forlob:
    with store.joining("forløb ret"):
        before = store.door(Forlob).get(nr)
        columns = _checked(store, "forlob", _patched(before, given), nr)
        after = store.door(Forlob).change(nr, **columns)
        _move_hours(store, before, after)
    return after


def columns_of(record: Borger | Virksomhed | Forlob, emne: str) -> dict[str, Any]:
    """What a person filled in; what was never answered is None."""
    return {felt.id: getattr(record, felt.id) for felt in FELTER[emne]}


def _patched(record: Borger | Virksomhed | Forlob, given: Given) -> dict[str, Any]:
    return columns_of(record, type(record).__name__.lower()) | dict(given)


def _checked(store: Store, emne: str, given: Given, nr: int | None) -> dict[str, Any]:
    broken = broken_rules(store, emne, given, nr)
    if broken:
        raise RecordRefused(emne, broken)
    return {felt.id: _stored(store, felt.id, felt.reference, given.get(felt.id)) for felt in FELTER[emne]}


def _stored(store: Store, column: str, reference: str, value: Any) -> Any:
    if value is None:
        return None
    if reference:
        find = borger_of if reference == "borger" else virksomhed_of
        return find(store, str(value)).nr
    if column == "cvr":
        return read_cvr(value)
    return int(value) if column == "interval" else value.strip() if isinstance(value, str) else value


def _hours(forlob: Forlob) -> Timer:
    timer = Timer(nr=0, borger=forlob.borger, forlob=forlob.nr, fra=forlob.start or "")
    hours: dict[str, Any] = {HOURS_OF[forlob.art]: forlob.timer}
    return timer._replace(**hours)


def _move_hours(store: Store, before: Forlob, after: Forlob) -> None:
    """The hours agreed at the start follow the record, as long as no samtale has agreed on others."""
    if (before.start, before.timer, before.art) == (after.start, after.timer, after.art):
        return
    rows = store.door(Timer).find(forlob=after.nr, art="aftalt")
    first = [row for row in rows if row.samtale is None and row.fra == before.start]
    if first:
        hours = dict.fromkeys(("praktik", "lontilskud", "ordinaer")) | {HOURS_OF[after.art]: after.timer}
        store.door(Timer).change(first[0].nr, fra=after.start, **hours)
    elif before.timer != after.timer:
        store.door(Timer).add(_hours(after)._replace(fra=_today(store)))


def _today(store: Store) -> str:
    return store.now().date().isoformat()
