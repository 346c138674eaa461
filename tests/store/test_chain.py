"""The chain over the events names what was edited, removed or moved, and still holds when a person is deleted."""

import json
import os
import shutil
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import datetime

import pytest

from building import make_borger, make_case, make_samtale
from vforlob.model.answers import Key
from vforlob.store.answers import save_answer
from vforlob.store.chain import (
    BROKEN,
    EDITED,
    HEAD_FILE,
    LOST,
    MISSING,
    REPLACED,
    Break,
    read_head,
    redact,
    verify,
    write_head,
)
from vforlob.store.open import open_store
from vforlob.store.store import Store

IMMUTABLE = ("uid", "gruppe", "art", "emne", "tid_utc", "forskydning", "ur_flag", "forpligt")
COLUMNS = "uid, gruppe, art, emne, emne_nr, sted, tid_utc, forskydning, ur_flag, salt, indhold, forpligt, kaede"


@pytest.fixture
def written(store: Store) -> Store:
    samtale = make_samtale(store, make_case(store)).nr
    for number in range(20):
        save_answer(store, samtale, 1, Key("opgaver", "opgave", number + 1), f"svar {number}")
    return store


@contextmanager
def tampering(store: Store) -> Iterator[Store]:
    """As somebody with the key and an editor would: without the triggers."""
    names = [row[0] for row in store.rows("SELECT name FROM sqlite_master WHERE type = 'trigger'")]
    store.rows("BEGIN IMMEDIATE")
    for name in names:
        store.rows(f"DROP TRIGGER {name}")
    yield store
    store.rows("COMMIT")


def last_nr(store: Store) -> int:
    return int(store.rows("SELECT max(nr) FROM haendelse")[0][0])


def test_what_was_written_holds(written: Store) -> None:
    verdict = verify(written)

    assert verdict == (last_nr(written), 0, None, ())


@pytest.mark.parametrize("column", ["indhold", "emne_nr", "sted", "salt"])
def test_edited_content_is_named(written: Store, column: str) -> None:
    with tampering(written):
        written.rows(f"UPDATE haendelse SET {column} = {column} || '1' WHERE nr = 7 AND typeof({column}) = 'text'")
        written.rows(f"UPDATE haendelse SET {column} = {column} + 1 WHERE nr = 7 AND typeof({column}) = 'integer'")
        written.rows(f"UPDATE haendelse SET {column} = x'00' WHERE nr = 7 AND typeof({column}) = 'blob'")

    assert verify(written).breaks == (Break(7, EDITED),)


@pytest.mark.parametrize("column", IMMUTABLE)
def test_every_other_column_is_covered(written: Store, column: str) -> None:
    with tampering(written):
        written.rows(f"UPDATE haendelse SET {column} = {column} || '1' WHERE nr = 7 AND typeof({column}) = 'text'")
        written.rows(f"UPDATE haendelse SET {column} = {column} + 1 WHERE nr = 7 AND typeof({column}) = 'integer'")
        written.rows(f"UPDATE haendelse SET {column} = x'00' WHERE nr = 7 AND typeof({column}) = 'blob'")

    assert Break(7, BROKEN) in verify(written).breaks


def test_a_removed_row_is_named(written: Store) -> None:
    with tampering(written):
        written.rows("DELETE FROM haendelse WHERE nr = 7")

    assert verify(written).breaks == (Break(7, MISSING),)


def test_swapped_rows_are_named(written: Store) -> None:
    with tampering(written):
        seven, nine = (written.rows(f"SELECT {COLUMNS} FROM haendelse WHERE nr = {nr}")[0] for nr in (7, 9))
        for nr, row in ((7, nine), (9, seven)):
            written.rows(f"UPDATE haendelse SET ({COLUMNS}) = ({', '.join('?' * 13)}) WHERE nr = {nr}", row)

    broken = {found.nr for found in verify(written).breaks}
    assert {7, 9} <= broken <= {7, 8, 9, 10}


