"""Every command with nobody at the keyboard: it never waits, and says what must be given."""

import os
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from english import english_in

from building import make_case
from running import CLOCK, key_file, run
from vforlob.cli.table import BARE, COMMANDS
from vforlob.cli.table import Command as Command
from vforlob.store.store import Store

PATIENCE = 30  # seconds: a command that asks somebody would wait for ever
ALL = (BARE, *COMMANDS)
# With nothing on the line these still have something to do.
NEEDS_NOTHING = {
    "",
    "importer",
    "i-dag",
    "overblik",
    "demo",
    "fortryd",
    "samtale liste",
    "journal",
    "borger liste",
    "virksomhed liste",
    "forløb liste",
    *("virksomhed genforhandl", "virksomhed eksport", "jobåbning", "jobåbning liste", "tavle"),
    "regler vis",
    "spejl",
    "værtsguide",
    *("aftale", "delmål", "timer", "opgave", "hensyn"),
    "aftale liste",
    "delmål liste",
    "timer liste",
    "opgave liste",
    "hensyn liste",
    "kontakt liste",
    "fravær liste",
    "ønske liste",
    "koordinering liste",
    "henvendelse liste",
    *("læring", "sparring", "sparring liste", "historie", "historie liste"),
    *("måltal", "måltal liste", "måltal vis", "måltal udvikling", "rapport"),
    *("ringerunde", "ferie", "ferie liste", "ferie plan"),
    *("slettefrister", "slettefrister kvitteringer", "slettestop"),
    *("kopi", "kopi liste", "kopi tjek"),
    *("fortegnelse", "databrud", "teamtal"),
    *("adgang", "adgang lås", "luk"),
} | {"agenda liste", "skabelon ny", "kalender", "eksporter liste", "eksporter ryd", "log", "tjek", "om"}
# What else a bare line may end with: there is nothing to go on with, the folder is set up already.
OTHER_ENDS = {"fortsæt": 3, "opsæt": 1, "adgang sætning": 2, "adgang kode": 2}
# What there must be one of before it can be corrected.
FIRST_ONES = {
    "kontakt ret": (("kontakt", "f1"), 'dato = "i dag"\nkanal = "sms"\nmed = "borger"\nnaet = "ja"\n'),
    "fravær ret": (("fravær", "f1"), 'dato = "i dag"\nart = "syg"\n'),
    "kontaktperson ret": (("kontaktperson", "ny", "v1"), 'navn = "Åse"\n'),
    "jobåbning ret": (("jobåbning", "ny", "v1"), 'opgaver = "Feje"\ntimer = 5\n'),
    "ønske ret": (("ønske", "ny", "b1"), 'onske = "Bageri"\n'),
    "sparring ret": (("sparring", "ny", "f1"), 'sporgsmal = "Hvad ville I gøre?"\n'),
    "historie ret": (("historie", "ny", "f1"), 'ja = "i dag"\n'),
    "måltal ret": (("måltal", "ny"), 'maned = "denne"\nnavn = "igang"\nantal = 9\n'),
    "koordinering ret": (("koordinering", "ny", "b1"), 'indsats = "Læge"\n'),
    "ferie ret": (("ferie", "ny", "min"), 'fra = "2026-12-21"\ntil = "2026-12-31"\n'),
    "henvendelse ret": (("henvendelse", "b1", "v1"), 'trin = "kontaktet"\ndato = "i dag"\n'),
}
WHAT = {
    "BORGER": "en borger",
    "VIRKSOMHED": "en virksomhed",
    "FORLØB": "et forløb",
    "SAMTALE": "en samtale",
    "NAVN": "agenda",
    "DAGSORDEN": "en dagsorden",
    "FIL": "agenda",
    "SAG": "et forløb",
    "REGNEARK": "et regneark",
    "NR": "Der mangler",
    "POST ...": "numrene på det, der er sat ind",
    "NAVN=TAL ...": "et navn og et tal",
    "MÅLTAL": "et måltal",
    "TEKST ...": "det, du søger efter",
    "HVEM": "hvem der har ferie",
    "TIL": "til eller fra",
    "FERIE": "en ferie",
    "KOPI": "en sikkerhedskopi",
    "FRIST": "en frist og et antal dage",
}


@pytest.fixture
def case(store: Store, folder: str) -> str:
    make_case(store)
    store.close()
    return folder


def process(folder: str, *line: str, **streams: object) -> subprocess.CompletedProcess[bytes]:
    env = {name: value for name, value in os.environ.items() if not name.startswith("VFORLOB_")}
    env |= {"VFORLOB_MAPPE": folder, "VFORLOB_NOEGLEFIL": key_file(folder), "VFORLOB_NU": CLOCK}
    given = {"stdin": subprocess.DEVNULL, "stdout": subprocess.PIPE, "stderr": subprocess.PIPE} | streams
    argv = [sys.executable, "-m", "vforlob", *line]
    return subprocess.run(argv, env=env, timeout=PATIENCE, check=False, **given)  # type: ignore[call-overload, no-any-return]


def places(command: Command, folder: str) -> Iterator[str]:
    """Demo builds a folder of its own; everything else stands in the case."""
    yield "--mappe" if command.name == "demo" else ""
    yield str(Path(folder).parent / "demo") if command.name == "demo" else ""


