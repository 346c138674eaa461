"""A Referat as a document: the door of this floor. Knows no store and no recipient."""

from vforlob.model.referat import Referat
from vforlob.render.formats import FORMATS


def render(referat: Referat, format_name: str, folder: str | None = None) -> str:
    """`folder` holds the kommune's own templates, which win. A faulty one raises FaultyFile."""
    return FORMATS[format_name].render(referat, folder)
