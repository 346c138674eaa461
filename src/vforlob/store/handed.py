"""How far the walk after a samtale has come, and which samtale is next. Knows no text and no order of steps."""

from vforlob.model.eksport import Aflevering
from vforlob.store.store import Store

ART = "aflevering"

# A version that was taken back and finished again is another one: what was done before it does not count.
_DONE = (
    "SELECT a.trin, a.svar FROM aflevering AS a"
    " JOIN samtale_udgave AS u ON u.samtale = a.samtale AND u.udgave = a.udgave"
    " WHERE a.samtale = ?1 AND a.udgave = ?2 AND (SELECT min(h.nr) FROM haendelse AS h WHERE h.emne = 'aflevering'"
    " AND h.emne <> 'svar' AND h.emne_nr = a.nr) > u.haendelse_nr ORDER BY a.nr"
)
_FINISHED = "SELECT nr FROM samtale WHERE udgave > 0 AND nr < ? ORDER BY nr DESC LIMIT 50"
_WAITS = "SELECT 1 FROM til_journal WHERE emne = 'samtale' AND emne_nr = ?"


def done_of(store: Store, samtale: int, udgave: int) -> dict[str, str]:
    """gjort or sprunget, by step; the newest word counts."""
    return {str(trin): str(svar) for trin, svar in store.rows(_DONE, (samtale, udgave))}


def is_in_journal(store: Store, samtale: int) -> bool:
    return not store.rows(_WAITS, (samtale,))


def finished_before(store: Store, samtale: int) -> list[int]:
    """Finished samtaler with a lower number, the newest first; some at a time."""
    return [int(row[0]) for row in store.rows(_FINISHED, (samtale,))]


def put_step(store: Store, row: Aflevering) -> None:
    """Inside doing()."""
    store.door(Aflevering).add(row)


def forget_steps(store: Store, samtale: int, udgave: int) -> None:
    door = store.door(Aflevering)
    rows = door.find(samtale=samtale, udgave=udgave)
    if rows:
        with store.doing(ART):
            for row in rows:
                door.remove(row.nr)
