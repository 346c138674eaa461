"""The documents that are handed over, as commands: what is said beside them, where they go, what is asked."""

import json
from pathlib import Path

import pytest
from docx import Document
from english import english_in
from pypdf import PdfReader

import scenes
import scenes_later
from building import make_case
from handed import handed_case, hold, new_store
from running import run
from vforlob.actions.settings import setting
from vforlob.model.borger import Borger
from vforlob.model.eksport import Eksport
from vforlob.model.forlob import Forlob
from vforlob.model.opgave import Opgave
from vforlob.model.virksomhed import Virksomhed
from vforlob.store.store import Store

COMMANDS = [
    ("aftaleark", "f1"),
    ("aftaleark", "f1", "--til", "borger"),
    ("aftaleark", "f1", "--til", "virksomhed"),
    ("kontaktkort", "virksomhed", "f1"),
    ("kontaktkort", "borger", "f1"),
    ("værtsguide",),
    ("værtsguide", "f1"),
    ("tilbagemelding", "f1"),
    ("overdragelse", "f1"),
    ("minplan", "b1"),
    ("udviklingsbeskrivelse", "f1"),
    ("udviklingsbeskrivelse", "b1", "--til", "borger"),
]
TO_VIRKSOMHED = [
    ("aftaleark", "f1"),
    ("kontaktkort", "virksomhed", "f1"),
    ("værtsguide", "f1"),
    ("tilbagemelding", "f1"),
]
ENDED = """
[samtale]
deltagere = ["leder"]
[samtale_med_virksomhed]
holdt = "ja"
form = "telefon"
[udfald]
kode = "{}"
dato = "i dag"
"""
STOPPED = 'hvem = "borger"\nkender_virksomheden_arsag = "ja"\n'
NOTES = "Det, du fortæller mig om et forløb, skriver jeg ned. Borgeren har ret til at læse det."


@pytest.fixture(scope="module")
def case(tmp_path_factory: pytest.TempPathFactory) -> str:
    """Only read."""
    with new_store(tmp_path_factory.mktemp("sag")) as store:
        handed_case(store)
        return store.folder


@pytest.fixture(scope="module")
def bare(tmp_path_factory: pytest.TempPathFactory) -> str:
    """A borger, a virksomhed and a forløb, and nothing else. Only read."""
    with new_store(tmp_path_factory.mktemp("bar")) as store, store.doing("prove"):
        store.door(Borger).add(Borger(0, "B-1"))
        store.door(Virksomhed).add(Virksomhed(0, "Byens Marked"))
        store.door(Forlob).add(Forlob(0, 1, 1, "virksomhedspraktik"))
        return store.folder


def change(store: Store, **columns: object) -> None:
    with store.doing("prove"):
        store.door(Forlob).change(1, **columns)


@pytest.mark.parametrize("line", COMMANDS, ids=" ".join)
def test_a_document_is_danish_and_whole(case: str, line: tuple[str, ...]) -> None:
    ran = run(*line, folder=case)

    assert (ran.code, english_in(ran.out), english_in(ran.err)) == (0, [], [])
    assert not any(word in ran.out + ran.err for word in ("None", "Traceback", "!", "risiko", "klient", "kontrol"))


@pytest.mark.parametrize("line", COMMANDS, ids=" ".join)
def test_an_empty_record_still_makes_a_document_and_says_what_is_missing(bare: str, line: tuple[str, ...]) -> None:
    ran = run(*line, folder=bare)

    assert (ran.code, english_in(ran.err)) == (0, [])
    assert "None" not in ran.out
    assert ran.err.strip() or line[0] == "værtsguide"
    headings = [
        before
        for before, under in zip(ran.out.splitlines(), ran.out.splitlines()[1:], strict=False)
        if under[:3] == "---"
    ]
    after = ran.out.split("---\n")[1:]
    assert len(headings) == len(after)
    assert all(text.strip() for text in after)


