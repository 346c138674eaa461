"""Holidays and the round of calls as they are typed: entered, corrected, shown, planned, taken back, refused."""

import json
from pathlib import Path

import pytest
from english import english_in

from holidaying import make_caseload
from running import run
from vforlob.model.ferie import Ferie
from vforlob.model.forlob import Plan
from vforlob.store.facts import load_facts
from vforlob.store.store import Store

GOLDEN = Path(__file__).parents[1] / "golden" / "sider"


@pytest.fixture
def caseload(store: Store, folder: str) -> str:
    make_caseload(store)
    store.close()
    return folder


@pytest.fixture
def empty(store: Store, folder: str) -> str:
    store.close()
    return folder


def test_who_goes_without_contact_stands_on_one_page(caseload: str) -> None:
    ran = run("ferie", folder=caseload)

    assert (ran.code, ran.err, english_in(ran.out)) == (0, "", [])
    assert ran.out == (GOLDEN / "ferie.txt").read_text(encoding="utf-8")
    assert max(map(len, ran.out.splitlines())) <= 80


def test_the_round_of_a_week_stands_on_one_page(caseload: str) -> None:
    ran = run("ringerunde", "uge", "48", folder=caseload)

    assert (ran.code, ran.err, english_in(ran.out)) == (0, "", [])
    assert ran.out == (GOLDEN / "ringerunde.txt").read_text(encoding="utf-8")
    assert max(map(len, ran.out.splitlines())) <= 80


def test_an_empty_caseload_is_a_sentence(empty: str) -> None:
    assert "Der er ingen åbne forløb." in run("ferie", folder=empty).out
    assert "Der er ingen at ringe til i den uge." in run("ringerunde", folder=empty).out
    assert "vforlob ferie ny" in run("ferie", "liste", folder=empty).out


def test_the_same_as_json(caseload: str) -> None:
    holidays = json.loads(run("ferie", "--json", folder=caseload).out)
    calls = json.loads(run("ringerunde", "48", "--json", folder=caseload).out)

    assert (holidays["skema"], calls["skema"]) == (1, 1)
    assert {row["id"] for row in holidays["raekker"]} == {1, 2, 3}
    assert [row["id"] for row in calls["raekker"]] == [1, 2, 3]
    assert calls["borgere"][-1]["id"] == 4


def test_a_holiday_is_entered_on_one_line(empty: str) -> None:
    ran = run("ferie", "ny", "min", "uge", "52-53", folder=empty)
    listed = json.loads(run("ferie", "liste", "--json", folder=empty).out)["raekker"]

    assert ran.code == 0, ran.err
    assert "mandag den 21. december 2026 (uge 52) til søndag den 3. januar 2027" in ran.out
    assert "Der er ingen stedfortræder." in ran.err
    assert [(it["hvem"], it["fra"], it["til"]) for it in listed] == [("konsulent", "2026-12-21", "2027-01-03")]


def test_of_a_borger_and_of_a_virksomhed(caseload: str) -> None:
    assert run("ferie", "ny", "b1", "24/12", "til", "2/1", folder=caseload).code == 0
    assert run("ferie", "ny", "v1", "jul", folder=caseload).code == 0

    rows = json.loads(run("ferie", "liste", "--json", folder=caseload).out)["raekker"]

    assert {(it["borger"], it["virksomhed"]) for it in rows} >= {(1, None), (None, 1)}


def test_from_a_file_and_corrected_and_called_off_and_taken_back(caseload: str) -> None:
    ny = run("ferie", "ny", "--svar", "-", folder=caseload, stdin='borger = "b3"\nfra = "1/2-2027"\ntil = "5/2-2027"\n')
    ret = run("ferie", "ret", "4", "--svar", "-", folder=caseload, stdin='til = "12/2-2027"\n')
    off = run("ferie", "ret", "4", "--svar", "-", folder=caseload, stdin='aflyst = "ja"\n')
    gone = run("ferie", "ret", "4", "--svar", "-", folder=caseload, stdin='aflyst = "ja"\n')
    back = run("fortryd", folder=caseload)

    assert (ny.code, ret.code, off.code, gone.code, back.code) == (0, 0, 0, 3, 0)
    assert "er aflyst og taget af listen" in off.out
    rows = json.loads(run("ferie", "liste", "--json", folder=caseload).out)["raekker"]
    assert ("2027-02-01", "2027-02-12") in [(it["fra"], it["til"]) for it in rows]


