"""One HTML file that needs nothing else and can fetch nothing else. Knows no recipient."""

from markupsafe import escape as escape_markup

from vforlob.model.referat import Referat
from vforlob.render.formats.template import filled

# Written by us and before anything of the template: what follows cannot take it away.
OPENING = """<!doctype html>
<html lang="da">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
<meta name="viewport" content="width=device-width, initial-scale=1">
"""


def render(referat: Referat, folder: str | None) -> str:
    return OPENING + filled(referat, "html", escape, folder)


def escape(text: str) -> str:
    return str(escape_markup(text))
