"""`vforlob måltal` from the line: setting, listing, showing and correcting targets, and what is refused.

Run as a script it writes the golden pages anew.
"""

import json
from pathlib import Path
from typing import Any

import pytest

from building import make_borger, make_case
from running import run
from vforlob.model.accounts import Maltal, Maned
from vforlob.model.borger import Borger
from vforlob.store.store import Store

DECEMBER = {"VFORLOB_NU": "2026-12-03T09:00"}
GOLDEN = Path(__file__).parents[1] / "golden" / "sider"
JANUARY = {"VFORLOB_NU": "2027-01-12T09:00"}


@pytest.fixture
def case(store: Store, folder: str) -> str:
    make_case(store, borger={"alias": "Æ-7", "parathed": "klar", "cv": "ja"})
    make_borger(store, alias="K-1", parathed="klar")
    return folder


def rows(folder: str, env: dict[str, str] | None = None) -> list[dict[str, Any]]:
    ran = run("måltal", "--json", folder=folder, env=env or {})
    assert ran.code == 0, ran.err
    found: list[dict[str, Any]] = json.loads(ran.out)["raekker"]
    return found


def row(folder: str, navn: str, maned: str, env: dict[str, str] | None = None) -> dict[str, Any]:
    return next(it for it in rows(folder, env) if (it["navn"], it["maned"]) == (navn, maned))


def own(folder: str, *lines: str) -> Any:
    return run("måltal", "ny", "--svar", "-", folder=folder, stdin="\n".join(lines))


def test_an_empty_caseload_is_told_what_to_do(store: Store, folder: str) -> None:
    ran = run("måltal", folder=folder)

    assert ran.code == 0
    assert ran.out.startswith(" Kun til dig · Måltal · fredag den 20. november 2026")
    assert "vforlob måltal sæt 2026-12 igang=9" in ran.out
    assert all(len(line) <= 80 for line in ran.out.splitlines())


def test_one_line_sets_several_and_says_what_they_were_before(case: str) -> None:
    first = run("måltal", "sæt", "2026-12", "igang=9", "fastholdt=8", folder=case)
    again = run("maltal", "saet", "december", "igang = 10", "fastholdt=8", folder=case)

    assert (first.code, again.code) == (0, 0)
    assert "Måltal for december 2026" in first.out
    assert "(før 9)" in again.out
    assert row(case, "igang", "2026-12") | {"id": 1, "mal": 10, "faktisk": 1, "mangler": 9} == row(
        case, "igang", "2026-12"
    )


def test_without_a_month_it_is_this_one(case: str) -> None:
    assert run("måltal", "sæt", "cv=3", folder=case).code == 0

    found = row(case, "cv", "2026-11")
    assert (found["mal"], found["faktisk"], found["mangler"]) == (3, 1, 2)


@pytest.mark.parametrize(
    ("words", "says"),
    [
        (("2026-12", "igang="), "»igang« mangler et tal. Skriv fx igang=9"),
        (("2026-12", "igang"), "»igang« mangler et tal"),
        (("2026-12", "igang=9", "fastholdt"), "»fastholdt« mangler et tal"),
        (("2026-12", "igang=mange"), "er ikke et tal"),
        (("2026-12", "igang=-1"), "mellem 0 og 10000"),
        (("2026-12", "igagn=9"), "Mente du igang?"),
        (("2026-12", "helt andet=9"), "vforlob måltal ny"),
        (("2026-12", "igang=9", "i_gang=8"), "står to gange på linjen"),
        (("=9",), "mangler et navn"),
        (("2099-01", "igang=9"), "til og med november 2028"),
        (("2026-10", "igang=9"), "Oktober 2026 er slut"),
        (("32", "igang=9"), "er ikke en måned"),
        ((), "Der mangler et navn og et tal"),
    ],
)
def test_a_wrong_line_saves_nothing_and_says_what_to_write(
    case: str, store: Store, words: tuple[str, ...], says: str
) -> None:
    ran = run("måltal", "sæt", *words, folder=case)

    assert (ran.code, ran.out) == (2, "")
    assert says in ran.err
    assert store.door(Maltal).find() == ()


def test_an_own_target_counts_by_its_filter(case: str) -> None:
    made = own(
        case, 'maned = "denne"', 'navn = "Klar uden forløb"', "antal = 2", 'filter = "parathed=klar og forløb=0"'
    )

    assert made.code == 0, made.err
    assert made.out == "Gemt: november 2026: Klar uden forløb, mål 2\n"
    found = row(case, "Klar uden forløb", "2026-11")
    assert (found["faktisk"], found["mangler"]) == (1, 1)
    assert found["filter"] == "parathed = klar og forløb = 0"


def test_an_own_target_is_set_again_by_its_name_alone(case: str) -> None:
    own(case, 'maned = "denne"', 'navn = "Klar"', "antal = 2", 'filter = "parathed = klar"')

    assert run("måltal", "sæt", "december", "KLAR=4", folder=case).code == 0
    assert row(case, "Klar", "2026-12")["filter"] == "parathed = klar"


