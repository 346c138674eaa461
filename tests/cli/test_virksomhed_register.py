"""Virksomheder as a small register: columns, people, history, lists, what to talk about anew, and the file of them."""

import csv
import io
import json
import os
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from building import make_borger, make_case, make_virksomhed
from running import Ran, run
from vforlob.model.forlob import Forlob
from vforlob.model.jobabning import Henvendelse, Jobabning
from vforlob.model.kontakt import Kontakt
from vforlob.model.timer import Lonkroner
from vforlob.model.virksomhed import Kontaktperson, Virksomhed
from vforlob.store.key import create_with_raw_key
from vforlob.store.open import create_store
from vforlob.store.store import Store

GOLDEN = Path(__file__).parents[1] / "golden" / "sider"
NEW = (
    'navn = "Smedjen"\nbranche = "metal"\nsted = "Nakskov"\nvaert = "ny"\nmax_antal = 2\nfast_tid = "mandag kl. 14"\n'
    'ring_igen = 2027-03-01\nrammer = ["kan begynde kl. 10", "rolig pauseplads"]\n'
)


def told(folder: str, *line: str, svar: str = "") -> Ran:
    return run(*line, *(("--svar", "-") if svar else ()), folder=folder, stdin=svar)


def read(ran: Ran) -> dict[str, Any]:
    assert (ran.code, ran.err) == (0, "")
    return dict(json.loads(ran.out))


def add(store: Store, *records: Any) -> None:
    with store.doing("test"):
        for record in records:
            store.door(type(record)).add(record)


def compare(name: str, text: str) -> None:
    path = GOLDEN / f"{name}.txt"
    if os.environ.get("VFORLOB_NYE_SIDER"):
        path.write_text(text)
    assert text == path.read_text()
    assert max(map(len, text.splitlines())) <= 80


@pytest.fixture
def place(store: Store) -> Virksomhed:
    """A place with a past: two praktikker, a no to paid hours, calls, an opening, one who was asked for."""
    case = make_case(store, virksomhed={"max_antal": 1, "ring_igen": "2026-11-19", "rammer": ("kan begynde kl. 10",)})
    assert case.virksomhed is not None
    early = Forlob(0, case.borger.nr, 1, "virksomhedspraktik", "2026-03-02", "2026-05-29", status="lukket")
    later = Forlob(0, make_borger(store).nr, 1, "virksomhedspraktik", "2026-12-01", "2027-01-29")
    add(
        store,
        early._replace(lukket="2026-05-29", udfald="gennemfort"),
        later,
        Kontakt(0, case.borger.nr, 1, "2026-11-12", "telefon", ("virksomhed",), "nej", "konsulent", "Ryg og angst"),
        Kontakt(0, case.borger.nr, 1, "2026-11-13", "telefon", ("virksomhed",), "ja", "virksomhed"),
        Lonkroner(0, case.borger.nr, 2, "2026-04-10", "afvist"),
        Lonkroner(0, case.borger.nr, 1, "2026-11-09", "italesat"),
        Henvendelse(0, case.borger.nr, 1, dato="2026-10-20", trin="afslag", grund="ingen plads i år"),
        Jobabning(0, 1, "Pakke æsker", 5, "2026-11-19", oprettet="2026-11-02", nogle="abc123"),
        Kontaktperson(0, 1, "Bo Bech", "lagerchef", "12 34 56 78"),
        Kontaktperson(0, 1, "Ole", ophort="2026-11-01"),
    )
    return case.virksomhed


def test_what_was_said_of_a_place_is_kept_and_shown(store: Store, folder: str) -> None:
    assert told(folder, "virksomhed", "ny", svar=NEW).code == 0

    shown = read(told(folder, "virksomhed", "vis", "v1", "--json"))

    assert (shown["max_antal"], shown["fast_tid"], shown["ring_igen"]) == (2, "mandag kl. 14", "2027-03-01")
    assert shown["rammer"] == ["kan begynde kl. 10", "rolig pauseplads"]


