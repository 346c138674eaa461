"""A copy of the key in the keyring of the operating system, for those who asked for it. Never the only copy."""

from typing import Any, Protocol

from vforlob.errors.key import NoKeyring, WrongRawKey
from vforlob.store.envelope import read_envelope, verify_key, write_envelope

SERVICE = "vforlob"
# Those that lock with the user's own log-in. Others keep passwords in a plain file.
_TRUSTED = (
    "keyring.backends.Windows",
    "keyring.backends.macOS",
    "keyring.backends.SecretService",
    "keyring.backends.libsecret",
    "keyring.backends.kwallet",
)
_HERE_ONLY = "local machine"  # Windows: else the key follows a roaming profile to the kommune's servers


class Backend(Protocol):
    """The three calls of a keyring; keyring's own backends have them."""

    def get_password(self, service: str, username: str) -> str | None: ...
    def set_password(self, service: str, username: str, password: str) -> None: ...
    def delete_password(self, service: str, username: str) -> None: ...


def keep(folder: str, key: bytes, backend: Backend | None = None) -> None:
    """Read back before noegle.json says that it is there. Raises NoKeyring."""
    envelope = read_envelope(folder)
    verify_key(envelope, key)
    keyring = backend or system_keyring()
    _asked(keyring.set_password, SERVICE, envelope.mark, key.hex())
    if _asked(keyring.get_password, SERVICE, envelope.mark) != key.hex():
        raise NoKeyring
    write_envelope(folder, envelope._replace(in_keyring=True))


def fetch(folder: str, backend: Backend | None = None) -> bytes | None:
    """None when it was never put there, is gone, or is not the key of this folder: then the passphrase is asked for."""
    envelope = read_envelope(folder)
    if not envelope.in_keyring:
        return None
    try:
        text = _asked((backend or system_keyring()).get_password, SERVICE, envelope.mark)
        key = bytes.fromhex(text or "")
        verify_key(envelope, key)
    except (NoKeyring, ValueError, WrongRawKey):
        return None
    return key


def forget(folder: str, backend: Backend | None = None) -> None:
    """noegle.json first: from then on nobody looks there."""
    envelope = read_envelope(folder)
    write_envelope(folder, envelope._replace(in_keyring=False))
    keyring = backend or system_keyring()
    if _asked(keyring.get_password, SERVICE, envelope.mark) is not None:
        _asked(keyring.delete_password, SERVICE, envelope.mark)


def system_keyring() -> Any:
    """The best keyring of this machine that we trust. Raises NoKeyring."""
    try:
        import keyring  # late: 70 ms, and 50 more for the look-up

        chosen = keyring.get_keyring()
    except Exception:
        raise NoKeyring from None
    for backend in getattr(chosen, "backends", (chosen,)):
        if type(backend).__module__ in _TRUSTED:
            if hasattr(backend, "persist"):
                backend.persist = _HERE_ONLY
            return backend
    raise NoKeyring


def _asked(call: Any, *values: str) -> Any:
    """Each operating system has errors of its own, and all of them mean that there is no keyring for us now."""
    try:
        return call(*values)
    except Exception:
        raise NoKeyring from None
