"""`vforlob kopi` and `vforlob gendan` as they are typed, and the copies that the program makes by itself."""

import json
import os
from pathlib import Path

import pytest

from building import make_borger, make_case
from running import run
from vforlob.store.copies import list_copies, make_copy
from vforlob.store.restoring_swap import kept_databases
from vforlob.store.store import Store

MORNING, NEXT_DAY = "2026-11-20T13:00", "2026-11-21T13:00"


@pytest.fixture
def case(store: Store, folder: str) -> str:
    make_case(store)
    store.close()
    return folder


def at(moment: str) -> dict[str, str]:
    return {"VFORLOB_NU": moment}


def labels(folder: str) -> list[str]:
    return [copy.label for copy in list_copies(folder)]


def test_a_copy_is_made_and_listed(case: str) -> None:
    made = run("kopi", folder=case)
    listed = run("kopi", "liste", "--json", folder=case)

    (copy,) = list_copies(case)
    assert (made.code, made.err) == (0, "")
    assert copy.path in made.out
    assert "14 hændelser" in made.out
    assert json.loads(listed.out)["raekker"][0]["sti"] == copy.path


def test_a_copy_goes_to_a_second_place_and_later_ones_follow_when_that_was_said(case: str, tmp_path: Path) -> None:
    place = tmp_path / "usb"
    place.mkdir()

    first = run("kopi", "--ud", str(place), "--ja", folder=case)
    run("kopi", folder=case)

    assert first.code == 0
    assert "samme disk" in first.err
    assert len(list(place.glob("*.json"))) == 4  # two copies, each with its envelope
    assert run("kopi", "--glem-sted", folder=case).code == 0
    assert len(list(place.glob("*.db"))) == 2


@pytest.mark.safety
def test_a_second_place_that_is_gone_is_passed_over(case: str, tmp_path: Path) -> None:
    place = tmp_path / "usb"
    place.mkdir()
    run("kopi", "--ud", str(place), "--ja", folder=case)
    place.rename(tmp_path / "trukket-ud")

    assert run("kopi", folder=case).code == 0
    assert run("kopi", "--ud", str(place), folder=case).code == 2


def test_a_place_that_goes_to_the_net_is_used_only_with_a_yes(case: str, tmp_path: Path) -> None:
    place = tmp_path / "OneDrive"
    place.mkdir()

    refused, agreed = (run("kopi", "--ud", str(place), *more, folder=case) for more in ((), ("--ja",)))

    assert (refused.code, agreed.code) == (15, 0)
    assert "OneDrive" in refused.err
    assert len(list(place.iterdir())) == 3


def test_a_damaged_copy_is_a_problem_and_says_which(case: str) -> None:
    run("kopi", folder=case)
    (copy,) = list_copies(case)
    assert run("kopi", "tjek", folder=case).code == 0

    os.truncate(copy.path, 4096)
    tried = run("kopi", "tjek", folder=case)

    assert tried.code == 1
    assert copy.path in tried.out
    assert json.loads(run("kopi", "tjek", "--json", folder=case).out)["raekker"][0]["fejl"] == ["sum"]


def test_going_back_says_what_is_lost_and_wants_a_yes(case: str) -> None:
    run("kopi", folder=case)
    name = os.path.basename(list_copies(case)[0].stem)
    run("borger", "ny", "--svar", "-", folder=case, stdin='alias = "Z-9"\nmalgruppe = "x"\nparathed = "klar"\n')

    asked, done = run("gendan", name, folder=case), run("gendan", name, "--ja", folder=case)

    assert asked.code == 2
    assert "Alt efter fredag den 20. november kl. 13 er ikke med: 1 hændelse." in asked.out.replace("\n", " ")
    assert (done.code, done.err) == (0, "")
    assert kept_databases(case)[0] in done.out
    assert "Z-9" not in run("borger", "liste", folder=case).out


def test_going_back_works_where_nothing_else_does(case: str, tmp_path: Path) -> None:
    run("kopi", folder=case)
    (copy,) = list_copies(case)
    os.truncate(os.path.join(case, "vforlob.db"), 0)
    assert run("i-dag", folder=case).code == 1

    done = run("gendan", copy.path, "--ja", "--json", folder=case)
    new = run(
        "gendan",
        copy.path,
        "--ja",
        folder=tmp_path / "ny",
        env={"VFORLOB_NOEGLEFIL": str(Path(case).parent / "raanoegle.txt")},
    )

    assert (done.code, json.loads(done.out)["haendelser"]) == (0, 14)
    assert "kan ikke åbnes" in done.err
    assert new.code == 0
    assert "Dagsordener, skabeloner og regler, du selv har lavet" in new.out
    assert run("i-dag", folder=case).code == 0


