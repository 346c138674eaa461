"""What is deleted for good is gone from the records, the events and the bytes; the rest is as it was."""

import os
import shutil
from collections.abc import Callable
from datetime import datetime
from pathlib import Path

import pytest

from building import finish, make_borger, make_case, make_samtale, make_virksomhed
from meeting import shipped
from vforlob.errors.records import RecordNotFound
from vforlob.errors.store import CannotUndo, NothingToUndo, RecordInUse
from vforlob.model.accounts import Indstilling, Kvittering
from vforlob.model.aftale import Aftale
from vforlob.model.answers import Key
from vforlob.model.borger import Borger
from vforlob.model.case import Case
from vforlob.model.delmal import Delmal
from vforlob.model.forlob import Forlob
from vforlob.model.kontakt import Kontakt
from vforlob.model.samtale import Samtale
from vforlob.model.sletning import Sletning
from vforlob.model.virksomhed import Kontaktperson, Virksomhed
from vforlob.store import sletteliste
from vforlob.store.answers import answers_of, keep_draft, save_answer
from vforlob.store.chain import EDITED, Break, verify
from vforlob.store.erasing import (
    erase_again,
    erase_borger,
    erase_drafts,
    erase_log,
    erase_virksomhed,
    erase_words,
    scrub,
)
from vforlob.store.open import open_store
from vforlob.store.opslag import note_access
from vforlob.store.rebuild import differences
from vforlob.store.reducing import GONE
from vforlob.store.sogning_index import catch_up
from vforlob.store.store import Store
from vforlob.store.undo import undo_last

DAY = "2026-11-20"
SAID, SCORE = Key("hvordan_gar_det", "borger_tekst"), Key("hvordan_gar_det", "borger")
CANARY = "kanariefugl"


def held(store: Store, case: Case, words: str = CANARY) -> Samtale:
    samtale = make_samtale(store, case, answers={SAID: words, SCORE: 4, Key("lonkroner", "svar"): "ja"})
    return finish(store, samtale)


def everything(store: Store) -> str:
    """All that stands in the database, as text."""
    names = [row[0] for row in store.rows("SELECT name FROM sqlite_master WHERE type = 'table'")]
    return repr([store.rows(f"SELECT * FROM {name}") for name in names])


def is_whole(store: Store) -> bool:
    return (verify(store).breaks, differences(store), store.rows("PRAGMA foreign_key_check")) == ((), [], [])


def a_full_case(store: Store) -> Case:
    case = make_case(store, borger={"alias": f"{CANARY}-1", "andet": CANARY})
    nr, forlob = case.borger.nr, case.forlob.nr if case.forlob else None
    samtale = held(store, case)
    keep_draft(store, samtale.nr, SAID, CANARY)
    with store.doing("kontakt"):
        kontakt = store.door(Kontakt).add(Kontakt(0, nr, forlob, "2026-11-18", tekst=CANARY))
        taken_back = store.door(Kontakt).add(Kontakt(0, nr, forlob, "2026-11-17", tekst=f"{CANARY} igen"))
        store.door(Kontakt).remove(taken_back.nr)
        store.door(Kvittering).add(Kvittering(0, "kontakt", kontakt.nr, DAY))
        store.door(Indstilling).add(Indstilling(0, f"slettestop:b{nr}", "til", DAY))
    note_access(store, "læst", nr)
    catch_up(store)
    return case


# --- a borger ---


def test_nothing_of_a_deleted_borger_is_left(store: Store) -> None:
    kept = make_case(store, borger={"alias": "B-9"})
    before = held(store, kept, "blivertilbage")
    gone = a_full_case(store)

    erase_borger(store, gone.borger.nr, DAY)

    assert CANARY not in everything(store)
    assert is_whole(store)
    assert [borger.nr for borger in store.door(Borger).find()] == [kept.borger.nr]
    assert answers_of(store, before.nr, 1)[SAID] == "blivertilbage"
    assert store.rows("SELECT count(*) FROM sogetekst WHERE borger = ?", (gone.borger.nr,)) == [(0,)]
    assert store.rows("SELECT borger FROM opslag") == [(None,)]
    assert (store.door(Indstilling).find(), store.door(Kvittering).find()) == ((), ())


def test_the_receipt_of_a_deleted_borger_says_how_much_and_not_who(store: Store) -> None:
    gone = a_full_case(store)

    receipt = erase_borger(store, gone.borger.nr, DAY, "180 dage")

    assert (receipt.art, receipt.antal, receipt.frist) == ("borger", 1, "180 dage")
    assert {"aftale:3", "kontakt:1", "forlob:1"} <= set(receipt.hvad)
    assert store.door(Sletning).find() == (receipt,)


