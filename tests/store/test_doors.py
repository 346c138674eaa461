"""Records go in and come out as values, with one event each."""

from typing import Any

import pytest

from building import make_borger, make_case
from vforlob.errors.records import NamesNotAllowed, RecordNotFound
from vforlob.errors.store import RecordInUse
from vforlob.model.accounts import Indstilling
from vforlob.model.aftale import Aftale
from vforlob.model.borger import Borger
from vforlob.model.ferie import Ferie
from vforlob.model.forlob import Forlob
from vforlob.model.hensyn import Hensyn
from vforlob.store.kinds import RECORDS, table_named
from vforlob.store.store import Store


def events(store: Store) -> int:
    return int(store.rows("SELECT count(*) FROM haendelse")[0][0])


def test_a_record_comes_back_as_it_went_in(store: Store) -> None:
    case = make_case(store)
    wanted = Aftale(
        0, case.borger.nr, None, "Æblegrød »æøå« [/] {{x}} 'x' \"y\"\n\tto linjer 🙂", ("borger", "andre"), "mor", None
    )

    with store.doing("aftale ny"):
        added = store.door(Aftale).add(wanted)

    assert store.door(Aftale).get(added.nr) == wanted._replace(nr=added.nr) == added


def test_hours_are_decimals_wherever_they_are_read(store: Store) -> None:
    case = make_case(store, forlob={"timer": 20})
    assert case.forlob is not None

    stored = store.door(Forlob).get(case.forlob.nr).timer
    then = store.door(Forlob).as_of(1 << 40, nr=case.forlob.nr)[0].timer

    assert [(hours, type(hours)) for hours in (case.forlob.timer, stored, then)] == [(20.0, float)] * 3


def test_records_are_found_by_their_columns_in_the_order_of_numbers(store: Store) -> None:
    case = make_case(store)
    make_case(store)

    found = store.door(Aftale).find(borger=case.borger.nr, modtagere=None, hvem=("virksomhed",))

    assert [aftale.hvad for aftale in found] == ["sætte ind i pakkebordet"]
    assert [aftale.nr for aftale in store.door(Aftale).find()] == [1, 2, 3, 4, 5, 6]


def test_a_column_that_is_not_there_is_a_mistake_in_the_program(store: Store) -> None:
    with pytest.raises(TypeError):
        store.door(Aftale).find(**{"nr = nr; --": 1})


def test_a_record_that_is_not_there_is_named_by_kind_and_number(store: Store) -> None:
    with pytest.raises(RecordNotFound) as caught:
        store.door(Borger).get(7)

    assert (caught.value.emne, caught.value.nr) == ("borger", 7)


def test_a_change_that_changes_nothing_writes_nothing(store: Store) -> None:
    case = make_case(store)
    before = events(store)

    with store.doing("aftale ret"):
        store.door(Aftale).change(case.aftaler[0].nr, hvem=["virksomhed"], status="aben")

    assert events(store) == before


def test_an_event_holds_only_what_became_different(store: Store) -> None:
    case = make_case(store)

    with store.doing("aftale ret"):
        changed = store.door(Aftale).change(case.aftaler[0].nr, status="gjort", afsluttet="2026-11-20", flyttet=0)

    assert changed == case.aftaler[0]._replace(status="gjort", afsluttet="2026-11-20")
    newest = store.rows("SELECT art, emne, emne_nr, sted, indhold FROM haendelse ORDER BY nr DESC LIMIT 1")[0]
    expected = '{"for":{"status":"aben","afsluttet":null},"efter":{"status":"gjort","afsluttet":"2026-11-20"}}'
    assert newest == ("aftale ret", "aftale", changed.nr, f"b{case.borger.nr}", expected)


def test_a_number_is_never_given_twice(store: Store) -> None:
    first = make_borger(store)
    with store.doing("borger slet"):
        store.door(Borger).remove(first.nr)

    assert make_borger(store).nr == first.nr + 1


def test_a_record_that_others_point_to_is_not_removed(store: Store) -> None:
    case = make_case(store)
    before = events(store)

    with pytest.raises(RecordInUse), store.doing("borger slet"):
        store.door(Borger).remove(case.borger.nr)

    assert store.door(Borger).get(case.borger.nr) == case.borger
    assert events(store) == before


def test_an_error_in_the_middle_takes_everything_back(store: Store) -> None:
    def add_and_interrupt() -> None:
        with store.doing("borger ny"):
            store.door(Borger).add(Borger(0, "A-1"))
            raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        add_and_interrupt()

    assert store.door(Borger).find() == ()
    assert events(store) == 0


