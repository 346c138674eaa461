"""A value as a document: the door of this floor. Knows no store and no recipient."""

from typing import TYPE_CHECKING

from vforlob.render.formats import FORMATS, TABLES, Content, Ways

if TYPE_CHECKING:  # each format loads the values that it is made of
    from vforlob.model.dokument import Dokument
    from vforlob.model.referat import Referat
    from vforlob.model.regneark import Regneark


def render(referat: "Referat", format_name: str, folder: str | None = None, *, replace_signs: bool = False) -> Content:
    """`folder` holds the kommune's own templates, which win. A faulty one raises FaultyFile; a sign that a page cannot
    show raises SignNotShown, unless it may be replaced.
    """
    return FORMATS[format_name].referat(referat, Ways(folder, replace_signs))


def render_dokument(
    dokument: "Dokument", format_name: str, folder: str | None = None, *, replace_signs: bool = False
) -> Content:
    return FORMATS[format_name].dokument(dokument, Ways(folder, replace_signs))


def render_regneark(regneark: "Regneark", format_name: str) -> Content:
    return TABLES[format_name].regneark(regneark)
