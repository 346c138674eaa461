"""The rows of til_journal made again from the events, as its triggers keep them. Knows no kind and judges nothing."""

from vforlob.store.session import Session

_WAITING = """
SELECT emne, emne_nr, min(nr) FROM journal_haendelse AS h
WHERE nr > coalesce((SELECT max(coalesce(haendelse, 9223372036854775807)) FROM kvittering
  WHERE emne = h.emne AND emne_nr = h.emne_nr), 0)
GROUP BY emne, emne_nr
UNION ALL
SELECT 'samtale', samtale, min(haendelse_nr) FROM samtale_udgave AS u
WHERE haendelse_nr > coalesce((SELECT max(coalesce(haendelse, 9223372036854775807)) FROM kvittering
  WHERE emne = 'samtale' AND emne_nr = u.samtale), 0)
GROUP BY samtale
"""


def wrongly_waiting(session: Session) -> list[str]:
    """ "til_journal kontakt/3" for what waits and should not, or does not and should."""
    stored = set(session.rows("SELECT emne, emne_nr, haendelse FROM til_journal"))
    wrong = {tuple(row[:2]) for row in stored ^ set(session.rows(_WAITING))}
    return [f"til_journal {emne}/{nr}" for emne, nr in sorted(wrong)]


def rebuild_waiting(session: Session) -> None:
    """Inside doing()."""
    session.rows("DELETE FROM til_journal")
    session.rows(f"INSERT INTO til_journal(emne, emne_nr, haendelse) {_WAITING}")
