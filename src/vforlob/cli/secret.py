"""Read what must not be seen from the terminal. Knows no key and keeps nothing."""

import sys

from vforlob.cli.context import may_ask_for_secret
from vforlob.errors.key import PassphraseUnaskable


def read_secret(prompt: str) -> str:
    """One line without echo. Ctrl-C and Ctrl-D are KeyboardInterrupt and EOFError."""
    require_terminal()
    from getpass import GetPassWarning, getpass  # late: only a folder with a passphrase needs it
    from warnings import catch_warnings, simplefilter

    sys.stdout.flush()
    with catch_warnings():
        simplefilter("error", GetPassWarning)  # it would go on in English, and show what is typed
        try:
            return getpass(prompt, stream=sys.stderr)
        except (KeyboardInterrupt, EOFError):
            sys.stderr.write("\n")  # what is said of it begins a line of its own
            raise
        except GetPassWarning:
            raise PassphraseUnaskable from None


def require_terminal() -> None:
    if not may_ask_for_secret():
        raise PassphraseUnaskable
