"""What a spreadsheet is once it is read: headers and rows of texts, with the numbers Excel shows. Knows no format."""

from typing import NamedTuple

# Many times what one consultant has; more, saved as one, would keep an answer in another window waiting.
MOST_ROWS = 5_000
MOST_COLUMNS = 300


class Odd(NamedTuple):
    """A cell, or a field of them, that holds no value to trust: `where` is as Excel names it ("C4", "A2:A5").

    `what` is "formel" (never worked out), "fejl" (#REF! and such), "flettet" (merged) or "for_mange" (more cells than
    headers). `row` is the number Excel shows.
    """

    row: int
    where: str
    what: str


class Sheet(NamedTuple):
    """Every row is as long as `headers`; a header nobody wrote is "". Empty rows stay, so that numbers stay right.

    `first` is the number of the first data row as Excel shows it. Dates are ISO, decimals have a comma, true and false
    are ja and nej. `name` is the sheet that was read and `others` those that were not; both are empty for text.
    """

    headers: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]
    first: int
    odd: tuple[Odd, ...] = ()
    name: str = ""
    others: tuple[str, ...] = ()


def column_letter(index: int) -> str:
    """0 is A, 26 is AA."""
    letters = ""
    index += 1
    while index:
        index, rest = divmod(index - 1, 26)
        letters = chr(65 + rest) + letters
    return letters
