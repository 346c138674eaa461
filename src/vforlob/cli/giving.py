"""Hand on what an action made: what is missing is said to the konsulent, then the document. Knows no document."""

from vforlob.actions.documents.made import Made
from vforlob.actions.exports import About
from vforlob.cli.context import in_folder
from vforlob.cli.documents import format_for
from vforlob.cli.handing import Wish, give
from vforlob.cli.show import err
from vforlob.model.borger import Borger
from vforlob.model.forlob import Forlob
from vforlob.store.store import Store

ON_SCREEN, ON_PAPER = "txt", "pdf"


def wish_for(format: str, ud: str, overskriv: bool, erstat_tegn: bool, udskriv: bool = False) -> Wish:
    """The text on the screen where nothing else was asked for; what goes to the printer is a page."""
    typed = format or (ON_PAPER if udskriv else ON_SCREEN)
    return Wish(format_for(typed), ud, overskriv, erstat_tegn, udskriv)


def about(made: Made, whose: Forlob | Borger | None) -> About:
    """Whose it is in the register of files; nobody's when it is for everybody."""
    dokument = made.dokument
    if isinstance(whose, Forlob):
        return About(dokument.art, dokument.modtager, whose.borger, whose.nr)
    return About(dokument.art, dokument.modtager, whose.nr if whose else None)


def hand_on(store: Store, made: Made, wish: Wish, about: About) -> None:
    for one in made.missing:
        err(f"{one.sentence} Næste skridt: {in_folder(f'vforlob {one.line}')}" if one.line else one.sentence)
    give(store, made.dokument, wish, about)
