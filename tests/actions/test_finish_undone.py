"""Whatever was answered, finishing and taking it back leaves every record as it was: random answers, every agenda."""

from collections.abc import Iterator
from random import Random
from typing import Any

import pytest

from building import make_case
from matrix import TABLES
from meeting import shipped
from vforlob.actions.drafts import begin, begin_correction, new_sitting, open_sitting, write_said
from vforlob.actions.finish import finish
from vforlob.actions.sitting import Sitting, kept
from vforlob.model.agenda import Agenda, Felt, Punkt
from vforlob.model.answers import NOTE, Key, Value
from vforlob.model.delmal import Delmal
from vforlob.model.forlob import Forlob
from vforlob.model.samtale import Samtale
from vforlob.store.answers import answers_of
from vforlob.store.case import load_case
from vforlob.store.kinds import RECORDS
from vforlob.store.rebuild import differences
from vforlob.store.store import Store
from vforlob.store.undo import undo_last

pytestmark = pytest.mark.safety
ROUNDS = 6
DAYS = ("2026-11-10", "2026-11-20", "2026-12-04", "2027-02-03", "2027-03-15")
TEXTS = ("Fejning", "fejning", "Pakkebord", "Ro", "x" * 60, "Æ ø å")


def everything(store: Store) -> dict[str, list[Any]]:
    return {emne: list(store.door(kind).find()) for emne, kind in RECORDS.items()}


def random_answers(agenda: Agenda, chance: Random) -> dict[Key, Value]:
    """Half of the felter answered, lists with up to three rows; conditions are left to the walk."""
    found: dict[Key, Value] = {}
    for punkt in agenda.punkter:
        if chance.random() < 0.2:
            continue
        rows = range(1, chance.randrange(4)) if punkt.is_liste else ()
        for felt, raekke in places(punkt, rows):
            value = answer(felt, chance) if chance.random() < 0.7 else None
            if value is not None:
                found[Key(punkt.id, felt.id, raekke)] = value
        if chance.random() < 0.3:
            found[Key(punkt.id, NOTE)] = "En note"
    return found


def places(punkt: Punkt, rows: Any) -> Iterator[tuple[Felt, int]]:
    yield from ((felt, 0) for felt in punkt.single_felter)
    yield from ((felt, raekke) for raekke in rows for felt in punkt.row_felter)


def answer(felt: Felt, chance: Random) -> Value | None:
    if felt.known == "opgaver":
        return (chance.choice(("fejning", "pakkebord")),)
    if felt.id == "nr":
        return chance.choice((1, 2))
    if felt.kind in ("valg", "janej"):
        ids = [choice.id for choice in felt.choices] or ["ja", "nej"]
        return chance.choice(ids)
    if felt.kind == "flervalg":
        return tuple(choice.id for choice in felt.choices if chance.random() < 0.5) or None
    if felt.kind == "tal":
        return chance.choice((0, 1, 2.5, 12, 37))
    if felt.kind == "skala":
        return chance.randrange(1, 6)
    return {"dato": chance.choice(DAYS), "klokkeslaet": "09:15"}.get(felt.kind, chance.choice(TEXTS))


def begun(store: Store, name: str, answers: dict[Key, Value]) -> Sitting:
    case = load_case(store, borger=1) if name == "formode" else load_case(store, forlob=1)
    sitting = begin(store, new_sitting(store, shipped(store, name), case), dict(answers))
    return open_sitting(store, store.door(Samtale).get(sitting.samtale.nr))


@pytest.mark.parametrize("name", TABLES)
def test_finishing_taken_back_leaves_every_record_as_it_was(store: Store, name: str) -> None:
    make_case(store)
    with store.doing("delmål"):
        store.door(Delmal).add(Delmal(0, 1, 1, specifikt="Møde kl. 9"))
        store.door(Delmal).add(Delmal(0, 1, 1, specifikt="Tage bussen", delt="ja"))
        if name == "eftervaern":
            store.door(Forlob).change(1, status="lukket", lukket="2026-11-13", udfald="job", eftervaern="2027-11-13")
    chance = Random(name)
    changed = 0

    for _ in range(ROUNDS):
        sitting = begun(store, name, random_answers(shipped(store, name), chance))
        before, draft = everything(store), answers_of(store, sitting.samtale.nr, 1)
        finish(store, sitting)
        changed += everything(store) != before
        assert set(kept(sitting)) >= set(answers_of(store, sitting.samtale.nr, 1)) - set(draft)
        undo_last(store)

        assert everything(store) == before
        assert answers_of(store, sitting.samtale.nr, 1) == draft
        undo_last(store)

    assert changed == ROUNDS
    assert differences(store) == []


@pytest.mark.parametrize("name", [name for name in TABLES if name != "formode"])
def test_a_correction_taken_back_leaves_every_record_as_it_was(store: Store, name: str) -> None:
    make_case(store)
    chance = Random(f"ret {name}")
    first = random_answers(shipped(store, name), chance)
    sitting = begun(store, name, first)
    finish(store, sitting)

    for _ in range(ROUNDS):
        before = everything(store)
        _correct(store, sitting.samtale.nr, random_answers(shipped(store, name), chance))
        undo_last(store)
        undo_last(store)

        assert everything(store) == before

    assert differences(store) == []


def _correct(store: Store, samtale: int, answers: dict[Key, Value]) -> None:
    with store.doing("rettelse"):
        draft = begin_correction(store, store.door(Samtale).get(samtale))
        opened = open_sitting(store, draft)
        gone: dict[Key, Value | None] = {key: None for key in opened.answers if key.punkt in _points(opened)}
        write_said(store, opened, {**gone, **answers})
    finish(store, open_sitting(store, store.door(Samtale).get(samtale)))


def _points(sitting: Sitting) -> set[str]:
    return {punkt.id for punkt in sitting.agenda.punkter}
