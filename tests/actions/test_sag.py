"""A whole case: nothing the gate forbids, nothing of the case lost, the same facts in every format.

After a wanted change: PYTHONPATH=tests python tests/actions/test_sag.py writes the approved texts anew; read them
before you keep them.
"""

import json
import tempfile
from collections.abc import Callable, Iterator
from datetime import datetime
from io import BytesIO
from pathlib import Path
from typing import Any

import pytest
from pypdf import PdfReader

from cases import DAY, EXPECTED, LETTERS, full_case, mark
from running import KEY
from vforlob.actions.demo import Clock, build_demo
from vforlob.actions.documents.sag import gather_sag
from vforlob.actions.documents.sag_book import as_book, as_list
from vforlob.actions.documents.sag_data import as_json, sag_data
from vforlob.actions.documents.sag_document import sag_document
from vforlob.actions.documents.sag_period import Period
from vforlob.errors.beskeder import EmployerNotAsked
from vforlob.errors.eksport import CaseNeedsForlob, NothingInCase, NothingInPeriod
from vforlob.model.agenda import RECIPIENTS
from vforlob.model.borger import Borger
from vforlob.model.forlob import Forlob
from vforlob.model.hensyn import Clearance, Hensyn
from vforlob.model.regneark import Regneark
from vforlob.model.sag import Sag
from vforlob.model.samtale import Samtale
from vforlob.render.plain import as_data
from vforlob.render.render import render_dokument, render_regneark
from vforlob.store.agendas import agenda_as_asked
from vforlob.store.answers import answers_of
from vforlob.store.key import create_with_raw_key
from vforlob.store.open import create_store
from vforlob.store.store import Store

NOW = datetime.fromisoformat("2026-11-20T13:00+01:00")
TODAY = NOW.date()
GOLDEN = Path(__file__).parents[1] / "golden" / "dokumenter"
SHOWN = 9  # the forløb of the demo that the approved texts are of


def demo_store(folder: Path) -> Store:
    folder.mkdir(mode=0o700)
    create_with_raw_key(str(folder), KEY)
    clock = Clock(lambda: NOW)
    store = create_store(str(folder), KEY, clock)
    build_demo(store, clock, TODAY)
    return store


@pytest.fixture(scope="module")
def demo(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Store]:
    """Only looked at, and so built once."""
    with demo_store(tmp_path_factory.mktemp("demo") / "vforlob") as store:
        yield store


def sag_of(store: Store, nr: int, recipient: str, period: Period | None = None) -> Sag:
    return gather_sag(store, store.door(Forlob).get(nr), recipient, TODAY, period)


def borger_sag(store: Store, nr: int) -> Sag:
    return gather_sag(store, store.door(Borger).get(nr), "journal", TODAY)


def cells_of(book: Regneark) -> str:
    return "\n".join(str(cell) for fane in book.faner for row in fane.raekker for cell in row if cell is not None)


def rendered(sag: Sag, format_name: str) -> str:
    text = render_dokument(sag_document(sag), format_name)
    assert isinstance(text, str)
    return text


# What a reader sees of each; docx and pdf are made of the same document as these.
READ: dict[str, Callable[[Sag], str]] = {
    "dokument": lambda sag: rendered(sag, "txt"),
    "html": lambda sag: rendered(sag, "html"),
    "json": as_json,
    "xlsx": lambda sag: cells_of(as_book(sag)),
    "csv": lambda sag: cells_of(as_list(sag)),
}


def squeezed(text: str) -> str:
    """Where a line is broken, and that a sentence got its full stop, is no part of what was said."""
    return "".join(text.split())


CANARIES = [(name, column) for name, columns in EXPECTED.items() for column in columns if column != "alias"]


@pytest.mark.parametrize("recipient", RECIPIENTS)
def test_exactly_what_the_gate_clears_comes_out(store: Store, recipient: str) -> None:
    case = full_case(store)
    assert case.forlob is not None
    letter = next(one for one, who in LETTERS.items() if who == recipient)
    wanted = {(name, column) for name, column in CANARIES if letter in EXPECTED[name][column]}

    sag = sag_of(store, case.forlob.nr, recipient)
    texts = {name: squeezed(read(sag)) for name, read in READ.items()}

    for name, text in texts.items():
        assert {it for it in CANARIES if squeezed(mark(*it)) in text} == wanted, name


