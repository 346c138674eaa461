"""The filters and tests a template has: texts in, texts out, never larger than the limits. Knows no format."""

from collections.abc import Callable
from typing import Any

from jinja2 import Undefined, pass_environment
from markupsafe import Markup

from vforlob.render.limits import LARGEST_TEXT, TOO_LONG, TemplateRefused

NOT_A_TEXT = "Her skal stå en tekst eller et tal, ikke en liste."


def as_text(value: Any) -> str:
    """A list is not a text: its text could be far larger than itself."""
    if isinstance(value, Undefined):
        return str(value)
    if not isinstance(value, str | int | float):
        raise TemplateRefused(NOT_A_TEXT)
    return str(value)


def upper(value: Any) -> str:
    return as_text(value).upper()


def lower(value: Any) -> str:
    return as_text(value).lower()


def capitalize(value: Any) -> str:
    """The first letter large; the others stay, for a name is a name."""
    text = as_text(value)
    return text[:1].upper() + text[1:]


def trim(value: Any) -> str:
    return value.strip() if isinstance(value, Markup) else as_text(value).strip()


def default(value: Any, instead: Any = "", boolean: bool = False) -> Any:
    return instead if isinstance(value, Undefined) or (boolean and not value) else value


def length(value: Any) -> int:
    if isinstance(value, str | list | dict | tuple):
        return len(value)
    raise TemplateRefused("Her skal stå en tekst eller en liste.")


def first(value: Any) -> Any:
    return value[0] if isinstance(value, str | list | tuple) and value else ""


def last(value: Any) -> Any:
    return value[-1] if isinstance(value, str | list | tuple) and value else ""


def replace(value: Any, old: Any, new: Any) -> str:
    text, old, new = as_text(value), as_text(old), as_text(new)
    if len(text) + text.count(old) * len(new) > LARGEST_TEXT:
        raise TemplateRefused(TOO_LONG)
    return text.replace(old, new)


def lines(value: Any) -> list[str]:
    return as_text(value).split("\n")


@pass_environment
def join(environment: Any, parts: Any, between: Any = "") -> str:
    """Where one of the texts is finished (a macro's output), the others are escaped, and the whole is finished."""
    if not isinstance(parts, list | tuple):
        raise TemplateRefused("Her skal stå en liste.")
    texts = [part if isinstance(part, Markup) else as_text(part) for part in (*parts, between)]
    if sum(map(len, texts)) + len(texts[-1]) * len(texts) > LARGEST_TEXT:
        raise TemplateRefused(TOO_LONG)
    if any(isinstance(text, Markup) for text in texts):
        finished = [str(text) if isinstance(text, Markup) else environment.escape(text) for text in texts]
        return Markup(finished[-1].join(finished[:-1]))  # noqa: S704  # every part was finished or escaped just now
    return texts[-1].join(texts[:-1])


def reverse(value: Any) -> list[Any]:
    return list(reversed(value)) if isinstance(value, list | tuple) else []


FILTERS: dict[str, Callable[..., Any]] = {
    "upper": upper,
    "lower": lower,
    "capitalize": capitalize,
    "trim": trim,
    "default": default,
    "d": default,
    "length": length,
    "count": length,
    "first": first,
    "last": last,
    "replace": replace,
    "join": join,
    "linjer": lines,
    "reverse": reverse,
}

TESTS = ("defined", "undefined", "none", "string", "number", "mapping", "sequence", "even", "odd", "in", "eq", "ne")
