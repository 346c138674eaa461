"""Every column says what it is, what it is for, when it is due for deletion, and who may see it."""

from vforlob.store.datasheet import Column, read_sheet
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
