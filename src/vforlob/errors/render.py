"""Documents that cannot be made. Carries kinds and numbers, never what stands in them."""

from vforlob.errors.base import ExitCode, VforlobError


class NoTextBeforeForlob(VforlobError):
    """A samtale held before there was a forløb has no text to virksomhed or mentor."""

    exit_code = ExitCode.USAGE

    def __init__(self, samtale: int, recipient: str) -> None:
        super().__init__(samtale, recipient)
        self.samtale, self.recipient = samtale, recipient


class NoTextWithoutYes(VforlobError):
    """After employment the borger decides whether her employer may be contacted, and she has not said yes."""

    exit_code = ExitCode.USAGE

    def __init__(self, samtale: int, recipient: str) -> None:
        super().__init__(samtale, recipient)
        self.samtale, self.recipient = samtale, recipient


class SamtaleNotFinished(VforlobError):
    """A draft has no text: nobody has said yet that it is what was agreed. `line` is the command that goes on."""

    exit_code = ExitCode.USAGE

    def __init__(self, samtale: int, line: str) -> None:
        super().__init__(samtale)
        self.samtale, self.line = samtale, line


class UnknownRecipient(VforlobError):
    """`typed` came from the line, so it is no message; `near` is the recipient that resembles it, or empty."""

    exit_code = ExitCode.USAGE

    def __init__(self, typed: str, near: str) -> None:
        super().__init__()
        self.typed, self.near = typed, near


class UnknownFormat(VforlobError):
    """Likewise for a format; `known` are those that can be made."""

    exit_code = ExitCode.USAGE

    def __init__(self, typed: str, near: str, known: tuple[str, ...]) -> None:
        super().__init__()
        self.typed, self.near, self.known = typed, near, known


class DocumentExists(VforlobError):
    """Nothing is overwritten unless it is asked for. `path` was typed, so it is no message."""

    exit_code = ExitCode.USAGE

    def __init__(self, path: str) -> None:
        super().__init__()
        self.path = path


class TemplateExists(VforlobError):
    """The kommune has a Word template of its own already. `path` is ours to choose, but says whose machine it is."""

    exit_code = ExitCode.USAGE

    def __init__(self, path: str) -> None:
        super().__init__()
        self.path = path


class DocumentNotWritten(VforlobError):
    """`reason` is "plads" (no room), "mappe" (no such folder), "er_mappe" (it is one) or "adgang" (no permission)."""

    def __init__(self, path: str, reason: str) -> None:
        super().__init__(reason)
        self.path, self.reason = path, reason
        self.exit_code = ExitCode.DISK if reason in ("plads", "adgang") else ExitCode.USAGE