@pytest.mark.parametrize("line", COMMANDS, ids=" ".join)
def test_what_is_missing_is_no_part_of_the_document(bare: str, line: tuple[str, ...]) -> None:
    ran = run(*line, folder=bare)

    assert "mangler" not in ran.out
    assert "vforlob" not in ran.out


@pytest.mark.parametrize(
    "line", [COMMANDS[0], *(pytest.param(line, marks=pytest.mark.safety) for line in COMMANDS[1:])]
)
@pytest.mark.parametrize("form", ["docx", "pdf"])
def test_a_page_is_written_and_registered(case: str, line: tuple[str, ...], form: str) -> None:
    ran = run(*line, "--format", form, folder=case)

    path = ran.err.splitlines()[-1]
    assert (ran.code, ran.out) == (0, "")
    assert Path(path).parent == Path(case) / "eksport"
    text = "\n".join(page.extract_text() for page in PdfReader(path).pages) if form == "pdf" else None
    read = text if text is not None else "\n".join(it.text for it in Document(path).paragraphs)
    assert len(read) > 50


def test_the_cards_fit_a_page_and_the_sheet_two(case: str) -> None:
    pages = {}
    for line in COMMANDS[:8]:
        path = Path(case).parent / "side.pdf"
        run(*line, "--format", "pdf", "--ud", str(path), "--overskriv", folder=case)
        pages[" ".join(line)] = len(PdfReader(path).pages)

    assert max(count for name, count in pages.items() if "aftaleark" not in name) == 1
    assert [count for name, count in pages.items() if "aftaleark" in name] == [2, 2, 1]


def test_a_file_is_in_the_register_with_whose_it_is(store: Store, folder: str) -> None:
    handed_case(store)
    run("aftaleark", "f1", "--til", "borger", "--format", "md", "--ud", f"{folder}/../ark.md", folder=folder)

    row = store.door(Eksport).find()[-1]

    assert (row.hvad, row.modtager, row.format, row.borger, row.forlob) == ("aftaleark", "borger", "md", 1, 1)


def test_the_same_facts_are_in_every_text_format(case: str) -> None:
    facts = ["Komme op på 20 timer", "Kost med langt skaft", "En kort pause hver anden time", "Virksomhedsservice"]

    for form in ("txt", "md", "html", "json"):
        out = run("aftaleark", "f1", "--format", form, folder=case).out
        assert [fact for fact in facts if fact not in out] == [], form


def test_json_is_the_document_as_data(case: str) -> None:
    told = json.loads(run("aftaleark", "f1", "--format", "json", folder=case).out)

    assert (told["art"], told["modtager"], told["skema"]) == ("aftaleark", "virksomhed", 1)


# --- the words of the cards ---


def test_the_virksomhed_is_told_once_that_it_is_written_down(case: str) -> None:
    out = run("kontaktkort", "virksomhed", "f1", folder=case).out

    assert out.count(NOTES) == 1
    assert "tilbud" in out


def test_the_borger_is_told_once_how_notes_are_kept(case: str) -> None:
    out = run("kontaktkort", "borger", "f1", folder=case).out

    assert out.count("Jeg skriver mine arbejdsnoter på kommunens pc.") == 1
    assert out.count("Resten bliver slettet.") == 1


def test_hours_given_on_the_line_stand_on_the_card_and_are_kept(store: Store, folder: str) -> None:
    handed_case(store)
    told = run("kontaktkort", "virksomhed", "f1", "--træffetid", "kl. 6-22 alle dage", folder=folder)
    again = run("kontaktkort", "borger", "f1", folder=folder)

    assert "Jeg træffes kl. 6-22 alle dage." in told.out
    assert "Jeg træffes kl. 6-22 alle dage." in again.out
    assert setting(store, "traeffetid") == "kl. 6-22 alle dage"


def test_without_a_terminal_nobody_is_asked_for_hours(bare: str) -> None:
    ran = run("kontaktkort", "virksomhed", "f1", folder=bare)

    assert ran.code == 0
    assert "træffes" not in ran.out
    assert "________" in ran.out


