"""`vforlob importer`: shown before it is done, all or nothing, twice as good as once, and never a cpr number."""

import json
import os
import stat
from pathlib import Path

import pytest
from english import english_in

from building import make_borger
from importing import book, text
from running import Ran, run
from vforlob.actions.settings import keep_setting
from vforlob.store.store import Store

CPR = "010203-1234"
HEAD = ("Alias", "CPR", "Målgruppe", "Parathed", "Visiteret", "Noter")
ROWS = (HEAD, ("Æ-7", CPR, "jobparat", "tæt på", "1/3-26", "hemmeligt"), ("B-2", "", "sygedagpenge", "klar", "", ""))
YES = "--uden-spørgsmål"


@pytest.fixture
def case(store: Store, folder: str) -> str:
    store.close()
    return folder


@pytest.fixture
def sager(tmp_path: Path) -> str:
    return written(tmp_path, *ROWS)


def written(tmp_path: Path, *rows: tuple[object, ...], name: str = "sager.csv") -> str:
    path = tmp_path / name
    path.write_bytes(book(rows) if name.endswith("xlsx") else text(rows))
    return str(path)


def found(folder: str, what: str = "borger") -> list[dict[str, object]]:
    rows: list[dict[str, object]] = json.loads(run(what, "liste", "--json", folder=folder).out)["raekker"]
    return rows


def check(ran: Ran, code: int) -> None:
    assert ran.code == code, ran
    assert "Traceback" not in ran.out + ran.err
    assert english_in(ran.err) == []
    assert max((len(line) for line in ran.out.splitlines()), default=0) <= 80


def test_the_word_alone_tells_how(tmp_path: Path) -> None:
    ran = run("importer", folder=tmp_path / "ingen")

    check(ran, 0)
    assert "vforlob importer borgere sager.xlsx" in ran.out


def test_a_dry_run_shows_every_column_and_saves_nothing(case: str, sager: str) -> None:
    ran = run("importer", "borgere", sager, "--vis-kun", folder=case)

    check(ran, 0)
    assert ran.out.splitlines() == [
        " Kun til dig · Borgere fra sager.csv · 2 rækker",
        "",
        "     Kolonne                   Bliver til                Fx",
        " A   Alias                     Alias                     Æ-7",
        " B   CPR                       bruges ikke: cpr-numre bliver ikke læst",
        " C   Målgruppe                 Målgruppe                 jobparat",
        " D   Parathed                  Hvor tæt på arbejde       tæt på",
        " E   Visiteret                 Henvist den               1/3-26",
        " F   Noter                     bruges ikke",
        "",
        " 2 rækker: 2 nye",
    ]
    assert found(case) == []


@pytest.mark.parametrize("name", ["sager.csv", "sager.xlsx", "SAGER.XLSX", "sager"])
def test_it_saves_when_it_was_told_not_to_ask_and_twice_is_as_once(case: str, tmp_path: Path, name: str) -> None:
    sager = written(tmp_path, *ROWS, name=name)

    first = run("importer", "borgere", sager, YES, folder=case)
    second = run("importer", "borgere", sager, YES, folder=case)

    check(first, 0)
    check(second, 0)
    assert "2 borgere er hentet: b1-b2." in first.out
    assert "Tag det hele tilbage: vforlob fortryd" in first.err
    assert "Der står cpr-numre i regnearket." in first.err
    assert "Alle 2 rækker findes allerede. Intet er ændret." in second.out
    assert [row["alias"] for row in found(case)] == ["Æ-7", "B-2"]


def test_nobody_to_ask_and_no_yes_is_2_and_saves_nothing(case: str, sager: str) -> None:
    ran = run("importer", "borgere", sager, folder=case)

    check(ran, 2)
    assert "--uden-spørgsmål" in ran.err
    assert found(case) == []


def test_json_without_a_yes_is_no_half_object(case: str, sager: str) -> None:
    ran = run("importer", "borgere", sager, "--json", folder=case)

    assert (ran.code, ran.out) == (2, "")


def test_one_undo_takes_all_of_it_back(case: str, sager: str) -> None:
    run("importer", "borgere", sager, YES, folder=case)

    ran = run("fortryd", folder=case)

    assert (ran.code, found(case)) == (0, [])
    assert "importer borgere" in ran.out


def test_what_was_taken_back_can_be_fetched_again_under_its_own_aliases(case: str, sager: str) -> None:
    run("importer", "borgere", sager, YES, folder=case)
    run("fortryd", folder=case)

    ran = run("importer", "borgere", sager, YES, folder=case)

    assert ran.code == 0, ran.out + ran.err
    assert [row["alias"] for row in found(case)] == ["Æ-7", "B-2"]


