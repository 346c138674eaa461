"""ønske and koordinering: places on the list, what came of a wish, fixed times and what they clash with."""

import json
from collections.abc import Callable
from typing import Any

import pytest

from building import make_case
from running import Ran, run
from vforlob.model.forlob import Forlob
from vforlob.model.onske import Koordinering, Onske
from vforlob.store.store import Store

Vforlob = Callable[..., Ran]


@pytest.fixture
def vforlob(store: Store, folder: str) -> Vforlob:
    make_case(store)

    def on_folder(*line: str, svar: str = "") -> Ran:
        given = ("--svar", "-") if svar else ()
        return run(*line, *given, folder=folder, stdin=svar)

    return on_folder


def read(ran: Ran) -> dict[str, Any]:
    assert ran.code == 0, ran.err
    found: dict[str, Any] = json.loads(ran.out)
    return found


def wishes(store: Store) -> list[tuple[int, str]]:
    return sorted((one.rang, one.onske) for one in store.door(Onske).find(borger=1))


def add(vforlob: Vforlob, *names: str) -> None:
    for name in names:
        assert vforlob("ønske", "ny", "b1", svar=f'onske = "{name}"\n').code == 0


def test_a_new_wish_stands_last_and_fewer_than_five_is_said_without_blocking(vforlob: Vforlob, store: Store) -> None:
    add(vforlob, "Savværk", "Bageri")

    ran = vforlob("ønske", "ny", "B-1", svar='onske = "Køkken"\nbranche = "Mad"\n')

    assert wishes(store) == [(1, "Savværk"), (2, "Bageri"), (3, "Køkken")]
    assert "3 af 5 ønsker." in ran.out
    assert "3 af 5 ønsker." in vforlob("ønske", "liste", "b1").out


def test_more_than_five_is_no_mistake(vforlob: Vforlob, store: Store) -> None:
    add(vforlob, *"abcdef")

    assert len(wishes(store)) == 6
    assert "6 ønsker." in vforlob("ønske", "b1").out


@pytest.mark.parametrize(
    ("nr", "rang", "order"),
    [
        (3, 1, ["c", "a", "b"]),
        (1, 3, ["b", "c", "a"]),
        (1, 2, ["b", "a", "c"]),
        (2, 20, ["a", "c", "b"]),
        (2, 2, ["a", "b", "c"]),
    ],
)
def test_a_wish_that_moves_makes_the_others_make_room(
    vforlob: Vforlob, store: Store, nr: int, rang: int, order: list[str]
) -> None:
    add(vforlob, "a", "b", "c")

    assert vforlob("ønske", "ret", str(nr), svar=f"rang = {rang}\n").code == 0

    assert wishes(store) == list(enumerate(order, 1))


def test_a_new_wish_can_take_the_first_place(vforlob: Vforlob, store: Store) -> None:
    add(vforlob, "a", "b")

    vforlob("ønske", "ny", "b1", svar='onske = "c"\nrang = "1"\n')

    assert wishes(store) == [(1, "c"), (2, "a"), (3, "b")]


@pytest.mark.parametrize("status", ["kontaktet", "snuset", "afvist", "match"])
def test_how_far_it_is_has_a_day_and_what_came_of_it(vforlob: Vforlob, store: Store, status: str) -> None:
    add(vforlob, "a")

    assert vforlob("ønske", "ret", "1", svar=f'status = "{status}"\ntekst = "ring i marts"\n').code == 0
    first = store.door(Onske).get(1)
    vforlob("ønske", "ret", "1", svar='status = "ikke_afsogt"\nstatus_dato = "18/11"\n')

    assert (first.status, first.status_dato, first.tekst) == (status, "2026-11-20", "ring i marts")
    assert store.door(Onske).get(1).status_dato == "2026-11-18"


@pytest.mark.parametrize(
    ("line", "svar", "told"),
    [
        (("b1",), 'branche = "x"', "onske: Der mangler et svar"),
        (("b1",), 'onske = "x"\nrang = 0', "Linje 2, rang: Skriv en plads fra 1 til 20"),
        (("b1",), 'onske = "x"\nrang = 1.5', "Linje 2, rang: Skriv en plads"),
        (("b1",), 'onske = "x"\nrang = "først"', "Linje 2, rang: "),
        (("b1",), 'onske = "x"\nstatus = "måske"', "Linje 2, status: "),
        (("b1",), 'onske = "x"\nstatus_dato = 2026-11-21', "Linje 2, status_dato: Den dag er ikke kommet endnu"),
        ((), 'onske = "x"', "Skriv, hvis ønske det er"),
        ((), 'onske = "x"\nborger = "b9"', "Linje 2, borger: Den borger findes ikke"),
    ],
)
def test_a_faulty_wish_is_answered_with_its_line(
    vforlob: Vforlob, store: Store, line: tuple[str, ...], svar: str, told: str
) -> None:
    ran = vforlob("ønske", "ny", *line, svar=svar)

    assert (ran.code, ran.out) == (4, "")
    assert told in ran.err
    assert wishes(store) == []


