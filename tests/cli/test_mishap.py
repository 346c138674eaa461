"""What a run that ends early says, and the code it ends with."""

import errno

import pytest
from english import english_in

from vforlob.cli.mishap import after
from vforlob.errors.answer import BadAnswer
from vforlob.errors.base import VforlobError


class Unexplained(VforlobError):
    """An error nobody wrote a sentence for."""


@pytest.mark.parametrize(
    ("error", "code", "told"),
    [
        (KeyboardInterrupt(), 130, "Afbrudt"),
        (EOFError(), 130, "Afbrudt"),
        (BrokenPipeError(), 0, ""),
        (OSError(errno.ENOSPC, "hemmeligt"), 14, "Disken er fuld"),
        (OSError(errno.EROFS, "hemmeligt"), 14, "Disken er fuld"),
        (OSError(errno.EIO, "hemmeligt"), 1, "ikke er forberedt på"),
        (ValueError("hemmeligt"), 1, "ikke er forberedt på"),
        (RecursionError("hemmeligt"), 1, "ikke er forberedt på"),
        (MemoryError(), 1, "ikke er forberedt på"),
        (BadAnswer("Det er ikke et tal."), 2, "Det er ikke et tal."),
        (Unexplained("hemmeligt"), 1, "ikke er forberedt på"),
    ],
    ids=repr,
)
def test_every_end_has_a_sentence_and_a_code(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch, error: BaseException, code: int, told: str
) -> None:
    monkeypatch.setenv("VFORLOB_MAPPE", "/findes/ikke")

    assert after(error) == code

    seen = capsys.readouterr()
    assert seen.out == ""
    assert told in seen.err
    assert "hemmeligt" not in seen.err
    assert english_in(seen.err) == []