def test_redacted_events_tell_nothing_and_the_chain_holds(written: Store) -> None:
    with written.doing("slet"):
        redact(written, [5, 6, 7])

    verdict = verify(written)
    assert (verdict.redacted, verdict.breaks) == (3, ())
    left = written.rows("SELECT emne_nr, sted, salt, indhold FROM haendelse WHERE nr BETWEEN 5 AND 7")
    assert left == [(None, None, None, None)] * 3


@pytest.mark.parametrize(
    "sql",
    [
        "DELETE FROM haendelse WHERE nr = 7",
        "UPDATE haendelse SET indhold = '{}' WHERE nr = 7",
        "UPDATE haendelse SET indhold = NULL WHERE nr = 7",
        "UPDATE haendelse SET salt = NULL, indhold = NULL, emne_nr = NULL, sted = NULL, art = 'x' WHERE nr = 7",
        "UPDATE haendelse SET salt = NULL, indhold = NULL, emne_nr = NULL, sted = NULL, nr = 700 WHERE nr = 7",
        f"REPLACE INTO haendelse(nr, {COLUMNS}) SELECT nr, {COLUMNS} FROM haendelse WHERE nr = 7",
        f"INSERT INTO haendelse(nr, {COLUMNS}) SELECT 1000, {COLUMNS} FROM haendelse WHERE nr = 7",
    ],
)
def test_events_are_only_added(written: Store, sql: str) -> None:
    with pytest.raises(Exception, match="haendelse"):
        written.rows(sql)

    assert verify(written).breaks == ()


def test_the_head_is_written_when_the_store_is_closed(
    folder: str, key: bytes, clock: Callable[[], datetime], written: Store
) -> None:
    newest = last_nr(written)
    written.close()

    with open_store(folder, key, clock) as again:
        assert verify(again) == (newest, 0, newest, ())
    assert oct(os.stat(os.path.join(folder, HEAD_FILE)).st_mode & 0o777) == "0o600"


def test_reading_alone_leaves_the_head_be(
    folder: str, key: bytes, clock: Callable[[], datetime], written: Store
) -> None:
    written.close()
    before = os.stat(os.path.join(folder, HEAD_FILE)).st_mtime_ns

    with open_store(folder, key, clock) as again:
        verify(again)

    assert os.stat(os.path.join(folder, HEAD_FILE)).st_mtime_ns == before


def test_an_older_database_in_its_place_is_found_out(
    folder: str, key: bytes, clock: Callable[[], datetime], written: Store, tmp_path: str
) -> None:
    database, older = os.path.join(folder, "vforlob.db"), os.path.join(tmp_path, "older.db")
    written.close()
    shutil.copy(database, older)
    with open_store(folder, key, clock) as again:
        newest = last_nr(again)
        make_borger(again)
    shutil.copy(older, database)

    with open_store(folder, key, clock) as rolled_back:
        assert verify(rolled_back).breaks == (Break(newest, LOST),)
        make_borger(rolled_back)
        assert verify(rolled_back).breaks == (Break(newest + 1, REPLACED),)


def test_a_slower_window_does_not_take_the_head_back(written: Store) -> None:
    write_head(written)
    path = os.path.join(written.folder, HEAD_FILE)
    with open(path, encoding="utf-8") as file:
        ahead = json.load(file) | {"nr": 10_000}
    with open(path, "w", encoding="utf-8") as file:
        json.dump(ahead, file)

    write_head(written)

    head = read_head(written.folder)
    assert head is not None
    assert head.nr == 10_000


@pytest.mark.parametrize("content", [b"", b"{}", b"[1]", b'{"nr": "x", "kaede": 1}', b"\xff"])
def test_a_head_nobody_can_read_is_no_head(written: Store, content: bytes) -> None:
    with open(os.path.join(written.folder, HEAD_FILE), "wb") as file:
        file.write(content)

    assert verify(written).head is None
