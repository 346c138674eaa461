"""Agendas as they were asked, and compiled ones that need not be read again. Knows no TOML and no question."""

import os
from collections.abc import Callable

from vforlob import __version__
from vforlob.agenda.codec import from_json, to_json
from vforlob.errors.place import DatabaseDamaged
from vforlob.model.agenda import Agenda
from vforlob.store.database import NAME as DATABASE
from vforlob.store.session import Session

Load = Callable[[str, bytes], Agenda]

_KEEP = (
    "INSERT INTO agenda_udgave(sha, id, tekst, kompileret) VALUES(?, ?, ?, ?)"
    " ON CONFLICT DO UPDATE SET kompileret = excluded.kompileret WHERE kompileret <> excluded.kompileret"
)
_NOTE = (
    "INSERT INTO agenda_fil(sti, id, stoerrelse, mtime_ns, sha, program) VALUES(?, ?, ?, ?, ?, ?)"
    " ON CONFLICT DO UPDATE SET id = excluded.id, stoerrelse = excluded.stoerrelse, mtime_ns = excluded.mtime_ns,"
    " sha = excluded.sha, program = excluded.program"
)
_KNOWN = (
    "SELECT kompileret FROM agenda_fil JOIN agenda_udgave USING(sha)"
    " WHERE sti = ? AND stoerrelse = ? AND mtime_ns = ? AND program = ?"
)


def keep_agenda(session: Session, agenda: Agenda, text: str) -> None:
    """Under the hash of its text; the same text twice is one."""
    with session.joining("agenda"):
        session.rows(_KEEP, (agenda.sha, agenda.id, text, to_json(agenda)))


def agenda_as_asked(session: Session, sha: str) -> Agenda:
    """What the samtale was held after, whatever the file says today."""
    rows = session.rows("SELECT tekst, kompileret FROM agenda_udgave WHERE sha = ?", (sha,))
    if not rows:
        raise DatabaseDamaged(os.path.join(session.folder, DATABASE))  # a samtale without what was asked
    text, compiled_text = rows[0]
    try:
        return from_json(compiled_text)
    except ValueError:
        from vforlob.agenda.loader import load_agenda  # late: only after the compiled form has changed

        return load_agenda("", text.encode())


def compiled(session: Session, path: str, load: Load) -> Agenda:
    """The agenda of a file, read again only when the file or the program has changed."""
    found = os.stat(path)
    mark = (path, found.st_size, found.st_mtime_ns, __version__)
    for (text,) in session.rows(_KNOWN, mark):
        try:
            return from_json(text)
        except ValueError:
            break  # written by another form of the codec: read the file
    return _read(session, path, load)


def _read(session: Session, path: str, load: Load) -> Agenda:
    with open(path, "rb") as file:
        found, content = os.fstat(file.fileno()), file.read()
    agenda = load(path, content)
    with session.joining("agenda"):
        keep_agenda(session, agenda, content.decode("utf-8-sig"))
        session.rows(_NOTE, (path, agenda.id, found.st_size, found.st_mtime_ns, agenda.sha, __version__))
    return agenda
