"""What an import would do, worked out before anything is saved."""

from collections.abc import Sequence
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from building import make_borger, make_virksomhed
from importing import book, text
from vforlob.actions.importing.columns import CPR_REFUSED, Column, guess_columns
from vforlob.actions.importing.plan import EMPTY, FAULTY, KNOWN, NEW, Plan
from vforlob.actions.importing.planning import Order, make_plan
from vforlob.actions.importing.reading import read_table
from vforlob.actions.importing.saving import Saved, save_import
from vforlob.actions.importing.targets import targets_of
from vforlob.actions.record_kinds import kind_named
from vforlob.actions.records import new_record
from vforlob.actions.settings import keep_setting
from vforlob.errors.importing import ChangedMeanwhile
from vforlob.model.borger import Borger
from vforlob.model.forlob import Forlob
from vforlob.model.text import fold
from vforlob.model.timer import Timer
from vforlob.model.virksomhed import Virksomhed
from vforlob.store.store import Store
from vforlob.store.undo import last_done, undo_last

CPR = "010203-1234"
HEAD = ("Alias", "Målgruppe", "Parathed", "Henvist", "CV")
ANNA = ("Æ-7", "jobparat", "tæt på", "1/3-26", "x")


def order(store: Store, emne: str, rows: Sequence[Sequence[Any]], *, opret: bool = False, **otherwise: Any) -> Order:
    sheet = read_table(text(rows), ".csv")
    columns = guess_columns(sheet, emne, targets_of(store, emne, opret))
    return Order(emne, sheet, columns, otherwise, opret)


def plan(store: Store, emne: str, *rows: Sequence[Any], opret: bool = False, **otherwise: Any) -> Plan:
    return make_plan(store, order(store, emne, rows, opret=opret, **otherwise))


def save(store: Store, emne: str, *rows: Sequence[Any], opret: bool = False, **otherwise: Any) -> Saved:
    wanted = order(store, emne, rows, opret=opret, **otherwise)
    return save_import(store, wanted, make_plan(store, wanted))


def columns_of(store: Store, emne: str, *rows: Sequence[Any]) -> dict[str, Column]:
    return {column.letter: column for column in order(store, emne, rows).columns}


def states(found: Plan) -> list[str]:
    return [row.state for row in found.rows]


def told(found: Plan) -> list[tuple[int, str, str]]:
    return [(fault.row, fault.letter, fault.sentence) for fault in found.faults]


# --- columns


def test_a_cpr_column_is_refused_by_its_header_and_by_its_look(store: Store) -> None:
    by_header = columns_of(store, "borger", ("Alias", "Cpr-nr."), ("A-1", "hemmeligt"))
    by_look = columns_of(store, "borger", ("Alias", "Nummer"), ("A-1", CPR), ("A-2", "0102031234"), ("A-3", "ukendt"))

    assert (by_header["B"].why, by_header["B"].target, by_header["B"].example) == (CPR_REFUSED, "", "")
    assert (by_look["B"].why, by_look["B"].target, by_look["B"].example) == (CPR_REFUSED, "", "")


def test_a_cpr_number_that_lost_its_zero_in_excel_is_one_too(store: Store) -> None:
    sheet = read_table(book([("Alias", "Nr"), ("A-1", 102031234), ("A-2", 203041234)]), ".xlsx")

    assert [column.why for column in guess_columns(sheet, "borger", targets_of(store, "borger"))] == ["", CPR_REFUSED]


def test_an_alias_column_of_cpr_numbers_is_refused_as_well(store: Store) -> None:
    found = plan(store, "borger", HEAD, (CPR, *ANNA[1:]))

    assert (states(found), list(found.proposed.values())) == ([NEW], ["A-1"])


def test_a_file_without_headers_shows_nobodys_number(store: Store) -> None:
    found = columns_of(store, "borger", (CPR, "A-1"), ("020304-1234", "A-2"))

    assert CPR not in str(found)


def test_the_surest_column_is_taken_and_the_other_says_which(store: Store) -> None:
    found = columns_of(store, "forlob", ("Navn", "Alias", "Start", "Startdato"), ("Anna", "A-1", "1/3", "2/3"))

    assert [found[letter].target for letter in "ABCD"] == ["", "borger", "start", ""]
    assert found["D"].why == "kolonne C bruges til det"


