"""Read a PDF back with pypdf: its words, its tree of tags, what it says of itself."""

import re
from collections.abc import Iterator
from io import BytesIO
from typing import Any

from pypdf import PdfReader

NUMBER = re.compile(r"side \d+ af \d+$")


def opened(pdf: bytes) -> PdfReader:
    return PdfReader(BytesIO(pdf), strict=True)


def squeezed(text: str) -> str:
    """Without white space: a page breaks its lines where it likes."""
    return "".join(text.split())


def words(pdf: bytes) -> str:
    """All of it but the numbers of the pages, squeezed."""
    return squeezed("".join(NUMBER.sub("", page.extract_text().rstrip()) for page in opened(pdf).pages))


def lines(pdf: bytes) -> list[list[str]]:
    """The lines of each page, blank ones left out."""
    pages = (page.extract_text().split("\n") for page in opened(pdf).pages)
    return [[line.strip() for line in page if line.strip()] for page in pages]


def tags(pdf: bytes) -> list[tuple[str, Any]]:
    """Every tag in the order it is read, with its own dictionary."""
    return list(_below(opened(pdf).trailer["/Root"]["/StructTreeRoot"]["/K"]))  # type: ignore[index]


def _below(node: Any) -> Iterator[tuple[str, Any]]:
    node = node.get_object()
    if isinstance(node, list):
        for part in node:
            yield from _below(part)
    elif isinstance(node, dict) and "/S" in node:
        yield str(node["/S"])[1:], node
        if "/K" in node:
            yield from _below(node["/K"])


def fonts(pdf: bytes) -> list[Any]:
    found = []
    for page in opened(pdf).pages:
        for font in page["/Resources"].get("/Font", {}).values():  # type: ignore[index]
            inner = font.get_object()["/DescendantFonts"][0].get_object()
            found.append(inner["/FontDescriptor"].get_object())
    return found
