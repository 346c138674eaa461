"""Refuse a TOML file that is too big or made to hurt, before anybody parses it. Knows limits, not meanings."""

from typing import NoReturn

from vforlob.errors.answer import FaultyFile
from vforlob.errors.base import Fault

# A dotted key of 39 KiB takes tomllib 6 seconds, and deep nesting ends in a RecursionError.
LARGEST_FILE = 256 * 1024
LONGEST_LINE = 4000
MOST_DOTS = 8
DEEPEST = 8
MOST_SIGNS = 20_000

_BOM = b"\xef\xbb\xbf"
_UTF16 = (b"\xff\xfe", b"\xfe\xff")


def prescan(data: bytes, file: str = "") -> str:
    """The text, without its BOM. Raises FaultyFile; `file` is what the person calls the file."""
    if len(data) > LARGEST_FILE:
        _refuse(file, f"Filen fylder {_kib(len(data))} KiB. Den må højst fylde {_kib(LARGEST_FILE)} KiB.")
    text = _decoded(data, file)
    _check_lines(text, file)
    _check_structure(text, file)
    return text


def _decoded(data: bytes, file: str) -> str:
    if data.startswith(_UTF16):
        _refuse(file, "Filen er gemt som UTF-16. Gem den som UTF-8, og prøv igen.", 1)
    data = data.removeprefix(_BOM)
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError as error:
        line = data.count(b"\n", 0, error.start) + 1
        _refuse(file, f"Byte {error.start + 1} er ikke UTF-8. Gem filen som UTF-8, og prøv igen.", line)


def _check_lines(text: str, file: str) -> None:
    for number, line in enumerate(text.split("\n"), 1):
        if len(line) > LONGEST_LINE:
            _refuse(file, f"Linjen er på {len(line)} tegn. Den må højst være på {LONGEST_LINE}.", number)


def _check_structure(text: str, file: str) -> None:
    """Dots are counted outside strings, from one sign to the next: only a key can have many."""
    from vforlob.agenda.toml_tokens import NEWLINE, SIGN, tokens  # brings re, which a compiled agenda does without

    dots = depth = signs = 0
    for token in tokens(text):
        if token.kind == NEWLINE:
            dots = 0
        elif token.kind == SIGN:
            signs += 1
            dots = dots + 1 if token.text == "." else 0
            depth += _DEEPER.get(token.text, 0)
            if dots > MOST_DOTS or depth > DEEPEST or signs > MOST_SIGNS:
                _refuse(file, _too_much(dots, depth), _line(text, token.start))


_DEEPER = {"[": 1, "{": 1, "]": -1, "}": -1}


def _too_much(dots: int, depth: int) -> str:
    if dots > MOST_DOTS:
        return f"Et navn har flere end {MOST_DOTS} punktummer."
    if depth > DEEPEST:
        return f"Der er mere end {DEEPEST} parenteser inden i hinanden."
    return "Filen er for stor: Der er flere navne og svar i den, end en dagsorden kan have brug for."


def _line(text: str, start: int) -> int:
    return text.count("\n", 0, start) + 1


def _kib(size: int) -> int:
    """Rounded up: a file one byte too long must not be said to have the size that is allowed."""
    return -(-size // 1024)


def _refuse(file: str, sentence: str, line: int = 0) -> NoReturn:
    raise FaultyFile(file, [Fault("", sentence, line)])