@pytest.mark.parametrize(("recipient", "seen"), [("borger", "701 702 703 704 705"), ("virksomhed", ""), ("mentor", "")])
def test_reasons_for_absence_are_the_borgers_own(store: Store, recipient: str, seen: str) -> None:
    case = full_case(store)
    assert case.forlob is not None

    sag = sag_of(store, case.forlob.nr, recipient)

    for text in (rendered(sag, "txt"), cells_of(as_book(sag)), as_json(sag)):
        assert [day for day in ("701", "702", "703", "704", "705") if day in text] == seen.split()
        assert ("713" in text) == ("707" in text) == (recipient != "mentor")


@pytest.mark.parametrize("recipient", ["borger", "virksomhed", "mentor"])
def test_no_text_outside_the_case_holds_the_alias(store: Store, recipient: str) -> None:
    case = full_case(store)
    assert case.forlob is not None
    with store.doing("prove"):
        store.door(Forlob).change(case.forlob.nr, hensigt="At Æ-7 prøver noget andet end Æ-77")

    sag = sag_of(store, case.forlob.nr, recipient)

    for name, read in READ.items():
        assert "Æ-7 " not in read(sag), name
        assert "Æ-77" in read(sag), name


def test_journal_and_sagsbehandler_have_the_same(store: Store) -> None:
    case = full_case(store)
    assert case.forlob is not None

    journal, sagsbehandler = (sag_data(sag_of(store, case.forlob.nr, who)) for who in ("journal", "sagsbehandler"))

    assert journal | {"modtager": ""} == sagsbehandler | {"modtager": ""}


def test_a_clearance_that_is_withdrawn_counts_from_then_on(store: Store) -> None:
    case = full_case(store)
    assert case.forlob is not None
    hensyn = next(one for one in store.door(Hensyn).find() if one.losning == mark("hensyn_til_alle", "losning"))
    with store.doing("prove"):
        for one in store.door(Clearance).find(hensyn=hensyn.nr, rolle="leder"):
            store.door(Clearance).change(one.nr, trukket="2026-11-19")

    texts = {who: cells_of(as_book(sag_of(store, case.forlob.nr, who))) for who in ("virksomhed", "mentor", "journal")}

    assert mark("hensyn_til_alle", "losning") not in texts["virksomhed"]
    assert mark("hensyn_til_alle", "losning") in texts["mentor"]
    assert "trukket tilbage 19.11.2026" in texts["journal"]


# --- the demo: whole cases ---


def typed_texts(store: Store, borger: int) -> Iterator[str]:
    """Every sentence that somebody typed in the finished samtaler of a borger."""
    for samtale in store.door(Samtale).find(borger=borger):
        if not samtale.udgave:
            continue
        agenda = agenda_as_asked(store, samtale.agenda_sha)
        for key, value in answers_of(store, samtale.nr, samtale.udgave).items():
            punkt = agenda.punkt(key.punkt)
            felt = punkt.felt(key.felt) if punkt else None
            if isinstance(value, str) and (key.felt == "note" or (felt and felt.kind in {"tekst", "kort"})):
                yield value


def record_texts(store: Store, borger: int) -> Iterator[str]:
    """Every sentence in the records of a borger."""
    for emne, columns in EXPECTED.items():
        kind = emne.partition("_")[0]
        if kind in {"virksomhed", "borger"}:
            continue
        for column in columns:
            sql = f"SELECT {column} FROM {kind} WHERE borger = ? AND {column} IS NOT NULL"
            yield from (row[0] for row in store.rows(sql, (borger,)))


def strings_in(value: Any) -> Iterator[str]:
    if isinstance(value, dict):
        value = list(value.values())
    if isinstance(value, list):
        for part in value:
            yield from strings_in(part)
    elif isinstance(value, str):
        yield value


