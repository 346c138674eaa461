"""What is particular to this folder in the record of processing: its deadlines and what was decided. Knows no text."""

from collections.abc import Mapping
from datetime import date
from typing import NamedTuple

from vforlob.actions.adgang import USUAL_MINUTES, lock_minutes
from vforlob.actions.copies import remembered_place
from vforlob.actions.slettefrister import CASE, COPY, DRAFT, EXPORT, LOG, PLACE, RULE, TEXT, deadline_days
from vforlob.model.accounts import Indstilling
from vforlob.store.envelope import PASSPHRASE, read_envelope
from vforlob.store.regler import load_rulebook
from vforlob.store.store import Store

# The deadlines of the data sheet that are a number of days, by what they are called where they are set. What is in use
# has that of free text.
DAYS_OF = {"fritekst": TEXT, "i_brug": TEXT, "sag": CASE, "kladde": DRAFT, "log": LOG, "virksomhed": PLACE}
NEVER = "ingen"
NAMES = "navne"


class Behandling(NamedTuple):
    """`frister` are days by name. `navne` is ja or nej and `navne_dato` the day it was answered; both are empty where
    nothing is set up yet, and then the deadlines are those that the program begins with.
    """

    frister: Mapping[str, int]
    navne: str = ""
    navne_dato: str = ""
    andet_sted: bool = False
    laas: int = USUAL_MINUTES
    noegle: str = PASSPHRASE
    noeglering: bool = False

    @property
    def is_set_up(self) -> bool:
        return bool(self.navne)


def gather_behandling(store: Store, today: date) -> Behandling:
    named = {row.navn: row for row in store.door(Indstilling).find()}  # the newest row counts
    envelope = read_envelope(store.folder)
    answered = named.get(NAMES)
    return Behandling(
        {name: deadline_days(store, name, today) for name in (TEXT, CASE, DRAFT, LOG, PLACE, EXPORT, COPY)},
        answered.vaerdi if answered else "nej",
        (answered.dato or "") if answered else "",
        bool(remembered_place(store)),
        lock_minutes(store),
        envelope.kind,
        envelope.in_keyring,
    )


def standard_behandling(folder: str, today: date) -> Behandling:
    """Before anything is set up: to be shown to those who must say yes to it."""
    rules = load_rulebook(folder)
    days = {name: rules.at(RULE.format(name), today).days for name in (TEXT, CASE, DRAFT, LOG, PLACE, EXPORT)}
    return Behandling(days | {COPY: min(days[TEXT], days[CASE])})
