"""A finished samtale corrected: what its first version changed is changed again, and nothing else."""

from collections.abc import Callable
from typing import Any

import pytest

from building import make_borger, make_case, make_virksomhed
from meeting import shipped
from vforlob.actions.fill import Filled, correct, fill
from vforlob.actions.make_referat import make_referat
from vforlob.actions.records import new_record
from vforlob.cli.samtale_end import filled_lines
from vforlob.errors.answer import FaultyFile
from vforlob.model.aftale import Aftale
from vforlob.model.forlob import Forlob
from vforlob.model.hensyn import Clearance
from vforlob.model.opgave import Opgave
from vforlob.model.samtale import Samtale
from vforlob.model.timer import Timer
from vforlob.store.answers import answers_of
from vforlob.store.case import load_case, load_held
from vforlob.store.rebuild import differences
from vforlob.store.store import Store

FIRST = """
[samtale]
dato = 2026-11-20
deltagere = ["borger", "leder", "konsulent"]
[[tidligere_aftaler]]
nr = 1
udfald = "gjort"
[opgaver]
raekker = [ { opgave = "pakkebord", trin = "selvstaendigt" }, { opgave = "vaske op", trin = "oplaeres" } ]
[timetal]
ordinaer = 2
[aftaler]
naeste_kontakt = 2026-12-01
raekker = [ { hvad = "Ny mødetid", hvem = "virksomhed", frist = 2026-12-01 },
            { hvad = "Købe sko", hvem = "borger" } ]
"""
MOVED = """
[aftaler]
raekker = [ { hvad = "Ny mødetid", hvem = "virksomhed", frist = 2026-12-08 }, { hvad = "Købe sko" } ]
"""
WHY = '[samtale]\ngrund = "Skrevet forkert"\n'


@pytest.fixture
def finished(store: Store) -> Store:
    case = make_case(store)
    fill(store, shipped(store, "opfolgning"), case, FIRST.encode())
    return store


def corrected(store: Store, text: str) -> Filled:
    return correct(store, store.door(Samtale).get(1), (WHY + text).encode())


def aftaler(store: Store) -> list[tuple[int, str, str | None]]:
    return [(a.nr, a.hvad, a.frist) for a in store.door(Aftale).find() if a.samtale == 1]


def opgaver(store: Store) -> dict[str, str]:
    return {opgave.opgave: opgave.trin for opgave in store.door(Opgave).find()}


CASES: list[tuple[str, str, Callable[[Store], Any], Any]] = [
    (
        "a changed column",
        MOVED,
        aftaler,
        [(4, "Ny mødetid", "2026-12-08"), (5, "Købe sko", None)],
    ),
    (
        "a row that is gone",
        '[aftaler]\nraekker = [ { hvad = "Købe sko", hvem = "borger" } ]',
        aftaler,
        [(5, "Købe sko", None)],
    ),
    (
        "a row that is new",
        '[aftaler]\nraekker = [ { hvad = "Ny mødetid", hvem = "virksomhed", frist = 2026-12-01 },'
        ' { hvad = "Købe sko" }, { hvad = "Ringe" } ]',
        aftaler,
        [(4, "Ny mødetid", "2026-12-01"), (5, "Købe sko", None), (6, "Ringe", None)],
    ),
    ("an empty list", '[aftaler]\nraekker = ""', aftaler, []),
    (
        "a known task",
        '[opgaver]\nraekker = [ { opgave = "pakkebord", trin = "med_hjaelp" } ]',
        opgaver,
        {"fejning": "selvstaendigt", "pakkebord": "med_hjaelp", "vaske op": "oplaeres"},
    ),
    (
        "a task this samtale made",
        '[opgaver]\nraekker = [ { opgave = "vaske op", trin = "ny" } ]',
        opgaver,
        {"fejning": "selvstaendigt", "pakkebord": "selvstaendigt", "vaske op": "ny"},
    ),
    (
        "hours",
        "[timetal]\nordinaer = 4",
        lambda store: [(t.praktik, t.ordinaer) for t in store.door(Timer).find()],
        [(12.5, None), (12.5, 4)],
    ),
    (
        "hours taken away",
        '[timetal]\nordinaer = ""',
        lambda store: [(t.praktik, t.ordinaer) for t in store.door(Timer).find()],
        [(12.5, None)],
    ),
    (
        "an outcome",
        '[[tidligere_aftaler]]\nnr = 1\nudfald = "bortfaldet"\ngrund = "Ikke brug for det"',
        lambda store: (store.door(Aftale).get(1).status, store.door(Aftale).get(1).grund),
        ("bortfaldet", "Ikke brug for det"),
    ),
    (
        "the next contact",
        "[aftaler]\nnaeste_kontakt = 2026-12-03",
        lambda store: load_case(store, forlob=1).planer[-1].dato,
        "2026-12-03",
    ),
    (
        "an extension that was not there",
        '[forlaengelse]\nborger = "ja"\nvirksomhed = "ja"\nslut = 2027-04-01',
        lambda store: store.door(Forlob).get(1).slut,
        "2027-04-01",
    ),
]


