"""What is stored is what the events say, after any sequence of work, and can be made again from them."""

import shutil
import tempfile
from typing import Any

import pytest
from hypothesis import HealthCheck, settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, precondition, rule

from building import finish, make_case, make_samtale
from conftest import KEY, NOW
from vforlob.errors.records import RecordNotFound
from vforlob.errors.store import NothingToUndo, RecordInUse
from vforlob.model.aftale import Aftale
from vforlob.model.answers import Key, Value
from vforlob.model.forlob import Forlob, Plan
from vforlob.model.samtale import Samtale
from vforlob.model.timer import Timer
from vforlob.store.answers import answers_of, copy_answers, drop_draft_version, save_answer, save_answers
from vforlob.store.chain import verify
from vforlob.store.key import create_with_raw_key
from vforlob.store.open import create_store
from vforlob.store.rebuild import PROJECTIONS, differences, rebuild
from vforlob.store.store import Store
from vforlob.store.undo import undo_last

TEXT = Key("hvordan_gar_det", "borger_tekst")


@pytest.fixture
def worked(store: Store) -> Store:
    """Every kind of write once."""
    case = make_case(store)
    samtale = finish(store, make_samtale(store, case, answers={TEXT: "godt", Key("timetal", "praktik"): 12.5}))
    with store.doing("samtale ret"):
        draft = store.door(Samtale).change(samtale.nr, kladde_udgave=2)
        copy_answers(store, samtale.nr, 1, 2)
    save_answer(store, samtale.nr, 2, TEXT, None)
    finish(store, draft, grund="tastefejl")
    with store.doing("aftale ret"):
        store.door(Aftale).change(1, status="gjort", hvem=("borger",))
        store.door(Aftale).remove(2)
    return store


def stored(store: Store) -> dict[str, Any]:
    return {name: store.rows(f"SELECT * FROM {name}") for name in [*(p.name for p in PROJECTIONS), "forlob_linje"]}


def test_what_is_stored_is_what_the_events_say(worked: Store) -> None:
    assert differences(worked) == []


@pytest.mark.parametrize(
    ("sql", "named"),
    [
        ("UPDATE aftale SET hvad = 'x', frist = NULL WHERE nr = 3", ["aftale 3: hvad, frist"]),
        ("DELETE FROM aftale WHERE nr = 3", ["aftale 3: mangler"]),
        ("INSERT INTO virksomhed(nr, navn) VALUES(99, 'x')", ["virksomhed 99: for meget"]),
        ("UPDATE svar_nu SET vaerdi = '13.5' WHERE punkt = 'timetal'", ["svar_nu 1/1/timetal/praktik/0: vaerdi"]),
        ("UPDATE samtale_udgave SET grund = 'x' WHERE udgave = 2", ["samtale_udgave 1/2: grund"]),
        ("UPDATE forlob_linje SET dato = NULL", ["forlob_linje 1"]),
    ],
)
def test_a_difference_is_named_without_what_stands_there(worked: Store, sql: str, named: list[str]) -> None:
    worked.rows(sql)

    found = differences(worked)

    assert found[:1] == named
    rebuild(worked)
    assert differences(worked) == []


def test_everything_is_made_again_from_the_events_alone(worked: Store) -> None:
    before = stored(worked)
    worked.rows("PRAGMA foreign_keys = OFF")
    for name in before:
        worked.rows(f"DELETE FROM {name}")
    worked.rows("PRAGMA foreign_keys = ON")

    rebuild(worked)

    assert stored(worked) == before
    assert worked.rows("PRAGMA foreign_key_check") == []


def test_the_next_contact_is_the_newest_plan(store: Store) -> None:
    forlob = make_case(store).forlob
    assert forlob is not None
    assert store.rows("SELECT * FROM forlob_linje") == [(forlob.nr, "aben", "2026-12-01", "14:30", "besog")]

    with store.doing("plan"):
        newer = store.door(Plan).add(Plan(0, forlob.borger, forlob.nr, "2026-11-25"))
        store.door(Forlob).change(forlob.nr, status="lukket")
    assert store.rows("SELECT * FROM forlob_linje") == [(forlob.nr, "lukket", "2026-11-25", None, None)]

    with store.doing("plan"):
        store.door(Plan).change(newer.nr, forlob=None)
    assert store.rows("SELECT dato FROM forlob_linje") == [("2026-12-01",)]


