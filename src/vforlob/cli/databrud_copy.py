"""Open a copy to look at: its file, its envelope, and what was typed to open it. Writes nothing. Knows no document."""

import os
from contextlib import suppress

from vforlob.cli.context import context
from vforlob.errors.base import VforlobError
from vforlob.errors.fortegnelse import NoCopyThere
from vforlob.errors.key import KeyFileWanted, WrongPassphrase
from vforlob.store.copies import COPIES, Copy, copies_in, list_copies
from vforlob.store.copies_manifest import DATABASE
from vforlob.store.envelope import DEMO, RAW_KEY, Envelope, path_of, read_envelope_file, verify_key
from vforlob.store.keyfile import VARIABLE, demo_key, read_key_file

TRIES = 3


def copy_at(typed: str) -> Copy:
    """The copy that was named; of a folder with copies, or a data folder with kopier/ in it, the newest."""
    path = os.path.abspath(os.path.expanduser(typed))
    if os.path.isdir(path):
        found = copies_in(path) or list_copies(path)
    else:
        found = tuple(it for it in copies_in(os.path.dirname(path)) if it.path == path)
        if not found and os.path.isfile(path) and path.endswith(DATABASE):
            found = (Copy(path, "", 0, "", os.path.getsize(path)),)
    if not found:
        raise NoCopyThere(path)
    return found[0]


def envelope_of(copy: Copy) -> Envelope | None:
    """That of the copy, or else of the folder it lies in kopier/ of. None where there is none to read."""
    for path in (copy.envelope, path_of(_above(copy))):
        with suppress(VforlobError, OSError):
            return read_envelope_file(path)
    return None


def key_of(copy: Copy, envelope: Envelope) -> bytes:
    """From the key file, or typed: the passphrase or the recovery code. Raises what says why not."""
    given = os.environ.pop(VARIABLE, "")  # no program started from here inherits it
    if given:
        key = read_key_file(given)
        verify_key(envelope, key)
        return key
    if envelope.kind == DEMO:
        return demo_key(_above(copy))
    if envelope.kind == RAW_KEY:
        raise KeyFileWanted
    return _typed(envelope)


def _typed(envelope: Envelope) -> bytes:
    from vforlob.cli.secret import read_secret, require_terminal  # late: a key file asks nothing
    from vforlob.cli.show import err  # likewise

    require_terminal()
    for left in reversed(range(TRIES)):
        key = unwrapped(envelope, read_secret("Adgangssætning eller gendannelseskode: "))
        if key is not None:
            verify_key(envelope, key)
            return key
        if left:
            err("Det passer ikke til kopien. Det kan være en ældre sætning, der passer. Prøv igen.")
    raise WrongPassphrase(TRIES)


def unwrapped(envelope: Envelope, typed: str) -> bytes | None:
    """None when neither the passphrase nor the recovery code is what was typed."""
    from vforlob.store import recovery, wrapping  # late: as above

    try:
        if envelope.recovery is not None and recovery.looks_like_code(typed):
            return wrapping.unwrap_with_secret(envelope.recovery, recovery.secret_of(typed), envelope.kind)
        if envelope.cost is None or envelope.passphrase is None:
            return None
        wrapping.check_cost(envelope.cost, weak_is_fine=envelope.kind != "adgangssaetning")
        return wrapping.unwrap_with_passphrase(envelope.passphrase, typed, envelope.cost, envelope.kind)
    except (wrapping.SealBroken, VforlobError):
        return None


def _above(copy: Copy) -> str:
    """The data folder, when the copy lies in its kopier/."""
    place = os.path.dirname(copy.path)
    return os.path.dirname(place) if os.path.basename(place) == COPIES else context().folder
