"""What a deletion must not leave beside the records: numbers, guesses, and records that point at what is gone."""

import os
from json import loads
from pathlib import Path

import pytest

from building import finish, make_case, make_samtale
from vforlob.actions.indsigt import keep_request
from vforlob.actions.slettestop import put_stop
from vforlob.model.answers import Key
from vforlob.model.eksport import Aflevering, Eksport
from vforlob.model.kontakt import Kontakt
from vforlob.model.samtale import Samtale
from vforlob.store import sletteliste
from vforlob.store.chain import verify
from vforlob.store.erasing import erase_borger, erase_drafts, erase_words, scrub
from vforlob.store.rebuild import differences
from vforlob.store.sletteliste import Entry
from vforlob.store.store import Store
from vforlob.store.tables import as_json
from vforlob.store.vouching import control_of

DAY = "2026-11-20"
SAID = Key("hvordan_gar_det", "borger_tekst")


def is_whole(store: Store) -> bool:
    return (verify(store).breaks, differences(store), store.rows("PRAGMA foreign_key_check")) == ((), [], [])


def test_what_was_done_says_nothing_of_whom(store: Store) -> None:
    nr = make_case(store).borger.nr
    keep_request(store, nr, store.now().date())
    put_stop(store, nr, "til", DAY)

    erase_borger(store, nr, DAY)

    assert [art for (art,) in store.rows("SELECT DISTINCT art FROM haendelse") if any(map(str.isdigit, art))] == []


def test_a_receipt_of_her_words_does_not_tell_what_else_stood_there(store: Store) -> None:
    nr = make_case(store).borger.nr
    with store.doing("kontakt ny"):
        kontakt = store.door(Kontakt).add(Kontakt(0, nr, 1, "2026-11-18", "telefon", tekst="Hun er træt"))
    erase_words(store, [("kontakt", kontakt.nr)], DAY)
    event, number, sted, indhold = store.rows(
        "SELECT nr, emne_nr, sted, indhold FROM haendelse WHERE emne = 'kontakt'"
    )[0]
    left = loads(indhold)
    guess = as_json({"for": left["for"], "efter": left["efter"]})  # days, channels and a yes or no can all be tried

    erase_borger(store, nr, DAY)

    assert control_of(event, number, sted, guess) not in str(store.rows("SELECT kontrol FROM sletning"))
    assert is_whole(store)


def test_a_finishing_that_was_taken_back_leaves_a_draft_that_can_go(store: Store) -> None:
    case = make_case(store)
    assert case.forlob
    samtale = finish(store, make_samtale(store, case, answers={SAID: "kanariefugl"}))
    whose = (case.borger.nr, case.forlob.nr, samtale.nr)
    with store.doing("eksport"):
        made = Eksport(0, "referat", "borger", "md", "/x/y.md", "0" * 64, "2026-11-20T12:00", *whose)
        file = store.door(Eksport).add(made).nr
        store.door(Aflevering).add(Aflevering(0, samtale.nr, case.borger.nr, 1, "journal", "gjort", DAY))
    with store.doing("fortryd 1"):
        store.door(Samtale).change(samtale.nr, status="kladde", udgave=0, kladde_udgave=1)

    erase_drafts(store, [samtale.nr], DAY)

    assert (store.door(Samtale).find(), store.door(Aflevering).find()) == ((), ())
    assert store.door(Eksport).get(file).samtale is None, "the file is there still, and is known by its borger"
    assert is_whole(store)


# --- the list ---


def test_a_line_that_was_given_another_meaning_does_not_outweigh_the_database(store: Store) -> None:
    samtale = finish(store, make_samtale(store, make_case(store), answers={SAID: "kanariefugl"}))
    erase_words(store, [("samtale", samtale.nr)], DAY)
    scrub(store)
    path = Path(store.folder, sletteliste.NAME)
    path.write_text(path.read_text().replace('"ord"', '"post"'))

    sletteliste.write_list(store)

    assert {entry.art for entry in sletteliste.read_list(store.folder)} == {"ord"}


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="needs a pipe in the file system")
def test_a_list_that_is_no_file_is_damaged_and_holds_nobody_up(store: Store) -> None:
    os.mkfifo(os.path.join(store.folder, sletteliste.NAME), 0o600)

    assert sletteliste.read_list(store.folder) == ()
    assert sletteliste.damaged_lines(store.folder) == 1


def test_what_is_kept_at_a_second_place_knows_what_is_deleted(store: Store, tmp_path: Path) -> None:
    elsewhere = Entry("0" * 32, "borger", DAY)
    (tmp_path / sletteliste.NAME).write_text(f'{{"ref":"{elsewhere.ref}","art":"borger","dato":"{DAY}"}}\n')
    erase_borger(store, make_case(store).borger.nr, DAY)
    scrub(store)

    sletteliste.carry_list(store.folder, str(tmp_path))

    own = sletteliste.read_list(store.folder)
    assert set(sletteliste.read_list(str(tmp_path))) == {elsewhere, *own}
    assert len(own) == 1