@pytest.mark.parametrize(
    ("vaert", "words"), [("ny", "hav en opgave klar"), ("erfaren", "Fem ting, I kender"), (None, "hav en opgave")]
)
def test_a_host_who_has_tried_it_gets_the_short_guide(store: Store, folder: str, vaert: str | None, words: str) -> None:
    handed_case(store, virksomhed={"vaert": vaert})
    store.close()

    assert words in run("værtsguide", "f1", folder=folder).out


def test_a_host_is_known_by_a_forlob_that_ended_there(store: Store, folder: str) -> None:
    handed_case(store, virksomhed={"vaert": None})
    with store.doing("prove"):
        store.door(Forlob).add(Forlob(0, 1, 1, "virksomhedspraktik", "2025-01-06", "2025-03-07", status="lukket"))
    store.close()

    assert "Fem ting, I kender" in run("værtsguide", "f1", folder=folder).out


def test_the_form_asks_five_things_and_says_on_the_side_how_they_come_back(case: str) -> None:
    ran = run("tilbagemelding", "f1", folder=case)

    assert [line[0] for line in ran.out.splitlines() if line[1:3] == "  "] == ["1", "2", "3", "4", "5"]
    assert "vforlob kontakt f1" in ran.err
    assert "kontakt f1" not in ran.out


# --- the sheet of both ---


def test_both_read_the_same_sheet_and_a_copy_of_ones_own_holds_more(case: str) -> None:
    both, own = (run("aftaleark", "f1", *til, folder=case).out for til in ((), ("--til", "borger")))

    assert "Tale med lægen" not in both
    assert "Møder kl. 9" not in both
    assert "Målet er 20 timer" not in both
    assert "Tale med lægen" in own
    assert "Møder kl. 9" in own
    assert "Målet er 20 timer" in own
    assert "Konsulent" in both.split("____")[-1]


def test_the_week_is_a_plan_on_the_sheet(case: str) -> None:
    out = run("aftaleark", "f1", folder=case).out

    assert all(word in out for word in ("Mandag og onsdag", "6,5", "Kost med langt skaft", "En måtte at stå på"))
    assert "Slags timer" not in out


def test_in_a_combination_each_task_says_which_hours_it_belongs_to(store: Store, folder: str) -> None:
    handed_case(store, forlob={"art": "kombination"})
    with store.doing("prove"):
        store.door(Opgave).change(1, timetype="ordinaer")
    store.close()

    out = run("aftaleark", "f1", folder=folder).out

    assert "Med løn" in out
    assert "I praktik" in out


def test_words_about_health_are_pointed_out_to_the_konsulent_alone(store: Store, folder: str) -> None:
    handed_case(store)
    with store.doing("prove"):
        store.door(Opgave).change(1, tilpasning="På grund af hendes angst")
    store.close()

    ran = run("aftaleark", "f1", folder=folder)

    assert "»angst« kan ligne en oplysning om helbred" in ran.err


# --- an employer who must not be written to ---


@pytest.mark.parametrize(
    ("line", "svar", "code"),
    [(TO_VIRKSOMHED[0], "ja", 0), (TO_VIRKSOMHED[0], None, 1), *((line, "nej", 1) for line in TO_VIRKSOMHED)],
)
def test_after_the_job_the_employer_is_written_to_only_with_a_yes(
    store: Store, folder: str, line: tuple[str, ...], svar: str | None, code: int
) -> None:
    case = handed_case(store)
    assert case.forlob is not None
    if svar:
        key = next(key for key in scenes_later.EFTERVAERN if key.punkt == "ma_kontakte_arbejdsgiver")
        hold(store, "eftervaern", {**scenes_later.EFTERVAERN, key: svar}, case.forlob, "2026-11-19")
    change(store, status="lukket", lukket="2026-11-17", udfald="job", eftervaern="2027-11-17")
    store.close()

    ran = run(*line, folder=folder)

    assert ran.code == code
    assert bool(ran.out) == (code == 0)
    assert code == 0 or "at du kontakter arbejdsgiveren" in ran.err


