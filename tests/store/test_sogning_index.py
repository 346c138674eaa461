"""The index of texts: made when something is looked for, true to what stands, and gone with what is gone."""

from collections.abc import Callable
from datetime import date, datetime

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from building import finish, make_case, make_samtale
from vforlob.model.aftale import Aftale
from vforlob.model.answers import Key
from vforlob.model.borger import Borger
from vforlob.model.kontakt import Kontakt
from vforlob.model.virksomhed import Virksomhed
from vforlob.rules.sogning import Term, read_query, words_of
from vforlob.store.answers import save_answer
from vforlob.store.open import open_store
from vforlob.store.opslag import note_access
from vforlob.store.rebuild import rebuild
from vforlob.store.sogning import BEGINS, INSIDE, WHOLE, Wanted, search
from vforlob.store.sogning_index import catch_up
from vforlob.store.sogning_texts import EMNER
from vforlob.store.store import Store
from vforlob.store.undo import undo_last

SAID = Key("socialt", "borger_tekst")


def found(store: Store, typed: str, emne: str = "", nr: int = 0) -> list[tuple[str, int, str]]:
    catch_up(store)
    hits = search(store, Wanted(read_query(typed), emne, nr))
    return [(text.emne, text.emne_nr, text.hvad) for _, text in hits.texts]


def texts_kept(store: Store) -> set[tuple[str, int, str, str]]:
    return set(store.rows("SELECT emne, emne_nr, hvad, tekst FROM sogetekst"))


def add_contact(store: Store, borger: int, tekst: str, dato: str = "2026-11-02", forlob: int | None = None) -> Kontakt:
    with store.doing("kontakt"):
        return store.door(Kontakt).add(Kontakt(0, borger, forlob, dato, "telefon", ("borger",), tekst=tekst))


def test_nothing_is_indexed_while_it_is_saved(store: Store) -> None:
    make_case(store)

    assert texts_kept(store) == set()


def test_every_kind_of_text_is_found_afterwards(store: Store) -> None:
    case = make_case(store, borger={"skal_til": "øve zebra", "kan_jeg": "zebra"}, forlob={"hensigt": "zebra her"})
    assert case.forlob
    samtale = make_samtale(store, case, answers={SAID: "en zebra"}, anmaerkning="zebra")
    add_contact(store, case.borger.nr, "Zebra", forlob=case.forlob.nr)

    assert {emne for emne, _, _ in found(store, "zebra")} == {"borger", "forlob", "svar", "samtale", "kontakt"}
    assert ("svar", samtale.nr, "kladde/socialt/borger_tekst/0") in found(store, "zebra")


def test_a_choice_a_date_and_a_number_are_no_text(store: Store) -> None:
    from vforlob.agenda.library import find_agenda_file
    from vforlob.agenda.loader import load_agenda
    from vforlob.store.agendas import keep_agenda

    path = find_agenda_file("opfolgning", "")
    with open(path, "rb") as file:
        content = file.read()
    agenda = load_agenda(str(path), content)
    keep_agenda(store, agenda, content.decode())
    case = make_case(store)
    answers = {SAID: "uglen", Key("lonkroner", "trin"): "uglen", Key("fremmode", "note"): "uglen igen"}
    make_samtale(store, case, answers=answers, agenda_sha=agenda.sha)

    assert sorted(hvad for _, _, hvad in found(store, "uglen")) == [
        "kladde/fremmode/note/0",
        "kladde/socialt/borger_tekst/0",
    ]


def test_what_is_changed_is_found_by_its_new_words_alone(store: Store) -> None:
    case = make_case(store)
    kontakt = add_contact(store, case.borger.nr, "gammelt ord")
    assert found(store, "gammelt")

    with store.doing("kontakt ret"):
        store.door(Kontakt).change(kontakt.nr, tekst="nyt ord")

    assert found(store, "gammelt") == []
    assert found(store, "nyt") == [("kontakt", kontakt.nr, "tekst")]


def test_what_is_removed_is_out_of_the_index_before_anything_is_looked_for(store: Store) -> None:
    with store.doing("virksomhed ny"):
        store.door(Virksomhed).add(Virksomhed(0, "Flodhest ApS", kontakt="Giraf"))
    assert found(store, "giraf")

    undo_last(store)

    assert texts_kept(store) == set()
    assert store.rows("SELECT count(*) FROM soeg WHERE soeg MATCH '\"giraf\"'")[0][0] == 0


def test_what_is_removed_or_taken_back_is_not_found(store: Store) -> None:
    case = make_case(store)
    kontakt = add_contact(store, case.borger.nr, "giraf")
    add_contact(store, case.borger.nr, "løve")
    assert found(store, "giraf")
    assert found(store, "løve")

    undo_last(store)
    with store.doing("slet"):
        store.door(Kontakt).remove(kontakt.nr)

    assert found(store, "løve") == []
    assert found(store, "giraf") == []