def test_an_alias_that_was_changed_is_not_free_when_the_change_is_not_taken_back(case: str, sager: str) -> None:
    run("importer", "borgere", sager, YES, folder=case)
    run("borger", "ret", "b1", "--svar", "-", folder=case, stdin='alias = "Ø-9"')

    ran = run("borger", "ny", "--svar", "-", folder=case, stdin='alias = "Æ-7"\nmalgruppe = "x"\nparathed = "klar"')

    assert ran.code == 4
    assert "har været i brug" in ran.err


def test_proposed_aliases_that_were_taken_back_are_not_proposed_again(case: str, tmp_path: Path) -> None:
    """They may stand in her own spreadsheet by now."""
    sager = written(tmp_path, HEAD[2:], *(row[2:] for row in ROWS[1:]))
    run("importer", "borgere", sager, YES, folder=case)
    run("fortryd", folder=case)

    run("importer", "borgere", sager, YES, folder=case)

    assert [row["alias"] for row in found(case)] == ["A-3", "A-4"]


def test_one_fault_keeps_all_of_it_out(case: str, tmp_path: Path) -> None:
    sager = written(tmp_path, *ROWS, ("C-3", "", "jobparat", "måske", "", ""))

    ran = run("importer", "borgere", sager, YES, folder=case)

    check(ran, 4)
    assert "række 4" in ran.out
    assert "D Parathed" in ran.out
    assert "Intet er gemt." in ran.err
    assert found(case) == []


def test_the_first_twenty_faults_are_shown_and_all_of_them_when_asked_for(case: str, tmp_path: Path) -> None:
    sager = written(tmp_path, HEAD, *((f"A-{n}", "", "jobparat", "måske", "", "") for n in range(50)))

    some, every = (run("importer", "borgere", sager, "--vis-kun", *more, folder=case) for more in ((), ("--alle",)))
    data = json.loads(run("importer", "borgere", sager, "--json", "--vis-kun", folder=case).out)

    assert (some.out.count("D Parathed "), every.out.count("D Parathed ")) == (20, 50)
    assert "... og 30 til. Se dem alle med --alle" in some.out
    assert (len(data["fejl"]), data["fejl"][49]["raekke"], data["gemt"]) == (50, 51, False)


def test_json_tells_what_was_saved(case: str, sager: str) -> None:
    data = json.loads(run("importer", "borgere", sager, YES, "--json", folder=case).out)

    assert next(iter(data)) == "skema"
    assert (data["emne"], data["gemt"], data["nye"], data["id"], data["fejl"]) == ("borger", True, 2, [1, 2], [])
    assert data["kolonner"][1] == {
        "kolonne": "B",
        "overskrift": "CPR",
        "felt": None,
        "grund": "cpr-numre bliver ikke læst",
    }


def test_a_cpr_number_is_named_by_its_place_and_shown_nowhere(case: str, tmp_path: Path) -> None:
    sager = written(
        tmp_path,
        (*HEAD, "Mere"),
        (CPR, CPR, "jobparat", "klar", "", "ring", ""),
        ("A-1", "", f"jobparat, {CPR}", "klar", "", "", CPR),
        ("A-2", "", "x", "klar", "", "", ""),
        ("A-3", "", "x", "klar", "", "", "fri"),
    )

    for more in ((), ("--json",), ("--alle",)):
        ran = run("importer", "borgere", sager, "--vis-kun", *more, folder=case)

        assert ran.code == 4
        assert CPR not in ran.out + ran.err
        assert "1234" not in ran.out + ran.err
        assert "Målgruppe" in ran.out


def test_nothing_of_a_column_that_is_not_used_reaches_the_folder(case: str, tmp_path: Path) -> None:
    sager = written(tmp_path, ("Navn", *HEAD[1:]), ("Kanariefuglen Anna", *ROWS[1][1:]), ("Bo Bæk", *ROWS[2][1:]))

    ran = run("importer", "borgere", sager, YES, folder=case)
    everything = run("borger", "vis", "b1", "--json", folder=case).out + run("log", folder=case).out

    check(ran, 0)
    assert "række 2: A-1   række 3: A-2" in ran.out
    for canary in ("Kanariefuglen", "hemmeligt", CPR):
        assert canary not in ran.out + ran.err + everything


