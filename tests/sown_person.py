"""A person with a mark found nowhere else in every column that she is to see, made from the schema itself.

A column that comes later gets its mark by itself when it is one of a record; a table that is no record kind has to be
sown here, and until it is, `unsown` names it.
"""

import types
from collections.abc import Iterator
from typing import Any, NamedTuple, Union, get_args, get_origin

from matrix import agenda as shipped
from vforlob.actions.settings import keep_setting
from vforlob.model.agenda import Agenda
from vforlob.model.answers import NOTE, Key, Value
from vforlob.rules.danish import number
from vforlob.store.agendas import keep_agenda
from vforlob.store.answers import keep_draft, save_answers
from vforlob.store.datasheet import read_sheet
from vforlob.store.kinds import RECORDS
from vforlob.store.opslag import note_access
from vforlob.store.sogning_index import catch_up
from vforlob.store.store import Store

AGENDAS = ("formode", "startmode", "opfolgning", "midtvejs", "afslutning", "eftervaern", "opkald")
# Nobody's in particular, made of the rest, or the same words once more: `soeg` is the index over `sogetekst`.
NOT_SOWN = {"statistik", "maned", "maltal", "sletning"}
SEARCHED = (("sogetekst", "tekst"), ("sogetekst", "foldet"), ("soeg", "foldet"))
# What once stood there about others is not hers to see.
OF_THE_PLACE = {"virksomhed", "kontaktperson"}
POINTING = {"borger", "virksomhed", "forlob", "samtale", "hensyn", "onske", "jobabning"}
# What must be a word of the program for the record to be hers at all.
_OURS = {("kvittering", "emne"): "samtale", ("indstilling", "navn"): "indsigt:b{}"}
_WHERE_IT_STANDS = {"emne_nr": "samtale", "hvad_nr": "samtale"}

Place = tuple[str, str]


class Person(NamedTuple):
    """`marks` are what stands in a document, by table and column; `secret` are those that stand in none."""

    nr: int
    marks: dict[Place, list[str]]

    def all(self) -> list[tuple[Place, str]]:
        return [(place, mark) for place, marks in self.marks.items() for mark in marks]


def unsown(person: Person) -> list[Place]:
    """The columns of the data sheet that she is to see and that hold no mark."""
    sheet = read_sheet().columns
    wanted = [(table, column.name) for table, columns in sheet.items() for column in columns if column.in_access]
    return [place for place in wanted if place not in person.marks]


