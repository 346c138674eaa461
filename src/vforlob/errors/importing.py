"""A spreadsheet that cannot be read, or not be taken in. Carries places and sizes, never what stands in a cell."""

from vforlob.errors.base import ExitCode, VforlobError


class SpreadsheetRefused(VforlobError):
    """Nothing was read from it. Each way to go wrong is a class of its own."""

    exit_code = ExitCode.FAULTY_FILE


class NotASpreadsheet(SpreadsheetRefused):
    """Neither text nor a workbook, or a workbook that is broken."""


class OtherSpreadsheet(SpreadsheetRefused):
    """A format we do not read. `kind` is what a person calls it: "xls", "ods"."""

    def __init__(self, kind: str) -> None:
        super().__init__(kind)
        self.kind = kind


class SpreadsheetLocked(SpreadsheetRefused):
    """A workbook that asks for a password when it is opened."""


class SpreadsheetEmpty(SpreadsheetRefused):
    """`has_headers`: there is a row of headers and nothing below."""

    def __init__(self, has_headers: bool) -> None:
        super().__init__(has_headers)
        self.has_headers = has_headers


class SpreadsheetTooBig(SpreadsheetRefused):
    """`of` is "byte", "raekker", "kolonner" or "udpakket"; `most` is the limit in that unit."""

    def __init__(self, of: str, most: int) -> None:
        super().__init__(of, most)
        self.of, self.most = of, most


class LettersUnreadable(SpreadsheetRefused):
    """The bytes are in no encoding that Danish files come in. `line` is the line of text with the first such byte."""

    def __init__(self, line: int) -> None:
        super().__init__(line)
        self.line = line


class QuotesUnbalanced(SpreadsheetRefused):
    """A text in quotes that begins in `row` never ends, or something stands right after its end."""

    def __init__(self, row: int) -> None:
        super().__init__(row)
        self.row = row


class CellTooLong(SpreadsheetRefused):
    """A cell in `row` with more letters than any note: mostly quotes that do not match."""

    def __init__(self, row: int) -> None:
        super().__init__(row)
        self.row = row


class FileNotAllowed(VforlobError):
    """The file is there and may not be read. `path` was typed, so it is no message."""

    exit_code = ExitCode.UNSAFE

    def __init__(self, path: str) -> None:
        super().__init__()
        self.path = path


class ChangedMeanwhile(VforlobError):
    """What was shown before she said yes is no longer what would be saved: another window has written."""

    exit_code = ExitCode.LOCKED
