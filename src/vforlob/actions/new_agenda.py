"""Begin an agenda of one's own as a file in the data folder. Asks nothing and overwrites nothing."""

import os
from typing import NamedTuple

from vforlob.agenda.library import ENDING, folded_name, own_files, own_folder, shipped_folder
from vforlob.agenda.reading import plain_id
from vforlob.agenda.starter import own_copy_text, starter_text
from vforlob.agenda.words import LONGEST_ID
from vforlob.errors.agenda import AgendaExists, AgendaNameUnusable
from vforlob.errors.place import NoDatabase
from vforlob.model.text import fold
from vforlob.store.files import create_file, disk_problem, make_private_folder

DATABASE = "vforlob.db"


class NewAgenda(NamedTuple):
    """`copied` is true when it began as a copy of one of ours."""

    id: str
    path: str
    copied: bool


def begin_agenda(name: str, data_folder: str) -> NewAgenda:
    """The folder must be set up: an agendas/ alone would look like the remains of something."""
    agenda_id = plain_id(name)
    if not agenda_id or len(folded_name(name)) > LONGEST_ID:
        raise AgendaNameUnusable(name)
    if not os.path.exists(os.path.join(data_folder, DATABASE)):
        raise NoDatabase(data_folder)
    for own in own_files(data_folder):
        if fold(own.id) == fold(agenda_id):
            raise AgendaExists(agenda_id, own.path)
    shipped = _shipped_text(agenda_id)
    text = own_copy_text(agenda_id, shipped) if shipped else starter_text(agenda_id, name)
    path = os.path.join(own_folder(data_folder), agenda_id + ENDING)
    _write(path, agenda_id, text)
    return NewAgenda(agenda_id, path, bool(shipped))


def _shipped_text(agenda_id: str) -> str:
    path = os.path.join(shipped_folder(), agenda_id + ENDING)
    if not os.path.isfile(path):
        return ""
    with open(path, encoding="utf-8") as file:
        return file.read()


def _write(path: str, agenda_id: str, text: str) -> None:
    make_private_folder(os.path.dirname(path))
    try:
        create_file(path, text.encode())
    except FileExistsError:
        raise AgendaExists(agenda_id, path) from None
    except OSError as error:
        raise disk_problem(error) from error