@pytest.mark.parametrize(
    ("given", "said"),
    [
        ('fra = "5/2-2027"\ntil = "1/2-2027"\n', "Den sidste dag ligger før den første"),
        ('fra = "1/2-2027"\ntil = "1/3-2028"\n', "mere end et år"),
        ('borger = "b1"\nvirksomhed = "v1"\nfra = "1/2-2027"\ntil = "1/2-2027"\n', "enten en borgers eller"),
        ('borger = "b1"\nfra = "1/2-2027"\ntil = "1/2-2027"\nstedfortraeder = "Bo"\n', "hører til din egen ferie"),
        ('fra = "14/12-2026"\ntil = "3/1-2027"\n', "De dage står der allerede"),
        ('fra = "snart"\ntil = "1/2-2027"\n', "er ikke en dato"),
        ('borger = "b99"\nfra = "1/2-2027"\ntil = "1/2-2027"\n', "Den borger findes ikke."),
    ],
)
def test_what_cannot_be_is_refused_with_its_reason(caseload: str, given: str, said: str) -> None:
    ran = run("ferie", "ny", "--svar", "-", folder=caseload, stdin=given)

    assert ran.code == 4
    assert said in ran.err
    assert "Intet er gemt." in ran.err


@pytest.mark.parametrize(
    ("line", "code"),
    [
        (("ferie", "sludder"), 2),
        (("ferie", "sommer", "2020"), 2),
        (("ferie", "ny", "f1", "uge", "52"), 2),
        (("ferie", "ny", "b99", "uge", "52"), 3),
        (("ferie", "ny", "ukendt", "uge", "52"), 3),
        (("ferie", "ret", "b1"), 2),
        (("ferie", "ret", "99"), 3),
        (("ferie", "ark", "2"), 2),
        (("ferie", "plan", "--ja", "f99"), 2),
        (("ringerunde", "99"), 2),
        (("ringerunde", "uge", "40"), 2),
        (("ringerunde", "--format", "exe"), 2),
        (("ringerunde", "[bold]{0}"), 2),
    ],
)
def test_a_wrong_line_is_said_in_danish(caseload: str, line: tuple[str, ...], code: int) -> None:
    ran = run(*line, folder=caseload)

    assert (ran.code, ran.out, english_in(ran.err)) == (code, "", [])
    assert "Traceback" not in ran.err


def test_calls_are_put_in_together_and_taken_back_as_one(caseload: str, folder: str) -> None:
    before = run("forløb", "vis", "f3", "--json", folder=caseload).out

    put_in = run("ferie", "plan", "--ja", "alle", "--json", folder=caseload)
    after = run("forløb", "vis", "f3", "--json", folder=caseload).out
    back = run("fortryd", "--json", folder=caseload)

    rows = json.loads(put_in.out)["raekker"]
    assert {row["id"] for row in rows} == {2, 3}  # f1 has an appointment that stands
    assert len(rows) == json.loads(back.out)["aendringer"]
    assert before != after
    assert run("forløb", "vis", "f3", "--json", folder=caseload).out == before


def test_one_forlob_can_be_named(caseload: str) -> None:
    ran = run("ferie", "plan", "--ja", "f3", folder=caseload)

    assert "f3" in ran.out
    assert "1 opkald er sat ind som næste kontakt." in ran.out
    assert "f1 har en aftalt kontakt i forvejen" in " ".join(ran.out.split())


def test_nothing_agreed_is_pushed_aside(caseload: str, key: bytes, clock: object) -> None:
    run("ferie", "plan", "--ja", "alle", folder=caseload)

    from vforlob.store.open import open_store

    with open_store(caseload, key, clock) as store:  # type: ignore[arg-type]
        assert [plan.dato for plan in store.door(Plan).find(forlob=1)] == ["2026-11-25"]


