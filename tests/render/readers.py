"""Read a finished document with a library that did not write it: the words that stand in it, not its form."""

import csv
import io
import re
from typing import Any

import docx
import openpyxl
import pypdf
from docx.oxml.ns import qn
from markdown_it import MarkdownIt


def docx_text(content: bytes) -> str:
    """Every paragraph on a line of its own, those in tables and in fields to fill in too; a break stays a break."""
    body = docx.Document(io.BytesIO(content)).element.body
    return "\n".join(_paragraph(one) for one in body.iter(qn("w:p")))


def _paragraph(paragraph: Any) -> str:
    parts = []
    for node in paragraph.iter(qn("w:t"), qn("w:br"), qn("w:tab"), qn("w:cr")):
        if node.getparent().tag != qn("w:tabs"):
            parts.append(node.text or "" if node.tag == qn("w:t") else "\t" if node.tag == qn("w:tab") else "\n")
    return "".join(parts)


def markdown_words(rendered: str) -> str:
    """A document with tables: nothing in it may be read as HTML but the breaks inside the cells."""
    parts = []
    for block in MarkdownIt("commonmark", {"html": True}).enable("table").enable("strikethrough").parse(rendered):
        assert not block.type.startswith(("html", "code", "fence")), block.type
        for child in block.children or ():
            if child.type == "html_inline":
                assert child.content == "<br>"
            parts.append("\n" if child.type.endswith("break") or child.type == "html_inline" else child.content)
        if block.type == "inline":
            parts.append("\n")
    return "".join(parts)


def pdf_text(content: bytes) -> str:
    return "\n".join(page.extract_text() for page in pypdf.PdfReader(io.BytesIO(content)).pages)


def pdf_words(content: bytes) -> str:
    """Without what stands at the foot of a page, wherever a text goes on to the next."""
    return re.sub(r"side \d+ af \d+", "", pdf_text(content))


def xlsx_cells(content: bytes) -> list[Any]:
    book = openpyxl.load_workbook(io.BytesIO(content))
    return [cell.value for sheet in book for row in sheet.iter_rows() for cell in row if cell.value is not None]


def csv_cells(content: str) -> list[str]:
    rows = csv.reader(io.StringIO(content.removeprefix("\ufeff"), newline=""), delimiter=";")
    return [cell for row in rows for cell in row]


def squeezed(text: str) -> str:
    """Without white space: where a page breaks a line is no part of the text."""
    return "".join(text.split())
