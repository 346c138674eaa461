"""What waits for the journal, in groups and in words, and its receipts."""

from datetime import date
from typing import Any

import pytest

from building import finish, make_borger, make_case, make_samtale
from meeting import shipped
from vforlob.actions.fill import fill
from vforlob.actions.journal import LETTERS, Group, Note, gather_journal, read_tag
from vforlob.actions.journal_receipts import Sent, borgere_to_ask_about, give_receipts, what_stands
from vforlob.actions.journal_texts import text_of, text_of_group
from vforlob.actions.slettestop import is_stopped
from vforlob.model.accounts import Kvittering
from vforlob.model.aftale import Aftale
from vforlob.model.case import Case
from vforlob.model.delmal import Delmal
from vforlob.model.hensyn import Clearance, Hensyn
from vforlob.model.kontakt import Fravaer, Kontakt, Taet
from vforlob.store.journal import newest_event
from vforlob.store.regler import load_rulebook
from vforlob.store.store import Store
from vforlob.store.undo import undo_last

TODAY = date(2026, 11, 20)
DAY = "2026-11-20"


def gather(store: Store, borger: int | None = None, forlob: int | None = None) -> tuple[Group, ...]:
    return gather_journal(store, TODAY, load_rulebook(store.folder), borger, forlob)


def notes(store: Store, borger: int | None = None, forlob: int | None = None) -> list[Note]:
    return [note for group in gather(store, borger, forlob) for note in group.notes]


def receipt(store: Store) -> None:
    give_receipts(store, notes(store), Sent(DAY, newest_event(store)))


@pytest.fixture
def case(store: Store) -> Case:
    """With everything of it in the journal."""
    made = make_case(store)
    receipt(store)
    return made


def add(store: Store, *records: Any) -> None:
    with store.doing("prøve"):
        for record in records:
            store.door(type(record)).add(record)


def text(store: Store) -> str:
    """Of the only thing that waits."""
    (note,) = notes(store)
    return text_of(store, note)


@pytest.mark.parametrize(
    ("record", "said"),
    [
        (
            Kontakt(
                0, 1, 1, "2026-11-18", "telefon", ("borger", "virksomhed"), "ja", "virksomhed", "bussen kørte ikke"
            ),
            "Kontakt 18.11.2026. Form: telefon. Med: borgeren og virksomheden. Henvendelsen kom fra virksomheden. "
            "Bussen kørte ikke. Virksomhed: Ørbæk & Søn.",
        ),
        (
            Kontakt(0, 1, 1, "2026-11-18", "sms", ("borger",), "nej", "konsulent"),
            "Forsøg på kontakt 18.11.2026. Form: sms. Til: borgeren. Ingen svarede. Virksomhed: Ørbæk & Søn.",
        ),
        (
            Kontakt(0, 1, None, "2026-10-18", "mail", ("sagsbehandler",), "ja", None, "Første linje\nAnden linje"),
            "Kontakt 18.10.2026. Form: mail. Med: sagsbehandleren. Første linje\n  Anden linje.",
        ),
        (
            Fravaer(0, 1, 1, "2026-11-18", "udeblevet", "Ingen"),
            "Fravær 18.11.2026. Borgeren blev væk uden besked. Besked: Ingen. Virksomhed: Ørbæk & Søn.",
        ),
        (
            Taet(0, 1, 1, "2026-11-18", "ja", "Tre dage væk", "Ringer hver mandag"),
            "Tæt opfølgning 18.11.2026. Det er besluttet at følge borgeren tæt. Grund: Tre dage væk. "
            "Det gør vi: Ringer hver mandag. Virksomhed: Ørbæk & Søn.",
        ),
        (
            Aftale(0, 1, 1, "ringe til bussen", ("borger", "konsulent"), frist="2026-12-01", oprettet="2026-11-18"),
            "Aftale 18.11.2026. Ringe til bussen. Hvem: borgeren og undertegnede. Senest 1.12.2026. "
            "Virksomhed: Ørbæk & Søn.",
        ),
        (
            Delmal(0, 1, 1, "jobmal", "Møde kl. 9", "tre dage", frist="2026-12-01", oprettet="2026-11-18"),
            "Delmål 18.11.2026 (jobmål). Møde kl. 9. Målbart: tre dage. Senest 1.12.2026. Virksomhed: Ørbæk & Søn.",
        ),
        (
            Hensyn(0, 1, "hører dårligt", "ro", "et hjørne for sig selv", betydning="ja", oprettet="2026-11-18"),
            "Hensyn 18.11.2026. Borgeren oplyser: hører dårligt. Behov: ro. "
            "Løsning på arbejdspladsen: et hjørne for sig selv.",
        ),
        (
            Hensyn(0, 1, "hører dårligt", "ro", "et hjørne", betydning="nej", oprettet="2026-11-18"),
            "Hensyn 18.11.2026. Behov: ro. Løsning på arbejdspladsen: et hjørne.",
        ),
    ],
)
def test_each_kind_is_told_soberly_in_one_paragraph(store: Store, case: Case, record: Any, said: str) -> None:
    add(store, record)

    assert text(store) == said