def test_the_file_may_name_the_borger(vforlob: Vforlob, store: Store) -> None:
    assert vforlob("ønske", "ny", svar='borger = "B-1"\nonske = "a"\n').code == 0
    assert vforlob("koordinering", "ny", svar='borger = 1\nindsats = "Fysioterapi"\n').code == 0

    assert wishes(store) == [(1, "a")]
    assert store.door(Koordinering).get(1).indsats == "Fysioterapi"


def test_a_fixed_time_tells_what_it_clashes_with_and_the_time_alone(vforlob: Vforlob, store: Store) -> None:
    """The next contact is agreed for a Tuesday at 14.30."""
    with store.doing("ret"):
        store.door(Forlob).change(1, dage=("tir", "ons"))

    ran = vforlob("koordinering", "ny", "b1", svar='indsats = "Fysioterapi"\nhvornar = "tirsdag kl. 14-15"\n')

    assert "Kan ikke tirsdag kl. 14-15. f1 har mødedag om tirsdagen." in ran.err
    assert "Næste kontakt i f1 er aftalt til tirsdag den 1. december kl. 14.30." in " ".join(ran.err.split())
    shown = vforlob("koordinering", "b1").out
    assert "Fysioterapi" in shown
    assert "Kan ikke tirsdag kl. 14-15" in shown
    assert "Kan ikke tirsdag kl. 14-15: Fysioterapi." in vforlob("kontakt", "f1", "--ikke-nået").out
    assert "Fysioterapi" not in vforlob("besked", "f1").err
    assert "Kan ikke tirsdag kl. 14-15." in vforlob("besked", "f1").err


@pytest.mark.parametrize(
    ("hvornar", "told"),
    [("tirsdag kl. 10-12", ""), ("efter behov", "læses ikke som en fast tid"), ("", "")],
)
def test_what_is_no_fixed_time_is_said_and_saved(vforlob: Vforlob, store: Store, hvornar: str, told: str) -> None:
    ran = vforlob("koordinering", "ny", "b1", svar=f'indsats = "Læge"\nhvornar = "{hvornar}"\n')

    assert (ran.code, len(store.door(Koordinering).find())) == (0, 1)
    assert told in ran.err
    assert bool(told) == bool(ran.err)


def test_what_is_coordinated_can_be_corrected_by_its_number(vforlob: Vforlob, store: Store) -> None:
    vforlob("koordinering", "ny", "b1", svar='indsats = "Læge"\n')

    assert vforlob("koordinering", "ret", "1", svar='hvornar = "fredag 9-10"\nhvem = "borger"\n').code == 0
    assert vforlob("koordinering", "ret", "1", svar='borger = "b2"\n').code == 4

    assert store.door(Koordinering).get(1)[1:5] == (1, "Læge", "fredag 9-10", "borger")


@pytest.mark.parametrize("family", ["ønske", "koordinering"])
@pytest.mark.parametrize(
    ("line", "code"), [(("ret",), 2), (("ret", "9"), 3), (("ret", "v1"), 2), (("ny",), 2), (("ny", "b9"), 3)]
)
def test_what_cannot_be_found_or_asked_is_said(vforlob: Vforlob, family: str, line: tuple[str, ...], code: int) -> None:
    ran = vforlob(family, *line)

    assert (ran.code, ran.out) == (code, "")
    assert ran.err.strip()


def test_the_lists_have_a_row_each_and_fit(vforlob: Vforlob) -> None:
    add(vforlob, "Et langt ønske om at arbejde med noget, der handler om træ og om motorer", "b")
    vforlob("koordinering", "ny", "b1", svar='indsats = "Fysioterapi"\nhvornar = "tirsdag 10-12"\nhvem = "borger"\n')

    for line in (("ønske",), ("ønske", "b1"), ("koordinering",), ("koordinering", "b1"), ("koordinering", "f1")):
        assert read(vforlob(*line, "--json"))["raekker"][0]["alias"] == "B-1"
        shown = vforlob(*line).out
        assert "Kun til dig" in shown
        assert max(map(len, shown.splitlines())) <= 80
