"""A document is sent to the printer by what the computer has for it; without a printer that is said, and it is kept."""

import os
import sys
from pathlib import Path

import pytest

from building import make_case
from vforlob.actions.exports import About
from vforlob.actions.kept_exports import find_exports
from vforlob.cli.handing import Wish, give, hand_over
from vforlob.cli.printing import print_file
from vforlob.errors.base import ExitCode
from vforlob.errors.eksport import FormatNotPrinted, NotPrinted
from vforlob.model.dokument import Dokument
from vforlob.store.store import Store

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="Windows prints with the program that opens the file")

TAKES = '#!/bin/sh\n/bin/cat > "{0}/papir"; echo "$0 $@" > "{0}/linje"\n'
REFUSES = "#!/bin/sh\n/bin/echo lp: Error - no default destination available. >&2; exit 1\n"


@pytest.fixture
def programs(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Only what a test puts here is on the computer."""
    folder = tmp_path / "programmer"
    folder.mkdir()
    monkeypatch.setenv("PATH", str(folder))
    return folder


def install(folder: Path, name: str, script: str) -> None:
    (folder / name).write_text(script.format(folder))
    (folder / name).chmod(0o755)


@pytest.fixture
def about(store: Store) -> About:
    case = make_case(store)
    return About("ark", None, case.borger.nr, 1)


@pytest.mark.parametrize("program", ["lp", "lpr"])
@pytest.mark.parametrize(("format_name", "content"), [("pdf", b"%PDF-1.7 \xff\n"), ("txt", "Ark på æøå\n")])
def test_pdf_and_txt_go_to_the_printer(
    store: Store, programs: Path, about: About, program: str, format_name: str, content: str | bytes
) -> None:
    install(programs, program, TAKES)

    path = hand_over(store, content, Wish(format_name, udskriv=True), about)

    assert (programs / "papir").read_bytes() == (content if isinstance(content, bytes) else content.encode())
    assert Path(path).read_bytes() == (programs / "papir").read_bytes()
    assert [found.eksport.sti for found in find_exports(store)] == [path]


def test_the_queue_of_the_printer_shows_no_name(store: Store, programs: Path, about: About, tmp_path: Path) -> None:
    install(programs, "lp", TAKES)

    hand_over(store, b"x", Wish("pdf", str(tmp_path / "Mette Hansen.pdf"), udskriv=True), about)

    assert "Mette" not in (programs / "linje").read_text()
    assert "vforlob" in (programs / "linje").read_text()


@pytest.mark.parametrize(("script", "reason"), [(None, "program"), (REFUSES, "printer")])
def test_without_a_printer_it_is_said_and_the_file_is_kept(
    store: Store, programs: Path, about: About, script: str | None, reason: str
) -> None:
    if script:
        install(programs, "lp", script)

    with pytest.raises(NotPrinted) as caught:
        hand_over(store, b"%PDF", Wish("pdf", udskriv=True), about)

    assert (caught.value.reason, caught.value.exit_code) == (reason, ExitCode.PROBLEM)
    assert Path(caught.value.path).read_bytes() == b"%PDF"
    assert [found.eksport.sti for found in find_exports(store)] == [caught.value.path]


def test_a_program_that_cannot_be_run_is_as_none(programs: Path, tmp_path: Path) -> None:
    install(programs, "lp", "#!/findes/ikke\n")
    (tmp_path / "x.pdf").touch()

    with pytest.raises(NotPrinted) as caught:
        print_file(str(tmp_path / "x.pdf"))

    assert caught.value.reason == "program"


@pytest.mark.parametrize("format_name", ["docx", "html", "md", "json"])
def test_another_format_is_refused_before_anything_is_made(
    store: Store, programs: Path, about: About, format_name: str
) -> None:
    with pytest.raises(FormatNotPrinted) as caught:
        give(store, Dokument("ark", "Ark", "borger"), Wish(format_name, udskriv=True), about)

    assert caught.value.exit_code == ExitCode.USAGE
    assert find_exports(store) == ()
    assert not os.path.exists(os.path.join(store.folder, "eksport"))
