"""A sheet is printed, filled in by hand for every number on it, typed back, and becomes the samtale it says.

The numbers are read off the document and off the text of its PDF, by a reader that is not ours.
"""

import io
import json
import re
from collections.abc import Iterator
from datetime import date, timedelta
from itertools import count
from typing import Any, NamedTuple

import pytest
from pypdf import PdfReader

from building import make_case
from meeting import AGENDAS, shipped
from running import run
from vforlob.actions.ark.sheet import make_sheet
from vforlob.actions.ark.whose import sheet_for, sitting_on_paper
from vforlob.actions.drafts import TILLAEG
from vforlob.agenda.paper import address, find
from vforlob.model.agenda import Agenda, Felt, Punkt
from vforlob.model.answers import Key, Value
from vforlob.model.delmal import Delmal
from vforlob.model.dokument import Dokument, Sporgsmal
from vforlob.model.forlob import Forlob
from vforlob.render.render import render_dokument
from vforlob.store.case import load_case
from vforlob.store.store import Store

pytestmark = pytest.mark.safety

SHIPPED = sorted(path.stem for path in AGENDAS.glob("*.toml"))
RECIPIENTS = ("borger", "virksomhed", "mentor", "sagsbehandler", "journal")
DAY = date(2026, 12, 1)
EVERYBODY = "borger, leder, mentor, sagsbehandler, konsulent"
# Answers that no other answer speaks against, and that let every felt be asked.
FIXED = {
    "fremmode.aftalt": "8",
    "fremmode.modt": "5",
    "fremmode.syg": "1",
    "fremmode.fri": "1",
    "fremmode.udeblevet": "1",
    "fremmode.uafklaret": "0",
    "samtale_med_virksomhed.holdt": "ja",
    "lonkroner.svar": "ja",
    "lonkroner.fra_uge": "50",
    "forlaengelse.slut": "1/3/2027",
    "forlaengelse.borger": "ja",
    "udfald.kode": "afbrudt_borger",
    "udfald.dato": "20/11/2026",
    "opstart.dato": "25/11/2026",
    "hensyn.aftalt": "20/11/2026",
    "hensyn.hvem": "lederen",
    "hensyn.sporg_forst": "mentoren",
    "aftaler.hvem": "borgeren, andre",
    "aftaler.modtagere": "borgeren, virksomheden",
    "ma_kontakte_arbejdsgiver.svar": "ja",
    "timetal.praktik": "5",
    "timetal.lontilskud": "6",
    "timetal.ordinaer": "7",
}
# What one answer leaves no place for.
NOT_ASKED = {"samtale_med_virksomhed.forsog", "opfolgning.svar"}


class Written(NamedTuple):
    """What was written at a number, and what it must become."""

    line: str
    punkt: str
    felt: str
    value: Value


@pytest.fixture
def case(store: Store) -> int:
    """A kombination, so that the tasks have a kind of hours each."""
    made = make_case(store, forlob={"art": "kombination"})
    assert made.forlob is not None
    with store.doing("delmål"):
        plain = Delmal(0, made.borger.nr, made.forlob.nr, specifikt="Møde kl. 9", frist="2026-12-04", delt="ja")
        store.door(Delmal).add(plain)
    return made.forlob.nr


def dokument_for(store: Store, agenda: Agenda, forlob: int) -> Dokument:
    case = load_case(store, borger=1) if agenda.concerns == "borger" else load_case(store, forlob=forlob)
    points = tuple(punkt.id for punkt in agenda.punkter if punkt.thorough or not punkt.enabled)
    return make_sheet(sheet_for(sitting_on_paper(store, agenda, case), {TILLAEG: points}, ""))


def numbers_in(dokument: Dokument) -> list[str]:
    return [block.nr for block in dokument.blokke if isinstance(block, Sporgsmal) and block.nr]


def questions(agenda: Agenda, numbers: list[str]) -> Iterator[tuple[str, Punkt, Felt | None, int]]:
    """Each number with its felt, or None for a row that is written on one line."""
    for number in numbers:
        key = find(agenda, number)
        assert key is not None, number
        punkt = agenda.punkt(key.punkt)
        if punkt is None or (not key.felt and not key.raekke):
            continue
        yield number, punkt, punkt.felt(key.felt) if key.felt else None, key.raekke


def written(felt: Felt, punkt: Punkt, numbers: Iterator[int]) -> tuple[str, Value]:
    """As a person would write it, and as it is kept."""
    name, n = f"{punkt.id}.{felt.id}", next(numbers)
    fixed = FIXED.get(name, "")
    if felt.kind in {"tekst", "kort"}:
        return (text := f"Ælling {n} på Østergade"), text
    if felt.kind == "dato":
        day = date(*reversed([int(part) for part in fixed.split("/")])) if fixed else DAY + timedelta(n)
        return fixed or f"{day.day}/{day.month}/{day.year}", day.isoformat()
    if felt.kind == "klokkeslaet":
        return f"kl. 9.{n % 60:02}", f"09:{n % 60:02}"
    if felt.kind in {"tal", "skala"}:
        number = int(fixed) if fixed else 1 + n % 5
        return str(number), number
    if felt.kind == "janej":
        return fixed or "ja", fixed or "ja"
    return _ticked(felt, fixed)


def _ticked(felt: Felt, fixed: str) -> tuple[str, Value]:
    if felt.known == "opgaver":
        return "fejning", ("fejning",)
    wanted = [part.strip() for part in fixed.split(",")] if fixed else [felt.choices[0].text]
    ids = tuple(choice.id for choice in felt.choices if choice.text in wanted or choice.id in wanted)
    return ", ".join(wanted), ids if felt.kind == "flervalg" else ids[0]


