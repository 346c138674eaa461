"""Word: the document in the template of the kommune or in ours. Knows no recipient."""

import io
import os
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from functools import cache
from sys import maxsize
from typing import Any

import docx

from vforlob.errors.answer import FaultyFile
from vforlob.errors.base import Fault
from vforlob.model.dokument import Dokument
from vforlob.model.referat import Referat
from vforlob.render.docx.additions import as_word_data
from vforlob.render.docx.own import opened
from vforlob.render.docx.sandbox import WordSandbox
from vforlob.render.docx.tags import words_of
from vforlob.render.docx.template import OwnTemplate, WordTemplate
from vforlob.render.faults import as_faulty_file
from vforlob.render.formats import Ways
from vforlob.render.plain import as_data
from vforlob.render.referat_blocks import as_dokument
from vforlob.render.sources import BUNDLE

NAME = "dokument.docx"
SHIPPED = os.path.join(BUNDLE, NAME)
LARGEST_XML = 5_000_000
_TEMPLATE = ".jinja"  # what the deadline and the faults know the lines of a template by


def render(referat: Referat, ways: Ways) -> bytes:
    """A template for the recipient has the fields of the Referat; any other the blocks of the document."""
    own = _own(ways.folder, f"referat_{referat.modtager}.docx")
    if own:
        data = as_data(referat)
        return _filled(own, {**data, "referat": data}, Referat._fields)
    return render_dokument(as_dokument(referat), ways)


def render_dokument(dokument: Dokument, ways: Ways) -> bytes:
    data, own = as_word_data(dokument), _own(ways.folder, NAME)
    if own:
        return _filled(own, data, Dokument._fields)
    return WordTemplate(docx.Document(io.BytesIO(shipped())), SHIPPED).made(data, _sandbox(Dokument._fields, maxsize))


@cache
def shipped() -> bytes:
    """Our template, an ordinary Word file."""
    with open(SHIPPED, "rb") as file:
        return file.read()


def _own(folder: str | None, name: str) -> str:
    path = os.path.join(folder, name) if folder else ""
    return path if path and os.path.lexists(path) else ""


@cache
def _sandbox(fields: tuple[str, ...], largest: int) -> WordSandbox:
    return WordSandbox(fields, largest)


def _filled(path: str, data: Mapping[str, Any], fields: tuple[str, ...]) -> bytes:
    template = OwnTemplate(opened(path), path + _TEMPLATE)
    with _named(path, template):
        return template.made(data, _sandbox(fields, LARGEST_XML))


@contextmanager
def _named(path: str, template: OwnTemplate) -> Iterator[None]:
    """A Word file has no lines that a person sees, so a fault is placed by the words around it."""
    try:
        with as_faulty_file(os.path.basename(path), os.path.dirname(path)):
            yield
    except FaultyFile as error:
        words = words_of(template.line(error.faults[0].line))
        place = f"ved »{words}«" if words else ""
        raise FaultyFile(path, [Fault(place, error.faults[0].sentence)]) from None
