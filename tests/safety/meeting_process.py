"""Meetings without people: save answers through the real store and say ACK when an answer is on the disk.

Run as `python meeting_process.py FOLDER COUNT [meetings N] [ack-first] [agenda NAME] [PRAGMA ...]`: N meetings of COUNT
answers, one after the other. `ack-first` is the mistake the tests must find: ACK is said before the commit.
"""

import os
import sys
from collections.abc import Callable, Sequence
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
ACK_FIRST = "ack-first"
_AGENDA, _MEETINGS = "agenda ", "meetings "
TRIES = 3

Save = Callable[[Store, int, Key], None]


def text_of(number: int) -> str:
    return f"svar {number} æøå " + "x" * (37 * number % 900)


def main(argv: Sequence[str]) -> int:
    folder, count, options = argv[0], int(argv[1]), argv[2:]
    try:
        hold_meetings(folder, count, options)
    except VforlobError as error:
        os.writev(2, [f"{type(error).__name__}\n".encode()])
        return error.exit_code
    return 0


def hold_meetings(folder: str, count: int, options: Sequence[str]) -> None:
    store = open_store(folder, KEY, lambda: datetime.now(UTC))
    for pragma in options:
        if pragma != ACK_FIRST and not pragma.startswith((_AGENDA, _MEETINGS)):
            store.rows(f"PRAGMA {pragma}")
    for _ in range(int(_option(options, _MEETINGS, "1"))):
        hold_meeting(
            store, _option(options, _AGENDA, "opfolgning"), count, ack_first if ACK_FIRST in options else answer
        )
    store.close()


def _option(options: Sequence[str], name: str, otherwise: str) -> str:
    return next((option.removeprefix(name) for option in options if option.startswith(name)), otherwise)


def hold_meeting(store: Store, agenda: str, count: int, save: Save) -> None:
    samtale = draft(store, agenda)
    punkt, felt = PLACES[agenda]
    first = store.rows("SELECT coalesce(max(raekke), 0) + 1 FROM svar_nu WHERE samtale = ?", (samtale,))[0][0]
    for number in range(first, max(first, count + 1)):
        if number % 5 == 0:
            half_typed(store, samtale, Key(punkt, felt, number))
        save(store, samtale, Key(punkt, felt, number))
    finish(store, samtale)


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
            say(f"NOT {samtale} {number}")
            if attempt == TRIES:
                raise error.reason from error
        else:
            say(f"ACK {samtale} {number}")
            return


def ack_first(store: Store, samtale: int, key: Key) -> None:
    with store.doing("svar"):
        put_answer(store, samtale, 1, key, text_of(key.raekke))
        say(f"ACK {samtale} {key.raekke}")


def half_typed(store: Store, samtale: int, key: Key) -> None:
    try:
        keep_draft(store, samtale, key, text_of(key.raekke)[:7])
    except VforlobError:
        say(f"NOT {samtale} {key.raekke}")  # as in a prompt: the text is still on the screen


def finish(store: Store, samtale: int) -> None:
    """The lock and its effects, in one transaction."""
    with store.doing("samtale faerdig"):
        store.door(Samtale).change(samtale, status="faerdig", udgave=1, kladde_udgave=None)
        store.door(Aftale).change(1, status="gjort", grund=f"samtale {samtale}")
        store.door(Aftale).add(Aftale(0, 1, 1, f"aftale af samtale {samtale}", samtale=samtale))
    say(f"DONE {samtale}")
    write_head(store)


def say(line: str) -> None:
    os.writev(1, [f"{line}\n".encode()])  # not the call that the tests make fail


if __name__ == "__main__":
    os.umask(0o077)
    sys.exit(main(sys.argv[1:]))