def test_street_number_and_town_make_one_place(store: Store) -> None:
    rows = (
        ("Firma", "Adresse", "Postnr", "By", "Branche", "Vært"),
        ("Ø", "Nygade 1", "8000", "Aarhus C", "lager", "ny"),
    )

    assert plan(store, "virksomhed", *rows).rows[0].given["sted"] == "Nygade 1, 8000 Aarhus C"


def test_what_no_header_tells_the_values_tell(store: Store) -> None:
    found = columns_of(
        store,
        "forlob",
        ("Hvem", "Hvor", "Hvad", "Dag 1", "Dag 2"),
        ("A-1", "Ø", "praktik", "1/3-26", "1/6-26"),
        ("A-2", "Ø", "løntilskud", "2026-03-02", "2026-06-02"),
    )

    assert [found[letter].target for letter in "ABCDE"] == ["borger", "", "art", "start", "slut"]


# --- borgere


def test_a_row_is_read_as_people_write(store: Store) -> None:
    found = plan(store, "borger", HEAD, ANNA, ("B-2", "sygedagpenge", "Langt fra", "46082", "nej"))

    assert [dict(row.given) for row in found.rows] == [
        {"alias": "Æ-7", "malgruppe": "jobparat", "parathed": "taet_pa", "henvist": "2026-03-01", "cv": "ja"},
        {"alias": "B-2", "malgruppe": "sygedagpenge", "parathed": "laengere_fra", "henvist": "2026-03-01", "cv": "nej"},
    ]


@pytest.mark.parametrize(
    "written",
    ["1/3-26", "01-03-2026", "2026-03-01", "1. marts 2026", "1.3.2026", "2026-03-01 00:00", "010326", "46082"],
)
def test_dates_as_people_and_excel_write_them(store: Store, written: str) -> None:
    assert plan(store, "borger", HEAD, (*ANNA[:3], written, "")).rows[0].given["henvist"] == "2026-03-01"


def test_every_fault_is_told_at_once_with_its_row_and_column(store: Store) -> None:
    found = plan(
        store,
        "borger",
        HEAD,
        ANNA,
        ("b7", "jobparat", "måske", "32/11", "somme tider"),
        (),
        ("C-3", CPR, "klar", "", ""),
        ("C-4", "", "klar", "", ""),
    )

    assert [(row, letter) for row, letter, _ in told(found)] == [
        (3, "A"),
        (3, "C"),
        (3, "D"),
        (3, "E"),
        (5, "B"),
        (6, "B"),
    ]
    assert states(found) == [NEW, FAULTY, EMPTY, FAULTY, FAULTY]
    assert CPR not in str(found)


@pytest.mark.parametrize("cell", ["Ã¦blegård i VÃ¦rlÃ¸se", "f›lger", "s¾lger", "\ufffd", "es\x1bc", "vend\u202eom"])
def test_letters_that_went_wrong_on_the_way_are_a_fault(store: Store, cell: str) -> None:
    found = plan(store, "borger", HEAD, ("A-1", cell, "klar", "", ""))

    assert [(fault.row, fault.letter) for fault in found.faults] == [(2, "B")]


def test_a_column_that_is_missing_is_told_once_and_can_be_answered_for_all(store: Store) -> None:
    rows = (("Alias", "Målgruppe"), *((f"A-{n}", "jobparat") for n in range(30)))

    found, mended = plan(store, "borger", *rows), plan(store, "borger", *rows, parathed="klar")

    assert (len(found.faults), found.faults[0].row, found.missing) == (1, 0, ("parathed",))
    assert (mended.faults, len(mended.of(NEW))) == ((), 30)


def test_what_is_answered_for_all_gives_way_to_the_row(store: Store) -> None:
    found = plan(store, "borger", HEAD, ANNA, ("B-2", "jobparat", "-", "", ""), parathed="klar")

    assert [row.given["parathed"] for row in found.rows] == ["taet_pa", "klar"]


def test_initials_become_an_alias_and_two_people_two(store: Store) -> None:
    rows = (HEAD, ("AB", *ANNA[1:]), ("AB", "sygedagpenge", "klar", "", ""), ("AB", *ANNA[1:]))

    found = plan(store, "borger", *rows)
    save(store, "borger", *rows)
    again = plan(store, "borger", *rows)

    assert [row.given["alias"] for row in found.rows] == ["AB-1", "AB-2", "AB-1"]
    assert states(found) == [NEW, NEW, KNOWN]
    assert states(again) == [KNOWN] * 3


