"""A meeting without people: saves answers through the real store and says ACK when an answer is on the disk.

Run as `python meeting_process.py FOLDER COUNT [ack-first] [PRAGMA ...]`. `ack-first` is the mistake the tests must
find: ACK is said before the commit.
"""

import os
import sys
from datetime import UTC, datetime

from vforlob.errors.base import VforlobError
from vforlob.errors.store import AnswerNotSaved
from vforlob.model.aftale import Aftale
from vforlob.model.answers import Key
from vforlob.model.samtale import Samtale
from vforlob.store.answers import keep_draft, put_answer, save_answer
from vforlob.store.chain import write_head
from vforlob.store.open import open_store
from vforlob.store.store import Store

KEY = bytes(range(32))
PUNKT, FELT = "opgaver", "tekst"
TRIES = 3


def text_of(number: int) -> str:
    return f"svar {number} æøå " + "x" * (37 * number % 900)


def main(folder: str, count: int, options: list[str]) -> None:
    store = open_store(folder, KEY, lambda: datetime.now(UTC))
    for pragma in options:
        if pragma != "ack-first":
            store.rows(f"PRAGMA {pragma}")
    save = ack_first if "ack-first" in options else answer
    samtale = draft(store)
    first = store.rows("SELECT coalesce(max(raekke), 0) + 1 FROM svar_nu WHERE samtale = ?", (samtale,))[0][0]
    for number in range(first, first + count):
        if number % 5 == 0:
            half_typed(store, samtale, number)
        save(store, samtale, number)
    finish(store, samtale)
    store.close()


def draft(store: Store) -> int:
    found = store.door(Samtale).find(status="kladde")
    if found:
        return found[0].nr
    with store.doing("samtale ny"):
        return store.door(Samtale).add(Samtale(0, "opfolgning", "0" * 64, 1, 1, "2026-11-20")).nr


def answer(store: Store, samtale: int, number: int) -> None:
    for attempt in range(1, TRIES + 1):
        try:
            save_answer(store, samtale, 1, Key(PUNKT, FELT, number), text_of(number))
        except AnswerNotSaved as error:
            say(f"NOT {number}")
            if attempt == TRIES:
                raise error.reason from error
        else:
            say(f"ACK {number}")
            return


def ack_first(store: Store, samtale: int, number: int) -> None:
    with store.doing("svar"):
        put_answer(store, samtale, 1, Key(PUNKT, FELT, number), text_of(number))
        say(f"ACK {number}")


def half_typed(store: Store, samtale: int, number: int) -> None:
    try:
        keep_draft(store, samtale, Key(PUNKT, FELT, number), text_of(number)[:7])
    except VforlobError:
        say(f"NOT {number}")  # as in a prompt: the text is still on the screen


def finish(store: Store, samtale: int) -> None:
    """The lock and its effects, in one transaction."""
    with store.doing("samtale faerdig"):
        store.door(Samtale).change(samtale, status="faerdig", udgave=1, kladde_udgave=None)
        store.door(Aftale).change(1, status="gjort", grund=f"samtale {samtale}")
        store.door(Aftale).add(Aftale(0, 1, 1, f"aftale af samtale {samtale}", samtale=samtale))
    say(f"DONE {samtale}")
    write_head(store)


def say(line: str) -> None:
    os.write(1, f"{line}\n".encode())


if __name__ == "__main__":
    os.umask(0o077)
    try:
        main(sys.argv[1], int(sys.argv[2]), sys.argv[3:])
    except VforlobError as error:
        os.write(2, f"{type(error).__name__}\n".encode())
        sys.exit(error.exit_code)
