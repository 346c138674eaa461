"""A Word file as bytes: the same for the same content, and silent about people, companies and machines. Knows no text.

Word keeps who wrote a file, where its template lay and when it was opened; a document for a recipient has none of it.
"""

import io
import zipfile
from typing import Any

from docx.document import Document
from docx.opc.constants import RELATIONSHIP_TYPE as REL
from docx.oxml import parse_xml
from docx.oxml.ns import qn

LONG_AGO = (1980, 1, 1, 0, 0, 0)  # the earliest day a zip file can hold
CORE = (
    '<cp:coreProperties xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties"'
    ' xmlns:dc="http://purl.org/dc/elements/1.1/"><dc:title/><dc:creator/><cp:lastModifiedBy/>'
    "<dc:language>da-DK</dc:language></cp:coreProperties>"
)
# What may follow from a template to a document, by the last word of its kind; the rest tells of where it was made.
KEPT = frozenset(
    {
        *("officeDocument", "core-properties", "styles", "numbering", "settings", "webSettings", "fontTable", "theme"),
        *("header", "footer", "footnotes", "endnotes", "image", "hyperlink", "font"),
    }
)
_TELLING = ("rsids", "attachedTemplate", "docVars", "mailMerge", "docId", "documentProtection", "writeProtection")


def packed(document: Document) -> bytes:
    _forget(document)
    unsorted = io.BytesIO()
    document.save(unsorted)
    return _with_no_day(unsorted.getvalue())


def _forget(document: Document) -> None:
    package = document.part.package
    _drop_relations(package)
    for part in list(package.iter_parts()):
        _drop_relations(part)
    package.part_related_by(REL.CORE_PROPERTIES)._element = parse_xml(CORE)
    settings: Any = document.settings.element
    for child in list(settings):
        if child.tag.rsplit("}", 1)[-1] in _TELLING:
            settings.remove(child)


def _drop_relations(source: Any) -> None:
    for number, relation in list(source.rels.items()):
        if relation.reltype.rsplit("/", 1)[-1] not in KEPT:
            del source.rels[number]


def drop_marks_of_editing(root: Any) -> None:
    """Every stretch of text carries the number of the sitting it was typed in, and boxes can be tied to the author."""
    for element in root.iter():
        for name in [name for name in element.attrib if "rsid" in name]:
            del element.attrib[name]
    for bound in list(root.iter(qn("w:dataBinding"))):
        bound.getparent().remove(bound)


def _with_no_day(content: bytes) -> bytes:
    made = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(content)) as source, zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED) as target:
        for entry in source.infolist():
            part = zipfile.ZipInfo(entry.filename, LONG_AGO)
            part.compress_type, part.create_system, part.external_attr = zipfile.ZIP_DEFLATED, 3, 0o600 << 16
            target.writestr(part, source.read(entry))
    return made.getvalue()
