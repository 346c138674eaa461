"""`vforlob eksporter liste` and `ryd`: what was made and where it lies, and how it goes again."""

import json
import os
from collections.abc import Callable
from pathlib import Path

import pytest

from building import finish, make_case, make_samtale
from running import Ran, run
from vforlob.actions.exports import About, Asked, save_document
from vforlob.store.store import Store

OnFolder = Callable[..., Ran]


@pytest.fixture
def used(store: Store, folder: str) -> OnFolder:
    finish(store, make_samtale(store, make_case(store)))
    store.close()
    return lambda *line, **more: run(*line, folder=folder, **more)


def make(used: OnFolder, *more: str, env: dict[str, str] | None = None) -> Path:
    ran = used("kalender", "f1", *more, env=env)
    assert ran.code == 0, ran.err
    return Path(ran.err.splitlines()[-1])


def rows(used: OnFolder) -> list[dict[str, object]]:
    ran = used("eksporter", "liste", "--json")
    assert ran.code == 0
    shown: list[dict[str, object]] = json.loads(ran.out)["raekker"]
    return shown


def test_the_list_says_what_when_and_where(used: OnFolder) -> None:
    path = make(used)

    ran = used("eksporter", "liste")

    assert (ran.code, ran.err) == (0, "")
    assert "Kun til dig · Filer, der er lavet: 1" in ran.out
    assert "Kalender (ics) · f1 · i dag" in ran.out
    assert f"   {path}\n" in ran.out
    assert "vforlob eksporter ryd" in ran.out.splitlines()[-1]
    assert used("eksporter").out == ran.out


def test_without_any_it_says_so(used: OnFolder) -> None:
    assert "ikke lavet filer" in used("eksporter", "liste").out
    assert used("eksporter", "ryd") == Ran(0, "Der er ingen filer at rydde op i.\n", "")


def test_a_slettestop_keeps_the_files_too(used: OnFolder) -> None:
    path, changed = make(used), make(used)
    changed.write_text("rettet")
    used("slettestop", "b1", "til")

    held = used("eksporter", "ryd", "--uden-spørgsmål")
    there = (path.exists(), changed.exists())
    used("slettestop", "b1", "af")
    cleared = used("eksporter", "ryd", "--uden-spørgsmål")

    assert held.out.splitlines() == [
        "b1 har slettestop: 2 filer bliver liggende.",
        "Er det ovre, så hæv det: vforlob slettestop b1 af",
    ]
    assert (held.code, there) == (0, (True, True))
    assert "1 fil er slettet." in cleared.out
    assert not path.exists()


def test_machines_get_every_one_that_ever_was(used: OnFolder) -> None:
    kept, changed, gone = make(used), make(used), make(used)
    changed.write_text("rettet")
    gone.unlink()

    shown = rows(used)

    assert {row["sti"]: row["tilstand"] for row in shown} == {
        str(kept): "her",
        str(changed): "aendret",
        str(gone): "vaek",
    }
    assert [row["fjernet"] for row in shown] == [None, None, "2026-11-20"]
    assert all(row["id"] and row["hvad"] == "kalender" and row["forlob"] == 1 for row in shown)
    assert len(rows(used)) == 3


def test_what_is_gone_is_said_once_and_then_only_when_asked(used: OnFolder) -> None:
    make(used).unlink()

    assert "findes ikke mere" in used("eksporter", "liste").out
    assert "findes ikke mere" not in used("eksporter", "liste").out
    assert "væk 20/11" in used("eksporter", "liste", "--alle").out


def test_a_long_list_is_cut_and_says_so(store: Store, folder: str) -> None:
    for _ in range(42):
        save_document(store, b"x", "ics", About("kalender"), Asked())
    store.close()

    ran = run("eksporter", "liste", folder=folder)

    assert "Der er 2 mere. Se dem alle: vforlob eksporter liste --alle" in ran.out
    assert run("eksporter", "liste", "--alle", folder=folder).out.count(".ics\n") == 42


def test_where_nobody_can_be_asked_nothing_goes_unless_it_was_said(used: OnFolder) -> None:
    path = make(used)

    ran = used("eksporter", "ryd")

    assert ran.code == 2
    assert str(path) in ran.out
    assert "intet er slettet" in ran.err
    assert "--uden-spørgsmål" in ran.err
    assert path.exists()

    ran = used("eksporter", "ryd", "--uden-spørgsmål")

    assert (ran.code, ran.err) == (0, "")
    assert str(path) in ran.out
    assert ran.out.endswith("1 fil er slettet.\n")
    assert not path.exists()
    assert [row["tilstand"] for row in rows(used)] == ["vaek"]


