"""Deleting for good: what goes, what stays, and in which order; the figures of earlier months are what they were."""

import os
from collections.abc import Callable, Iterator
from datetime import date, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest

from building import finish, make_borger, make_case, make_samtale
from vforlob.actions.copies import remember_place
from vforlob.actions.databrud import content_of
from vforlob.actions.demo import Clock, build_demo
from vforlob.actions.laering import gather_laering
from vforlob.actions.overblik import gather_overblik
from vforlob.actions.rapport import gather_rapport
from vforlob.actions.sletning import (
    carry_out,
    drafts_job,
    log_job,
    person_job,
    refuse_borger,
    refuse_virksomhed,
    virksomhed_job,
    words_job,
)
from vforlob.actions.sletning_finish import Marker, finish_interrupted, put_marker, read_marker
from vforlob.actions.sletning_named import named_elsewhere
from vforlob.actions.slettefrister import CASE, COPY, TEXT, deadline_days, gather_due, set_deadline, still_due
from vforlob.actions.slettestop import OFF, ON, put_stop, stops
from vforlob.errors.records import SamtaleOpenElsewhere
from vforlob.errors.sletning import DeletingElsewhere, DeletionStopped, ForlobStillOpen, NotInJournal, VirksomhedInUse
from vforlob.model.accounts import Kvittering
from vforlob.model.answers import Key, Value
from vforlob.model.borger import Borger
from vforlob.model.eksport import Eksport
from vforlob.model.forlob import Forlob
from vforlob.model.kontakt import Kontakt
from vforlob.model.sletning import Sletning
from vforlob.model.virksomhed import Virksomhed
from vforlob.store.chain import verify
from vforlob.store.copies import list_copies
from vforlob.store.datasheet import read_sheet
from vforlob.store.deleting_lock import deleting
from vforlob.store.key import create_with_raw_key
from vforlob.store.open import create_store
from vforlob.store.placing import hash_of
from vforlob.store.rebuild import differences
from vforlob.store.regler import load_rulebook
from vforlob.store.samtale_lock import hold
from vforlob.store.sletteliste import read_list
from vforlob.store.store import Store

MONTHS = ("2026-08", "2026-09", "2026-10")


def receipted(store: Store, emne: str, nr: int, dato: str) -> None:
    newest = store.rows("SELECT max(nr) FROM haendelse")[0][0]
    with store.doing("kvittering"):
        store.door(Kvittering).add(Kvittering(0, emne, nr, dato, 1, newest))


def everything_receipted(store: Store, dato: str) -> None:
    for emne, nr in store.rows("SELECT emne, emne_nr FROM til_journal"):
        receipted(store, emne, nr, dato)


def closed(store: Store, nr: int, lukket: str) -> None:
    with store.doing("forløb ret"):
        store.door(Forlob).change(nr, status="lukket", lukket=lukket)


def due_words(store: Store, day: str) -> list[tuple[str, int]]:
    return [(it.emne, it.nr) for it in gather_due(store, date.fromisoformat(day)).words]


def test_words_become_due_by_receipt_and_next_samtale(store: Store) -> None:
    case = make_case(store)
    first = finish(store, make_samtale(store, case, dato="2026-11-05"))
    receipted(store, "samtale", first.nr, "2026-11-05")

    assert due_words(store, "2027-06-01") == []

    finish(store, make_samtale(store, case, dato="2026-11-12"))

    assert due_words(store, "2026-12-04") == []
    assert due_words(store, "2026-12-05") == [("samtale", first.nr)]


def test_a_receipt_covers_what_the_samtale_did_and_nothing_that_came_later(store: Store) -> None:
    finish(store, make_samtale(store, make_case(store), dato="2026-11-06"))
    with store.doing("kontakt ny"):
        kontakt = store.door(Kontakt).add(Kontakt(0, 1, 1, "2026-11-05", tekst="Hun ringede"))
    receipted(store, "kontakt", kontakt.nr, "2026-11-05")

    assert ("kontakt", 1) in due_words(store, "2026-12-05")

    with store.doing("kontakt ret"):
        store.door(Kontakt).change(kontakt.nr, tekst="Hun ringede igen")

    assert ("kontakt", 1) not in due_words(store, "2027-12-05")


