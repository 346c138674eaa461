"""`vforlob referat`: a held samtale as a text, on the screen and in a file, as a consultant and a script use it."""

import json
import shutil
import stat
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from conftest import KEY, NOW
from running import Ran, run
from vforlob.model.hensyn import Clearance, Hensyn
from vforlob.store.key import create_with_raw_key
from vforlob.store.open import create_store, open_store
from vforlob.store.store import Store

BORGER = 'alias = "Æ-7"\nmalgruppe = "aktivitetsparat"\nparathed = "taet_pa"\n'
VIRKSOMHED = 'navn = "Ørbæk & Søn"\nbranche = "lager"\nsted = "Vejle"\nvaert = "ny"\n'
FORLOB = """
borger = "Æ-7"
virksomhed = "v1"
art = "virksomhedspraktik"
start = 2026-11-04
slut = 2027-02-03
timer = 12.5
"""
FORMODE = """
[samtale]
dato = 2026-10-28
deltagere = ["borger", "sagsbehandler", "konsulent"]
[hensyn]
raekker = [
  { hensyn = "Ryg", behov = "Kan ikke stå stille længe", losning = "En kort pause hver anden time", betydning = "ja" },
  { hensyn = "Uro om morgenen", behov = "Tid", losning = "Møder kl. 9", betydning = "nej" },
]
"""
STARTMODE = """
[samtale]
dato = 2026-11-02
deltagere = ["borger", "leder", "konsulent"]
[hensyn]
raekker = [ { nr = 1, hvem = ["leder"] }, { nr = 2, sporg_forst = ["leder"] } ]
"""
OPFOLGNING = """
[samtale]
dato = 2026-11-20
deltagere = ["borger", "leder", "konsulent"]
[hvordan_gar_det]
borger = 4
borger_tekst = "Det går bedre, end jeg troede"
virksomhed_tekst = "God indsats"
[hensyn]
raekker = [ { nr = 1, virker = "ja" }, { nr = 2, virker = "delvist" } ]
[fremmode]
aftalt = 8
modt = 7
syg = 1
"""

OnFolder = Callable[..., Ran]


