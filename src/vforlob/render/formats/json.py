"""JSON for machines: the fields of the Referat as they are, with the number of the shape first. Knows no recipient."""

from json import dumps

from vforlob.model.referat import Referat
from vforlob.render.plain import as_data

SKEMA = 1


def render(referat: Referat, _folder: str | None) -> str:
    return dumps({"skema": SKEMA, **as_data(referat)}, ensure_ascii=False, indent=2) + "\n"