@pytest.mark.parametrize(
    ("lines", "says"),
    [
        (('maned = "2026-12"', 'navn = "igang"'), "Måltallet mangler et tal"),
        (('navn = "igang"', "antal = 3"), "Der mangler et svar."),
        (('maned = "2026-12"', 'navn = "Unge"', "antal = 3"), "skal have et filter"),
        (('maned = "2026-12"', 'navn = "fastholt"', "antal = 3"), "Mente du fastholdt?"),
        (('maned = "2026-12"', 'navn = "igang"', "antal = 3", 'filter = "cv = ja"'), "intet filter"),
        (('maned = "2026-12"', 'navn = "Unge"', "antal = 3", 'filter = "alder < 30"'), "Tegn 1, »alder«"),
        (('maned = "2026-12"', 'navn = "Æ-7 i job"', "antal = 3", 'filter = "cv = ja"'), "alias eller navn"),
        (('maned = "2026-10"', 'navn = "igang"', "antal = 3"), "Oktober 2026 er slut"),
        (('maned = "2099-01"', 'navn = "igang"', "antal = 3"), "til og med november 2028"),
        (('maned = "xx"', 'navn = "igang"', "antal = 3"), "er ikke en måned"),
        (('maned = "2026-12"', 'navn = "igang"', "antal = -3"), "mellem 0 og 10000"),
    ],
)
def test_a_faulty_target_is_refused_with_its_line(case: str, store: Store, lines: tuple[str, ...], says: str) -> None:
    ran = own(case, *lines)

    assert (ran.code, ran.out) == (4, "")
    assert says in " ".join(ran.err.split())
    assert "Intet er gemt." in ran.err
    assert store.door(Maltal).find() == ()


def test_the_same_name_twice_in_a_month_is_refused(case: str) -> None:
    target = ('maned = "2026-12"', 'navn = "I gang i forløb"', "antal = 3")
    assert own(case, *target).code == 0

    again = own(case, *target)

    assert again.code == 4
    assert "vforlob måltal ret 1" in again.err


def test_the_months_of_a_figure_as_json(case: str) -> None:
    run("måltal", "sæt", "igang=9", folder=case)
    run("måltal", "sæt", "december", "igang=12", folder=case, env=DECEMBER)

    data = json.loads(run("måltal", "vis", "igang", "--json", folder=case, env=DECEMBER).out)

    assert (data["skema"], data["navn"], data["faktisk"]) == (1, "igang", 1)
    assert data["raekker"] == [
        {"id": 2, "maned": "2026-12", "mal": 12, "tal": None, "rettet": None, "faktisk": 1, "mangler": 11},
        {"id": 1, "maned": "2026-11", "mal": 9, "tal": 1, "rettet": None, "faktisk": None, "mangler": None},
    ]


@pytest.mark.parametrize("page", ["maltal", "maltal_enkel", "maltal_udvikling"])
def test_the_pages_are_the_golden_ones(case: str, page: str) -> None:
    assert pages(case)[page] == (GOLDEN / f"{page}.txt").read_text(encoding="utf-8")


def pages(folder: str) -> dict[str, str]:
    run("måltal", "sæt", "igang=9", "cv=4", folder=folder)
    own(folder, 'maned = "denne"', 'navn = "Klar uden forløb"', "antal = 2", 'filter = "parathed = klar og forløb = 0"')
    run("måltal", "sæt", "december", "igang=10", "lontimer=12,5", "klar uden forløb=1", folder=folder)
    run("måltal", "sæt", "januar", "igang=11", folder=folder)
    return {
        "maltal": run("måltal", folder=folder, env=DECEMBER).out,
        "maltal_enkel": run("måltal", "--enkel", folder=folder, env=DECEMBER).out,
        "maltal_udvikling": run("måltal", "udvikling", folder=folder, env=JANUARY).out,
    }


def test_a_target_is_corrected_by_name_or_number_and_its_history_told(case: str) -> None:
    run("måltal", "sæt", "igang=9", folder=case)

    by_name = run("måltal", "ret", "igang", "--svar", "-", folder=case, stdin="antal = 10\n")
    by_number = run("måltal", "ret", "1", "--svar", "-", folder=case, stdin="antal = 11\n")

    assert (by_name.code, by_number.out) == (0, "Rettet: november 2026: I gang i forløb, mål 11\n")
    assert "Måltal 1 rettet 20/11: antal 9 -> 10" in run("måltal", "vis", "1", folder=case).out


def test_a_month_that_is_over_keeps_its_targets(case: str, store: Store) -> None:
    run("måltal", "sæt", "igang=9", folder=case)

    ran = run("måltal", "ret", "1", "--svar", "-", folder=case, stdin="antal = 1\n", env=DECEMBER)

    assert ran.code == 2
    assert "November 2026 er slut" in ran.err
    assert store.door(Maltal).get(1).antal == 9


