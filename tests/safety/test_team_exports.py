"""A thousand borgere with a text found nowhere else in every field: none of it in anything that is made for others."""

import io
import json
import re
import zipfile
from collections.abc import Iterator
from typing import Any, NamedTuple

import openpyxl
import pytest

from conftest import KEY, NOW
from figures import reached
from matrix import agenda as shipped
from render.readers import pdf_text
from running import Ran, run
from safety.test_metadata import parts_of
from vforlob.actions.tavle import gather_board
from vforlob.actions.tavle_document import board_sheet
from vforlob.agenda.codec import to_json
from vforlob.model.accounts import Indstilling, Maltal, Statistik
from vforlob.model.answers import Key, Value
from vforlob.model.borger import Borger
from vforlob.model.dokument import Dokument, Tekst
from vforlob.model.ferie import Ferie
from vforlob.model.forlob import Forlob
from vforlob.model.jobabning import Jobabning
from vforlob.model.regneark import Regneark, Sojle
from vforlob.model.samtale import Samtale
from vforlob.model.virksomhed import Virksomhed
from vforlob.render.render import render_dokument, render_regneark
from vforlob.store.agendas import keep_agenda
from vforlob.store.answers import keep_draft, save_answers
from vforlob.store.key import create_with_raw_key
from vforlob.store.kinds import RECORDS
from vforlob.store.open import create_store, open_store
from vforlob.store.store import Store

pytestmark = [pytest.mark.safety, pytest.mark.tal]

BORGERE, PLACES = 1000, 200
WORD = "Kanarie"
# One of each for every borger, beside the borger, the forløb and the samtale.
OWN = (
    *("plan", "aftale", "delmal", "hensyn", "clearance", "opgave", "timer", "lonkroner", "kontakt", "fravaer"),
    *("fremmode", "taet", "udsat", "onske", "koordinering", "henvendelse", "sparring", "historie"),
)
# What is no free text: a word of ours, a day, a time, a place in a samtale. Every other text has a canary, so that a
# column that comes later has one too.
CLOSED = {
    "parathed", "henvist", "cv", "cv_opdateret", "oprettet", "art", "start", "slut", "hensigt_art", "vitas", "status",
    "lukket", "udfald", "eftervaern", "agenda", "agenda_sha", "dato", "kl", "form", "kraever_samtale", "paabegyndt",
    "faerdig", "tekst_slettet", "kilde", "sted_i_samtale", "frist", "afsluttet", "delt", "status_dato", "aftalt",
    "betydning", "virker", "trukket", "rolle", "svar", "trin", "timetype", "trin_siden", "fra", "til", "kanal", "naet",
    "hvem_ringede", "ja", "rad_dato", "transport", "ud_ad_doren",
}  # fmt: skip
# What a word of ours must be where the default will not do.
SET: dict[str, dict[str, Any]] = {
    "plan": {"dato": "2026-12-01"},
    "aftale": {"frist": "2026-11-13", "hvem": ("borger", "konsulent")},
    "delmal": {"frist": "2026-12-01"},
    "clearance": {"rolle": "leder", "svar": "ma"},
    "timer": {"fra": "2026-10-05", "ordinaer": 3.0},
    "lonkroner": {"dato": "2026-10-20", "trin": "italesat"},
    "kontakt": {"dato": "2026-11-10", "kanal": "telefon", "med": ("virksomhed",)},
    "fravaer": {"dato": "2026-11-11", "art": "syg"},
    "fremmode": {"til": "2026-11-10", "aftalt": 8.0, "modt": 5.0, "syg": 3.0},
    "taet": {"dato": "2026-11-12"},
    "udsat": {"hvad": "aftale", "hvad_nr": 1, "til": "2026-12-01", "dato": "2026-11-12"},
    "henvendelse": {"dato": "2026-10-01"},
    "sparring": {"dato": "2026-11-01"},
    "historie": {"ja": "2026-11-01"},
}


class Built(NamedTuple):
    folder: str
    canaries: int
    files: dict[str, bytes]
    screens: dict[str, Ran]


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> Built:
    top = tmp_path_factory.mktemp("team")
    folder = top / "vforlob"
    folder.mkdir(mode=0o700)
    create_with_raw_key(str(folder), KEY)
    with create_store(str(folder), KEY, lambda: NOW) as store:
        canaries = sown(store)
    files, screens = {}, {}
    for name, line in LINES.items():
        for format_name in FORMATS[name]:
            path = top / f"{name}.{format_name}"
            ran = run(*line, "--format", format_name, "--ud", str(path), folder=folder)
            assert ran.code == 0, (name, format_name, ran.err)
            files[path.name] = path.read_bytes()
    for line in SCREENS:
        screens[" ".join(line)] = run(*line, folder=folder)
    return Built(str(folder), canaries, files, screens)


