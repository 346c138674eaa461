"""`vforlob rapport`: one page for the leader talk. What is in it, what can never be, and which months there are.

Run as a script it writes the golden text anew.
"""

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from readers import csv_cells, docx_text, pdf_text, xlsx_cells

from building import finish, make_borger, make_case, make_samtale
from running import run
from vforlob.actions.documents.rapport_words import share_of
from vforlob.model.accounts import Indstilling, Maltal, Statistik
from vforlob.model.aftale import Aftale
from vforlob.model.borger import Borger
from vforlob.model.delmal import Delmal
from vforlob.model.eksport import Eksport
from vforlob.model.forlob import Forlob
from vforlob.model.hensyn import Hensyn
from vforlob.model.kontakt import Fravaer, Kontakt, Taet
from vforlob.model.onske import Onske
from vforlob.model.opgave import Opgave
from vforlob.model.virksomhed import Virksomhed
from vforlob.store.store import Store

FORMATS = ("txt", "md", "html", "json", "csv", "docx", "pdf", "xlsx")
DECEMBER = {"VFORLOB_NU": "2026-12-03T09:00"}
FEBRUARY = {"VFORLOB_NU": "2027-02-20T09:00"}
GOLDEN = Path(__file__).parents[1] / "golden" / "dokumenter" / "rapport_leder.txt"
# Every text column of every kind that is about somebody.
TEXTS: dict[type[Any], tuple[str, ...]] = {
    Borger: (
        *("alias", "malgruppe", "skal_til", "sagsbehandler", "navn", "telefon", "erhvervserfaring", "skolegang"),
        *("interesser", "andet", "sted", "kan_jeg", "har_brug_for", "hjaelper_mig"),
    ),
    Virksomhed: ("navn", "branche", "sted", "kontakt", "telefon", "email", "fast_tid"),
    Forlob: ("hensigt", "uden_formode", "fast_tid", "kontakt_kommune", "stedfortraeder", "mentor", "rejse"),
    Aftale: ("hvad", "hvem_andre"),
    Delmal: ("specifikt", "malbart", "attraktivt", "realistisk", "tekst"),
    Hensyn: ("hensyn", "behov", "losning", "reformulering", "hvorfor"),
    Kontakt: ("tekst",),
    Fravaer: ("besked",),
    Taet: ("grund", "vi_gor"),
    Onske: ("onske", "branche"),
    Opgave: ("opgave", "tilpasning"),
}


@pytest.fixture
def case(store: Store, folder: str) -> str:
    fill(store)
    return folder


def fill(store: Store) -> None:
    first = make_case(store, borger={"parathed": "klar"}, forlob={"start": "2026-10-05"})
    assert first.forlob is not None
    finish(store, make_samtale(store, first, dato="2026-10-20"))
    make_case(store, forlob={"art": "lontilskud", "start": "2026-11-02", "slut": "2026-11-27"})
    make_borger(store, henvist="2026-10-30", parathed="laengere_fra")
    with store.doing("test"):
        store.door(Kontakt).add(Kontakt(0, 2, 2, "2026-11-17", "telefon", ("virksomhed", "borger")))
        store.door(Taet).add(Taet(0, 1, 1, "2026-11-10", "ja", "uenighed", "ringer"))
        store.door(Fravaer).add(Fravaer(0, 1, 1, "2026-11-11", "udeblevet", "ingen"))
        store.door(Onske).add(Onske(0, 1, 1, "bageri", "mad"))
        store.door(Delmal).add(Delmal(0, 1, 1, specifikt="møde kl. 9", oprettet="2026-11-02"))
        for code, uge in (("afbrudt_virksomhed", 7), ("afbrudt_virksomhed", 3), ("job", 12)):
            store.door(Statistik).add(Statistik(0, "2026-11", udfald=code, uge=uge, afsluttende_samtale="ja"))
        for navn, antal in (("igang", 3.0), ("cv", 2.0)):
            store.door(Maltal).add(Maltal(0, "2026-11", navn, antal))
        store.door(Maltal).add(Maltal(0, "2026-11", "Følges tæt", 1.0, "tæt = ja"))


def with_canaries(store: Store) -> list[str]:
    """Every text of the caseload made into a word that stands nowhere else."""
    words: list[str] = []
    with store.doing("test"):
        store.door(Indstilling).add(Indstilling(0, "navne", "ja"))
        for kind, columns in TEXTS.items():
            for record in store.door(kind).find():
                given = {column: f"kanarie-{len(words) + place}x" for place, column in enumerate(columns)}
                words += given.values()
                store.door(kind).change(record.nr, **given)
    return words


