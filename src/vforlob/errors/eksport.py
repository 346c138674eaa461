"""Files that leave the program, and what a page or a printer cannot do. Carries paths and kinds, never a text."""

from vforlob.errors.base import ExitCode, VforlobError


class SignNotShown(VforlobError):
    """The letters of a page lack a sign. `place` is the heading it stands under and `sign` came from a person, so
    neither is a message; `name` is what the sign is called, or its number.
    """

    exit_code = ExitCode.USAGE

    def __init__(self, sign: str, name: str, place: str) -> None:
        super().__init__()
        self.sign, self.name, self.place = sign, name, place


class NoPdfHere(VforlobError):
    """The library that makes PDF does not exist for this kind of machine."""

    exit_code = ExitCode.USAGE


class NameRefused(VforlobError):
    """A file or its folder may not be called that. `path` was typed, so it is no message; `reason` is "tegn" (a sign
    that is none of a name's), "optaget" (Windows has the name itself), "slut" (ends in a dot or a space), "lang" or
    "mappe" (the folder, or one above it, has a name in bytes that are no letters).
    """

    exit_code = ExitCode.USAGE

    def __init__(self, path: str, reason: str) -> None:
        super().__init__(reason)
        self.path, self.reason = path, reason


class EndingOfAnother(VforlobError):
    """The name ends as another format does. `ending` is a known one, without its dot; `is_ours` when we make it."""

    exit_code = ExitCode.USAGE

    def __init__(self, ending: str, format_name: str, *, is_ours: bool) -> None:
        super().__init__(ending, format_name)
        self.ending, self.format_name, self.is_ours = ending, format_name, is_ours


class AmongOwnFiles(VforlobError):
    """The data folder holds the database and the keys; of it only the export folder takes documents."""

    exit_code = ExitCode.UNSAFE

    def __init__(self, path: str) -> None:
        super().__init__()
        self.path = path


class FileIsOpen(VforlobError):
    """Another program has the file open. `beside` is the file it has laid beside it, empty when the disk said so."""

    exit_code = ExitCode.LOCKED

    def __init__(self, path: str, beside: str) -> None:
        super().__init__()
        self.path, self.beside = path, beside


class FormatNotPrinted(VforlobError):
    """A printer takes pdf and txt."""

    exit_code = ExitCode.USAGE

    def __init__(self, format_name: str) -> None:
        super().__init__(format_name)
        self.format_name = format_name


class NotPrinted(VforlobError):
    """The file is made and stays. `reason` is "program" (nothing here prints), "printer" (it refused) or "stille" (no
    answer came).
    """

    def __init__(self, path: str, reason: str) -> None:
        super().__init__(reason)
        self.path, self.reason = path, reason


class ClearingNotAsked(VforlobError):
    """Nobody can be asked here whether the files may go, and nobody has said that they may."""

    exit_code = ExitCode.USAGE


class PdfNotMade(VforlobError):
    """The library that makes PDF gave up. What it said quotes the document, so nothing of it is kept."""

    exit_code = ExitCode.PROBLEM


class CaseNeedsForlob(VforlobError):
    """The whole of a borger is no text for a workplace: it knows one forløb."""

    exit_code = ExitCode.USAGE

    def __init__(self, borger: int, recipient: str, forlobene: tuple[int, ...] = ()) -> None:
        super().__init__(borger, recipient)
        self.borger, self.recipient, self.forlobene = borger, recipient, forlobene


class NothingInCase(VforlobError):
    """Nothing has been written about a borger yet."""

    exit_code = ExitCode.NOT_FOUND

    def __init__(self, borger: int) -> None:
        super().__init__(borger)
        self.borger = borger


class NothingInPeriod(VforlobError):
    """Nothing in the case is of those days. `nr` is "f12", the days ISO; empty for no bound on that side."""

    exit_code = ExitCode.NOT_FOUND

    def __init__(self, nr: str, fra: str, indtil: str) -> None:
        super().__init__(nr, fra, indtil)
        self.nr, self.fra, self.indtil = nr, fra, indtil


class PeriodTurnedAround(VforlobError):
    """The last day comes before the first."""

    exit_code = ExitCode.USAGE

    def __init__(self, fra: str, indtil: str) -> None:
        super().__init__(fra, indtil)
        self.fra, self.indtil = fra, indtil
