"""Which Python, operating system and libraries the program runs on. Knows no data folder and no user's name."""

import platform
import sys
from collections.abc import Iterator

NAME = "vforlob"


def system() -> str:
    """Without the name of the machine, which is often that of a person."""
    if sys.platform == "darwin":
        return f"macOS {platform.mac_ver()[0]} ({platform.machine()})"
    if sys.platform == "win32":
        return f"Windows {platform.release()} {platform.version()} ({platform.machine()})"
    return f"{_distribution()} ({platform.system()} {platform.release()}, {platform.machine()})"


def _distribution() -> str:
    try:
        return str(platform.freedesktop_os_release().get("PRETTY_NAME", platform.system()))
    except OSError:
        return platform.system()


def python() -> str:
    return f"{platform.python_version()} ({platform.python_implementation()})"


def libraries() -> tuple[tuple[str, str], ...]:
    """Those the program asks for itself, by name, and the engine under the database first."""
    from vforlob.store.checking_engine import engine_versions  # late: help needs none of it

    return (*engine_versions(), *sorted(_installed()))


def _installed() -> Iterator[tuple[str, str]]:
    from importlib import metadata  # late: 34 ms, and only here

    try:
        wanted = metadata.requires(NAME) or []
    except metadata.PackageNotFoundError:
        return  # run from a folder, without having been installed
    for line in wanted:
        if "extra ==" in line:
            continue
        name = _name_in(line)
        try:
            yield name, metadata.version(name)
        except metadata.PackageNotFoundError:
            yield name, "mangler"


def _name_in(line: str) -> str:
    """ "typer>=0.16,<0.29 ; python_version > ..." begins with the name."""
    for place, character in enumerate(line):
        if not (character.isalnum() or character in "-_."):
            return line[:place]
    return line
