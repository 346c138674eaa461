"""The command line before any command: options that every command takes, and their Danish spellings."""

import os
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from vforlob.cli.context import GlobalOptions
from vforlob.cli.options import GLOBAL_OPTIONS, HELP_FLAGS, HELP_OPTION, OPTIONS
from vforlob.model.text import fold


class Line(NamedTuple):
    """What is left when the global options are taken off, every option in the spelling the help prints."""

    options: GlobalOptions
    words: tuple[str, ...]


def read_line(argv: Sequence[str]) -> Line:
    """Global options stand anywhere before a bare `--`. The last one wins when it stands there twice."""
    flags = _flags()
    found: dict[str, str | bool] = {}
    words: list[str] = []
    rest = iter([_readable(number, word) for number, word in enumerate(argv, 1)])
    for word in rest:
        if word == "--":
            words += [word, *rest]
            break
        flag, equals, value = _spelt(word, flags)
        name = _GLOBAL_NAMES.get(flag)
        if name is None:
            words.append(flag + equals + value)
        elif not GLOBAL_OPTIONS[name].metavar:
            found[name] = _switched_on(flag, equals)
        else:
            found[name] = value or _next_value(rest, name)
    return Line(GlobalOptions(**found), tuple(words))  # type: ignore[arg-type]


def _readable(number: int, word: str) -> str:
    """What the locale could not read comes with lone surrogates, which no database takes. Mostly it is UTF-8 all the
    same; a file may be called what it is called.
    """
    if word.isascii() or not any("\ud800" <= ch <= "\udfff" for ch in word):
        return word
    try:
        return os.fsencode(word).decode()
    except UnicodeDecodeError as odd:
        if os.path.lexists(word.partition("=")[2] or word):
            return word
        raise _wrong(f"Ord nr. {number} på linjen kan ikke læses: byte {odd.start + 1} er ikke UTF-8.") from None


def wants_help(words: Sequence[str]) -> bool:
    """--hjælp anywhere, or `vforlob hjælp` and what it is about."""
    before = words[: words.index("--")] if "--" in words else words
    return any(word in HELP_FLAGS for word in before) or _begins_with_help(words)


def asked_about(words: Sequence[str]) -> list[str]:
    """The words of the command the help is wanted for."""
    rest = words[1:] if _begins_with_help(words) else words
    return [word for word in rest if not word.startswith("-")]


def _begins_with_help(words: Sequence[str]) -> bool:
    return bool(words) and fold(words[0]) == fold(HELP_OPTION.flag).lstrip("-")


_GLOBAL_NAMES = {option.flag: name for name, option in GLOBAL_OPTIONS.items()}


def _flags() -> dict[str, str]:
    """Folded spelling -> printed spelling."""
    printed = [*HELP_FLAGS, *(option.flag for option in (*GLOBAL_OPTIONS.values(), *OPTIONS.values()))]
    return {fold(flag): flag for flag in printed}


def _spelt(word: str, flags: dict[str, str]) -> tuple[str, str, str]:
    """(flag, "=", value) with the flag as it is printed; a word that is no long option stands alone."""
    if not word.startswith("--"):
        return word, "", ""
    flag, equals, value = word.partition("=")
    return flags.get(fold(flag), flag), equals, value


def _switched_on(flag: str, equals: str) -> bool:
    if equals:
        raise _wrong(f"Tilvalget {flag} skal stå alene.")
    return True


def _next_value(rest: Iterator[str], name: str) -> str:
    option = GLOBAL_OPTIONS[name]
    value = next(rest, "")
    if not value or value.startswith("--"):
        raise _wrong(f"Tilvalget {option.flag} skal have noget efter sig: {option.flag} {option.metavar}.")
    return value


def _wrong(sentence: str) -> Exception:
    from vforlob.errors.use import WrongUse  # only for a line that went wrong

    return WrongUse(sentence)
