"""`aflever`: the walk answered by somebody who is there, and what is said where nobody is."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from english import english_in
from test_record_prompts import SKIP, Scripted

from building import make_borger, make_case, make_samtale
from handing_over import clipboard_in, held_after_the_job, held_formode, held_samtale, no_clipboard
from running import CLOCK, key_file, run
from vforlob.actions.aflever import DONE, SKIPPED, steps_of
from vforlob.actions.asking import Pause, Reply
from vforlob.actions.slettestop import is_stopped
from vforlob.cli.aflever_walk import walk
from vforlob.cli.context import GlobalOptions, begin
from vforlob.model.eksport import Eksport, Kalender
from vforlob.model.samtale import Samtale
from vforlob.store.store import Store
from vforlob.store.undo import undo_last

STOP, LATER = Pause(interrupted=True), Pause(interrupted=False)
IN_JOURNAL, NO_AKTINDSIGT = "ja", "nej"
SKIP_TEXT = "spring"


@pytest.fixture(autouse=True)
def _program(folder: str, monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    for name, value in (("MAPPE", folder), ("NOEGLEFIL", key_file(folder)), ("NU", CLOCK)):
        monkeypatch.setenv(f"VFORLOB_{name}", value)
    for name, value in no_clipboard().items():
        monkeypatch.setenv(name, value)
    begin(GlobalOptions())
    yield
    begin(GlobalOptions())


def walked(store: Store, samtale: Samtale, *replies: str | Reply) -> tuple[int, list[str]]:
    ask = Scripted(*replies)
    code = walk(store, samtale, ask)
    return code, [question.text for question in ask.asked]


def done(store: Store, samtale: Samtale) -> dict[str, str]:
    return {step.trin: step.svar for step in steps_of(store, samtale)}


def test_the_whole_walk_asks_six_things_and_writes_a_file_for_each_that_wants_one(
    store: Store, folder: str, capsys: pytest.CaptureFixture[str]
) -> None:
    samtale = held_samtale(store)

    code, asked = walked(store, samtale, IN_JOURNAL, NO_AKTINDSIGT, "docx", "Søren", "pdf", "ja")

    assert code == 0
    assert asked == [
        "Sat ind i journalen?",
        "Er der bedt om aktindsigt i sagen om B-1? Så må intet slettes.",
        "Hvad skal der ske med teksten til virksomheden?",
        "Fornavn til dette brev (gemmes ikke)",
        "Hvad skal der ske med teksten til borgeren?",
        "Gem den som en fil til kalenderen?",
    ]
    assert set(done(store, samtale).values()) == {DONE}
    files = store.door(Eksport).find()
    assert [(it.hvad, it.modtager, it.format, it.samtale) for it in files] == [
        ("referat", "virksomhed", "docx", samtale.nr),
        ("referat", "borger", "pdf", samtale.nr),
        ("kalender", None, "ics", samtale.nr),
    ]
    assert all(Path(it.sti).stat().st_size > 200 for it in files)
    told = capsys.readouterr().out
    assert f"s{samtale.nr} er afleveret." in told
    assert english_in(told) == []


def test_every_step_says_what_it_is_and_whose(store: Store, capsys: pytest.CaptureFixture[str]) -> None:
    walked(store, held_samtale(store), IN_JOURNAL, NO_AKTINDSIGT, SKIP_TEXT, SKIP, SKIP_TEXT, "nej")

    told = capsys.readouterr().out
    for number, title in enumerate(
        ("Notatet til journalen", "Teksten til virksomheden", "Teksten til borgeren", "Kalenderen"), 1
    ):
        assert f" {number} af 4 · {title}\n" in told
    assert told.count("Kun til dig · Aflevér s1 · Opfølgning 20/11 · f1 · B-1 hos Ørbæk & Søn") == 4


def test_the_first_name_stands_in_that_letter_and_nowhere_else(
    store: Store, folder: str, capsys: pytest.CaptureFixture[str]
) -> None:
    samtale = held_samtale(store)

    walked(store, samtale, IN_JOURNAL, NO_AKTINDSIGT, SKIP_TEXT, "Zøbelina", "kopier", "nej")

    assert "Hej Zøbelina. Tak for samtalen" in capsys.readouterr().out
    dump = "\n".join(
        str(row)
        for (table,) in store.rows("SELECT name FROM sqlite_master WHERE type = 'table'")
        for row in store.rows(f"SELECT * FROM {table}")  # our own names
    )
    assert "belina" not in dump
    for path in Path(folder).rglob("*"):
        assert "belina" not in path.name
        assert path.is_dir() or b"belina" not in path.read_bytes()


def test_a_letter_saved_as_a_file_carries_the_name_inside_and_not_on_it(store: Store, folder: str) -> None:
    from docx import Document  # the reader of a Word file

    walked(store, held_samtale(store), "nej", SKIP_TEXT, "Zøbelina", "docx", "nej")

    (file,) = store.door(Eksport).find(format="docx")
    assert "belina" not in file.sti
    text = "\n".join(paragraph.text for paragraph in Document(file.sti).paragraphs)
    assert "Hej Zøbelina." in text
    assert "B-1" not in text


def test_no_text_to_the_others_carries_the_alias(store: Store, capsys: pytest.CaptureFixture[str]) -> None:
    walked(store, held_samtale(store), "nej", SKIP_TEXT, "b-1", SKIP_TEXT, "nej")

    told = capsys.readouterr().out
    for title in ("Teksten til virksomheden", "Teksten til borgeren"):
        text = told.split(f"af 4 · {title}\n")[1].split("Kun til dig")[0]
        assert "B-1" not in text
        assert "Hej" not in text


def test_enter_all_the_way_passes_everything_and_nothing_is_receipted(store: Store) -> None:
    samtale = held_samtale(store)

    code, asked = walked(store, samtale)

    assert (code, len(asked)) == (0, 5)
    assert set(done(store, samtale).values()) == {SKIPPED}
    assert store.door(Eksport).find() == ()
    assert store.rows("SELECT emne FROM til_journal") == [("samtale",)]


@pytest.mark.parametrize(
    ("before", "at", "left"),
    [
        ((), "Sat ind i journalen?", ["journal", "virksomhed", "borger", "kalender"]),
        ((IN_JOURNAL,), "Er der bedt om aktindsigt", ["journal", "virksomhed", "borger", "kalender"]),
        ((IN_JOURNAL, "nej"), "Hvad skal der ske med teksten til virk", ["virksomhed", "borger", "kalender"]),
        ((IN_JOURNAL, "nej", SKIP_TEXT), "Fornavn til dette brev", ["borger", "kalender"]),
        ((IN_JOURNAL, "nej", SKIP_TEXT, "Bo"), "Hvad skal der ske med teksten til borg", ["borger", "kalender"]),
        ((IN_JOURNAL, "nej", SKIP_TEXT, "Bo", "kopier"), "Gem den som en fil", ["kalender"]),
    ],
)
def test_stopped_anywhere_it_goes_on_there(
    store: Store,
    capsys: pytest.CaptureFixture[str],
    before: tuple[str, ...],
    at: str,
    left: list[str],
) -> None:
    samtale = held_samtale(store)

    ended, asked = walked(store, samtale, *before, STOP)

    assert ended == 130
    assert asked[-1].startswith(at)
    assert [trin for trin, svar in done(store, samtale).items() if not svar] == left
    assert f"vforlob aflever s{samtale.nr}" in capsys.readouterr().out
    code_then, asked_then = walked(store, samtale, *[SKIP] * 9)
    assert code_then == 0
    assert asked_then[0].startswith(at.split(" ")[0]) or at.startswith("Er der") or "Fornavn" in asked_then[0]


def test_a_pause_is_no_mishap(store: Store) -> None:
    assert walked(store, held_samtale(store), LATER)[0] == 0


def test_aktindsigt_stops_every_deletion_of_the_case_and_goes_with_the_receipt(store: Store) -> None:
    samtale = held_samtale(store)
    walked(store, samtale, IN_JOURNAL, "ja", STOP)

    stopped = is_stopped(store, samtale.borger)
    undo_last(store)

    assert (stopped, is_stopped(store, samtale.borger)) == (True, False)
    assert done(store, samtale)["journal"] == ""


def test_what_has_its_receipt_is_passed_with_a_sentence(store: Store, capsys: pytest.CaptureFixture[str]) -> None:
    samtale = held_samtale(store)
    run("journal", "kvitter", "s1", folder=store.folder)

    _, asked = walked(store, samtale)

    assert "Sat ind i journalen?" not in asked
    assert "1 af 4 · Notatet til journalen er gjort." in capsys.readouterr().out


def test_a_mentor_has_a_text_too(store: Store, capsys: pytest.CaptureFixture[str]) -> None:
    _, asked = walked(store, held_samtale(store, mentor=True))

    assert "Hvad skal der ske med teksten til mentoren?" in asked
    assert "3 af 5 · Teksten til mentoren" in capsys.readouterr().out


def test_before_a_forlob_the_virksomhed_is_passed_with_a_sentence(
    store: Store, capsys: pytest.CaptureFixture[str]
) -> None:
    code, asked = walked(store, held_formode(store, make_borger(store).nr))

    assert code == 0
    assert not any("virksomheden" in question for question in asked)
    told = capsys.readouterr().out
    assert "2 af 4 · Teksten til virksomheden: ingen, for samtalen er holdt, før der var et forløb." in told
    assert "referat s1 --til virksomhed" not in told


def test_a_text_that_seems_to_tell_of_health_is_pointed_out(store: Store, capsys: pytest.CaptureFixture[str]) -> None:
    samtale = held_samtale(store, promise="Spørge til hendes depression og medicin")

    walked(store, samtale, *[SKIP] * 9)

    told = capsys.readouterr().out.split("Teksten til virksomheden\n")[1].split("Kun til dig")[0]
    assert "helbred" in told.split("Karen Holm")[1]


def test_what_cannot_be_saved_is_said_and_she_chooses_again(
    store: Store, folder: str, capsys: pytest.CaptureFixture[str]
) -> None:
    samtale = held_samtale(store)
    Path(folder, "eksport").write_text("i vejen")

    code, asked = walked(store, samtale, "nej", "docx", SKIP_TEXT, SKIP, SKIP_TEXT, "nej")

    assert code == 0
    assert asked.count("Hvad skal der ske med teksten til virksomheden?") == 2
    assert store.door(Eksport).find() == ()
    assert "Traceback" not in capsys.readouterr().out


def test_the_clipboard_is_asked_for_and_emptied(
    store: Store, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    env, kept = clipboard_in(tmp_path)
    for name, value in env.items():
        monkeypatch.setenv(name, value)
    samtale = held_samtale(store)

    _, asked = walked(store, samtale, "ja", STOP)
    journal = kept.read_text("utf-8")
    _, more = walked(store, samtale, "nej", IN_JOURNAL, NO_AKTINDSIGT, "kopier", SKIP, SKIP_TEXT, "nej", "ja")

    assert asked[0] == "Læg teksten i udklipsholderen?"
    assert journal.startswith("Opfølgning 20.11.2026 kl. 13.")
    assert "æ" in journal
    assert more[-1] == "Tøm udklipsholderen?"
    assert kept.read_text("utf-8") == ""
    assert "Udklipsholderen er tømt." in capsys.readouterr().out


def test_nothing_is_copied_that_was_not_asked_for(
    store: Store, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    env, kept = clipboard_in(tmp_path)
    for name, value in env.items():
        monkeypatch.setenv(name, value)

    walked(store, held_samtale(store))

    assert not kept.exists()


def test_what_else_waits_of_the_borger_is_named_at_the_end(store: Store, capsys: pytest.CaptureFixture[str]) -> None:
    samtale = held_samtale(store)
    run("kontakt", "f1", "--tekst", "Ringede", folder=store.folder)

    walked(store, samtale, IN_JOURNAL, NO_AKTINDSIGT)

    assert "1 notat om b1 venter på journalen: vforlob journal b1" in " ".join(capsys.readouterr().out.split())


def test_its_own_note_that_was_passed_over_is_not_told_twice(store: Store, capsys: pytest.CaptureFixture[str]) -> None:
    walked(store, held_samtale(store), "nej")

    told = capsys.readouterr().out
    assert "Notatet til journalen er sprunget over." in told
    assert "venter på journalen" not in told


def test_where_the_employer_may_not_be_contacted_no_command_for_it_is_offered(
    store: Store, capsys: pytest.CaptureFixture[str]
) -> None:
    samtale = held_after_the_job(store, "nej")

    walked(store, samtale, IN_JOURNAL, NO_AKTINDSIGT, "", SKIP_TEXT, "nej")

    told = capsys.readouterr()
    assert done(store, samtale)["virksomhed"] == "ingen"
    assert "Borgeren har ikke sagt ja" in told.out + told.err
    assert "--til borger" in told.out
    assert "--til virksomhed" not in told.out


def test_a_walk_that_is_taken_back_is_named_step_by_step(store: Store, folder: str) -> None:
    walked(store, held_samtale(store), IN_JOURNAL, "ja", STOP)
    receipt = run("fortryd", folder=folder).out
    walked(store, held_samtale(store), "nej", SKIP_TEXT, STOP)

    steps = run("fortryd", folder=folder).out

    assert "  kvittering for s1: oprettet" in receipt
    assert "  stop for sletning af b1: oprettet" in receipt
    assert "  aflevering af s1, notatet til journalen: oprettet" in receipt
    assert "  aflevering af s2, teksten til virksomheden: oprettet" in steps


def test_the_calendar_row_is_the_one_the_command_moves(store: Store) -> None:
    samtale = held_samtale(store)
    walked(store, samtale, "nej", SKIP_TEXT, SKIP, SKIP_TEXT, "ja")

    run("kalender", "f1", folder=store.folder)

    assert len(store.door(Kalender).find()) == 1


def test_with_nobody_there_what_remains_is_named_with_its_commands(store: Store, folder: str) -> None:
    samtale = held_samtale(store)
    store.close()

    ran = run("aflever", f"s{samtale.nr}", folder=folder)

    assert ran.code == 2
    assert "Der mangler nogen at spørge." in ran.err
    for line in ("journal f1", "journal kvitter s1", "referat s1 --til virksomhed", "referat s1 --til borger"):
        assert f"vforlob {line}" in ran.out
    assert english_in(ran.out + ran.err) == []


def test_with_nobody_there_and_nothing_left_it_ends_well(store: Store, folder: str) -> None:
    samtale = held_samtale(store)
    walked(store, samtale)
    store.close()

    ran = run("aflever", f"s{samtale.nr}", folder=folder)

    assert (ran.code, ran.err) == (0, "")
    assert "Alle trin er gjort eller sprunget over." in ran.out


@pytest.mark.parametrize(("typed", "code"), [("s99", 3), ("f1", 2), ("x", 3), ("s1", 3)])
def test_what_is_no_finished_samtale_is_said(store: Store, folder: str, typed: str, code: int) -> None:
    make_samtale(store, make_case(store))
    store.close()

    ran = run("aflever", typed, folder=folder)

    assert ran.code == code or typed == "s1"
    assert ran.code != 0
    assert ran.out == ""
