"""Build the made-up caseload with the program's own actions, in the order it would have happened. Knows no folder."""

import os
from collections.abc import Callable
from datetime import date, datetime, timedelta
from typing import Any, NamedTuple

from vforlob.actions.demo_files import SHOWN, Section, demo_sections
from vforlob.actions.fill import fill
from vforlob.actions.journal import gather_journal
from vforlob.actions.journal_receipts import Sent, give_receipts
from vforlob.actions.record_file import read_record
from vforlob.actions.records import change_record, new_record
from vforlob.agenda.library import ENDING, shipped_folder
from vforlob.agenda.loader import load_agenda
from vforlob.agenda.toml_syntax import read_toml
from vforlob.model.accounts import Indstilling
from vforlob.model.aftale import Aftale
from vforlob.model.answers import Value
from vforlob.model.delmal import Delmal
from vforlob.model.hensyn import Hensyn
from vforlob.store.agendas import compiled
from vforlob.store.case import load_case
from vforlob.store.journal import newest_event
from vforlob.store.regler import load_rulebook
from vforlob.store.store import Store

BUILT = "demo"
NUMBERED: dict[str, type[Any]] = {"hensyn": Hensyn, "aftale": Aftale, "delmal": Delmal}
NOON = 12
# Nobody's, and the borger's also when she is in a forløb.
_OF_NOBODY = frozenset({"jobabning", "kontaktperson", "maltal", "ferie"})
_OF_BORGER = frozenset({"henvendelse", "onske"})
WAITS = 14  # days: so much of the caseload is not in the journal yet


class Clock:
    """The time of the demo's events: while it is built the day of each part, so that the history is believable."""

    def __init__(self, real: Callable[[], datetime]) -> None:
        self._real = real
        self._set: datetime | None = None

    def __call__(self) -> datetime:
        if self._set is None:
            return self._real()
        self._set += timedelta(seconds=7)
        return self._set

    def turn_to(self, day: date) -> None:
        moment = self._real().replace(year=day.year, month=day.month, day=day.day, hour=NOON, minute=0, second=0)
        self._set = moment if self._set is None else max(moment, self._set)

    def let_go(self) -> None:
        self._set = None


class _Cast(NamedTuple):
    """The newest records of one file."""

    borger: int = 0
    virksomhed: int = 0
    forlob: int | None = None


def build_demo(store: Store, clock: Clock, today: date) -> None:
    """Everything, and at the end the note that it is whole: `shown` is the forløb to hold an opfølgning of."""
    cast: dict[str, _Cast] = {}
    for section in demo_sections(today):
        clock.turn_to(section.day)
        cast[section.file] = _play(store, section, cast.get(section.file, _Cast()))
    _receipt_what_is_old(store, today)
    clock.let_go()
    shown = next(it for name, it in cast.items() if name.startswith(SHOWN))
    with store.doing("demo"):
        store.door(Indstilling).add(Indstilling(0, BUILT, str(shown.forlob), today.isoformat()))


def first_day(today: date) -> date:
    """The day before anything happened in it."""
    return demo_sections(today)[0].day - timedelta(days=1)


def shown_forlob(store: Store) -> int | None:
    """The forløb the demo shows; None in a demo that was never finished."""
    built = store.door(Indstilling).find(navn=BUILT)
    return int(built[-1].vaerdi) if built else None


def _receipt_what_is_old(store: Store, today: date) -> None:
    """Put in the journal the day after, as it should be; what is of the last days waits."""
    groups = gather_journal(store, today, load_rulebook(store.folder))
    until, last = newest_event(store), (today - timedelta(days=WAITS)).isoformat()
    for note in (note for group in groups for note in group.notes if note.dato < last):
        day = date.fromisoformat(note.dato) + timedelta(days=1)
        give_receipts(store, [note], Sent(day.isoformat(), until))


def _play(store: Store, section: Section, cast: _Cast) -> _Cast:
    data = _numbered(store, section.text, cast).encode()
    if section.kind == "samtale":
        _hold(store, section, cast, data)
        return cast
    if section.kind == "gjort":
        change_record(store, "aftale", read_toml(data)[1]["aftale"], {"udfald": "gjort"})
        return cast
    preset = _owner(section.kind, cast)
    made = new_record(store, section.kind, read_record(store, section.kind, data, section.file, preset=preset))
    return cast._replace(**{section.kind: made.nr}) if section.kind in _Cast._fields else cast


def _owner(kind: str, cast: _Cast) -> dict[str, Value | None]:
    """Whose a record is: the newest forløb of the file, the borger before there is one."""
    if kind in _Cast._fields or kind in _OF_NOBODY:
        return {}
    if kind in _OF_BORGER:
        return {"borger": str(cast.borger)}
    return {"borger": str(cast.borger)} if cast.forlob is None else {"forlob": str(cast.forlob)}


def _hold(store: Store, section: Section, cast: _Cast, data: bytes) -> None:
    """After our own agenda, whatever the folder has of its own: the answers were written for it."""
    path = os.path.join(shipped_folder(), section.agenda + ENDING)
    agenda = compiled(store, path, load_agenda)
    whose = {"forlob": cast.forlob} if agenda.concerns == "forlob" else {"borger": cast.borger}
    fill(store, agenda, load_case(store, **whose), data, section.file)


def _numbered(store: Store, text: str, cast: _Cast) -> str:
    """{borger}, {virksomhed}, and {hensyn 2}: the number of that borger's second."""
    text = text.replace("{borger}", str(cast.borger)).replace("{virksomhed}", str(cast.virksomhed))
    for name, kind in NUMBERED.items():
        if f"{{{name} " in text:
            for place, record in enumerate(store.door(kind).find(borger=cast.borger), 1):
                text = text.replace(f"{{{name} {place}}}", str(record.nr))
    return text
