"""The command that makes a document of a samtale. Open, act, show."""

from vforlob.actions.exports import About
from vforlob.cli.context import open_store
from vforlob.cli.documents import format_for, hint_of, make_document, recipient_for, samtale_held
from vforlob.cli.handing import Wish, hand_over
from vforlob.cli.numbers import samtale_for
from vforlob.cli.show import err


def referat(
    samtale: str = "",
    *,
    til: str = "",
    format: str = "md",
    ud: str = "",
    overskriv: bool = False,
    erstat_tegn: bool = False,
) -> None:
    """One samtale as a document for one recipient."""
    recipient, wish = recipient_for(til, samtale), Wish(format_for(format), ud, overskriv, erstat_tegn)
    with open_store() as store:
        held = samtale_held(store, samtale_for(store, samtale, "referat"))
        referat, content = make_document(store, held, recipient, wish)
        hint = hint_of(referat)
        if hint:
            err(hint)
        about = held.samtale
        hand_over(store, content, wish, About("referat", recipient, about.borger, about.forlob, about.nr))
