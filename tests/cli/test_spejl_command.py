"""`spejl` as it is run: the screen, the page, the files, and that no borger can be known from them.

The whole pages stand in tests/golden/sider. Write them anew with:
    PYTHONPATH=tests python tests/cli/test_spejl_command.py
"""

import io
import json
from pathlib import Path

import pytest

from building import make_case, make_samtale
from running import Ran, run
from vforlob.actions.documents.spejl import spejl_document
from vforlob.actions.spejl import Mirrored, take_mirror
from vforlob.actions.spejl_words import explained
from vforlob.cli.spejl_screen import explained_lines, spejl_lines
from vforlob.model.accounts import Maned
from vforlob.model.delmal import Delmal
from vforlob.model.timer import Lonkroner
from vforlob.rules.spejl.quarters import Quarter
from vforlob.store.regler import load_rulebook
from vforlob.store.store import Store

GOLDEN = Path(__file__).parents[1] / "golden" / "sider"
STEPS = "vforlob spejl 2026-3   vforlob spejl --forklar   vforlob spejl --format pdf"
OCTOBER = {
    "startet": 4,
    "formode": 3,
    "startmode": 4,
    "uge_1": 3,
    "uge_1_kontakt": 2,
    "forlob": 24,
    "opfolgning": 20,
    "lonkroner": 15,
    "taet_besluttet": 9,
    "delmal": 11,
    "delmal_hele": 8,
    "lukket": 21,
    "afsluttende_samtale": 20,
}


def fill(store: Store) -> None:
    """October as it was kept; November is running. Two forløb, with most of what the method asks for left open."""
    with store.doing("månedstal"):
        for navn, tal in OCTOBER.items():
            store.door(Maned).add(Maned(0, "2026-10", navn, float(tal)))
        store.door(Maned).change(2, rettelse=1.0)
    first = make_case(store, borger={"alias": "KANARIE-1"}, virksomhed={"navn": "Kanarie & Søn"})
    make_case(store, borger={"alias": "KANARIE-2"}, forlob={"start": "2026-11-09", "hensigt": "kanarie"})
    assert first.forlob
    make_samtale(store, first, "startmode", status="faerdig", udgave=1, kladde_udgave=None, dato="2026-11-04")
    make_samtale(store, first, "formode", status="faerdig", udgave=1, kladde_udgave=None, dato="2026-10-20")
    with store.doing("poster"):
        store.door(Lonkroner).add(Lonkroner(0, first.borger.nr, first.forlob.nr, "2026-11-04", "italesat"))
        store.door(Delmal).add(Delmal(0, first.borger.nr, specifikt="kanarie", malbart="3", oprettet="2026-11-04"))


@pytest.fixture
def filled(store: Store, folder: str) -> str:
    fill(store)
    store.close()
    return folder


def mirrored(store: Store) -> Mirrored:
    return take_mirror(store, Quarter(2026, 4), store.now().date(), load_rulebook(store.folder))


def spejl(folder: str, *words: str) -> Ran:
    return run("spejl", *words, folder=folder)


def screen(store: Store, width: int) -> str:
    return "\n".join([*spejl_lines(mirrored(store), width, STEPS), ""])


@pytest.mark.parametrize("width", [80, 50])
def test_the_screen_is_as_it_was(store: Store, width: int) -> None:
    fill(store)

    assert screen(store, width) == (GOLDEN / f"spejl_{width}.txt").read_text("utf-8")


def test_it_stands_on_one_screen(store: Store) -> None:
    fill(store)
    lines = spejl_lines(mirrored(store), 80, STEPS)

    assert len(lines) <= 24
    assert max(map(len, lines)) <= 80


@pytest.mark.parametrize("width", [40, 66, 80, 120])
def test_no_line_is_wider_than_the_screen(store: Store, width: int) -> None:
    fill(store)
    words = explained(load_rulebook(store.folder), store.now().date())

    lines = [*spejl_lines(mirrored(store), width, "vforlob spejl"), *explained_lines(words, width)]

    assert max(map(len, lines)) <= width


