"""Send a file to the printer with what the computer itself has for it. Knows no document."""

import os
import sys

from vforlob.errors.eksport import NotPrinted

PRINTED = frozenset({"pdf", "txt"})
# By standard input: a printer shows the name of what waits, and a name typed after --ud may tell of somebody.
_PROGRAMS = (("lp", ("-s", "-t", "vforlob")), ("lpr", ("-T", "vforlob")))
_PATIENCE = 60  # seconds


def print_file(path: str) -> None:
    """Raises NotPrinted; the file is there all the same."""
    if sys.platform == "win32":
        _by_windows(path)
    else:
        _by_program(path)


def _by_windows(path: str) -> None:
    """With the program that opens such files, as by a right click."""
    try:
        os.startfile(path, "print")  # type: ignore[attr-defined, unused-ignore]  # noqa: S606  # a file of ours
    except OSError as error:
        no_program = getattr(error, "winerror", 0) == 1155  # no program is set to print such files
        raise NotPrinted(path, "program" if no_program else "printer") from None


def _by_program(path: str) -> None:
    import subprocess  # late: only where a printer was asked for
    from shutil import which  # likewise

    found = next(((where, options) for name, options in _PROGRAMS if (where := which(name))), None)
    if found is None:
        raise NotPrinted(path, "program")
    program, options = found
    try:
        with open(path, "rb") as file:
            ran = subprocess.run(  # noqa: S603  # nothing that a person typed is on this line
                [program, *options],
                stdin=file,
                stdout=subprocess.DEVNULL,
                stderr=subprocess.DEVNULL,
                timeout=_PATIENCE,
                check=False,
            )
    except subprocess.TimeoutExpired:
        raise NotPrinted(path, "stille") from None
    except OSError:
        raise NotPrinted(path, "program") from None
    if ran.returncode:
        raise NotPrinted(path, "printer")
