"""The kinds of records that are stored, by name. Knows no row. Not for the hot path: it imports every kind."""

from typing import Any

from vforlob.model.accounts import Indstilling, Kvittering, Maltal, Maned, Statistik
from vforlob.model.aftale import Aftale
from vforlob.model.borger import Borger
from vforlob.model.delmal import Delmal
from vforlob.model.eksport import Aflevering, Eksport, Kalender
from vforlob.model.ferie import Ferie
from vforlob.model.forlob import Forlob, Plan
from vforlob.model.hensyn import Clearance, Hensyn
from vforlob.model.jobabning import Henvendelse, Jobabning
from vforlob.model.kontakt import Fravaer, Fremmode, Kontakt, Taet, Udsat
from vforlob.model.onske import Koordinering, Onske
from vforlob.model.opgave import Opgave
from vforlob.model.samtale import Samtale
from vforlob.model.sletning import Sletning
from vforlob.model.sparring import Historie, Sparring
from vforlob.model.timer import Lonkroner, Timer
from vforlob.model.virksomhed import Kontaktperson, Virksomhed
from vforlob.store.tables import Table, table_of

# A record stands after those it points to.
RECORDS: dict[str, type[Any]] = {
    kind.__name__.lower(): kind
    for kind in (
        *(Borger, Virksomhed, Forlob, Samtale, Plan, Aftale, Delmal, Hensyn, Clearance, Opgave, Timer, Lonkroner),
        *(Kontakt, Fravaer, Fremmode, Taet, Udsat, Onske, Koordinering),
        *(Eksport, Kalender, Aflevering),
        *(Kvittering, Indstilling, Statistik, Maned, Jobabning, Maltal),
        *(Kontaktperson, Henvendelse, Ferie, Sparring, Historie, Sletning),
    )
}


def table_named(emne: str) -> Table:
    return table_of(RECORDS[emne])
