"""A consultant with 35 people, 20 virksomheder and 30 forløb in spreadsheets is up and running without typing them."""

import json
from datetime import date, timedelta
from pathlib import Path

import pytest

from importing import book, text
from running import run
from vforlob.store.store import Store

DOCS = Path(__file__).parents[2] / "docs"
TODAY = date(2026, 11, 20)
YES = "--uden-spørgsmål"
GROUPS = ("aktivitetsparat", "jobparat", "sygedagpenge", "ressourceforløb", "uddannelseshjælp")
NEAR = ("tæt på", "Klar", "langt fra")
KINDS = ("praktik", "løntilskud", "VP", "småjob", "fleks")


@pytest.fixture
def case(store: Store, folder: str) -> str:
    store.close()
    return folder


def people() -> list[tuple[object, ...]]:
    """As such a sheet looks: a title, cpr numbers, dates of all sorts, things of her own."""
    rows: list[tuple[object, ...]] = [
        ("Min sagsstamme efterår 2026",),
        (),
        ("Alias", "CPR-nr", "Målgruppe", "Hvor tæt?", "Visiteret", "CV", "SB", "Husk"),
    ]
    for n in range(35):
        seen = TODAY - timedelta(20 + 7 * n)
        cpr = f"{n % 28 + 1:02}0{n % 9 + 1}{60 + n % 30}-1{n:03}"
        when = (seen, f"{seen.day}/{seen.month}-{seen.year % 100}", seen.isoformat())[n % 3]
        rows.append((f"Æ-{n + 1}", cpr, GROUPS[n % 5], NEAR[n % 3], when, "x" if n % 2 else "", "Lone", "ring"))
    return rows


def places() -> list[tuple[object, ...]]:
    rows: list[tuple[object, ...]] = [("Firma", "Branche", "Adresse", "Postnr", "By", "Kontakt", "Tlf", "Haft praktik")]
    for n in range(20):
        vaert = "ja" if n % 2 else "nej"
        rows.append(
            (f"Værksted {n} & Søn", "lager", f"Nygade {n + 1}", "8000", "Aarhus", f"Åse {n}", f"860000{n:02}", vaert)
        )
    return rows


def placements() -> list[tuple[object, ...]]:
    rows: list[tuple[object, ...]] = [("Alias", "Praktiksted", "Type", "Start", "Slut", "Timer pr. uge")]
    for n in range(30):
        start = TODAY - timedelta(5 + 3 * n)
        slut = start + timedelta(91)
        rows.append(
            (
                f"æ-{n + 1}",
                f"værksted {n % 20} & søn",
                KINDS[n % 5],
                start,
                f"{slut.day}.{slut.month}.{slut.year}",
                "12,5",
            )
        )
    return rows


def test_from_three_spreadsheets_to_the_list_of_today(case: str, tmp_path: Path) -> None:
    (tmp_path / "sager.xlsx").write_bytes(book(people()))
    (tmp_path / "firmaer.csv").write_bytes(text(places(), encoding="cp1252"))
    (tmp_path / "forløb.xlsx").write_bytes(book(placements(), Gamle=[("x", "y"), (1, 2)]))

    for word, name, count in (
        ("borgere", "sager.xlsx", 35),
        ("virksomheder", "firmaer.csv", 20),
        ("forløb", "forløb.xlsx", 30),
    ):
        ran = run("importer", word, str(tmp_path / name), YES, folder=case)

        assert (ran.code, f"{count} {word} er hentet" in ran.out) == (0, True), ran
        assert f"Alle {count} rækker" in run("importer", word, str(tmp_path / name), YES, folder=case).out

    today = run("i-dag", folder=case)
    rows = json.loads(run("forløb", "liste", "--json", folder=case).out)["raekker"]
    assert today.code == 0
    assert "35 borgere, 30 i forløb" in today.out
    assert "Værksted" in today.out
    assert len(rows) == 30
    assert run("forløb", "vis", "f30", folder=case).code == 0
    assert run("borger", "vis", "æ-35", folder=case).code == 0
    assert "1234" not in today.out


def test_all_of_it_is_taken_back_in_three_steps(case: str, tmp_path: Path) -> None:
    (tmp_path / "sager.xlsx").write_bytes(book(people()))
    (tmp_path / "firmaer.csv").write_bytes(text(places()))
    (tmp_path / "forløb.xlsx").write_bytes(book(placements()))
    for word, name in (("borgere", "sager.xlsx"), ("virksomheder", "firmaer.csv"), ("forløb", "forløb.xlsx")):
        run("importer", word, str(tmp_path / name), YES, folder=case)

    undone = [run("fortryd", folder=case).code for _ in range(3)]
    left = [json.loads(run(word, "liste", "--json", folder=case).out)["raekker"] for word in ("borger", "virksomhed")]

    assert (undone, left) == ([0, 0, 0], [[], []])


