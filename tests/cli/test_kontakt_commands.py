"""kontakt and fravær on one line, by files and in lists: what counts, which days can be, what is said afterwards."""

import json
from collections.abc import Callable
from datetime import date, timedelta
from typing import Any

import pytest

from building import make_case
from running import Ran, run
from vforlob.model.forlob import Forlob
from vforlob.model.kontakt import Fravaer, Kontakt, Taet
from vforlob.store.store import Store

Vforlob = Callable[..., Ran]
SVAR = 'dato = "i går"\nkanal = "telefon"\nmed = ["virksomhed"]\nnaet = "ja"\n'


@pytest.fixture
def vforlob(store: Store, folder: str) -> Vforlob:
    """On f1, begun 4/11, with the next contact agreed for 1/12."""
    make_case(store)

    def on_folder(*line: str, svar: str = "") -> Ran:
        given = ("--svar", "-") if svar else ()
        return run(*line, *given, folder=folder, stdin=svar)

    return on_folder


def read(ran: Ran) -> dict[str, Any]:
    assert ran.code == 0, ran.err
    found: dict[str, Any] = json.loads(ran.out)
    return found


def close(store: Store, **over: Any) -> None:
    with store.doing("luk"):
        store.door(Forlob).change(1, status="lukket", **{"lukket": "2026-11-10"} | over)


@pytest.mark.parametrize(
    ("line", "columns"),
    [
        (("--med", "virksomhed"), {"med": ("virksomhed",), "kanal": "telefon", "naet": "ja", "dato": "2026-11-20"}),
        (("--ikke-naet",), {"med": ("virksomhed",), "naet": "nej", "hvem_ringede": "konsulent"}),
        (("--ikke-nået", "--tekst", "ringer i morgen"), {"naet": "nej", "tekst": "ringer i morgen"}),
        (("--kanal", "besøg", "--dato", "mandag"), {"kanal": "besog", "dato": "2026-11-16"}),
        (("--med", "borger,mentor", "--kanal", "SMS"), {"med": ("borger", "mentor"), "kanal": "sms"}),
        (("--fra", "virksomhed"), {"hvem_ringede": "virksomhed", "naet": "ja"}),
        (("--dato", "20/11"), {"dato": "2026-11-20"}),
        (("--dato", "1. nov"), {"dato": "2026-11-01"}),
    ],
)
def test_one_line_is_enough_and_the_rest_is_what_enter_would_take(
    vforlob: Vforlob, store: Store, line: tuple[str, ...], columns: dict[str, Any]
) -> None:
    ran = vforlob("kontakt", "f1", *line)

    assert (ran.code, ran.err) == (0, "")
    kontakt = store.door(Kontakt).find()[0]
    assert {name: getattr(kontakt, name) for name in columns} == columns
    assert (kontakt.borger, kontakt.forlob) == (1, 1)


def test_an_attempt_without_an_answer_leaves_the_next_contact_where_it_was(vforlob: Vforlob) -> None:
    tried = vforlob("kontakt", "f1", "--ikke-nået")
    again = read(vforlob("kontakt", "f1", "--ikke-nået", "--json"))
    reached = read(vforlob("kontakt", "f1", "--med", "virksomhed", "--dato", "i dag", "--json"))

    assert "Et forsøg flytter ikke den næste kontakt" in tried.out
    assert "Næste kontakt: tirsdag den 1. december 2026 (uge 49) kl. 14.30, aftalt." in tried.out
    assert (again["naet"], again["naeste_kontakt"]) == ("nej", "2026-12-01")
    assert reached["naeste_kontakt"] == "2026-12-01"


def test_a_contact_after_the_agreed_day_sets_the_clock_anew(store: Store, folder: str) -> None:
    make_case(store)
    later = {"VFORLOB_NU": "2026-12-02T10:00"}

    before = run("kontakt", "f1", "--ikke-nået", folder=folder, env=later)
    after = run("kontakt", "f1", "--med", "borger", "--json", folder=folder, env=later)

    assert "Næste kontakt skulle have været" in before.out
    assert json.loads(after.out)["naeste_kontakt"] > "2026-12-02"


