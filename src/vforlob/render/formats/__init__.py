"""The registry of formats: one line per format. Knows no recipient."""

from collections.abc import Callable
from typing import NamedTuple

from vforlob.model.referat import Referat
from vforlob.render.formats import html, json, md, txt


class Format(NamedTuple):
    """`render` takes a Referat and the kommune's folder of templates, None when there is none."""

    name: str
    render: Callable[[Referat, str | None], str]


FORMATS = {
    one.name: one
    for one in (
        Format("md", md.render),
        Format("html", html.render),
        Format("txt", txt.render),
        Format("json", json.render),
    )
}
