"""Read what was learned when forløb ended, from the newest version of each samtale. Knows no rule and no screen."""

from vforlob.model.text import clean
from vforlob.rules.laering.notes import FELTER, Note
from vforlob.store.agendas import agenda_as_asked
from vforlob.store.answers import read_value
from vforlob.store.store import Store

WRITES = "laering"
# The plus keeps SQLite with the samtaler: their answers are read in one go.
_SAID = (
    "SELECT s.nr, s.agenda_sha, s.dato, f.nr, b.alias, v.navn, n.punkt, n.felt, n.vaerdi FROM samtale AS s"  # noqa: S608
    " JOIN forlob AS f ON f.nr = s.forlob JOIN borger AS b ON b.nr = f.borger JOIN virksomhed AS v"
    " ON v.nr = f.virksomhed JOIN svar_nu AS n ON n.samtale = s.nr AND n.udgave = s.udgave"
    f" WHERE s.udgave > 0 AND +n.felt IN {FELTER} AND +n.raekke = 0 ORDER BY s.nr"
)


def learning_notes(store: Store) -> tuple[Note, ...]:
    """One for each samtale in which something was written of it, by whichever agenda."""
    found: dict[int, Note] = {}
    said: dict[int, dict[str, str]] = {}
    points: dict[str, frozenset[str]] = {}
    for nr, sha, dato, forlob, alias, virksomhed, punkt, felt, value in store.rows(_SAID):
        text = read_value(value)
        if sha not in points:
            points[sha] = _points(store, sha)
        if isinstance(text, str) and text.strip() and punkt in points[sha]:
            said.setdefault(nr, {})[felt] = clean(text)
            found[nr] = Note(nr, dato, forlob, clean(alias), clean(virksomhed), said[nr])
    return tuple(found.values())


def _points(store: Store, sha: str) -> frozenset[str]:
    """Of the agenda as it was asked, those that keep what was learned."""
    return frozenset(punkt.id for punkt in agenda_as_asked(store, sha).punkter if WRITES in punkt.writes)