def test_several_attempts_call_for_another_way(vforlob: Vforlob) -> None:
    ran = [vforlob("kontakt", "f1", "--ikke-nået", "--dato", day) for day in ("18/11", "19/11", "20/11")]
    said = [" ".join(one.out.split()) for one in ran]

    assert "Prøv en anden vej" not in said[0]
    assert "3 gange" in said[2]
    assert "Prøv en anden vej" in said[2]


def test_they_called_themselves_is_one_answer_and_two_columns(vforlob: Vforlob, store: Store) -> None:
    svar = SVAR.replace('"ja"', '"ringede_selv"').replace('["virksomhed"]', '["borger", "virksomhed"]')

    assert vforlob("kontakt", "f1", svar=svar).code == 0

    kontakt = store.door(Kontakt).get(1)
    assert (kontakt.naet, kontakt.hvem_ringede) == ("ja", "borger")
    assert "ja, de begyndte" in vforlob("kontakt", "liste", "f1").out


@pytest.mark.parametrize("naet", ['"nej"', "false", '"Nej, ingen svarede"'])
def test_reached_or_not_is_read_as_people_write_it(vforlob: Vforlob, store: Store, naet: str) -> None:
    assert vforlob("kontakt", "f1", svar=SVAR.replace('"ja"', naet)).code == 0

    assert store.door(Kontakt).get(1).naet == "nej"


@pytest.mark.parametrize(
    ("svar", "told"),
    [
        (SVAR.replace('dato = "i går"\n', ""), "dato: Der mangler et svar"),
        (SVAR.replace('naet = "ja"\n', ""), "naet: Der mangler et svar"),
        (SVAR.replace('["virksomhed"]', "[]"), "med: Der mangler et svar"),
        (SVAR.replace('["virksomhed"]', '["chefen"]'), "Linje 3, med: »chefen« er ikke"),
        (SVAR.replace("telefon", "brevdue"), "Linje 2, kanal: »brevdue« er ikke"),
        (SVAR.replace('"i går"', "2026-11-21"), "Linje 1, dato: Den dag er ikke kommet endnu"),
        (SVAR.replace('"i går"', '"32/11"'), "Linje 1, dato: »32/11« er ikke en dato"),
        (SVAR + 'tekst = "ring 010203-1234"', "Linje 5, tekst: Her står noget, der ligner et cpr"),
        (SVAR + "mad = 1", "Linje 5: Navnet »mad« kendes ikke (mente du »med«?)"),
        (SVAR + 'forlob = "f2"', "Linje 5, forlob: Filen siger noget andet end linjen"),
    ],
)
def test_a_faulty_file_is_answered_with_its_line(vforlob: Vforlob, store: Store, svar: str, told: str) -> None:
    ran = vforlob("kontakt", "f1", svar=svar)

    assert (ran.code, ran.out) == (4, "")
    assert told in ran.err
    assert store.door(Kontakt).find() == ()


def test_the_file_may_say_which_forlob(vforlob: Vforlob, store: Store) -> None:
    assert vforlob("kontakt", svar=SVAR + 'forlob = "B-1"\n').code == 0
    assert "Skriv, hvilket forløb" in vforlob("kontakt", svar=SVAR).err

    assert len(store.door(Kontakt).find(forlob=1)) == 1


@pytest.mark.parametrize(
    ("line", "code", "told"),
    [
        (("kontakt",), 2, "Der mangler et forløb"),
        (("kontakt", "f9", "--ikke-nået"), 3, "vforlob forløb liste"),
        (("kontakt", "f1"), 2, "--svar"),
        (("kontakt", "f1", "--med", "chefen"), 2, "»chefen« er ikke en af mulighederne"),
        (("kontakt", "f1", "--kanal", "due"), 2, "»due« er ikke en af mulighederne"),
        (("kontakt", "f1", "--dato", "i morgen"), 2, "Den dag er ikke kommet endnu"),
        (("kontakt", "f1", "--dato", "32/11"), 2, "er ikke en dato"),
        (("kontakt", "f1", "--tekst", "010203-1234"), 2, "ligner et cpr"),
        (("kontakt", "ret"), 2, "vforlob kontakt ret"),
        (("kontakt", "ret", "9"), 3, "vforlob kontakt liste"),
        (("kontakt", "ret", "f1"), 2, "f1 er et forløb"),
        (("kontakt", "f1", "--ikke-nået", "--svar", "x.toml"), 2, "ikke begge dele"),
        (("fravær",), 2, "Der mangler et forløb"),
        (("fravær", "f1"), 2, "--svar"),
        (("fravær", "f1", "18/11"), 2, "vforlob fravær f1 18/11 --syg"),
        (("fravær", "f1", "--syg", "--fri"), 2, "Vælg kun én"),
        (("fravær", "f1", "32/11", "--syg"), 2, "er ikke en dato"),
        (("fravær", "f1", "i morgen", "--syg"), 2, "Den dag er ikke kommet endnu"),
        (("fravær", "ret", "9"), 3, "vforlob fravær liste"),
    ],
)
def test_a_wrong_line_is_answered_in_one_sentence_and_saves_nothing(
    vforlob: Vforlob, store: Store, line: tuple[str, ...], code: int, told: str
) -> None:
    ran = vforlob(*line)

    assert (ran.code, ran.out) == (code, "")
    assert told in ran.err
    assert store.door(Kontakt).find() + store.door(Fravaer).find() == ()


