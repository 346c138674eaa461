"""The text of what waits for the journal: a samtale as its referat to the journal, the rest in sentences of ours.

Knows no screen. The texts of others would be made elsewhere: these are for the case alone.
"""

import os
from typing import Any

from vforlob.actions.journal import Group, Note
from vforlob.actions.journal_words import Told, paragraph
from vforlob.actions.settings import setting
from vforlob.model.case import Held
from vforlob.model.forlob import Forlob
from vforlob.model.hensyn import Clearance
from vforlob.model.samtale import Samtale
from vforlob.model.virksomhed import Virksomhed
from vforlob.store.agendas import agenda_as_asked
from vforlob.store.case import load_held
from vforlob.store.store import Store

RECIPIENT, FORMAT = "journal", "txt"
SIGNED_WITH = ("konsulent", "telefon")
TEMPLATES = "skabeloner"


def text_of(store: Store, note: Note) -> str:
    """Without a line break at the end."""
    if note.emne == "samtale":
        return samtale_text(store, note.record)
    return paragraph(note.emne, _told(store, note), is_sent=note.is_sent)


def text_of_group(store: Store, group: Group) -> str:
    """One after the other with an empty line between, as they are pasted."""
    return "\n\n".join(text_of(store, note) for note in group.notes)


def samtale_text(store: Store, samtale: Samtale) -> str:
    """The newest finished version, after the kommune's own template where it has one."""
    from vforlob.actions.make_referat import make_referat  # late: with its template it is most of the cost of a text
    from vforlob.render.render import render  # likewise

    settings = {name: setting(store, name) for name in SIGNED_WITH}
    referat = make_referat(newest_held(store, samtale), RECIPIENT, settings)
    return str(render(referat, FORMAT, os.path.join(store.folder, TEMPLATES))).strip("\n")


def newest_held(store: Store, samtale: Samtale) -> Held:
    return load_held(store, samtale.nr, agenda_as_asked(store, samtale.agenda_sha), udgave=samtale.udgave)


def _told(store: Store, note: Note) -> Told:
    known = next((row.known for row in note.rows if row.emne == note.emne), None)
    clearances = tuple(store.door(Clearance).get(row.nr) for row in note.rows if row.emne == "clearance")
    is_only = note.emne == "hensyn" and all(row.emne == "clearance" for row in note.rows)
    return Told(note.record, note.dato, _places(store, note.record, clearances), known, clearances, is_only)


def _places(store: Store, record: Any, clearances: tuple[Clearance, ...]) -> dict[int, str]:
    """What the virksomhed is called, by forløb."""
    numbers = {getattr(record, "forlob", None), *(one.forlob for one in clearances)} - {None}
    forlobene = [store.door(Forlob).get(nr) for nr in sorted(nr for nr in numbers if nr)]
    return {it.nr: store.door(Virksomhed).get(it.virksomhed).navn for it in forlobene}
