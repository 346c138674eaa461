"""Seal a key under a passphrase or a recovery code, and open it again. Knows no file and no words."""

import os
from typing import TYPE_CHECKING

from vforlob.errors.key import KeyEnvelopeUnsafe
from vforlob.store.envelope import KEY_BYTES, Cost, Wrapped

if TYPE_CHECKING:
    from cryptography.hazmat.primitives.kdf.argon2 import Argon2id

DEFAULT_COST = Cost(t=3, m=64 * 1024, p=4)  # RFC 9106, the second recommended choice: 0.1-0.3 s
_MOST = Cost(t=10, m=1024 * 1024, p=16)  # a hostile file must not hang the machine
_SALT_BYTES, _NONCE_BYTES = 16, 12
_RECOVERY_INFO = b"vforlob gendannelse v1"


class SealBroken(Exception):
    """Not the right passphrase or code for this box; or the box was changed."""


def preload() -> None:
    """Load what an unlock needs, while the consultant is typing."""
    _from_secret(bytes(1), bytes(1))
    _seal(bytes(KEY_BYTES), b"", "")
    _loaded_argon2()


def check_cost(cost: Cost, *, weak_is_fine: bool) -> None:
    affordable = 1 <= cost.t <= _MOST.t and 1 <= cost.p <= _MOST.p and 8 * cost.p <= cost.m <= _MOST.m
    strong = cost.t >= DEFAULT_COST.t and cost.m >= DEFAULT_COST.m
    if not affordable or not (strong or weak_is_fine):
        raise KeyEnvelopeUnsafe


def wrap_with_passphrase(key: bytes, passphrase: str, cost: Cost, purpose: str) -> Wrapped:
    salt = os.urandom(_SALT_BYTES)
    return Wrapped(salt, _seal(_from_passphrase(passphrase, salt, cost), key, f"adgang {purpose}"))


def unwrap_with_passphrase(wrapped: Wrapped, passphrase: str, cost: Cost, purpose: str) -> bytes:
    return _unseal(_from_passphrase(passphrase, wrapped.salt, cost), wrapped.box, f"adgang {purpose}")


def wrap_with_secret(key: bytes, secret: bytes, purpose: str) -> Wrapped:
    salt = os.urandom(_SALT_BYTES)
    return Wrapped(salt, _seal(_from_secret(secret, salt), key, f"gendan {purpose}"))


def unwrap_with_secret(wrapped: Wrapped, secret: bytes, purpose: str) -> bytes:
    return _unseal(_from_secret(secret, wrapped.salt), wrapped.box, f"gendan {purpose}")


def _from_passphrase(passphrase: str, salt: bytes, cost: Cost) -> bytes:
    kdf = _loaded_argon2()(salt=salt, length=KEY_BYTES, iterations=cost.t, lanes=cost.p, memory_cost=cost.m)
    return kdf.derive(_same_for_every_keyboard(passphrase).encode("utf-8", "surrogatepass"))


def _loaded_argon2() -> "type[Argon2id]":
    from cryptography.hazmat.primitives.kdf.argon2 import Argon2id  # late: 40 ms, and only an unlock needs it

    return Argon2id


def _same_for_every_keyboard(passphrase: str) -> str:
    """å can arrive as one character or as two, and two spaces are not seen."""
    import unicodedata  # late: as above

    return " ".join(unicodedata.normalize("NFC", passphrase).split())


def _from_secret(secret: bytes, salt: bytes) -> bytes:
    from cryptography.hazmat.primitives.hashes import SHA256  # late: as above
    from cryptography.hazmat.primitives.kdf.hkdf import HKDF

    return HKDF(SHA256(), KEY_BYTES, salt, _RECOVERY_INFO).derive(secret)


def _seal(outer: bytes, key: bytes, purpose: str) -> bytes:
    from cryptography.hazmat.primitives.ciphers.aead import ChaCha20Poly1305  # late: as above

    nonce = os.urandom(_NONCE_BYTES)
    return nonce + ChaCha20Poly1305(outer).encrypt(nonce, key, _bound_to(purpose))


def _unseal(outer: bytes, box: bytes, purpose: str) -> bytes:
    from cryptography.exceptions import InvalidTag  # late: as above
    from cryptography.hazmat.primitives.ciphers.aead import ChaCha20Poly1305

    try:
        return ChaCha20Poly1305(outer).decrypt(box[:_NONCE_BYTES], box[_NONCE_BYTES:], _bound_to(purpose))
    except (InvalidTag, ValueError):
        raise SealBroken from None


def _bound_to(purpose: str) -> bytes:
    """One box cannot be moved to where another belongs, nor to a folder of another kind."""
    return f"vforlob-noegle-v1 {purpose}".encode()