def test_words_that_were_deleted_are_not_due_again(store: Store) -> None:
    make_case(store)
    with store.doing("kontakt ny"):
        store.door(Kontakt).add(Kontakt(0, 1, 1, "2026-11-05", tekst="Hun ringede"))
    receipted(store, "kontakt", 1, "2026-09-05")

    done = carry_out(store, [words_job([("kontakt", 1)], "30 dage")], drop_copies=True)

    assert [(it.art, it.antal, it.frist) for it in done.receipts] == [("fritekst", 1, "30 dage")]
    assert store.door(Kontakt).get(1).tekst == "(slettet)"
    assert due_words(store, "2027-12-05") == []
    assert verify(store).breaks == ()
    assert differences(store) == []


def test_words_that_were_deleted_are_no_longer_counted_as_having_been_on_the_machine(store: Store) -> None:
    case = make_case(store)
    said: dict[Key, Value] = {Key("aftaler", "note"): "Hun er bange for at køre bus", Key("fravaer", "syg"): 2}
    finish(store, make_samtale(store, case, answers=said, dato="2026-11-05"))
    with store.doing("kontakt ny"):
        store.door(Kontakt).add(Kontakt(0, 1, 1, "2026-11-05", tekst="Hun ringede"))
    everything_receipted(store, "2026-09-05")
    before = sensitive(store)

    carry_out(store, [words_job([("kontakt", 1), ("samtale", 1)], "30 dage")], drop_copies=True)

    assert before["kontakt"] == 1
    assert "kontakt" not in sensitive(store)
    assert sensitive(store)["svar_nu"] == before["svar_nu"] - 1


def sensitive(store: Store) -> dict[str, int]:
    return content_of(store.rows, read_sheet()).foelsomt or {}


def test_a_case_is_due_when_everything_has_been_quiet_long_enough(store: Store) -> None:
    make_case(store)
    closed(store, 1, "2026-11-20")
    everything_receipted(store, "2026-11-20")
    last = date(2026, 12, 4)  # an open aftale has that day

    def due(day: date) -> list[int]:
        return [it.nr for it in gather_due(store, day).persons]

    assert due(last + timedelta(days=179)) == []
    assert due(last + timedelta(days=180)) == [1]

    put_stop(store, 1, ON, "2026-11-20")

    assert due(last + timedelta(days=900)) == []
    assert [it.borger for it in stops(store)] == [1]
    assert put_stop(store, 1, OFF, "2026-11-21")
    assert not put_stop(store, 1, OFF, "2026-11-21")
    assert due(last + timedelta(days=900)) == [1]


def test_the_kommunes_own_days_come_first(store: Store, today: date) -> None:
    assert (deadline_days(store, TEXT, today), deadline_days(store, COPY, today)) == (30, 30)

    set_deadline(store, TEXT, 400)
    set_deadline(store, CASE, 90)

    assert (deadline_days(store, TEXT, today), deadline_days(store, COPY, today)) == (400, 90)

    set_deadline(store, TEXT, None)

    assert deadline_days(store, TEXT, today) == 30


def test_what_keeps_a_borger_is_said_before_anything_is_done(store: Store) -> None:
    make_case(store)
    put_stop(store, 1, ON, "2026-11-20")
    with pytest.raises(DeletionStopped):
        refuse_borger(store, 1)

    put_stop(store, 1, OFF, "2026-11-20")
    with pytest.raises(ForlobStillOpen):
        refuse_borger(store, 1)

    closed(store, 1, "2026-11-20")
    with pytest.raises(NotInJournal):
        refuse_borger(store, 1)

    everything_receipted(store, "2026-11-20")
    refuse_borger(store, 1)
    with pytest.raises(VirksomhedInUse):
        refuse_virksomhed(store, 1)


def test_a_samtale_in_another_window_keeps_everything_as_it_is(store: Store, folder: str) -> None:
    make_samtale(store, make_case(store))

    with hold(folder, 1), pytest.raises(SamtaleOpenElsewhere):
        carry_out(store, [person_job(store, 1)], drop_copies=True)

    assert store.door(Borger).get(1)
    assert list_copies(folder) == ()
    assert read_marker(folder) is None


def test_two_windows_never_delete_or_finish_at_the_same_time(store: Store, folder: str) -> None:
    make_case(store)

    with deleting(folder) as is_alone:
        put_marker(folder, Marker(0, drop_copies=True))
        with pytest.raises(DeletingElsewhere):
            carry_out(store, [person_job(store, 1)], drop_copies=True)
        found = finish_interrupted(store)

    assert (is_alone, found) == (True, None)
    assert read_marker(folder) == Marker(0, drop_copies=True), "it is the other window's"
    assert store.door(Borger).get(1)


