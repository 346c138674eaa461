"""`læring`, `sparring` and `historie` as they are typed: pages, notes, files, any input, nothing there yet.

The whole page stands in tests/golden/sider. Write it anew with:
VFORLOB_NYE_SIDER=1 pytest tests/cli/test_laering_commands.py
"""

import io
import json
import os
from datetime import date
from pathlib import Path

import openpyxl
import pytest
from english import english_in

from building import make_case, make_virksomhed
from running import run
from vforlob.actions.laering import gather_laering, names_of
from vforlob.cli.laering_screen import definition_screen, laering_screen
from vforlob.model.accounts import Statistik
from vforlob.model.forlob import Forlob
from vforlob.model.sparring import Sparring
from vforlob.store.store import Store

GOLDEN = Path(__file__).parents[1] / "golden" / "sider"
TODAY = date(2026, 11, 20)
ENDED = (
    *(("2026-02", "lager", "gennemfort", 13, "ja", "ja", ()) for _ in range(5)),
    *(("2026-04", "lager", "lontimer", 18, "ja", "ja", ("ny_vaert",)) for _ in range(2)),
    *(("2026-05", "køkken", "job", 9, "ja", "ja", ("tavshed",)) for _ in range(3)),
    *(("2026-06", "køkken", "afbrudt_borger", 2, "nej", "nej", ("tavshed",)) for _ in range(4)),
    ("2026-09", "butik", "stoppet_afklaret", 6, "ja", "ja", ("forventning",)),
    ("2026-10", "", "aldrig_startet", 0, "nej", "nej", ()),
)
LESSON = """
[samtale]
dato = "2026-11-19"
deltagere = ["leder", "konsulent"]
[samtale_med_virksomhed]
holdt = "ja"
[udfald]
kode = "stoppet_afklaret"
dato = "2026-11-19"
klogere = "Korte dage går bedst"
[laering]
virkede = "At flytte mødetiden tidligt"
maerker = "lager, ryg-problemer"
"""


@pytest.fixture
def ended(store: Store, folder: str) -> str:
    """A case that goes on, and what is left of those that ended."""
    make_case(store)
    make_virksomhed(store, navn="Åens Bageri")
    with store.doing("test"):
        for maned, branche, udfald, uge, formode, talk, signs in ENDED:
            row = Statistik(0, maned, "virksomhedspraktik", branche, udfald, uge, formode, talk, None, signs)
            store.door(Statistik).add(row)
        plain = Forlob(0, 1, 2, "virksomhedspraktik", "2026-01-05", status="lukket", lukket="2026-04-01")
        store.door(Forlob).add(plain._replace(udfald="job"))
        store.door(Forlob).add(plain._replace(udfald="afbrudt_borger", virksomhed=1))
    return folder


@pytest.fixture
def learned(store: Store, folder: str) -> str:
    """A forløb that ended, with what was learned from it."""
    make_case(store)
    assert run("afslutning", "f1", "--svar", "-", folder=folder, stdin=LESSON).code == 0
    return folder


# --- læring -------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("name", "width", "drawn", "twins"),
    [
        ("laering_80", 80, True, False),
        ("laering_120", 100, True, False),
        ("laering_smal", 46, True, False),
        ("laering_enkel", 80, False, False),
        ("laering_gammel", 80, True, True),
    ],
)
def test_the_page_is_as_it_was_read_and_approved(
    ended: str, store: Store, name: str, width: int, drawn: bool, twins: bool
) -> None:
    found = gather_laering(store, TODAY)

    lines = laering_screen(found, names_of(store, found.steder), width, drawn, twins)

    text = "\n".join([*lines, ""])
    if os.environ.get("VFORLOB_NYE_SIDER"):
        (GOLDEN / f"{name}.txt").write_text(text, encoding="utf-8", newline="\n")
    assert text == (GOLDEN / f"{name}.txt").read_text(encoding="utf-8")
    assert max(map(len, lines)) < width


def test_an_empty_caseload_is_a_kind_sentence(store: Store, folder: str) -> None:
    ran = run("læring", folder=folder)

    assert ran.code == 0
    assert "De kommer af sig selv" in ran.out


