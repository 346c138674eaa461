"""What is asked of a step of the timetrappe, and what it takes over from the one before. Knows no prompt, no file."""

from collections.abc import Iterator
from typing import Any

from vforlob.actions.record_kinds.base import Columns, Given, RecordFelt, RecordKind, choices
from vforlob.actions.record_kinds.owners import BORGER, FORLOB, closed_broken, owner_broken, owner_of
from vforlob.actions.references import number_of, open_forlob
from vforlob.errors.record_rules import Broken
from vforlob.model.agenda import Felt
from vforlob.model.answers import Value
from vforlob.model.forlob import Forlob
from vforlob.model.timer import Timer
from vforlob.rules.danish import counted, long_date, number
from vforlob.rules.progress import weekly
from vforlob.rules.timetrappe import AGREED, AIM, FULL_TIME, KINDS, in_force
from vforlob.store.history import newest_change
from vforlob.store.store import Store

MOST = 60
NEW = "timer ny"
ART = choices(aftalt="Aftalt", mal="Mål: det, I arbejder hen imod")


def _is_over_full_time(given: Given) -> bool:
    return _total(given) > FULL_TIME


def _agreed(_store: Store, _given: Given, _nr: int | None) -> Value:
    return AGREED


FELTER = (
    BORGER,
    FORLOB,
    RecordFelt(
        Felt("art", "Aftalt eller mål", "valg", choices=ART, help="Et mål er det, I arbejder hen imod."),
        default=_agreed,
    ),
    RecordFelt(Felt("fra", "Fra hvilken dag", "dato", help="Et mål er nået senest den dag."), required=True),
    RecordFelt(
        Felt("praktik", "Timer om ugen i praktik", "tal", min=0, max=MOST, unit="timer", help="Tom: som før. 0: ingen.")
    ),
    RecordFelt(
        Felt("lontilskud", "Timer med løntilskud", "tal", min=0, max=MOST, unit="timer", help="Tom: som før. 0: ingen.")
    ),
    RecordFelt(
        Felt("ordinaer", "Ordinære løntimer", "tal", min=0, max=MOST, unit="timer", help="Tom: som før. 0: ingen.")
    ),
    RecordFelt(Felt("grund", "Hvorfor mere end 37 timer", "kort", help="Én linje."), when=_is_over_full_time),
)


def _make(store: Store, columns: Columns) -> Timer:
    """Kinds left out stay as they were. A day that has a step already gets no second one: that step is corrected."""
    owner, art = owner_of(store, columns), columns["art"] or AGREED
    before = _before(store, owner.borger, owner.forlob, columns["fra"]) if art == AGREED else None
    there = store.door(Timer).find(borger=owner.borger, forlob=owner.forlob, fra=columns["fra"], art=art)
    said = {kind: columns[kind] for kind in KINDS if columns[kind] is not None}
    if there:
        return store.door(Timer).change(there[-1].nr, **said, grund=columns["grund"] or there[-1].grund)
    took_over = {kind: getattr(before, kind) for kind in KINDS} if before else {}
    values: dict[str, Any] = took_over | said
    plain = Timer(0, owner.borger, owner.forlob, columns["fra"], art=art, grund=columns["grund"])
    return store.door(Timer).add(plain._replace(**values))


def _mend(store: Store, record: Any, columns: Columns) -> Timer:
    owner = owner_of(store, columns)
    said = {name: columns[name] for name in (*KINDS, "fra", "grund")}
    art = columns["art"] or record.art
    return store.door(Timer).change(record.nr, borger=owner.borger, forlob=owner.forlob, art=art, **said)


def _before(store: Store, borger: int, forlob: int | None, fra: str) -> Timer | None:
    return in_force(store.door(Timer).find(borger=borger, forlob=forlob), fra)