def test_a_deletion_that_waits_to_be_finished_is_finished_with_the_next(store: Store, folder: str) -> None:
    Path(folder, "tmp").mkdir(exist_ok=True, mode=0o700)
    put_marker(folder, Marker(3, drop_copies=True))

    assert put_marker(folder, Marker(5, drop_copies=False)) == Marker(3, drop_copies=True)
    assert read_marker(folder) == Marker(3, drop_copies=True)


def test_only_what_she_saw_is_deleted_and_not_what_has_changed_since(store: Store, today: date) -> None:
    finish(store, make_samtale(store, make_case(store), dato="2026-09-20"))
    with store.doing("kontakt ny"):
        for text in ("Hun ringede", "Hun skrev"):
            store.door(Kontakt).add(Kontakt(0, 1, 1, "2026-09-05", tekst=text))
    for nr in (1, 2):
        receipted(store, "kontakt", nr, "2026-09-05")
    seen = gather_due(store, today)

    with store.doing("kontakt ret"):
        store.door(Kontakt).change(1, tekst="Hun ringede igen")
        store.door(Kontakt).add(Kontakt(0, 1, 1, "2026-09-05", tekst="Ny"))
    receipted(store, "kontakt", 3, "2026-09-05")
    left = still_due(seen, gather_due(store, today))
    put_stop(store, 1, ON, "2026-11-20")

    assert [(it.emne, it.nr) for it in seen.words] == [("kontakt", 1), ("kontakt", 2)]
    assert [(it.emne, it.nr) for it in left.words] == [("kontakt", 2)]
    assert still_due(seen, gather_due(store, today)).is_empty


@pytest.mark.parametrize("what", ["sag", "ord", "kladde"])
def test_a_stop_that_is_set_while_she_is_asked_holds(store: Store, folder: str, what: str) -> None:
    case = make_case(store)
    draft = make_samtale(store, case)
    jobs = {"sag": person_job(store, 1), "ord": words_job([("aftale", 1)], ""), "kladde": drafts_job([draft.nr], "")}
    before = store.rows("SELECT count(*) FROM haendelse")[0][0]
    put_stop(store, 1, ON, "2026-11-20")

    with pytest.raises(DeletionStopped):
        carry_out(store, [jobs[what]], drop_copies=True)

    assert store.rows("SELECT count(*) FROM haendelse") == [(before + 1,)]
    assert list_copies(folder) == ()


def test_a_borger_goes_with_files_and_copies_and_leaves_when_a_place_was_last_used(store: Store, folder: str) -> None:
    make_case(store)
    closed(store, 1, "2026-11-19")
    path = os.path.join(folder, "eksport", "sag.md")
    os.makedirs(os.path.dirname(path), 0o700)
    Path(path).write_text("Alt om B-1")
    with store.doing("eksport"):
        store.door(Eksport).add(Eksport(0, "sag", "journal", "md", path, hash_of(path), "2026-11-20T13:00+01:00", 1, 1))
    Path(folder, "vforlob.db.foer-gendannelse").write_bytes(b"aeldre")
    os.makedirs(os.path.join(folder, "kopier"), 0o700, exist_ok=True)
    early = Path(folder, "kopier", "2026-10-01T120000Z_foer-skema-4.db")  # of a vforlob that wrote no manifest
    early.write_bytes(b"aeldst")

    done = carry_out(store, [person_job(store, 1)], drop_copies=True)

    assert not os.path.exists(path)
    assert not Path(folder, "vforlob.db.foer-gendannelse").exists()
    assert not early.exists()
    assert (done.copies, len(list_copies(folder))) == (2, 1), "the one it made itself is none of those from before"
    assert store.door(Borger).find() == ()
    assert read_marker(folder) is None
    assert gather_due(store, date(2028, 11, 28)).places == ()
    assert [it.nr for it in gather_due(store, date(2028, 11, 29)).places] == [1], "730 days after the month ended"

    carry_out(store, [virksomhed_job(1)], drop_copies=True)

    assert store.door(Virksomhed).find() == ()
    assert [it.art for it in store.door(Sletning).find()] == ["borger", "virksomhed"]
    assert store.rows("SELECT count(*) FROM indstilling WHERE navn LIKE '%:v1'") == [(0,)]


@pytest.mark.parametrize("is_there", [True, False])
def test_the_second_place_learns_at_once_what_is_not_to_come_back(
    store: Store, folder: str, tmp_path: Path, is_there: bool
) -> None:
    usb = tmp_path / "usb"
    usb.mkdir()
    make_case(store)
    closed(store, 1, "2026-11-19")
    remember_place(store, str(usb))
    if not is_there:
        usb.rmdir()

    carry_out(store, [person_job(store, 1)], drop_copies=True)

    assert read_list(folder)
    assert read_list(str(usb)) == (read_list(folder) if is_there else ())


