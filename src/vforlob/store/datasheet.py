"""The data sheet: what every column is for and when it is due for deletion. Knows the file beside it, no database."""

import os
import tomllib
from typing import NamedTuple

TYPES = ("almindelig", "foelsom", "teknisk")
FILE = "datablad.toml"


class Column(NamedTuple):
    """One line of the sheet. `kind` is one of TYPES, `deadline` a name in `Sheet.deadlines`."""

    name: str
    kind: str
    purpose: str
    deadline: str
    in_access: bool
    in_export: bool


class Sheet(NamedTuple):
    """`deadlines` are sentences by name, `about` a sentence by table, `columns` the lines by table."""

    deadlines: dict[str, str]
    about: dict[str, str]
    columns: dict[str, tuple[Column, ...]]


def read_sheet() -> Sheet:
    with open(os.path.join(os.path.dirname(__file__), FILE), "rb") as file:
        found = tomllib.load(file)
    tables = found["tabel"]
    return Sheet(
        found["frist"],
        {name: table["om"] for name, table in tables.items()},
        {name: tuple(_column(*line) for line in table["kolonne"].items()) for name, table in tables.items()},
    )


def _column(name: str, line: dict[str, str]) -> Column:
    """A missing word is a KeyError and a wrong one a ValueError: the sheet is ours, and a test reads it."""
    if line["type"] not in TYPES:
        raise ValueError(name)
    answers = {"ja": True, "nej": False}
    return Column(
        name, line["type"], line["formaal"], line["frist"], answers[line["indsigt"]], answers[line["eksport"]]
    )
