"""A meeting without people: saves answers through the real store and says ACK when an answer is on the disk.

Run as `python meeting_process.py FOLDER COUNT [ack-first] [agenda NAME] [PRAGMA ...]`. `ack-first` is the mistake the
tests must find: ACK is said before the commit.
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
# Where many answers can be given after each agenda of ours.
PLACES = {
    "opfolgning": (PUNKT, FELT),
    "midtvejs": ("skema", "tekst"),
    "afslutning": ("aftaler", "hvad"),
    "eftervaern": ("aftaler", "hvad"),
    "opkald": ("aftaler", "hvad"),
}
_AGENDA = "agenda "
TRIES = 3


def text_of(number: int) -> str:
    return f"svar {number} æøå " + "x" * (37 * number % 900)


def main(folder: str, count: int, options: list[str]) -> None:
    store = open_store(folder, KEY, lambda: datetime.now(UTC))
    agenda = next((option.removeprefix(_AGENDA) for option in options if option.startswith(_AGENDA)), "opfolgning")
    for pragma in options:
        if pragma != "ack-first" and not pragma.startswith(_AGENDA):
            store.rows(f"PRAGMA {pragma}")
    save = ack_first if "ack-first" in options else answer
    samtale = draft(store, agenda)
    punkt, felt = PLACES[agenda]
    first = store.rows("SELECT coalesce(max(raekke), 0) + 1 FROM svar_nu WHERE samtale = ?", (samtale,))[0][0]
    for number in range(first, first + count):
        if number % 5 == 0:
            half_typed(store, samtale, Key(punkt, felt, number))
        save(store, samtale, Key(punkt, felt, number))
    finish(store, samtale)
    store.close()


def draft(store: Store, agenda: str) -> int:
    found = store.door(Samtale).find(status="kladde")
    if found:
        return found[0].nr
    with store.doing("samtale ny"):
        return store.door(Samtale).add(Samtale(0, agenda, "0" * 64, 1, 1, "2026-11-20")).nr


def answer(store: Store, samtale: int, key: Key) -> None:
    number = key.raekke
    for attempt in range(1, TRIES + 1):
        try:
            save_answer(store, samtale, 1, key, text_of(number))
        except AnswerNotSaved as error:
            say(f"NOT {number}")
            if attempt == TRIES:
                raise error.reason from error
        else:
            say(f"ACK {number}")
            return


def ack_first(store: Store, samtale: int, key: Key) -> None:
    with store.doing("svar"):
        put_answer(store, samtale, 1, key, text_of(key.raekke))
        say(f"ACK {key.raekke}")


def half_typed(store: Store, samtale: int, key: Key) -> None:
    try:
        keep_draft(store, samtale, key, text_of(key.raekke)[:7])
    except VforlobError:
        say(f"NOT {key.raekke}")  # as in a prompt: the text is still on the screen


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
