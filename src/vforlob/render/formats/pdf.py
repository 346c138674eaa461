"""PDF for paper and for the archive: one page design, filled with the document as data. Knows no recipient."""

from collections.abc import Callable
from json import dumps
from typing import Any

from vforlob.errors.eksport import PdfNotMade
from vforlob.model.dokument import Dokument, Figur
from vforlob.model.referat import Referat
from vforlob.render.formats import Ways
from vforlob.render.pdf.letters import REPLACEMENT, missing_signs
from vforlob.render.pdf.missing import raise_for_first
from vforlob.render.pdf.typesetting import SignRefused, typeset
from vforlob.render.plain import as_data
from vforlob.render.referat_blocks import as_dokument

# It shares its shape with the hyphen: one in a document, and every hyphen would be copied out of it as unseen.
SOFT_HYPHEN = "\u00ad"


def render(referat: Referat, ways: Ways) -> bytes:
    return render_dokument(as_dokument(referat), ways)


def render_dokument(dokument: Dokument, ways: Ways) -> bytes:
    """A sign that the letters lack raises SignNotShown, or is shown as ▯ where that was asked for."""
    data = dumps(_filling(dokument), ensure_ascii=False).replace(SOFT_HYPHEN, "")
    missing = missing_signs(data)
    while True:
        if missing and not ways.replace_signs:
            raise_for_first(missing, dokument)
        try:
            return typeset(data.translate(dict.fromkeys(map(ord, missing), REPLACEMENT)), dokument.dato)
        except SignRefused as refused:
            # The table holds what the letters have one by one; what is refused in company is a missing sign too.
            if refused.signs <= missing:
                raise PdfNotMade() from None
            missing |= refused.signs


def _filling(dokument: Dokument) -> dict[str, Any]:
    data = as_data(dokument)
    data["blokke"] = [_drawn(block, plain) for block, plain in zip(dokument.blokke, data["blokke"], strict=True)]
    return data


def _drawn(block: object, plain: dict[str, Any]) -> dict[str, Any]:
    if not isinstance(block, Figur):
        return plain
    from vforlob.render.plots import svg  # late: most documents have no plot

    draw: Callable[[Figur], str] = svg
    return {"blok": block.blok, "titel": block.titel, "alternativ": block.alternativ, "svg": draw(block)}