HIDDEN = re.compile(rb'<(?:sheet|row|col)\b[^>]*(?:state="(?:veryH|h)idden"|hidden="1")|<w:vanish')
AUTHOR = re.compile(rb"<(?:dc:creator|cp:lastModifiedBy)[^>]*>[^<]")
TEXTS, OFFICE = ("txt", "md", "html", "json"), ("docx", "pdf")
SHEETS = ("csv", "xlsx")
LINES: dict[str, tuple[str, ...]] = {
    "tavle": ("tavle",),
    "rapport": ("rapport",),
    "teamtal": ("teamtal",),
    "overblik": ("overblik",),
    "spejl": ("spejl",),
    "udvikling": ("måltal", "udvikling"),
    "virksomheder": ("virksomhed", "eksport"),
    "stedfortraeder": ("ferie", "ark"),
    "fortegnelse": ("fortegnelse",),
    "leder": ("fortegnelse", "--leder"),
    "databrud": ("databrud",),
    "databrud-uden-nogle": ("databrud", "--uden-nøgle"),
}
FORMATS: dict[str, tuple[str, ...]] = {
    **dict.fromkeys(("tavle", "rapport", "teamtal"), (*TEXTS, *OFFICE, *SHEETS)),
    "overblik": ("html", "pdf", *SHEETS),
    "spejl": ("html", *SHEETS),
    "udvikling": SHEETS,
    "virksomheder": SHEETS,
    "stedfortraeder": (*TEXTS, *OFFICE),
    "fortegnelse": (*TEXTS, *OFFICE),
    "leder": OFFICE,
    "databrud": (*TEXTS, *OFFICE),
    "databrud-uden-nogle": (*TEXTS, "pdf"),
}
SCREENS = (("om",), ("teamtal",), ("fortegnelse",), ("databrud",), ("tavle",), ("spejl",))


class Canaries:
    def __init__(self) -> None:
        self.count = 0

    def __call__(self) -> str:
        self.count += 1
        return f"{WORD}-{self.count:06}"


def sown(store: Store) -> int:
    """How many texts nobody else may see. Places and openings are shared and say nothing of a borger."""
    canary = Canaries()
    agenda = shipped("opfolgning")
    keep_agenda(store, agenda, to_json(agenda))
    sha = agenda.sha
    with store.doing("opsaet"):
        store.door(Indstilling).add(Indstilling(0, "navne", "ja", "2026-08-03"))
    with store.doing("prøve"):
        for number in range(1, PLACES + 1):
            store.door(Virksomhed).add(Virksomhed(0, f"Sted {number} A/S", branche="lager", sted="Aarhus", vaert="ny"))
            store.door(Jobabning).add(Jobabning(0, number, f"Opgaver hos nummer {number}", 10, "2026-12-20"))
        for number in range(1, BORGERE + 1):
            with_everything(store, canary, number, sha)
        for number in range(400):
            row = Statistik(0, f"2025-{number % 12 + 1:02}", "fleksjob", canary(), "job", 9, "ja", "nej")
            store.door(Statistik).add(row)
        store.door(Ferie).add(Ferie(0, fra="2026-11-23", til="2026-12-11", stedfortraeder="Anne"))
        alias = store.door(Borger).get(7).alias
        store.door(Maltal).add(Maltal(0, "2026-11", f"Timer til {alias}", 3.0, "ordinær >= 5"))
        store.door(Jobabning).add(Jobabning(0, 3, f"Noget til {alias}", 5))
    for number in range(1, BORGERE + 1, 10):
        said: dict[Key, Value] = {
            Key(punkt.id, felt.id, int(felt in punkt.row_felter)): canary()
            for punkt in agenda.punkter
            for felt in punkt.felter
            if felt.kind in {"tekst", "kort"}
        }
        save_answers(store, number, 1, said)
        keep_draft(store, number, Key("socialt", "borger_tekst"), canary())
    return canary.count


def with_everything(store: Store, canary: Canaries, number: int, sha: str) -> None:
    closed = {"status": "lukket", "lukket": "2026-10-14", "udfald": "afbrudt_borger"} if number % 3 == 0 else {}
    place = number % PLACES + 1
    owner = {"borger": number, "forlob": number, "virksomhed": place, "hensyn": number}
    add(store, canary, Borger, {"parathed": "klar", "cv": "ja", "oprettet": "2026-08-03"})
    # Whom to ask for at the workplace is what the one who stands in is told.
    about: dict[str, Any] = {
        "kontakt_virksomhed": "Åse",
        "art": "virksomhedspraktik",
        "start": "2026-09-07",
        "slut": "2026-12-18",
        "timer": 12.0,
        "dage": ("man",),
    }
    add(store, canary, Forlob, {"borger": number, "virksomhed": place, **about, **closed})
    held = {"agenda": "opfolgning", "agenda_sha": sha, "dato": "2026-10-12", "status": "faerdig", "udgave": 1}
    add(store, canary, Samtale, {"borger": number, "forlob": number, "kladde_udgave": None, **held})
    for emne in OWN:
        kind = RECORDS[emne]
        links = {name: nr for name, nr in owner.items() if name in kind._fields and name != emne}
        add(store, canary, kind, {**links, **SET.get(emne, {})})


