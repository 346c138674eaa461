"""A raw key in a file of its own."""

import os
import stat
from pathlib import Path

import pytest

from vforlob.errors.base import ExitCode
from vforlob.errors.key import KeyFileExposed, KeyFileFaulty, KeyFileMissing
from vforlob.store import key, keyfile

HEX = "0123456789abcdef" * 4


def written(path: Path, content: bytes, mode: int = 0o600) -> str:
    path.write_bytes(content)
    path.chmod(mode)
    return str(path)


@pytest.mark.parametrize("content", [HEX, HEX.upper(), f"{HEX}\n", f"{HEX}\r\n", f"  {HEX}  \n"])
def test_sixty_four_hex_digits_are_a_key(tmp_path: Path, content: str) -> None:
    path = written(tmp_path / "nøgle fil", content.encode())

    assert keyfile.read_key_file(path) == bytes.fromhex(HEX)


@pytest.mark.parametrize("length", [0, 1, 62, 63, 65, 66, 128, 5000])
def test_a_key_of_another_length_is_refused(tmp_path: Path, length: int) -> None:
    path = written(tmp_path / "k", b"a" * length)

    with pytest.raises(KeyFileFaulty) as told:
        keyfile.read_key_file(path)

    assert told.value.exit_code == ExitCode.WRONG_KEY
    assert str(told.value).isdigit()


@pytest.mark.parametrize("content", [b"g" * 64, b"ab " * 21 + b"a", "å".encode() * 32, b"\xff" * 64, b"0x" + b"a" * 62])
def test_what_is_no_hex_is_refused(tmp_path: Path, content: bytes) -> None:
    with pytest.raises(KeyFileFaulty):
        keyfile.read_key_file(written(tmp_path / "k", content))


@pytest.mark.parametrize("name", ["findes-ikke", "mappe/fil", "nul\0byte"])
def test_a_missing_key_file_is_a_wrong_key(tmp_path: Path, name: str) -> None:
    with pytest.raises(KeyFileMissing) as told:
        keyfile.read_key_file(str(tmp_path / name))

    assert told.value.exit_code == ExitCode.WRONG_KEY
    assert name not in str(told.value)


@pytest.mark.skipif(os.name != "posix", reason="Windows has no permission bits")
@pytest.mark.parametrize("mode", [0o604, 0o640, 0o644, 0o660, 0o666, 0o777, 0o601])
def test_a_key_file_that_others_may_read_is_unsafe(tmp_path: Path, mode: int) -> None:
    with pytest.raises(KeyFileExposed) as told:
        keyfile.read_key_file(written(tmp_path / "k", HEX.encode(), mode))

    assert told.value.exit_code == ExitCode.UNSAFE
    assert told.value.mode == mode


@pytest.mark.skipif(os.name != "posix", reason="Windows has no permission bits")
def test_a_key_file_may_be_read_only(tmp_path: Path) -> None:
    assert keyfile.read_key_file(written(tmp_path / "k", HEX.encode(), 0o400))


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="there are no named pipes here")
@pytest.mark.parametrize("make", [os.mkdir, getattr(os, "mkfifo", None)])
def test_a_folder_or_a_pipe_is_no_key_and_does_not_hang(tmp_path: Path, make: object) -> None:
    make(tmp_path / "k", 0o600)  # type: ignore[operator]

    with pytest.raises((KeyFileFaulty, KeyFileMissing)):
        keyfile.read_key_file(str(tmp_path / "k"))


def test_a_demo_folder_has_its_key_inside(tmp_path: Path) -> None:
    os.mkdir(tmp_path / "demo", 0o700)
    folder = str(tmp_path / "demo")

    secret = keyfile.create_demo_key(folder)

    assert keyfile.demo_key(folder) == secret
    key.unlock_with_raw_key(folder, secret)
    assert key.kind_of_key(folder) == "demo"
    assert key.is_test_folder(folder)
    assert {stat.S_IMODE(os.stat(Path(folder, name)).st_mode) for name in os.listdir(folder)} == {0o600}


def test_an_interrupted_demo_folder_is_finished_with_the_key_it_has(tmp_path: Path) -> None:
    folder = str(tmp_path)
    written(tmp_path / "demo.noegle", HEX.encode())

    assert keyfile.create_demo_key(folder) == bytes.fromhex(HEX)
    assert keyfile.demo_key(folder) == bytes.fromhex(HEX)
