"""Where a borger is named in what was written about others: places by number, never the text. Changes nothing."""

from collections.abc import Iterator

from vforlob.model.borger import Borger
from vforlob.rules.naming import Names, names_one_of
from vforlob.store.aliases import aliases_ever
from vforlob.store.sogning_index import catch_up
from vforlob.store.store import Store

_OF_OTHERS = "SELECT emne, emne_nr, tekst FROM sogetekst WHERE borger IS NOT ? ORDER BY emne, emne_nr"
_LETTERS = {"samtale": "s", "svar": "s", "forlob": "f", "borger": "b", "virksomhed": "v"}
_WORDS = {
    "aftale": "aftale",
    "delmal": "delmål",
    "fravaer": "fravær",
    "taet": "tæt opfølgning",
    "onske": "ønske",
    "jobabning": "jobåbning",
    "lonkroner": "løntimer",
}


def named_elsewhere(store: Store, borger: Borger) -> tuple[str, ...]:
    """ "s12", "kontakt 4": by any alias she ever had, or her name."""
    words = {alias for nr, alias in aliases_ever(store) if nr == borger.nr} | {borger.alias}
    names = names_one_of(words | ({borger.navn} if borger.navn else set()))
    catch_up(store)
    return tuple(dict.fromkeys(_found(store, borger.nr, names)))


def _found(store: Store, borger: int, names: Names) -> Iterator[str]:
    for emne, nr, tekst in store.rows(_OF_OTHERS, (borger,)):
        if names(tekst):
            yield f"{_LETTERS[emne]}{nr}" if emne in _LETTERS else f"{_WORDS.get(emne, emne)} {nr}"