def test_what_was_changed_after_its_receipt_says_that_it_replaces(store: Store, case: Case) -> None:
    with store.doing("aftale ret"):
        store.door(Aftale).change(1, frist="2026-12-04", grund="Ferie")

    assert text(store) == (
        "Rettet. Teksten afløser den, der er sat ind før. Aftale 20.11.2026. Sætte ind i pakkebordet. "
        "Hvem: virksomheden. Fristen er flyttet fra 13.11.2026 til 4.12.2026. Grund: Ferie. Virksomhed: Ørbæk & Søn."
    )


def test_how_an_aftale_ended_is_told_with_its_day(store: Store, case: Case) -> None:
    with store.doing("aftale gjort"):
        store.door(Aftale).change(1, status="gjort", afsluttet=DAY)

    assert "Aftalen er gjort 20.11.2026." in text(store)


def test_a_hensyn_that_was_withdrawn_is_told_as_such(store: Store, case: Case) -> None:
    with store.doing("hensyn ret"):
        store.door(Hensyn).change(1, status="trukket", trukket="2026-11-19")

    said = text(store)

    assert "Borgeren har trukket et hensyn tilbage 19.11.2026. Det må ikke gives videre." in said
    assert "en kort pause hver anden time" in said


def test_who_may_know_a_hensyn_is_one_note_with_the_hensyn(store: Store, case: Case) -> None:
    add(store, Clearance(0, 1, 1, "mentor", "ma", DAY), Clearance(0, 1, 1, "kolleger", "ma_ikke", DAY))
    with store.doing("hensyn ret"):
        store.door(Clearance).change(1, trukket=DAY)

    assert [note.tag for note in notes(store)] == ["h1"]
    assert text(store) == (
        "Rettet. Teksten afløser den, der er sat ind før. "
        "Hvem der må kende et hensyn, 20.11.2026: en kort pause hver anden time. I forløbet hos Ørbæk & Søn: "
        "Mentoren må få løsningen at vide, aftalt 20.11.2026. Kollegerne må ikke få det at vide, aftalt 20.11.2026. "
        "Lederen må ikke længere få det at vide. Borgeren trak det tilbage 20.11.2026."
    )


HELD = """
[samtale]
dato = "2026-11-20"
kl = "13"
form = "besog"
deltagere = ["borger", "konsulent", "leder"]

[hvordan_gar_det]
borger = 4
borger_tekst = "Det går bedre"

[[aftaler.raekker]]
hvad = "Ringe til bussen"
hvem = "konsulent"
frist = "2026-11-27"
"""


def test_a_samtale_is_told_as_its_referat_to_the_journal_and_so_is_what_it_did(store: Store, case: Case) -> None:
    held = fill(store, shipped(store, "opfolgning"), case, HELD.encode(), "svar.toml").samtale

    assert [note.tag for note in notes(store)] == [f"s{held.nr}"]
    said = text(store)
    assert "Ringe til bussen" in said

    assert said.startswith("Opfølgning 20.11.2026")
    assert "Borgeren oplyser" in said
    assert said == said.strip()


def test_groups_are_borgere_and_the_one_who_has_waited_longest_comes_first(store: Store, case: Case) -> None:
    other = make_borger(store)
    add(store, Kontakt(0, case.borger.nr, 1, "2026-11-18"), Kontakt(0, case.borger.nr, 1, "2026-07-01"))
    add(store, Kontakt(0, other.nr, None, "2026-03-01"))

    found = gather(store)

    assert [(group.borger.nr, [note.dato for note in group.notes]) for group in found] == [
        (other.nr, ["2026-03-01"]),
        (case.borger.nr, ["2026-07-01", "2026-11-18"]),
    ]
    assert text_of_group(store, found[1]).count("\n\n") == 1
    assert [note.tag for note in notes(store, case.borger.nr)] == ["k2", "k1"]