def test_without_an_alias_each_row_is_proposed_one_that_nobody_ever_had(store: Store) -> None:
    for alias in ("A-1", "A-3"):
        make_borger(store, alias=alias)
    with store.doing("borger slet"):
        store.door(Borger).remove(1)

    found = plan(store, "borger", ("Navn", *HEAD[1:]), ("Anna Ås", *ANNA[1:]), ("Bo Bæk", "jobparat", "klar", "", ""))

    assert dict(found.proposed) == {2: "A-2", 3: "A-4"}
    assert "Anna" not in str(found)
    assert "Bæk" not in str(found)


def test_a_name_is_read_only_where_the_kommune_allowed_names(store: Store) -> None:
    rows = (("Alias", "Fornavn", "Efternavn", "Tlf", *HEAD[1:]), ("Æ-7", "Anna", "Ås", "12345678", *ANNA[1:]))
    before = plan(store, "borger", *rows).rows[0].given
    keep_setting(store, "navne", "ja")

    after = plan(store, "borger", *rows).rows[0].given

    assert {"navn", "telefon"} & before.keys() == set()
    assert (after["navn"], after["telefon"]) == ("Anna Ås", "12345678")


def test_an_alias_that_was_ever_used_is_refused(store: Store) -> None:
    make_borger(store, alias="Æ-7")
    with store.doing("borger slet"):
        store.door(Borger).remove(1)

    assert [(row, letter) for row, letter, _ in told(plan(store, "borger", HEAD, ANNA))] == [(2, "A")]


def test_the_same_alias_twice_with_other_answers_is_a_fault_and_with_the_same_is_one_borger(store: Store) -> None:
    found = plan(store, "borger", HEAD, ANNA, ("æ-7", *ANNA[1:]), ANNA)

    assert (states(found), [row for row, _, _ in told(found)]) == ([NEW, FAULTY, KNOWN], [3])


def test_who_is_there_stands_and_what_differs_is_told(store: Store) -> None:
    make_borger(store, alias="Æ-7", malgruppe="jobparat", parathed="klar", henvist="2026-03-01", cv="ja")

    found = plan(store, "borger", HEAD, ANNA)

    assert (states(found), found.rows[0].nr, found.rows[0].differs) == ([KNOWN], 1, ("Hvor tæt på arbejde",))


def test_rows_without_alias_are_known_again_also_after_they_were_corrected(store: Store) -> None:
    rows = (HEAD[1:], ANNA[1:], ANNA[1:], ("sygedagpenge", "klar", "", ""))
    save(store, "borger", *rows)
    with store.doing("borger ret"):
        store.door(Borger).change(1, malgruppe="fleksjob", alias="Q-1")

    found = plan(store, "borger", *rows)

    assert [row.nr for row in found.rows] == [1, 2, 3]


def test_a_second_row_that_says_the_same_is_pointed_at_where_no_alias_tells_them_apart(store: Store) -> None:
    found = plan(store, "borger", HEAD[1:], ANNA[1:], ANNA[1:])

    assert [(note.row, "række 2" in note.sentence) for note in found.notes] == [(3, True)]


def test_odd_cells_are_faults_where_the_column_is_used(store: Store) -> None:
    data = read_table(book([HEAD, ("A-1", "=1+1", "klar", None, None), ("#REF!", "jobparat", "klar", None, None)]), "")
    columns = guess_columns(data, "borger", targets_of(store, "borger"))

    found = make_plan(store, Order("borger", data, columns))

    assert [(fault.row, fault.letter) for fault in found.faults] == [(2, "B"), (3, "A")]


# --- virksomheder

FIRM = ("Navn", "CVR", "Branche", "Sted", "Vært")


def test_the_same_cvr_or_the_same_name_and_place_is_there_already(store: Store) -> None:
    make_virksomhed(store, navn="Ørbæk & Søn", cvr="25313763", sted="Aarhus")
    make_virksomhed(store, navn="Netto", sted="Vejle")

    found = plan(
        store,
        "virksomhed",
        FIRM,
        ("Ørbæk og Søn A/S", "25 31 37 63", "lager", "Aarhus", "ny"),
        ("NETTO", "", "detail", "vejle", "ny"),
        ("Netto", "", "detail", "Horsens", "ny"),
    )

    assert [(row.state, row.nr) for row in found.rows] == [(KNOWN, 1), (KNOWN, 2), (NEW, 0)]