@pytest.mark.parametrize(("text", "found", "expected"), [case[1:] for case in CASES], ids=[case[0] for case in CASES])
def test_a_correction_changes_what_the_samtale_changed(
    finished: Store, text: str, found: Callable[[Store], Any], expected: Any
) -> None:
    corrected(finished, text)

    assert found(finished) == expected
    assert differences(finished) == []


@pytest.mark.parametrize(("text", "found"), [case[1:3] for case in CASES], ids=[case[0] for case in CASES])
def test_a_correction_corrected_back_leaves_what_was_there(
    finished: Store, text: str, found: Callable[[Store], Any]
) -> None:
    before = _without_numbers(found(finished))
    corrected(finished, text)

    back = FIRST.replace("[samtale]\n", WHY)
    emptied = '[forlaengelse]\nborger = ""\nvirksomhed = ""\nslut = ""\n'
    correct(finished, finished.door(Samtale).get(1), (back + emptied).encode())

    assert _without_numbers(found(finished)) == before
    assert finished.door(Samtale).get(1).udgave == 3


def _without_numbers(found: Any) -> Any:
    """An aftale that was taken away and came back has another number: none is given twice."""
    return sorted(map(str, (row[1:] for row in found))) if isinstance(found, list) and len(found[0]) == 3 else found


def test_every_version_is_kept_as_it_was(finished: Store) -> None:
    before = answers_of(finished, 1, 1)

    corrected(finished, "[timetal]\nordinaer = 4")

    assert answers_of(finished, 1, 1) == before
    assert finished.door(Samtale).get(1).grund == "Skrevet forkert"


HAND: list[tuple[str, type[Any], int, dict[str, Any], str, tuple[str, int, str]]] = [
    ("an aftale", Aftale, 4, {"frist": "2027-01-01"}, '[aftaler]\nraekker = ""', ("aftale", 4, "frist")),
    (
        "a task",
        Opgave,
        2,
        {"trin": "ny"},
        '[opgaver]\nraekker = [ { opgave = "pakkebord", trin = "med_hjaelp" } ]',
        ("opgave", 2, "trin"),
    ),
    (
        "hours",
        Timer,
        2,
        {"ordinaer": 7.0},
        "[timetal]\nordinaer = 4",
        ("timer", 2, "ordinaer"),
    ),
]


@pytest.mark.parametrize(("kind", "nr", "columns", "text", "kept"), [h[1:] for h in HAND], ids=[h[0] for h in HAND])
def test_what_was_changed_by_hand_since_is_left_alone_and_named(
    finished: Store, kind: type[Any], nr: int, columns: dict[str, Any], text: str, kept: tuple[str, int, str]
) -> None:
    with finished.doing("ret"):
        finished.door(kind).change(nr, **columns)

    filled = corrected(finished, text)

    record = finished.door(kind).get(nr)
    assert {name: getattr(record, name) for name in columns} == columns
    assert any(str(kept[1]) in line and "rettet siden" in line for line in filled.told)


