"""The ways into the folder, as the shell sees them where nobody can type a passphrase."""

import json
import os
import shutil
from pathlib import Path

import keyring
import pytest
from english import english_in
from keyring.backends import null

from running import Ran, run
from vforlob.actions.asking import Question, Reply
from vforlob.actions.settings import setting
from vforlob.cli.adgang_change import keyring_off
from vforlob.cli.clock import real_clock
from vforlob.store.copies import COPIES
from vforlob.store.envelope import DEMO, Cost, read_envelope, write_envelope
from vforlob.store.key import create_with_passphrase
from vforlob.store.open import create_store, open_store
from vforlob.store.store import Store

CHANGES = (("adgang", "sætning"), ("adgang", "kode"), ("adgang", "nøglering", "til"), ("adgang", "nøglering", "fra"))


@pytest.fixture(scope="module")
def locked_once(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Making one takes as long as it must take to guess one passphrase."""
    folder = tmp_path_factory.mktemp("låst") / "data"
    folder.mkdir(0o700)
    key, _ = create_with_passphrase(str(folder), "min nabo vander sine roser")
    create_store(str(folder), key, real_clock).close()
    return folder


@pytest.fixture
def locked(tmp_path: Path, locked_once: Path) -> str:
    """A folder with a passphrase."""
    return str(shutil.copytree(locked_once, tmp_path / "data"))


def nobody_answers(question: Question) -> Reply:
    raise AssertionError(question)


def told(ran: Ran, code: int, *words: str) -> None:
    assert ran.code == code
    assert all(word in ran.out + ran.err for word in words), ran.out + ran.err
    assert english_in(ran.out + ran.err) == []


def test_what_is_set_is_said_without_a_key(locked: str) -> None:
    told(run("adgang", folder=locked), 0, "Adgangssætning", "Gendannelseskode", "Nøglering", "vforlob adgang sætning")


def test_a_machine_gets_the_same(locked: str) -> None:
    kopier = Path(locked, COPIES)
    kopier.mkdir(0o700)
    old = kopier / "2026-11-21T083000Z_000123.noegle.json"
    old.touch(0o600)
    old.write_text("{")

    found = json.loads(run("adgang", "--json", folder=locked).out)

    assert found == {"skema": 1, "art": "adgangssaetning", "noeglering": "nej", "gamle_kopier": 1}
    assert "1 kopi åbner stadig med en tidligere" in run("adgang", folder=locked).out


@pytest.mark.parametrize("line", CHANGES, ids=" ".join)
def test_nothing_is_changed_where_nobody_can_type(locked: str, line: tuple[str, ...]) -> None:
    before = Path(locked, "noegle.json").read_bytes()

    told(run(*line, folder=locked), 2, "Der mangler adgangssætningen", f"vforlob {' '.join(line)}")
    assert Path(locked, "noegle.json").read_bytes() == before


@pytest.mark.parametrize("line", CHANGES, ids=" ".join)
def test_a_folder_with_a_key_file_has_no_passphrase_to_change(store: Store, folder: str, line: tuple[str, ...]) -> None:
    told(run(*line, folder=folder), 2, "nøglefil", "vforlob opsæt")
    told(run("adgang", folder=folder), 0, "nøglefil")


def test_neither_on_nor_off_is_told_so(locked: str) -> None:
    told(run("adgang", "nøglering", "måske", folder=locked), 2, "til eller fra")
    told(run("adgang", "nøglering", folder=locked), 2, "Der mangler til eller fra")


def test_the_minutes_are_kept_and_told(store: Store, folder: str) -> None:
    told(run("adgang", "lås", folder=folder), 0, "10 minutter")
    told(run("adgang", "lås", "1", folder=folder), 0, "1 minut.")
    told(run("adgang", "lås", folder=folder), 0, "1 minut.")
    told(run("adgang", "lås", "61", folder=folder), 2, "fra 1 til 60")
    told(run("fortryd", folder=folder), 0, "lås af menuen")


def test_a_folder_that_is_not_there_is_said(tmp_path: Path) -> None:
    told(run("adgang", folder=tmp_path / "ingen"), 10)


def test_luk_says_what_opens_and_writes_no_control_character(locked: str, store: Store, folder: str) -> None:
    for place, word in ((locked, "adgangssætningen"), (folder, "nøglefilen"), (f"{locked}/ingen", "ingen datamappe")):
        ran = run("luk", folder=place)

        told(ran, 0, "holder vforlob ingen nøgle", word)
        assert "\x1b" not in ran.out + ran.err
        assert "ryddet" not in ran.out


def test_luk_says_that_the_keyring_opens(tmp_path: Path) -> None:
    from vforlob.store.envelope import read_envelope, write_envelope

    folder = tmp_path / "data"
    folder.mkdir(0o700)
    create_with_passphrase(str(folder), "en sætning", cost=Cost(1, 8, 1), kind=DEMO)
    write_envelope(str(folder), read_envelope(str(folder))._replace(in_keyring=True))

    told(run("luk", folder=folder), 0, "nøgleringen", "Lås også computeren")


def test_name_and_telephone_number_are_corrected_and_the_rest_stands(store: Store, folder: str) -> None:
    first = 'konsulent = "Åse Ørum"\ntelefon = "20202020"\nnavne = "ja"\n'
    told(run("opsæt", "ret", "--svar", "-", folder=folder, stdin=first), 0, "dit navn", "dit telefonnummer")

    ran = run("opsæt", "ret", "--svar", "-", folder=folder, stdin='konsulent = "Åse Holm"\nnavne = "nej"\n')

    told(ran, 0, "Gemt: dit navn og om navne må gemmes.", "bliver stående")
    with open_store(folder, bytes(range(32)), store.now) as again:
        assert [setting(again, name) for name in ("konsulent", "telefon", "navne")] == ["Åse Holm", "20202020", "nej"]
    told(run("opsæt", "ret", "--svar", "-", folder=folder, stdin='konsulent = "Åse Holm"\n'), 0, "Intet er ændret.")
    told(run("opsæt", "ret", "--svar", "-", folder=folder, stdin="navn = 1\n"), 4, "Linje 1")
    told(run("opsæt", "ret", folder=folder), 2, "Der mangler svarene")


def test_opsaet_says_alias_where_the_contracts_do(tmp_path: Path) -> None:
    (tmp_path / "data").mkdir(0o700)
    (tmp_path / "n.txt").touch(0o600)
    (tmp_path / "n.txt").write_text("0123456789abcdef" * 4)

    ran = run("opsæt", "--noeglefil", str(tmp_path / "n.txt"), env={"VFORLOB_MAPPE": str(tmp_path / "data")})

    told(ran, 0, "med alias, uden navn og telefonnummer")


def test_a_folder_whose_envelope_is_lost_is_not_mended_where_nobody_sees_it(locked: str) -> None:
    kopier = Path(locked, COPIES)
    kopier.mkdir(0o700)
    os.rename(Path(locked, "noegle.json"), kopier / "2026-11-21T083000Z_000123.noegle.json")

    told(run("borger", "liste", folder=locked), 12, "noegle.json mangler")
    assert not Path(locked, "noegle.json").exists()


@pytest.mark.parametrize(
    ("in_keyring", "said"),
    [(True, "Den kunne ikke slettes derfra"), (False, "Har du lagt den der før, så slet den selv")],
)
def test_it_is_not_said_that_a_key_stays_in_a_keyring_that_it_was_never_put_in(
    locked: str, in_keyring: bool, said: str, capsys: pytest.CaptureFixture[str]
) -> None:
    write_envelope(locked, read_envelope(locked)._replace(in_keyring=in_keyring))
    mine = keyring.get_keyring()
    keyring.set_keyring(null.Keyring())
    try:
        keyring_off(locked, b"", nobody_answers)
    finally:
        keyring.set_keyring(mine)

    assert said in " ".join(capsys.readouterr().out.split())
    assert not read_envelope(locked).in_keyring