def as_text(folder: str, format_name: str, tmp_path: Path, *words: str, env: dict[str, str] | None = None) -> str:
    path = tmp_path / f"rapport.{format_name}"
    ran = run(
        "rapport", *words, "--format", format_name, "--ud", str(path), "--overskriv", folder=folder, env=env or {}
    )
    assert ran.code == 0, ran.err
    data = path.read_bytes()
    if format_name == "pdf":
        return pdf_text(data)
    if format_name == "docx":
        return docx_text(data)
    if format_name == "xlsx":
        return "\n".join(map(str, xlsx_cells(data)))
    return "\n".join(csv_cells(data.decode())) if format_name == "csv" else data.decode()


def test_the_page_is_the_golden_one(case: str) -> None:
    ran = run("rapport", folder=case)

    assert ran.code == 0, ran.err
    assert ran.out == GOLDEN.read_text(encoding="utf-8")


@pytest.mark.parametrize("env", [{}, DECEMBER], ids=["running", "ended"])
def test_no_alias_no_name_and_no_text_of_the_caseload_is_in_any_format(
    case: str, store: Store, tmp_path: Path, env: dict[str, str]
) -> None:
    words = with_canaries(store)

    for format_name in FORMATS:
        text = as_text(case, format_name, tmp_path, "november", env=env).casefold()

        assert [word for word in words if word in text] == []
        assert "kanarie" not in text
        assert "i gang i forløb" in text
        assert not any(number in text.split() for number in ("f1", "f2", "b1", "b2", "b3", "f1,", "f1.", "b3:"))


def test_an_alias_given_after_the_target_takes_its_name_out(case: str, store: Store, tmp_path: Path) -> None:
    with store.doing("test"):
        store.door(Maltal).add(Maltal(0, "2026-11", "Zebra 9 i job", 2.0, "cv = ja"))
    make_borger(store, alias="Zebra-9")

    for format_name in ("txt", "xlsx", "csv"):
        text = as_text(case, format_name, tmp_path)

        assert "Zebra" not in text
        assert "Eget måltal" in text or format_name == "csv"


def test_the_week_of_an_illness_is_told_to_nobody_and_a_workbook_tells_no_more_than_the_page(
    case: str, store: Store, tmp_path: Path
) -> None:
    with store.doing("test"):
        store.door(Statistik).add(Statistik(0, "2026-11", udfald="stoppet_sygdom", uge=37))
        store.door(Statistik).add(Statistik(0, "2026-11", udfald="gennemfort", uge=38))
        store.door(Statistik).add(Statistik(0, "2026-11", udfald="afbrudt_borger", uge=39))

    for format_name in ("txt", "xlsx"):
        text = as_text(case, format_name, tmp_path)

        assert "sygdom" in text
        assert [uge for uge in ("37", "38", "39") if uge in text] == ["39"]


def test_who_the_cases_are_is_said_to_her_alone(case: str) -> None:
    ran = run("rapport", folder=case)

    assert "Kun til dig: sag 1 er " in ran.err
    assert "Kun til dig" not in ran.out


def test_she_can_choose_the_cases(case: str) -> None:
    ran = run("rapport", "--sager", "b3, f2", folder=case)

    assert "sag 1 er b3, 2 er f2" in ran.err
    assert "1. Borger uden forløb: henvist for 21 dage siden" in ran.out
    assert "2. Løntilskud i lager, uge 3" in ran.out


@pytest.mark.parametrize(
    ("given", "code", "says"),
    [("f99", 3, "f99"), ("f1,f2,b1,b2", 2, "plads til 3 sager"), ("v1", 2, "v1"), ("f1\x1b", 3, "")],
)
def test_a_case_that_is_not_there_is_refused(case: str, given: str, code: int, says: str) -> None:
    ran = run("rapport", "--sager", given, folder=case)

    assert (ran.code, ran.out) == (code, "")
    assert says in ran.err


def test_a_closed_case_is_nothing_to_talk_about(case: str, store: Store) -> None:
    with store.doing("test"):
        store.door(Forlob).change(2, status="lukket", lukket="2026-11-19", udfald="gennemfort")

    ran = run("rapport", "--sager", "f2", folder=case)

    assert ran.code == 3
    assert "f2 er afsluttet" in ran.err


