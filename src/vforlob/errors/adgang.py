"""Changing what opens the folder, where that cannot be done. Carries facts, never a passphrase, a code or a key."""

from vforlob.errors.base import ExitCode, VforlobError


class NoPassphraseHere(VforlobError):
    """The folder opens without a passphrase. `kind` is "raanoegle" or "demo"."""

    exit_code = ExitCode.USAGE

    def __init__(self, kind: str) -> None:
        super().__init__(kind)
        self.kind = kind


class NobodyToProve(VforlobError):
    """The present passphrase must be typed, and there is no terminal to type it in. `command` is what was asked for."""

    exit_code = ExitCode.USAGE

    def __init__(self, command: str) -> None:
        super().__init__(command)
        self.command = command


class LockMinutesUnfit(VforlobError):
    """No whole number of minutes from 1 to 60."""

    exit_code = ExitCode.USAGE


class KeyringChoiceUnknown(VforlobError):
    """What stands after `adgang nøglering` is neither til nor fra."""

    exit_code = ExitCode.USAGE
