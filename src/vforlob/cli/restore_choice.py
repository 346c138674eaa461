"""Which copy is meant: by name, by path, by the folder it lies in, or picked from a list. Opens none of them."""

import os
from collections.abc import Sequence

from vforlob.cli.context import context, in_folder
from vforlob.cli.copy_words import picked_line
from vforlob.cli.picking import pick
from vforlob.errors.kopi import CopyNotFound, NoCopies
from vforlob.errors.use import NothingGiven
from vforlob.store.copies import COPIES, Copy, copies_in, list_copies
from vforlob.store.copies_manifest import DATABASE, KEY, MANIFEST
from vforlob.store.restoring_swap import kept_databases


def chosen_path(folder: str, typed: str) -> str:
    """The .db file. Raises NoCopies, CopyNotFound and NothingGiven."""
    if not typed:
        return _picked(list_copies(folder), kept_databases(folder), os.path.join(folder, COPIES))
    path = os.path.abspath(os.path.expanduser(typed))
    if os.path.isdir(path):
        return _picked(copies_in(os.path.join(path, COPIES)) or copies_in(path), (), path)
    if os.path.lexists(path):
        return _database_of(path)
    stem = os.path.basename(_database_of(typed)).removesuffix(DATABASE)
    for copy in list_copies(folder):
        if os.path.basename(copy.stem) == stem:
            return copy.path
    raise CopyNotFound(typed)


def _picked(copies: Sequence[Copy], kept: Sequence[str], place: str) -> str:
    paths = [*(copy.path for copy in copies), *kept]
    if not context().may_ask:
        is_here = bool(copies) and place == os.path.join(context().folder, COPIES)
        newest = next((os.path.basename(path).removesuffix(DATABASE) if is_here else path for path in paths), "STI")
        raise NothingGiven("en sikkerhedskopi", in_folder(f"vforlob gendan {newest} --ja"))
    if not paths:
        raise NoCopies(place)
    lines = [*map(picked_line, copies), *(f"Lagt til side: {os.path.basename(path)}" for path in kept)]
    return paths[pick("Hvilken sikkerhedskopi?", "kopi", enumerate(lines))]


def _database_of(path: str) -> str:
    """Any of the three files of a copy is the copy."""
    for ending in (KEY, MANIFEST):
        if path.endswith(ending):
            return path.removesuffix(ending) + DATABASE
    return path