@pytest.mark.parametrize("cvr", ["12345678", "2531376", "abc"])
def test_a_cvr_number_that_is_none_is_a_fault(store: Store, cvr: str) -> None:
    found = plan(store, "virksomhed", FIRM, ("Ørbæk", cvr, "lager", "Aarhus", "ny"))

    assert [(row, letter) for row, letter, _ in told(found)] == [(2, "B")]


def test_a_guarded_text_loses_its_guard(store: Store) -> None:
    rows = (("Navn", "Telefon", *FIRM[2:]), ("Ørbæk", "'+45 86 00 00 01", "lager", "Aarhus", "ny"))

    assert plan(store, "virksomhed", *rows).rows[0].given["telefon"] == "+45 86 00 00 01"


# --- forløb

HOLD = ("Borger", "Virksomhed", "Type", "Start", "Slut", "Timer")


def held(borger: str = "B-1", virksomhed: str = "Ørbæk & Søn", **over: str) -> tuple[str, ...]:
    plain = {"art": "praktik", "start": "2026-11-02", "slut": "2027-01-31", "timer": "12,5"} | over
    return (borger, virksomhed, *plain.values())


@pytest.fixture
def known(store: Store) -> Store:
    make_borger(store)
    make_virksomhed(store, cvr="25313763")
    return store


@pytest.mark.parametrize("borger", ["B-1", "b-1", "b1", " B-1 "])
@pytest.mark.parametrize("virksomhed", ["Ørbæk & Søn", "ørbæk  & søn", "v1", "25313763"])
def test_borger_and_virksomhed_are_found_as_they_are_written(known: Store, borger: str, virksomhed: str) -> None:
    numbers = save(known, "forlob", HOLD, held(borger, virksomhed)).numbers

    found = known.door(Forlob).get(numbers[0])
    assert (found.borger, found.virksomhed, found.start, found.timer) == (1, 1, "2026-11-02", 12.5)
    assert known.door(Timer).find(forlob=found.nr)[0].praktik == 12.5


def test_who_is_not_there_is_a_fault_with_what_to_do(known: Store) -> None:
    found = plan(known, "forlob", HOLD, held("X-9", "Ørbek & Søn"))

    assert [(fault.letter, "vforlob importer" in fault.sentence) for fault in found.faults] == [
        ("A", True),
        ("B", False),
    ]
    assert "Mente du »Ørbæk & Søn«?" in found.faults[1].sentence


def test_initials_find_the_only_alias_made_of_them(store: Store) -> None:
    make_virksomhed(store)
    for alias in ("AB-1", "CD-1", "CD-2"):
        make_borger(store, alias=alias)

    found = plan(store, "forlob", HOLD, held("AB"), held("CD"))

    assert (states(found), found.rows[0].given["borger"]) == ([NEW, FAULTY], "b1")


def test_two_virksomheder_of_one_name_are_told_apart_by_their_place(store: Store) -> None:
    make_borger(store)
    for sted in ("Vejle", "Horsens"):
        make_virksomhed(store, navn="Netto", sted=sted)

    found = plan(
        store, "forlob", (*HOLD, "By"), (*held(virksomhed="Netto"), "Horsens"), (*held(virksomhed="Netto"), "")
    )

    assert (states(found), found.rows[0].given["virksomhed"]) == ([NEW, FAULTY], "v2")


def test_virksomheder_that_are_missing_are_made_once_when_that_is_wanted(known: Store) -> None:
    make_borger(known, alias="B-2")
    rows = (
        (*HOLD, "Branche", "By"),
        (*held(virksomhed="Ny & Co"), "lager", "Vejle"),
        (*held("B-2", "NY & CO"), "lager", "Vejle"),
    )
    wanted = {"opret": True, "virksomhed.vaert": "ny"}

    refused, saved = plan(known, "forlob", *rows), save(known, "forlob", *rows, **wanted)
    again = plan(known, "forlob", *rows, **wanted)

    assert [fault.letter for fault in refused.faults] == ["B", "B"]
    assert (len(saved.numbers), saved.places) == (2, (2,))
    assert [one.navn for one in known.door(Virksomhed).find()] == ["Ørbæk & Søn", "Ny & Co"]
    assert states(again) == [KNOWN, KNOWN]


