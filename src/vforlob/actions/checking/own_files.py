"""The user's own agendas, templates, rules and phrases: whether each can be used. Changes none of them."""

import os
from collections.abc import Iterator

from vforlob.actions.checking.fund import Fund, advarsel
from vforlob.agenda.library import AgendaFile, folded_name, own_files
from vforlob.errors.answer import FaultyFile

TEMPLATES = "skabeloner"
_LARGEST_AGENDA = 1 << 20  # more than the loader accepts, so that it can say so


def look_at_own_files(folder: str) -> Iterator[Fund]:
    yield from _agendas(folder)
    yield from _templates(os.path.join(folder, TEMPLATES))


def look_at_rules(folder: str) -> Iterator[Fund]:
    """`folder` is the twin: what was read is kept beside it."""
    from vforlob.store.fraser import load_fraser  # late: reads TOML
    from vforlob.store.regler import load_rulebook

    for load in (load_rulebook, load_fraser):
        try:
            load(folder)
        except FaultyFile as faulty:
            yield _fund("regler", os.path.basename(faulty.file), "regler", faulty, "")
            return


def _agendas(folder: str) -> Iterator[Fund]:
    from vforlob.agenda.loader import load_agenda  # late: few have any of their own

    for file in own_files(folder):
        try:
            with open(file.path, "rb") as opened:
                load_agenda(os.path.basename(file.path), opened.read(_LARGEST_AGENDA))
        except FaultyFile as faulty:
            yield _fund("dagsorden", os.path.basename(file.path), "agendas", faulty, _see(file))
        except OSError:
            yield _unreadable("dagsorden", os.path.basename(file.path), "agendas")


def _see(file: AgendaFile) -> str:
    name = folded_name(file.id)
    return f"Se fejlene: vforlob agenda tjek {name}" if name.isascii() and name.replace("_", "a").isalnum() else ""


def _templates(folder: str) -> Iterator[Fund]:
    try:
        names = sorted(os.listdir(folder))
    except OSError:
        return
    for name in names:
        try:
            if name.endswith(".jinja"):
                _check_jinja(name, folder)
            elif name.endswith(".docx") and not name.startswith("~$"):  # Word's own, while the file is open
                _check_word(os.path.join(folder, name))
        except FaultyFile as faulty:
            yield _fund("skabelon", name, TEMPLATES, faulty, "")


def _check_jinja(name: str, folder: str) -> None:
    from vforlob.render.environment import Sandbox  # late: jinja2 costs five starts
    from vforlob.render.faults import as_faulty_file
    from vforlob.render.limits import LARGEST_SOURCE

    with as_faulty_file(name, folder):
        Sandbox(str, folder, LARGEST_SOURCE).get_template(name)


def _check_word(path: str) -> None:
    from vforlob.render.docx.own import opened  # late: python-docx costs ten starts

    opened(path)


def _fund(what: str, name: str, folder: str, faulty: FaultyFile, see: str) -> Fund:
    first = faulty.faults[0] if faulty.faults else None
    line = f"linje {first.line}" if first and first.line else ""
    more = f" ({len(faulty.faults)} fejl)" if len(faulty.faults) > 1 else ""
    said = f" {first.sentence}" if first else ""
    where = os.path.join(folder, name)
    place = f"{line} i {where}" if line else where
    return advarsel(f"egen-{what}", f"{where} kan ikke bruges{more}.{said}", see or f"Ret {place}.")


def _unreadable(what: str, name: str, folder: str) -> Fund:
    where = os.path.join(folder, name)
    return advarsel(f"egen-{what}", f"{where} kan ikke læses.", f"Gør {where} læselig for dig, eller flyt den væk.")
