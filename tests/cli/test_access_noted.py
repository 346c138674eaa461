"""Every look at a person leaves a row in the access log, by every command there is, and never a word of what stood."""

import os
import shutil
import stat
from collections.abc import Callable, Iterator
from datetime import datetime
from pathlib import Path

import pytest

from building import finish, make_case, make_samtale
from running import KEY, run
from vforlob.cli.access import QUIET
from vforlob.cli.command import Command
from vforlob.cli.table import BARE, COMMANDS
from vforlob.model.delmal import Delmal
from vforlob.model.ferie import Ferie
from vforlob.model.jobabning import Henvendelse
from vforlob.model.kontakt import Fravaer, Kontakt
from vforlob.model.onske import Koordinering, Onske
from vforlob.model.sparring import Historie, Sparring
from vforlob.model.virksomhed import Kontaktperson
from vforlob.store.agendas import keep_agenda
from vforlob.store.database import NAME
from vforlob.store.open import open_store
from vforlob.store.opslag import HANDLINGER, READ, Row, Wanted, log_page, verify_log
from vforlob.store.store import Store

CANARY = "kanarie"
# What stands for each kind of argument, and what else a command needs, so that nothing is left to ask.
GIVEN: dict[str, str] = {
    "BORGER": "b1",
    "VIRKSOMHED": "v1",
    "FORLØB": "f1",
    "SAMTALE": "s1",
    "SAG": "f1",
    "NR": "1",
    "NR ...": "1",
    "HVEM": "b1",
    "FERIE": "1",
    "DAGSORDEN": "opfølgning",
    "TEKST ...": CANARY,
}
MORE = {
    "referat": ("--til", "borger"),
    "ferie plan": ("--ja", "alle"),
    "journal kvitter": ("s1",),
    "slettestop": ("til",),
    "udsæt": ("--til", "fredag", "--grund", CANARY),
    "kontakt": ("--tekst", CANARY),
    "fravær": ("18/11", "--syg"),
    "ferie ny": ("21/12-2026",),
    "indtast": ("--svar", "-"),
}
DRAFT = '[samtale]\ndato = "2026-11-20"\nform = "telefon"\ndeltagere = ["borger", "konsulent"]\nafslut = false\n'
ANSWERS = {
    **dict.fromkeys(("formøde", "startmøde", "opfølgning", "midtvejs", "afslutning", "efterværn", "opkald"), DRAFT),
    "samtale ret": '[samtale]\ngrund = "tastet forkert"\nanmaerkning = "kanarie igen"\n',
    "borger ny": 'alias = "NY-1"\nmalgruppe = "x"\nparathed = "klar"\n',
    "borger ret": 'malgruppe = "x"\nkan_jeg = "kanarie"\n',
    "virksomhed ny": 'navn = "Kanarie ApS"\nbranche = "lager"\nsted = "Vejle"\nvaert = "ny"\n',
    "virksomhed ret": 'sted = "Kanarie"\n',
    "forløb ny": 'borger = "b1"\nvirksomhed = "v1"\nart = "smajob"\nstart = "1/12"\nslut = "1/1-2027"\ntimer = 5\n',
    "forløb ret": 'mentor = "kanarie"\n',
    "aftale ny": 'hvad = "kanarie"\nhvem = "borger"\nfrist = "27/11"\n',
    "aftale ret": 'hvad = "kanarie"\n',
    "delmål ny": 'art = "jobmal"\nspecifikt = "kanarie"\nmalbart = "a"\nattraktivt = "b"\nrealistisk = "c"\n'
    'frist = "1/12"\n',
    "delmål ret": 'specifikt = "kanarie"\n',
    "timer ny": 'fra = "1/12"\npraktik = 10\n',
    "timer ret": "praktik = 11\n",
    "opgave ny": 'opgave = "kanarie"\ntrin = "ny"\n',
    "opgave ret": 'trin = "oplaeres"\n',
    "hensyn ny": 'hensyn = "kanarie"\nbehov = "ro"\nlosning = "pauser"\n',
    "hensyn ret": 'behov = "kanarie"\n',
    "kontakt ret": 'tekst = "kanarie igen"\n',
    "fravær ret": 'besked = "kanarie igen"\n',
    "ønske ny": 'onske = "kanarie to"\n',
    "ønske ret": 'onske = "kanarie tre"\n',
    "koordinering ny": 'indsats = "kanarie"\n',
    "koordinering ret": 'indsats = "kanarie igen"\n',
    "sparring ny": 'sporgsmal = "kanarie"\n',
    "sparring ret": 'rad = "kanarie"\n',
    "historie ny": 'ja = "i dag"\ntekst = "kanarie"\n',
    "historie ret": 'tekst = "kanarie igen"\n',
    "ferie ret": 'til = "2026-12-30"\n',
    "kontaktperson ny": 'navn = "Kanarie"\n',
    "kontaktperson ret": 'rolle = "kanarie"\n',
    "henvendelse ret": 'trin = "aftale"\n',
}
# It goes to another folder, reads a file that is not there, shows its own help, or must be seen through by somebody.
ELSEWHERE = {
    "demo",
    "fortsæt",
    "slettefrister ret",
    "slettefrister kvitteringer",  # they name nobody
    "tavle hent",
    "importer",
    "importer borgere",
    "importer virksomheder",
    "importer forløb",
}
# Safety work has its own tests of what it leaves: it may delete, close, or show nobody.
LAST = ("fortryd",)


