"""Cases for colleagues on paper: situation, what was tried, the question, room for the advice. Knows no format.

Nothing in it tells whose they are: no alias, no name, no place. What the consultant typed is masked here. The number
of a case is the one that the advice is written back by.
"""

from collections.abc import Iterable, Sequence
from datetime import date
from typing import NamedTuple

from vforlob.actions.documents.blocks import paragraph, section
from vforlob.actions.documents.finished import finished
from vforlob.actions.laering_identity import identity_of
from vforlob.model.borger import Borger
from vforlob.model.dokument import Blok, Dokument, Sporgsmal, Tekst
from vforlob.model.forlob import Forlob
from vforlob.model.sparring import Sparring
from vforlob.rules.laering.identity import masked
from vforlob.store.store import Store

ART, COLLEAGUES = "sparring", "kolleger"
NOBODY = ""
PARTS = (
    ("situation", "Situationen"),
    ("provet", "Det er prøvet"),
    ("sporgsmal", "Spørgsmål til gruppen"),
    ("rad", "Råd"),
)
INTRO = "Sagerne er uden navne. Tal om det, der skal til, og giv hver sag ét råd, der kan prøves inden næste gang."
ROOM = 4  # lines to write the advice on


class Told(NamedTuple):
    """A case as colleagues are given it. `hidden` are the kinds of words that were masked, by column."""

    nr: int
    texts: dict[str, str]
    hidden: dict[str, tuple[str, ...]]


def told_of(store: Store, sparring: Sparring) -> Told:
    borger = store.door(Borger).get(sparring.borger)
    forlob = store.door(Forlob).get(sparring.forlob) if sparring.forlob else None
    known = identity_of(store, borger, forlob)
    texts, hidden = {}, {}
    for column, _ in PARTS:
        found = masked(getattr(sparring, column) or "", known)
        texts[column] = found.text
        if found.kinds:
            hidden[column] = found.kinds
    return Told(sparring.nr, texts, hidden)


def make_sparring(cases: Sequence[Told], today: date) -> Dokument:
    blocks: list[Blok] = [*paragraph(INTRO, "daempet")]
    for case in cases:
        blocks += section(f"Sag {case.nr}", _parts(case))
    title = "Sag til sparring" if len(cases) == 1 else "Sager til sparring"
    return finished(Dokument(ART, title, COLLEAGUES, tuple(blocks), dato=today.isoformat()), NOBODY)


def _parts(case: Told) -> tuple[Blok, ...]:
    blocks: list[Blok] = []
    for column, name in PARTS:
        if case.texts[column].strip():
            blocks += section(name, (Tekst(case.texts[column]),), level=3)
    if not case.texts["rad"].strip():
        blocks.append(Sporgsmal("", "Råd", linjer=ROOM))
    return tuple(blocks)


def hidden_kinds(cases: Iterable[Told]) -> tuple[tuple[int, str, tuple[str, ...]], ...]:
    """Number of the case, column, kinds: what to say before it is printed."""
    return tuple((case.nr, column, kinds) for case in cases for column, kinds in case.hidden.items())
