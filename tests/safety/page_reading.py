"""Every byte that a data folder holds, decrypted: database pages in use and free, WAL frames, copies, other files."""

import os
import unicodedata
from collections.abc import Iterable, Iterator
from pathlib import Path

from cryptography.hazmat.primitives.ciphers import Cipher, algorithms, modes

from vforlob.model.text import search_fold

PAGE, RESERVED, VECTOR, SALT = 4096, 80, 16, 16  # of SQLCipher 4
WAL_HEADER, FRAME_HEADER = 32, 24


def everything_in(folder: str | Path, key: bytes) -> bytes:
    """A database is decrypted wherever it lies and whatever it is called; any other file is read as it is."""
    return b"\n".join(_content(Path(place, name), key) for place, _, names in os.walk(folder) for name in sorted(names))


def _content(path: Path, key: bytes) -> bytes:
    data = path.read_bytes()
    if path.name.endswith("-wal"):
        return b"".join(_frames(data, key))
    if ".db" in path.name and not path.name.endswith((".json", "-shm")):
        pages = (data[start : start + PAGE] for start in range(0, len(data), PAGE))
        return b"".join(decrypted_page(page, key, first=not place) for place, page in enumerate(pages))
    return path.name.encode() + b"\n" + data


def _frames(data: bytes, key: bytes) -> Iterator[bytes]:
    for start in range(WAL_HEADER, len(data), FRAME_HEADER + PAGE):
        header, page = data[start : start + FRAME_HEADER], data[start + FRAME_HEADER : start + FRAME_HEADER + PAGE]
        if len(page) == PAGE:
            yield decrypted_page(page, key, first=int.from_bytes(header[:4], "big") == 1)


def decrypted_page(page: bytes, key: bytes, *, first: bool) -> bytes:
    """With a raw key the pages are AES-256-CBC, each with its own vector. Without its seal: the text runs on."""
    body, vector = page[SALT * first : -RESERVED], page[-RESERVED : -RESERVED + VECTOR]
    reader = Cipher(algorithms.AES(key), modes.CBC(vector)).decryptor()
    return reader.update(body) + reader.finalize()


def forms_of(text: str) -> tuple[bytes, ...]:
    """As it may stand somewhere: composed, taken apart, in two bytes a letter, folded for the search."""
    shapes = (text, unicodedata.normalize("NFD", text), search_fold(text))
    wide = (text.encode(coding) for coding in ("utf-16-le", "utf-16-be"))
    return tuple(dict.fromkeys((*(shape.encode() for shape in shapes), *wide)))


def left_in(content: bytes, texts: Iterable[str]) -> list[str]:
    """Those of the texts that stand there in any form."""
    return [text for text in texts if any(form in content for form in forms_of(text))]