def test_a_text_of_several_lines_is_several_things_and_a_correction_leaves_the_rest(store: Store, folder: str) -> None:
    told(folder, "virksomhed", "ny", svar=NEW)

    told(folder, "virksomhed", "ret", "v1", svar='telefon = "12 34 56 78"\n')
    before = store.door(Virksomhed).get(1)
    told(folder, "virksomhed", "ret", "v1", svar='rammer = """\\nelevator\\n\\nkun hverdage; ingen larm\\n"""\n')

    assert before.rammer == ("kan begynde kl. 10", "rolig pauseplads")
    assert store.door(Virksomhed).get(1).rammer == ("elevator", "kun hverdage", "ingen larm")
    told(folder, "virksomhed", "ret", "v1", svar='rammer = ""\nmax_antal = ""\nring_igen = ""\n')
    assert store.door(Virksomhed).get(1)[-4:] == (None, "mandag kl. 14", None, ())


@pytest.mark.parametrize(
    ("wrong", "said"),
    [
        ("max_antal = 0", "helt tal fra 1 til 99"),
        ("max_antal = 1.5", "helt tal fra 1 til 99"),
        ('ring_igen = "32/13"', "er ikke en dato"),
        ("rammer = [1, 2]", "tekst"),
        (f'rammer = "{"x" * 201}"', "højst være på 200 tegn"),
        ("rammer = [" + '"a",' * 21 + "]", "plads til 20"),
        ('rammer = "ring til 010190-1234"', "cpr-nummer"),
    ],
)
def test_a_wrong_value_is_told_with_its_line(store: Store, folder: str, wrong: str, said: str) -> None:
    ran = told(folder, "virksomhed", "ny", svar='navn = "X"\nbranche = "y"\nsted = "z"\nvaert = "ny"\n' + wrong)

    assert ran.code == 4
    assert "Linje 5" in ran.err
    assert said in ran.err
    assert store.door(Virksomhed).find() == ()


def test_the_page_tells_everything_by_facts(store: Store, folder: str, place: Virksomhed) -> None:
    page = run("virksomhed", "vis", "v1", folder=folder).out

    compare("virksomhed_register", page)
    assert "angst" not in page


def test_a_long_history_is_cut_and_shown_whole_when_asked_for(store: Store, folder: str, place: Virksomhed) -> None:
    calls = [Kontakt(0, 1, 1, f"2026-10-{day:02}", "sms", ("virksomhed",)) for day in range(1, 15)]
    add(store, *calls)

    short, whole = (run("virksomhed", "vis", "v1", *more, folder=folder).out for more in ((), ("--alle",)))

    assert "før: vforlob virksomhed vis v1 --alle" in " ".join(short.split())
    assert short.count("Sms") < whole.count("Sms") == 14
    assert len(read(told(folder, "virksomhed", "vis", "v1", "--json"))["historik"]) > 20


def test_a_contact_with_others_is_no_history_of_the_place(store: Store, folder: str, place: Virksomhed) -> None:
    add(store, Kontakt(0, 1, 1, "2026-11-19", "sms", ("borger",)))

    whole = read(told(folder, "virksomhed", "vis", "v1", "--json"))

    assert whole["sidste_kontakt"] == "2026-11-13"
    assert "2026-11-19" not in [it["dato"] for it in whole["historik"]]


def test_a_person_is_added_and_stops_being_the_one_to_call(store: Store, folder: str) -> None:
    make_virksomhed(store)

    made = told(folder, "kontaktperson", "ny", "v1", "--json", svar='navn = "Bo"\nrolle = "mester"\n')
    told(folder, "kontaktperson", "ret", "1", svar='ophort = "i går"\n')

    assert json.loads(made.out)["id"] == 1
    assert store.door(Kontaktperson).get(1) == Kontaktperson(1, 1, "Bo", "mester", ophort="2026-11-19")
    assert "Bo, mester, ikke længere fra 19/11" in run("virksomhed", "vis", "v1", folder=folder).out


