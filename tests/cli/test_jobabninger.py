"""Openings: written, narrowed, corrected; nothing of a borger in them."""

import json

import pytest

from building import make_borger, make_virksomhed
from running import Ran, run
from vforlob.model.accounts import Indstilling
from vforlob.model.jobabning import Jobabning
from vforlob.store.store import Store

OPENING = 'virksomhed = "v1"\nopgaver = "Pakke æsker"\ntimer = "2,5"\nfrist = "1/12"\n'


def told(folder: str, *line: str, svar: str) -> Ran:
    return run(*line, "--svar", "-", folder=folder, stdin=svar)


@pytest.fixture
def place(store: Store, folder: str) -> str:
    make_virksomhed(store)
    make_virksomhed(store, navn="Smedjen", branche="Metal", sted="Nakskov")
    return folder


def test_an_opening_is_kept_with_a_key_of_its_own(store: Store, place: str) -> None:
    first = told(place, "jobåbning", "ny", "--json", svar=OPENING)
    told(place, "jobaabning", "ny", "v2", svar='opgaver = "Feje"\ntimer = 10\nart = "småjob"\n')

    made, other = store.door(Jobabning).find()
    assert json.loads(first.out)["id"] == 1
    assert made[:7] == (1, 1, "Pakke æsker", 2.5, "2026-12-01", None, "aben")
    assert (made.fra, made.oprettet, other.art) == (None, "2026-11-20", "smajob")
    assert made.nogle != other.nogle
    assert len(made.nogle or "") == 20


@pytest.mark.parametrize(
    ("svar", "said"),
    [
        ('opgaver = "Feje"\ntimer = 5\n', "virksomhed"),
        ('virksomhed = "v1"\ntimer = 5\n', "opgaver"),
        ('virksomhed = "v1"\nopgaver = "Feje"\n', "timer"),
        ('virksomhed = "v1"\nopgaver = "Feje"\ntimer = 0\n', "0,5 og 48"),
        ('virksomhed = "v1"\nopgaver = "Feje"\ntimer = 49\n', "0,5 og 48"),
        ('virksomhed = "v7"\nopgaver = "Feje"\ntimer = 5\n', "findes ikke"),
        ('virksomhed = "v1"\nopgaver = "Feje"\ntimer = 5\nart = "job"\n', "ikke en af mulighederne"),
        ('virksomhed = "v1"\nopgaver = "Til 010190-1234"\ntimer = 5\n', "cpr-nummer"),
        ('virksomhed = "v1"\nopgaver = "Feje"\ntimer = 5\nborger = "b1"\n', "kendes ikke"),
    ],
)
def test_a_faulty_opening_is_not_kept(store: Store, place: str, svar: str, said: str) -> None:
    ran = told(place, "jobåbning", "ny", svar=svar)

    assert (ran.code, ran.out) == (4, "")
    assert said in ran.err
    assert store.door(Jobabning).find() == ()


@pytest.mark.parametrize(
    ("text", "is_told"),
    [
        ("Passer til Æ-7", True),
        ("passer til ae 7.", True),
        ("Spørg efter Anna Holm", True),
        ("Ring 12345678", True),
        ("Æ-7s gamle plads", True),
        ("Annas plads", True),
        ("Sammen med Holm", True),
        ("An\u00adna Holm", True),
        ("anna er en sort kartoffel", False),
        ("Feje på Holmen", False),
        ("Rum Æ-71", False),
        ("Pakke i hal 7", False),
    ],
)
def test_a_text_that_names_a_borger_is_pointed_out_and_kept_off_the_board(
    store: Store, place: str, text: str, is_told: bool
) -> None:
    with store.doing("navne"):
        store.door(Indstilling).add(Indstilling(0, "navne", "ja", "2026-11-20"))
    make_borger(store, alias="Æ-7", navn="Anna Holm", telefon="12 34 56 78")

    ran = told(place, "jobåbning", "ny", "v1", svar=f'opgaver = "{text}"\ntimer = 5\n')

    assert ran.code == 0
    assert ("en borgers alias eller navn" in ran.err) is is_told
    board = run("tavle", folder=place)
    assert (text in board.out) is not is_told
    assert ("vforlob jobåbning ret 1" in board.err) is is_told