def at_work(command: Command) -> bool:
    return command.name not in ELSEWHERE and command.name.partition(" ")[0] not in QUIET | {"slet"}


def in_order() -> list[Command]:
    """What takes things back comes last."""
    found = [command for command in (BARE, *COMMANDS) if at_work(command)]
    return sorted(found, key=lambda command: command.name in LAST or "slet" in command.name)


@pytest.fixture(scope="module")
def filled(tmp_path_factory: pytest.TempPathFactory, empty_database: str) -> Iterator[tuple[str, Store]]:
    """One of each kind, every text of it a canary."""
    folder = tmp_path_factory.mktemp("adgang") / "vforlob"
    shutil.copytree(Path(empty_database).parent, folder)
    os.chmod(folder, 0o700)
    with open_store(str(folder), KEY, lambda: datetime.fromisoformat("2026-11-20T13:00+01:00")) as store:
        fill(store)
        yield str(folder), store


def fill(store: Store) -> None:
    from vforlob.agenda.library import find_agenda_file
    from vforlob.agenda.loader import load_agenda

    case = make_case(store, borger={"alias": "KANARIE-1", "andet": CANARY}, virksomhed={"navn": f"{CANARY} A/S"})
    path = find_agenda_file("opfolgning", store.folder)
    text = Path(path).read_bytes()
    agenda = load_agenda(path, text)
    keep_agenda(store, agenda, text.decode())
    finish(store, make_samtale(store, case, agenda_sha=agenda.sha, anmaerkning=CANARY))
    make_samtale(store, case, agenda_sha=agenda.sha)
    with store.doing("kanarie"):
        store.door(Kontakt).add(Kontakt(0, 1, 1, "2026-11-19", "sms", ("borger",), "ja", "borger", CANARY))
        store.door(Fravaer).add(Fravaer(0, 1, 1, "2026-11-19", "syg", CANARY))
        store.door(Onske).add(Onske(0, 1, 1, CANARY))
        store.door(Koordinering).add(Koordinering(0, 1, CANARY))
        store.door(Delmal).add(Delmal(0, 1, 1, specifikt=CANARY))
        store.door(Ferie).add(Ferie(0, None, None, "2026-12-21", "2026-12-31"))
        store.door(Sparring).add(Sparring(0, 1, 1, "2026-11-19", sporgsmal=CANARY))
        store.door(Historie).add(Historie(0, 1, 1, "2026-11-19", CANARY))
        store.door(Ferie).add(Ferie(0, 1, None, "2026-12-21", "2026-12-31"))
        store.door(Henvendelse).add(Henvendelse(0, 1, 1, dato="2026-11-19", trin="kontaktet", tekst=CANARY))
        store.door(Kontaktperson).add(Kontaktperson(0, 1, CANARY))


def rows(store: Store) -> tuple[Row, ...]:
    return tuple(reversed(log_page(store, Wanted())))


def line_of(command: Command) -> list[str]:
    """With what it needs on the line; a way in for what can only be asked."""
    words = [*command.name.split(), *(GIVEN[arg[0]] for arg in command.args if arg[0] in GIVEN)]
    words += MORE.get(command.name, ())
    return [*words, *(["--svar", "-"] if command.name in ANSWERS else [])]