def test_earlier_months_stand_as_they_were_and_say_what_was_corrected(case: str, store: Store) -> None:
    run("måltal", "sæt", "igang=9", "cv=4", folder=case)
    run("måltal", folder=case, env=DECEMBER)
    with store.doing("borger ret"):
        store.door(Borger).change(2, cv="ja", cv_opdateret="2026-11-10")
    run("borger", "ret", "b2", "--svar", "-", folder=case, stdin='malgruppe = "jobparat"\n', env=DECEMBER)

    shown = run("måltal", "vis", "cv", folder=case, env=DECEMBER)
    listed = run("måltal", folder=case, env=DECEMBER)

    assert "november 2026   mål 4     1, senere rettet til 2" in shown.out
    assert "2*" in listed.out
    assert "* senere rettet." in listed.out
    assert row(case, "cv", "2026-12", DECEMBER)["tidligere"] == [{"maned": "2026-11", "tal": 1, "rettet": 2}]


def test_months_that_nobody_opened_the_program_in_are_there_when_it_is_opened(case: str, store: Store) -> None:
    ran = run("måltal", folder=case, env=JANUARY)

    assert "dec 26" in ran.out
    assert "nov 26" in ran.out
    assert {it.maned for it in store.door(Maned).find()} == {"2026-11", "2026-12"}


def test_the_page_of_a_figure_says_what_is_counted_and_who_asks(case: str) -> None:
    ran = run("måltal", "vis", "I gang i forløb", folder=case)

    assert ran.out.startswith(" Kun til dig · Måltal · I gang i forløb\n")
    assert "Kilde: Særligt tilrettelagt virksomhedsforløb" in ran.out
    assert "nu 1" in ran.out


@pytest.mark.parametrize(
    ("typed", "says"), [("fastholt", "Mente du fastholdt?"), ("99", "intet måltal 99"), ("x\x1b", "der hedder")]
)
def test_a_target_that_is_not_there_is_3(case: str, typed: str, says: str) -> None:
    ran = run("måltal", "vis", typed, folder=case)

    assert ran.code == 3
    assert says in ran.err
    assert "\x1b" not in ran.err


def test_plain_lines_tell_the_same(case: str) -> None:
    run("måltal", "sæt", "igang=9", folder=case)
    run("måltal", "sæt", "december", "igang=12", folder=case)

    ran = run("måltal", "--enkel", folder=case)

    assert " I gang i forløb: mål 9, nu 1, mangler 8. December 2026: mål 12, mangler 11." in ran.out


def test_months_side_by_side(case: str, tmp_path: Path) -> None:
    run("måltal", folder=case, env=DECEMBER)

    screen = run("måltal", "udvikling", folder=case, env=JANUARY)
    data = json.loads(run("måltal", "udvikling", "--json", folder=case, env=JANUARY).out)
    csv = run("måltal", "udvikling", "--format", "csv", folder=case, env=JANUARY)

    assert [it["maned"] for it in data["maneder"]] == ["2026-11", "2026-12", "2027-01"]
    assert [it["slut"] for it in data["maneder"]] == [True, True, False]
    assert screen.out.splitlines()[2].split() == ["nov", "26", "dec", "26", "nu"]
    assert all(len(line) <= 80 for line in screen.out.splitlines())
    assert csv.out.splitlines()[1].startswith("november 2026;2;")


def test_the_last_target_can_be_taken_back(case: str, store: Store) -> None:
    run("måltal", "sæt", "igang=9", "cv=8", folder=case)

    assert '"fortrudt": "måltal sæt"' in run("fortryd", "--json", folder=case).out
    assert store.door(Maltal).find() == ()


def test_the_names_to_choose_between_are_danish_and_can_be_typed(case: str) -> None:
    ran = run("måltal", "vis", "foo", folder=case)

    assert "igang, i-praktik, fastholdt, cv, løntimer og opfølgning" in ran.err
    for name in ("i-praktik", "løntimer", "opfølgning"):
        assert run("måltal", "sæt", f"{name}=2", folder=case).code == 0


if __name__ == "__main__":
    from datetime import datetime
    from tempfile import TemporaryDirectory
    from zoneinfo import ZoneInfo

    from running import KEY
    from vforlob.store.key import create_with_raw_key
    from vforlob.store.open import create_store

    with TemporaryDirectory() as where:
        made = Path(where) / "vforlob"
        made.mkdir(mode=0o700)
        create_with_raw_key(str(made), KEY)
        at = datetime(2026, 11, 20, 13, tzinfo=ZoneInfo("Europe/Copenhagen"))
        with create_store(str(made), KEY, lambda: at) as opened:
            make_case(opened, borger={"alias": "Æ-7", "parathed": "klar", "cv": "ja"})
            make_borger(opened, alias="K-1", parathed="klar")
            for name, text in pages(str(made)).items():
                (GOLDEN / f"{name}.txt").write_text(text, encoding="utf-8")
