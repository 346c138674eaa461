"""Hand a paper over where there is no data folder to keep it in: on the screen, or in a file that was named."""

from vforlob.actions.write_document import refuse_taken, target_for, told
from vforlob.cli.handing import Wish, is_read_here
from vforlob.cli.show import err_line, flowing, raw
from vforlob.errors.base import VforlobError
from vforlob.errors.fortegnelse import NoPlaceYet
from vforlob.errors.place import SymlinkRefused
from vforlob.model.dokument import Dokument
from vforlob.store.files import atomic_write, create_file

_TEXTS = frozenset({"txt", "md", "html", "json"})


def give_without_folder(dokument: Dokument, wish: Wish) -> None:
    """Nothing is registered: there is nothing of anybody in it that must be found again."""
    from vforlob.render.render import render_dokument  # late: the libraries of a format cost as much as ten starts

    if wish.format not in _TEXTS and not wish.ud:
        raise NoPlaceYet(wish.format)
    content = render_dokument(dokument, wish.format, "", replace_signs=wish.erstat_tegn)
    if not wish.ud:
        text = content if isinstance(content, str) else ""
        raw(flowing(text) if is_read_here(dokument.art, wish.format) else text)
        return
    path = target_for(wish.ud, wish.format, f"{dokument.art}.{wish.format}")
    refuse_taken(path, wish.overskriv)
    _put(path, content.encode() if isinstance(content, str) else content, wish.overskriv)
    err_line(path)


def _put(path: str, data: bytes, overwrite: bool) -> None:
    try:
        if overwrite:
            atomic_write(path, data)
        else:
            create_file(path, data)
    except SymlinkRefused:
        raise
    except (OSError, VforlobError) as error:
        raise told(error, path) from None
