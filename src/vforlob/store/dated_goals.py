"""What each delmål was from a day on: open, whole, or nothing. Reads events; keeps no text and counts nothing."""

from typing import Any

from vforlob.rules.manedstal import OPEN, WHOLE, Dated
from vforlob.rules.smart import LETTERS
from vforlob.store.store import Store

_DAY = "date(substr(tid_utc, 1, 19), forskydning || ' minutes')"  # on the clock of the wall
_EVENTS = (
    f"SELECT emne_nr, {_DAY}, indhold ->> '$.efter' FROM haendelse"  # noqa: S608 - our own words
    " WHERE emne = 'delmal' AND emne <> 'svar' AND emne_nr IS NOT NULL ORDER BY nr"
)


def dated_goals(store: Store) -> tuple[Dated, ...]:
    """One a delmål. What was settled counts from the day that stands with it, when that lies before the writing."""
    from json import loads  # late: only where a month is counted

    columns: dict[int, dict[str, Any]] = {}
    said: dict[int, list[tuple[str, str | None]]] = {}
    for nr, day, after in store.rows(_EVENTS):
        stands = columns.setdefault(nr, {})
        if after is None:  # taken back
            stands.clear()
        else:
            stands.update(loads(after))
        states = said.setdefault(nr, [])
        settled = stands.get("status_dato") if stands.get("status", OPEN) != OPEN else None
        states.append((max(min(day, settled or day), states[-1][0] if states else ""), _state(stands)))
    return tuple(tuple(states) for states in said.values())


def _state(stands: dict[str, Any]) -> str | None:
    if not stands or stands.get("status", OPEN) != OPEN:
        return None
    return WHOLE if all((stands.get(it.column) or "").strip() for it in LETTERS) else OPEN
