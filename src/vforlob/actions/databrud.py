"""What was on a machine, counted: how many people, which kinds of sensitive data, which files in the clear. No names.

Reads through `Rows`, so that it is the same for the open database and for a copy of any age. Knows no words.
"""

from collections.abc import Callable, Iterable, Sequence
from datetime import UTC, datetime, timedelta, timezone
from typing import Any, NamedTuple

from vforlob.store.datasheet import Sheet
from vforlob.store.envelope import Cost
from vforlob.store.reducing import GONE

Rows = Callable[[str], Sequence[Any]]
HOURS = 72
FOLDER, COPY = "mappe", "kopi"
CONTACTS = "kontaktperson"
LOCKED, IN_THE_CLEAR, MISSING, DAMAGED = "krypteret", "ukrypteret", "mangler", "beskadiget"
# Made of what stands elsewhere: they would count the same twice.
_MADE_OF_OTHERS = frozenset({"haendelse", "soeg", "sogetekst", "linje", "borger_linje", "udregnet"})
_TABLES = "SELECT name FROM sqlite_master WHERE type = 'table'"
_COLUMNS = 'SELECT name FROM pragma_table_info("{}")'
_NEWEST = "SELECT substr(tid_utc, 1, 10), (SELECT substr(tid_utc, 1, 10) FROM haendelse ORDER BY nr LIMIT 1) "
_NEWEST += "FROM haendelse ORDER BY nr DESC LIMIT 1"
_PLACE = "SELECT vaerdi FROM indstilling WHERE navn = 'kopi:sted' ORDER BY nr DESC LIMIT 1"
_FILES = "SELECT hvad, modtager, format, substr(tid, 1, 10), fjernet FROM eksport ORDER BY nr"
_CONTACTS = "SELECT count(*) FROM virksomhed WHERE coalesce(kontakt, '') <> ''"  # beside those with a row of their own
# Empty, an empty list, or what stands where words were deleted: as it is in a column, and as it is in an answer's JSON.
_SAYS_NOTHING = f"""('', '[]', '{GONE}', '"{GONE}"')"""
_NAMED = "SELECT count(*) FROM borger WHERE {} IS NOT NULL AND {} <> ''"


class File(NamedTuple):
    """One file outside the database: kind, recipient, format and days. Never its path, which somebody may have typed.
    `fjernet` is None as long as nobody has seen that it is gone.
    """

    hvad: str
    modtager: str | None
    format: str
    dag: str
    fjernet: str | None


class Content(NamedTuple):
    """`raekker` are the rows of every table, `foelsomt` those of them with something sensitive in them, by table.
    What can only be told by the key is None without it.
    """

    raekker: dict[str, int]
    foelsomt: dict[str, int] | None = None
    med_navn: int | None = None
    med_telefon: int | None = None
    foerste: str = ""
    nyeste: str = ""
    filer: tuple[File, ...] | None = None


class Lock(NamedTuple):
    """`fil` is one of the four states above; `art` the kind of key, empty where that could not be read. Whether the
    key lay in the keyring cannot be told from a copy: None.
    """

    fil: str
    art: str = ""
    pris: Cost | None = None
    kode: bool = False
    noeglering: bool | None = False


class Copied(NamedTuple):
    """One copy that lay on the machine: the day, how many events, how many bytes."""

    dag: str
    nr: int
    bytes: int


class Databrud(NamedTuple):
    """`kilde` is FOLDER or COPY. `indhold` is None when nothing could be told, `uden_noegle` when only a manifest of a
    copy told it; `manifest_dag` is then its day.
    """

    kilde: str
    laas: Lock
    indhold: Content | None
    uden_noegle: bool = False
    manifest_dag: str = ""
    kopier: tuple[Copied, ...] = ()
    andet_sted: str | None = None
    er_demo: bool = False


class Discovery(NamedTuple):
    """When it was found out, and until when the authority must be told. `is_said` when somebody said when."""

    opdaget: datetime
    frist: datetime
    nu: datetime
    is_said: bool = True

    @property
    def is_late(self) -> bool:
        return self.nu > self.frist

    @property
    def hours_left(self) -> int:
        return max(0, int((self.frist - self.nu) / timedelta(hours=1)))


def content_of(rows: Rows, sheet: Sheet) -> Content:
    """Of a database of this schema or an older one: what it does not have is not asked for."""
    tables = {name for (name,) in rows(_TABLES)}
    known = [name for name in sheet.columns if name in tables and name not in _MADE_OF_OTHERS]
    days = rows(_NEWEST) if "haendelse" in tables else []
    newest, first = days[0] if days else ("", "")
    files = tuple(File(*row) for row in rows(_FILES)) if "eksport" in tables else ()
    counts = {name: _count(rows, f'SELECT count(*) FROM "{name}"') for name in known}  # noqa: S608  # names of our schema
    counts[CONTACTS] = counts.get(CONTACTS, 0) + (_count(rows, _CONTACTS) if "virksomhed" in tables else 0)
    return Content(
        counts,
        {name: count for name in known if (count := _sensitive(rows, sheet, name))},
        _count(rows, _NAMED.format("navn", "navn")) if "borger" in tables else 0,
        _count(rows, _NAMED.format("telefon", "telefon")) if "borger" in tables else 0,
        first,
        newest,
        files,
    )


def second_place(rows: Rows) -> str:
    """The path that the consultant chose for copies, empty where she chose none. It may hold a name: never shown."""
    found = rows(_PLACE)
    return str(found[0][0] or "") if found else ""


def _sensitive(rows: Rows, sheet: Sheet, table: str) -> int:
    here = {name for (name,) in rows(_COLUMNS.format(table))}
    columns = [it.name for it in sheet.columns[table] if it.kind == "foelsom" and it.name in here]
    if not columns:
        return 0
    said = " OR ".join(f"coalesce(\"{name}\", '') NOT IN {_SAYS_NOTHING}" for name in columns)
    return _count(rows, f'SELECT count(*) FROM "{table}" WHERE {said}')  # noqa: S608  # names of our schema


def _count(rows: Rows, sql: str) -> int:
    return int(rows(sql)[0][0])


def clear_files(files: Iterable[File]) -> tuple[tuple[File, ...], tuple[File, ...]]:
    """Those not known to be gone, and those that are."""
    found = tuple(files)
    return tuple(it for it in found if it.fjernet is None), tuple(it for it in found if it.fjernet is not None)


def discovered(opdaget: datetime, nu: datetime, *, is_said: bool) -> Discovery:
    """Hours that pass, whatever the clock on the wall does in between."""
    frist = opdaget.astimezone(UTC) + timedelta(hours=HOURS)
    return Discovery(opdaget, frist.astimezone(None if is_local(opdaget) else opdaget.tzinfo), nu, is_said)


def is_local(moment: datetime) -> bool:
    """With a fixed offset, as the clock of the machine gives it: days later the offset may be another."""
    return isinstance(moment.tzinfo, timezone)
