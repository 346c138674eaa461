"""The key for a copy that is to be restored: a key file, the keyring, a passphrase. Opens no database."""

import os

from vforlob.actions.restore import Wanted
from vforlob.store.envelope import DEMO, RAW_KEY, verify_key
from vforlob.store.keyfile import VARIABLE, demo_key, read_key_file


def key_for(folder: str, home: str, wanted: Wanted) -> bytes:
    """`home` is where the noegle.json lies that the key is locked in. The variable is taken away, as in a start."""
    given = os.environ.pop(VARIABLE, "")
    kind = wanted.envelope.kind
    if kind == DEMO:
        return demo_key(folder)
    if given:
        key = read_key_file(given)
        verify_key(wanted.envelope, key)
        return key
    if kind == RAW_KEY:
        from vforlob.errors.key import KeyFileWanted  # the key file was forgotten

        raise KeyFileWanted
    return _held_or_typed(home, wanted)


def _held_or_typed(home: str, wanted: Wanted) -> bytes:
    from vforlob.cli.adgang_proof import opened_by_typing  # only a folder with a passphrase needs it
    from vforlob.cli.secret import require_terminal

    if wanted.is_own and wanted.envelope.in_keyring:
        from vforlob.store.keyring_copy import fetch  # 70 ms, and only for those who chose it

        found = fetch(home)
        if found is not None:
            return found
    require_terminal()
    prompt = "Adgangssætning: " if wanted.is_own else "Adgangssætningen, da kopien blev lavet: "
    return opened_by_typing(home, prompt).key
