"""The commands of the ways in: passphrase, recovery code, keyring, and when the menu locks. Open, act, show."""

from vforlob.actions.adgang import access_of, keep_lock_minutes, lock_minutes, read_minutes
from vforlob.cli.adgang_screens import say, show_access, show_commands
from vforlob.cli.context import context, in_folder, open_store
from vforlob.cli.layout import screen_width, wrap_told
from vforlob.cli.show import emit, out
from vforlob.errors.adgang import KeyringChoiceUnknown
from vforlob.errors.use import NothingGiven
from vforlob.model.text import fold
from vforlob.rules.danish import counted
from vforlob.store.database import check_database_file
from vforlob.store.envelope import PASSPHRASE, read_envelope


def adgang(*, json: bool = False) -> int:
    """What is set; in a terminal what can be changed."""
    folder = context().folder
    check_database_file(folder)
    access = access_of(folder)
    if json:
        keyring = "ja" if access.in_keyring else "nej"
        emit({"art": access.kind, "noeglering": keyring, "gamle_kopier": access.old_copies})
        return 0
    show_access(access)
    if access.kind != PASSPHRASE:
        return 0
    if not context().may_ask:
        show_commands()
        return 0
    from vforlob.cli.adgang_menu import offer_changes  # late: only in a terminal

    return offer_changes(access)


def saetning() -> int:
    """A new passphrase."""
    from vforlob.cli.adgang_change import change, new_passphrase  # late: the list alone needs no prompt

    return change("adgang sætning", new_passphrase)


def kode() -> int:
    """A new recovery code."""
    from vforlob.cli.adgang_change import change, new_code  # late: as above

    return change("adgang kode", new_code)


def noeglering(wanted: str = "") -> int:
    """The copy in the keyring, on or off."""
    from vforlob.cli.adgang_change import change, keyring_off, keyring_on  # late: as above
    from vforlob.store.keyring_copy import system_keyring  # likewise

    choices = {"til": keyring_on, "fra": keyring_off}
    wanted = fold(wanted) if wanted else _picked()
    if wanted not in choices:
        raise KeyringChoiceUnknown
    # First what this machine can do: nobody types her passphrase in vain.
    return change(f"adgang nøglering {wanted}", choices[wanted], system_keyring if wanted == "til" else None)


def _picked() -> str:
    if not context().may_ask or read_envelope(context().folder).kind != PASSPHRASE:
        raise NothingGiven("til eller fra", in_folder("vforlob adgang nøglering til"))
    from vforlob.actions.asking import ALONE  # late: as above
    from vforlob.cli.ask import asker
    from vforlob.cli.short_questions import Left, chosen

    words = (("til", "Læg nøglen i nøgleringen"), ("fra", "Tag den ud igen"))
    try:
        return chosen(asker(context(), ALONE), "Hvad vil du?", words, heading="Nøglering")
    except Left:
        raise KeyboardInterrupt from None


def laas(minutter: str = "") -> None:
    """How long the menu waits."""
    minutes = read_minutes(minutter) if minutter else None
    with open_store() as store:
        if minutes is not None:
            keep_lock_minutes(store, minutes)
        waits = lock_minutes(store)
    say(f"Menuen låser, når der ikke er skrevet noget i {counted(waits, 'minut', 'minutter')}.")
    say("Den låser også, når computeren har været i dvale.")
    if minutes is None:
        for line in wrap_told(
            f"Skift det med et tal fra 1 til 60, fx: {in_folder('vforlob adgang lås 5')}", screen_width()
        ):
            out(line)
