"""One open transaction: gives the events of one thing a person did their numbers and links. Knows no record kind."""

import os
from collections.abc import Callable, Mapping, Sequence
from datetime import UTC, datetime
from typing import Any

from vforlob.store.links import FIRST, commitment, link
from vforlob.store.tables import as_json

CLOCK_WENT_BACK = 1

_LAST = "SELECT nr, tid_utc, kaede FROM haendelse ORDER BY nr DESC LIMIT 1"
_APPEND = (
    "INSERT INTO haendelse(nr, uid, gruppe, art, emne, emne_nr, sted, tid_utc, forskydning, ur_flag, salt, indhold,"
    " forpligt, kaede) VALUES(?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)"
)

Rows = Callable[[str, Sequence[Any]], list[Any]]


class Writing:
    """`gruppe` ties together what one undo takes back: the number of its first event. `uid` names the newest event,
    made before it is written, so that it can be looked for when the disk leaves a commit in doubt.
    """

    __slots__ = ("_kaede", "_rows", "art", "clock_flag", "gruppe", "nr", "offset", "uid", "utc")

    def __init__(self, rows: Rows, art: str, gruppe: int | None, now: datetime) -> None:
        self._rows, self.art, self.uid = rows, art, b""
        last = rows(_LAST, ())
        self.nr: int
        self._kaede: bytes
        self.nr, utc_before, self._kaede = last[0] if last else (0, "", FIRST)
        self.gruppe = gruppe or self.nr + 1
        self.utc, self.offset = utc_text(now), offset_minutes(now)
        self.clock_flag = CLOCK_WENT_BACK if self.utc < utc_before else 0

    def append(
        self,
        emne: str,
        emne_nr: int,
        sted: str | None,
        before: Mapping[str, Any] | None,
        after: Mapping[str, Any] | None,
    ) -> int:
        """The number of the new event. The mappings hold plain JSON values."""
        nr, uid, salt = self.nr + 1, os.urandom(16), os.urandom(16)
        indhold = as_json({"for": before, "efter": after})
        forpligt = commitment(salt, emne_nr, sted, indhold)
        chained = (nr, uid, self.gruppe, self.art, emne, self.utc, self.offset, self.clock_flag, forpligt)
        kaede = link(self._kaede, *chained)
        self.uid = uid
        row = (*chained[:5], emne_nr, sted, self.utc, self.offset, self.clock_flag, salt, indhold, forpligt, kaede)
        self._rows(_APPEND, row)
        self.nr, self._kaede = nr, kaede
        return nr


def utc_text(moment: datetime) -> str:
    return moment.astimezone(UTC).isoformat(timespec="seconds")[:19] + "Z"


def offset_minutes(moment: datetime) -> int:
    """East of Greenwich, so that the clock on the wall can be told again."""
    offset = moment.utcoffset()
    return int(offset.total_seconds()) // 60 if offset is not None else 0
