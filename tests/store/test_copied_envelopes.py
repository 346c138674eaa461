"""The envelopes beside the copies follow the passphrase and the code of the folder."""

import os
from pathlib import Path

import pytest

from vforlob.actions.adgang import access_of, give_new_code, give_new_passphrase
from vforlob.errors.key import WrongPassphrase, WrongRecoveryCode
from vforlob.store.copied_envelopes import newest_copied_envelope, old_envelopes, renew_envelopes
from vforlob.store.envelope import DEMO, Cost, read_envelope, read_envelope_file
from vforlob.store.key import create_with_passphrase, unlock_with_code, unlock_with_passphrase

CHEAP = Cost(t=1, m=8, p=1)
OLD, NEW = "min nabo vander sine roser", "fjorten gule ænder på taget"
NAMES = ("2026-11-20T083000Z_000100", "2026-11-21T083000Z_000123", "2026-11-21T093000Z_000124_foer-skema-5")


class Made:
    """A folder with three copies' envelopes."""

    def __init__(self, folder: Path) -> None:
        folder.mkdir(0o700)
        self.folder = str(folder)
        self.key, self.code = create_with_passphrase(self.folder, OLD, cost=CHEAP, kind=DEMO)
        (folder / "kopier").mkdir(0o700)
        self.copies = [folder / "kopier" / f"{name}.noegle.json" for name in NAMES]
        for path in self.copies:
            self.put(path, (folder / "noegle.json").read_bytes())

    @staticmethod
    def put(path: Path, content: bytes) -> None:
        path.touch(0o600)
        path.write_bytes(content)

    def opened_by(self, path: Path, passphrase: str) -> bool:
        """As somebody would who has taken the copy with him."""
        away = Path(self.folder).parent / "medtaget"
        away.mkdir(0o700, exist_ok=True)
        self.put(away / "noegle.json", path.read_bytes())
        try:
            return unlock_with_passphrase(str(away), passphrase) == self.key
        except WrongPassphrase:
            return False


@pytest.fixture
def made(tmp_path: Path) -> Made:
    return Made(tmp_path / "data")


def test_a_damaged_envelope_that_was_laid_aside_goes_with_the_old_passphrase(made: Made) -> None:
    own = Path(made.folder, "noegle.json")
    for ending in (".beskadiget", ".foer-gendannelse-2", ".4711.ny"):
        made.put(Path(f"{own}{ending}"), own.read_bytes())

    give_new_passphrase(made.folder, made.key, NEW)

    assert [path.name for path in Path(made.folder).glob("noegle.json*")] == ["noegle.json"]


def test_the_old_passphrase_opens_no_copy_when_there_is_a_new_one(made: Made) -> None:
    followed = give_new_passphrase(made.folder, made.key, NEW)

    assert followed == (3, 0)
    assert old_envelopes(made.folder) == ()
    assert [made.opened_by(path, OLD) for path in made.copies] == [False] * 3
    assert [made.opened_by(path, NEW) for path in made.copies] == [True] * 3
    assert unlock_with_code(made.folder, made.code) == made.key


def test_the_old_code_opens_neither_folder_nor_copy_when_there_is_a_new_one(made: Made) -> None:
    codes: list[str] = []

    followed = give_new_code(made.folder, made.key, codes.append)

    assert followed == (3, 0)
    assert unlock_with_code(made.folder, codes[0]) == made.key
    with pytest.raises(WrongRecoveryCode):
        unlock_with_code(made.folder, made.code)
    assert {read_envelope_file(str(path)).recovery for path in made.copies} == {read_envelope(made.folder).recovery}


def test_a_code_that_was_not_taken_down_changes_nothing(made: Made) -> None:
    before = Path(made.folder, "noegle.json").read_bytes()

    def leaves(_code: str) -> None:
        raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        give_new_code(made.folder, made.key, leaves)

    assert Path(made.folder, "noegle.json").read_bytes() == before
    assert unlock_with_code(made.folder, made.code) == made.key


def test_a_passphrase_changed_in_another_window_meanwhile_is_not_undone_by_a_new_code(made: Made) -> None:
    give_new_code(made.folder, made.key, lambda _code: give_new_passphrase(made.folder, made.key, NEW) and None)

    assert unlock_with_passphrase(made.folder, NEW) == made.key
    assert old_envelopes(made.folder) == ()


def test_what_an_interrupted_change_left_is_named_and_mended(made: Made) -> None:
    behind = made.copies[1].read_bytes()
    give_new_passphrase(made.folder, made.key, NEW)
    made.put(made.copies[1], behind)

    assert old_envelopes(made.folder) == (str(made.copies[1]),)
    assert access_of(made.folder).old_copies == 1
    assert renew_envelopes(made.folder) == (1, 0)
    assert old_envelopes(made.folder) == ()


def test_a_damaged_envelope_is_written_anew_and_one_of_another_key_is_left(made: Made, tmp_path: Path) -> None:
    made.put(made.copies[0], made.copies[0].read_bytes().replace(b'"t": 1', b'"t": 2'))
    other = Made(tmp_path / "anden")
    foreign = Path(other.folder, "noegle.json").read_bytes()
    made.put(made.copies[1], foreign)

    assert old_envelopes(made.folder) == (str(made.copies[0]),)
    give_new_passphrase(made.folder, made.key, NEW)

    assert made.copies[1].read_bytes() == foreign
    assert made.opened_by(made.copies[0], NEW)


def test_a_link_among_the_envelopes_is_not_written_through(made: Made, tmp_path: Path) -> None:
    outside = tmp_path / "udenfor.txt"
    outside.write_text("andres")
    made.copies[2].unlink()
    os.symlink(outside, made.copies[2])

    followed = give_new_passphrase(made.folder, made.key, NEW)

    assert followed == (2, 1)
    assert outside.read_text() == "andres"


def test_the_newest_copy_is_told_by_its_event_and_not_by_the_clock(made: Made) -> None:
    give_new_passphrase(made.folder, made.key, NEW)
    newest = Path(made.folder, "kopier", "1999-01-01T000000Z_000200.noegle.json")
    made.put(newest, Path(made.folder, "noegle.json").read_bytes())
    for path in made.copies:
        made.put(path, b"{")

    assert newest_copied_envelope(made.folder) == read_envelope(made.folder)
