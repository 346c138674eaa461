"""The sandbox of render/environment.py for a Word template: no other file is read from it. Knows no document."""

from collections.abc import Mapping
from difflib import get_close_matches
from functools import lru_cache
from html import escape as escape_markup
from typing import Any

from jinja2 import BaseLoader, Environment
from jinja2.exceptions import TemplateNotFound

from vforlob.model.referat import Referat
from vforlob.render.environment import Missing, Sandbox
from vforlob.render.grammar import short
from vforlob.render.limits import check_length

# A break and a tab stand as numbers, so that docxtpl leaves them to finish.py; braces too, for it reads some parts of
# a file twice, and what a person typed is never a template.
_AS_NUMBERS = {ord(sign): f"&#{ord(sign)};" for sign in "\n\t{}"}


def escape(text: str) -> str:
    return escape_markup(text).translate(_AS_NUMBERS)


class NoOtherFile(BaseLoader):
    def get_source(self, environment: Environment, template: str) -> Any:
        raise TemplateNotFound(template)


class WordSandbox(Sandbox):
    """`fields` are the names that a template has, for the hint when one is missing; `largest` is in signs of XML."""

    def __init__(self, fields: tuple[str, ...], largest: int) -> None:
        super().__init__(escape, None, largest)
        self.loader = NoOtherFile()
        self.undefined = _missing(fields)

    def filled(self, source: str, filename: str, data: Mapping[str, Any]) -> str:
        template = self.template_class.from_code(self, compiled(self, source, filename), self.globals, None)
        parts, length = [], 0
        for part in template.generate(data):
            length += len(part)
            check_length(length, self.largest)
            parts.append(part)
        return "".join(parts)


@lru_cache(maxsize=8)
def compiled(sandbox: WordSandbox, source: str, filename: str) -> Any:
    """Read once for many documents: each reading would stay in memory until Python cleans up."""
    return sandbox.compile(source, filename=filename)


def _missing(fields: tuple[str, ...]) -> type[Missing]:
    if fields == Referat._fields:
        return Missing

    class MissingInWord(Missing):
        @property
        def _undefined_message(self) -> str:
            known = self._undefined_obj if isinstance(self._undefined_obj, dict) else fields
            near = get_close_matches(str(self._undefined_name), [str(field) for field in known], n=1)
            hint = f"Mente du »{near[0]}«?" if near else "Alle felter står i docs/skabeloner.md."
            return f"»{short(self._undefined_name)}« findes ikke her. {hint}"

    return MissingInWord
