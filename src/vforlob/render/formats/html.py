"""One HTML file that needs nothing else and can fetch nothing else. Knows no recipient."""

from typing import TYPE_CHECKING

from markupsafe import Markup
from markupsafe import escape as escape_markup

from vforlob.model.referat import Referat
from vforlob.model.text import clean
from vforlob.render.blocks import Block, with_additions
from vforlob.render.formats import Ways
from vforlob.render.formats.template import filled, filled_dokument

if TYPE_CHECKING:
    from vforlob.model.dokument import Dokument  # its many blocks: a Referat has none

WIDEST_ON_PHONE = 3  # columns; a table with more stands a row at a time there
MOST_LINES = 40

# Written by us and before anything of the template: what follows cannot take it away.
OPENING = """<!doctype html>
<html lang="da">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
<meta name="viewport" content="width=device-width, initial-scale=1">
"""


def render(referat: Referat, ways: Ways) -> str:
    return OPENING + filled(referat, "html", escape, ways.folder)


def render_dokument(dokument: "Dokument", ways: Ways) -> str:
    from vforlob.render.plots import svg  # late: a Referat has no plots

    data = with_additions(dokument, ADDITIONS, svg)
    return OPENING + filled_dokument({**data, "sidehoved_css": in_css(dokument.sidehoved)}, "html", escape, ways.folder)


def escape(text: str) -> str:
    return str(escape_markup(text))


def in_css(text: str) -> Markup:
    """Fit to stand in quotes in a style sheet: every sign that could be more than itself is written as its number."""
    signs = (sign if sign.isascii() and sign.isalnum() else f"\\{ord(sign):x} " for sign in clean(text, lines=False))
    return Markup("".join(signs))  # noqa: S704  # letters, digits, spaces and backslashes


def _table(block: Block) -> Block:
    whole = sum(column["bredde"] for column in block["kolonner"]) or 1
    shares = [round(100 * column["bredde"] / whole) for column in block["kolonner"]]
    return {"bredder": shares, "er_bred": len(shares) > WIDEST_ON_PHONE}


def _question(block: Block) -> Block:
    return {"plads": list(range(min(block["linjer"], MOST_LINES)))}


ADDITIONS = {"tabel": _table, "sporgsmal": _question}
