"""The access log on a screen and as JSON: when, what, whom, by which command. Paints lines, reads nothing."""

from collections.abc import Iterable, Mapping, Sequence
from datetime import date, datetime, tzinfo
from typing import Any

from vforlob.cli.layout import for_you, labelled
from vforlob.cli.record_lists import columns
from vforlob.rules.danish import counted, short_date
from vforlob.store.opslag import Row

NARROW = 60
HEADS = ("Hvornår", "Hvad", "Hvem", "Til hvad")


def log_lines(
    rows: Sequence[Row], aliases: Mapping[int, str], today: date, zone: tzinfo | None, width: int
) -> list[str]:
    cells = [(_when(row.tid, today, zone), row.handling, _whom(row, aliases), row.kommando or "") for row in rows]
    if width >= NARROW:
        return columns(HEADS, cells, width)
    return [line for when, *rest in cells for line in labelled(when, " · ".join(filter(None, rest)), width)]


def heading(total: int, whose: str, width: int) -> list[str]:
    named = f" · {whose}" if whose else ""
    return for_you(f"Log over, hvem der er set på{named}: {counted(total, 'linje', 'linjer')}", width)


def rows_json(rows: Iterable[Row], total: int) -> dict[str, Any]:
    """`borger` is null in a line about a list; `antal` is how many stood in it."""
    return {
        "raekker": [
            {
                "id": row.nr,
                "tid": row.tid,
                "handling": row.handling,
                "kommando": row.kommando,
                "borger": row.borger,
                "antal": row.antal,
            }
            for row in rows
        ],
        "i_alt": total,
    }


def _when(tid: str, today: date, zone: tzinfo | None) -> str:
    moment = datetime.fromisoformat(tid.replace("Z", "+00:00")).astimezone(zone)
    return f"{short_date(moment.date(), today)} kl. {moment:%H.%M}"


def _whom(row: Row, aliases: Mapping[int, str]) -> str:
    """A list says how many, none where a command was about nobody; who was deleted since is nobody any more."""
    if row.borger is not None:
        return f"b{row.borger}  {aliases.get(row.borger, '')}".strip()
    if row.antal is None:
        return "slettet siden"
    return f"{row.antal} i en liste" if row.antal else "ingen borger"
