"""Every column says what it is, what it is for, when it is due for deletion, and who may see it."""

import tomllib
from datetime import date
from pathlib import Path

import pytest

from vforlob.actions.fortegnelse import DAYS_OF, NEVER, gather_behandling
from vforlob.actions.slettefrister import set_deadline
from vforlob.store import datasheet
from vforlob.store.datasheet import FILE, TYPES, Column, read_sheet
from vforlob.store.store import Store

SHEET = read_sheet()
LINES = [(table, column) for table, columns in SHEET.columns.items() for column in columns]
SHARED = {"virksomhed", "statistik", "maned", "jobabning", "maltal", "agenda_udgave"}  # no borger in these


def schema(store: Store) -> dict[str, list[str]]:
    tables = [(name, kind) for place, name, kind, *_ in store.rows("PRAGMA table_list") if place == "main"]
    own = sorted(name for name, kind in tables if not name.startswith("sqlite_") and kind in {"table", "virtual"})
    return {name: [row[1] for row in store.rows(f"PRAGMA table_info({name})")] for name in own}


def test_the_sheet_has_every_column_of_every_table_and_no_other(store: Store) -> None:
    described = {table: [column.name for column in columns] for table, columns in sorted(SHEET.columns.items())}

    assert described == schema(store)


def test_a_new_column_without_a_line_is_found(store: Store) -> None:
    store.rows("ALTER TABLE borger ADD COLUMN cpr TEXT")

    assert schema(store)["borger"] != [column.name for column in SHEET.columns["borger"]]


def test_every_line_is_whole() -> None:
    faulty = [(table, column.name) for table, column in LINES if not is_whole(column)]

    assert faulty == []


def is_whole(column: Column) -> bool:
    purpose = column.purpose
    is_sentence = len(purpose) > 8 and purpose[0].isupper() and not purpose.endswith((".", "!"))
    return is_sentence and column.deadline in SHEET.deadlines


def test_what_is_about_a_person_is_seen_by_the_person_and_stays_here() -> None:
    sensitive = {(column.in_access, column.in_export) for _, column in LINES if column.kind == "foelsom"}

    assert sensitive == {(True, False)}
    assert {table for table, column in LINES if column.in_export} == SHARED


def test_every_deadline_and_table_has_a_sentence() -> None:
    for sentence in (*SHEET.deadlines.values(), *SHEET.about.values()):
        assert sentence.endswith(".")
    assert {column.deadline for _, column in LINES} == set(SHEET.deadlines)


RAW = tomllib.loads(Path(datasheet.__file__).with_name(FILE).read_text("utf-8"))["tabel"]
WORDS = {
    "type": set(TYPES),
    "frist": set(SHEET.deadlines),
    "indsigt": {"ja", "nej"},
    "eksport": {"ja", "nej"},
}


def faults_in(line: dict[str, str]) -> list[str]:
    """What every column must declare: type, purpose, deadline, indsigt, export, and nothing else."""
    wrong = [name for name, words in WORDS.items() if line.get(name) not in words]
    return [*wrong, *(["formaal"] if not line.get("formaal") else []), *(set(line) - {*WORDS, "formaal"})]


def test_every_column_declares_all_five() -> None:
    faulty = {
        f"{table}.{name}": found
        for table, own in RAW.items()
        for name, line in own["kolonne"].items()
        if (found := faults_in(line))
    }

    assert faulty == {}


@pytest.mark.parametrize("missing", ["type", "formaal", "frist", "indsigt", "eksport"])
def test_a_column_that_lacks_one_of_them_is_found(missing: str) -> None:
    whole = RAW["borger"]["kolonne"]["alias"]

    assert faults_in(whole) == []
    assert faults_in({name: word for name, word in whole.items() if name != missing}) == [missing]
    assert faults_in({**whole, missing: "måske" if missing != "formaal" else ""}) == [missing]


def test_every_deadline_is_one_that_is_set_in_days_or_none_at_all(store: Store, today: date) -> None:
    assert set(SHEET.deadlines) == {*DAYS_OF, NEVER}

    before = gather_behandling(store, today).frister
    for at, name in enumerate(sorted(set(DAYS_OF.values()))):
        set_deadline(store, name, 400 + at)
    after = gather_behandling(store, today).frister

    changed = {name for name in before if before[name] != after[name]}
    assert changed >= set(DAYS_OF.values())
    assert all(after[name] >= 400 for name in DAYS_OF.values())
