"""henvendelse: a virksomhed asked for a borger on one line, the wish that follows, and one fortryd for both."""

import json
from collections.abc import Callable
from typing import Any

import pytest

from building import make_borger, make_case, make_virksomhed
from running import Ran, run
from vforlob.model.jobabning import Henvendelse, Jobabning
from vforlob.model.onske import Onske
from vforlob.store.store import Store

Vforlob = Callable[..., Ran]


@pytest.fixture
def vforlob(store: Store, folder: str) -> Vforlob:
    """b1 with two wishes, v1 and v2."""
    make_case(store, borger={"alias": "Æ-7"})
    make_virksomhed(store, navn="Havnens Kantine", branche="Køkken")
    with store.doing("test"):
        store.door(Onske).add(Onske(0, 1, 1, "Køkken"))
        store.door(Onske).add(Onske(0, 1, 2, "Lager"))

    def on_folder(*line: str, svar: str = "") -> Ran:
        given = ("--svar", "-") if svar else ()
        return run(*line, *given, folder=folder, stdin=svar)

    return on_folder


def read(ran: Ran) -> dict[str, Any]:
    assert ran.code == 0, ran.err
    found: dict[str, Any] = json.loads(ran.out)
    return found


def wish(store: Store, nr: int = 1) -> tuple[str, str | None]:
    onske = store.door(Onske).get(nr)
    return onske.status, onske.status_dato


def test_one_line_is_enough_and_the_wish_follows(vforlob: Vforlob, store: Store) -> None:
    ran = vforlob("henvendelse", "b1", "v2", "--ønske", "1", "--trin", "kontaktet", "--tekst", "Ring igen fredag")

    assert (ran.code, ran.err) == (0, "")
    assert ran.out == (
        "Henvendelse 1 er gemt. b1 · Æ-7 til v2 Havnens Kantine\n  kontaktet 20/11\n  Ønske 1, Køkken: kontaktet.\n"
    )
    assert store.door(Henvendelse).get(1) == Henvendelse(
        1, 1, 2, 1, None, "2026-11-20", "kontaktet", None, "Ring igen fredag"
    )
    assert wish(store) == ("kontaktet", "2026-11-20")


def test_a_bare_line_is_a_contact_of_today_without_a_wish(vforlob: Vforlob, store: Store) -> None:
    ran = vforlob("henvendelse", "Æ-7", "v2", "--json")

    assert read(ran) == {
        "skema": 1,
        "id": 1,
        "borger": 1,
        "virksomhed": 2,
        "onske": None,
        "jobabning": None,
        "dato": "2026-11-20",
        "trin": "kontaktet",
        "grund": None,
        "tekst": None,
        "plads": None,
        "onske_status": None,
    }
    assert wish(store) == ("ikke_afsogt", None)


def test_one_fortryd_takes_the_henvendelse_and_the_wish_back(vforlob: Vforlob, store: Store) -> None:
    vforlob("henvendelse", "b1", "v2", "--ønske", "1", "--trin", "snusebesøg", "--dato", "i går")
    assert wish(store) == ("snuset", "2026-11-19")

    vforlob("fortryd")

    assert store.door(Henvendelse).find() == ()
    assert wish(store) == ("ikke_afsogt", None)


def test_a_no_asks_for_its_reason_and_saves_nothing_without(vforlob: Vforlob, store: Store) -> None:
    ran = vforlob("henvendelse", "b1", "v2", "--trin", "afslag")

    assert (ran.code, ran.out) == (2, "")
    assert "Skriv grunden til, at det blev et afslag." in ran.err
    assert store.door(Henvendelse).find() == ()


def test_a_no_with_its_reason_points_to_the_next_place(vforlob: Vforlob, store: Store) -> None:
    ran = vforlob("henvendelse", "b1", "v2", "--ønske", "1", "--trin", "afslag", "--grund", "har lige ansat to")

    assert "afslag 20/11 (har lige ansat to)" in ran.out
    assert "Næste sted: vforlob match b1" in ran.out
    assert wish(store)[0] == "afvist"


def test_a_wish_that_is_settled_is_told_of_and_does_not_go_back(vforlob: Vforlob, store: Store) -> None:
    vforlob("henvendelse", "b1", "v2", "--ønske", "1", "--trin", "afslag", "--grund", "optaget")

    ran = vforlob("henvendelse", "b1", "v1", "--ønske", "1", "--tekst", "spurgte Åse")

    assert wish(store)[0] == "afvist"
    assert "Ønske 1 står stadig som afvist." in ran.err
    assert "vforlob ønske ret 1" in ran.err


@pytest.mark.parametrize(
    ("line", "said"),
    [
        (("--ønske", "9"), "Det ønske er ikke på listen."),
        (("--ønske", "første"), "Skriv et tal efter --ønske"),
        (("--jobåbning", "9"), "Den jobåbning findes ikke."),
        (("--jobåbning", "1"), "Den jobåbning er hos en anden virksomhed."),
        (("--dato", "i morgen", "--tekst", "x"), "Den dag er ikke kommet endnu."),
        (("--trin", "måske"), "Vælg mellem: Kontaktet, Snusebesøg, Samtale, Aftale og Afslag."),
        (("--trin", "afslag", "--grund", " "), "Der er ikke skrevet noget."),
        (("--grund", "uden afslag"), "En grund hører til et afslag."),
        (("--tekst", "cpr 010190-1234"), "cpr"),
    ],
)
def test_what_cannot_be_is_said_and_nothing_saved(
    vforlob: Vforlob, store: Store, line: tuple[str, ...], said: str
) -> None:
    with store.doing("test"):
        store.door(Jobabning).add(Jobabning(0, 1, "kasse"))

    ran = vforlob("henvendelse", "b1", "v2", *line)

    assert (ran.code, ran.out) == (2, "")
    assert said in " ".join(ran.err.split())
    assert store.door(Henvendelse).find() == ()


