"""A key that does not open, or cannot be had. Carries facts and paths, never a passphrase, a code or a key."""

from vforlob.errors.base import ExitCode, VforlobError


class WrongPassphrase(VforlobError):
    """`tries` is how often it was tried in a row; 0 when that is not counted."""

    exit_code = ExitCode.WRONG_KEY

    def __init__(self, tries: int = 0) -> None:
        super().__init__(tries)
        self.tries = tries


class MistypedRecoveryCode(VforlobError):
    """What was typed is no recovery code: the length, a character or the check character is wrong."""

    exit_code = ExitCode.WRONG_KEY


class WrongRecoveryCode(VforlobError):
    """A real recovery code, of another folder or replaced by a newer one."""

    exit_code = ExitCode.WRONG_KEY


class WrongRawKey(VforlobError):
    """The key in the key file is not the key of this folder."""

    exit_code = ExitCode.WRONG_KEY


class KeyEnvelopeMissing(VforlobError):
    """There is a database and no noegle.json beside it."""

    exit_code = ExitCode.WRONG_KEY


class KeyEnvelopeDamaged(VforlobError):
    """noegle.json is there and cannot be read as what we wrote."""


class KeyEnvelopeUnsafe(VforlobError):
    """noegle.json asks for a computation that protects too little, or for one made to hang the machine."""

    exit_code = ExitCode.UNSAFE


class KeyEnvelopeNewer(VforlobError):
    """noegle.json was written by a later vforlob."""

    exit_code = ExitCode.NEWER_DATABASE


class KeyFileMissing(VforlobError):
    """VFORLOB_NOEGLEFIL or --noeglefil names a file that is not there. `path` was typed, so it is no message."""

    exit_code = ExitCode.WRONG_KEY

    def __init__(self, path: str) -> None:
        super().__init__()
        self.path = path


class KeyFileFaulty(VforlobError):
    """The key file does not hold 64 hex digits. `length` is how many bytes it holds."""

    exit_code = ExitCode.WRONG_KEY

    def __init__(self, path: str, length: int) -> None:
        super().__init__(length)
        self.path, self.length = path, length


class KeyFileExposed(VforlobError):
    """Others than the owner may read the key file, or it is not ours. `mode` is its permission bits."""

    exit_code = ExitCode.UNSAFE

    def __init__(self, path: str, mode: int) -> None:
        super().__init__(mode)
        self.path, self.mode = path, mode


class KeyFileWanted(VforlobError):
    """The folder opens with a key file and none was given."""

    exit_code = ExitCode.WRONG_KEY


class PassphraseUnaskable(VforlobError):
    """The folder opens with a passphrase and there is no terminal to ask in."""

    exit_code = ExitCode.WRONG_KEY


class WeakPassphrase(VforlobError):
    """`reason` is "short", "common" or "repeated"; `length` how many characters it has."""

    exit_code = ExitCode.USAGE

    def __init__(self, reason: str, length: int) -> None:
        super().__init__(reason)
        self.reason, self.length = reason, length


class NoKeyring(VforlobError):
    """This machine has no keyring that we trust with a key, or it said no."""


class NewLockUnproven(VforlobError):
    """What was just sealed does not open again, so it was not written: memory or a library is at fault."""
