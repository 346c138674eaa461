"""Whether a workbook is safe to unpack, before anybody does. Knows zip and its limits, no cell."""

import re
from io import BytesIO
from zipfile import BadZipFile, ZipFile
from zlib import error as zlib_error

from vforlob.errors.importing import NotASpreadsheet, OtherSpreadsheet, SpreadsheetLocked, SpreadsheetTooBig

_MOST_UNPACKED = 150_000_000
_MOST_TEXTS = 60_000_000  # the shared texts are all held in memory
_MOST_PARTS = 2_000
_OLE = b"\xd0\xcf\x11\xe0"
_ENCRYPTED = "EncryptedPackage".encode("utf-16-le")
_OLD_BOOKS = ("Workbook".encode("utf-16-le"), "Book".encode("utf-16-le"))
# An XML that declares entities can be made to grow without end, and no workbook has any.
_DECLARES = re.compile(rb"<!\s*(?:DOCTYPE|ENTITY)", re.IGNORECASE)
_DECLARED_WITHIN = 65_536
_BOOKS = {"xl/workbook.bin": "xlsb", "Index/Document.iwa": "numbers"}


def opened(data: bytes) -> ZipFile:
    """Raises SpreadsheetRefused. What is declared is what can be unpacked: zipfile reads no further."""
    if data.startswith(_OLE):
        raise _in_old_container(data)
    try:
        archive = ZipFile(BytesIO(data))
        _refuse_other_kinds(archive)
        _refuse_bombs(archive)
        _refuse_entities(archive)
    except (BadZipFile, OSError, ValueError, EOFError, NotImplementedError, RuntimeError, zlib_error):
        raise NotASpreadsheet() from None
    return archive


def _in_old_container(data: bytes) -> Exception:
    if _ENCRYPTED in data:
        return SpreadsheetLocked()
    return OtherSpreadsheet("xls") if any(name in data for name in _OLD_BOOKS) else NotASpreadsheet()


def _refuse_other_kinds(archive: ZipFile) -> None:
    names = set(archive.namelist())
    if any(part.flag_bits & 1 for part in archive.infolist()):
        raise SpreadsheetLocked()
    for part, kind in _BOOKS.items():
        if part in names:
            raise OtherSpreadsheet(kind)
    if "mimetype" in names and archive.getinfo("mimetype").file_size < 200:
        if b"opendocument.spreadsheet" in archive.read("mimetype"):
            raise OtherSpreadsheet("ods")
        raise NotASpreadsheet()
    if "[Content_Types].xml" not in names or not any(name.startswith("xl/") for name in names):
        raise NotASpreadsheet()


def _refuse_bombs(archive: ZipFile) -> None:
    parts = archive.infolist()
    texts = sum(part.file_size for part in parts if "sharedstrings" in part.filename.lower())
    if len(parts) > _MOST_PARTS or sum(part.file_size for part in parts) > _MOST_UNPACKED or texts > _MOST_TEXTS:
        raise SpreadsheetTooBig("udpakket", _MOST_UNPACKED)


def _refuse_entities(archive: ZipFile) -> None:
    for part in archive.infolist():
        if part.filename.lower().endswith((".xml", ".rels")):
            with archive.open(part) as opened_part:
                head = opened_part.read(_DECLARED_WITHIN)
            if _DECLARES.search(head) or b"\0" in head:
                raise NotASpreadsheet()