class _Sower:
    def __init__(self, store: Store, tag: str, first: int) -> None:
        self.store, self.tag, self.next = store, tag, first
        self.marks: dict[Place, list[str]] = {}
        self.numbers: dict[str, int] = {}
        self.sheet = read_sheet()
        self.agendas: dict[str, Agenda] = {}

    def seen(self, table: str) -> set[str]:
        return {column.name for column in self.sheet.columns[table] if column.in_access}

    def note(self, table: str, column: str, mark: str) -> None:
        self.marks.setdefault((table, column), []).append(mark)

    def text(self) -> str:
        self.next += 1
        return f"kanarie{self.tag}{self.next}x"

    def count(self) -> int:
        self.next += 1
        return self.next

    def record(self, table: str) -> Any:
        """A record with a mark in every column, and then changed: what stood before is kept in the events."""
        kind = RECORDS[table]
        self._begin_at(table)
        with self.store.doing(f"{table} ny"):
            made = self.store.door(kind).add(kind(**dict(self._columns(table, kind))))
        self.numbers[table] = made.nr
        if "nr" in self.seen(table):
            self.note(table, "nr", str(made.nr))
        return made

    def change(self, table: str) -> None:
        """Every text once more: the first is then one of the past."""
        kind = RECORDS[table]
        if table in OF_THE_PLACE:
            return
        over = {
            column: self.mark(table, column, _kind_of(kind, column))
            for column in self.seen(table)
            if _kind_of(kind, column) in (str, tuple) and (table, column) not in _OURS
        }
        if over:
            with self.store.doing(f"{table} ret"):
                self.store.door(kind).change(self.numbers[table], **over)

    def _begin_at(self, table: str) -> None:
        """So far up that its number is a mark."""
        at = self.count()
        self.store.rows("DELETE FROM sqlite_sequence WHERE name = ?", (table,))
        self.store.rows("INSERT INTO sqlite_sequence(name, seq) VALUES(?, ?)", (table, at))

    def _columns(self, table: str, kind: type[Any]) -> Iterator[tuple[str, Any]]:
        for column in kind._fields:  # type: ignore[attr-defined]
            if column == "nr":
                yield column, 0
            elif (table, column) in _OURS:
                value = _OURS[table, column].format(self.numbers["borger"])
                yield column, value
                if column in self.seen(table):
                    self.note(table, column, value)
            elif column in POINTING and _kind_of(kind, column) is int:
                yield column, self._pointed(table, column)
            elif column in _WHERE_IT_STANDS:
                yield column, self._pointed(table, column, _WHERE_IT_STANDS[column])
            elif column == "agenda_sha":
                yield column, next(iter(self.agendas.values())).sha
            elif column in self.seen(table):
                yield column, self.mark(table, column, _kind_of(kind, column))
            elif _required(kind, column):
                yield column, _plain(_kind_of(kind, column))

    def _pointed(self, table: str, column: str, emne: str = "") -> int | None:
        nr = self.numbers.get(emne or column)
        if nr is not None and column in self.seen(table):
            # A virksomhed is told by its name, which she knows.
            self.note(table, column, f"sted{self.tag}" if column == "virksomhed" else str(nr))
        elif nr is None and column in self.seen(table):
            nr = self.count()  # of what nobody keeps beside her
            self.note(table, column, number(nr))
        return nr

    def mark(self, table: str, column: str, kind: type[Any]) -> Any:
        if kind is int or kind is float:
            found = self.count() + (0.5 if kind is float else 0)
            self.note(table, column, number(found))
            return found
        text = self.text()
        self.note(table, column, text)
        return (text,) if kind is tuple else text

    def samtaler(self, agendas: tuple[str, ...]) -> None:
        """After each of these agendas, in two finished versions and one that is being written."""
        for name in agendas:
            self._samtale(self.agendas[name])

    def _samtale(self, agenda: Agenda) -> None:
        from vforlob.model.samtale import Samtale

        made = self.record("samtale")
        with self.store.doing("samtale ret"):
            self.store.door(Samtale).change(made.nr, agenda_sha=agenda.sha)
        for udgave in (1, 2, 3):
            self._answer(made.nr, udgave, agenda)
            if udgave < 3:
                self._finish(made.nr, udgave)
        for punkt in agenda.punkter:
            for felt in punkt.felter[:1]:
                self._half_type(made.nr, Key(punkt.id, felt.id))
                self._half_type(made.nr, Key(punkt.id, "gammelt"))

    def _answer(self, samtale: int, udgave: int, agenda: Agenda) -> None:
        answers: dict[Key, Value | None] = {}
        for punkt in agenda.punkter:
            for felt in (*(felt.id for felt in punkt.felter), NOTE):
                raekke = 1 if punkt.is_liste and felt in {one.id for one in punkt.row_felter} else 0
                answers[Key(punkt.id, felt, raekke)] = self.mark("svar_nu", "vaerdi", str)
        save_answers(self.store, samtale, udgave, answers)

    def _finish(self, samtale: int, udgave: int) -> None:
        from vforlob.model.samtale import Samtale

        grund = self.text()
        self.note("samtale_udgave", "grund", grund)
        with self.store.doing("samtale færdig"):
            self.store.door(Samtale).change(samtale, udgave=udgave, kladde_udgave=udgave + 1, grund=grund)

    def _half_type(self, samtale: int, key: Key) -> None:
        text = self.text()
        keep_draft(self.store, samtale, key, text)
        self.note("kladde", "tekst", text)


