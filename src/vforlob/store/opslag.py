"""Who looked, when, and at whom: the access log. Never for what; it knows no word that was looked for."""

from vforlob.store.events import utc_text
from vforlob.store.session import Session

_NOTE = "INSERT INTO opslag(tid, handling, borger, antal) VALUES(?, ?, ?, ?)"


def note_access(session: Session, handling: str, borger: int | None = None, antal: int | None = None) -> None:
    """`handling` is a word of ours. On the disk when it returns; no event, for nothing was changed."""
    session.rows(_NOTE, (utc_text(session.now()), handling, borger, antal))