class Work(RuleBasedStateMachine):
    """Random work by one consultant beside a plain Python model of it."""

    def __init__(self) -> None:
        super().__init__()
        self.folder = tempfile.mkdtemp()
        create_with_raw_key(self.folder, KEY)
        self.store = create_store(self.folder, KEY, lambda: NOW)
        self.store.rows("PRAGMA synchronous = OFF")  # no power is cut here
        self.answers: dict[tuple[int, int], dict[Key, Value]] = {}
        self.history: list[dict[tuple[int, int], dict[Key, Value]]] = []

    @initialize()
    def begin(self) -> None:
        self.case = make_case(self.store)
        self.samtale = make_samtale(self.store, self.case)

    def _remember(self) -> None:
        self.history.append({place: dict(found) for place, found in self.answers.items()})

    @property
    def _draft(self) -> Samtale:
        return self.store.door(Samtale).get(self.samtale.nr)

    @rule(
        punkt=st.sampled_from(["opgaver", "socialt"]),
        raekke=st.integers(0, 3),
        value=st.one_of(st.none(), st.text(max_size=20), st.integers(-9, 9), st.lists(st.text(max_size=3)).map(tuple)),
    )
    @precondition(lambda self: self._draft.kladde_udgave is not None)
    def answer(self, punkt: str, raekke: int, value: Value | None) -> None:
        place, key = (self.samtale.nr, self._draft.kladde_udgave or 0), Key(punkt, "tekst", raekke)
        standing = self.answers.get(place, {}).get(key)
        if (standing, type(standing)) == (value, type(value)):
            return save_answer(self.store, *place, key, value)
        self._remember()
        save_answer(self.store, *place, key, value)
        found = self.answers.setdefault(place, {})
        found.pop(key, None)
        if value is not None:
            found[key] = value
        return None

    @rule(texts=st.dictionaries(st.sampled_from([TEXT, Key("note", "note")]), st.text(max_size=9), min_size=1))
    @precondition(lambda self: self._draft.kladde_udgave is not None)
    def answer_many(self, texts: dict[Key, Value]) -> None:
        place = (self.samtale.nr, self._draft.kladde_udgave or 0)
        if all(self.answers.get(place, {}).get(key) == value for key, value in texts.items()):
            return
        self._remember()
        save_answers(self.store, *place, texts)
        self.answers.setdefault(place, {}).update(texts)

    @rule()
    @precondition(lambda self: self._draft.kladde_udgave is not None)
    def finish(self) -> None:
        self._remember()
        finish(self.store, self._draft)

    @rule()
    @precondition(lambda self: self._draft.kladde_udgave is None)
    def correct(self) -> None:
        self._remember()
        udgave = self._draft.udgave
        with self.store.doing("samtale ret"):
            self.store.door(Samtale).change(self.samtale.nr, kladde_udgave=udgave + 1)
            copy_answers(self.store, self.samtale.nr, udgave, udgave + 1)
        place = (self.samtale.nr, udgave)
        self.answers[self.samtale.nr, udgave + 1] = dict(self.answers.get(place, {}))

    @rule()
    @precondition(lambda self: (self._draft.kladde_udgave or 0) > 1)
    def give_up_correcting(self) -> None:
        self._remember()
        udgave = self._draft.kladde_udgave or 0
        with self.store.doing("samtale ret"):
            drop_draft_version(self.store, self.samtale.nr, udgave)
            self.store.door(Samtale).change(self.samtale.nr, kladde_udgave=None)
        self.answers.pop((self.samtale.nr, udgave), None)

    @rule(hvad=st.text(max_size=9), hvem=st.lists(st.sampled_from(["borger", "andre"]), max_size=2, unique=True))
    def add_aftale(self, hvad: str, hvem: list[str]) -> None:
        self._remember()
        with self.store.doing("aftale ny"):
            self.store.door(Aftale).add(Aftale(0, self.case.borger.nr, None, hvad, tuple(hvem)))

    @rule(nr=st.integers(1, 9), status=st.sampled_from(["aben", "gjort"]), hours=st.floats(0, 37, allow_nan=False))
    def change(self, nr: int, status: str, hours: float) -> None:
        before = self._last()
        with self.store.doing("ret"):
            for door, columns in (
                (self.store.door(Aftale), {"status": status}),
                (self.store.door(Timer), {"praktik": hours}),
            ):
                if door.find(nr=nr):
                    door.change(nr, **columns)
        if self._last() != before:
            self._remember()

    @rule(nr=st.integers(1, 9))
    def remove_aftale(self, nr: int) -> None:
        try:
            with self.store.doing("aftale slet"):
                self.store.door(Aftale).remove(nr)
        except (RecordNotFound, RecordInUse):
            return
        self._remember()

    @rule()
    @precondition(lambda self: self.history)
    def undo(self) -> None:
        undo_last(self.store)
        self.answers = self.history.pop()

    def _last(self) -> int:
        return int(self.store.rows("SELECT max(nr) FROM haendelse")[0][0])

    @invariant()
    def the_answers_are_what_was_given(self) -> None:
        for place in {*self.answers, *((row[0], row[1]) for row in self.store.rows("SELECT * FROM svar_nu"))}:
            assert answers_of(self.store, *place) == self.answers.get(place, {})

    @invariant()
    def what_is_stored_is_what_the_events_say(self) -> None:
        assert differences(self.store) == []

    def teardown(self) -> None:
        assert verify(self.store).breaks == ()
        for _ in (*self.history, self.samtale, self.case):
            undo_last(self.store)
        with pytest.raises(NothingToUndo):
            undo_last(self.store)
        assert not any(rows for rows in stored(self.store).values())
        self.store.close()
        shutil.rmtree(self.folder)


Work.TestCase.settings = settings(
    max_examples=15, stateful_step_count=20, deadline=None, suppress_health_check=list(HealthCheck)
)
TestWork = Work.TestCase


@pytest.mark.safety
class TestMuchWork(Work.TestCase):  # type: ignore[misc,valid-type]
    settings = settings(
        max_examples=100, stateful_step_count=40, deadline=None, suppress_health_check=list(HealthCheck)
    )
