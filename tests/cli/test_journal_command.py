"""`journal` and `journal kvitter` without a terminal: the text alone, the clipboard, receipts by number."""

import json
from pathlib import Path

import pytest
from english import english_in

from building import make_borger, make_case
from handing_over import all_in_the_journal, clipboard_in, held_samtale, no_clipboard
from running import run
from vforlob.model.accounts import Kvittering
from vforlob.model.aftale import Aftale
from vforlob.model.kontakt import Kontakt
from vforlob.store.store import Store

DAY = "2026-11-20"


@pytest.fixture
def waiting(store: Store, folder: str) -> str:
    """A samtale and a contact of b1, a contact of b2."""
    held_samtale(store)
    other = make_borger(store)
    with store.doing("kontakt ny"):
        store.door(Kontakt).add(Kontakt(0, 1, 1, "2026-11-18", "telefon", ("virksomhed",), tekst="Bussen & <b>[x]"))
        store.door(Kontakt).add(Kontakt(0, other.nr, None, "2026-11-19", "sms", ("borger",)))
    return folder


def receipts(folder: str) -> list[dict[str, object]]:
    return list(json.loads(run("journal", "--json", folder=folder).out)["raekker"])


def test_piped_it_is_the_text_alone_with_a_heading_only_between_borgere(waiting: str) -> None:
    every, one = run("journal", folder=waiting), run("journal", "b1", folder=waiting)

    assert (every.code, every.err, one.code, one.err) == (0, "", 0, "")
    assert every.out.count("=== b") == 2
    assert every.out.startswith("=== b1 · B-1 ===\n\nKontakt 18.11.2026. Form: telefon.")
    assert one.out.startswith("Kontakt 18.11.2026.")
    assert "Bussen & <b>[x]" in one.out
    assert "===" not in one.out
    assert "\n\nOpfølgning 20.11.2026 kl. 13." in one.out
    assert english_in(every.out) == []


def test_a_line_is_as_long_as_its_paragraph(waiting: str) -> None:
    long = "ord " * 200
    run("kontakt", "f1", "--tekst", long.strip(), folder=waiting)

    assert any(len(line) > 800 for line in run("journal", "f1", folder=waiting).out.splitlines())


def test_as_json_every_note_has_its_number_its_kind_and_its_text(waiting: str) -> None:
    rows = receipts(waiting)

    assert [(row["nummer"], row["art"], row["borger"], row["forlob"]) for row in rows] == [
        ("k1", "kontakt", 1, 1),
        ("s1", "samtale", 1, 1),
        ("k2", "kontakt", 2, None),
    ]
    assert [(row["skal_ind"], row["aendret"]) for row in rows] == [("ja", "nej"), ("nej", "nej"), ("ja", "nej")]
    assert all(row["tekst"] and row["id"] for row in rows)


def test_nothing_to_put_in_is_a_sentence(store: Store, folder: str) -> None:
    make_case(store)
    all_in_the_journal(store)
    store.close()

    assert run("journal", folder=folder).out == "Alt er sat ind i journalen.\n"
    assert run("journal", "f1", folder=folder).out == "Alt om f1 er sat ind i journalen.\n"


def test_the_text_goes_to_the_clipboard_only_when_it_is_asked_for(waiting: str, tmp_path: Path) -> None:
    env, kept = clipboard_in(tmp_path)
    run("journal", "b1", folder=waiting, env=env)
    without = kept.exists()

    ran = run("journal", "b1", "--udklip", folder=waiting, env=env)

    assert (without, ran.code, ran.out) == (False, 0, "")
    assert kept.read_text("utf-8") == run("journal", "b1", folder=waiting).out.rstrip("\n")
    assert "vforlob journal kvitter k1 s1" in ran.err


def test_two_borgere_never_share_a_clipboard(waiting: str, tmp_path: Path) -> None:
    env, kept = clipboard_in(tmp_path)

    ran = run("journal", "--udklip", folder=waiting, env=env)

    assert (ran.code, ran.out, kept.exists()) == (2, "", False)
    assert "Der mangler en borger" in ran.err


def test_without_a_clipboard_the_text_stands_there_and_that_is_said(waiting: str) -> None:
    ran = run("journal", "b1", "--udklip", folder=waiting, env=no_clipboard())

    assert ran.code == 1
    assert ran.out.startswith("Kontakt 18.11.2026.")
    assert "Her er ingen udklipsholder" in ran.err


def test_a_clipboard_that_fails_is_none(waiting: str, tmp_path: Path) -> None:
    env, _ = clipboard_in(tmp_path)
    (tmp_path / "bin" / "xclip").write_text("#!/bin/sh\nexit 1\n")

    assert run("journal", "b1", "--udklip", folder=waiting, env=env).code == 1


