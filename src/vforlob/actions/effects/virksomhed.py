"""What a samtale changes on the virksomhed. Knows no storage."""

from collections.abc import Iterator

from vforlob.actions.effects.base import Effect, Ended
from vforlob.model.agenda import Punkt

EXPERIENCED = "erfaren"


def virksomhed(ended: Ended, punkt: Punkt) -> Iterator[Effect]:
    """Who has had a forløb to its end is no new host. What they said about a next time stays in the answers."""
    answered = any(ended.of(punkt, felt.id) is not None for felt in punkt.felter)
    if answered and ended.case.virksomhed is not None:
        yield Effect(f"{punkt.id}/virksomhed", "virksomhed", ended.case.virksomhed.nr, {"vaert": EXPERIENCED})


def laering(_ended: Ended, _punkt: Punkt) -> Iterator[Effect]:
    """The note is found again among the answers; it has no record of its own that could come to differ from them."""
    return iter(())