@pytest.fixture(scope="module")
def meetings(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A formøde, a startmøde and an opfølgning, held once: s1, s2, s3."""
    folder = tmp_path_factory.mktemp("holdt") / "vforlob"
    folder.mkdir(mode=0o700)
    create_with_raw_key(str(folder), KEY)
    create_store(str(folder), KEY, lambda: NOW).close()
    for line, svar in (
        (("borger", "ny"), BORGER),
        (("virksomhed", "ny"), VIRKSOMHED),
        (("formøde", "b1"), FORMODE),
        (("forløb", "ny"), FORLOB),
        (("startmøde", "f1"), STARTMODE),
        (("opfølgning", "f1"), OPFOLGNING),
    ):
        ran = run(*line, "--svar", "-", folder=folder, stdin=svar)
        assert ran.code == 0, ran.err
    return folder


@pytest.fixture
def folder(meetings: Path, tmp_path: Path) -> str:
    return str(shutil.copytree(meetings, tmp_path / "vforlob"))


@pytest.fixture
def store(folder: str) -> Iterator[Store]:
    with open_store(folder, KEY, lambda: NOW) as opened:
        yield opened


@pytest.fixture
def held(folder: str) -> OnFolder:
    """The program on a folder of this test's own; a text as `svar` is what is sent in."""

    def on_folder(*line: str, svar: str = "") -> Ran:
        given = ("--svar", "-") if svar else ()
        return run(*line, *given, folder=folder, stdin=svar)

    return on_folder


@pytest.mark.parametrize("recipient", ["borger", "virksomhed", "mentor", "sagsbehandler", "journal"])
@pytest.mark.parametrize("format_name", ["md", "html", "txt", "json"])
def test_a_text_for_each_recipient_comes_on_stdout(held: OnFolder, recipient: str, format_name: str) -> None:
    ran = held("referat", "s3", "--til", recipient, "--format", format_name)

    assert ran.code == 0
    assert ran.err == ""
    assert ran.out.endswith("\n")
    assert ("Det går bedre" in ran.out) is (recipient != "mentor")
    assert ("Æ-7" in ran.out) is (recipient == "sagsbehandler" or (recipient, format_name) == ("journal", "json"))


def test_the_format_is_markdown_unless_another_is_named_and_words_are_folded(held: OnFolder) -> None:
    assert held("REFERAT", "3", "--til", "BORGER").out == held("referat", "s3", "--til", "borger", "--format", "md").out


def test_a_withdrawal_reaches_the_text_made_afterwards(held: OnFolder, store: Store) -> None:
    before = held("referat", "s3", "--til", "virksomhed", "--format", "txt").out
    clearances = store.door(Clearance).find(hensyn=1, rolle="leder")
    with store.doing("hensyn ret"):
        store.door(Clearance).change(clearances[0].nr, trukket="2026-11-21")

    after = held("referat", "s3", "--til", "virksomhed", "--format", "txt").out

    assert "En kort pause hver anden time – virker" in before
    assert "Møder kl. 9" not in before
    assert "pause" not in after


def test_a_hensyn_withdrawn_everywhere_is_out_too(held: OnFolder, store: Store) -> None:
    with store.doing("hensyn ret"):
        store.door(Hensyn).change(1, trukket="2026-11-21", status="trukket")

    assert "pause" not in held("referat", "s2", "--til", "virksomhed").out


def test_a_second_forlob_starts_with_nothing_cleared(held: OnFolder) -> None:
    held("virksomhed", "ny", svar=VIRKSOMHED.replace("Ørbæk & Søn", "Byens Marked"))
    held("forløb", "ny", svar=FORLOB.replace("v1", "v2").replace("Æ-7", "b1"))
    ran = held("opfølgning", "f2", svar=OPFOLGNING)

    text = held("referat", "s4", "--til", "virksomhed", "--format", "txt").out

    assert ran.code == 0, ran.err
    assert "God indsats" in text
    assert "pause" not in text
    assert "Møder" not in text


# --- a file ---


def test_a_file_is_private_and_its_path_is_the_last_line(held: OnFolder, tmp_path: Path) -> None:
    path = tmp_path / "tekst til Ørbæk.html"

    ran = held("referat", "s3", "--til", "virksomhed", "--format", "html", "--ud", str(path))

    assert (ran.code, ran.out) == (0, "")
    assert ran.err.splitlines()[-1] == str(path)
    assert stat.S_IMODE(path.stat().st_mode) == 0o600
    assert path.read_text(encoding="utf-8") == held("referat", "s3", "--til", "virksomhed", "--format", "html").out


def test_nothing_is_overwritten_unless_it_is_said(held: OnFolder, tmp_path: Path) -> None:
    path = tmp_path / "min.md"
    path.write_text("mit eget")

    refused = held("referat", "s3", "--til", "borger", "--ud", str(path))
    kept = path.read_text()
    replaced = held("referat", "s3", "--til", "borger", "--ud", str(path), "--overskriv")

    assert (refused.code, kept) == (2, "mit eget")
    assert "--overskriv" in refused.err
    assert replaced.code == 0
    assert path.read_text().startswith("# Opfølgning")
    assert stat.S_IMODE(path.stat().st_mode) == 0o600


@pytest.mark.parametrize("extra", [(), ("--overskriv",)])
@pytest.mark.parametrize("target_is_there", [True, False])
def test_a_link_is_never_followed(
    held: OnFolder, tmp_path: Path, extra: tuple[str, ...], target_is_there: bool
) -> None:
    target, link = tmp_path / "andet.md", tmp_path / "genvej.md"
    if target_is_there:
        target.write_text("andet")
    link.symlink_to(target)

    ran = held("referat", "s3", "--til", "borger", "--ud", str(link), *extra)

    assert ran.code == 15
    assert link.is_symlink()
    assert target.exists() is target_is_there
    assert not target_is_there or target.read_text() == "andet"


@pytest.mark.parametrize(
    ("place", "code"),
    [("mangler/x.md", 2), ("x.md/", 2), ("/proc/x.md", 14)],
    ids=["no folder", "a folder that is not there", "unwritable"],
)
def test_a_place_that_cannot_be_written_is_named(held: OnFolder, tmp_path: Path, place: str, code: int) -> None:
    path = place if place.startswith("/") else f"{tmp_path}/{place}"

    ran = held("referat", "s3", "--til", "borger", "--ud", path)

    assert ran.code == code
    assert len(ran.err.splitlines()) == 2


# --- wrong lines ---


@pytest.mark.parametrize(
    ("line", "code", "says"),
    [
        (("s3", "--til", "virksomheden"), 2, "Mente du virksomhed?"),
        (("s3", "--til", "kommunen"), 2, "ikke en modtager"),
        (("s3", "--til", "borger", "--format", "htlm"), 2, "Mente du html?"),
        (("s3", "--til", "borger", "--format", "odt"), 2, "Vælg mellem md, html, txt, docx, pdf og json"),
        (("s3",), 2, "mangler en modtager"),
        (("--til", "borger"), 2, "mangler en samtale"),
        (("s9", "--til", "borger"), 3, "ingen samtale s9"),
        (("f1", "--til", "borger"), 2, "samtale"),
        (("s1", "--til", "virksomhed"), 2, "før der var et forløb"),
        (("s1", "--til", "mentor"), 2, "før der var et forløb"),
    ],
)
def test_a_wrong_line_says_what_to_write(held: OnFolder, line: tuple[str, ...], code: int, says: str) -> None:
    ran = held("referat", *line)

    assert ran.code == code
    assert says in ran.err
    assert ran.out == ""


def test_a_draft_has_no_text_yet(held: OnFolder) -> None:
    held(
        "opfølgning", "f1", svar=OPFOLGNING.replace("[samtale]", "[samtale]\nafslut = false").replace("11-20", "12-01")
    )

    ran = held("referat", "s4", "--til", "borger")

    assert ran.code == 2
    assert "ikke færdig" in ran.err
    assert "vforlob opfølgning f1" in ran.err


def test_a_hint_never_stops_a_text_about_health(held: OnFolder) -> None:
    svar = OPFOLGNING.replace("God indsats", "Han har fortalt om sin depression").replace("11-20", "12-01")
    held("opfølgning", "f1", svar=svar)

    to_virksomhed = held("referat", "s4", "--til", "virksomhed")
    to_borger = held("referat", "s4", "--til", "borger")

    assert to_virksomhed.code == 0
    assert "»depression«" in to_virksomhed.err
    assert "depression" in to_virksomhed.out
    assert to_borger.err == ""


# --- the kommune's own templates ---


def test_the_kommunes_own_template_is_used(held: OnFolder, folder: str) -> None:
    own = Path(folder) / "skabeloner" / "referat_borger.txt.jinja"
    own.parent.mkdir(exist_ok=True)
    own.write_text("Kære borger\n{{ titel }}\n")

    assert (
        held("referat", "s3", "--til", "borger", "--format", "txt").out
        == "Kære borger\nOpfølgning den 20. november 2026\n"
    )


def test_a_faulty_one_is_named_with_its_line(held: OnFolder, folder: str) -> None:
    own = Path(folder) / "skabeloner" / "referat_borger.txt.jinja"
    own.parent.mkdir(exist_ok=True)
    own.write_text("Kære borger\n{{ titell }}\n")

    ran = held("referat", "s3", "--til", "borger", "--format", "txt")

    assert ran.code == 4
    assert "referat_borger.txt.jinja" in ran.err
    assert "Linje 2: »titell« findes ikke her. Mente du »titel«?" in ran.err
    assert ran.out == ""


def test_json_is_one_object_with_its_shape(held: OnFolder) -> None:
    found = json.loads(held("referat", "s3", "--til", "journal", "--format", "json").out)

    assert found["skema"] == 1
    assert found["samtale"] == 3
    assert "\n" not in found["titel"]