def test_a_virksomhed_that_is_made_keeps_the_rules_of_one(known: Store) -> None:
    found = plan(known, "forlob", HOLD, held(virksomhed="Ny & Co"), opret=True)

    assert found.missing == ("virksomhed.branche", "virksomhed.sted", "virksomhed.vaert")


def test_a_borger_who_is_nowhere_yet_is_no_fault(known: Store) -> None:
    assert states(plan(known, "forlob", HOLD, held(), ("B-1", "", "", "", "", ""))) == [NEW, EMPTY]


def test_the_rules_of_the_prompt_hold(known: Store) -> None:
    rows = (held(slut="2026-10-01"), held(timer="45"), held(timer="61"), held(art="cirkus"))

    found = plan(known, "forlob", HOLD, *((*row[:3], f"2026-11-0{at}", *row[4:]) for at, row in enumerate(rows, 1)))

    assert [(fault.row, fault.letter) for fault in found.faults] == [(2, "E"), (3, ""), (4, "F"), (5, "C")]


def test_one_that_stands_there_twice_has_its_other_faults_told_as_well(known: Store) -> None:
    found = plan(known, "forlob", HOLD, held(), held(timer="61"))

    assert [(fault.row, fault.letter) for fault in found.faults] == [(3, "D"), (3, "F")]


def test_one_that_is_over_is_taken_and_pointed_at(known: Store) -> None:
    found = plan(known, "forlob", HOLD, held(start="2026-03-01", slut="2026-06-01"))

    assert (states(found), [note.letter for note in found.notes]) == ([NEW], ["E"])


# --- saving


def test_all_is_one_thing_that_is_taken_back_at_once(known: Store) -> None:
    make_borger(known, alias="B-2")
    save(known, "forlob", HOLD, held(), held("B-2"))
    art, changes = last_done(known)

    undo_last(known)

    assert (art, len(changes)) == ("importer forløb", 4)
    assert known.door(Forlob).find() == ()


def test_nothing_is_saved_when_somebody_wrote_meanwhile(store: Store) -> None:
    wanted = order(store, "borger", (HEAD, ANNA, ("B-2", "jobparat", "klar", "", "")))
    shown = make_plan(store, wanted)
    make_borger(store, alias="B-2")

    with pytest.raises(ChangedMeanwhile):
        save_import(store, wanted, shown)

    assert [borger.alias for borger in store.door(Borger).find()] == ["B-2"]


def test_what_is_saved_is_what_a_prompt_would_have_saved(store: Store) -> None:
    save(store, "borger", HEAD, ANNA)
    typed = new_record(
        store,
        "borger",
        {"alias": "B-9", "malgruppe": "jobparat", "parathed": "taet_pa", "henvist": "2026-03-01", "cv": "ja"},
    )

    imported = store.door(Borger).get(1)

    assert imported._replace(nr=0, alias="") == typed._replace(nr=0, alias="")


WORDS = st.sampled_from(
    [
        "",
        "A-1",
        "AB",
        "B-2",
        "b7",
        "jobparat",
        "klar",
        "tæt på",
        "x",
        "nej",
        "1/3-26",
        "32/13",
        CPR,
        "–",
        "Ørbæk",
        "12,5",
        "🙂",
        "\x07",
    ]
)


@settings(max_examples=30, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.lists(st.lists(WORDS, min_size=5, max_size=5), min_size=1, max_size=8))
def test_whatever_stands_in_the_rows_an_import_holds_only_what_the_rules_allow(
    store: Store, rows: list[list[str]]
) -> None:
    """The slow way to look: every borger that came in is judged again, one by one, as a prompt would."""
    wanted = order(store, "borger", [HEAD, *[row if any(row) else ["", "x", "", "", ""] for row in rows]])
    found = make_plan(store, wanted)
    before = {borger.nr for borger in store.door(Borger).find()}
    if found.can_be_saved:
        save_import(store, wanted, found)
    after = store.door(Borger).find()

    aliases = [fold(borger.alias) for borger in after]
    assert len(set(aliases)) == len(aliases)
    assert len(after) - len(before) == (len(found.of(NEW)) if found.can_be_saved else 0)
    for borger in after:
        assert kind_named("borger").columns["alias"](store, borger.alias, borger.nr) == ""
        assert borger.malgruppe
        assert borger.malgruppe != CPR
        assert borger.parathed in {"klar", "taet_pa", "laengere_fra"}
    if not found.faults:
        assert not make_plan(store, wanted).of(NEW)
