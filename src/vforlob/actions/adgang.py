"""What opens the folder, and how it is changed. Knows no screen and never holds what was typed longer than a call."""

from collections.abc import Callable
from typing import NamedTuple

from vforlob.actions.settings import setting
from vforlob.errors.adgang import LockMinutesUnfit
from vforlob.model.accounts import Indstilling
from vforlob.store.copied_envelopes import Followed, old_envelopes, renew_envelopes
from vforlob.store.envelope import read_envelope
from vforlob.store.key import change_passphrase, renew_recovery_code
from vforlob.store.store import Store

MINUTES = "laas:minutter"
USUAL_MINUTES, FEWEST_MINUTES, MOST_MINUTES = 10, 1, 60


class Access(NamedTuple):
    """`kind` is of the envelope; `old_copies` how many copies still open with an earlier passphrase or code."""

    kind: str
    in_keyring: bool
    old_copies: int


def access_of(folder: str) -> Access:
    """What can be said without a key."""
    envelope = read_envelope(folder)
    return Access(envelope.kind, envelope.in_keyring, len(old_envelopes(folder)))


def give_new_passphrase(folder: str, key: bytes, passphrase: str) -> Followed:
    """noegle.json first, in one step, then the copies."""
    change_passphrase(folder, key, passphrase)
    return renew_envelopes(folder)


def give_new_code(folder: str, key: bytes, hand_over: Callable[[str], None]) -> Followed:
    """The same. `hand_over` returns when the consultant has the new code on paper; before that the old one opens."""
    renew_recovery_code(folder, key, hand_over)
    return renew_envelopes(folder)


def lock_minutes(store: Store) -> int:
    """How long the menu waits for somebody; what cannot be one of ours counts as never set."""
    kept = setting(store, MINUTES)
    return int(kept) if kept.isdecimal() and FEWEST_MINUTES <= int(kept) <= MOST_MINUTES else USUAL_MINUTES


def keep_lock_minutes(store: Store, minutes: int) -> None:
    with store.doing("lås af menuen"):
        store.door(Indstilling).add(Indstilling(0, MINUTES, str(minutes), store.now().date().isoformat()))


def read_minutes(typed: str) -> int:
    """Raises LockMinutesUnfit."""
    text = typed.strip()
    if not (text.isascii() and text.isdecimal() and len(text) <= 2 and FEWEST_MINUTES <= int(text) <= MOST_MINUTES):
        raise LockMinutesUnfit
    return int(text)
