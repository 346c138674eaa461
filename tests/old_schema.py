"""A database as an earlier program wrote it: its tables, and events without the columns that came later."""

from collections.abc import Callable
from datetime import datetime
from typing import Any

from vforlob.agenda.loader import text_sha
from vforlob.model.aftale import Aftale
from vforlob.model.answers import Key
from vforlob.model.borger import Borger
from vforlob.model.forlob import Forlob, Plan
from vforlob.model.hensyn import Clearance, Hensyn
from vforlob.model.onske import Onske
from vforlob.model.opgave import Opgave
from vforlob.model.samtale import Samtale
from vforlob.model.timer import Timer
from vforlob.model.virksomhed import Virksomhed
from vforlob.store import recording
from vforlob.store.answers import save_answers
from vforlob.store.database import create_database, open_database
from vforlob.store.migrate import migrate
from vforlob.store.migrations import MIGRATIONS
from vforlob.store.session import Session
from vforlob.store.tables import Record, Table, table_of

FIRST = 1
AGENDA = """
id = "opfolgning"
titel = "Opfølgning fra før"
version = "1"
kilde = "afledt af Cabi"
gaelder = "forlob"
deltagere = ["borger", "leder", "konsulent"]

[[punkt]]
id = "hvordan_gar_det"
tekst = "Hvordan går det?"
type = "gruppe"

[[punkt.felt]]
id = "borger_tekst"
tekst = "Borgeren siger"
type = "tekst"
part = "borger"
"""
SHA = text_sha(AGENDA)
COMPILED = "[]"  # in a form that this program does not read any more: then the text is
GIVEN = Key("hvordan_gar_det", "borger_tekst")


def made_by_the_first(folder: str, key: bytes, now: Callable[[], datetime], rows: int = 1) -> Session:
    return made_by(FIRST, folder, key, now, rows)


def made_by(schema: int, folder: str, key: bytes, now: Callable[[], datetime], rows: int = 1) -> Session:
    """That schema with a case, a finished samtale with answers, a change, and one thing removed. Still open."""
    create_database(folder, key).close()
    session = Session(lambda: open_database(folder, key, newest=schema), folder, now)
    migrate(session, MIGRATIONS[:schema])
    session.rows("INSERT INTO agenda_udgave VALUES(?, 'opfolgning', ?, ?)", (SHA, AGENDA, COMPILED))
    for _ in range(rows):
        _add_case(session)
    return session


def rows_of(session: Session) -> dict[str, list[Any]]:
    """Every row of every table with the columns of the first schema."""
    names = [
        row[0]
        for row in session.rows("SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT GLOB 'sqlite_*'")
    ]
    return {name: session.rows(f"SELECT {', '.join(_columns(session, name))} FROM {name}") for name in names}


def _columns(session: Session, name: str) -> list[str]:
    return [row[1] for row in session.rows(f"PRAGMA table_info({name})")]


def _old(session: Session, kind: type[Record]) -> Table:
    """The table as the program of the time knew it."""
    table = table_of(kind)
    columns = tuple(name for name in table.columns if name in _columns(session, table.emne))
    names, marks = ", ".join(columns), ", ".join("?" * len(columns))
    insert = f"INSERT INTO {table.emne}({names}) VALUES({marks}) RETURNING nr"
    return table._replace(columns=columns, select=f"SELECT {names} FROM {table.emne}", insert=insert)


def _row(session: Session, record: Any) -> dict[str, Any]:
    table = _old(session, type(record))
    return {name: table.clean(name, getattr(record, name)) for name in table.columns}


def _add(session: Session, record: Any) -> int:
    row = _row(session, record)
    row["nr"] = recording.add_row(session, _old(session, type(record)), None, row)
    return int(row["nr"])


def _change(session: Session, record: Any, **changes: Any) -> None:
    recording.change_row(session, _old(session, type(record)), _row(session, record), changes)


def _add_case(session: Session) -> None:
    with session.doing("forlob ny"):
        borger = _add(session, Borger(0, "Æ-7", "aktivitetsparat", "taet_pa", oprettet="2026-10-28"))
        virksomhed = _add(session, Virksomhed(0, "Ørbæk & Søn", branche="lager"))
        forlob = Forlob(0, borger, virksomhed, "virksomhedspraktik", "2026-11-04", "2027-02-03", dage=("man", "ons"))
        forlob = forlob._replace(nr=_add(session, forlob))
        hensyn = _add(session, Hensyn(0, borger, "træt", "ro", "pause", hvem=("leder",)))
        _add(session, Clearance(0, hensyn, forlob.nr, "leder", "ma", "2026-11-04"))
        _add(session, Opgave(0, borger, forlob.nr, "fejning", "selvstaendigt"))
        _add(session, Timer(0, borger, forlob.nr, "2026-11-04", praktik=12.5))
        _add(session, Onske(0, borger, 1, "savværk"))
        _add(session, Plan(0, borger, forlob.nr, "2026-12-01"))
    with session.doing("samtale ny"):
        samtale = Samtale(0, "opfolgning", SHA, borger, forlob.nr, "2026-11-20", deltagere=("borger", "leder"))
        samtale = samtale._replace(nr=_add(session, samtale))
    save_answers(session, samtale.nr, 1, {GIVEN: "det går"})
    with session.doing("samtale færdig"):
        _change(session, samtale, status="faerdig", udgave=1, kladde_udgave=None)
    with session.doing("aftale ny"):
        aftale = Aftale(0, borger, forlob.nr, "ringe", ("konsulent",), frist="2026-11-27")
        aftale = aftale._replace(nr=_add(session, aftale))
    with session.doing("aftale slet"):
        recording.remove_row(session, _old(session, Aftale), _row(session, aftale))
    with session.doing("forløb ret"):
        _change(session, forlob, slut="2027-03-03")