def test_names_come_in_where_the_kommune_allowed_them(store: Store, folder: str, tmp_path: Path) -> None:
    keep_setting(store, "navne", "ja")
    store.close()
    sager = written(tmp_path, ("Navn", "Alias", *HEAD[2:]), ("Anna Ås", "Æ-7", *ROWS[1][2:]))

    ran = run("importer", "borgere", sager, YES, folder=folder)

    check(ran, 0)
    assert json.loads(run("borger", "vis", "b1", "--json", folder=folder).out)["navn"] == "Anna Ås"


def test_a_guess_is_corrected_on_the_line_by_header_or_letter(case: str, sager: str) -> None:
    ran = run("importer", "borgere", sager, "--vis-kun", "--kolonner", "noter=skal der til; E=-", folder=case)

    check(ran, 0)
    assert " E   Visiteret                 bruges ikke" in ran.out
    assert " F   Noter                     Det skal der til          hemmeligt" in ran.out


@pytest.mark.parametrize(
    ("option", "wish", "said"),
    [
        ("--kolonner", "Notr=-", "mente du »Noter«"),
        ("--kolonner", "Noter=hat", "Feltet »hat« kendes ikke"),
        ("--kolonner", "Noter", "skal der stå Kolonne=felt"),
        ("--kolonner", "CPR=alias", "ligner cpr-numre"),
        ("--ellers", "Parathed=måske", "er ikke en af mulighederne"),
        ("--ellers", "hat=klar", "Feltet »hat« kendes ikke"),
        ("--ellers", "=", "skal der stå Felt=svar"),
    ],
)
def test_a_wish_that_cannot_be_read_is_2_and_says_why(case: str, sager: str, option: str, wish: str, said: str) -> None:
    ran = run("importer", "borgere", sager, YES, option, wish, folder=case)

    check(ran, 2)
    assert said in ran.err
    assert found(case) == []


def test_what_no_column_tells_can_be_said_for_all(case: str, tmp_path: Path) -> None:
    sager = written(tmp_path, ("Alias", "Målgruppe"), ("A-1", "jobparat"), ("A-2", "jobparat"))

    refused = run("importer", "borgere", sager, YES, folder=case)
    taken = run("importer", "borgere", sager, YES, "--ellers", "Parathed=længere fra", folder=case)

    check(refused, 4)
    check(taken, 0)
    assert "--ellers" in refused.out
    assert {row["parathed"] for row in found(case)} == {"laengere_fra"}


FILES = {
    "nothing": (b"", "Regnearket er tomt."),
    "headers": (b"Alias;CV\n", "Der er overskrifter i regnearket, men ingen rækker"),
    "picture": (b"\x89PNG\r\n\x1a\n" + bytes(99), "ikke et regneark"),
    "old": (b"\xd0\xcf\x11\xe0" + bytes(99) + "Workbook".encode("utf-16-le"), ".xls"),
    "locked": (b"\xd0\xcf\x11\xe0" + bytes(99) + "EncryptedPackage".encode("utf-16-le"), "adgangskode"),
    "quote": (b'Alias;CV\nA-1;"x\n', "række 2"),
    "letters": (b"Alias;CV\nA-1;\x81\n", "Linje 2"),
    "rows": (b"A;B\n" + b"1;2\n" * 200_100, "5.000"),
    "columns": (b";".join([b"x"] * 400) + b"\n" + b";".join([b"y"] * 400), "300"),
    "bytes": (b"A;B\n" + b"1;2\n" * 5_100_000, "20 MB"),
}


@pytest.mark.parametrize("name", FILES)
def test_a_file_that_cannot_be_read_is_4_with_what_to_do(case: str, tmp_path: Path, name: str) -> None:
    data, said = FILES[name]
    (tmp_path / "fil.csv").write_bytes(data)

    ran = run("importer", "borgere", str(tmp_path / "fil.csv"), YES, folder=case)

    check(ran, 4)
    assert said in ran.err
    assert "Intet er gemt." in ran.err
    assert len(ran.err.splitlines()) >= 2


def test_a_folder_a_file_that_is_not_there_and_one_that_may_not_be_read(case: str, tmp_path: Path) -> None:
    shut = tmp_path / "lukket.csv"
    shut.write_bytes(b"A;B\n1;2\n")
    shut.chmod(0)

    folder = run("importer", "borgere", str(tmp_path), folder=case)
    missing = run("importer", "borgere", str(tmp_path / "væk.csv"), folder=case)
    refused = run("importer", "borgere", str(shut), folder=case)

    check(folder, 3)
    check(missing, 3)
    if os.name == "posix" and os.geteuid() != 0:
        check(refused, 15)
    shut.chmod(stat.S_IRUSR)


