"""The present passphrase, or the recovery code in its place, typed until it opens. Changes nothing."""

from typing import NamedTuple

from vforlob.cli.explain.registry import explain
from vforlob.cli.secret import read_secret
from vforlob.cli.show import err
from vforlob.errors.key import MistypedRecoveryCode, WrongPassphrase, WrongRecoveryCode
from vforlob.rules.danish import counted
from vforlob.store.key import unlock_with_code, unlock_with_passphrase
from vforlob.store.recovery import looks_like_code

TRIES = 5


class Opened(NamedTuple):
    """The key, and whether it was the code that gave it."""

    key: bytes
    by_code: bool = False


def opened_by_typing(folder: str, prompt: str) -> Opened:
    """Raises WrongPassphrase when none of the tries opened; nothing remembers that, for it would only help somebody
    who wants to keep her out.
    """
    for left in reversed(range(TRIES)):
        opened = _opened_with(folder, read_secret(prompt))
        if opened is not None:
            return opened
        if left:
            err(
                f"Det passer ikke. Du har {counted(left, 'forsøg', 'forsøg')} igen. "
                "Er sætningen glemt, så skriv gendannelseskoden."
            )
    raise WrongPassphrase(TRIES)


def _opened_with(folder: str, typed: str) -> Opened | None:
    try:
        return Opened(unlock_with_passphrase(folder, typed))
    except WrongPassphrase:
        return _recovered(folder, typed) if looks_like_code(typed) else None


def _recovered(folder: str, code: str) -> Opened | None:
    try:
        return Opened(unlock_with_code(folder, code), by_code=True)
    except (MistypedRecoveryCode, WrongRecoveryCode) as error:
        err("\n".join(explain(error)))
        return None
