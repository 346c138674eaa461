"""A good story on half a page, for leaders and colleagues, with the borger's yes. Knows no format.

Nothing in it tells who it is about: what the consultant typed is masked here.
"""

from datetime import date
from typing import NamedTuple

from vforlob.actions.documents.blocks import paragraph
from vforlob.actions.documents.finished import finished
from vforlob.actions.laering_identity import identity_of
from vforlob.errors.laering import StoryEmpty, StoryWithdrawn, StoryWithoutYes
from vforlob.model.borger import Borger
from vforlob.model.dokument import Dokument, Tekst
from vforlob.model.forlob import Forlob
from vforlob.model.sparring import Historie
from vforlob.rules.laering.identity import Masked, masked
from vforlob.store.store import Store

ART, COLLEAGUES = "historie", "kolleger"
NOBODY = ""
WITH_A_YES = "Historien er fortalt med borgerens ja. Navne og steder er udeladt."


class Story(NamedTuple):
    """`hidden` are the kinds of words that were masked."""

    dokument: Dokument
    hidden: tuple[str, ...]


def make_historie(store: Store, historie: Historie, today: date) -> Story:
    """Raises StoryWithoutYes, StoryWithdrawn, StoryEmpty."""
    refuse_untold(historie)
    found = told(store, historie)
    blocks = (
        *(Tekst(part.strip()) for part in found.text.split("\n\n") if part.strip()),
        *paragraph(WITH_A_YES, "daempet"),
    )
    dokument = Dokument(ART, "En god historie", COLLEAGUES, blocks, dato=today.isoformat())
    return Story(finished(dokument, NOBODY), found.kinds)


def refuse_untold(historie: Historie) -> None:
    """The newest word counts: a yes that was taken back is none."""
    if historie.trukket:
        raise StoryWithdrawn(historie.nr, historie.trukket)
    if not historie.ja:
        raise StoryWithoutYes(historie.nr)
    if not (historie.tekst or "").strip():
        raise StoryEmpty(historie.nr)


def told(store: Store, historie: Historie) -> Masked:
    borger, forlob = store.door(Borger).get(historie.borger), store.door(Forlob).get(historie.forlob)
    return masked(historie.tekst or "", identity_of(store, borger, forlob))
