"""A Referat or a Dokument through its template, the kommune's own or ours. Knows no format's rules."""

from collections.abc import Callable, Mapping
from typing import Any

from vforlob.model.referat import Referat
from vforlob.render.plain import as_data


def filled(referat: Referat, format_name: str, escape: Callable[[str], str], folder: str | None) -> str:
    """A template sees the fields by their names, and all of them together as `referat`."""
    from vforlob.render.environment import (
        fill,
    )  # late: jinja2 costs as much as six starts of Python, and JSON needs none

    data = as_data(referat)
    return fill(f"referat_{referat.modtager}.{format_name}.jinja", {**data, "referat": data}, escape, folder)


def filled_dokument(data: Mapping[str, Any], format_name: str, escape: Callable[[str], str], folder: str | None) -> str:
    """`data` is the Dokument as data with what the format added; a template sees its fields, and all as `dokument`."""
    from vforlob.render.environment import fill  # late: as above

    return fill(f"dokument.{format_name}.jinja", {**data, "dokument": data}, escape, folder)
