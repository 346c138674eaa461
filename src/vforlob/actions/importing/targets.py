"""What a column of a spreadsheet can be taken in as, for each kind of record. Knows no header and no value."""

from typing import NamedTuple

from vforlob.actions.record_kinds import felter_of
from vforlob.actions.record_kinds.base import RecordFelt
from vforlob.actions.settings import names_allowed
from vforlob.model.agenda import Felt
from vforlob.rules.import_headers import plain_header
from vforlob.store.store import Store

KINDS = ("borger", "virksomhed", "forlob")
OF_VIRKSOMHED = "virksomhed."
SPOKEN, AGREED = "sidste_kontakt", "naeste_kontakt"
# What a borger or a forløb has behind it and before it when the program is begun: records of their own.
CONTACTS = (
    RecordFelt(Felt(SPOKEN, "Sidste kontakt", "dato"), past=True),
    RecordFelt(Felt(AGREED, "Næste kontakt", "dato")),
)
_TO_FIND_IT = frozenset({"cvr", "sted"})  # which virksomhed is meant, where several have the name
_JOINED = frozenset({("virksomhed", "sted"), ("borger", "navn")})


class Target(NamedTuple):
    """`id` is the column of the record, "virksomhed.branche" for what a forløb tells of its virksomhed.

    `joined`: several columns may make one, as gade, postnr and by make a sted.
    """

    id: str
    label: str
    felt: RecordFelt
    emne: str
    joined: bool = False

    @property
    def required(self) -> bool:
        return self.felt.required


def targets_of(store: Store, emne: str, opret: bool = False) -> dict[str, Target]:
    """In the order they are asked for at the keyboard. `opret`: virksomheder that are missing are made as well."""
    named = names_allowed(store)
    found = {
        felt.id: Target(felt.id, felt.felt.text, felt, emne, (emne, felt.id) in _JOINED)
        for felt in felter_of(emne)
        if named or not felt.named
    }
    if emne == "borger":
        found[SPOKEN] = Target(SPOKEN, CONTACTS[0].felt.text, CONTACTS[0], emne)
    if emne == "forlob":
        found |= {felt.id: Target(felt.id, felt.felt.text, felt, emne) for felt in CONTACTS}
        for felt in felter_of("virksomhed"):
            if felt.id in _TO_FIND_IT or (opret and felt.id != "navn"):
                name = OF_VIRKSOMHED + felt.id
                joined = ("virksomhed", felt.id) in _JOINED
                found[name] = Target(name, f"Virksomhedens {_inside(felt.felt.text)}", felt, "virksomhed", joined)
    return found


def own_names(targets: dict[str, Target]) -> dict[str, str]:
    """The folded names under which a target can be named: its text and its column."""
    named = {plain_header(target.id): name for name, target in targets.items()}
    return named | {plain_header(target.label): name for name, target in targets.items()}


def _inside(text: str) -> str:
    return text if text[:2].isupper() else text[:1].lower() + text[1:]
