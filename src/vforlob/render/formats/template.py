"""A Referat through its template: referat_<modtager>.<format>.jinja. Knows no format's rules."""

from collections.abc import Callable

from vforlob.model.referat import Referat
from vforlob.render.plain import as_data


def filled(referat: Referat, format_name: str, escape: Callable[[str], str], folder: str | None) -> str:
    """A template sees the fields by their names, and all of them together as `referat`."""
    from vforlob.render.environment import (
        fill,
    )  # late: jinja2 costs as much as six starts of Python, and JSON needs none

    data = as_data(referat)
    return fill(f"referat_{referat.modtager}.{format_name}.jinja", {**data, "referat": data}, escape, folder)