def test_a_receipt_by_number_is_taken_and_the_rest_waits(waiting: str) -> None:
    ran = run("journal", "kvitter", "s1", "K2", folder=waiting)

    assert ran.code == 0
    assert "Kvitteret 20/11: s1 og k2." in ran.out
    assert "1 notat venter endnu." in ran.out
    assert [row["nummer"] for row in receipts(waiting)] == ["k1"]


def test_all_at_once_is_one_thing_to_take_back(waiting: str) -> None:
    run("journal", "kvitter", "s1", "k1", "k2", folder=waiting)
    none = receipts(waiting)

    run("fortryd", folder=waiting)

    assert none == []
    assert [row["nummer"] for row in receipts(waiting)] == ["k1", "s1", "k2"]


def test_a_second_receipt_is_said_and_not_given(waiting: str, key: bytes) -> None:
    run("journal", "kvitter", "s1", folder=waiting)

    ran = run("journal", "kvitter", "s1", "k1", folder=waiting)

    assert ran.code == 0
    assert "s1 står allerede i journalen (20/11)." in ran.err
    assert "Kvitteret 20/11: k1." in ran.out


@pytest.mark.parametrize("typed", ["k99", "xyz", "Æ-9", "' OR 1=1"])
def test_what_is_no_note_stops_all_of_it_with_3(waiting: str, typed: str) -> None:
    ran = run("journal", "kvitter", "s1", typed, folder=waiting)

    assert (ran.code, ran.out) == (3, "")
    assert "Der er ikke kvitteret for noget." in ran.err
    assert len(receipts(waiting)) == 3


def test_what_stands_in_a_samtale_needs_no_receipt_of_its_own(waiting: str) -> None:
    ran = run("journal", "kvitter", "a4", folder=waiting)

    assert ran.code == 0
    assert "a4 venter ikke på journalen." in ran.err


def test_the_day_it_was_put_in_can_be_said(store: Store, waiting: str) -> None:
    ran = run("journal", "kvitter", "k1", "--dato", "i går", folder=waiting)

    assert ran.code == 0
    assert [it.dato for it in store.door(Kvittering).find(emne="kontakt")] == ["2026-11-19"]


@pytest.mark.parametrize(("dato", "said"), [("i morgen", "er ikke kommet endnu"), ("32/11", "er ikke en dato")])
def test_a_day_that_cannot_be_is_refused(waiting: str, dato: str, said: str) -> None:
    ran = run("journal", "kvitter", "k1", "--dato", dato, folder=waiting)

    assert (ran.code, ran.out) == (2, "")
    assert said in ran.err
    assert len(receipts(waiting)) == 3


def test_a_day_before_it_happened_is_refused_and_named(waiting: str) -> None:
    ran = run("journal", "kvitter", "s1", "--dato", "1/1-2026", folder=waiting)

    assert (ran.code, ran.out) == (2, "")
    assert "er før s1 fandt sted. Der er ikke kvitteret for noget." in " ".join(ran.err.split())
    assert len(receipts(waiting)) == 3


def test_a_receipt_that_is_taken_back_is_named_by_what_it_is_about(waiting: str) -> None:
    run("journal", "kvitter", "s1", "k2", folder=waiting)

    ran = run("fortryd", folder=waiting)

    assert "  kvittering for s1: oprettet -> fjernes\n  kvittering for k2: oprettet -> fjernes\n" in ran.out


@pytest.mark.parametrize("line", [(), ("--alle",), ("B-1",), ("1",)])
def test_with_nobody_to_ask_every_note_is_named(waiting: str, line: tuple[str, ...]) -> None:
    ran = run("journal", "kvitter", *line, folder=waiting)

    assert (ran.code, ran.out) == (2, "")
    assert "Der mangler numrene" in ran.err
    assert "vforlob journal kvitter k1 s1" in ran.err
    assert len(receipts(waiting)) == 3


def test_what_is_changed_after_its_receipt_waits_again_and_says_so(store: Store, waiting: str) -> None:
    run("journal", "kvitter", "k1", folder=waiting)
    run("kontakt", "ret", "1", "--svar", "-", folder=waiting, stdin='tekst = "Bussen kører igen"\n')

    rows = {row["nummer"]: row for row in receipts(waiting)}

    assert rows["k1"]["aendret"] == "ja"
    assert str(rows["k1"]["tekst"]).startswith("Rettet. Teksten afløser den, der er sat ind før.")


def test_i_dag_counts_what_waits(store: Store, waiting: str) -> None:
    with store.doing("aftale ny"):
        store.door(Aftale).add(Aftale(0, 1, 1, "ringe", oprettet="2026-07-01"))

    text = " ".join(run("i-dag", folder=waiting).out.split())

    assert "Til journalen: 1 samtale (s1), 2 kontakter og 1 aftale. Sæt 3 af dem ind i dag:" in text
    assert "Det ældste er fra onsdag den 1. juli. vforlob journal" in text
