"""What waits for the journal, as a list for the konsulent, as text to paste, as JSON. Decides nothing."""

from collections.abc import Iterable, Iterator
from datetime import date
from typing import Any

from vforlob.actions.journal import Group, Note
from vforlob.actions.journal_texts import text_of
from vforlob.actions.journal_words import subject
from vforlob.cli.agenda_names import spelt
from vforlob.cli.layout import one_line
from vforlob.model.forlob import Forlob
from vforlob.model.virksomhed import Virksomhed
from vforlob.rules.danish import counted, long_date, short_date
from vforlob.store.store import Store

ALL_IN = "Alt er sat ind i journalen."
NOTHING_OF_HERS = "Alt om {} er sat ind i journalen."
NOW, CHANGED = "skal ind i dag", "ændret siden sidst"


def list_lines(store: Store, groups: Iterable[Group], today: date, width: int) -> Iterator[str]:
    """Borger by borger, each note with the tag it is receipted by."""
    yield f" Kun til dig · Til journalen · {long_date(today)}"
    for group in groups:
        yield ""
        yield f" {name_of(group)}"
        for note in group.notes:
            yield note_line(store, note, today, width)


def note_line(store: Store, note: Note, today: date, width: int = 80) -> str:
    where = f"f{note.forlob}" if note.forlob else ""
    marks = [mark for mark, stands in ((CHANGED, note.is_sent), (NOW, note.is_late)) if stands]
    behind = f" · {' · '.join(marks)}" if marks else ""
    head = f"   {note.tag:<6}{short_date(note.dato, today):>6}  {where:<5} "
    room = max(12, width - len(head) - len(behind) - 1)
    said = subject_of(note)
    return f"{head}{said if len(said) <= room else f'{said[: room - 1]}…'}{behind}".rstrip()


def subject_of(note: Note) -> str:
    """Opfølgning; Kontakt, telefon; Aftale: sætte ind i pakkebordet"""
    if note.emne != "samtale":
        return one_line(subject(note.emne, note.record))
    name = spelt(note.record.agenda)
    return f"{name[:1].upper()}{name[1:]}"


def name_of(group: Group) -> str:
    return f"b{group.borger.nr} · {one_line(group.borger.alias)}"


def counted_notes(notes: Iterable[Note]) -> str:
    return counted(len(list(notes)), "notat", "notater")


def paste_lines(store: Store, groups: tuple[Group, ...], *, titled: bool) -> Iterator[str]:
    """The texts themselves, unwrapped. Between borgere a heading, for theirs are different journals; `titled` gives
    every note one.
    """
    for place, group in enumerate(groups):
        if len(groups) > 1:
            yield from ([""] if place else [])
            yield f"=== {name_of(group)} ==="
            yield ""
        for number, note in enumerate(group.notes):
            yield from ([""] if number else [])
            if titled:
                yield from (f"--- {note.tag} ---", "")
            yield text_of(store, note)


def journal_json(store: Store, groups: Iterable[Group]) -> dict[str, Any]:
    return {"raekker": [_row(store, group, note) for group in groups for note in group.notes]}


def _row(store: Store, group: Group, note: Note) -> dict[str, Any]:
    return {
        "id": note.nr,
        "nummer": note.tag,
        "art": note.emne,
        "borger": group.borger.nr,
        "alias": group.borger.alias,
        "forlob": note.forlob,
        "virksomhed": _virksomhed(store, note.forlob),
        "dato": note.dato,
        "aendret": "ja" if note.is_sent else "nej",
        "skal_ind": "ja" if note.is_late else "nej",
        "tekst": text_of(store, note),
    }


def _virksomhed(store: Store, forlob: int | None) -> str | None:
    if forlob is None:
        return None
    return store.door(Virksomhed).get(store.door(Forlob).get(forlob).virksomhed).navn