@pytest.mark.parametrize(
    ("over", "dato", "taken"),
    [
        ({}, "2026-11-10", True),
        ({}, "2026-11-20", True),  # a closing word, within 30 days
        ({"lukket": "2026-10-21"}, "2026-11-20", True),
        ({"lukket": "2026-10-20"}, "2026-11-20", False),
        ({"lukket": "2026-10-20", "eftervaern": "2026-11-20"}, "2026-11-20", True),
        ({"lukket": "2026-10-01", "eftervaern": "2026-11-19"}, "2026-11-20", False),
    ],
)
def test_a_closed_forlob_takes_a_closing_word_and_contacts_in_eftervaern(
    vforlob: Vforlob, store: Store, over: dict[str, str], dato: str, taken: bool
) -> None:
    close(store, **over)

    ran = vforlob("kontakt", "f1", "--dato", dato)

    assert (ran.code == 0) == taken
    if taken:
        assert "Næste kontakt" in ran.out or "ingen næste kontakt" in ran.out
    else:
        assert "f1 er lukket" in ran.err


@pytest.mark.parametrize("days", [0, 1, 13])
@pytest.mark.parametrize("art", ["syg", "fri", "udeblevet", "uafklaret"])
def test_an_absence_is_one_line(vforlob: Vforlob, store: Store, art: str, days: int) -> None:
    day = date(2026, 11, 20) - timedelta(days=days)

    ran = vforlob("fravær", "f1", day.isoformat(), f"--{art}", "--besked", "ringede selv", "--json")

    assert read(ran) == {"skema": 1, "id": 1, "forlob": 1, "dato": day.isoformat(), "art": art}
    assert store.door(Fravaer).get(1).besked == "ringede selv"


def test_without_a_day_it_is_today(vforlob: Vforlob, store: Store) -> None:
    vforlob("fravær", "f1", "--udeblevet")

    assert store.door(Fravaer).get(1).dato == "2026-11-20"


@pytest.mark.parametrize(
    ("over", "dato", "told"),
    [
        ({}, "2026-11-21", "Den dag er ikke kommet endnu"),
        ({}, "2026-11-03", "Forløbet begyndte først onsdag den 4. november 2026"),
        ({}, "2026-11-04", ""),
        ({"slut": "2026-11-18"}, "2026-11-18", ""),
        ({"slut": "2026-11-18"}, "2026-11-19", "Forløbets sidste dag var onsdag den 18. november 2026"),
        ({"start": None, "slut": None}, "2020-01-01", ""),
        ({"status": "lukket", "lukket": "2026-11-18"}, "2026-11-10", "f1 er lukket"),
    ],
)
def test_a_day_lies_inside_the_forlob(
    vforlob: Vforlob, store: Store, over: dict[str, Any], dato: str, told: str
) -> None:
    with store.doing("ret"):
        store.door(Forlob).change(1, **over)

    ran = vforlob("fravær", "f1", svar=f'dato = {dato}\nart = "syg"\n')

    assert ran.code == (4 if told else 0)
    assert told in ran.err
    assert len(store.door(Fravaer).find()) == (0 if told else 1)


@pytest.mark.parametrize("art", ["--syg", "--udeblevet"])
def test_a_day_that_stands_there_already_is_corrected_and_not_written_twice(
    vforlob: Vforlob, store: Store, art: str
) -> None:
    vforlob("fravær", "f1", "19/11", "--syg")

    again = vforlob("fravær", "f1", "19/11", art)

    assert (again.code, len(store.door(Fravaer).find())) == (2, 1)
    assert "står der allerede: syg. Ret den i stedet: vforlob fravær ret 1" in again.err


