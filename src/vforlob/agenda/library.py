"""Where agendas lie: ours, and the user's own before them. Knows file names and ids; reads no agenda whole."""

import os
from typing import NamedTuple

from vforlob.errors.agenda import AgendaNotFound
from vforlob.model.text import fold

OWN_FOLDER, ENDING = "agendas", ".toml"
# The order in which a forløb meets them; what a user adds comes after, by name.
USUAL_ORDER = ("formode", "startmode", "opfolgning", "midtvejs", "afslutning", "eftervaern", "opkald")
_PACKAGE = os.path.dirname(os.path.dirname(os.path.abspath(__file__)))
_HEAD_BYTES = 8192


class AgendaFile(NamedTuple):
    """`own` is true for the user's; `id` is what the file says, its name when it cannot be seen what it says."""

    id: str
    path: str
    own: bool


def find_agenda_file(name: str, data_folder: str) -> str:
    """The file of the agenda with that id, typed in any spelling. The user's own wins. Raises AgendaNotFound."""
    wanted = folded_name(name)
    for own in own_files(data_folder):
        if fold(own.id) == wanted:
            return own.path
    if wanted.isascii() and wanted.replace("_", "a").isalnum():  # anything else would be a path, not a name
        path = os.path.join(shipped_folder(), wanted + ENDING)
        if os.path.isfile(path):
            return path
    raise _not_found(name, data_folder)


def agenda_files(data_folder: str) -> tuple[AgendaFile, ...]:
    """Every agenda once, as it would be found, in the usual order."""
    found: dict[str, AgendaFile] = {}
    for file in (*own_files(data_folder), *_files_in(shipped_folder(), own=False)):
        found.setdefault(fold(file.id), file)
    return tuple(sorted(found.values(), key=_order))


def agenda_names(data_folder: str) -> tuple[str, ...]:
    return tuple(file.id for file in agenda_files(data_folder))


def own_files(data_folder: str) -> tuple[AgendaFile, ...]:
    """The user's own, by file name. None when there is no such folder."""
    return _files_in(own_folder(data_folder), own=True)


def own_folder(data_folder: str) -> str:
    return os.path.join(data_folder, OWN_FOLDER)


def shipped_folder() -> str:
    """In the wheel beside the code; an editable install has them at the root of the repository."""
    in_wheel = os.path.join(_PACKAGE, "_agendas")
    return in_wheel if os.path.isdir(in_wheel) else os.path.join(os.path.dirname(os.path.dirname(_PACKAGE)), "agendas")


def folded_name(name: str) -> str:
    """How names are compared: "Når-nogen ringer" is nar_nogen_ringer."""
    return fold(name.strip()).replace("-", "_").replace(" ", "_")


def _files_in(folder: str, *, own: bool) -> tuple[AgendaFile, ...]:
    try:
        names = sorted(os.listdir(folder))
    except OSError:
        return ()
    paths = [os.path.join(folder, name) for name in names if name.endswith(ENDING) and not name.startswith(".")]
    return tuple(AgendaFile(_id_in(path) if own else _stem(path), path, own) for path in paths)


def _stem(path: str) -> str:
    return os.path.basename(path).removesuffix(ENDING)


def _id_in(path: str) -> str:
    """The `id` line above the first [..]: reading the whole file would cost every start more than the question."""
    try:
        with open(path, "rb") as file:
            head = file.read(_HEAD_BYTES).decode("utf-8-sig", "replace")
    except OSError:
        return _stem(path)
    for line in head.splitlines():
        word, _, value = line.partition("=")
        if word.lstrip().startswith("["):
            break
        if word.strip() == "id":
            return _unquoted(value.strip()) or _stem(path)
    return _stem(path)


def _unquoted(value: str) -> str:
    mark = value[:1]
    return value[1:].partition(mark)[0] if mark in {'"', "'"} else ""


def _order(file: AgendaFile) -> tuple[int, str]:
    usual = USUAL_ORDER.index(file.id) if file.id in USUAL_ORDER else len(USUAL_ORDER)
    return usual, file.id


def _not_found(name: str, data_folder: str) -> AgendaNotFound:
    from vforlob.agenda.near import nearest  # only for a name that was not found

    near = nearest(folded_name(name), agenda_names(data_folder))
    return AgendaNotFound(name, (near,) if near else ())
