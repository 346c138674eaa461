"""The key of a data folder: make it, unlock it, change what it is locked with. Knows no screen and no database."""

import os
from collections.abc import Callable

from vforlob.errors.key import NewLockUnproven, WrongPassphrase, WrongRecoveryCode
from vforlob.errors.place import AlreadySetUp
from vforlob.store import recovery
from vforlob.store.envelope import (
    DEMO,
    KEY_BYTES,
    PASSPHRASE,
    RAW_KEY,
    Cost,
    Envelope,
    new_envelope,
    path_of,
    read_envelope,
    verify_key,
    write_envelope,
)
from vforlob.store.files import is_there


def _kept_by_the_caller(_code: str) -> None:
    """For a code that is shown to nobody, as in a rehearsal."""


def create_with_passphrase(
    folder: str, passphrase: str, *, cost: Cost | None = None, kind: str = PASSPHRASE
) -> tuple[bytes, str]:
    """A new random key and its recovery code. The code is kept nowhere: it is shown once, by the caller."""
    from vforlob.store import wrapping  # late: only a passphrase needs cryptography

    _refuse_existing(folder)
    key, secret, cost = os.urandom(KEY_BYTES), recovery.new_secret(), cost or wrapping.DEFAULT_COST
    wrapping.check_cost(cost, weak_is_fine=kind != PASSPHRASE)
    envelope = new_envelope(kind, key)._replace(
        cost=cost,
        passphrase=wrapping.wrap_with_passphrase(key, passphrase, cost, kind),
        recovery=wrapping.wrap_with_secret(key, secret, kind),
    )
    write_envelope(folder, envelope)
    return key, recovery.code_of(secret)


def create_with_raw_key(folder: str, key: bytes, *, kind: str = RAW_KEY) -> None:
    _refuse_existing(folder)
    write_envelope(folder, new_envelope(kind, key))


def unlock_with_passphrase(folder: str, passphrase: str) -> bytes:
    envelope = read_envelope(folder)
    key = _unwrapped(envelope, passphrase)
    verify_key(envelope, key)
    return key


def unlock_with_raw_key(folder: str, key: bytes) -> None:
    """Raises WrongRawKey; works for every kind of folder, since the check is under the key itself."""
    verify_key(read_envelope(folder), key)


def unlock_with_code(folder: str, typed: str) -> bytes:
    from vforlob.store import wrapping  # late: only a recovery code needs cryptography

    secret = recovery.secret_of(typed)
    envelope = read_envelope(folder)
    if envelope.recovery is None:
        raise WrongRecoveryCode
    try:
        key = wrapping.unwrap_with_secret(envelope.recovery, secret, envelope.kind)
    except wrapping.SealBroken:
        raise WrongRecoveryCode from None
    verify_key(envelope, key)
    return key


def change_passphrase(folder: str, key: bytes, passphrase: str) -> None:
    """The database is not touched; the recovery code stays what it was. The old passphrase opens until the new one
    has been tried and is on the disk.
    """
    from vforlob.store import wrapping  # late: only a passphrase needs cryptography

    envelope = read_envelope(folder)
    verify_key(envelope, key)
    cost = envelope.cost or wrapping.DEFAULT_COST
    wrapping.check_cost(cost, weak_is_fine=envelope.kind != PASSPHRASE)
    wrapped = wrapping.wrap_with_passphrase(key, passphrase, cost, envelope.kind)
    if wrapping.unwrap_with_passphrase(wrapped, passphrase, cost, envelope.kind) != key:
        raise NewLockUnproven
    # Read again: another window may have made a new code while this one was computing.
    write_envelope(folder, read_envelope(folder)._replace(cost=cost, passphrase=wrapped))


def renew_recovery_code(folder: str, key: bytes, hand_over: Callable[[str], None] = _kept_by_the_caller) -> str:
    """`hand_over` shows the code and returns when the consultant has it; until then the old one opens, and if it
    raises, for good.
    """
    from vforlob.store import wrapping  # late: only a recovery code needs cryptography

    envelope = read_envelope(folder)
    verify_key(envelope, key)
    secret = recovery.new_secret()
    code = recovery.code_of(secret)
    wrapped = wrapping.wrap_with_secret(key, secret, envelope.kind)
    if wrapping.unwrap_with_secret(wrapped, recovery.secret_of(code), envelope.kind) != key:
        raise NewLockUnproven
    hand_over(code)
    write_envelope(folder, read_envelope(folder)._replace(recovery=wrapped))
    return code


def kind_of_key(folder: str) -> str:
    """ "adgangssaetning", "raanoegle" or "demo"."""
    return read_envelope(folder).kind


def is_test_folder(folder: str) -> bool:
    """Opens with a key file or is the demo: the clock may be set there, and `tjek` marks it."""
    return kind_of_key(folder) in {RAW_KEY, DEMO}


def _unwrapped(envelope: Envelope, passphrase: str) -> bytes:
    from vforlob.store import wrapping  # late: as above

    if envelope.cost is None or envelope.passphrase is None:
        raise WrongPassphrase
    wrapping.check_cost(envelope.cost, weak_is_fine=envelope.kind != PASSPHRASE)
    try:
        return wrapping.unwrap_with_passphrase(envelope.passphrase, passphrase, envelope.cost, envelope.kind)
    except wrapping.SealBroken:
        raise WrongPassphrase from None


def _refuse_existing(folder: str) -> None:
    if is_there(path_of(folder)):
        raise AlreadySetUp(folder)