@pytest.mark.parametrize(
    ("line", "svar", "code"),
    [
        (("kontaktperson", "ny"), 'navn = "Bo"\n', 4),
        (("kontaktperson", "ny"), 'navn = "Bo"\nvirksomhed = "v9"\n', 4),
        (("kontaktperson", "ny", "v9"), 'navn = "Bo"\n', 3),
        (("kontaktperson", "ny", "v1"), 'rolle = "mester"\n', 4),
        (("kontaktperson", "ny", "v1"), 'navn = "Bo"\nemail = "bo"\n', 4),
        (("kontaktperson", "ret", "7"), 'navn = "Bo"\n', 3),
        (("kontaktperson", "ret", "v1"), 'navn = "Bo"\n', 2),
    ],
)
def test_a_person_without_a_place_or_a_name_is_none(
    store: Store, folder: str, line: tuple[str, ...], svar: str, code: int
) -> None:
    make_virksomhed(store)

    assert told(folder, *line, svar=svar).code == code
    assert store.door(Kontaktperson).find() == ()


def test_the_list_is_narrowed(store: Store, folder: str, place: Virksomhed) -> None:
    make_virksomhed(store, navn="Smedjen", branche="Metal", sted="Nakskov", vaert="erfaren", ring_igen="2027-03-01")

    by_line = {
        ("--branche", "metal"): [2],
        ("--sted", "AARHUS"): [1],
        ("--ny",): [],  # v1 has had a forløb to its end since that was written
        ("--erfaren",): [1, 2],
        ("--ring",): [1],
        ("--ring", "--sted", "nakskov"): [],
    }
    for line, numbers in by_line.items():
        found = read(run("virksomhed", "liste", *line, "--json", folder=folder))["raekker"]
        assert [row["id"] for row in found] == numbers, line
    assert "v1" in run("virksomhed", "liste", "--ring", folder=folder).out
    nobody = run("virksomhed", "liste", "--ring", "--sted", "nakskov", folder=folder).out
    assert "Den næste er v2 Smedjen, mandag den 1. marts 2027" in " ".join(nobody.split())


def test_a_list_of_nobody_says_what_to_do(store: Store, folder: str) -> None:
    assert "vforlob virksomhed ny" in run("virksomhed", "liste", "--ring", folder=folder).out
    make_virksomhed(store)
    assert "Ingen vil ringes op nu" in run("virksomhed", "liste", "--ring", folder=folder).out
    assert "Ingen virksomheder passer" in run("virksomhed", "liste", "--sted", "%", folder=folder).out
    assert run("virksomhed", "liste", "--ny", "--erfaren", folder=folder).code == 2


def test_what_to_talk_about_anew_is_told_with_dates_and_a_question(
    store: Store, folder: str, place: Virksomhed
) -> None:
    asked = run("virksomhed", "genforhandl", folder=folder)

    compare("genforhandl", asked.out)
    row = read(run("virksomhed", "genforhandl", "--json", folder=folder))["raekker"][0]
    assert (row["id"], [it["forlob"] for it in row["praktikker"]], row["i_gang"]) == (1, [2, 1], [1])
    assert row["nej_til_lontimer"] == [{"forlob": 2, "dato": "2026-04-10"}]


def test_nothing_to_talk_about_anew_is_a_sentence(store: Store, folder: str) -> None:
    make_case(store)

    ran = run("virksomhed", "genforhandl", folder=folder)

    assert ran.code == 0
    assert "Ingen virksomheder har haft 2 praktikker" in ran.out


def sown(store: Store) -> None:
    make_virksomhed(store, cvr="25313763", email="a@b.dk", max_antal=3, rammer=("kl. 10", "elevator"))
    make_virksomhed(store, navn="=1+1; »Æ«", branche="+45", kontakt="-Åse", ring_igen="2027-03-01", vaert="erfaren")
    make_virksomhed(store, navn="Kun navn", branche=None, sted=None, kontakt=None, vaert=None)