def test_every_command_that_meets_a_person_leaves_a_row_and_no_word_of_hers(filled: tuple[str, Store]) -> None:
    folder, store = filled
    commands, left_none = in_order(), []

    for command in commands:
        before = len(rows(store))
        ran = run(*line_of(command), folder=folder, stdin=ANSWERS.get(command.name, "4a: 9"))
        mine = [row for row in rows(store)[before:] if row.kommando == (command.name or "i-dag")]
        if not mine:
            left_none.append((command.name, ran.code, ran.err[-150:]))

    assert left_none == []
    assert len(commands) > 80
    check_words(store)
    assert verify_log(store) == ()


def check_words(store: Store) -> None:
    """What it leaves are words of ours alone."""
    found = store.rows("SELECT handling, kommando, tid FROM opslag")
    assert {handling for handling, _, _ in found} <= set(HANDLINGER)
    assert {kommando for _, kommando, _ in found} <= {command.name for command in COMMANDS} | {"i-dag"}
    assert all(len(tid) == len("2026-11-20T12:00:00Z") for _, _, tid in found)
    assert CANARY not in str(store.rows("SELECT * FROM opslag")).casefold()


def test_what_is_not_noted_shows_nobody(filled: tuple[str, Store]) -> None:
    folder, _ = filled
    quiet = [command for command in COMMANDS if command.name.partition(" ")[0] in QUIET and not command.args]

    shown = "".join(
        run(*command.name.split(), folder=folder).out for command in quiet if command.name not in {"gendan", "demo"}
    )

    assert CANARY not in shown.casefold()


@pytest.mark.parametrize(
    ("line", "left"),
    [
        ("borger vis b1", [("læst", "borger vis", 1, None)]),
        ("aftale vis 1", [("læst", "aftale vis", 1, None)]),
        ("forløb vis KANARIE-1", [("læst", "forløb vis", 1, None)]),
        ("borger liste", [("læst", "borger liste", None, 1)]),
        ("virksomhed vis v1", [("læst", "virksomhed vis", None, 1)]),
        ("aftale gjort 2", [("rettet", "aftale gjort", 1, None)]),
        ("minplan b1 --format docx", [("eksporteret", "minplan", 1, None)]),
        ("find pause b1", [("søgt", "find", 1, 1)]),
        ("borger vis b99", []),
        ("regler vis", []),
    ],
)
def test_who_is_noted_and_as_what(store: Store, folder: str, line: str, left: list[object]) -> None:
    make_case(store, borger={"alias": "KANARIE-1"})

    run(*line.split(), folder=folder)

    assert store.rows("SELECT handling, kommando, borger, antal FROM opslag") == left


def test_an_empty_caseload_has_nobody_to_note(store: Store, folder: str) -> None:
    run("i-dag", folder=folder)

    assert rows(store) == ()


def test_a_meeting_is_noted_before_it_is_held_and_once(store: Store, folder: str) -> None:
    make_case(store)
    answers = (Path(__file__).parents[1] / "eksempler" / "opfolgning.toml").read_text()

    ran = run("opfølgning", "f1", "--svar", "-", folder=folder, stdin=answers)

    assert ran.code == 0, ran.err
    assert {(row.handling, row.borger) for row in rows(store)} <= {(READ, 1), ("rettet", 1)}


@pytest.mark.skipif(os.name != "posix", reason="rettighederne er dem, POSIX har")
@pytest.mark.parametrize("line", ["borger vis b1", "borger liste"])
def test_a_log_that_cannot_be_written_keeps_nobody_from_reading(
    store: Store, folder: str, clock: Callable[[], datetime], line: str
) -> None:
    make_case(store, borger={"alias": "KANARIE-1"})
    store.rows("CREATE TRIGGER fuld BEFORE INSERT ON opslag BEGIN SELECT RAISE(FAIL, 'fuld'); END")
    store.close()

    ran = run(*line.split(), folder=folder)

    assert ran.code == 0, ran.err
    assert "KANARIE-1" in ran.out
    assert stat.S_ISREG(os.stat(Path(folder, NAME)).st_mode)
