"""Keep the index of texts true up to the newest event, lazily: what is saved is saved without it. Searches nothing."""

# ruff: noqa: S608  # the SQL is put together of constants of this module alone
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import TYPE_CHECKING

from vforlob.model.sogetekst import SVAR, Text
from vforlob.rules.sogning import folded_text
from vforlob.store.session import Session
from vforlob.store.tables import as_json

if TYPE_CHECKING:
    from vforlob.store.sogning_texts import Sources  # its many columns, and agendas: mostly nothing was written

NAME = "sogning"
# Another mark makes the whole index again: it is changed with what is searched, and with how words are folded.
FORM = "1"
AT_ONCE = 2000  # records whose texts are in memory together, and in one transaction
MANY = 20_000  # events to go through: from here on somebody waits

_NEWEST = "SELECT coalesce(max(nr), 0) FROM haendelse"
_STAMP = "SELECT haendelse, regler FROM udregnet WHERE navn = ?"
_SET_STAMP = (
    "INSERT INTO udregnet(navn, haendelse, regler, dag, indhold) VALUES(?, ?, ?, ?, '') ON CONFLICT DO UPDATE"
    " SET haendelse = excluded.haendelse, regler = excluded.regler, dag = excluded.dag"
)
_WRITTEN_ABOUT = "SELECT DISTINCT emne, emne_nr FROM haendelse WHERE nr > ? AND emne_nr IS NOT NULL"
_COLUMNS = ", ".join(Text._fields)
_KEPT = f"SELECT nr, {_COLUMNS} FROM sogetekst WHERE emne = ? AND emne_nr IN (SELECT value FROM json_each(?))"
_HIGHEST = "SELECT coalesce(max(emne_nr), 0) FROM sogetekst WHERE emne = ?"
_TAKE = "DELETE FROM sogetekst WHERE nr IN (SELECT value FROM json_each(?))"
_PUT = (
    f"INSERT INTO sogetekst({_COLUMNS}, foldet)"
    f" SELECT {', '.join(f'value ->> {place}' for place in range(len(Text._fields) + 1))} FROM json_each(?)"
)


def catch_up(session: Session, tell: Callable[[], None] = lambda: None) -> None:
    """After it the index holds every text, and no other. `tell` is called first where it takes a while.

    A few hundred records at a time: another window that saves an answer meanwhile need not wait for all of it. What
    is written there comes after the event that is noted here, and is gone through the next time.
    """
    newest, since, form = _standing(session)
    if since == newest and form == FORM:
        return
    if newest - since > MANY:
        tell()
    if form not in {"", FORM}:
        session.rows("DELETE FROM sogetekst")
    from vforlob.store.sogning_texts import Sources  # late, as above

    sources = Sources(session)
    for emne, numbers in _written_about(session, sources, since) if form == FORM else _every(session, sources):
        with session.joining(NAME):
            _bring(session, sources, emne, numbers)
    session.rows(_SET_STAMP, (NAME, newest, FORM, session.now().date().isoformat()))


def _standing(session: Session) -> tuple[int, int, str]:
    """The newest event, the one the index has come to, and how it was made; 0 and "" where there is none."""
    newest = int(session.rows(_NEWEST)[0][0])
    stamp = session.rows(_STAMP, (NAME,))
    since, form = stamp[0] if stamp else (0, "")
    return newest, int(since), str(form)


def _every(session: Session, sources: "Sources") -> Iterator[tuple[str, Sequence[int]]]:
    """All numbers there are, and those that only the index still has."""
    for emne in sources.emner:
        last = max(sources.newest(emne), int(session.rows(_HIGHEST, (emne,))[0][0]))
        for first in range(1, last + 1, AT_ONCE):
            yield emne, range(first, min(first + AT_ONCE, last + 1))


def _written_about(session: Session, sources: "Sources", since: int) -> Iterator[tuple[str, Sequence[int]]]:
    """A samtale that is finished, or opened again, says which version of its answers counts."""
    found: dict[str, set[int]] = defaultdict(set)
    for emne, nr in session.rows(_WRITTEN_ABOUT, (since,)):
        found[emne].add(nr)
    found[SVAR] |= found["samtale"]
    for emne in sources.emner:
        numbers = sorted(found[emne])
        for first in range(0, len(numbers), AT_ONCE):
            yield emne, numbers[first : first + AT_ONCE]


def _bring(session: Session, sources: "Sources", emne: str, numbers: Sequence[int]) -> None:
    """Only what differs is written: after somebody was deleted everything is gone through, and hardly anything is."""
    asked = list(numbers)
    kept = {Text._make(row[1:]): row[0] for row in session.rows(_KEPT, (emne, as_json(asked)))}
    wanted = set(sources.texts(emne, asked))
    _take(session, (nr for text, nr in kept.items() if text not in wanted))
    _put(session, (text for text in wanted if text not in kept))


def _take(session: Session, numbers: Iterable[int]) -> None:
    if gone := list(numbers):
        session.rows(_TAKE, (as_json(gone),))


def _put(session: Session, texts: Iterable[Text]) -> None:
    rows = [(*text, folded_text(text.tekst)) for text in sorted(texts, key=lambda it: (it.emne_nr, it.hvad))]
    if rows:
        session.rows(_PUT, (as_json(rows),))
