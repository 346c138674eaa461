"""The finished versions of a samtale: which there are, and what stood just before the first. Knows no answer."""

from typing import NamedTuple

from vforlob.store.session import Session


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