def test_a_file_can_be_sent_in(case: str) -> None:
    ran = run("importer", "borgere", "-", YES, folder=case, stdin=text(ROWS))

    check(ran, 0)
    assert [row["alias"] for row in found(case)] == ["Æ-7", "B-2"]


def test_hostile_cells_are_shown_harmlessly_and_whole(case: str, tmp_path: Path) -> None:
    sager = written(tmp_path, ("Alias", "[red]Målgruppe[/]", "Parathed"), ("A-1", "=1+1 [bold] {0} %s", "klar"))

    ran = run("importer", "borgere", sager, YES, folder=case)

    check(ran, 0)
    assert found(case)[0]["alias"] == "A-1"
    assert json.loads(run("borger", "vis", "b1", "--json", folder=case).out)["malgruppe"] == "=1+1 [bold] {0} %s"
    assert "=1+1 [bold] {0} %s" in ran.out


def test_virksomheder_go_out_and_come_in_again_unchanged(case: str, tmp_path: Path) -> None:
    rows = (
        ("Navn", "CVR", "Branche", "Sted", "Vært", "Telefon", "Kan tage hensyn til", "Borgere på én gang, højst"),
        ("Ørbæk & Søn", "25313763", "lager", "Aarhus", "ny", "'+45 86 00 00 01", "møder kl. 10; ro", "2"),
        ('Byens "Marked"; Torvet', "", "detail", "Randers", "erfaren", "", "", ""),
    )
    first = run("importer", "virksomheder", written(tmp_path, *_quoted(rows)), YES, folder=case)
    out = tmp_path / "ud.csv"

    exported = run("virksomhed", "eksport", "--ud", str(out), folder=case)
    again = run("importer", "virksomheder", str(out), YES, folder=case)

    check(first, 0)
    assert exported.code == 0, exported
    check(again, 0)
    assert "Alle 2 rækker findes allerede. Intet er ændret." in again.out
    assert "Værd at se efter" not in again.out


def _quoted(rows: tuple[tuple[str, ...], ...]) -> list[tuple[str, ...]]:
    return [tuple('"' + cell.replace('"', '""') + '"' for cell in row) for row in rows]


def test_somebody_who_is_there_already_is_told_of_with_what_differs(store: Store, folder: str, sager: str) -> None:
    make_borger(store, alias="Æ-7", malgruppe="fleksjob", parathed="taet_pa", henvist="2026-03-01")
    store.close()

    ran = run("importer", "borgere", sager, YES, folder=folder)

    check(ran, 0)
    assert "2 rækker: 1 ny · 1 findes allerede" in ran.out
    assert "»Målgruppe«. Det bliver stående." in " ".join(ran.out.split())
    assert "1 borger er hentet: b2." in ran.out


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="a pipe with a name is of Unix alone")
@pytest.mark.parametrize("line", [("importer", "borgere"), ("tavle", "hent")])
def test_what_is_no_file_is_not_waited_for(case: str, tmp_path: Path, line: tuple[str, str]) -> None:
    pipe = tmp_path / "sager.csv"
    os.mkfifo(pipe)

    ran = run(*line, str(pipe), folder=case)

    assert ran.code == 3
    assert "kan ikke læses" in ran.err


@pytest.mark.parametrize(
    ("head", "hint"),
    [(("CPR", "Foo"), '--kolonner "B=Alias"'), (("CPR", "Navn"), "Sæt en kolonne mere ind, fx »Alias«.")],
)
def test_a_sheet_without_a_known_header_says_the_way_on(
    case: str, tmp_path: Path, head: tuple[str, ...], hint: str
) -> None:
    ran = run("importer", "borgere", written(tmp_path, head, (CPR, "Hanne")), YES, folder=case)

    assert (ran.code, found(case)) == (0, [])
    assert "1 uden noget at hente" in ran.out
    assert hint in ran.err


@pytest.mark.parametrize("wish", [("--kolonner", "Foo=Alias"), ("--kolonner", "="), ("--ellers", "Målgruppe")])
def test_a_wish_that_cannot_be_read_leads_to_the_help_of_the_import(
    case: str, sager: str, wish: tuple[str, str]
) -> None:
    ran = run("importer", "borgere", sager, *wish, folder=case)

    assert ran.code == 2
    assert "vforlob importer borgere --hjælp" in ran.err
