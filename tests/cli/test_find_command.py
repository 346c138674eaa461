"""`find` as it is run: what is shown, what is noted, and that any text can be typed."""

import json
from pathlib import Path

import pytest

from building import finish, make_case, make_samtale
from running import Ran, run
from vforlob.actions.find import find_texts
from vforlob.cli.find_screen import View, bracketed, coloured, found_lines
from vforlob.model.answers import Key
from vforlob.model.kontakt import Kontakt
from vforlob.store.store import Store

GOLDEN = Path(__file__).parents[1] / "golden" / "sider"
LONG = (
    "Vi talte om dagen og om turen med bussen. Han holder en kort pause hver anden time, når det passer med arbejdet, "
    "og så går det meget bedre end sidst"
)


@pytest.fixture
def talked(store: Store, folder: str) -> str:
    fill(store)
    store.close()
    return folder


def fill(store: Store) -> None:
    case = make_case(store, borger={"alias": "Æ-7"})
    other = make_case(store, borger={"alias": "B-2"}, virksomhed={"navn": "Pausens Café"})
    answers = {Key("socialt", "borger_tekst"): LONG, Key("fremmode", "note"): "Ringede i pausen"}
    finish(store, make_samtale(store, case, answers=answers))
    make_samtale(store, other, answers={Key("selvstaendigt", "tekst"): "Pause\nog mere"}, dato="2026-11-18")
    with store.doing("kontakt"):
        forlob = other.forlob.nr if other.forlob else None
        store.door(Kontakt).add(
            Kontakt(0, other.borger.nr, forlob, "2025-11-02", "telefon", ("borger",), tekst="Ryg-problemer igen")
        )


def find(folder: str, *words: str, **env: str) -> Ran:
    return run("find", *words, folder=folder, env=env)


@pytest.mark.parametrize("width", [80, 50])
def test_the_screen_is_as_it_was(store: Store, width: int) -> None:
    fill(store)

    assert screen(store, width) == (GOLDEN / f"find_{width}.txt").read_text("utf-8")


def screen(store: Store, width: int) -> str:
    found = find_texts(store, "pause")
    lines, _ = found_lines(found, View(store.now().date(), width))
    return "".join(f"{bracketed(line)}\n" for line in lines)


@pytest.mark.parametrize("width", [40, 50, 66, 80, 120])
def test_no_line_is_wider_than_the_screen(store: Store, width: int) -> None:
    fill(store)
    found = find_texts(store, "pause")

    lines, count = found_lines(found, View(store.now().date(), width))

    assert max(len(bracketed(line)) for line in lines) <= width
    assert count == found.total


def test_as_many_are_shown_as_there_is_room_for(store: Store) -> None:
    fill(store)
    found = find_texts(store, "pause")

    lines, count = found_lines(found, View(store.now().date(), 80, height=12))

    assert 0 < count < found.total
    assert len(lines) <= 12


def test_pages_by_height_show_every_place_once(store: Store) -> None:
    fill(store)
    view, first, seen = View(store.now().date(), 80, height=11), 0, 0
    total = find_texts(store, "pause").total

    while first < total:
        found = find_texts(store, "pause", first, 20)
        lines, count = found_lines(found, view)
        places = [
            line.text for line in lines if any(word in line.text for word in (" · ", "samtale")) and not line.marks
        ]
        seen += len(places) - 1  # the heading
        first += count

    assert seen == total


def test_the_hit_is_coloured_where_there_is_colour(store: Store) -> None:
    fill(store)
    lines, _ = found_lines(find_texts(store, '"ryg-problemer"'), View(store.now().date(), bracketed=False))

    assert any("\x1b[1;36mRyg-problemer\x1b[0m igen" in coloured(line) for line in lines)


def test_what_was_typed_steers_no_terminal(store: Store) -> None:
    case = make_case(store)
    with store.doing("kontakt"):
        store.door(Kontakt).add(Kontakt(0, case.borger.nr, None, "2026-11-02", tekst="pause \x1b[2J\x07 slut"))

    lines, _ = found_lines(find_texts(store, "slut"), View(store.now().date()))

    assert not any("\x1b" in line.text or "\x07" in line.text for line in lines)


def test_words_without_quotes_on_the_line_are_one_search(talked: str) -> None:
    ran = find(talked, "kort", "PAUSE", "hver")

    assert ran.code == 0
    assert "[kort] [pause] [hver]" in ran.out
    assert ran.out.startswith(" Kun til dig · Søgning · ")


def test_a_number_or_an_alias_beside_words_says_whose_are_meant(talked: str) -> None:
    mine, theirs, by_forlob = find(talked, "pause", "Æ-7"), find(talked, "b-2", "pause"), find(talked, "pause", "f1")

    assert "hos b1" in mine.out
    assert "B-2" not in mine.out
    assert "Æ-7" not in theirs.out
    assert "hos f1" in by_forlob.out