def test_an_absence_gets_its_reason_later(vforlob: Vforlob, store: Store) -> None:
    vforlob("fravær", "f1", "19/11", "--uafklaret")

    assert vforlob("fravær", "ret", "1", svar='art = "syg"\nbesked = "ringede i dag"\n').code == 0
    assert "Den dag er ikke" in vforlob("fravær", "ret", "1", svar="dato = 2026-12-24\n").err

    found = store.door(Fravaer).get(1)
    assert (found.dato, found.art, found.besked) == ("2026-11-19", "syg", "ringede i dag")


def test_of_a_closed_forlob_an_absence_can_still_be_corrected(vforlob: Vforlob, store: Store) -> None:
    vforlob("fravær", "f1", "9/11", "--uafklaret")
    close(store)

    assert vforlob("fravær", "ret", "1", svar='art = "syg"\n').code == 0


def test_staying_away_is_talked_about_before_a_reason_is_written(vforlob: Vforlob) -> None:
    assert "Tal med borgeren, før du skriver en grund." in vforlob("fravær", "f1", "--udeblevet").out
    assert "Tal med borgeren, før" not in vforlob("fravær", "f1", "19/11", "--syg").out


@pytest.mark.parametrize(
    ("days", "suggested"),
    [
        (("16/11", "17/11"), True),
        (("17/11",), False),
        (("17/11", "18/11"), False),  # the 15th day is no longer early
        (("18/11", "19/11"), False),
    ],
)
def test_the_second_absence_in_the_first_14_days_suggests_following_closely(
    vforlob: Vforlob, days: tuple[str, ...], suggested: bool
) -> None:
    said = [vforlob("fravær", "f1", day, "--syg").out for day in days]

    assert ("Overvej tæt opfølgning: vforlob tæt f1" in said[-1]) == suggested


def test_what_is_followed_closely_already_is_not_suggested(vforlob: Vforlob, store: Store) -> None:
    with store.doing("tæt"):
        store.door(Taet).add(Taet(0, 1, 1, "2026-11-05", "ja"))
    vforlob("fravær", "f1", "16/11", "--syg")

    assert "Overvej" not in vforlob("fravær", "f1", "17/11", "--syg").out


def test_agreed_days_off_are_no_absence_to_worry_about(vforlob: Vforlob) -> None:
    vforlob("fravær", "f1", "16/11", "--syg")

    assert "Overvej" not in vforlob("fravær", "f1", "17/11", "--fri").out


def test_the_lists_are_newest_first_of_one_forlob_or_of_all(vforlob: Vforlob) -> None:
    for day in ("16/11", "18/11", "17/11"):
        vforlob("kontakt", "f1", "--dato", day)
        vforlob("fravær", "f1", day, "--syg")

    for line in (("kontakt", "liste", "f1"), ("kontakt", "liste"), ("fravær", "liste", "f1"), ("fravær", "liste")):
        rows = read(vforlob(*line, "--json"))["raekker"]
        assert [row["dato"][-2:] for row in rows] == ["18", "17", "16"]
        shown = vforlob(*line).out
        assert "Kun til dig" in shown
        assert max(map(len, shown.splitlines())) <= 80


@pytest.mark.parametrize("family", ["kontakt", "fravær"])
def test_an_empty_list_says_how_to_begin(vforlob: Vforlob, family: str) -> None:
    assert f"vforlob {family} f1" in vforlob(family, "liste", "f1").out


def test_a_contact_is_corrected_and_taken_back(vforlob: Vforlob, store: Store) -> None:
    vforlob("kontakt", "f1", "--ikke-nået")

    assert vforlob("kontakt", "ret", "1", svar='naet = "ja"\nhvem_ringede = "virksomhed"\n').code == 0
    assert store.door(Kontakt).get(1).hvem_ringede == "virksomhed"
    assert "1 gang" in vforlob("kontakt", "liste", "f1").out

    assert vforlob("fortryd").code == 0
    assert store.door(Kontakt).get(1).naet == "nej"
    assert vforlob("fortryd").code == 0
    assert store.door(Kontakt).find() == ()
