"""Find texts by their words in the index: whole words first, then beginnings, the newest first. Reads no query."""

# ruff: noqa: S608  # the SQL is put together of constants of this module alone
from collections.abc import Sequence
from typing import Any, NamedTuple

from vforlob.model.sogetekst import Text
from vforlob.rules.sogning import Term
from vforlob.store.session import Session

WHOLE, BEGINS, INSIDE = "hele", "begynder", "inde"
# From so many on the texts are gone through by day until a page is full, instead of sorting all that were found.
COMMON = 2000
SHORTEST_INSIDE = 3
EVERYTHING = -1  # what SQLite understands as no limit


class Wanted(NamedTuple):
    """The terms, and whose texts: the number of a borger, forløb, virksomhed or samtale where only those are meant."""

    terms: tuple[Term, ...]
    emne: str = ""
    nr: int = 0


class Tier(NamedTuple):
    """How the words were found, and in how many texts."""

    how: str
    size: int


class Hits(NamedTuple):
    """One page, each text with how it was found; and all tiers, the empty ones left out."""

    texts: tuple[tuple[str, Text], ...]
    tiers: tuple[Tier, ...]

    @property
    def total(self) -> int:
        return sum(tier.size for tier in self.tiers)


class _Part(NamedTuple):
    """The condition of one tier, and what it is asked with."""

    how: str
    condition: str
    values: tuple[Any, ...]
    size: int


_COLUMNS = ", ".join(Text._fields)
_MATCH = "IN (SELECT rowid FROM soeg WHERE soeg MATCH ?)"
_WHOSE = {
    "": "",
    "borger": " AND borger = ?",
    "forlob": " AND forlob = ?",
    "virksomhed": " AND (virksomhed = ?1 OR forlob IN (SELECT nr FROM forlob WHERE virksomhed = ?1))",
    "samtale": " AND emne IN ('samtale', 'svar') AND emne_nr = ?",
}


def search(session: Session, wanted: Wanted, first: int = 0, most: int = EVERYTHING) -> Hits:
    """The page that begins after `first` texts."""
    parts = _parts(session, wanted) if wanted.terms else ()
    found: list[tuple[str, Text]] = []
    for part in parts:
        left = EVERYTHING if most == EVERYTHING else most - len(found)
        if left and first < part.size:
            found += [(part.how, text) for text in _texts(session, part, left, first)]
        first = max(0, first - part.size)
    return Hits(tuple(found), tuple(Tier(part.how, part.size) for part in parts))


def newest_with(session: Session, word: str) -> Text | None:
    """The newest text with a word, or with one that begins so."""
    found = _texts(session, _Part(BEGINS, f"nr {_MATCH}", (f'"{word}"*',), 0), 1, 0)
    return found[0] if found else None


def words_like(session: Session, word: str) -> list[str]:
    """Folded words of the index that begin with the same letter and are about as long: to go through all of them
    would take longer than the search.
    """
    session.rows("CREATE VIRTUAL TABLE IF NOT EXISTS temp.sogeord USING fts5vocab('main', 'soeg', 'row')")
    rows = session.rows(
        "SELECT term FROM temp.sogeord WHERE term >= ? AND term < ? AND length(term) BETWEEN ? AND ? LIMIT 5000",
        (word[:1], chr(ord(word[0]) + 1), max(2, len(word) - 2), len(word) + 2),
    )
    return [str(row[0]) for row in rows]


def _parts(session: Session, wanted: Wanted) -> tuple[_Part, ...]:
    whole, begins = _fts(wanted.terms), _fts([term._replace(begins=True) for term in wanted.terms])
    parts = [_counted(session, wanted, WHOLE, f"nr {_MATCH}", (whole,))]
    if begins != whole:
        parts.append(_counted(session, wanted, BEGINS, f"nr {_MATCH}", (f"({begins}) NOT ({whole})",)))
    if not any(part.size for part in parts):
        parts = [_inside(session, wanted)]
    return tuple(part for part in parts if part.size)


def _inside(session: Session, wanted: Wanted) -> _Part:
    """Danish words are put together of others; looked for there only where nothing else was found."""
    words = [" ".join(term.words) for term in wanted.terms]
    if any(len(word) < SHORTEST_INSIDE for word in words):
        return _Part(INSIDE, "", (), 0)
    return _counted(session, wanted, INSIDE, " AND ".join(["instr(foldet, ?) > 0"] * len(words)), tuple(words))


def _counted(session: Session, wanted: Wanted, how: str, condition: str, values: tuple[Any, ...]) -> _Part:
    whose = _WHOSE[wanted.emne].replace("?1", str(int(wanted.nr)))
    if "?" in whose:
        values = (*values, wanted.nr)
    if not whose and how != INSIDE:
        sql = "SELECT count(*) FROM soeg WHERE soeg MATCH ?"  # by the index of words alone
    else:
        sql = f"SELECT count(*) FROM sogetekst WHERE {condition}{whose}"
    return _Part(how, condition + whose, values, int(session.rows(sql, values)[0][0]))


def _texts(session: Session, part: _Part, most: int, first: int) -> list[Text]:
    condition = part.condition
    if part.size > COMMON:
        condition = condition.replace("nr IN", "+nr IN", 1)  # a plus keeps SQLite from going by number, not by day
    rows = session.rows(
        f"SELECT {_COLUMNS} FROM sogetekst WHERE {condition} ORDER BY dato DESC, nr DESC LIMIT ? OFFSET ?",
        (*part.values, most, first),
    )
    return [Text._make(row) for row in rows]


def _fts(terms: Sequence[Term]) -> str:
    """Folded words hold letters and digits alone, so that between quotes nothing in them is a sign of the index."""
    return " AND ".join(f'"{" ".join(term.words)}"{"*" if term.begins else ""}' for term in terms)