@pytest.mark.parametrize("line", [("--forklar",), ("?",)])
def test_every_figure_is_explained_with_its_source(store: Store, folder: str, line: tuple[str, ...]) -> None:
    ran = run("læring", *line, folder=folder)

    assert ran.code == 0
    assert ran.out.count("Kilde: ") == 8
    assert ran.out.splitlines() == definition_screen(80)
    assert english_in(ran.out) == []


def test_a_period_is_a_month_and_a_day_ahead_is_refused(ended: str) -> None:
    since = run("laering", "--siden", "15/6", "--json", folder=ended)
    ahead = run("læring", "--siden", "1/12-2026", folder=ended)

    assert (json.loads(since.out)["fra"], json.loads(since.out)["lukket"]) == ("2026-06", 6)
    assert (ahead.code, ahead.out) == (2, "")
    assert "1. december 2026 (uge 49) er ikke kommet endnu" in ahead.err


def test_json_has_numbers_and_no_name(ended: str) -> None:
    ran = run("læring", "--json", folder=ended)
    found = json.loads(ran.out)

    assert found["skema"] == 1
    assert found["overlevelse"][1] == {"uge": 2, "alle": 16, "i_gang": 12, "afbrudt": 4, "sluttet": 0}
    assert {"id": "tavshed", "tekst": "tavshed fra virksomheden"}.items() <= found["tegn"][2].items()
    assert [one["id"] for one in found["virksomheder"]] == [1, 2]
    assert not any(name in ran.out for name in ("Ørbæk", "Åens", "B-1"))


@pytest.mark.parametrize("format_name", ["txt", "md", "html", "json", "csv"])
def test_a_file_of_the_figures_names_no_place_and_nobody(ended: str, format_name: str) -> None:
    ran = run("læring", "--format", format_name, folder=ended)

    assert ran.code == 0
    assert "stoppet før tid, afklaret" in ran.out
    assert not any(name in ran.out for name in ("Ørbæk", "Åens", "B-1"))


@pytest.mark.parametrize("format_name", ["xlsx", "docx", "pdf"])
def test_a_file_to_open_is_made(ended: str, format_name: str) -> None:
    ran = run("læring", "--format", format_name, folder=ended)

    path = Path(ran.err.splitlines()[-1])
    assert ran.code == 0
    assert path.stat().st_size > 1000
    if format_name == "xlsx":
        book = openpyxl.load_workbook(io.BytesIO(path.read_bytes()))
        assert book.sheetnames[:4] == ["Udfald", "I gang", "Sluttede i uge", "Tegn"]


# --- notes --------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("typed", ["mødetid", "MOEDETID", "lager", "ryg-problemer", "tidligt mødetiden"])
def test_a_word_finds_the_note_and_marks_the_hit(learned: str, typed: str) -> None:
    ran = run("læring", typed, folder=learned)

    assert ran.code == 0
    assert "19/11 f1 · B-1 hos Ørbæk & Søn" in ran.out
    assert "[" in ran.out


def test_words_may_stand_apart(learned: str) -> None:
    ran = run("læring", "mødetiden", "tidligt", "--json", folder=learned)

    assert [row["forlob"] for row in json.loads(ran.out)["raekker"]] == [1]


@pytest.mark.parametrize("typed", ['"', "'", "*", "xyz", "a AND", "(", "\\", "\x1b[31m", "%", "_", "æ" * 4000, "🙂"])
def test_any_input_is_safe_and_shows_the_tags(learned: str, typed: str) -> None:
    ran = run("læring", typed, folder=learned)

    assert ran.code == 0
    assert "lager (1) · ryg-problemer (1)" in ran.out
    assert "\x1b" not in ran.out
    assert max(map(len, ran.out.splitlines())) <= 80


def test_without_a_note_it_says_where_they_come_from(store: Store, folder: str) -> None:
    ran = run("læring", "bus", folder=folder)

    assert (ran.code, "vforlob afslutning f12" in ran.out) == (0, True)


def test_notes_are_for_the_screen(learned: str) -> None:
    ran = run("læring", "lager", "--format", "docx", folder=learned)

    assert (ran.code, ran.out) == (2, "")
    assert "kommer kun på skærmen" in ran.err


# --- sparring -----------------------------------------------------------------------------------------------------


def asked(folder: str, *lines: str) -> None:
    given = "\n".join(('sporgsmal = "Hvad ville I gøre?"', *lines))
    assert run("sparring", "ny", "f1", "--svar", "-", folder=folder, stdin=given).code == 0