def test_copies_stay_where_she_wants_them_to(store: Store, folder: str) -> None:
    make_case(store)

    done = carry_out(store, [person_job(store, 1)], drop_copies=False)

    assert (done.copies, len(list_copies(folder))) == (0, 2)


def test_the_log_goes_up_to_a_day_and_no_further(store: Store) -> None:
    for day in ("2026-05-20T12:00:00Z", "2026-05-21T12:00:00Z"):
        store.rows("INSERT INTO opslag(tid, handling) VALUES(?, 'læst')", (day,))
    due = gather_due(store, date(2026, 11, 19))

    carry_out(store, [log_job(due.log.before, "183 dage")], drop_copies=True)

    assert due.log.many == 1
    assert [tid[:10] for (tid,) in store.rows("SELECT tid FROM opslag")] == ["2026-05-21"]


def test_a_deletion_that_was_cut_off_is_finished_and_one_that_never_was_is_not(store: Store, folder: str) -> None:
    from vforlob.store.erasing import erase_borger

    make_case(store)
    Path(folder, "tmp").mkdir(exist_ok=True, mode=0o700)
    put_marker(folder, Marker(0, drop_copies=True))

    nothing = finish_interrupted(store)

    assert nothing is not None
    assert (nothing.deleted, len(store.door(Borger).find())) == (0, 1)

    put_marker(folder, Marker(0, drop_copies=True))
    erase_borger(store, 1, "2026-11-20")
    done = finish_interrupted(store)

    assert done is not None
    assert done.deleted == 1
    assert finish_interrupted(store) is None
    assert len(list_copies(folder)) == 1


def test_where_she_is_named_in_what_was_written_about_others(store: Store) -> None:
    her = make_borger(store, alias="Æ-7")
    other = make_borger(store, alias="B-2", andet="Kender Æ-7 fra skolen")
    with store.doing("kontakt ny"):
        store.door(Kontakt).add(Kontakt(0, other.nr, None, "2026-11-05", tekst="æ 7 var med"))
        store.door(Kontakt).add(Kontakt(0, her.nr, None, "2026-11-05", tekst="Æ-7 ringede"))

    assert named_elsewhere(store, her) == (f"b{other.nr}", "kontakt 1")


@pytest.fixture
def demo(tmp_path: Path, key: bytes, now: datetime) -> Iterator[Store]:
    folder = str(tmp_path / "demo")
    os.mkdir(folder, 0o700)
    create_with_raw_key(folder, key)
    clock = Clock(lambda: now)
    with create_store(folder, key, clock) as store:
        build_demo(store, clock, now.date())
        yield store


@pytest.mark.safety  # the demo is half a year of work
def test_earlier_months_are_what_they_were_when_half_the_caseload_is_gone(demo: Store, now: datetime) -> None:
    before = figures(demo, now.date())
    gone = [it.nr for it in demo.door(Borger).find()][1::2]

    carry_out(demo, [person_job(demo, nr) for nr in gone], drop_copies=True)

    assert len(gone) == 4
    assert figures(demo, now.date()) == before
    assert any(before["rapport 2026-10"]["figures"].values()), "there was something to change"
    assert verify(demo).breaks == ()
    assert differences(demo) == []


def figures(store: Store, today: date) -> dict[str, Any]:
    """Three months by the report, all months by the overview, and what is learned from how forløb ended."""
    rules = load_rulebook(store.folder)
    found: dict[str, Any] = {}
    for maned in MONTHS:
        rapport = gather_rapport(store, maned, today, rules)
        told = {navn: tal for navn, tal in rapport.figures.items() if not navn.startswith("slettet")}
        found[f"rapport {maned}"] = {"figures": told, "endings": rapport.endings}
    found["måneder"] = store.rows("SELECT maned, navn, tal + rettelse FROM maned WHERE navn NOT LIKE 'slettet%'")
    shown = gather_overblik(store, today, rules)
    found["overblik"] = [(row.navn, row.before) for row in shown.rows]
    learned = gather_laering(store, today)
    for name in ("lukket", "udfald", "uger", "tegn", "brancher", "formode", "afslutning"):
        found[f"læring {name}"] = getattr(learned, name)
    return found


def test_a_clock_of_its_own(clock: Callable[[], datetime], store: Store) -> None:
    from vforlob.store.due_deletion_cases import newest_moments

    assert newest_moments(store) == (None, None)

    make_borger(store)

    assert newest_moments(store) == (clock(), None)
