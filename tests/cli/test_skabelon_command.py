"""Our Word template, handed out to be restyled, and used from then on."""

import io
import os
import zipfile
from pathlib import Path

import docx
import pytest

from building import make_case
from running import run
from vforlob.store.store import Store


@pytest.fixture
def case(store: Store, folder: str) -> str:
    make_case(store)
    store.close()
    return folder


def test_the_template_is_laid_out_once_and_never_over_ones_own(case: str) -> None:
    path = os.path.join(case, "skabeloner", "dokument.docx")

    first, second = run("skabelon", "ny", folder=case), run("skabelon", "ny", folder=case)

    assert (first.code, second.code) == (0, 2)
    assert path in first.out
    assert "slet den først" in second.err
    assert docx.Document(path).styles["Heading 1"]


def test_what_is_changed_in_it_stands_in_the_documents(case: str, tmp_path: Path) -> None:
    run("skabelon", "ny", folder=case)
    path = os.path.join(case, "skabeloner", "dokument.docx")
    own = docx.Document(path)
    own.sections[0].header.paragraphs[0].text = "Nordby Kommune"
    own.save(path)

    ran = run("aftaleark", "f1", "--format", "docx", "--ud", str(tmp_path / "a.docx"), folder=case)

    assert ran.code == 0, ran.err
    with zipfile.ZipFile(io.BytesIO((tmp_path / "a.docx").read_bytes())) as parts:
        assert any("Nordby Kommune" in parts.read(name).decode() for name in parts.namelist() if "header" in name)
