"""The registry of formats: one line per format. Knows no recipient, and loads a format when it is made."""

from collections.abc import Callable
from importlib import import_module
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:  # each format loads the values that it is made of
    from vforlob.model.dokument import Dokument
    from vforlob.model.referat import Referat
    from vforlob.model.regneark import Regneark

Content = str | bytes


class Ways(NamedTuple):
    """How it is made. `folder` holds the kommune's own templates; `replace_signs` puts a sign in the place of one that
    the letters of a page do not have, instead of refusing.
    """

    folder: str | None = None
    replace_signs: bool = False


class Format(NamedTuple):
    """`module` has `render` for a Referat and `render_dokument` for a Dokument, or `render_regneark`. What is not
    `is_text` goes to a file.
    """

    name: str
    is_text: bool
    module: str

    def _made_by(self, function: str) -> Callable[..., Content]:
        made: Callable[..., Content] = getattr(import_module(self.module), function)
        return made

    def referat(self, referat: "Referat", ways: Ways) -> Content:
        return self._made_by("render")(referat, ways)

    def dokument(self, dokument: "Dokument", ways: Ways) -> Content:
        return self._made_by("render_dokument")(dokument, ways)

    def regneark(self, regneark: "Regneark") -> Content:
        return self._made_by("render_regneark")(regneark)


def _named(name: str, is_text: bool) -> Format:
    return Format(name, is_text, f"vforlob.render.formats.{name}")


# Documents, and lists and figures.
FORMATS = {
    one.name: one
    for one in (
        _named("md", True),
        _named("html", True),
        _named("txt", True),
        _named("docx", False),
        _named("pdf", False),
        _named("json", True),
    )
}
TABLES = {one.name: one for one in (_named("xlsx", False), _named("csv", True))}
