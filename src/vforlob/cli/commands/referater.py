"""The command that makes a document of a samtale. Open, act, show."""

from vforlob.cli.context import open_store
from vforlob.cli.documents import format_for, hint_of, make_document, recipient_for, samtale_held
from vforlob.cli.numbers import samtale_for
from vforlob.cli.show import err, raw


def referat(samtale: str = "", *, til: str = "", format: str = "md", ud: str = "", overskriv: bool = False) -> None:
    """One samtale as a text for one recipient."""
    recipient, wanted = recipient_for(til, samtale), format_for(format)
    with open_store() as store:
        held = samtale_held(store, samtale_for(store, samtale, "referat"))
        referat, text = make_document(store, held, recipient, wanted)
    hint = hint_of(referat)
    if hint:
        err(hint)
    if not ud:
        raw(text)
        return
    from vforlob.actions.write_document import write_document  # late: most texts go to the screen

    err(write_document(ud, text, overskriv))
