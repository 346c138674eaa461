"""The sandbox a template is filled in: plain data in, text out, and nothing else within reach. Knows no recipient."""

import os
from collections.abc import Callable, Mapping
from difflib import get_close_matches
from functools import cache
from sys import maxsize
from typing import Any

from jinja2 import StrictUndefined, nodes, pass_context
from jinja2.environment import TemplateModule
from jinja2.runtime import BlockReference, Context, LoopContext, Macro
from jinja2.sandbox import ImmutableSandboxedEnvironment
from markupsafe import Markup

from vforlob.model.referat import Referat
from vforlob.model.text import clean
from vforlob.render.faults import as_faulty_file
from vforlob.render.filters import FILTERS, TESTS, as_text, join
from vforlob.render.grammar import Checked, short
from vforlob.render.limits import LARGEST_TEXT, TemplateRefused, check_length, deadline
from vforlob.render.sources import BUNDLE, Sources, has_templates

Escape = Callable[[str], str]

LOOP = frozenset(
    {"index", "index0", "revindex", "revindex0", "first", "last", "length", "depth", "previtem", "nextitem"}
)


class Missing(StrictUndefined):
    """A field that is not there: said in Danish, with the nearest one that is."""

    @property
    def _undefined_message(self) -> str:
        fields = self._undefined_obj if isinstance(self._undefined_obj, dict) else Referat._fields
        near = get_close_matches(str(self._undefined_name), [str(field) for field in fields], n=1)
        hint = (
            f"Mente du »{near[0]}«?" if near else "Alle felter står i: vforlob referat s31 --til borger --format json"
        )
        return f"»{short(self._undefined_name)}« findes ikke her. {hint}"


class Sandbox(ImmutableSandboxedEnvironment):
    """Only dicts, lists, texts and numbers come in; only macros can be called; no attribute of an object is reached."""

    intercepted_binops = frozenset({"*", "**", "%", "+", "-", "/", "//"})

    def __init__(self, escape: Escape, folder: str | None, largest: int) -> None:
        super().__init__(
            autoescape=True,  # for every format: what finalize returns is finished, whatever the format calls escaped
            finalize=finalize,
            undefined=Missing,
            loader=Sources(folder),
            trim_blocks=True,
            lstrip_blocks=True,
            optimized=False,
            cache_size=50,
        )
        self.escape, self.largest = escape, largest
        self.globals.clear()
        self.filters = dict(FILTERS)
        self.tests = {name: self.tests[name] for name in TESTS}

    def _parse(self, source: str, name: str | None, filename: str | None) -> nodes.Template:
        parsed = super()._parse(source, name, filename)
        if (filename or "").startswith(BUNDLE + os.sep):
            return parsed  # ours are checked by a test, once and not at every text
        checked = Checked(name, filename).visit(parsed)
        assert isinstance(checked, nodes.Template)
        return checked

    def concat(self, parts: Any) -> str:
        """What macros and set blocks put their output together with."""
        texts = list(parts)
        check_length(sum(map(len, texts)), self.largest)
        return "".join(texts)

    def getattr(self, obj: Any, attribute: str) -> Any:
        if isinstance(obj, dict):
            return obj[attribute] if attribute in obj else self.undefined(obj=obj, name=attribute)
        if isinstance(obj, LoopContext) and attribute in LOOP:
            return getattr(obj, attribute)
        if isinstance(obj, TemplateModule) and isinstance(vars(obj).get(attribute), Macro):
            return vars(obj)[attribute]
        if isinstance(obj, StrictUndefined):
            return obj[attribute]
        raise TemplateRefused(f"»{short(attribute)}« kan ikke hentes her. En skabelon læser kun referatets felter.")

    def getitem(self, obj: Any, argument: Any) -> Any:
        if isinstance(obj, dict | LoopContext | TemplateModule | StrictUndefined):
            return self.getattr(obj, as_text(argument))
        if isinstance(obj, str | list) and isinstance(argument, slice):
            return obj[argument]
        if isinstance(obj, str | list) and isinstance(argument, int) and -len(obj) <= argument < len(obj):
            return obj[argument]
        return self.undefined(obj=obj, name=argument)

    def is_safe_callable(self, obj: Any) -> bool:
        return isinstance(obj, Macro | BlockReference)

    def call(__self, __context: Context, __obj: Any, *args: Any, **kwargs: Any) -> Any:
        if not __self.is_safe_callable(__obj):
            raise TemplateRefused("Kun skabelonens egne makroer kan kaldes.")
        return __context.call(__obj, *args, **kwargs)

    def call_binop(self, context: Context, operator: str, left: Any, right: Any) -> Any:
        if operator == "+" and isinstance(left, str) and isinstance(right, str):
            return join(self, (left, right))
        are_small = all(type(side) in (int, float) and abs(side) <= 1e9 for side in (left, right))
        if operator in {"+", "-"} and are_small:
            return super().call_binop(context, operator, left, right)
        raise TemplateRefused(f"Tegnet {operator} kan ikke bruges her.")


@pass_context
def finalize(context: Context, value: Any) -> Markup:
    """Every {{ }} goes through here; what a macro made has been through it already."""
    if isinstance(value, Markup):
        return value
    text = clean(as_text(value))
    check_length(len(text), context.environment.largest)  # type: ignore[attr-defined]
    return Markup(context.environment.escape(text))  # type: ignore[attr-defined]  # noqa: S704  # escaped just now


def fill(name: str, data: Mapping[str, Any], escape: Escape, folder: str | None) -> str:
    """The template filled in. What is wrong with it is a FaultyFile that names its line, whatever it was."""
    if not has_templates(folder):
        return _filled(_bundled(escape), name, data)
    sandbox = Sandbox(escape, folder, max(LARGEST_TEXT, 4 * _size(data)))
    with as_faulty_file(name, folder), deadline():
        return _filled(sandbox, name, data)


@cache
def _bundled(escape: Escape) -> Sandbox:
    """Our own templates are read once, and need no watch: a long samtale may become a long document."""
    return Sandbox(escape, None, maxsize)


def _filled(sandbox: Sandbox, name: str, data: Mapping[str, Any]) -> str:
    parts, length = [], 0
    for part in sandbox.get_template(name).generate(data):
        length += len(part)
        check_length(length, sandbox.largest)
        parts.append(part)
    return clean("".join(parts)).rstrip("\n") + "\n"


def _size(data: Any) -> int:
    """How many signs a samtale holds: a long one may become a long document."""
    if isinstance(data, str):
        return len(data)
    parts = data.values() if isinstance(data, dict) else data if isinstance(data, list) else ()
    return sum(_size(part) for part in parts)
