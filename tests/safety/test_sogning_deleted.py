"""Who is deleted stands on no page of the database file: not in the texts, not in the words of the index."""

import os
from collections.abc import Callable
from datetime import datetime

import pytest
from cryptography.hazmat.primitives.ciphers import Cipher, algorithms, modes

from building import make_borger
from vforlob.model.kontakt import Kontakt
from vforlob.store.database import NAME
from vforlob.store.open import create_store
from vforlob.store.sogning_index import catch_up

PAGE, RESERVED, VECTOR, SALT = 4096, 80, 16, 16  # of SQLCipher 4
CANARIES = [f"xq{nr}kanarie{nr}zw" for nr in range(200)]
pytestmark = pytest.mark.safety


def test_nothing_is_left_on_any_page(folder: str, key: bytes, clock: Callable[[], datetime]) -> None:
    with create_store(folder, key, clock) as store:
        kept = make_borger(store, alias="K-1", andet="blivertilbage")
        gone = [make_borger(store, alias=f"X-{nr}").nr for nr in range(20)]
        with store.doing("kontakt"):
            for place, canary in enumerate(CANARIES):
                tekst = f"Hun sagde {canary} og mere. " * 3
                store.door(Kontakt).add(Kontakt(0, gone[place % 20], None, "2026-11-02", tekst=tekst))
        catch_up(store)
        store.checkpoint()
        before = decrypted(folder, key)

        with store.doing("slet"):
            for nr in gone:
                store.rows("DELETE FROM kontakt WHERE borger = ?", (nr,))
                store.rows("DELETE FROM til_journal WHERE emne = 'kontakt'")
                store.rows("DELETE FROM borger WHERE nr = ?", (nr,))
            store.rows(  # as a deletion for good empties them
                "UPDATE haendelse SET indhold = NULL, salt = NULL, emne_nr = NULL, sted = NULL"
                " WHERE emne = 'kontakt' OR (emne = 'borger' AND emne_nr <> ?)",
                (kept.nr,),
            )
        store.checkpoint()
        after = decrypted(folder, key)
        left = store.rows("SELECT count(*) FROM sogetekst WHERE borger <> ?", (kept.nr,))[0][0]

    assert all(canary.encode() in before for canary in CANARIES)
    assert [canary for canary in CANARIES if canary.encode() in after] == []
    assert left == 0
    assert b"blivertilbage" in after
    assert b"kanarie" not in after, "the words of the index are kept in pieces"


def test_what_was_looked_for_stands_on_no_page(folder: str, key: bytes, clock: Callable[[], datetime]) -> None:
    from vforlob.actions.find import find_texts

    with create_store(folder, key, clock) as store:
        make_borger(store, alias="K-1", andet="en pause")
        for typed in ("hemmeligsøgning", "pause hemmeligsøgning", '"hemmeligsøgning', "hemmeligs*"):
            find_texts(store, typed)
        store.checkpoint()
        noted = store.rows("SELECT handling, borger FROM opslag")
        pages = decrypted(folder, key)

    assert noted == [("søgt", None)] * 4
    assert b"hemmeligs" not in pages


def decrypted(folder: str, key: bytes) -> bytes:
    """Every page of the file, the free ones too. With a raw key the pages are AES-256-CBC, each with its own vector."""
    with open(os.path.join(folder, NAME), "rb") as file:
        data = file.read()
    assert os.path.getsize(os.path.join(folder, f"{NAME}-wal")) == 0
    pages = []
    for start in range(0, len(data), PAGE):
        page = data[start : start + PAGE]
        body, vector = page[SALT * (start == 0) : -RESERVED], page[-RESERVED : -RESERVED + VECTOR]
        reader = Cipher(algorithms.AES(key), modes.CBC(vector)).decryptor()
        pages.append(reader.update(body) + reader.finalize())
    return b"".join(pages)