@pytest.mark.parametrize(
    ("month", "code", "says"),
    [
        ("2026-12", 2, "December 2026 er ikke begyndt"),
        ("2099-01", 2, "er ikke begyndt"),
        ("2026-10", 3, "Der er ingen tal for oktober 2026"),
        ("december", 3, "Der er ingen tal for december 2025"),
        ("xx", 2, "er ikke en måned"),
    ],
)
def test_a_month_there_is_no_report_of(case: str, month: str, code: int, says: str) -> None:
    ran = run("rapport", month, folder=case)

    assert (ran.code, ran.out) == (code, "")
    assert says in ran.err
    assert "vforlob rapport" in ran.err or "Skriv fx" in ran.err


def test_early_in_a_month_it_is_the_one_that_ended(case: str) -> None:
    young, older = run("rapport", folder=case, env=DECEMBER), run("rapport", folder=case, env=FEBRUARY)

    assert young.out.startswith("Rapport for november 2026\n")
    assert "vforlob rapport 2026-12" in young.err
    assert older.out.startswith("Rapport for februar 2027\n")
    assert run("rapport", "december", "2026", folder=case, env=FEBRUARY).out.startswith("Rapport for december 2026\n")


def test_what_waits_today_stands_in_no_report_of_long_ago(case: str) -> None:
    run("rapport", folder=case, env=DECEMBER)

    old, last = (run("rapport", month, folder=case, env=FEBRUARY).out for month in ("november", "januar"))

    assert "Lige nu" not in old
    assert "Sager at tale om" not in old
    assert "Lige nu, den 20. februar 2027" in last


def test_an_earlier_month_reads_the_same_when_somebody_is_deleted(case: str, store: Store) -> None:
    from vforlob.store.chain import redact

    before = run("rapport", "november", folder=case, env=FEBRUARY).out
    numbers = [row[0] for row in store.rows("SELECT nr FROM haendelse WHERE sted = 'b3'")]
    store.rows("BEGIN IMMEDIATE")
    redact(store, numbers)
    store.rows("DELETE FROM borger WHERE nr = 3")
    store.rows("COMMIT")

    assert run("rapport", "november", folder=case, env=FEBRUARY).out == before


def test_an_empty_caseload_gives_a_kind_page(store: Store, folder: str) -> None:
    ran = run("rapport", folder=folder)

    assert ran.code == 0, ran.err
    assert "0 borgere på listen." in ran.out
    assert "Ingen forløb er afsluttet i måneden." in ran.out


def test_a_file_is_registered_as_nobodys(case: str, store: Store, tmp_path: Path) -> None:
    as_text(case, "pdf", tmp_path)

    (kept,) = store.door(Eksport).find()
    assert (kept.hvad, kept.modtager, kept.borger, kept.forlob) == ("rapport", "leder", None, None)


def test_json_is_one_object_with_the_shape_first(case: str, tmp_path: Path) -> None:
    data = json.loads(as_text(case, "json", tmp_path))

    assert next(iter(data)) == "skema"


def test_the_pdf_is_one_page(case: str, tmp_path: Path) -> None:
    import pypdf

    as_text(case, "pdf", tmp_path, "november", env=DECEMBER)

    assert len(pypdf.PdfReader(tmp_path / "rapport.pdf").pages) == 1


def _golden_store(tmp_path: Path) -> Iterator[str]:
    from datetime import datetime
    from zoneinfo import ZoneInfo

    from running import KEY
    from vforlob.store.key import create_with_raw_key
    from vforlob.store.open import create_store

    folder = tmp_path / "vforlob"
    folder.mkdir(mode=0o700)
    create_with_raw_key(str(folder), KEY)
    with create_store(
        str(folder), KEY, lambda: datetime(2026, 11, 20, 13, tzinfo=ZoneInfo("Europe/Copenhagen"))
    ) as store:
        fill(store)
        yield str(folder)


def test_a_month_before_the_first_is_not_offered(store: Store, folder: str) -> None:
    make_case(store)

    ran = run("rapport", folder=folder)

    assert "Rapporten er for november 2026.\n" in ran.err
    assert "En anden måned" not in ran.err


def test_one_of_one_is_said_of_one() -> None:
    assert share_of({"delmal": 1, "delmal_hele": 1}, "delmal_hele") == "1 af 1 åbent delmål"
    assert share_of({"lukket": 2, "afsluttende_samtale": 1}, "afsluttende_samtale") == "1 af 2 afsluttede forløb"


if __name__ == "__main__":
    from tempfile import TemporaryDirectory

    with TemporaryDirectory() as where:
        for made in _golden_store(Path(where)):
            GOLDEN.write_text(run("rapport", folder=made).out, encoding="utf-8")