def _together(store: Store, given: Given, nr: int | None) -> Iterator[Broken]:
    broken = tuple(owner_broken(store, given))
    yield from broken
    if all(given.get(kind) is None for kind in KINDS):
        yield Broken("praktik", "Skriv timer for mindst én slags: praktik, lontilskud eller ordinaer.")
    if broken:
        return
    if nr is None:
        yield from closed_broken(store, given)
    whole = _as_it_would_be(store, given, nr)
    total = _total(whole)
    if total > MOST:
        yield Broken("praktik", f"Det er {number(total)} timer om ugen i alt. Der kan højst stå {MOST}.")
    elif total > FULL_TIME and given.get("grund") is None:
        yield Broken("grund", f"Det er {number(total)} timer om ugen, mere end {FULL_TIME}. Skriv hvorfor.")
    yield from _outside_forlob(store, given)
    yield from _two_on_a_day(store, given, nr)


def _as_it_would_be(store: Store, given: Given, nr: int | None) -> Given:
    """With the kinds that a new step takes over."""
    if nr is not None or given.get("fra") is None or given.get("art") == AIM:
        return given
    borger, forlob = _owner(store, given)
    before = _before(store, borger, forlob, str(given["fra"]))
    return {kind: given[kind] if given.get(kind) is not None else getattr(before, kind, None) for kind in KINDS}


def _outside_forlob(store: Store, given: Given) -> Iterator[Broken]:
    """An aim may lie behind the end: that is what many forløb are for."""
    if given.get("forlob") is None or given.get("fra") is None:
        return
    forlob, fra = store.door(Forlob).get(number_of(store, "forlob", str(given["forlob"]))), str(given["fra"])
    last = max(filter(None, (forlob.slut, forlob.eftervaern)), default=None)
    if forlob.start is not None and fra < forlob.start:
        yield Broken("fra", f"Dagen ligger før forløbets første dag, {long_date(forlob.start)}.")
    elif last is not None and fra > last and given.get("art") != AIM:
        yield Broken("fra", f"Dagen ligger efter forløbets sidste dag, {long_date(last)}.")


def _two_on_a_day(store: Store, given: Given, nr: int | None) -> Iterator[Broken]:
    if nr is None or given.get("fra") is None:
        return
    borger, forlob = _owner(store, given)
    same = store.door(Timer).find(borger=borger, forlob=forlob, fra=given["fra"], art=given.get("art") or AGREED)
    if any(other.nr != nr for other in same) and store.door(Timer).get(nr).fra != given["fra"]:
        yield Broken("fra", f"Der står allerede timer fra den dag. Ret dem: vforlob timer ret {same[-1].nr}")


def _owner(store: Store, given: Given) -> tuple[int, int | None]:
    if given.get("forlob") is None:
        return number_of(store, "borger", str(given["borger"])), None
    forlob = store.door(Forlob).get(number_of(store, "forlob", str(given["forlob"])))
    return forlob.borger, forlob.nr


def _told(store: Store, timer: Any) -> tuple[str, ...]:
    told = []
    change = newest_change(store, "timer", timer.nr)
    if change is not None and change.art == NEW and change.before is not None:
        told.append("Der stod allerede timer fra den dag. De er rettet.")
    running = open_forlob(store, timer.borger) if timer.forlob is None else ()
    if running:
        mend = f"vforlob timer ny f{running[-1].nr}"
        told.append(f"Timerne tæller først i det næste forløb. Skriv dem i det, der er i gang: {mend}")
    if weekly(timer) > FULL_TIME:
        told.append(f"{counted(weekly(timer), 'time', 'timer')} om ugen er mere end fuld tid på {FULL_TIME} timer.")
    forlob = store.door(Forlob).get(timer.forlob) if timer.forlob else None
    if forlob and forlob.slut and timer.art == AIM and timer.fra > forlob.slut:
        told.append(f"Målet ligger efter forløbets sidste dag, {long_date(forlob.slut)}.")
    return tuple(told)


def _total(given: Given) -> float:
    values: list[Value | None] = [given.get(kind) for kind in KINDS]
    return sum(value for value in values if isinstance(value, int | float))


KIND = RecordKind("timer", FELTER, _make, _mend, together=_together, told=_told)
