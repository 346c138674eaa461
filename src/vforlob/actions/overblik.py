"""The overview as it stands: figures, targets, the room there is in a week. Knows no screen and no word of it.

What was counted is kept until something is written or the day changes; a look in between counts nothing.
"""

from datetime import date
from json import dumps, loads
from typing import Any, NamedTuple

from vforlob.actions.settings import keep_setting, setting
from vforlob.actions.snapshot import counted_once
from vforlob.errors.overblik import RoomNotANumber
from vforlob.model.linje import Snapshot
from vforlob.rules.overblik.values import Overblik, as_data, from_data
from vforlob.rules.rulebook import RuleBook
from vforlob.store.store import Store

KEPT, ROOM = "overblik", "plads"
MOST_ROOM = 99
MONTHS = 12  # of the past, for the plots


class Row(NamedTuple):
    """A figure with its target: `antal` and `mangler` are None where none is set. `before` are months that have ended,
    the newest first.
    """

    navn: str
    tekst: str
    antal: float | None = None
    nu: float | None = None
    mangler: float | None = None
    before: tuple[tuple[str, float], ...] = ()

    def then(self, maned: str) -> float | None:
        return dict(self.before).get(maned)


class Shown(NamedTuple):
    """`plads` is how many contacts there is room for in a week, None where nobody has said."""

    overblik: Overblik
    rows: tuple[Row, ...] = ()
    plads: int | None = None


def gather_overblik(store: Store, today: date, rules: RuleBook) -> Shown:
    """Figures alone: which records they count is asked for by `opened`."""

    def count(snapshot: Snapshot) -> str:
        shown = _counted(store, today, rules, snapshot)
        return dumps(_as_data(shown), ensure_ascii=False)

    return _from_data(loads(counted_once(store, KEPT, today, rules, count)))


def set_room(store: Store, typed: str) -> int | None:
    """From now on; 0 takes it away."""
    text = typed.strip()
    if not (text.isascii() and text.isdecimal()) or int(text) > MOST_ROOM:
        raise RoomNotANumber
    keep_setting(store, ROOM, text if int(text) else "")
    return int(text) or None


def room_of(store: Store) -> int | None:
    kept = setting(store, ROOM)
    return int(kept) if kept.isdecimal() else None


def _counted(store: Store, today: date, rules: RuleBook, snapshot: Snapshot) -> Shown:
    from vforlob.actions.maltal import targets  # late, with all below: what was kept needs no counting
    from vforlob.actions.workdays import workdays
    from vforlob.rules.overblik.counting import counted

    rows = tuple(
        Row(it.navn, it.tekst, it.antal, it.faktisk, it.mangler, it.before[:MONTHS])
        for it in targets(store, today, rules, snapshot)
    )
    return Shown(counted(snapshot, today, rules, workdays(rules, store.folder)), rows, room_of(store))


def _as_data(shown: Shown) -> dict[str, Any]:
    return {"overblik": as_data(shown.overblik, with_numbers=False), "rows": shown.rows, "plads": shown.plads}


def _from_data(data: dict[str, Any]) -> Shown:
    rows = (Row._make((*facts, tuple((maned, tal) for maned, tal in before))) for *facts, before in data["rows"])
    return Shown(from_data(data["overblik"]), tuple(rows), data["plads"])