@pytest.mark.parametrize(
    ("line", "code"),
    [
        (("gendan",), 2),
        (("gendan", "findes-ikke", "--ja"), 3),
        (("gendan", "2026-11-20T120000Z_000014.db", "--uden-spørgsmål"), 3),
        (("kopi", "--ud", "/findes/ikke"), 2),
    ],
)
def test_wrong_use_ends_with_its_code_and_a_next_step(case: str, line: tuple[str, ...], code: int) -> None:
    ran = run(*line, folder=case)

    assert ran.code == code
    assert "vforlob" in ran.err or "prøv igen" in ran.err


def test_the_key_of_another_opens_no_copy(case: str, tmp_path: Path) -> None:
    run("kopi", folder=case)
    other = tmp_path / "anden.txt"
    other.touch(mode=0o600)
    other.write_text("ab" * 32)

    ran = run("gendan", list_copies(case)[0].path, "--ja", folder=case, env={"VFORLOB_NOEGLEFIL": str(other)})

    assert ran.code == 12
    assert kept_databases(case) == ()


def test_a_copy_is_made_by_itself_when_the_newest_is_old_and_something_is_new(case: str) -> None:
    run("kopi", folder=case)

    run("borger", "liste", folder=case, env=at(NEXT_DAY))
    unchanged = len(list_copies(case))
    run("kontakt", "f1", "--ikke-nået", folder=case, env=at(NEXT_DAY))
    quiet = run("borger", "liste", folder=case, env=at(NEXT_DAY))

    assert unchanged == 1
    assert len(list_copies(case)) == 2
    assert "kopi" not in (quiet.out + quiet.err).lower()


def test_a_young_folder_has_no_copy_until_a_samtale_is_finished(case: str) -> None:
    run("kontakt", "f1", "--ikke-nået", folder=case)
    before = list_copies(case)

    held = run("opfølgning", "f1", "--svar", "-", folder=case, stdin='[samtale]\ndato = "i dag"\nform = "telefon"\n')

    assert before == ()
    assert held.code == 0, held.err
    assert len(list_copies(case)) == 1


def test_an_old_folder_without_any_copy_gets_one(case: str) -> None:
    run("borger", "liste", folder=case, env=at("2026-12-24T09:00"))

    assert len(list_copies(case)) == 1


def test_a_copy_that_fails_is_told_and_the_command_is_done(case: str) -> None:
    os.symlink("/findes/ikke", os.path.join(case, "kopier"))

    ran = run("kontakt", "f1", "--ikke-nået", folder=case, env=at(NEXT_DAY))

    assert ran.code == 0
    assert "sikkerhedskopien blev ikke lavet" in ran.err
    assert "vforlob kopi" in ran.err


@pytest.mark.safety
def test_a_clock_that_jumps_takes_no_copy_away(store: Store, case: str) -> None:
    run("kopi", folder=case)
    for _ in range(3):
        run("kopi", folder=case, env=at("2031-01-01T09:00"))
    ahead = len(list_copies(case))

    for _ in range(2):
        run("kopi", folder=case, env=at("2020-01-01T09:00"))

    assert (ahead, len(list_copies(case))) == (4, 6)


def test_a_copy_is_made_before_a_spreadsheet_is_taken_in(store: Store, folder: str, tmp_path: Path) -> None:
    sheet = tmp_path / "borgere.csv"
    sheet.write_text("Alias;Målgruppe;Parathed\nQ-1;ledig;klar\n", encoding="utf-8")
    store.close()
    first = run("importer", "borgere", str(sheet), "--uden-spørgsmål", folder=folder)
    empty = labels(folder)
    sheet.write_text("Alias;Målgruppe;Parathed\nQ-2;ledig;klar\n", encoding="utf-8")

    second = run("importer", "borgere", str(sheet), "--uden-spørgsmål", folder=folder)

    assert (first.code, second.code) == (0, 0), (first.err, second.err)
    assert (empty, labels(folder)) == ([], ["foer-import"])


def test_a_copy_of_the_old_schema_and_the_old_name_is_no_copy_of_ours(store: Store, folder: str) -> None:
    make_borger(store)
    make_copy(store)
    store.close()
    old = os.path.join(folder, "kopier", "2025-01-01T120000Z_foer-skema-3.db")
    with open(old, "wb"):
        pass

    run("kopi", folder=folder)

    assert not os.path.exists(old)  # older than any deadline, and two whole ones stand
    assert len(list_copies(folder)) == 2


def test_the_line_for_a_second_place_is_not_broken(case: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(Path(case).parent)
    named = f"{'./' * 16}{Path(case).name}"

    made = run("kopi", "--mappe", named, folder=case)

    assert f"vforlob kopi --ud MAPPE --mappe {named}" in made.out.splitlines()