def test_a_contact_that_is_over_its_day_is_not_hidden_by_a_new_one(caseload: str, key: bytes, clock: object) -> None:
    from vforlob.store.open import open_store

    with open_store(caseload, key, clock) as store, store.doing("opfølgning"):  # type: ignore[arg-type]
        store.door(Plan).add(Plan(0, 3, 3, "2026-11-18"))
    told = run("ferie", "plan", "--ja", "alle", folder=caseload)

    assert "f3 har en kontakt over tid. Tag den først: vforlob overblik forfaldne" in " ".join(told.out.split())
    assert "Den næste kontakt er over tid: Tag den først." in run("ferie", "--alle", folder=caseload).out
    with open_store(caseload, key, clock) as store:  # type: ignore[arg-type]
        assert [plan.dato for plan in store.door(Plan).find(forlob=3)] == ["2026-11-18"]


@pytest.mark.parametrize("format_name", ["txt", "md", "html", "json", "csv"])
def test_the_round_in_every_text_format(caseload: str, format_name: str) -> None:
    ran = run("ringerunde", "uge", "48", "--format", format_name, folder=caseload)

    assert ran.code == 0, ran.err
    assert "86 00 00 02" in ran.out


@pytest.mark.parametrize(("line", "format_name"), [
    (("ringerunde",), "pdf"), (("ringerunde",), "docx"), (("ringerunde",), "xlsx"),
    (("ferie", "ark"), "pdf"), (("ferie", "ark"), "docx"),
])  # fmt: skip
def test_what_is_no_text_goes_to_a_file(caseload: str, line: tuple[str, ...], format_name: str) -> None:
    ran = run(*line, "--format", format_name, folder=caseload)

    path = Path(ran.err.splitlines()[-1])
    assert (ran.code, ran.out) == (0, "")
    assert path.suffix == f".{format_name}"
    assert path.stat().st_size > 1000


def test_the_facts_of_a_forlob_hold_the_days_away_that_concern_it(store: Store) -> None:
    make_caseload(store)
    with store.doing("ferie ny"):
        store.door(Ferie).add(Ferie(0, 4, None, "2026-12-01", "2026-12-02"))

    first, second = load_facts(store, [1, 2])

    assert [it.nr for it in first.ferier] == [1]
    assert [it.nr for it in second.ferier] == [1, 2, 3]


def write() -> None:
    """PYTHONPATH=tests python tests/cli/test_ferie_commands.py, after a wanted change; read the pages before you keep
    them.
    """
    import os
    import tempfile

    from conftest import KEY, NOW
    from vforlob.store.key import create_with_raw_key
    from vforlob.store.open import create_store

    with tempfile.TemporaryDirectory() as place:
        folder = os.path.join(place, "vforlob")
        os.mkdir(folder, 0o700)
        create_with_raw_key(folder, KEY)
        with create_store(folder, KEY, lambda: NOW) as store:
            make_caseload(store)
        for name, line in (("ferie", ["ferie"]), ("ringerunde", ["ringerunde", "uge", "48"])):
            (GOLDEN / f"{name}.txt").write_text(run(*line, folder=folder).out, encoding="utf-8", newline="\n")


def test_a_plan_with_nothing_to_put_in_says_why(empty: str) -> None:
    ran = run("ferie", "plan", folder=empty)

    assert (ran.code, ran.out) == (0, "Der er ingen åbne forløb at ringe til. Intet er sat ind.\n")


def test_a_plan_for_days_that_nobody_goes_without_contact_says_so(caseload: str) -> None:
    ran = run("ferie", "plan", "23/11", "til", "24/11", folder=caseload)

    assert ran.code == 0
    assert ran.out.startswith("Ingen får mere end 14 dage uden kontakt i de dage. Intet er sat ind.")


def test_a_warning_that_ends_in_a_command_stays_in_the_folder_that_was_named(
    empty: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(Path(empty).parent)

    ran = run("ferie", "ny", "min", "uge", "29", "--mappe", Path(empty).name, folder=empty)

    assert f"vforlob ferie ret 1 --mappe {Path(empty).name}" in ran.err


@pytest.mark.parametrize(("week", "after"), [("næste", "uge 49"), ("uge 53", "uge 1 2027")])
def test_an_empty_round_leads_to_the_week_after_it(empty: str, week: str, after: str) -> None:
    assert f"vforlob ringerunde {after} " in run("ringerunde", *week.split(), folder=empty).out


if __name__ == "__main__":
    write()
