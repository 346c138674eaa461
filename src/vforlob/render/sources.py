"""Where templates are read from: the kommune's skabeloner/ first, then those that came with the program.

Knows no language of templates; nothing outside these two folders is ever read.
"""

import os
import stat
from collections.abc import Callable

from jinja2 import BaseLoader, Environment
from jinja2.exceptions import TemplateNotFound

from vforlob.errors.answer import FaultyFile
from vforlob.errors.base import Fault
from vforlob.model.text import clean
from vforlob.render.limits import LARGEST_SOURCE

BUNDLE = os.path.join(os.path.dirname(__file__), "templates")
_LETTERS = frozenset("abcdefghijklmnopqrstuvwxyz0123456789_-.")


class Sources(BaseLoader):
    """Template by name, never by path: a name is small letters, digits, _ - and . and ends in .jinja."""

    def __init__(self, folder: str | None) -> None:
        self.folders = ((folder,) if folder else ()) + (BUNDLE,)

    def get_source(self, environment: Environment, template: str) -> tuple[str, str, Callable[[], bool]]:
        for folder in self.folders if is_plain_name(template) else ():
            path = os.path.join(folder, template)
            if os.path.lexists(path):
                return clean(read_source(path)), path, lambda: True
        raise TemplateNotFound(template)


def has_templates(folder: str | None) -> bool:
    """Whether the kommune has any template of its own there."""
    try:
        return folder is not None and any(name.endswith(".jinja") for name in os.listdir(folder))
    except OSError:
        return False


def is_plain_name(name: str) -> bool:
    return name.endswith(".jinja") and not name.startswith(".") and _LETTERS.issuperset(name)


def read_source(path: str) -> str:
    try:
        if not stat.S_ISREG(os.stat(path).st_mode):
            raise FaultyFile(path, [Fault("", "Det er ikke en almindelig fil.")])
        with open(path, "rb") as file:
            read = file.read(LARGEST_SOURCE + 1)
        if len(read) > LARGEST_SOURCE:
            raise FaultyFile(path, [Fault("", "Skabelonen er for stor. Den må højst fylde 200 KB.")])
        return read.decode("utf-8-sig").replace("\r\n", "\n").replace("\r", "\n")
    except UnicodeDecodeError as error:
        line = error.object.count(b"\n", 0, error.start) + 1
        raise FaultyFile(path, [Fault("", "Filen er ikke gemt som UTF-8. Gem den igen som UTF-8.", line)]) from None
    except OSError:
        raise FaultyFile(path, [Fault("", "Filen kan ikke læses.")]) from None