def columns_on_line(agenda: Agenda, punkt: Punkt, row: int) -> list[Felt]:
    """What the rows of the case leave to be written, in the order of the file; the rest has numbers of its own."""
    identity = {"hensyn": {"nr"}, "opgaver": {"opgave"}, "skema": {punkt.row_felter[0].id}}
    known = {"opgaver": 2, "hensyn": 2, "skema": 6, "delmal": 1}.get(punkt.id, 0)
    without = identity.get(punkt.id, set()) if row <= known and agenda.id != "formode" else set()
    if punkt.id == "delmal":
        old = {"nr", "specifikt", "malbart", "attraktivt", "realistisk", "art", "delt"}
        without = old if row <= known else {"nr", "status", "tekst"}
    felter = [felt for felt in punkt.row_felter if felt.id not in without]
    return [felt for felt in felter if not felt.alone] + [felt for felt in felter if felt.alone]


def fill_in(agenda: Agenda, numbers: list[str]) -> list[Written]:
    counter, found, lettered = count(1), [], set()
    asked = list(questions(agenda, numbers))
    for number, punkt, felt, row in asked:
        if felt is None or f"{punkt.id}.{felt.id}" in NOT_ASKED:
            continue
        text, value = written(felt, punkt, counter)
        lettered.add((punkt.id, row, felt.id))
        found.append(Written(f"{number}: {text}", f"{punkt.id}/{row}", felt.id, value))
    for number, punkt, felt, row in asked:
        if felt is not None or any((punkt.id, row) == other[:2] for other in lettered if other[2] != "modtagere"):
            continue
        columns = [one for one in columns_on_line(agenda, punkt, row) if (punkt.id, row, one.id) not in lettered]
        parts = [written(one, punkt, counter) for one in columns]
        line = f"{number}: {'; '.join(text for text, _ in parts)}"
        found += [
            Written(line if not at else "", f"{punkt.id}/{row}", one.id, value)
            for at, (one, (_, value)) in enumerate(zip(columns, parts, strict=True))
        ]
    return found


def given_back(samtale: dict[str, Any], agenda: Agenda) -> dict[tuple[str, str], list[Any]]:
    """Every value of the samtale by point and felt, those of rows in order."""
    found: dict[tuple[str, str], list[Any]] = {}
    for punkt, table in samtale["svar"].items():
        assert agenda.punkt(punkt) is not None
        for felt, value in table.items():
            rows = value if felt == "raekker" else [{felt: value}]
            for row in rows:
                for name, one in row.items():
                    found.setdefault((punkt, name), []).append(one)
    return found


@pytest.mark.parametrize("name", SHIPPED)
def test_every_number_on_the_sheet_comes_back_as_the_answer_written_there(
    store: Store, folder: str, case: int, name: str
) -> None:
    agenda = shipped(store, name)
    if name == "eftervaern":
        with store.doing("lukket"):
            store.door(Forlob).change(case, status="lukket", lukket="2026-11-01", eftervaern="2027-11-01")
    dokument = dokument_for(store, agenda, case)
    numbers = numbers_in(dokument)
    filled = fill_in(agenda, numbers)
    lines = [f"med: {EVERYBODY}", "dato: 20/11/2026", *(one.line for one in filled if one.line)]
    whose = "b1" if agenda.concerns == "borger" else f"f{case}"

    typed = run("indtast", whose, "--agenda", name, "--json", stdin="\n".join(lines), folder=folder)

    assert typed.code == 0, typed.err
    assert json.loads(typed.out)["status"] == "faerdig", typed.err
    number = f"s{json.loads(typed.out)['samtale']}"
    back = given_back(json.loads(run("samtale", "vis", number, "--json", folder=folder).out), agenda)
    for one in filled:
        kept = list(one.value) if isinstance(one.value, tuple) else one.value
        assert kept in back.get((one.punkt.split("/")[0], one.felt), []), (one, back)
    asked = {(punkt.id, felt.id) for punkt in agenda.punkter for felt in punkt.felter}
    of_records = {("opgaver", "opgave"), ("hensyn", "nr"), ("skema", "tema"), ("delmal", "nr")}
    left = {tuple(name.split(".")) for name in NOT_ASKED}
    assert asked - set(back) <= left | of_records
    for recipient in RECIPIENTS:
        made = run("referat", number, "--til", recipient, "--format", "txt", folder=folder)
        assert made.code == 0 or (agenda.concerns == "borger" and made.code == 2), made.err
    everything = run("referat", number, "--til", "journal", "--format", "txt", folder=folder).out
    texts = [str(one.value) for one in filled if isinstance(one.value, str) and "Ælling" in one.value]
    missing = [text for text in texts if text not in " ".join(everything.split())]
    assert not missing, missing


@pytest.mark.parametrize("name", SHIPPED)
def test_the_numbers_stand_on_the_page_too(store: Store, case: int, name: str) -> None:
    agenda = shipped(store, name)
    dokument = dokument_for(store, agenda, case)

    content = render_dokument(dokument, "pdf")

    assert isinstance(content, bytes)
    text = "\n".join(page.extract_text() for page in PdfReader(io.BytesIO(content)).pages)
    printed = set(re.findall(r"[^\s]+", text)) | set(re.findall(r"(?:aftale|delmål) \d+|sag [ab]", text))
    assert set(numbers_in(dokument)) <= printed
    assert all(address(agenda, key) == number for number in numbers_in(dokument) if (key := find(agenda, number)))
    assert isinstance(find(agenda, numbers_in(dokument)[0]), Key)