def test_the_list_is_by_the_day_and_says_what_is_late(store: Store, place: str) -> None:
    told(place, "jobåbning", "ny", svar=OPENING)
    told(place, "jobåbning", "ny", svar=OPENING.replace("1/12", "19/11-2026").replace("v1", "v2"))
    told(place, "jobåbning", "ny", "v1", svar='opgaver = "Løbende"\ntimer = 12\n')
    told(place, "jobåbning", "ny", "v1", svar='opgaver = "Besat"\ntimer = 1\n')
    assert told(place, "jobåbning", "ret", "4", svar='status = "besat"\n').code == 0

    ran = run("jobåbning", "liste", folder=place)

    assert "3 jobåbninger · 1 over fristen" in ran.out
    assert "19/11 over tid" in ran.out
    assert ran.out.index("Smedjen") < ran.out.index("1/12") < ran.out.index("Løbende")
    assert max(map(len, ran.out.splitlines())) <= 80
    assert "Besat" not in ran.out
    assert "Besat" in run("jobåbninger", "--alle", folder=place).out


@pytest.mark.parametrize(
    ("line", "numbers"),
    [
        ((), [1, 2]),
        (("--max-timer", "2,5"), [1]),
        (("--max-timer", "2"), []),
        (("--max-timer", "10 timer"), [1, 2]),
        (("--branche", "METAL"), [2]),
        (("--branche", "metal", "--max-timer", "5"), []),
    ],
)
def test_the_list_is_narrowed_to_few_hours_and_a_branche(
    store: Store, place: str, line: tuple[str, ...], numbers: list[int]
) -> None:
    told(place, "jobåbning", "ny", svar=OPENING)
    told(place, "jobåbning", "ny", "v2", svar='opgaver = "Feje"\ntimer = 10\n')

    rows = json.loads(run("jobåbning", "liste", *line, "--json", folder=place).out)["raekker"]

    assert [row["id"] for row in rows] == numbers


def test_hours_that_are_none_are_wrong_use(place: str) -> None:
    ran = run("jobåbning", "liste", "--max-timer", "mange", folder=place)

    assert (ran.code, ran.out) == (2, "")
    assert "»mange« er ikke et tal" in ran.err


def test_one_opening_is_shown_with_what_was_corrected(store: Store, place: str) -> None:
    told(place, "jobåbning", "ny", svar=OPENING)
    told(place, "jobåbning", "ret", "1", svar="timer = 5\n")

    page = run("jobåbning", "vis", "1", folder=place).out

    assert "v1 Ørbæk & Søn, Aarhus" in page
    assert "timer 2,5 -> 5" in page
    assert json.loads(run("jobåbning", "vis", "1", "--json", folder=place).out)["over_tid"] == "nej"
    assert run("jobåbning", "vis", "9", folder=place).code == 3
    assert run("jobåbning", "vis", "v1", folder=place).code == 2


def test_an_empty_list_says_what_to_do(store: Store, folder: str) -> None:
    assert "vforlob jobåbning ny" in run("jobåbning", "liste", folder=folder).out
    assert "vforlob jobåbning ny" in run("tavle", folder=folder).err


def test_the_sender_is_the_consultant(store: Store, place: str) -> None:
    told(place, "jobåbning", "ny", svar=OPENING)
    assert "Dit navn er ikke skrevet ind" in run("tavle", folder=place).err
    with store.doing("opsæt"):
        store.door(Indstilling).add(Indstilling(0, "konsulent", "Karen Holm", "2026-11-20"))

    ran = run("tavle", folder=place)

    assert "Karen Holm" in ran.out
    assert ran.err == ""
