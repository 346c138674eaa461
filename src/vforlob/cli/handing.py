"""Hand a finished document over: text to the screen, the rest to a file whose path is said. Knows no document."""

import os
from contextlib import AbstractContextManager, nullcontext
from typing import TYPE_CHECKING, NamedTuple

from vforlob.actions.exports import About, Asked, save_document
from vforlob.cli.show import err, err_line, flowing, raw
from vforlob.store.store import Store

if TYPE_CHECKING:
    from vforlob.model.dokument import Dokument  # its many blocks: a text of a samtale has none

TEMPLATES = "skabeloner"
# Read where they stand, and pasted nowhere: their lines may be broken.
_READ_HERE = frozenset({"fortegnelse", "dpo", "databrud", "indsigt", "teamtal"})
# Their libraries may lay files aside while they work. The one that makes PDF writes none.
_LAID_ASIDE = frozenset({"docx", "xlsx"})


class Wish(NamedTuple):
    """What the line says about the file: the options format, ud, overskriv, erstat_tegn and udskriv, the format
    known.
    """

    format: str
    ud: str = ""
    overskriv: bool = False
    erstat_tegn: bool = False
    udskriv: bool = False


def hand_over(store: Store, content: str | bytes, wish: Wish, about: About) -> str:
    """The path of the file, empty when it went to the screen."""
    if isinstance(content, str) and not wish.ud and not wish.udskriv:
        raw(content)
        return ""
    path = put_away(store, content, wish, about)
    if wish.udskriv:
        from vforlob.cli.printing import print_file  # late: only where a printer was asked for
        from vforlob.store.opslag import PRINTED  # likewise

        print_file(path)
        store.done.add(PRINTED)
        err("Sendt til printeren. Filen bliver liggende, til du sletter den: vforlob eksporter ryd")
    err_line(path)
    return path


def put_away(store: Store, content: str | bytes, wish: Wish, about: About) -> str:
    """The path of the file that was written and registered; it is not said here."""
    if wish.udskriv:
        _refuse_unprintable(wish.format)
    kept = save_document(store, content, wish.format, about, Asked(wish.ud, wish.overskriv))
    if wish.ud:
        _warn(kept.sti)
    return kept.sti


def give(store: Store, dokument: "Dokument", wish: Wish, about: About) -> str:
    """Render a document in the format that was wished, and hand it over."""
    from vforlob.render.render import render_dokument  # late: the libraries of a format cost as much as ten starts

    if wish.udskriv:
        _refuse_unprintable(wish.format)
    folder = os.path.join(store.folder, TEMPLATES)
    with laid_aside(store, wish.format):
        content = render_dokument(dokument, wish.format, folder, replace_signs=wish.erstat_tegn)
    if not wish.ud and is_read_here(dokument.art, wish.format):
        content = flowing(str(content))
    return hand_over(store, content, wish, about)


def is_read_here(art: str, format_name: str) -> bool:
    return art in _READ_HERE and format_name == "txt"


def laid_aside(store: Store, format_name: str) -> AbstractContextManager[None]:
    """Around the making of a document: what its library lays aside stays in our own folder."""
    if format_name not in _LAID_ASIDE:
        return nullcontext()
    from vforlob.store.workroom import own_temp  # late: a text is made without

    return own_temp(store.folder)


def _refuse_unprintable(format_name: str) -> None:
    from vforlob.cli.printing import PRINTED  # late, as above

    if format_name not in PRINTED:
        from vforlob.errors.eksport import FormatNotPrinted  # likewise

        raise FormatNotPrinted(format_name)


def _warn(path: str) -> None:
    """Before its path, so that the path is the last line."""
    from vforlob.store.location import NETWORK, taken_elsewhere  # late: not for what goes to the screen

    where = taken_elsewhere(os.path.dirname(path))
    if where == NETWORK:
        err("Filen ligger på et netværksdrev. Se efter, at kun de rette kan læse den, og slet den, når den er brugt.")
    elif where:
        err(f"Filen ligger i en mappe, som {where} kopierer til nettet. Slet den, når den er brugt.")