def add(store: Store, canary: Canaries, kind: Any, known: dict[str, Any]) -> None:
    """Where nothing is set and it is text, there is a canary."""
    columns = dict(known)
    for name in kind._fields:
        if name not in columns and name not in CLOSED and kind.__annotations__[name] in (str, str | None):
            columns[name] = canary()
    store.door(kind).add(kind(nr=0, **columns))


def with_canary(content: bytes) -> list[str]:
    """The parts it stands in. On a page of a PDF letters are glyphs, so its text is read as well."""
    parts = [*parts_of(content), *([("text", pdf_text(content).encode())] if content.startswith(b"%PDF") else ())]
    return [name for name, part in parts if any(mark in part for mark in MARKS)]


MARKS = [text.encode(code) for text in (WORD, WORD.casefold()) for code in ("utf-8", "utf-16-le", "utf-16-be")]


def danish(count: int) -> str:
    return f"{count:,}".replace(",", ".")


def test_nothing_of_a_thousand_borgere_stands_in_what_others_get(built: Built) -> None:
    found = {name: places for name, content in built.files.items() if (places := with_canary(content))}
    shown = [line for line, ran in built.screens.items() if WORD.casefold() in ran.out.casefold()]

    reached(
        15,
        "Tekster om borgere i det, der er lavet til team, leder, kolleger, stedfortræder og DPO",
        required="1.000 borgere med en egen tekst i hvert felt, 0 fundet",
        reached=f"{danish(BORGERE)} borgere, {danish(built.canaries)} tekster, {len(built.files)} filer og "
        f"{len(built.screens)} skærme: {len(found) + len(shown)} fundet",
        control=f"en kolonne for meget i tavlen: {len(with_canary(with_one_column_more(built.folder)))} fundet",
    )
    assert found == {}
    assert shown == []
    assert built.canaries > 50_000


def test_the_files_are_not_empty(built: Built) -> None:
    assert b"Opgaver hos nummer 4" in built.files["tavle.csv"]
    assert b"Sted 9 A/S" in built.files["virksomheder.csv"]
    assert b"100" in built.files["teamtal.csv"]
    assert json.loads(built.files["databrud.json"])["art"] == "databrud"
    assert {ran.code for ran in built.screens.values()} <= {0, 1}


@pytest.mark.parametrize("ending", ["xlsx", "docx"])
def test_no_office_file_has_anything_hidden(built: Built, ending: str) -> None:
    for name, content in built.files.items():
        if name.endswith(ending):
            assert list(hidden_in(content)) == [], name


def hidden_in(content: bytes) -> Iterator[str]:
    """Sheets, rows and columns that are not seen, comments, custom XML, who made it."""
    with zipfile.ZipFile(io.BytesIO(content)) as packed:
        for member in packed.namelist():
            part = packed.read(member)
            if any(word in member for word in ("customXml", "comments", "docProps/custom", "embeddings", "people")):
                yield member
            if HIDDEN.search(part):
                yield f"{member}: hidden"
            if member == "docProps/core.xml" and AUTHOR.search(part):
                yield f"{member}: author"


def with_one_column_more(folder: str) -> bytes:
    """The known-bad variant: somebody adds a column, and with it a borger to every row."""
    with open_store(folder, KEY, lambda: NOW) as store:
        sheet = board_sheet(gather_board(store, NOW.date(), own_only=False))
        (fane,) = sheet.faner
        rows = tuple((*row, store.door(Borger).get(nr).skal_til) for nr, row in enumerate(fane.raekker, 1))
        more = fane._replace(sojler=(*fane.sojler, Sojle("Skal til")), raekker=rows)
        made = render_regneark(Regneark(sheet.titel, (more,)), "xlsx")
    assert isinstance(made, bytes)
    return made


def test_a_text_on_a_page_is_found() -> None:
    page = render_dokument(Dokument("prøve", "Prøve", "kolleger", (Tekst(f"{WORD}-000001"),)), "pdf")

    assert isinstance(page, bytes)
    assert "text" in with_canary(page)


def test_what_is_hidden_is_found() -> None:
    book = openpyxl.Workbook()
    book.create_sheet("Skjult").sheet_state = "hidden"
    book.properties.creator = WORD
    packed = io.BytesIO()
    book.save(packed)

    assert sorted(hidden_in(packed.getvalue())) == ["docProps/core.xml: author", "xl/workbook.xml: hidden"]


def test_every_text_of_a_borger_is_asked_about() -> None:
    texts = {
        (emne, name)
        for emne in ("borger", "forlob", "samtale", *OWN)
        for name in RECORDS[emne]._fields
        if RECORDS[emne].__annotations__[name] in (str, str | None)
    }

    assert len({it for it in texts if it[1] not in CLOSED}) > 50
    assert {name for _, name in texts} >= CLOSED
