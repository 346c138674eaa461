"""Plain text to paste: one paragraph a line, never wrapped. Knows no recipient."""

from vforlob.model.referat import Referat
from vforlob.render.formats.template import filled


def render(referat: Referat, folder: str | None) -> str:
    return filled(referat, "txt", escape, folder)


def escape(text: str) -> str:
    """The lines after the first are set in, so that nothing a person typed can look like one of our headings."""
    return text.replace("\n", "\n  ")
