"""The finished versions of a samtale: which there are, what stood before the first, what they made. Knows no answer."""

from typing import NamedTuple

from vforlob.store.session import Session

_GRUPPER = (
    "SELECT h.gruppe FROM samtale_udgave AS u JOIN haendelse AS h ON h.nr = u.haendelse_nr"
    " WHERE u.samtale = ? ORDER BY u.udgave DESC"
)
_MADE = "SELECT emne_nr FROM haendelse WHERE (nr = ?1 OR (gruppe = ?1 AND gruppe <> nr)) AND emne = ?2 ORDER BY nr DESC"


class Version(NamedTuple):
    """`tid` is UTC. `grund` is why it was made, None for the first."""

    udgave: int
    grund: str | None
    tid: str


def versions_of(session: Session, samtale: int) -> tuple[Version, ...]:
    rows = session.rows("SELECT udgave, grund, tid FROM samtale_udgave WHERE samtale = ? ORDER BY udgave", (samtale,))
    return tuple(Version(*row) for row in rows)


def event_before(session: Session, samtale: int, udgave: int) -> int | None:
    """The last event before everything that finishing this version did; None when it is not finished."""
    rows = session.rows(
        "SELECT gruppe - 1 FROM haendelse WHERE nr ="
        " (SELECT haendelse_nr FROM samtale_udgave WHERE samtale = ? AND udgave = ?)",
        (samtale, udgave),
    )
    return int(rows[0][0]) if rows else None


def touched_by(session: Session, samtale: int, emne: str) -> tuple[int, ...]:
    """The records of that kind that finishing any of its versions has made or changed, newest first. For those that
    do not say themselves which samtale they come from.
    """
    numbers = [
        int(row[0])
        for (gruppe,) in session.rows(_GRUPPER, (samtale,))
        for row in session.rows(_MADE, (gruppe, emne))
        if row[0] is not None
    ]
    return tuple(dict.fromkeys(numbers))