@pytest.mark.parametrize(
    "line", [("aftaleark", "f1", "--til", "borger"), ("kontaktkort", "borger", "f1"), ("overdragelse", "f1")]
)
def test_the_borger_and_the_case_are_not_kept_out_by_that(store: Store, folder: str, line: tuple[str, ...]) -> None:
    handed_case(store)
    change(store, status="lukket", lukket="2026-11-17", udfald="job", eftervaern="2027-11-17")
    store.close()

    assert run(*line, folder=folder).code == 0


@pytest.mark.parametrize("line", TO_VIRKSOMHED, ids=" ".join)
def test_a_host_of_a_forlob_that_ended_can_still_be_written_to(
    store: Store, folder: str, line: tuple[str, ...]
) -> None:
    handed_case(store)
    change(store, status="lukket", lukket="2026-11-17", udfald="afbrudt_borger")
    store.close()

    ran = run(*line, folder=folder)

    assert ran.code == 0
    assert "afbrudt" not in ran.out


# --- the handover ---


@pytest.mark.parametrize(
    ("ring", "said"), [("ja", "Ring til mig: ja."), ("nej", "Ring til mig: nej,"), ("", "Ring til mig: ja.")]
)
def test_the_sagsbehandler_is_asked_to_call_as_the_line_or_the_newest_samtale_says(
    case: str, ring: str, said: str
) -> None:
    out = run("overdragelse", "f1", *(("--ring", ring) if ring else ()), folder=case).out

    assert said in out
    assert "16. november 2026: Mødetiden driller." in out


def test_a_handover_tells_who_was_there_who_said_what_and_whose_is_open(case: str) -> None:
    out = run("overdragelse", "f1", folder=case).out

    assert "Til stede: borger, leder og undertegnede." in out
    assert "Borgeren oplyser: Det går bedre, end jeg troede" in out
    assert "Virksomheden oplyser: God indsats, men mødetiden driller" in out
    assert "Borgeren og undertegnede  24. november 2026" in out


def test_what_is_still_to_come_has_not_happened(case: str) -> None:
    happened = run("overdragelse", "f1", folder=case).out.split("Det er sket")[1].split("Timer og progression")[0]

    assert "Sidste dag" not in happened
    assert "Mål for timer" not in happened


def test_an_early_end_proposes_the_handover(store: Store, folder: str) -> None:
    make_case(store)
    store.close()

    ran = run("afslutning", "f1", "--svar", "-", folder=folder, stdin=ENDED.format("afbrudt_borger") + STOPPED)

    assert ran.code == 0, ran.err
    assert "videre til sagsbehandleren: vforlob overdragelse f1" in ran.out + ran.err


def test_a_forlob_that_was_carried_through_proposes_none(store: Store, folder: str) -> None:
    make_case(store)
    store.close()

    ran = run("afslutning", "f1", "--svar", "-", folder=folder, stdin=ENDED.format("gennemfort"))

    assert ran.code == 0, ran.err
    assert "overdragelse" not in ran.out + ran.err


# --- the plan and the development ---


def test_the_plan_is_plain_lines_to_paste(case: str) -> None:
    ran = run("minplan", "b1", folder=case)

    assert "1. Møde kl. 9 tre dage om ugen – senest 2. december 2026, i gang" in ran.out
    assert "Det tæller vi: Tre dage i fire uger." in ran.out
    assert "Æ-7" not in ran.out
    assert "A mangler: hvad får borgeren selv ud af det?" in ran.err


def test_the_development_begins_where_the_line_says(case: str) -> None:
    early, late = (run("udviklingsbeskrivelse", "f1", "--siden", day, folder=case) for day in ("1/11", "18/11"))

    assert "Fejning klares nu selvstændigt." in early.out
    assert "Timetallet er steget fra 10 til 12,5 timer om ugen." in early.out
    assert "klares nu selvstændigt" not in late.out
    assert "uændret 12,5" in late.out
    assert "Der er ingen færdig samtale i den tid." in late.err


