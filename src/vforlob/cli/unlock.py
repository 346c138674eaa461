"""Find the key of the data folder: a key file, the keyring, the passphrase. Knows no command and shows no key."""

import os

from vforlob.cli.context import Context
from vforlob.store.database import check_database_file
from vforlob.store.envelope import DEMO, RAW_KEY, read_envelope
from vforlob.store.keyfile import VARIABLE, demo_key, demo_key_path, read_key_file

TRIES = 5
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


def _own_key(folder: str) -> bytes:
    """What can be said without a key is said before anybody is asked for one."""
    check_database_file(folder)
    envelope = read_envelope(folder)
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


def _asked(folder: str) -> bytes:
    from threading import Thread  # late: only for a passphrase

    from vforlob.cli.secret import read_secret, require_terminal
    from vforlob.cli.show import err
    from vforlob.errors.key import WrongPassphrase
    from vforlob.store.wrapping import preload

    require_terminal()
    Thread(target=preload, daemon=True).start()
    for left in reversed(range(TRIES)):
        key = _opened_with(folder, read_secret("Adgangssætning: "))
        if key is not None:
            return key
        if left:
            forsog = "1 forsøg" if left == 1 else f"{left} forsøg"
            err(f"Det passer ikke. Du har {forsog} igen. Er sætningen glemt, så skriv gendannelseskoden.")
    raise WrongPassphrase(TRIES)


def _opened_with(folder: str, typed: str) -> bytes | None:
    """The passphrase, or the recovery code in its place."""
    from vforlob.errors.key import WrongPassphrase  # late: as above
    from vforlob.store.key import unlock_with_passphrase
    from vforlob.store.recovery import looks_like_code

    try:
        return unlock_with_passphrase(folder, typed)
    except WrongPassphrase:
        return _recovered(folder, typed) if looks_like_code(typed) else None


def _recovered(folder: str, code: str) -> bytes | None:
    from vforlob.cli.explain.registry import explain  # late: hardly ever
    from vforlob.cli.show import err
    from vforlob.errors.key import MistypedRecoveryCode, WrongRecoveryCode
    from vforlob.store.key import unlock_with_code

    try:
        key = unlock_with_code(folder, code)
    except (MistypedRecoveryCode, WrongRecoveryCode) as error:
        err("\n".join(explain(error)))
        return None
    _offer_new_passphrase(folder, key)
    return key


def _offer_new_passphrase(folder: str, key: bytes) -> None:
    """The code stays as it was. Leaving here leaves the old passphrase."""
    from vforlob.actions.asking import ALONE  # late: hardly ever
    from vforlob.cli.ask import asker
    from vforlob.cli.context import context
    from vforlob.cli.passphrases import choose_passphrase
    from vforlob.cli.show import err
    from vforlob.store.key import change_passphrase

    err("Gendannelseskoden passer. Vælg en ny adgangssætning; koden gælder stadig.")
    change_passphrase(folder, key, choose_passphrase(asker(context(), ALONE)))
    err("Den nye adgangssætning gælder fra nu af.")