@pytest.mark.safety
@pytest.mark.parametrize("recipient", ["borger", "virksomhed", "mentor"])
@pytest.mark.parametrize("nr", [3, 5, 6, 7, 8, 9, 10])
def test_of_a_samtale_nothing_stands_here_that_its_own_text_does_not_hold(demo: Store, nr: int, recipient: str) -> None:
    sag = sag_of(demo, nr, recipient)
    own = squeezed("|".join(strings_in([as_data(one.referat) for one in sag.samtaler])))
    told = squeezed("|".join(strings_in(json.loads(as_json(sag)).get("samtaler", []))))

    said = [text for text in typed_texts(demo, sag.forlobene[0].borger) if squeezed(text) in told]

    assert said or recipient == "mentor" or not sag.samtaler
    assert [text for text in said if squeezed(text) not in own] == []


@pytest.mark.parametrize("borger", range(1, 10))
def test_no_sentence_of_a_case_is_lost(demo: Store, borger: int) -> None:
    sag = borger_sag(demo, borger)
    said = [*typed_texts(demo, borger), *record_texts(demo, borger)]

    texts = {name: squeezed(read(sag)) for name, read in READ.items() if name != "html"}
    texts["json"] = squeezed("\n".join(strings_in(json.loads(as_json(sag)))))

    assert len(said) > 4
    for name, text in texts.items():
        assert [one for one in said if squeezed(one).rstrip(".") not in text] == [], name


@pytest.mark.parametrize("recipient", RECIPIENTS)
@pytest.mark.parametrize("nr", [5, 6, 9, 10])
def test_the_same_facts_stand_in_every_format(demo: Store, nr: int, recipient: str) -> None:
    sag = sag_of(demo, nr, recipient)
    case = sag.case
    facts = [
        *(one.hvad for one in case.aftaler),
        *(one.specifikt for one in case.delmal if one.specifikt),
        *(one.opgave for one in case.opgaver),
        *(one.losning for one in case.hensyn if one.losning),
        *(it.tekst for one in sag.samtaler for section in one.referat.afsnit for it in section.linjer if it.hvem),
        *(text for one in sag.samtaler for text in one.referat.lykkedes),
    ]

    texts = {name: squeezed(read(sag)) for name, read in READ.items() if name != "html"}

    assert facts
    for name, text in texts.items():
        assert [fact for fact in facts if squeezed(fact) not in text] == [], name


def test_a_whole_case_is_a_few_pages_and_not_forty(demo: Store) -> None:
    content = render_dokument(sag_document(borger_sag(demo, 2)), "pdf")

    assert isinstance(content, bytes)
    assert 3 <= len(PdfReader(BytesIO(content)).pages) <= 10


def test_a_borgers_whole_case_holds_all_her_forlob(demo: Store) -> None:
    found = sag_data(borger_sag(demo, 2))

    assert [one["id"] for one in found["forlob"]] == [2, 6]
    assert {one["forlob"] for one in found["samtaler"]} == {None, 2, 6}
    assert {one["forlob"] for one in found["haendelser"]} == {None, 2, 6}
    assert all({"dato", "art", "id", "tekst"} <= set(one) for one in found["haendelser"])


def test_the_json_has_the_answers_in_the_shape_of_an_answer_file(demo: Store) -> None:
    found = sag_data(sag_of(demo, SHOWN, "journal"))
    last = found["samtaler"][-1]

    assert next(iter(found)) == "skema"
    assert last["agenda"] == "opfolgning"
    assert last["svar"]["fremmode"]["aftalt"] == 3
    assert last["svar"]["opgaver"]["raekker"][0]["trin"] == "selvstaendigt"
    assert found["timer"][0]["praktik"] == 10
    assert "navn" not in found["borger"]


def test_the_workbook_has_a_sheet_a_kind_and_one_chart(demo: Store) -> None:
    book = as_book(sag_of(demo, SHOWN, "journal"))

    assert [fane.navn for fane in book.faner][:5] == ["Sagen", "Hændelser", "Samtaler", "Aftaler", "Delmål"]
    assert [fane.navn for fane in book.faner if fane.figur] == ["Timer"]
    assert isinstance(render_regneark(book, "xlsx"), bytes)


# --- a period ---