def test_a_day_that_is_still_to_come_is_refused(case: str) -> None:
    ran = run("udviklingsbeskrivelse", "f1", "--siden", "1/12-2026", folder=case)

    assert (ran.code, ran.out) == (2, "")
    assert "er ikke kommet endnu" in ran.err


def test_the_next_one_begins_where_the_last_file_ended(store: Store, folder: str) -> None:
    handed_case(store)
    with store.doing("prove"):
        store.door(Eksport).add(
            Eksport(
                0, "udviklingsbeskrivelse", "sagsbehandler", "pdf", tid="2026-11-18T09:00+01:00", borger=1, forlob=1
            )
        )
    store.close()

    case_copy, own = (
        run("udviklingsbeskrivelse", "f1", "--til", til, folder=folder) for til in ("sagsbehandler", "borger")
    )

    assert "Periode: 18. november 2026" in case_copy.out
    assert "Periode: 4. november 2026" in own.out


def test_the_borgers_scores_are_her_own(case: str) -> None:
    own, journal = (run("udviklingsbeskrivelse", "f1", "--til", til, folder=case).out for til in ("borger", "journal"))

    assert "3 (16/11)" not in own
    assert "3 (16/11)" in journal
    assert "God indsats" not in own  # the virksomhed was heard alone
    assert "God indsats" in journal


def test_a_hard_word_is_pointed_out_and_stops_nothing(store: Store, folder: str) -> None:
    case = handed_case(store)
    assert case.forlob is not None
    hold(
        store,
        "opfolgning",
        {next(k for k in scenes.answers({"lille_skridt": {"svar": ""}})): "Hun kan ikke huske beskeder"},
        case.forlob,
        "2026-11-18",
    )
    store.close()

    ran = run("udviklingsbeskrivelse", "f1", folder=folder)

    assert ran.code == 0
    assert "»kan ikke« kan lyde hårdt." in ran.err
    assert "Hun kan ikke huske beskeder" in ran.out


# --- wrong lines ---


@pytest.mark.parametrize(
    ("line", "said"),
    [
        (("aftaleark", "f1", "--til", "mentor"), "borger eller virksomhed"),
        (("overdragelse", "f1", "--ring", "måske"), "ja eller nej"),
        (("udviklingsbeskrivelse", "f1", "--til", "virksomhed"), "sagsbehandler, journal eller borger"),
        (("aftaleark", "f1", "--format", "doc"), "docx"),
        (("kontaktkort",), "vforlob kontaktkort borger"),
    ],
)
def test_a_wrong_line_is_answered_with_what_can_stand_there(case: str, line: tuple[str, ...], said: str) -> None:
    ran = run(*line, folder=case)

    assert (ran.code, ran.out) == (2, "")
    assert said in ran.err


def test_what_is_not_there_is_3(case: str) -> None:
    assert [
        run(*line, folder=case).code for line in (("aftaleark", "f9"), ("minplan", "b9"), ("værtsguide", "f9"))
    ] == [3] * 3


def test_an_alias_is_a_forlob_or_a_borger(case: str) -> None:
    assert run("aftaleark", "Æ-7", folder=case).code == 0
    assert run("minplan", "æ-7", folder=case).code == 0


TYPED = ["{{ 7*7 }} & < > [x] {% x %} # * | = + - @ \x1b[31mrød"]
MORE = ["=1+1", "<b>", "{{ 7*7 }}", "🙂 " * 300, "linje\nto\n\n# tre"]


@pytest.mark.parametrize("typed", [*TYPED, *(pytest.param(text, marks=pytest.mark.safety) for text in MORE)])
def test_what_was_typed_is_only_text(store: Store, folder: str, typed: str) -> None:
    handed_case(store)
    with store.doing("prove"):
        store.door(Opgave).change(1, opgave=typed, tilpasning=typed)
        store.door(Borger).change(1, kan_jeg=typed)
    store.close()

    for line in COMMANDS:
        ran = run(*line, folder=folder)
        assert ran.code == 0
        assert "\x1b" not in ran.out
        assert "49" not in ran.out.replace("uge 49", "")