def line_of(command: Command, folder: str, *more: str) -> list[str]:
    return [word for word in (*command.name.split(), *places(command, folder), *more) if word]


def check_said(command: Command, code: int, out: str, err: str) -> None:
    assert "Traceback" not in out + err
    assert "ikke er forberedt på" not in err
    assert english_in(err) == []
    if command.name in OTHER_ENDS:
        assert code == OTHER_ENDS[command.name], err
    elif command.name in NEEDS_NOTHING:
        assert code == 0, err
        assert out.strip()
    else:
        assert (code, out) == (2, ""), err
        assert "Der mangler" in err
        assert f"vforlob {command.name}" in err


@pytest.mark.parametrize("command", ALL, ids=lambda command: command.name or "vforlob")
def test_a_bare_line_with_nothing_sent_in_ends(case: str, command: Command) -> None:
    ran = run(*line_of(command, case), folder=case)

    check_said(command, ran.code, ran.out, ran.err)
    if ran.code == 2 and command.args:
        assert WHAT[command.args[0][0]] in ran.err or "en modtager" in ran.err


@pytest.mark.safety
@pytest.mark.parametrize("streams", ["dev-null", "closed-pipe", "silent-pipe"])
@pytest.mark.parametrize("command", ALL, ids=lambda command: command.name or "vforlob")
def test_a_bare_line_as_a_process_ends(case: str, command: Command, streams: str) -> None:
    reading, writing = os.pipe()
    if streams == "closed-pipe":
        os.close(writing)
    stdin = subprocess.DEVNULL if streams == "dev-null" else reading

    ran = process(case, *line_of(command, case), stdin=stdin)

    os.close(reading)
    if streams != "closed-pipe":
        os.close(writing)
    clock = "".join(line for line in ran.stderr.decode().splitlines(True) if not line.startswith("Uret er sat"))
    check_said(command, ran.returncode, ran.stdout.decode(), clock)


@pytest.mark.parametrize(
    "command", [it for it in COMMANDS if "svar" in it.options and it.name != "opsæt"], ids=lambda command: command.name
)
def test_an_empty_file_of_answers_is_no_question(case: str, command: Command) -> None:
    number = {"BORGER": "b1", "VIRKSOMHED": "v1", "FORLØB": "f1", "SAMTALE": "s1", "SAG": "f1", "NR": "1", "DAG": ""}
    number |= {"MÅLTAL": "igang", "HVEM": "min", "PERIODE ...": "", "FERIE": "1"}
    words = [number[metavar] for metavar, _, _ in command.args]
    if command.name == "samtale ret":
        run("opfølgning", "f1", "--svar", "-", folder=case)
    if command.name == "delmål ret":
        given = 'art = "jobmal"\nspecifikt = "Løn"\n'
        assert run("delmål", "ny", "f1", "--svar", "-", folder=case, stdin=given).code == 0

    if command.name in FIRST_ONES:
        line, given = FIRST_ONES[command.name]
        assert run(*line, "--svar", "-", folder=case, stdin=given).code == 0

    ran = run(*line_of(command, case, *words, "--svar", "-"), folder=case)

    assert ran.code in {0, 4}
    assert "Traceback" not in ran.err
    assert ran.code == 0 or "Intet er gemt." in ran.err


@pytest.mark.parametrize("option", ["--uden-spørgsmål", "--enkel", "--fejlsøg"])
@pytest.mark.parametrize("line", [("borger", "ny"), ("opfølgning", "f1"), ("samtale", "vis"), ("borger", "ret", "b1")])
def test_no_option_makes_it_ask(case: str, line: tuple[str, ...], option: str) -> None:
    ran = run(*line, option, folder=case)

    assert (ran.code, ran.out) == (2, "")
    assert "Der mangler" in ran.err


def test_json_of_a_samtale_without_answers_is_2_and_no_half_object(case: str) -> None:
    ran = run("opfølgning", "f1", "--json", folder=case)

    assert (ran.code, ran.out) == (2, "")


@pytest.mark.parametrize("how", ["stdin", "stdout", "stderr", "all"])
def test_closed_streams_are_no_reason_to_wait_or_fail(case: str, how: str) -> None:
    numbers = {"stdin": (0,), "stdout": (1,), "stderr": (2,), "all": (0, 1, 2)}[how]
    streams = {} if how == "stdin" else {"stdin": subprocess.DEVNULL}

    def close() -> None:
        for number in numbers:
            os.close(number)

    ran = process(case, "borger", "liste", preexec_fn=close, **streams)

    assert ran.returncode == 0
    assert b"Traceback" not in ran.stderr


def test_a_terminal_for_the_answers_alone_is_not_enough_to_ask_in(case: str) -> None:
    """`vforlob opfølgning f1 > fil`: the questions would go into the file."""
    pty = pytest.importorskip("pty", reason="there are no pseudo terminals here")
    master, slave = pty.openpty()

    ran = process(case, "opfølgning", "f1", stdin=slave)

    os.close(slave)
    os.close(master)
    assert (ran.returncode, ran.stdout) == (2, b"")