def test_a_draft_says_so_until_it_is_finished(store: Store) -> None:
    case = make_case(store)
    samtale = make_samtale(store, case, answers={SAID: "fejekost"})
    assert [hvad for _, _, hvad in found(store, "fejekost")] == ["kladde/socialt/borger_tekst/0"]

    finish(store, samtale)

    assert [hvad for _, _, hvad in found(store, "fejekost")] == ["socialt/borger_tekst/0"]


def test_an_older_version_is_not_found_and_a_correction_is_beside_the_newest(store: Store) -> None:
    from vforlob.model.samtale import Samtale

    case = make_case(store)
    samtale = finish(store, make_samtale(store, case, answers={SAID: "den første"}))
    with store.doing("samtale ret"):
        store.door(Samtale).change(samtale.nr, kladde_udgave=2)
    save_answer(store, samtale.nr, 2, SAID, "den anden")

    both = found(store, "den")
    finish(store, store.door(Samtale).get(samtale.nr))

    assert {hvad for _, _, hvad in both} == {"socialt/borger_tekst/0", "kladde/socialt/borger_tekst/0"}
    assert found(store, "første") == []
    assert found(store, "anden")[0] == ("svar", samtale.nr, "socialt/borger_tekst/0")


def test_whole_words_come_first_and_the_newest_of_them(store: Store) -> None:
    borger = make_case(store).borger.nr
    old = add_contact(store, borger, "pause", "2026-01-01").nr
    longer = add_contact(store, borger, "pausen", "2026-11-01").nr
    new = add_contact(store, borger, "en pause", "2026-10-01").nr
    catch_up(store)

    hits = search(store, Wanted((Term(("pause",)),)))

    contacts = [(how, text.emne_nr) for how, text in hits.texts if text.emne == "kontakt"]
    assert contacts == [(WHOLE, new), (WHOLE, old), (BEGINS, longer)]


def test_the_middle_of_a_word_is_looked_at_only_where_nothing_else_was_found(store: Store) -> None:
    borger = make_case(store).borger.nr
    nr = add_contact(store, borger, "frokostordningen").nr

    catch_up(store)
    hits = search(store, Wanted((Term(("ordning",)),)))

    assert [(how, text.emne_nr) for how, text in hits.texts] == [(INSIDE, nr)]


def test_pages_put_together_are_everything(store: Store) -> None:
    borger = make_case(store).borger.nr
    for day in range(1, 29):
        add_contact(store, borger, "pause" if day % 2 else "pausen", f"2026-10-{day:02}")
    catch_up(store)
    wanted = Wanted((Term(("pause",)),), "borger", borger)

    everything = search(store, wanted)
    pages = [hit for first in range(0, 40, 5) for hit in search(store, wanted, first, 5).texts]

    assert tuple(pages) == everything.texts
    assert everything.total == len(everything.texts)


def test_only_one_persons_texts_where_she_is_named(store: Store) -> None:
    first, second = make_case(store), make_case(store)
    nr = add_contact(store, second.borger.nr, "koala", forlob=second.forlob.nr if second.forlob else None).nr
    add_contact(store, first.borger.nr, "koala")

    assert found(store, "koala", "borger", second.borger.nr) == [("kontakt", nr, "tekst")]
    assert found(store, "koala", "forlob", second.forlob.nr if second.forlob else 0) == [("kontakt", nr, "tekst")]
    assert found(store, "koala", "virksomhed", second.forlob.virksomhed if second.forlob else 0) == [
        ("kontakt", nr, "tekst")
    ]


def test_rebuilding_makes_the_index_again(store: Store) -> None:
    case = make_case(store)
    add_contact(store, case.borger.nr, "ræv")
    catch_up(store)
    before = texts_kept(store)
    store.rows("UPDATE sogetekst SET tekst = 'noget andet', foldet = 'noget andet' WHERE emne = 'kontakt'")

    rebuild(store)
    catch_up(store)

    assert texts_kept(store) == before


def test_a_person_who_is_deleted_is_out_of_the_index_before_anything_is_looked_for(store: Store) -> None:
    with store.doing("borger ny"):
        borger = store.door(Borger).add(Borger(0, "X-1", andet="flodhest"))
    assert found(store, "flodhest")

    store.rows("DELETE FROM borger WHERE nr = ?", (borger.nr,))

    assert texts_kept(store) == set()
    assert store.rows("SELECT count(*) FROM soeg WHERE soeg MATCH '\"flodhest\"'")[0][0] == 0
    assert found(store, "flodhest") == []