def test_the_file_has_a_row_each_and_no_formula(store: Store, folder: str) -> None:
    sown(store)

    ran = run("virksomhed", "eksport", folder=folder)

    rows = list(csv.reader(io.StringIO(ran.out.removeprefix("\ufeff")), delimiter=";"))
    assert (ran.code, len(rows)) == (0, 4)
    assert not [cell for row in rows for cell in row if cell[:1] in "=+-@" and cell]
    assert rows[1][0] == "Ørbæk & Søn"
    assert rows[1][-1] == "kl. 10\nelevator"


@pytest.mark.parametrize("kind", ["csv", "xlsx"])
def test_the_file_comes_back_as_what_it_was(store: Store, folder: str, tmp_path: Path, kind: str) -> None:
    sown(store)
    path, before = str(tmp_path / f"v.{kind}"), store.door(Virksomhed).find()

    made = run("virksomhed", "eksport", "--format", kind, "--ud", path, folder=folder)
    again = run("importer", "virksomheder", path, "--uden-spørgsmål", folder=folder)

    assert (made.code, made.err.splitlines()[-1]) == (0, path)
    assert again.code == 0, again.err
    assert store.door(Virksomhed).find() == before


@pytest.mark.parametrize("kind", ["csv", "xlsx"])
def test_the_file_makes_the_same_places_somewhere_else(
    store: Store, folder: str, tmp_path: Path, key: bytes, kind: str
) -> None:
    sown(store)
    with store.doing("uden branche"):
        store.door(Virksomhed).remove(3)
    path, elsewhere = str(tmp_path / f"v.{kind}"), tmp_path / "en anden"
    run("virksomhed", "eksport", "--format", kind, "--ud", path, folder=folder)
    elsewhere.mkdir(mode=0o700)
    create_with_raw_key(str(elsewhere), key)

    with create_store(str(elsewhere), key, store.now) as other:
        ran = run("importer", "virksomheder", path, "--uden-spørgsmål", folder=elsewhere)

        assert ran.code == 0, ran.err
        there = [it._replace(oprettet=None) for it in other.door(Virksomhed).find()]
    assert there == [it._replace(oprettet=None) for it in store.door(Virksomhed).find()]


def test_a_place_with_an_alias_in_it_waits(store: Store, folder: str) -> None:
    make_borger(store, alias="K-1")
    make_virksomhed(store, rammer=("plads til k 1",))
    make_virksomhed(store, navn="Hal K-12")

    ran = run("virksomhed", "eksport", folder=folder)

    assert "Hal K-12" in ran.out
    assert "plads til" not in ran.out
    assert "vforlob virksomhed ret v1" in ran.err


def test_the_empty_register_says_what_to_do(store: Store, folder: str) -> None:
    ran = run("virksomhed", "eksport", folder=folder)

    assert (ran.code, ran.out) == (3, "")
    assert "vforlob virksomhed ny" in ran.err


def test_the_day_of_the_page_is_the_day_of_the_clock(store: Store, folder: str) -> None:
    make_virksomhed(store, ring_igen="2026-11-20")

    assert "Ville gerne ringes op" in run("virksomhed", "vis", "v1", folder=folder).out
    before = run("virksomhed", "vis", "v1", folder=folder, env={"VFORLOB_NU": "2026-11-19T23:59"}).out
    assert "Vil gerne ringes op" in before
    assert date(2026, 11, 20).isoformat() not in before


def test_a_second_place_of_one_name_is_saved_with_a_warning(store: Store, folder: str) -> None:
    lines = 'navn = "{}"\nsted = "Vejle"\nbranche = "lager"\nvaert = "ny"\n'
    first, second, other = (
        run("virksomhed", "ny", "--svar", "-", folder=folder, stdin=lines.format(name))
        for name in ("Ærø Lager", "ærø lager", "Ærø Lager Syd")
    )

    assert (first.code, second.code, other.code) == (0, 0, 0)
    assert "vforlob virksomhed vis v1" in second.err
    assert "med det navn" not in first.err + other.err