def test_a_forlob_has_its_own_and_what_is_the_borgers(store: Store) -> None:
    make_case(store)
    with store.doing("prøve"):
        store.door(Kontakt).add(Kontakt(0, 1, None, "2026-11-18"))
        store.door(Kontakt).add(Kontakt(0, 1, 1, "2026-11-18"))
    other = make_case(store, forlob={"borger": 1})
    add(store, Kontakt(0, 1, 2, "2026-11-18"))

    mine = [note.tag for note in notes(store, 1, 1)]

    assert {"k1", "k2", "h1", "h2", "a1"} <= set(mine)
    assert "k3" not in mine
    assert other.forlob is not None


@pytest.mark.parametrize(
    ("typed", "found"),
    [
        ("s31", ("samtale", 31)),
        (" K12 ", ("kontakt", 12)),
        ("fr3", ("fravaer", 3)),
        ("FR3", ("fravaer", 3)),
        ("t4", ("taet", 4)),
        ("h7", ("hensyn", 7)),
        ("a5", ("aftale", 5)),
        ("d2", ("delmal", 2)),
        ("f12", None),
        ("b7", None),
        ("31", None),
        ("s", None),
        ("s31x", None),
        ("s" + "9" * 20, None),
        ("", None),
        ("Æ-7", None),
    ],
)
def test_a_handle_is_a_letter_of_its_kind_and_a_number(typed: str, found: tuple[str, int] | None) -> None:
    assert read_tag(typed) == found


def test_no_two_kinds_share_a_letter_and_none_is_that_of_a_case() -> None:
    assert len(set(LETTERS.values())) == len(LETTERS)
    assert not set(LETTERS.values()) & {"b", "v", "f"}


def test_a_receipt_is_never_given_twice(store: Store, case: Case) -> None:
    add(store, Kontakt(0, case.borger.nr, 1, DAY))
    (note,), until = notes(store), newest_event(store)

    first = give_receipts(store, [note, note], Sent(DAY, until))
    second = give_receipts(store, [note], Sent(DAY, until))

    assert (first, second) == ((note,), ())
    assert len(store.door(Kvittering).find(emne="kontakt")) == 1


def test_receipts_are_one_thing_done_and_can_be_taken_back(store: Store, case: Case) -> None:
    add(store, Kontakt(0, case.borger.nr, 1, DAY), Fravaer(0, case.borger.nr, 1, DAY))
    before = [note.tag for note in notes(store)]

    give_receipts(store, notes(store), Sent("2026-11-19", newest_event(store)), (case.borger.nr,))
    receipts = store.door(Kvittering).find(dato="2026-11-19")
    was_stopped = is_stopped(store, case.borger.nr)
    undo_last(store)

    assert [(it.emne, it.emne_nr) for it in receipts] == [("kontakt", 1), ("fravaer", 1)]
    assert (was_stopped, is_stopped(store, case.borger.nr)) == (True, False)
    assert [note.tag for note in notes(store)] == before


def test_the_receipt_of_a_samtale_names_its_version(store: Store, case: Case) -> None:
    samtale = finish(store, make_samtale(store, case))

    receipt(store)

    assert [it.udgave for it in store.door(Kvittering).find(emne="samtale", emne_nr=samtale.nr)] == [1]


def test_it_is_asked_about_aktindsigt_only_where_texts_could_go_and_nobody_has_said_stop(
    store: Store, case: Case
) -> None:
    add(store, Fravaer(0, case.borger.nr, 1, DAY))
    only_absence = borgere_to_ask_about(store, notes(store))
    add(store, Kontakt(0, case.borger.nr, 1, DAY))
    with_text = borgere_to_ask_about(store, notes(store))
    give_receipts(store, (), Sent(DAY, 0), (case.borger.nr,))

    assert (only_absence, with_text, borgere_to_ask_about(store, notes(store))) == ((), (1,), ())


def test_what_does_not_wait_says_since_when_it_is_in(store: Store, case: Case) -> None:
    add(store, Kontakt(0, case.borger.nr, 1, DAY))
    receipt(store)
    with store.doing("samtale færdig"):
        store.door(Aftale).add(Aftale(0, case.borger.nr, 1, "ringe"))

    assert what_stands(store, "K1") == ("k1", DAY)
    assert what_stands(store, "a4") == ("a4", "")
    assert what_stands(store, "k99") is None
    assert what_stands(store, "x1") is None