def test_a_changed_one_stays_and_so_does_what_is_not_ours(used: OnFolder, folder: str) -> None:
    path, changed = make(used), make(used)
    changed.write_text("rettet")
    foreign = Path(folder, "eksport", "hendes.txt")
    foreign.write_text("noter")
    link = make(used)
    link.unlink()
    link.symlink_to(foreign)

    ran = used("eksporter", "ryd", "--uden-spørgsmål")

    assert ran.code == 0
    assert "er ændret, siden den blev lavet.\nDen bliver liggende." in ran.out
    assert (path.exists(), changed.read_text(), foreign.read_text()) == (False, "rettet", "noter")
    assert link.is_symlink()


def test_only_those_of_an_age_go(used: OnFolder) -> None:
    old = make(used)
    later = {"VFORLOB_NU": "2026-11-30T13:00"}
    new = make(used, env=later)

    ran = used("eksporter", "ryd", "--alder", "10", "--uden-spørgsmål", env=later)

    assert ran.code == 0
    assert (old.exists(), new.exists()) == (False, True)
    ran = used("eksporter", "ryd", "--alder", "10", env=later)
    assert (ran.code, ran.out) == (0, "Der er ingen filer, som er mindst 10 dage gamle.\n")


@pytest.mark.parametrize("age", ["-1", "x", "1,5", "²", "9" * 30, " "])
def test_an_age_that_is_no_number_of_days_is_refused(used: OnFolder, age: str) -> None:
    path = make(used)

    ran = used("eksporter", "ryd", f"--alder={age}", "--uden-spørgsmål")

    assert ran.code == 2
    assert "--alder tager et antal dage" in ran.err
    assert path.exists()


def test_one_on_a_drive_that_is_away_is_neither_gone_nor_forgotten(used: OnFolder, tmp_path: Path) -> None:
    (tmp_path / "drev").mkdir()
    path = make(used, "--ud", str(tmp_path / "drev"))
    (tmp_path / "drev").rename(tmp_path / "taget ud")

    assert "mappen er her ikke lige nu" in used("eksporter", "liste").out
    assert "Den bliver på listen." in used("eksporter", "ryd", "--uden-spørgsmål").out
    (tmp_path / "taget ud").rename(tmp_path / "drev")
    assert used("eksporter", "ryd", "--uden-spørgsmål").code == 0
    assert not path.exists()


def test_one_that_cannot_be_removed_is_named_and_the_exit_code_says_so(
    used: OnFolder, monkeypatch: pytest.MonkeyPatch
) -> None:
    """As on Windows, when it is open in Word."""
    path, unlink = make(used), os.unlink

    def unless_open(name: str) -> None:
        if name == str(path):
            raise PermissionError(13, "open")
        unlink(name)

    monkeypatch.setattr(os, "unlink", unless_open)
    ran = used("eksporter", "ryd", "--uden-spørgsmål")

    assert ran.code == 1
    assert ran.out.endswith("Intet er slettet.\n")
    assert f"{path} kunne ikke slettes" in ran.err
    assert path.exists()


@pytest.mark.parametrize("part", ["OneDrive - Kommunen", "Dropbox", "Nextcloud"])
def test_a_folder_that_is_copied_elsewhere_is_warned_about_before_the_path(
    used: OnFolder, tmp_path: Path, part: str
) -> None:
    (tmp_path / part).mkdir()

    ran = used("kalender", "f1", "--ud", str(tmp_path / part))

    assert ran.code == 0
    said = ran.err.splitlines()
    assert "kopierer til nettet. Slet den, når den er brugt." in said[-2]
    assert Path(said[-1]).parent == tmp_path / part


def test_what_is_made_of_a_samtale_is_listed_with_its_recipient(store: Store, folder: str) -> None:
    make_case(store)
    store.close()
    svar = '[samtale]\ndato = 2026-11-20\ndeltagere = ["borger", "leder", "konsulent"]\n'
    assert run("opfølgning", "f1", "--svar", "-", folder=folder, stdin=svar).code == 0
    path = Path(folder).parent / "x.html"

    ran = run("referat", "s1", "--til", "virksomhed", "--format", "html", "--ud", str(path), folder=folder)

    assert (ran.code, ran.out, ran.err) == (0, "", f"{path}\n")
    assert "Referat til virksomheden (html) · f1 · s1 · i dag" in run("eksporter", "liste", folder=folder).out