def test_writing_outside_and_inside_another_thing_is_refused(store: Store) -> None:
    with pytest.raises(RuntimeError):
        store.door(Borger).add(Borger(0, "A-1"))
    with store.doing("borger ny"), pytest.raises(RuntimeError), store.doing("borger ny"):
        pass

    assert store.door(Borger).find() == ()


def test_a_gruppe_can_be_continued(store: Store) -> None:
    with store.doing("borger ny") as gruppe:
        store.door(Borger).add(Borger(0, "A-1"))
    with store.doing("hensyn ny", gruppe=gruppe):
        store.door(Hensyn).add(Hensyn(0, 1))

    assert store.rows("SELECT DISTINCT gruppe FROM haendelse") == [(gruppe,)]


@pytest.mark.parametrize("column", ["navn", "telefon"])
def test_a_name_is_refused_where_the_kommune_has_not_allowed_names(store: Store, column: str) -> None:
    borger = make_borger(store)

    for attempt in (lambda: make_borger(store, **{column: "Mette"}), lambda: _change(store, borger.nr, column)):
        with pytest.raises(NamesNotAllowed):
            attempt()

    assert store.door(Borger).find() == (borger,)


def test_a_name_can_be_written_when_names_are_allowed_and_not_after(store: Store) -> None:
    with store.doing("opsaet"):
        store.door(Indstilling).add(Indstilling(0, "navne", "ja", "2026-11-20"))
    borger = make_borger(store, navn="Mette")
    with store.doing("opsaet"):
        store.door(Indstilling).add(Indstilling(0, "navne", "nej", "2026-11-21"))

    with pytest.raises(NamesNotAllowed):
        _change(store, borger.nr, "navn")


def _change(store: Store, nr: int, column: str) -> None:
    with store.doing("borger ret"):
        store.door(Borger).change(nr, **{column: "Mette Hansen"})


def test_records_can_be_seen_as_they_were(store: Store) -> None:
    case = make_case(store)
    then = events(store)
    with store.doing("aftale ret"):
        store.door(Aftale).change(case.aftaler[0].nr, status="gjort")
        store.door(Aftale).remove(case.aftaler[2].nr)
        store.door(Aftale).add(case.aftaler[1])

    assert store.door(Aftale).as_of(then, borger=case.borger.nr) == case.aftaler
    assert store.door(Aftale).as_of(then, status="aben") == case.aftaler
    assert store.door(Aftale).as_of(then, nr=case.aftaler[0].nr) == case.aftaler[:1]
    assert store.door(Aftale).as_of(events(store)) == store.door(Aftale).find()


@pytest.mark.parametrize(("whose", "sted"), [({"borger": 1}, "b1"), ({"virksomhed": 1}, "v1"), ({}, None)])
def test_a_record_that_may_have_one_of_several_owners_is_the_one_it_has(
    store: Store, whose: dict[str, int], sted: str | None
) -> None:
    make_case(store)

    with store.doing("ferie ny"):
        ferie = store.door(Ferie).add(Ferie(0, **whose, fra="2026-12-21", til="2026-12-31"))

    assert store.rows("SELECT sted FROM haendelse WHERE emne = 'ferie'") == [(sted,)]
    assert store.door(Ferie).find(**whose or {"borger": None, "virksomhed": None}) == (ferie,)


def test_a_record_that_changed_owner_is_found_as_of_either_time(store: Store) -> None:
    first, second = make_case(store), make_case(store)
    moved = first.aftaler[0]
    then = events(store)
    with store.doing("aftale ret"):
        store.door(Aftale).change(moved.nr, borger=second.borger.nr, forlob=None)

    assert moved in store.door(Aftale).as_of(then, borger=first.borger.nr)
    assert moved.nr not in {a.nr for a in store.door(Aftale).as_of(events(store), borger=first.borger.nr)}
    assert moved.nr in {a.nr for a in store.door(Aftale).as_of(events(store), borger=second.borger.nr)}


@pytest.mark.parametrize("emne", RECORDS)
def test_every_kind_has_a_table_with_its_fields(store: Store, emne: str) -> None:
    stored = [row[1:4] for row in store.rows(f"PRAGMA table_info({emne})")]

    assert [(name, kind, bool(required)) for name, kind, required in stored] == [
        _column(RECORDS[emne], name) for name in table_named(emne).columns
    ]


def _column(kind: Any, name: str) -> tuple[str, str, bool]:
    annotation = str(kind.__annotations__[name])
    stored = "REAL" if "float" in annotation else "INTEGER" if "int" in annotation else "TEXT"
    return name, stored, name != "nr" and "None" not in annotation


def test_every_table_is_strict(store: Store) -> None:
    found = store.rows("PRAGMA table_list")
    tables = [row for row in found if row[0] == "main" and row[2] == "table" and not row[1].startswith("sqlite_")]

    assert [row[1] for row in tables if not row[5]] == []
