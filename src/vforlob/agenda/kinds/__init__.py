"""The registry of kinds: one line per kind. Knows no widget's code."""

from vforlob.agenda.kinds.containers import GRUPPE, LISTE
from vforlob.agenda.kinds.dato import DATO
from vforlob.agenda.kinds.flervalg import FLERVALG
from vforlob.agenda.kinds.janej import JANEJ
from vforlob.agenda.kinds.kind import Kind, is_empty
from vforlob.agenda.kinds.klokkeslaet import KLOKKESLAET
from vforlob.agenda.kinds.kort import KORT
from vforlob.agenda.kinds.skala import SKALA
from vforlob.agenda.kinds.tal import TAL
from vforlob.agenda.kinds.tekst import TEKST
from vforlob.agenda.kinds.valg import VALG
from vforlob.model.agenda import Felt
from vforlob.model.answers import Value

__all__ = ["KINDS", "Kind", "is_empty", "needs_note", "show"]

KINDS: dict[str, Kind] = {
    kind.name: kind for kind in (TEKST, KORT, JANEJ, VALG, FLERVALG, TAL, DATO, KLOKKESLAET, SKALA, GRUPPE, LISTE)
}


def needs_note(value: Value, felt: Felt) -> bool:
    """True for a number outside its bounds: taken only beside a note."""
    return KINDS[felt.kind].needs_note(value, felt)


def show(value: Value, felt: Felt) -> str:
    return KINDS[felt.kind].show(value, felt)