def sow(store: Store, tag: str, first: int, agendas: tuple[str, ...] = AGENDAS) -> Person:
    """`tag` stands in every mark that is a text, `first` is what those that are numbers begin after."""
    sower = _Sower(store, tag, first)
    keep_setting(store, "navne", "ja")
    for name in agendas:
        agenda, text = shipped(name), f"# {name}\n"
        sower.agendas[name] = agenda
        keep_agenda(store, agenda, text)
    for table in _in_order():
        sower.record(table)
        if table == "virksomhed":
            _named(store, sower)
    sower.samtaler(agendas)
    for table in _in_order():
        sower.change(table)
    _named(store, sower)
    _looked_at(store, sower)
    _places_of(store, sower)
    return Person(sower.numbers["borger"], sower.marks)


def _in_order() -> list[str]:
    """A receipt and a setting point to the rest."""
    late = ("kvittering", "indstilling", "eksport", "aflevering")
    found = [table for table in RECORDS if table not in NOT_SOWN]
    return [*(table for table in found if table not in late), *late]


def _named(store: Store, sower: _Sower) -> None:
    from vforlob.model.virksomhed import Virksomhed

    with store.doing("virksomhed ret"):
        store.door(Virksomhed).change(sower.numbers["virksomhed"], navn=f"sted{sower.tag}")


def _looked_at(store: Store, sower: _Sower) -> None:
    nr = sower.numbers["borger"]
    command = sower.text()
    note_access(store, "læst", nr, kommando=command)
    sower.note("opslag", "kommando", command)
    sower.note("opslag", "handling", "læst")
    sower.note("opslag", "borger", str(nr))
    sower.note("opslag", "tid", "20. november 2026")


def index(store: Store, person: Person) -> Person:
    """With the words that can be searched: the same once more, in an index that takes a second to make."""
    catch_up(store, lambda: None)
    texts = [text for (text,) in store.rows("SELECT tekst FROM sogetekst WHERE borger = ?", (person.nr,))]
    return person._replace(marks={**person.marks, **dict.fromkeys(SEARCHED, texts)})


def _places_of(store: Store, sower: _Sower) -> None:
    """What says where something stands: told by the heading it stands under."""
    agenda = next(iter(sower.agendas.values()))
    punkt = agenda.punkter[0]
    samtale = str(sower.numbers["samtale"])
    for table in ("svar_nu", "samtale_udgave", "kladde"):
        sower.note(table, "samtale", samtale)
    for table in ("svar_nu", "kladde"):
        sower.note(table, "punkt", punkt.text)
        sower.note(table, "felt", punkt.felter[0].text)
        sower.note(table, "raekke", "række 1" if table == "svar_nu" else punkt.text)
    sower.note("svar_nu", "udgave", "udgave 1")
    sower.note("samtale_udgave", "udgave", "Udgave 2")
    sower.note("samtale_udgave", "tid", "gjort færdig 20. november 2026")
    sower.note("haendelse", "tid_utc", "Skrevet ind")
    sower.note("haendelse", "emne_nr", samtale)
    sower.note("haendelse", "sted", punkt.text)
    for mark in sower.marks["aftale", "hvad"][:1]:
        sower.note("haendelse", "indhold", mark)  # changed since: it stands in the event alone


def _kind_of(kind: type[Any], column: str) -> type[Any]:
    found = kind.__annotations__[column]
    if get_origin(found) in (Union, types.UnionType):
        found = next(one for one in get_args(found) if one is not type(None))
    return get_origin(found) or found  # type: ignore[no-any-return]


def _required(kind: type[Any], column: str) -> bool:
    return column not in kind._field_defaults  # type: ignore[attr-defined]


def _plain(kind: type[Any]) -> Any:
    return {str: "", int: 1, float: 1.0, tuple: ()}[kind]