def test_one_spreadsheet_with_everything_in_it_is_enough(case: str, tmp_path: Path) -> None:
    rows: list[tuple[object, ...]] = [
        (
            "Initialer",
            "Målgruppe",
            "Parathed",
            "Tlf",
            "Arbejdssted",
            "Branche",
            "By",
            "Tilbud",
            "Start",
            "Slut",
            "Timer",
        ),
        ("AB", "jobparat", "klar", "11111111", "Ørbæk", "lager", "Vejle", "praktik", "2/11-26", "1/2-27", "12,5"),
        ("CD", "sygedagpenge", "tæt på", "22222222", "", "", "", "", "", "", ""),
        ("EF", "jobparat", "klar", "33333333", "Ørbæk", "lager", "Vejle", "løntilskud", "9/11-26", "1/3-27", "30"),
    ]
    (tmp_path / "alt.csv").write_bytes(text(rows))
    alt = str(tmp_path / "alt.csv")

    borgere = run("importer", "borgere", alt, YES, folder=case)
    forlob = run("importer", "forløb", alt, YES, "--opret", "--ellers", "vært=ny", folder=case)
    again = run("importer", "forløb", alt, YES, "--opret", "--ellers", "vært=ny", folder=case)

    assert (borgere.code, forlob.code, again.code) == (0, 0, 0), forlob
    assert "1 virksomhed er oprettet: v1." in forlob.out
    assert "2 forløb er hentet: f1-f2." in forlob.out
    assert "1 uden forløb" in forlob.out
    assert "Intet er ændret." in again.out


def test_a_borgers_telephone_number_is_not_taken_for_the_virksomheds(case: str, tmp_path: Path) -> None:
    rows = (("Alias", "Firma", "Branche", "By", "Vært", "Tlf"), ("A-1", "Ørbæk", "lager", "Vejle", "ny", "11111111"))
    (tmp_path / "alt.csv").write_bytes(text(rows))

    ran = run("importer", "virksomheder", str(tmp_path / "alt.csv"), "--vis-kun", folder=case)

    assert " F   Tlf                       bruges ikke" in ran.out


@pytest.mark.parametrize(
    ("word", "file"), [("borgere", "borgere"), ("virksomheder", "virksomheder"), ("forløb", "forlob")]
)
def test_the_examples_in_the_documentation_come_in_without_a_fault(case: str, word: str, file: str) -> None:
    order = ("borgere", "virksomheder", "forlob")
    for before in order[: order.index(file)]:
        name = {"forlob": "forløb"}.get(before, before)
        run("importer", name, str(DOCS / f"eksempel_{before}.csv"), YES, folder=case)

    ran = run("importer", word, str(DOCS / f"eksempel_{file}.csv"), YES, folder=case)

    assert (ran.code, "er hentet" in ran.out, "bruges ikke" in ran.out) == (0, True, False), ran


def test_what_was_and_what_is_agreed_comes_along(case: str, tmp_path: Path) -> None:
    """Else the first list of the day would say of everybody that nobody has spoken with them."""
    rows: list[tuple[object, ...]] = [
        ("Alias", "Målgruppe", "Parathed", "Sidste opfølgning", "Næste opfølgning", "Hos", "Type", "Start", "Slut"),
        ("A-1", "jobparat", "klar", "16/11-26", "1/12-26", "Ørbæk", "praktik", "2/11-26", "1/2-27"),
        ("B-2", "jobparat", "klar", "18/11-26", "", "", "", "", ""),
    ]
    (tmp_path / "alt.csv").write_bytes(text(rows))
    alt = str(tmp_path / "alt.csv")
    extra = ("--opret", "--ellers", "vært=ny; timer om ugen=12; virksomhedens branche=lager; virksomhedens sted=Vejle")

    borgere = run("importer", "borgere", alt, YES, folder=case)
    forlob = run("importer", "forløb", alt, YES, *extra, folder=case)

    assert (borgere.code, forlob.code) == (0, 0), forlob
    shown = json.loads(run("forløb", "vis", "f1", "--json", folder=case).out)
    told = [(one["dato"], one["art"]) for one in shown["haendelser"] if one["art"] in {"kontakt", "plan"}]
    assert told == [("2026-11-16", "kontakt"), ("2026-12-01", "plan")]
    assert json.loads(run("journal", "--json", folder=case).out)["raekker"] == []
    assert run("fortryd", folder=case).code == 0
    assert run("fortryd", folder=case).code == 0
    assert json.loads(run("borger", "liste", "--json", folder=case).out)["raekker"] == []


def test_a_last_contact_that_is_still_to_come_is_a_fault(case: str, tmp_path: Path) -> None:
    rows = [("Alias", "Målgruppe", "Parathed", "Sidste kontakt"), ("A-1", "jobparat", "klar", "24/12-2026")]
    (tmp_path / "alt.csv").write_bytes(text(rows))

    done = run("importer", "borgere", str(tmp_path / "alt.csv"), YES, folder=case)

    assert done.code == 4
    assert "Den dag er ikke kommet endnu" in done.out + done.err