def test_what_both_wrote_is_no_conflict(finished: Store) -> None:
    with finished.doing("ret"):
        finished.door(Aftale).change(4, frist="2026-12-08")

    filled = corrected(
        finished,
        MOVED,
    )

    assert not any("rettet siden" in line for line in filled.told)


def test_a_clearance_is_taken_back_by_a_correction(store: Store) -> None:
    case = make_case(store)
    text = '[samtale]\ndato = 2026-11-20\n[hensyn]\nraekker = [ { nr = 2, hvem = ["leder"] } ]'
    fill(store, shipped(store, "startmode"), case, text.encode())

    corrected(store, '[hensyn]\nraekker = [ { nr = 2, sporg_forst = ["leder"] } ]')

    found = {c.rolle: c.svar for c in store.door(Clearance).find(forlob=1, hensyn=2)}
    assert found["leder"] == "sporg"


def test_a_faulty_correction_leaves_no_trace(finished: Store) -> None:
    events = finished.rows("SELECT count(*) FROM haendelse")[0][0]

    with pytest.raises(FaultyFile):
        corrected(finished, "[timetal]\nordinaer = 99")

    assert finished.rows("SELECT count(*) FROM haendelse")[0][0] == events
    assert finished.door(Samtale).get(1).kladde_udgave is None


def test_a_correction_from_a_file_that_is_not_closed_is_said_to_be_a_draft(finished: Store) -> None:
    filled = corrected(finished, "afslut = false\n[timetal]\nordinaer = 4")

    assert "kladde" in filled_lines(filled)[0]


@pytest.mark.parametrize(
    ("art", "kind"), [("lontilskud", "lontilskud"), ("fleksjob", "ordinaer"), ("andet", "praktik")]
)
def test_hours_of_the_formode_are_of_the_kind_of_the_forlob_that_adopts_them_and_can_still_be_corrected(
    store: Store, art: str, kind: str
) -> None:
    borger, virksomhed = make_borger(store), make_virksomhed(store)
    hours = "[timetal]\nstart = {}\nslut = 20\nhvornar = 2027-01-15\n"
    fill(store, shipped(store, "formode"), load_case(store, borger=borger.nr), hours.format(10).encode())
    given = {"borger": borger.nr, "virksomhed": virksomhed.nr, "art": art, "start": "2026-12-01", "timer": 8}

    new_record(store, "forlob", {**given, "slut": "2027-02-01"})
    corrected(store, hours.format(15))

    adopted = store.door(Timer).find(samtale=1)
    assert [(getattr(one, kind), one.forlob) for one in adopted] == [(15, 1), (20, 1)]
    assert all(one.praktik is None for one in adopted if kind != "praktik")
    assert differences(store) == []


def test_an_aftale_kept_from_somebody_since_is_kept_from_them_in_texts_made_again(finished: Store) -> None:
    settled = '[[tidligere_aftaler]]\nnr = 4\nudfald = "gjort"\n[samtale]\ndeltagere = ["borger", "leder", "konsulent"]'
    fill(finished, shipped(finished, "opfolgning"), load_case(finished, forlob=1), settled.encode())
    before = [_names_the_aftale(finished, nr, "virksomhed") for nr in (1, 2)]

    with finished.doing("aftale rettet"):
        finished.door(Aftale).change(4, modtagere=("borger",))

    assert before == [True, True]
    assert [_names_the_aftale(finished, nr, "virksomhed") for nr in (1, 2)] == [False, False]
    assert [_names_the_aftale(finished, nr, "borger") for nr in (1, 2)] == [True, True]


def _names_the_aftale(store: Store, samtale: int, recipient: str) -> bool:
    held = load_held(store, samtale, shipped(store, "opfolgning"))
    return "Ny mødetid" in str(make_referat(held, recipient, {}))