def test_nobody_is_asked_for_nobody(vforlob: Vforlob, store: Store) -> None:
    for line in ((), ("b1",)):
        ran = vforlob("henvendelse", *line)
        assert (ran.code, ran.out) == (2, "")
        assert "Der mangler" in ran.err
    assert vforlob("henvendelse", "b9", "v1").code == 3


def test_a_file_gives_every_fault_with_its_line(vforlob: Vforlob, store: Store) -> None:
    faulty = vforlob("henvendelse", svar='borger = "b1"\ntrin = "afslag"\nonske = 7\ndato = "2026-11-21"\n')

    assert faulty.code == 4
    for said in ("virksomhed", "Linje 3", "Linje 4", "Skriv grunden"):
        assert said in faulty.err
    svar = 'borger = "Æ-7"\nvirksomhed = 2\nonske = 2\ntrin = "samtale"\ndato = "i dag"\n'
    assert vforlob("henvendelse", svar=svar).code == 0
    assert wish(store, 2)[0] == "kontaktet"


def test_ret_changes_what_is_named_and_clears_a_reason_that_no_longer_holds(vforlob: Vforlob, store: Store) -> None:
    vforlob("henvendelse", "b1", "v2", "--ønske", "1", "--trin", "afslag", "--grund", "optaget")

    ran = vforlob("henvendelse", "ret", "1", svar='trin = "aftale"\nonske = 2\n')

    assert ran.code == 0, ran.err
    found = store.door(Henvendelse).get(1)
    assert (found.trin, found.grund, found.onske) == ("aftale", None, 2)
    assert wish(store, 2)[0] == "match"
    vforlob("fortryd")
    assert store.door(Henvendelse).get(1).grund == "optaget"
    assert wish(store, 2)[0] == "ikke_afsogt"


def test_lists_are_of_a_borger_a_virksomhed_or_all_and_count_the_week(vforlob: Vforlob, store: Store) -> None:
    make_borger(store)
    vforlob("henvendelse", "b1", "v2", "--ønske", "1", "--tekst", "først")
    vforlob("henvendelse", "b1", "v1", "--dato", "13/11", "--tekst", "ældre")
    vforlob("henvendelse", "b2", "v2", "--tekst", "for en anden")

    assert [row["id"] for row in read(vforlob("henvendelse", "liste", "b1", "--json"))["raekker"]] == [1, 2]
    assert [row["id"] for row in read(vforlob("henvendelser", "v2", "--json"))["raekker"]] == [3, 1]
    assert [row["id"] for row in read(vforlob("henvendelse", "liste", "--json"))["raekker"]] == [3, 1, 2]
    shown = vforlob("henvendelse", "liste", "b1").out
    assert "1 henvendelse i denne uge." in shown
    assert "B-2" not in shown
    assert "b2 B-2" in vforlob("henvendelse", "liste", "v2").out


def test_an_empty_list_says_how_to_begin(vforlob: Vforlob) -> None:
    ran = vforlob("henvendelse", "liste")

    assert (ran.code, ran.out) == (0, "Der er ingen henvendelser. Skriv en: vforlob henvendelse b7 v4\n")


def test_one_is_shown_whole_and_says_that_it_is_no_journal_note(vforlob: Vforlob) -> None:
    vforlob("henvendelse", "b1", "v2", "--ønske", "1", "--trin", "afslag", "--grund", "optaget", "--tekst", "venlige")

    shown = vforlob("henvendelse", "vis", "1").out

    assert shown.startswith(" Kun til dig · Henvendelse 1\n")
    for text in ("b1 · Æ-7", "v2 Havnens Kantine", "1. Køkken", "optaget", "venlige", "Går ikke i journalen af sig"):
        assert text in shown
    assert read(vforlob("henvendelse", "vis", "1", "--json"))["plads"] == 1


def test_it_waits_for_no_journal(vforlob: Vforlob, store: Store) -> None:
    before = store.rows("SELECT count(*) FROM til_journal")

    vforlob("henvendelse", "b1", "v2", "--ønske", "1")

    assert store.rows("SELECT count(*) FROM til_journal") == before


def test_they_stand_on_the_page_of_the_borger(vforlob: Vforlob) -> None:
    vforlob("henvendelse", "b1", "v2", "--ønske", "1", "--dato", "13/11", "--tekst", "ring igen")
    vforlob("henvendelse", "b1", "v2", "--ønske", "1", "--trin", "snusebesøg")

    shown = vforlob("borger", "vis", "b1").out

    assert "Spurgt for borgeren\n   v2    Havnens Kantine: kontaktet 13/11, snusebesøg 20/11\n" in shown
    assert [row["id"] for row in read(vforlob("borger", "vis", "b1", "--json"))["henvendelser"]] == [1, 2]
