"""The records behind a figure: who, why, what to do next. Knows no screen; what is here leaves no screen."""

from collections.abc import Iterable, Mapping
from datetime import date
from typing import NamedTuple

from vforlob.actions.overblik_reasons import Reason, ago, of_borger, of_forlob, place
from vforlob.actions.snapshot import take_snapshot
from vforlob.actions.workdays import workdays
from vforlob.model.aftale import Aftale
from vforlob.model.borger import Borger
from vforlob.model.linje import Snapshot
from vforlob.model.virksomhed import Virksomhed
from vforlob.rules.capacity import CLOSED
from vforlob.rules.danish import listed, short_date
from vforlob.rules.overblik import names
from vforlob.rules.overblik.counting import counted
from vforlob.rules.overblik.values import Opkald, Overblik, Tal, Uge
from vforlob.rules.rulebook import RuleBook
from vforlob.store.many import records_by, records_of
from vforlob.store.store import Store

_BETWEEN = frozenset({names.UDEN_FORLOB, names.MELLEM, names.VENTER})
_WHO = {"konsulent": "dig"}


class Behind(NamedTuple):
    """One record behind a figure. `forlob` is None for a borger; `kan_ringes` says why a call will do. `mere` is what
    was written: what it takes, or what comes next and whose it is.
    """

    borger: int
    forlob: int | None
    alias: str
    virksomhed: str
    reason: Reason
    kan_ringes: str = ""
    mere: str = ""

    @property
    def number(self) -> str:
        return f"b{self.borger}" if self.forlob is None else f"f{self.forlob}"


class Opened(NamedTuple):
    """A figure and those behind it, the most pressing first; `rows` may be only the first `of` them."""

    navn: str
    tal: float
    rows: tuple[Behind, ...]
    of: int


def with_numbers(store: Store, today: date, rules: RuleBook) -> Overblik:
    """Every figure with the numbers of the records behind it."""
    return counted(take_snapshot(store, today, rules), today, rules, workdays(rules, store.folder))


def opened(store: Store, name: str, today: date, rules: RuleBook, most: int | None = None) -> Opened:
    snapshot = take_snapshot(store, today, rules)
    overblik = counted(snapshot, today, rules, workdays(rules, store.folder))
    tal = _figure(overblik, name)
    if name in names.OF_BORGER:
        rows = _of_borgere(snapshot, tal.numre, name, today)
    else:
        week = overblik.uger[names.WEEKS.index(name)] if name in names.WEEKS else Uge("", "")
        rows = _of_forlob(snapshot, tal.numre, name, today, {one.forlob: one for one in week.opkald})
    after = {line.forlob for line in snapshot.linjer if line.status == CLOSED}  # efterværn: what is going comes first
    rows.sort(key=lambda row: (row.forlob in after, place(row.reason), row.number[:1], row.forlob or row.borger))
    return Opened(name, tal.tal, _named(store, name, rows[:most], snapshot), len(rows))


def _figure(overblik: Overblik, name: str) -> Tal:
    return overblik.uger[names.WEEKS.index(name)].kontakter if name in names.WEEKS else overblik.of(name)


def _of_borgere(snapshot: Snapshot, numbers: Iterable[int], name: str, today: date) -> list[Behind]:
    wanted = frozenset(numbers)
    found = (line for line in snapshot.borgere if line.borger in wanted)
    return [Behind(line.borger, None, "", "", of_borger(name, line, today)) for line in found]


def _of_forlob(
    snapshot: Snapshot, numbers: Iterable[int], name: str, today: date, can: Mapping[int, Opkald]
) -> list[Behind]:
    wanted = frozenset(numbers)
    found = (line for line in snapshot.linjer if line.forlob in wanted)
    return [
        Behind(line.borger, line.forlob, "", "", of_forlob(name, line, today), call_reason(can.get(line.forlob), today))
        for line in found
    ]


def call_reason(call: Opkald | None, today: date) -> str:
    """The facts a call is proposed by."""
    if call is None:
        return ""
    spoken = (
        f"begge parter {ago(call.borger, today)}"
        if call.borger == call.virksomhed
        else f"borgeren {short_date(call.borger, today)} og virksomheden {short_date(call.virksomhed, today)}"
    )
    return f"Kan nøjes med et opkald: talt med {spoken}, ingen åbne aftaler."


def _named(store: Store, name: str, rows: list[Behind], snapshot: Snapshot) -> tuple[Behind, ...]:
    """Names and texts only for those that are shown."""
    people = {one.nr: one for one in records_of(store, Borger, "nr", {row.borger for row in rows})}
    wanted = {row.forlob for row in rows}
    places = {line.forlob: line.virksomhed for line in snapshot.linjer if line.forlob in wanted}
    companies = {one.nr: one.navn for one in records_of(store, Virksomhed, "nr", set(places.values()))}
    written = _written(store, name, people)
    return tuple(
        row._replace(
            alias=people[row.borger].alias,
            virksomhed=companies.get(places[row.forlob], "") if row.forlob in places else "",
            mere=written.get(row.borger, ""),
        )
        for row in rows
        if row.borger in people
    )


def _written(store: Store, name: str, people: Mapping[int, Borger]) -> dict[int, str]:
    if name in names.READY:
        return {nr: f"Det skal der til: {one_sentence(it.skal_til)}" for nr, it in people.items() if it.skal_til}
    if name not in _BETWEEN:
        return {}
    found = {}
    for nr, aftaler in records_by(store, Aftale, "borger", people).items():
        still = sorted((it for it in aftaler if it.status == "aben"), key=lambda it: (it.frist or "", it.nr))
        if still:
            whose = listed([_WHO.get(hvem, hvem) for hvem in still[0].hvem]) or (still[0].hvem_andre or "")
            found[nr] = one_sentence(f"{still[0].hvad}{f' ({whose})' if whose else ''}")
    return found


def one_sentence(text: str) -> str:
    """What was typed, on one line and ended."""
    said = " ".join(text.split())
    return said if said.endswith((".", "!", "?")) else f"{said}."
