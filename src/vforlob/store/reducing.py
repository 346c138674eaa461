"""What is left of a record and its events when the words are taken out of them. Writes nothing.

A text that is deleted becomes a word that says so: what was filled in stays filled in, so that figures and conditions
are what they were.
"""

import os
import re
from functools import cache
from json import loads
from typing import Any

from vforlob.agenda.reserved import felt_of
from vforlob.errors.base import VforlobError
from vforlob.model.agenda import Agenda
from vforlob.store.agendas import agenda_as_asked
from vforlob.store.answers import EMNE, place_of
from vforlob.store.datasheet import read_sheet
from vforlob.store.session import Session
from vforlob.store.tables import as_json

GONE = "(slettet)"
DEADLINES = frozenset({"fritekst", "i_brug"})  # of the data sheet: those that end before the case does
_WORDS = frozenset({"tekst", "kort"})  # the kinds of felter where somebody writes
_NO_WORDS = re.compile(r"ja|nej|\d{4}-\d\d-\d\d|\d\d:\d\d")
_SIDES = ("for", "efter")
_SHA = "SELECT agenda_sha FROM samtale WHERE nr = ?"


@cache
def word_columns(emne: str) -> frozenset[str]:
    """The columns whose words are due after a receipt."""
    lines = read_sheet().columns.get(emne, ())
    return frozenset(line.name for line in lines if line.deadline in DEADLINES)


def without_words(emne: str, columns: dict[str, Any]) -> dict[str, Any]:
    words = word_columns(emne)
    return {name: _gone(value) if name in words else value for name, value in columns.items()}


class Reducer:
    """Of one samtale's answers the words are those of the agenda as it was asked."""

    def __init__(self, session: Session) -> None:
        self._session = session
        self._agendas: dict[int, Agenda | None] = {}

    def content(self, emne: str, emne_nr: int, sted: str | None, indhold: str) -> str:
        """The JSON of an event without its words; the same text where there were none. What is left has a salt of its
        own: the receipt that vouches for it outlives it, and must not be what it can be guessed from.
        """
        before = loads(indhold)
        after = {side: self._side(emne, emne_nr, sted or "", before[side]) for side in _SIDES}
        if all(after[side] == before[side] for side in _SIDES):
            return indhold
        return as_json(after | {"salt": os.urandom(16).hex()})

    def answer(self, samtale: int, punkt: str, felt: str, value: Any) -> Any:
        return _gone(value) if self._is_words(samtale, punkt, felt, value) else value

    def _side(self, emne: str, emne_nr: int, sted: str, columns: dict[str, Any] | None) -> dict[str, Any] | None:
        if columns is None:
            return None
        if emne != EMNE:
            return without_words(emne, columns)
        _, _, punkt, felt, _ = place_of(emne_nr, sted)
        return {"vaerdi": self.answer(emne_nr, punkt, felt, columns["vaerdi"])}

    def _is_words(self, samtale: int, punkt_id: str, felt_id: str, value: Any) -> bool:
        if not isinstance(value, str):
            return False
        agenda = self._agenda(samtale)
        felt = felt_of(agenda, punkt_id, felt_id) if agenda else None
        # A note, and whatever the agenda cannot tell of, is taken for words: rather a choice too many than a sentence.
        return felt.kind in _WORDS if felt else not _NO_WORDS.fullmatch(value)

    def _agenda(self, samtale: int) -> Agenda | None:
        if samtale not in self._agendas:
            self._agendas[samtale] = self._asked(samtale)
        return self._agendas[samtale]

    def _asked(self, samtale: int) -> Agenda | None:
        rows = self._session.rows(_SHA, (samtale,))
        try:
            return agenda_as_asked(self._session, rows[0][0]) if rows else None
        except VforlobError:
            return None


def _gone(value: Any) -> Any:
    return GONE if isinstance(value, str) and value.strip() else value