def test_a_case_from_a_file_takes_the_draft_it_does_not_say(store: Store, folder: str) -> None:
    make_case(store)

    asked(folder, 'provet = ""')

    found = store.door(Sparring).get(1)
    assert found.situation
    assert found.situation.startswith("Uge 3 af 14 i virksomhedspraktik, branche lager.")
    assert (found.provet, found.rad, found.dato) == (None, None, "2026-11-20")


def test_printing_says_what_it_takes_out(store: Store, folder: str) -> None:
    make_case(store)
    asked(folder, 'situation = "B-1 er hos ørbæk & søn. Ring til Åse på 20 30 40 50."')

    ran = run("sparring", "1", folder=folder)

    assert ran.code == 0
    assert "Borgeren er hos virksomheden. Ring til kontaktpersonen på [telefonnummer]." in ran.out
    assert "borgerens alias, virksomhedens navn, et navn og et telefonnummer (sag 1, situationen)" in ran.err


def test_the_advice_comes_back_into_the_case(store: Store, folder: str) -> None:
    make_case(store)
    asked(folder)

    ran = run("sparring", "ret", "1", "--svar", "-", folder=folder, stdin='rad = "Spørg om mødetiden"')

    assert ran.code == 0
    assert "vforlob aftale ny f1" in ran.err
    assert "Råd fra kolleger: Spørg om mødetiden" in run("forløb", "vis", "f1", folder=folder).out
    assert "råd 20/11" in run("sparring", "liste", folder=folder).out
    assert "Spørg om mødetiden" in run("sparring", "vis", "1", folder=folder).out


def test_cases_are_printed_once_each_in_the_order_they_are_named(store: Store, folder: str) -> None:
    make_case(store)
    asked(folder)
    asked(folder)

    ran = run("sparring", "2", "1", "2", folder=folder)

    assert [line for line in ran.out.splitlines() if line.startswith("Sag ")] == ["Sag 2", "Sag 1"]


@pytest.mark.parametrize(("typed", "code"), [("9", 3), ("x", 3), ("f1", 2), ("", 2)])
def test_a_case_that_is_not_there(store: Store, folder: str, typed: str, code: int) -> None:
    make_case(store)
    asked(folder)

    ran = run("sparring", *([typed] if typed else []), folder=folder)

    assert (ran.code, ran.out, english_in(ran.err)) == (code, "", [])


# --- historie -----------------------------------------------------------------------------------------------------


def story(folder: str, *lines: str) -> str:
    ran = run("historie", "ny", "f1", "--svar", "-", folder=folder, stdin="\n".join(lines))
    assert ran.code == 0, ran.err
    return ran.err


def test_a_story_waits_for_the_yes_and_ends_with_it(store: Store, folder: str) -> None:
    make_case(store)
    story(folder)

    before = run("historie", "vis", "1", "--format", "md", folder=folder)
    run("historie", "ret", "1", "--svar", "-", folder=folder, stdin='ja = "i går"')
    told = run("historie", "vis", "1", "--format", "md", folder=folder)
    run("historie", "ret", "1", "--svar", "-", folder=folder, stdin='trukket = "i dag"')
    after = run("historie", "vis", "1", "--format", "md", folder=folder)

    assert (before.code, told.code, after.code) == (2, 0, 2)
    assert (before.out, after.out) == ("", "")
    assert "fejning" in told.out
    assert "trak sit ja tilbage fredag den 20. november" in after.err
    assert "trukket 20/11" in run("historie", "liste", folder=folder).out


def test_words_of_what_is_missing_are_hinted_and_stop_nobody(store: Store, folder: str) -> None:
    make_case(store)

    told = story(folder, 'tekst = "B-1 var umotiveret og havde angst."', 'ja = "i dag"')

    assert "»umotiveret« fortæller, hvad der mangler." in told
    assert "»angst« kan ligne en oplysning om helbred" in told
    assert "kan vise, hvem det er" in told


def test_the_page_is_for_the_consultant_alone(store: Store, folder: str) -> None:
    make_case(store)
    story(folder)

    for line in (("historie", "vis", "1"), ("historie", "liste"), ("historie",)):
        assert run(*line, folder=folder).out.startswith(" Kun til dig · ")