def test_a_name_that_gives_nothing_is_a_word_like_others(talked: str) -> None:
    ran = find(talked, "ryg", "s99")

    assert ran.code == 0
    assert "Det står ikke nogen steder." in ran.out


def test_what_is_nowhere_is_said_kindly_and_a_near_word_proposed(talked: str) -> None:
    ran = find(talked, "pakebordet")

    assert ran.code == 0
    assert "Det står ikke nogen steder." in ran.out
    assert "Mente du »pakkebordet«?" in ran.out


@pytest.mark.parametrize(
    "typed", ['"', "*", "NEAR(", "ryg-problemer", "a AND", "{x}", "'; drop", "%", "ø" * 3000, "\u202e"]
)
def test_any_text_is_safe(talked: str, typed: str) -> None:
    ran = find(talked, typed)

    assert ran.code == 0
    assert ran.out.strip()
    assert "Traceback" not in ran.err


def test_a_page_goes_on_after_the_last_one(talked: str) -> None:
    first, rest = find(talked, "pause", "--json"), find(talked, "pause", "--json", "--efter", "2")

    everything = json.loads(first.out)
    assert everything["skema"] == 1
    assert everything["antal"] == len(everything["raekker"])
    assert json.loads(rest.out)["raekker"] == everything["raekker"][2:]


def test_json_says_where_it_stands_and_where_the_words_are(talked: str) -> None:
    row = json.loads(find(talked, "anden", "kort", "--json").out)["raekker"][0]

    assert (row["id"], row["emne"], row["punkt"], row["felt"]) == (1, "samtale", "socialt", "borger_tekst")
    assert (row["alias"], row["forlob"], row["dato"], row["kladde"]) == ("Æ-7", 1, "2026-11-20", "nej")
    assert {row["uddrag"][start:end] for start, end in row["fund"]} == {"anden", "kort"}


def test_a_number_that_is_none_is_refused(talked: str) -> None:
    ran = find(talked, "pause", "--efter", "mange")

    assert ran.code == 2
    assert "Efter --efter skal stå et tal" in ran.err


def test_without_a_terminal_the_words_must_be_given(talked: str) -> None:
    ran = find(talked)

    assert ran.code == 2
    assert "vforlob find pause" in ran.err


def test_an_empty_folder_says_how_to_begin(store: Store, folder: str) -> None:
    store.close()

    ran = find(folder, "pause")

    assert ran.code == 0
    assert "vforlob borger ny" in ran.out


def test_the_access_is_noted_and_the_words_are_in_no_table_and_no_log(store: Store, folder: str) -> None:
    fill(store)
    find_texts(store, "hemmeligtord pause")
    find_texts(store, "hemmeligtord b1")
    names = [row[0] for row in store.rows("SELECT name FROM sqlite_master WHERE type = 'table'")]

    everything = "".join(str(store.rows(f"SELECT * FROM {name}")) for name in names)
    logs = "".join(path.read_text("utf-8", "replace") for path in Path(folder).glob("log/*"))

    assert store.rows("SELECT handling, antal FROM opslag") == [("søgt", 0), ("søgt", 0)]
    assert "hemmeligtord" not in everything + logs


@pytest.mark.parametrize(
    ("typed", "line"), [("f1", "forløb vis f1"), ("b2", "borger vis b2"), ("v1", "virksomhed vis")]
)
def test_a_number_that_stands_in_no_text_leads_to_what_has_it(talked: str, typed: str, line: str) -> None:
    ran = find(talked, typed)

    assert ran.code == 0
    assert f"vforlob {line}" in ran.out


def test_a_number_that_nobody_has_is_only_not_found(talked: str) -> None:
    assert "vis f99" not in find(talked, "f99").out


def test_a_word_that_begins_with_a_dash_is_told_how_to_be_typed(talked: str) -> None:
    refused, found = find(talked, "-pause"), find(talked, "--", "-pause")

    assert refused.code == 2
    assert "skriv vforlob find -- foran" in refused.err
    assert (found.code, "pause" in found.out) == (0, True)


if __name__ == "__main__":  # writes the goldens
    import os
    import tempfile

    from conftest import KEY, NOW
    from vforlob.store.key import create_with_raw_key
    from vforlob.store.open import create_store

    for columns in (80, 50):
        place = os.path.join(tempfile.mkdtemp(), "vforlob")
        os.mkdir(place, 0o700)
        create_with_raw_key(place, KEY)
        with create_store(place, KEY, lambda: NOW) as made:
            fill(made)
            (GOLDEN / f"find_{columns}.txt").write_text(screen(made, columns), "utf-8")
