"""What an import would do, worked out: every row judged, every fault gathered. Saves nothing and asks nobody."""

from collections.abc import Mapping
from typing import NamedTuple, Protocol

from vforlob.actions.importing.columns import Column
from vforlob.actions.importing.plan import EMPTY, FAULTY, KNOWN, NEW, Fejl, Judged, Plan, Row
from vforlob.actions.importing.row_cells import Reader, reader_for
from vforlob.actions.importing.sheet import Sheet
from vforlob.actions.importing.targets import Target, targets_of
from vforlob.actions.record_checks import MISSING
from vforlob.model.answers import Value
from vforlob.rules.danish import listed
from vforlob.store.store import Store

Given = dict[str, Value | None]


class Order(NamedTuple):
    """What is to be taken in. `otherwise` is the answer for every row that says nothing itself. `opret`: virksomheder
    that are missing are made with their forløb.
    """

    emne: str
    sheet: Sheet
    columns: tuple[Column, ...]
    otherwise: Mapping[str, Value] = {}
    opret: bool = False


class _Book(Protocol):
    def is_blank(self, given: Given) -> bool: ...

    def judge(self, row: int, given: Given, typed: Given) -> Judged: ...


class _Tally:
    """What the rows come to, one after another."""

    def __init__(self, reader: Reader) -> None:
        self._reader = reader
        self.rows: list[Row] = []
        self.faults: list[Fejl] = []
        self.notes: list[Fejl] = []
        self.missing: dict[str, None] = {}
        self.proposed: dict[int, str] = {}

    def empty(self, number: int) -> None:
        self.rows.append(Row(number, EMPTY, {}))

    def add(self, number: int, judged: Judged, faults: list[Fejl]) -> None:
        told = {fault.letter for fault in faults if fault.letter}
        missing = False
        for name, sentence in judged.broken:
            if sentence == MISSING and name not in self._reader.used:
                self.missing[name] = None
                missing = True
                continue
            fault = self._reader.placed(number, name, sentence)
            if not fault.letter or fault.letter not in told:
                faults.append(fault)
        self.faults += faults
        is_known = not faults and (judged.nr > 0 or judged.again)
        state = FAULTY if faults or missing else KNOWN if is_known else NEW
        self.rows.append(Row(number, state, judged.given, judged.called, judged.nr, judged.virksomhed, judged.differs))
        if judged.proposed and state == NEW:
            self.proposed[number] = judged.proposed
        self._note(number, judged, state)

    def _note(self, number: int, judged: Judged, state: str) -> None:
        if state == FAULTY:
            return
        self.notes += [self._reader.placed(number, name, sentence) for name, sentence in judged.notes]
        if judged.differs:
            others = listed([f"»{label}«" for label in judged.differs])
            what = f"Findes allerede, med noget andet i {others}. Det bliver stående."
            self.notes.append(Fejl(number, "", judged.called, what))


def make_plan(store: Store, order: Order) -> Plan:
    """Row by row, top to bottom."""
    targets = targets_of(store, order.emne, order.opret)
    reader = reader_for(order.sheet, order.columns, targets, store.now().date())
    book = _book(store, order, reader)
    tally = _Tally(reader)
    for number, cells in enumerate(order.sheet.rows, order.sheet.first):
        given, faults = reader.read(number, cells)
        if book.is_blank(given) and not faults:
            tally.empty(number)
            continue
        whole: Given = {**order.otherwise, **given}
        tally.add(number, book.judge(number, whole, given), faults)
    faults = [
        *_missing(tally.missing, targets),
        *sorted(tally.faults, key=lambda fault: (fault.row, len(fault.letter), fault.letter)),
    ]
    places = tuple(getattr(book, "places", ()))
    return Plan(
        order.emne,
        tuple(tally.rows),
        tuple(faults),
        tuple(tally.notes),
        places,
        tuple(tally.missing),
        tally.proposed,
    )


def _book(store: Store, order: Order, reader: Reader) -> _Book:
    if order.emne == "borger":
        from vforlob.actions.importing.plan_borgere import Borgere  # one import needs one of them

        at = [column.at for column in reader.used.get("alias", ())]
        return Borgere(store, (row[at[0]] for row in order.sheet.rows) if at else ())
    if order.emne == "virksomhed":
        from vforlob.actions.importing.plan_virksomheder import Virksomheder  # likewise

        return Virksomheder(store)
    from vforlob.actions.importing.plan_forlob import Forlobene  # likewise

    return Forlobene(store, order.opret)


def _missing(missing: Mapping[str, None], targets: Mapping[str, Target]) -> list[Fejl]:
    """Said once, not once a row."""
    found = []
    for name in missing:
        label = targets[name].label if name in targets else name
        found.append(
            Fejl(0, "", label, f'Ingen kolonne har det. Er det det samme for alle, så skriv --ellers "{label}=...".')
        )
    return found
