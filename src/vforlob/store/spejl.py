"""What the mirror of own practice needs beside the dated records of the months. Counts nothing and knows no rule."""

from vforlob.model.forlob import Forlob
from vforlob.store.store import Store
from vforlob.store.tables import table_of

_EXCUSED = "SELECT nr FROM forlob WHERE status <> 'lukket' AND trim(coalesce(uden_formode, '')) <> ''"
# Held is what the samtale says, and one after an agenda that does not ask is that talk itself. What never began had
# nothing to close.
_HELD = (
    "SELECT 1 FROM samtale AS s WHERE s.forlob = forlob.nr AND s.agenda = 'afslutning' AND s.status = 'faerdig'"
    " AND (EXISTS(SELECT 1 FROM svar_nu AS a WHERE a.samtale = s.nr AND a.udgave = s.udgave"
    " AND a.punkt = 'samtale_med_virksomhed' AND a.felt = 'holdt' AND a.vaerdi = '\"ja\"')"
    " OR coalesce((SELECT instr(tekst, 'samtale_med_virksomhed') FROM agenda_udgave WHERE sha = s.agenda_sha), 1) = 0)"
)
_UNCLOSED = (
    " WHERE status = 'lukket' AND lukket BETWEEN ? AND ? AND coalesce(udfald, '') <> 'aldrig_startet'"
    f" AND NOT EXISTS({_HELD}) ORDER BY lukket, nr"
)


def excused(store: Store) -> frozenset[int]:
    """Open forløb where it is written why there was no formøde."""
    return frozenset(int(row[0]) for row in store.rows(_EXCUSED))


def unclosed(store: Store, first: str, last: str) -> tuple[Forlob, ...]:
    """Forløb that ended from the one day to the other without a closing talk with the virksomhed."""
    table = table_of(Forlob)
    rows = store.rows(f"{table.select}{_UNCLOSED}", (first, last))
    return tuple(Forlob(*map(table.read, table.columns, row)) for row in rows)
