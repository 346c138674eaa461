"""JSON for machines: the fields as they are, with the number of the shape first. Knows no recipient."""

from json import dumps
from typing import TYPE_CHECKING

from vforlob.model.referat import Referat
from vforlob.render.formats import Ways
from vforlob.render.plain import as_data

if TYPE_CHECKING:
    from vforlob.model.dokument import Dokument  # its many blocks: a Referat has none

SKEMA = 1


def render(referat: Referat, _ways: Ways) -> str:
    return dumps({"skema": SKEMA, **as_data(referat)}, ensure_ascii=False, indent=2) + "\n"


def render_dokument(dokument: "Dokument", _ways: Ways) -> str:
    return dumps({"skema": SKEMA, **as_data(dokument)}, ensure_ascii=False, indent=2) + "\n"
