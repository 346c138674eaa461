"""A Word file of the kommune as a template: what may follow from it to a document, what is refused. Knows no data.

A Word file can fetch pictures from the net, hold other files and macros, and carry the names of those who wrote it.
"""

import io
import os
import stat
import zipfile
from collections.abc import Iterator
from typing import Any, NoReturn

import docx
from docx.document import Document
from docx.exceptions import PythonDocxError
from docx.oxml.ns import qn
from lxml import etree

from vforlob.errors.answer import FaultyFile
from vforlob.errors.base import Fault
from vforlob.render.docx.package import KEPT
from vforlob.render.grammar import short

LARGEST_FILE, LARGEST_UNPACKED, MOST_PARTS, LARGEST_PART = 10_000_000, 40_000_000, 300, 3_000_000
NO_WORD_FILE = "Det er ikke en Word-fil. Åbn den i Word, og gem den som Word-dokument (.docx)."
# They are left out without a word: they tell who made the template, where and with what.
LEFT_OUT = frozenset(
    {
        *("extended-properties", "custom-properties", "thumbnail", "customXml", "customXmlProps", "people"),
        *("glossaryDocument", "stylesWithEffects", "printerSettings", "attachedTemplate", "keyMapCustomizations"),
        *("commentsExtended", "commentsIds", "commentsExtensible", "documenttasks", "classificationlabels"),
    }
)
LINKS = ("http://", "https://", "mailto:", "tel:")
FIELDS = frozenset(
    {
        *("PAGE", "NUMPAGES", "SECTION", "SECTIONPAGES", "PAGEREF", "REF", "NOTEREF", "STYLEREF", "TOC", "SEQ"),
        *("HYPERLINK", "DATE", "TIME", "=", "IF", "SYMBOL", "FORMTEXT", "FORMCHECKBOX", "FORMDROPDOWN"),
    }
)


def opened(path: str) -> Document:
    content = _read(path)
    try:
        _check_parts(path, content)
        document = docx.Document(io.BytesIO(content))
        parts = list(document.part.package.iter_parts())
    except (zipfile.BadZipFile, PythonDocxError, LookupError, ValueError, NotImplementedError, RuntimeError, OSError):
        _refuse(path, NO_WORD_FILE)
    except (etree.LxmlError, AttributeError, TypeError, zipfile.LargeZipFile, EOFError):
        _refuse(path, NO_WORD_FILE)
    for source in (document.part.package, *parts):
        _check_relations(path, source)
        root = getattr(source, "_element", None)
        if root is not None:
            _check_root(path, root)
    return document


def _read(path: str) -> bytes:
    try:
        if not stat.S_ISREG(os.stat(path).st_mode):
            _refuse(path, "Det er ikke en almindelig fil.")
        with open(path, "rb") as file:
            content = file.read(LARGEST_FILE + 1)
    except OSError:
        _refuse(path, "Filen kan ikke læses. Er den åben i Word, så luk den, og prøv igen.")
    if len(content) > LARGEST_FILE:
        _refuse(path, "Skabelonen er for stor. Den må højst fylde 10 MB. Gør billederne i den mindre.")
    return content


def _check_parts(path: str, content: bytes) -> None:
    """What is packed tightly may be far larger than the file."""
    with zipfile.ZipFile(io.BytesIO(content)) as packed:
        entries = packed.infolist()
        texts = [entry for entry in entries if entry.filename.lower().endswith((".xml", ".rels"))]
        if len(entries) > MOST_PARTS or sum(entry.file_size for entry in entries) > LARGEST_UNPACKED:
            _refuse(path, "Skabelonen er for stor, når den er pakket ud.")
        if any(entry.file_size > LARGEST_PART for entry in texts):
            _refuse(path, "Der står for meget i skabelonen. Del den op.")
        for entry in texts:
            text = packed.read(entry)
            if b"<!DOCTYPE" in text or b"<!ENTITY" in text or b"\0" in text:
                _refuse(path, NO_WORD_FILE)


def _check_relations(path: str, source: Any) -> None:
    for relation in source.rels.values():
        kind = relation.reltype.rsplit("/", 1)[-1]
        if kind in LEFT_OUT:
            continue
        if relation.is_external and not (kind == "hyperlink" and relation.target_ref.lower().startswith(LINKS)):
            _refuse(path, "Skabelonen henter noget fra et andet sted, fx et billede. Sæt det ind i filen i stedet.")
        if kind == "comments":
            _refuse(path, "Skabelonen har kommentarer. Slet dem alle, og gem den igen.")
        if kind not in KEPT:
            _refuse(path, "Skabelonen rummer et objekt, et diagram eller en makro. Tag det ud, og gem den igen.")


def _check_root(path: str, root: Any) -> None:
    if any(qn("w:author") in element.attrib for element in root.iter()):
        _refuse(path, "Skabelonen har sporede ændringer. Godkend dem alle, og gem den igen.")
    for code in _field_codes(root):
        word = code.split()[0] if code.split() else ""
        if word and word.upper() not in FIELDS and not word.startswith("="):
            _refuse(path, f"Feltet »{short(word)}« fra Word kan ikke bruges i en skabelon. Slet det.")


def _field_codes(root: Any) -> Iterator[str]:
    """Of fields that stand in one piece, and of those that Word has cut up."""
    typed: list[str] = []
    for element in root.iter(qn("w:fldSimple"), qn("w:fldChar"), qn("w:instrText")):
        if element.tag == qn("w:fldSimple"):
            yield element.get(qn("w:instr")) or ""
        elif element.tag == qn("w:instrText"):
            typed.append(element.text or "")
        else:
            yield "".join(typed)
            typed = []
    yield "".join(typed)


def _refuse(path: str, sentence: str) -> NoReturn:
    raise FaultyFile(path, [Fault("", sentence)]) from None
