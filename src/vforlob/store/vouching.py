"""What vouches for an event whose words were taken out: its hash in the receipt of the deletion. Takes nothing out."""

from collections.abc import Iterable
from json import loads

from vforlob.store.links import FIRST, Part, link
from vforlob.store.session import Session


def control_of(nr: int, emne_nr: int | None, sted: str | None, indhold: str | None) -> str:
    """ "nr:hash" of an event whose words were taken out: the receipt of the deletion vouches for what is left."""
    parts: tuple[Part, ...] = (nr, emne_nr, sted, indhold)
    return f"{nr}:{link(FIRST, *parts).hex()[:32]}"


def controls(session: Session) -> dict[int, str]:
    """The newest word on every event whose words were taken out."""
    found: dict[int, str] = {}
    for (kontrol,) in session.rows("SELECT kontrol FROM sletning WHERE kontrol <> '[]' ORDER BY nr"):
        found |= _by_number(loads(kontrol))
    return found


def _by_number(kontrol: Iterable[str]) -> dict[int, str]:
    return {int(line.partition(":")[0]): line for line in kontrol}
