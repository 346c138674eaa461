"""Change one of the ways in: the present passphrase first, then the new. Knows the order, draws no list."""

from collections.abc import Callable

from vforlob.actions.adgang import give_new_code, give_new_passphrase
from vforlob.actions.asking import ALONE, Ask
from vforlob.cli.adgang_proof import opened_by_typing
from vforlob.cli.adgang_screens import say, tell_copies, tell_new_code, tell_new_passphrase
from vforlob.cli.ask import asker
from vforlob.cli.context import context, in_folder
from vforlob.cli.passphrases import choose_passphrase
from vforlob.cli.set_up_screens import hand_over_code, wants_keyring
from vforlob.cli.show import err
from vforlob.errors.adgang import NobodyToProve, NoPassphraseHere
from vforlob.errors.base import ExitCode
from vforlob.errors.key import NoKeyring
from vforlob.store.copied_envelopes import renew_envelopes
from vforlob.store.database import check_database_file
from vforlob.store.envelope import PASSPHRASE, read_envelope
from vforlob.store.keyring_copy import forget, keep

_PROMPT = "Nuværende adgangssætning: "
Change = Callable[[str, bytes, Ask], None]


def change(command: str, makes: Change, needs: Callable[[], object] | None = None) -> int:
    """Never with a key from the keyring or one the session holds: whoever changes the lock has shown that she may."""
    folder = context().folder
    check_database_file(folder)
    before = read_envelope(folder)
    if before.kind != PASSPHRASE:
        raise NoPassphraseHere(before.kind)
    if not context().may_ask:
        raise NobodyToProve(command)
    if needs:
        needs()
    try:
        opened = opened_by_typing(folder, _PROMPT)
        makes(folder, opened.key, asker(context(), ALONE))
    except (KeyboardInterrupt, EOFError):
        _tell_interrupted(before == read_envelope(folder))
        return ExitCode.INTERRUPTED
    return ExitCode.OK


def new_passphrase(folder: str, key: bytes, ask: Ask) -> None:
    tell_new_passphrase(give_new_passphrase(folder, key, choose_passphrase(ask)))


def new_code(folder: str, key: bytes, ask: Ask) -> None:
    err("Den gamle kode gælder, indtil du har skrevet to grupper af den nye.")
    tell_new_code(give_new_code(folder, key, lambda code: _handed_over(code, ask)))


def _handed_over(code: str, ask: Ask) -> None:
    try:
        hand_over_code(code, ask)
    except (KeyboardInterrupt, EOFError):
        err("Koden, der lige blev vist, gælder ikke. Smid den ud; den gamle gælder stadig.")
        raise


def keyring_on(folder: str, key: bytes, ask: Ask) -> None:
    if not wants_keyring(ask):
        say("Nøglen er ikke lagt i nøgleringen.")
        return
    keep(folder, key)
    say("Nøglen ligger nu også i nøgleringen, og den er læst tilbage og passer.")
    say(f"Tag den ud igen med: {in_folder('vforlob adgang nøglering fra')}")


def keyring_off(folder: str, _key: bytes, _ask: Ask) -> None:
    """The passphrase was typed first, so nobody takes away the only way in that she still has."""
    was_there = read_envelope(folder).in_keyring
    try:
        forget(folder)
    except NoKeyring:
        if was_there:
            said = "vforlob henter ikke længere nøglen i nøgleringen. Den kunne ikke slettes derfra, så slet den selv:"
        else:
            said = "vforlob henter ikke nøglen i nøgleringen. Har du lagt den der før, så slet den selv:"
        say(f"{said} søg efter »vforlob« i computerens nøglering.")
        return
    gone = "er slettet fra" if was_there else "ligger ikke i"
    say(f"Nøglen {gone} nøgleringen. Du skriver adgangssætningen, når du åbner.")


def copies_follow(folder: str, _key: bytes, _ask: Ask) -> None:
    """What an interrupted change left behind."""
    tell_copies(renew_envelopes(folder), "en tidligere sætning eller kode")


def _tell_interrupted(is_as_before: bool) -> None:
    if is_as_before:
        err("Afbrudt. Der er ikke ændret noget.")
    else:
        err("Afbrudt, men det nye nåede at blive gemt og gælder fra nu af.")
        err(f"Se, om sikkerhedskopierne fulgte med: {in_folder('vforlob adgang')}")