def test_her_virksomhed_stays(store: Store) -> None:
    gone = a_full_case(store)

    erase_borger(store, gone.borger.nr, DAY)

    assert len(store.door(Virksomhed).find()) == 1


def test_a_borger_who_is_not_there_is_not_deleted(store: Store) -> None:
    with pytest.raises(RecordNotFound):
        erase_borger(store, 7, DAY)

    assert store.door(Sletning).find() == ()


def test_a_deletion_is_not_taken_back(store: Store) -> None:
    gone = make_borger(store)
    erase_borger(store, gone.nr, DAY)

    with pytest.raises((CannotUndo, NothingToUndo)):
        undo_last(store)


def test_her_number_is_never_given_to_somebody_else(store: Store) -> None:
    gone = make_borger(store)
    erase_borger(store, gone.nr, DAY)
    scrub(store)

    assert make_borger(store).nr == gone.nr + 1


# --- a virksomhed ---


def test_a_virksomhed_that_a_forlob_names_is_not_deleted(store: Store) -> None:
    case = make_case(store)
    nr = store.door(Forlob).get(case.forlob.nr if case.forlob else 0).virksomhed

    with pytest.raises(RecordInUse):
        erase_virksomhed(store, nr, DAY)


def test_a_virksomhed_goes_with_its_contact_persons(store: Store) -> None:
    nr = make_virksomhed(store, navn=CANARY).nr
    with store.doing("kontaktperson ny"):
        store.door(Kontaktperson).add(Kontaktperson(0, nr, f"{CANARY} Åse"))

    erase_virksomhed(store, nr, DAY)

    assert CANARY not in everything(store)
    assert is_whole(store)


# --- words ---


def test_the_words_of_a_samtale_go_and_its_choices_stay(store: Store) -> None:
    samtale = held(store, make_case(store))
    catch_up(store)

    erase_words(store, [("samtale", samtale.nr)], DAY, "30 dage")

    assert answers_of(store, samtale.nr, 1) == {SAID: GONE, SCORE: 4, Key("lonkroner", "svar"): "ja"}
    assert store.door(Samtale).get(samtale.nr).tekst_slettet == DAY
    assert CANARY not in everything(store)
    assert is_whole(store)


def test_what_was_chosen_beside_the_agenda_stays(store: Store) -> None:
    agenda = shipped(store, "opfolgning")
    form, grund = Key("tidligere_aftaler", "udfald", 1), Key("tidligere_aftaler", "grund", 1)
    samtale = make_samtale(
        store, make_case(store), answers={form: "flyttet", grund: CANARY, SAID: CANARY}, agenda_sha=agenda.sha
    )

    erase_words(store, [("samtale", finish(store, samtale).nr)], DAY)

    assert answers_of(store, samtale.nr, 1) == {form: "flyttet", grund: GONE, SAID: GONE}


def test_the_words_of_single_records_go(store: Store) -> None:
    case = make_case(store)
    with store.doing("blandet"):
        kontakt = store.door(Kontakt).add(Kontakt(0, case.borger.nr, None, "2026-11-18", "sms", tekst=CANARY))
        delmal = store.door(Delmal).add(Delmal(0, case.borger.nr, None, "jobmal", CANARY, CANARY, status="naet"))
    aftale = case.aftaler[0]

    receipt = erase_words(store, [("kontakt", kontakt.nr), ("delmal", delmal.nr), ("aftale", aftale.nr)], DAY)

    assert store.door(Kontakt).get(kontakt.nr).tekst == GONE
    after = store.door(Delmal).get(delmal.nr)
    assert (after.specifikt, after.malbart, after.attraktivt, after.status) == (GONE, GONE, None, "naet")
    assert {"kontakt:1", "delmal:1", "aftale:1"} == set(receipt.hvad), "a record counts once"
    assert store.door(Aftale).get(aftale.nr) == aftale._replace(hvad=GONE)
    assert CANARY not in everything(store)
    assert is_whole(store)


def test_what_is_left_of_an_event_is_vouched_for(store: Store) -> None:
    samtale = held(store, make_case(store))
    erase_words(store, [("samtale", samtale.nr)], DAY)
    nr = store.rows("SELECT nr FROM haendelse WHERE emne = 'svar' AND salt IS NULL")[0][0]
    store.rows("DROP TRIGGER haendelse_ret")

    store.rows("UPDATE haendelse SET indhold = replace(indhold, 'slettet', 'ændret') WHERE nr = ?", (nr,))

    assert verify(store).breaks == (Break(nr, EDITED),)