def test_what_was_corrected_since_is_in_the_month(store: Store) -> None:
    fill(store)

    rows = {row.measure.id: row for row in mirrored(store).spejl.rows}

    assert rows["formode"].months[0] == (4, 4)


def test_every_figure_is_explained_with_its_source(filled: str) -> None:
    ran = spejl(filled, "--forklar")

    assert ran.code == 0
    assert ran.out.count("Kilde: ") == len(json.loads(spejl(filled, "--json").out)["raekker"])
    assert spejl(filled, "?").out == ran.out


def test_json_holds_numbers(filled: str) -> None:
    found = json.loads(spejl(filled, "--json").out)

    assert (found["skema"], found["kvartal"], found["til_og_med"]) == (1, "2026-4", "2026-11-20")
    row = next(row for row in found["raekker"] if row["id"] == "opfolgning")
    assert row["maneder"]["2026-10"] == {"antal": 20, "ud_af": 24}
    assert row["maneder"]["2026-12"] == {"antal": None, "ud_af": None}
    assert {it["emne"] for it in found["mangler"]} <= {"forlob", "delmal"}


@pytest.mark.parametrize("format_name", ["txt", "md", "html", "json", "csv"])
def test_a_file_holds_no_alias_no_virksomhed_and_no_text(filled: str, format_name: str) -> None:
    ran = spejl(filled, "--format", format_name)

    assert ran.code == 0
    assert "Formøde holdt før start" in ran.out
    assert "kanarie" not in ran.out.casefold()


def test_the_screen_holds_none_either(filled: str) -> None:
    assert "kanarie" not in (spejl(filled).out + spejl(filled, "--json").out).casefold()


def test_the_page_is_one_page(store: Store) -> None:
    from pypdf import PdfReader

    from vforlob.render.render import render_dokument

    fill(store)
    found = mirrored(store)
    words = explained(load_rulebook(store.folder), found.today)

    content = render_dokument(spejl_document(found, words), "pdf")

    assert isinstance(content, bytes)
    pages = PdfReader(io.BytesIO(content)).pages
    assert len(pages) == 1
    assert "20 af 21 (95 %)" in " ".join(pages[0].extract_text().split())


def test_a_workbook_holds_numbers_as_numbers(filled: str, tmp_path: Path) -> None:
    from openpyxl import load_workbook

    ran = spejl(filled, "--format", "xlsx", "--ud", str(tmp_path / "spejl.xlsx"))

    assert ran.code == 0
    rows = list(load_workbook(tmp_path / "spejl.xlsx")["Spejl"].iter_rows(values_only=True))
    assert ("Opfølgning til tiden", "2026-10", 20, 24) in [row[:4] for row in rows]


def test_an_empty_folder_has_a_mirror_too(store: Store, folder: str) -> None:
    store.close()

    ran = spejl(folder)

    assert ran.code == 0
    assert "Der mangler ikke noget af det i dag." in ran.out
    assert "af 0" not in ran.out


@pytest.mark.parametrize("typed", ["2026-9", "marts", "1. kvartal 2027"])
def test_a_quarter_that_cannot_be_shown_is_refused_with_a_way_on(filled: str, typed: str) -> None:
    ran = spejl(filled, typed)

    assert ran.code == 2
    assert "vforlob spejl" in ran.err


def test_a_quarter_without_figures_says_so(filled: str) -> None:
    ran = spejl(filled, "2020-1")

    assert ran.code == 0
    assert "Der er ingen tal fra det kvartal." in ran.out


def test_a_quarter_without_figures_is_not_offered(store: Store, folder: str) -> None:
    assert "vforlob spejl 20" not in run("spejl", folder=folder).out

    with store.doing("månedstal"):
        store.door(Maned).add(Maned(0, "2026-08", "startet", 1.0))

    assert "vforlob spejl 2026-3" in run("spejl", folder=folder).out


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
            (GOLDEN / f"spejl_{columns}.txt").write_text(screen(made, columns), "utf-8")