def test_a_period_holds_the_notes_of_its_days_and_both_days_themselves(demo: Store) -> None:
    sag = sag_of(demo, SHOWN, "journal", Period("2026-10-30", "2026-11-11"))

    days = {one.dato for one in sag.haendelser} | {one.dato for one in sag.samtaler}

    assert (min(days), max(days)) == ("2026-10-30", "2026-11-11")
    assert [one.referat.agenda for one in sag.samtaler] == ["startmode", "opfolgning"]
    assert sag.case.onsker == ()


@pytest.mark.parametrize("period", [Period("2026-11-11"), Period("", "2026-10-23")])
def test_a_period_may_be_open_at_one_end(demo: Store, period: Period) -> None:
    sag = sag_of(demo, SHOWN, "journal", period)

    assert len(sag.samtaler) == 1
    assert all(period.holds(one.dato) for one in sag.haendelser)


@pytest.mark.parametrize("recipient", RECIPIENTS)
def test_a_period_never_holds_more_than_the_whole(demo: Store, recipient: str) -> None:
    whole = sag_of(demo, SHOWN, recipient)

    part = sag_of(demo, SHOWN, recipient, Period("2026-11-01", "2026-11-30"))

    assert set(part.haendelser) <= set(whole.haendelser)
    assert {one.nr for one in part.samtaler} <= {one.nr for one in whole.samtaler}


def test_a_period_in_which_nothing_was_written_is_an_error(demo: Store) -> None:
    with pytest.raises(NothingInPeriod):
        sag_of(demo, SHOWN, "journal", Period("2020-01-01", "2020-12-31"))


# --- who can have one at all ---


def test_a_borger_nobody_has_written_about_has_no_case(store: Store) -> None:
    with store.doing("borger ny"):
        new = store.door(Borger).add(Borger(0, "Ø-1"))

    with pytest.raises(NothingInCase):
        gather_sag(store, new, "journal", TODAY)


@pytest.mark.parametrize("recipient", ["virksomhed", "mentor"])
def test_everything_of_a_borger_is_for_no_workplace(demo: Store, recipient: str) -> None:
    with pytest.raises(CaseNeedsForlob):
        gather_sag(demo, demo.door(Borger).get(2), recipient, TODAY)


@pytest.mark.parametrize("recipient", ["virksomhed", "mentor"])
def test_the_employer_has_nothing_before_the_borger_has_said_yes(store: Store, recipient: str) -> None:
    case = full_case(store)
    assert case.forlob is not None
    with store.doing("prove"):
        store.door(Forlob).change(case.forlob.nr, status="lukket", lukket=DAY, udfald="job", eftervaern="2027-05-01")

    with pytest.raises(EmployerNotAsked):
        sag_of(store, case.forlob.nr, recipient)
    assert sag_of(store, case.forlob.nr, "borger").samtaler == ()


def test_a_virksomhed_is_not_told_how_a_forlob_ended(store: Store) -> None:
    case = full_case(store)
    assert case.forlob is not None
    with store.doing("prove"):
        store.door(Forlob).change(case.forlob.nr, status="lukket", lukket=DAY, udfald="afbrudt_borger")

    told = cells_of(as_book(sag_of(store, case.forlob.nr, "virksomhed")))

    assert "lukket" not in told
    assert "afbrudt" not in told
    assert "afbrudt af borgeren" in cells_of(as_book(sag_of(store, case.forlob.nr, "journal")))


# --- as it was read and approved ---


def golden(recipient: str) -> Path:
    return GOLDEN / f"eksport_{recipient}.txt"


@pytest.mark.parametrize("recipient", RECIPIENTS)
def test_a_case_is_as_it_was_read_and_approved(demo: Store, recipient: str) -> None:
    assert rendered(sag_of(demo, SHOWN, recipient), "txt") == golden(recipient).read_text(encoding="utf-8")


def _write(store: Any) -> None:
    for recipient in RECIPIENTS:
        text = rendered(sag_of(store, SHOWN, recipient), "txt")
        golden(recipient).write_text(text, encoding="utf-8", newline="\n")


if __name__ == "__main__":
    GOLDEN.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory() as place, demo_store(Path(place) / "vforlob") as opened:
        _write(opened)
