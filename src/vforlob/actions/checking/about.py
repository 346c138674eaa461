"""What support needs to know of a data folder: versions, sizes and counts. Nothing of anybody, and no path."""

import os
from collections.abc import Callable, Mapping
from datetime import datetime
from typing import NamedTuple

from vforlob.errors.base import VforlobError
from vforlob.store.copies import list_copies
from vforlob.store.copies_manifest import read_manifest
from vforlob.store.database import NAME, check_database_file
from vforlob.store.envelope import read_envelope
from vforlob.store.schema import VERSION

# What is counted, by table, and its words on a screen.
COUNTED = {
    "borger": ("borger", "borgere"),
    "virksomhed": ("virksomhed", "virksomheder"),
    "forlob": ("forløb", "forløb"),
    "samtale": ("samtale", "samtaler"),
    "svar_nu": ("svar", "svar"),
    "haendelse": ("hændelse", "hændelser"),
}


class Copies(NamedTuple):
    """`newest` is UTC text, "" where there is none."""

    number: int
    bytes: int
    newest: str


class About(NamedTuple):
    """`kind` of the key, "" where it cannot be told. `schema` and `counts` are of the database, or of the newest copy
    (`of_copy` is then its time); None and empty where neither can be read. `refused` is why it was not opened.
    """

    kind: str
    in_keyring: bool
    bytes: int | None
    known_schema: int
    schema: int | None
    counts: Mapping[str, int]
    of_copy: str
    copies: Copies
    refused: VforlobError | None
    asked: bool


def about(folder: str, key: Callable[[], bytes | None], now: Callable[[], datetime]) -> About:
    """`key` gives None where somebody would have to be asked for it; it is called once, and may raise."""
    kind, in_keyring, refused = "", False, None
    schema: int | None = None
    counts: Mapping[str, int] = {}
    of_copy, asked = "", True
    try:
        check_database_file(folder)
        envelope = read_envelope(folder)
        kind, in_keyring = envelope.kind, envelope.in_keyring
        found = key()
        asked = found is not None
        if found is not None:
            schema, counts = _inside(folder, found, now)
    except VforlobError as error:
        refused = error
    copies = list_copies(folder)
    manifest = read_manifest(copies[0].manifest) if copies and not counts else None
    if manifest is not None:
        schema, counts, of_copy = manifest.skema, _wanted(manifest.raekker), manifest.tid
    there = Copies(len(copies), sum(copy.bytes for copy in copies), copies[0].tid if copies else "")
    return About(kind, in_keyring, _size(folder), VERSION, schema, counts, of_copy, there, refused, asked)


def _inside(folder: str, key: bytes, now: Callable[[], datetime]) -> tuple[int, Mapping[str, int]]:
    from vforlob.store.checking import schema_of, twin_of  # late: what can be told without a key needs none of it
    from vforlob.store.copies_state import counts_of
    from vforlob.store.database import open_database
    from vforlob.store.session import Session

    with twin_of(folder) as twin:
        schema = schema_of(twin, key)
        session = Session(lambda: open_database(twin, key, newest=VERSION), twin, now)
        try:
            return schema, _wanted(counts_of(session))
        finally:
            session.close()


def _wanted(counts: Mapping[str, int]) -> Mapping[str, int]:
    return {table: counts[table] for table in COUNTED if table in counts}


def _size(folder: str) -> int | None:
    try:
        return os.lstat(os.path.join(folder, NAME)).st_size
    except OSError:
        return None
