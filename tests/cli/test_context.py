"""The folder, the clock, and whether anybody can be asked."""

from pathlib import Path

import pytest

from running import run
from vforlob.cli.context import GlobalOptions, begin, data_folder, is_plain
from vforlob.store.key import create_with_passphrase


@pytest.fixture(autouse=True)
def _nothing_left_over() -> object:
    begin(GlobalOptions())
    yield
    begin(GlobalOptions())


@pytest.fixture
def passphrase_folder(tmp_path: Path) -> Path:
    path = tmp_path / "rigtig"
    path.mkdir(mode=0o700)
    create_with_passphrase(str(path), "en lang sætning om en bil og en hest")
    return path


@pytest.mark.parametrize(
    ("set_to", "folder"),
    [
        ({"VFORLOB_MAPPE": "/x/æ"}, "/x/æ"),
        ({"XDG_DATA_HOME": "/data", "VFORLOB_MAPPE": ""}, "/data/vforlob"),
        ({"XDG_DATA_HOME": "ikke/hel", "HOME": "/hjem"}, "/hjem/.local/share/vforlob"),
        ({"XDG_DATA_HOME": "", "HOME": "/hjem"}, "/hjem/.local/share/vforlob"),
    ],
)
def test_the_folder_is_where_it_was_said_or_where_it_usually_is(
    monkeypatch: pytest.MonkeyPatch, set_to: dict[str, str], folder: str
) -> None:
    monkeypatch.delenv("VFORLOB_MAPPE", raising=False)
    for name, value in set_to.items():
        monkeypatch.setenv(name, value)

    assert data_folder() == folder


def test_our_three_lines_agree_with_platformdirs(monkeypatch: pytest.MonkeyPatch) -> None:
    from platformdirs import user_data_dir

    monkeypatch.delenv("VFORLOB_MAPPE", raising=False)

    assert data_folder() == user_data_dir("vforlob", appauthor=False)


def test_what_is_on_the_line_wins(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("VFORLOB_MAPPE", "/fra/miljøet")

    begin(GlobalOptions(mappe="/fra/linjen"))

    assert data_folder() == "/fra/linjen"


@pytest.mark.parametrize("name", ["VFORLOB_ENKEL", "ACCESSIBLE"])
@pytest.mark.parametrize(("value", "plain"), [("1", True), ("0", False), ("", False)])
def test_plain_lines_can_be_asked_for_by_the_machine(
    monkeypatch: pytest.MonkeyPatch, name: str, value: str, plain: bool
) -> None:
    for other in ("VFORLOB_ENKEL", "ACCESSIBLE"):
        monkeypatch.delenv(other, raising=False)
    monkeypatch.setenv(name, value)

    assert is_plain() == plain


def test_a_set_clock_is_said_and_counts(folder: str, store: object) -> None:
    svar = 'alias = "x-1"\nmalgruppe = "x"\nparathed = "klar"\n'
    now = {"VFORLOB_NU": "2026-12-24T08:15"}

    ran = run("borger", "ny", "--svar", "-", folder=folder, stdin=svar, env=now)
    shown = run("borger", "vis", "1", "--json", folder=folder, env=now)

    assert "torsdag den 24. december 2026" in ran.err
    assert "kl. 8.15" in ran.err
    assert '"oprettet": "2026-12-24"' in shown.out


@pytest.mark.parametrize("clock", ["2026-11-20", "i dag", "2026-13-01T10:00"])
def test_a_clock_that_cannot_be_read_is_wrong_use(folder: str, store: object, clock: str) -> None:
    ran = run("liste", folder=folder, env={"VFORLOB_NU": clock})

    assert ran.code == (0 if clock == "2026-11-20" else 2)


def test_the_clock_cannot_be_set_where_work_is_done(passphrase_folder: Path) -> None:
    ran = run("liste", folder=passphrase_folder, env={"VFORLOB_NU": "2026-11-20T13:00"})

    assert (ran.code, ran.out) == (2, "")
    assert "VFORLOB_NU" in ran.err


def test_help_and_version_do_not_care_about_the_clock(passphrase_folder: Path) -> None:
    assert run("--help", folder=passphrase_folder, env={"VFORLOB_NU": "x"}).code == 0


def test_without_a_folder_the_program_says_how_to_begin(tmp_path: Path) -> None:
    ran = run("liste", folder=tmp_path / "ingen")

    assert ran.code == 10
    assert "vforlob opsæt" in ran.err
    assert not (tmp_path / "ingen").exists()
