"""A Word template filled in by docxtpl, inside our sandbox and in memory. Knows no recipient."""

import re
from collections.abc import Mapping
from time import monotonic
from typing import Any

from docx.document import Document
from docx.opc.constants import RELATIONSHIP_TYPE as REL
from docx.oxml import parse_xml
from docxtpl import DocxTemplate
from lxml import etree

from vforlob.render.docx.finish import begin_lists_at_one, finish_texts, fit_columns, keep_together, number_boxes
from vforlob.render.docx.package import drop_marks_of_editing, packed
from vforlob.render.docx.sandbox import WordSandbox
from vforlob.render.docx.tags import with_whole_tags
from vforlob.render.limits import SECONDS, TemplateRefused, deadline

TORN = (
    "Skabelonen hænger ikke sammen. Et {%p %}, {%tr %} eller {%tc %} skal stå alene i sit afsnit, sin række eller sin "
    "celle, og det skal slutte i den samme tabel, som det begynder i."
)
_OPENS_PARAGRAPH = re.compile(r"(?=<w:p[ >])")
_LINE_BEFORE = re.compile(r"\n(?=<w:p[ >])")


class WordTemplate(DocxTemplate):  # type: ignore[misc]  # it ships no types
    """Ours: it is known to be whole, and a long document may take its time."""

    def __init__(self, document: Document, name: str) -> None:
        super().__init__(None)
        self.docx, self.name = document, name

    def made(self, data: Mapping[str, Any], sandbox: WordSandbox) -> bytes:
        self.render(data, sandbox, autoescape=True)
        parts = list(self.docx.part.package.iter_parts())
        for part in parts:
            _finish(part)
        content = packed(self.docx)
        for part in parts:  # each knows the others: Python would keep them all until it next cleans up
            part.__dict__.clear()
        return content

    def render_xml_part(self, src_xml: str, part: Any, context: Mapping[str, Any], jinja_env: WordSandbox) -> str:
        """A paragraph is a line, so that a fault has a place."""
        source = _OPENS_PARAGRAPH.sub("\n", src_xml)
        return _LINE_BEFORE.sub("", self.filled(source, context, jinja_env))

    def filled(self, source: str, data: Mapping[str, Any], sandbox: WordSandbox) -> str:
        return sandbox.filled(source, self.name, data)

    def fix_tables(self, xml: str) -> Any:
        """Strictly: docxtpl leaves out what it cannot read, and so would lose text without a sign."""
        body = etree.fromstring(xml, etree.XMLParser(resolve_entities=False, huge_tree=True))
        fit_columns(body)
        number_boxes(body)
        keep_together(body)
        numbering, styles = (self._beside(kind) for kind in (REL.NUMBERING, REL.STYLES))
        if numbering is not None and styles is not None:
            begin_lists_at_one(body, numbering, styles)
        return body

    def _beside(self, kind: str) -> Any:
        related = (relation.target_part for relation in self.docx.part.rels.values() if relation.reltype == kind)
        part = next(related, None)
        return None if part is None else part._element

    def render_properties(self, context: Mapping[str, Any], jinja_env: Any = None) -> None:
        """Nothing is kept in them."""


class OwnTemplate(WordTemplate):
    """The kommune's: looked at before docxtpl reads it, and kept within the limits of every template."""

    def __init__(self, document: Document, name: str) -> None:
        super().__init__(document, name)
        self.seconds, self.lines = SECONDS, [""]

    def made(self, data: Mapping[str, Any], sandbox: WordSandbox) -> bytes:
        try:
            return super().made(data, sandbox)
        except etree.XMLSyntaxError:
            self.lines = [""]
            raise TemplateRefused(TORN) from None

    def patch_xml(self, src_xml: str) -> str:
        self.lines = ["", *_OPENS_PARAGRAPH.split(src_xml)]
        patched: str = super().patch_xml(with_whole_tags(src_xml))
        return patched

    def filled(self, source: str, data: Mapping[str, Any], sandbox: WordSandbox) -> str:
        self.lines = ["", *source.split("\n")]
        began = monotonic()
        with deadline(self.seconds):
            made = super().filled(source, data, sandbox)
        self.seconds -= monotonic() - began
        return made

    def line(self, number: int) -> str:
        return self.lines[number] if 0 <= number < len(self.lines) else ""


def _finish(part: Any) -> None:
    """Footnotes are kept as bytes by python-docx, the rest as trees."""
    if part.content_type.endswith("notes+xml"):
        root = parse_xml(part.blob)
        finish_texts(root)
        drop_marks_of_editing(root)
        part._blob = etree.tostring(root, encoding="UTF-8", standalone=True)
    elif getattr(part, "_element", None) is not None:
        finish_texts(part._element)
        drop_marks_of_editing(part._element)