def test_words_that_are_deleted_cannot_be_taken_back(store: Store) -> None:
    samtale = make_samtale(store, make_case(store))
    save_answer(store, samtale.nr, 1, SAID, CANARY)
    erase_words(store, [("samtale", samtale.nr)], DAY)
    store.rows("DELETE FROM sletning")  # so that the answer is the last thing that can be taken back

    with pytest.raises(CannotUndo):
        undo_last(store)


# --- drafts and the log ---


def test_a_samtale_that_was_never_finished_goes(store: Store) -> None:
    case = make_case(store)
    draft = make_samtale(store, case, answers={SAID: CANARY})
    keep_draft(store, draft.nr, SAID, CANARY)

    erase_drafts(store, [draft.nr], DAY)

    assert store.door(Samtale).find() == ()
    assert CANARY not in everything(store)
    assert is_whole(store)


def test_of_a_finished_samtale_only_the_version_begun_again_goes(store: Store) -> None:
    samtale = held(store, make_case(store), "staar ved magt")
    with store.doing("samtale ret"):
        store.door(Samtale).change(samtale.nr, kladde_udgave=2)
    save_answer(store, samtale.nr, 2, SAID, CANARY)

    erase_drafts(store, [samtale.nr], DAY)

    assert store.door(Samtale).get(samtale.nr).kladde_udgave is None
    assert answers_of(store, samtale.nr, 1)[SAID] == "staar ved magt"
    assert CANARY not in everything(store)
    assert is_whole(store)


def test_only_the_old_end_of_the_log_goes(store: Store) -> None:
    note_access(store, "læst")

    assert erase_log(store, "2026-11-20T12:00:00Z", DAY).antal == 0
    assert erase_log(store, "2026-11-20T12:00:01Z", DAY).antal == 1
    assert store.rows("SELECT * FROM opslag") == []


# --- again, in an older copy ---


def test_what_was_deleted_after_a_copy_is_deleted_in_the_copy(
    store: Store, tmp_path: Path, key: bytes, clock: Callable[[], datetime]
) -> None:
    kept = make_case(store, borger={"alias": "B-9"})
    samtale = held(store, kept)
    gone = a_full_case(store)
    company = make_virksomhed(store, navn=CANARY).nr
    draft = make_samtale(store, kept, answers={SAID: CANARY})
    older = copied(store, tmp_path)
    erase_borger(store, gone.borger.nr, DAY)
    erase_words(store, [("samtale", samtale.nr)], DAY)
    erase_virksomhed(store, company, DAY)
    erase_drafts(store, [draft.nr], DAY)
    scrub(store)

    with open_store(older, key, clock) as restored:
        before = everything(restored)
        count = erase_again(restored, sletteliste.read_list(store.folder))

        assert CANARY in before
        assert CANARY not in everything(restored)
        assert is_whole(restored)
        assert count >= 4
        assert answers_of(restored, samtale.nr, 1) == {SAID: GONE, SCORE: 4, Key("lonkroner", "svar"): "ja"}
        assert restored.door(Samtale).get(samtale.nr).tekst_slettet == DAY
        assert set(sletteliste.entries_of(restored)) == set(sletteliste.entries_of(store))
        assert erase_again(restored, sletteliste.read_list(store.folder)) == 0


def copied(store: Store, tmp_path: Path) -> str:
    store.checkpoint()
    return str(shutil.copytree(store.folder, tmp_path / "kopi"))


def test_the_list_holds_no_person(store: Store) -> None:
    gone = a_full_case(store)
    erase_borger(store, gone.borger.nr, DAY)
    scrub(store)

    listed = Path(store.folder, sletteliste.NAME)

    assert oct(listed.stat().st_mode)[-3:] == "600"
    assert [(entry.art, entry.dato) for entry in sletteliste.read_list(store.folder)] == [("borger", DAY)]
    assert len(listed.read_text()) < 100


def test_a_damaged_line_of_the_list_is_counted_and_the_others_are_read(store: Store) -> None:
    whole = sletteliste.Entry("0" * 32, "borger", DAY)
    Path(store.folder, sletteliste.NAME).write_text(
        f'{{"ref":"{whole.ref}","art":"borger","dato":"{DAY}"}}\n{{"ref":1}}\n[]\nsludder\n', encoding="utf-8"
    )

    assert sletteliste.read_list(store.folder) == (whole,)
    assert sletteliste.damaged_lines(store.folder) == 3
    assert os.path.exists(os.path.join(store.folder, sletteliste.NAME))