def test_the_index_is_whole_after_everything(store: Store) -> None:
    case = make_case(store)
    kontakt = add_contact(store, case.borger.nr, "elefant")
    catch_up(store)
    with store.doing("kontakt ret"):
        store.door(Kontakt).change(kontakt.nr, tekst="elg")
    catch_up(store)

    store.rows("INSERT INTO soeg(soeg, rank) VALUES('integrity-check', 1)")


def test_another_window_may_write_while_the_index_is_made(
    store: Store, folder: str, key: bytes, clock: Callable[[], datetime]
) -> None:
    case = make_case(store)
    with open_store(folder, key, clock) as other:
        catch_up(store)
        nr = add_contact(other, case.borger.nr, "imellem").nr
        catch_up(other)

    assert found(store, "imellem") == [("kontakt", nr, "tekst")]


def test_an_index_of_an_older_form_is_made_again(store: Store) -> None:
    borger = make_case(store).borger.nr
    nr = add_contact(store, borger, "hermelin").nr
    catch_up(store)
    store.rows("UPDATE udregnet SET regler = 'gammel' WHERE navn = 'sogning'")
    store.rows("UPDATE sogetekst SET foldet = 'forkert'")

    assert found(store, "hermelin") == [("kontakt", nr, "tekst")]
    assert found(store, "forkert") == []


def test_every_table_with_a_persons_words_is_searched(store: Store) -> None:
    """A new kind of record with free text is named here, or it is not found."""
    left_out = {
        *("plan", "clearance", "fremmode", "eksport", "kalender", "aflevering", "kvittering", "indstilling"),
        *("statistik", "maned", "maltal", "sletning"),
    }
    from vforlob.store.kinds import RECORDS

    assert set(RECORDS) - left_out == set(EMNER) - {"svar"}


def test_access_is_noted_without_the_words(store: Store) -> None:
    note_access(store, "søgning", antal=3)

    assert store.rows("SELECT tid, handling, borger, antal FROM opslag") == [
        ("2026-11-20T12:00:00Z", "søgning", None, 3)
    ]


WORDS = ("pause", "pausen", "ryg", "Søren", "kort", "og", "café")


@given(
    texts=st.lists(st.lists(st.sampled_from(WORDS), min_size=1, max_size=5).map(" ".join), max_size=12),
    typed=st.lists(st.sampled_from([*WORDS, "pau*", '"kort pause"', "soren"]), min_size=1, max_size=3).map(" ".join),
)
@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_a_search_finds_what_a_slow_look_through_finds(store: Store, texts: list[str], typed: str) -> None:
    with store.doing("prøve"):
        for old in store.door(Virksomhed).find():
            store.door(Virksomhed).remove(old.nr)
        numbers = {store.door(Virksomhed).add(Virksomhed(0, text)).nr: text for text in texts}
    catch_up(store)
    terms = read_query(typed)

    hits = search(store, Wanted(terms))

    got = {how: {text.emne_nr for other, text in hits.texts if other == how} for how in (WHOLE, BEGINS)}
    whole = {nr for nr, text in numbers.items() if all(stands(text, term, term.begins) for term in terms)}
    begins = {nr for nr, text in numbers.items() if all(stands(text, term, True) for term in terms)}
    assert got[WHOLE] == whole
    assert got[BEGINS] == begins - whole


def stands(text: str, term: Term, begins: bool) -> bool:
    words = words_of(text)
    for first in range(len(words)):
        there = words[first : first + len(term.words)]
        last_fits = there[-1].startswith(term.words[-1]) if begins else there[-1] == term.words[-1]
        if len(there) == len(term.words) and tuple(there[:-1]) == term.words[:-1] and last_fits:
            return True
    return False


@given(st.text(max_size=60))
@settings(max_examples=300, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_no_text_typed_is_an_error(store: Store, typed: str) -> None:
    with_something(store)

    search(store, Wanted(read_query(typed)), 0, 5)


@pytest.mark.safety
@given(st.text(max_size=120) | st.text(st.sampled_from("\"'*-^:(){}[]+,.;\\/ aåNEARORANDNOT\x00"), max_size=60))
@settings(max_examples=10_000, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_ten_thousand_texts_typed_are_no_error(store: Store, typed: str) -> None:
    with_something(store)

    search(store, Wanted(read_query(typed)), 0, 5)


def with_something(store: Store) -> None:
    """Once: hypothesis keeps the store from one text to the next."""
    if not texts_kept(store):
        make_case(store)
        catch_up(store)


def test_texts_without_a_day_stand_last(store: Store) -> None:
    borger = make_case(store).borger.nr
    with store.doing("aftale"):
        without = store.door(Aftale).add(Aftale(0, borger, hvad="havelåge")).nr
    dated = add_contact(store, borger, "havelåge", date(2020, 1, 1).isoformat()).nr

    assert found(store, "havelåge") == [("kontakt", dated, "tekst"), ("aftale", without, "hvad")]
