"""The commands about agendas as files. Open, act, show; no store is opened."""

import os

from vforlob.actions.new_agenda import begin_agenda
from vforlob.agenda.library import AgendaFile, agenda_files, find_agenda_file, own_folder
from vforlob.agenda.loader import load_agenda
from vforlob.agenda.prescan import LARGEST_FILE
from vforlob.cli.agenda_entry import ask_name, pick_agenda
from vforlob.cli.agenda_json import agenda_json, faulty_entry, list_entry
from vforlob.cli.agenda_names import spelt
from vforlob.cli.agenda_screens import Listed, agenda_lines, counts_sentence, fault_lines, list_lines
from vforlob.cli.context import context
from vforlob.cli.layout import screen_width
from vforlob.cli.show import emit, err, out
from vforlob.errors.answer import FaultyFile
from vforlob.errors.base import ExitCode
from vforlob.errors.use import NoSuchFile
from vforlob.model.agenda import Agenda
from vforlob.rules.danish import counted


def liste(*, json: bool = False) -> None:
    """Every agenda, ours and the user's own."""
    listed = [Listed(file, _loaded_or_none(file)) for file in agenda_files(context().folder)]
    if json:
        entries = [list_entry(it.agenda, own=it.file.own) if it.agenda else faulty_entry(it.file.id) for it in listed]
        emit({"raekker": entries})
        return
    for line in list_lines(listed):
        out(line)


def vis(navn: str = "", *, json: bool = False) -> None:
    """One agenda with its points and felter."""
    path = find_agenda_file(navn or pick_agenda("agenda vis"), context().folder)
    agenda, own = _loaded(path), _is_own(path)
    if json:
        emit(agenda_json(agenda, own=own))
        return
    for line in agenda_lines(agenda, own=own, width=screen_width()):
        out(line)


def tjek(navn: str = "") -> int:
    """Every fault of an agenda file with its line, or how much there is in it."""
    path = _path_of(navn or pick_agenda("agenda tjek"))
    try:
        agenda = _loaded(path)
    except FaultyFile as faulty:
        for line in fault_lines(faulty.faults, screen_width()):
            out(line)
        told = counted(len(faulty.faults), "fejl", "fejl")
        err(f"{told} i {os.path.basename(path)}. Ret filen, og kør tjek igen.")
        return ExitCode.FAULTY_FILE
    out(counts_sentence(agenda))
    return ExitCode.OK


def ny(navn: str = "") -> None:
    """Begin an agenda of one's own as a commented file."""
    new = begin_agenda(navn or ask_name("agenda ny"), context().folder)
    if new.copied:
        out(f"Din egen udgave af {spelt(new.id)} ligger nu her og bliver brugt fra nu af:")
    else:
        out("Din nye dagsorden ligger her, med en forklaring til hver del:")
    out(f"  {new.path}")
    out("Ret den i et program til ren tekst.")
    out(f"Se den efter bagefter: vforlob agenda tjek {spelt(new.id)}")


def _path_of(name: str) -> str:
    """A file where one is named, else the agenda with that name."""
    given = os.path.expanduser(name)
    if os.path.isfile(given):
        return given
    if name.lower().endswith(".toml") or os.sep in name:
        raise NoSuchFile(name)
    return find_agenda_file(name, context().folder)


def _loaded(path: str) -> Agenda:
    try:
        with open(path, "rb") as file:
            data = file.read(LARGEST_FILE + 1)
    except OSError:
        raise NoSuchFile(path) from None
    return load_agenda(path, data)


def _loaded_or_none(file: AgendaFile) -> Agenda | None:
    try:
        return _loaded(file.path)
    except (FaultyFile, NoSuchFile):
        return None


def _is_own(path: str) -> bool:
    return os.path.dirname(path) == own_folder(context().folder)
