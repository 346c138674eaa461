"""Find the key of the data folder: a key file, the keyring, the passphrase. Knows no command and shows no key."""

import os

from vforlob.cli.context import Context
from vforlob.errors.key import KeyEnvelopeDamaged, KeyEnvelopeMissing
from vforlob.store.database import check_database_file
from vforlob.store.envelope import DEMO, RAW_KEY, Envelope, read_envelope
from vforlob.store.keyfile import VARIABLE, demo_key, demo_key_path, read_key_file

_held: tuple[Context, bytes] | None = None


def find_key(context: Context) -> bytes:
    """Asked for once a run. The variable is taken away, so that no program started from here inherits it."""
    global _held
    if _held is None or _held[0] is not context:
        given = os.environ.pop(VARIABLE, "")
        # A demo has its own key: the file that opens her real folder is not for it.
        is_for_here = given and not os.path.exists(demo_key_path(context.folder))
        _held = context, read_key_file(given) if is_for_here else _own_key(context.folder)
    return _held[1]


def held_key(context: Context) -> bytes | None:
    """The key of this run when it has been found; never asks."""
    return _held[1] if _held is not None and _held[0] is context else None


def _own_key(folder: str) -> bytes:
    """What can be said without a key is said before anybody is asked for one."""
    check_database_file(folder)
    envelope = _envelope(folder)
    if envelope.kind == DEMO:
        return demo_key(folder)
    if envelope.kind == RAW_KEY:
        from vforlob.errors.key import KeyFileWanted  # late: the key file was forgotten

        raise KeyFileWanted
    if envelope.in_keyring:
        from vforlob.store.keyring_copy import fetch  # late: 70 ms, and only for those who chose it

        copy = fetch(folder)
        if copy is not None:
            return copy
    return _asked(folder)


def _envelope(folder: str) -> Envelope:
    try:
        return read_envelope(folder)
    except (KeyEnvelopeMissing, KeyEnvelopeDamaged) as lost:
        from vforlob.cli.adgang_lost import envelope_from_copy  # late: hardly ever

        return envelope_from_copy(folder, lost)


def _asked(folder: str) -> bytes:
    from threading import Thread  # late: only for a passphrase

    from vforlob.cli.adgang_proof import opened_by_typing
    from vforlob.cli.secret import require_terminal
    from vforlob.store.wrapping import preload

    require_terminal()
    Thread(target=preload, daemon=True).start()
    opened = opened_by_typing(folder, "Adgangssætning: ")
    if opened.by_code:
        _offer_new_passphrase(folder, opened.key)
    return opened.key


def _offer_new_passphrase(folder: str, key: bytes) -> None:
    """The code stays as it was. Leaving here leaves the old passphrase."""
    from vforlob.actions.adgang import give_new_passphrase  # late: hardly ever
    from vforlob.actions.asking import ALONE
    from vforlob.cli.adgang_screens import tell_new_passphrase
    from vforlob.cli.ask import asker
    from vforlob.cli.context import context
    from vforlob.cli.passphrases import choose_passphrase
    from vforlob.cli.show import err

    err("Gendannelseskoden passer. Vælg en ny adgangssætning; koden gælder stadig.")
    tell_new_passphrase(give_new_passphrase(folder, key, choose_passphrase(asker(context(), ALONE))))
