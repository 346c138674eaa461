"""Everything that leaves the program, for everybody it is made for, in every format: nothing that was not cleared.

One case has a mark in every text and number of every record and of every answer. Who may read each is read off the
contract by hand (tests/cases.py and tests/matrix.py), and what is found is compared with that and with nothing else.
"""

import re
from collections.abc import Callable, Iterator
from datetime import date
from itertools import count
from typing import NamedTuple

import pytest

from cases import EXPECTED, full_case, mark
from handed import hold, new_store
from matrix import LETTERS, TABLES, agenda, rows_of
from render.readers import csv_cells, docx_text, pdf_words, xlsx_cells
from vforlob.actions.ark.sheet import make_sheet
from vforlob.actions.ark.whose import sheet_for, sitting_on_paper
from vforlob.actions.calendar import make_event
from vforlob.actions.documents.aftaleark import make_aftaleark
from vforlob.actions.documents.development import draft, gather_development
from vforlob.actions.documents.kontaktkort import make_borger_card, make_virksomhed_card
from vforlob.actions.documents.minplan import make_minplan
from vforlob.actions.documents.overdragelse import gather_handover, make_overdragelse
from vforlob.actions.documents.sag import gather_sag
from vforlob.actions.documents.sag_book import as_book, as_list
from vforlob.actions.documents.sag_data import as_json
from vforlob.actions.documents.sag_document import sag_document
from vforlob.actions.documents.sag_period import Period
from vforlob.actions.documents.tilbagemelding import make_tilbagemelding
from vforlob.actions.documents.udviklingsbeskrivelse import make_udviklingsbeskrivelse
from vforlob.actions.documents.vaertsguide import make_vaertsguide_for
from vforlob.actions.make_referat import make_referat
from vforlob.actions.samtale_table import held_scope
from vforlob.agenda.walk import relevant
from vforlob.cli.samtale_options import said_on_line
from vforlob.errors.beskeder import EmployerNotAsked
from vforlob.errors.papir import NoSheetWithoutYes
from vforlob.errors.render import NoTextBeforeForlob
from vforlob.model.aftale import Aftale
from vforlob.model.agenda import RECIPIENTS, Agenda, Felt
from vforlob.model.answers import NOTE, Key, Value
from vforlob.model.borger import Borger
from vforlob.model.case import Case
from vforlob.model.delmal import Delmal
from vforlob.model.dokument import Dokument
from vforlob.model.forlob import Forlob, Plan
from vforlob.model.hensyn import Clearance, Hensyn
from vforlob.model.kontakt import Fravaer
from vforlob.model.onske import Koordinering
from vforlob.model.samtale import Samtale
from vforlob.model.timer import Timer
from vforlob.model.virksomhed import Virksomhed
from vforlob.render.calendar import render_event
from vforlob.render.render import render, render_dokument, render_regneark
from vforlob.store.agendas import agenda_as_asked
from vforlob.store.case import load_case, load_held
from vforlob.store.store import Store

pytestmark = pytest.mark.safety

TODAY = date(2026, 11, 20)
ALIAS = "Æ-7"
DAY = "2026-11-10"
FORMATS = ("md", "html", "txt", "json", "docx", "pdf")
EVERYONE = "BVMSJ"
NUMBERS = count(1)

# Beside what cases.py has sown: a mark, and who may ever be given it.
MORE: dict[str, str] = {
    **{f"mentorhensyn {column}": "BSJ" for column in ("hensyn", "behov", "hvorfor")},
    "mentorhensyn losning": "BMSJ",
    **{f"kollegahensyn {column}": "BSJ" for column in ("hensyn", "behov", "hvorfor", "losning")},
    **{f"tilbagekaldthensyn {column}": "BSJ" for column in ("hensyn", "behov", "hvorfor", "losning")},
    "formodeaftale hvad": "BSJ",
    "kunsagaftale hvad": "SJ",
    "tidligeredelmal specifikt": "BSJ",
    "koordineringstid": "BSJ",
    # Of another forløb, and of another borger at the same virksomhed: of a whole borger alone, or of nobody here.
    **{f"tidligereforlob {column}": "BSJ" for column in ("hensigt", "fast_tid", "rejse")},
    "tidligereforlob sted": "BSJ",
    **{f"anden {column}": "" for column in ("hensigt", "opgave", "aftale", "hensyn", "alias", "delmal", "fravaer")},
}
# Counts and hours that are found nowhere else.
RECORDED = {
    **dict.fromkeys(("701", "702", "703", "704", "705"), "BSJ"),  # why she was not there
    **dict.fromkeys(("713", "707"), "BVSJ"),  # agreed and met
    **dict.fromkeys(("23,25", "23.25", "31,75", "31.75"), "BSJ"),  # the hours she wished for at the formøde
}
# Words that no workplace reads, whatever they stand in.
NEVER = ("parathed", "længere fra", "tæt opfølgning", "målgruppe", "ønskeliste", "sanktion", "udeblev", "afbrudt")


def letter_of(recipient: str) -> str:
    return next(letter for letter, who in LETTERS.items() if who == recipient)


class Marks(NamedTuple):
    """Every mark with the letters of those who may read it."""

    texts: dict[str, str]
    numbers: dict[str, str]

    def forbidden_in(self, text: str, readers: str) -> set[str]:
        """What stands there though one of the readers may not have it."""
        return {it for it in self.found_in(text) if not set(readers) <= set(self.letters(it))}

    def found_in(self, text: str) -> set[str]:
        together = squeezed(text)
        digits = {it.strip(".,") for it in re.findall(r"\d[\d.,]*", text)}
        return {it for it in self.texts if squeezed(it) in together} | {
            it for it in self.numbers if digits & {it, f"{it}.0"}
        }

    def letters(self, it: str) -> str:
        return self.texts[it] if it in self.texts else self.numbers[it]

    def all_for(self, readers: str) -> set[str]:
        return {it for it in (*self.texts, *self.numbers) if set(readers) <= set(self.letters(it))}


def squeezed(text: str) -> str:
    return "".join(text.split()).casefold()


def marked(name: str) -> str:
    return f"KANARIE {name} Q".replace("_", " ")


# --- the case ---


def rich_case(store: Store) -> tuple[Case, Marks]:
    case = full_case(store)
    forlob = here(case)
    with store.doing("prove"):
        _open_again(store)
        _more_hensyn(store, forlob)
        _more_records(store, forlob)
        _elsewhere(store, forlob)
    texts = {mark(name, column): may for name, columns in EXPECTED.items() for column, may in columns.items()}
    texts |= {marked(name): may for name, may in MORE.items()}
    texts |= _alias_marks(texts)
    numbers = dict(RECORDED)
    for said, may in _held(store, forlob):
        (numbers if said.isdecimal() else texts)[said] = may
    return load_case(store, forlob=forlob.nr), Marks(texts, numbers)


def _alias_marks(_texts: dict[str, str]) -> dict[str, str]:
    """Typed in sentences it is gone for all but the case."""
    return {f"fordi {ALIAS} sagde det": "SJ"}


def _open_again(store: Store) -> None:
    for aftale in store.door(Aftale).find():
        store.door(Aftale).change(aftale.nr, status="aben", afsluttet=None)
    for delmal in store.door(Delmal).find():
        store.door(Delmal).change(delmal.nr, status="aben")
    (borger,) = store.door(Borger).find()
    store.door(Borger).change(borger.nr, parathed="laengere_fra")


def _more_hensyn(store: Store, forlob: Forlob) -> None:
    for name, roles in (
        ("mentorhensyn", {"leder": ("ma_ikke", None), "mentor": ("ma", None)}),
        ("kollegahensyn", {"leder": ("sporg", None), "kolleger": ("ma", None), "vitas": ("ma", None)}),
        ("tilbagekaldthensyn", {"leder": ("ma", "2026-11-19"), "mentor": ("ma", "2026-11-19")}),
    ):
        columns = {column: marked(f"{name} {column}") for column in ("hensyn", "behov", "losning", "hvorfor")}
        kept = store.door(Hensyn).add(Hensyn(0, forlob.borger, oprettet=DAY, betydning="ja", **columns))  # type: ignore[arg-type]
        for rolle, (svar, trukket) in roles.items():
            store.door(Clearance).add(Clearance(0, kept.nr, forlob.nr, rolle, svar, DAY, trukket))


def _more_records(store: Store, forlob: Forlob) -> None:
    at_work = Aftale(0, forlob.borger, forlob.nr, til_stede=("borger", "leder", "konsulent"), oprettet=DAY)
    store.door(Aftale).add(at_work._replace(hvad=marked("kunsagaftale hvad"), modtagere=()))
    store.door(Plan).add(Plan(0, forlob.borger, forlob.nr, "2026-12-01", "14:00", "besog"))
    clash = Koordinering(0, forlob.borger, "Kursus", f"tirsdag kl. 10-12 {marked('koordineringstid')}")
    store.door(Koordinering).add(clash)


def _elsewhere(store: Store, forlob: Forlob) -> None:
    """An earlier forløb of hers, and another borger at the same virksomhed."""
    other = store.door(Virksomhed).add(Virksomhed(0, "Det andet sted", sted=marked("tidligereforlob sted")))
    plain = Forlob(0, forlob.borger, other.nr, "virksomhedspraktik", "2026-03-02", "2026-05-29", 20.0)
    texts = {column: marked(f"tidligereforlob {column}") for column in ("hensigt", "fast_tid", "rejse")}
    earlier = store.door(Forlob).add(
        plain._replace(status="lukket", lukket="2026-04-20", udfald="afbrudt_borger", **texts)  # type: ignore[arg-type]
    )
    goal = Delmal(0, forlob.borger, earlier.nr, specifikt=marked("tidligeredelmal specifikt"), delt="ja")
    store.door(Delmal).add(goal._replace(oprettet="2026-03-02"))
    somebody = store.door(Borger).add(Borger(0, "Z-99 KANARIE anden alias Q"))
    theirs = Forlob(0, somebody.nr, forlob.virksomhed, "virksomhedspraktik", "2026-11-04", "2027-02-03", 15.0)
    there = store.door(Forlob).add(theirs._replace(hensigt=marked("anden hensigt")))
    shared = Delmal(0, somebody.nr, there.nr, specifikt=marked("anden delmal"), delt="ja", oprettet=DAY)
    store.door(Delmal).add(shared)
    both = Aftale(0, somebody.nr, there.nr, marked("anden aftale"), ("virksomhed",), til_stede=("borger", "leder"))
    store.door(Aftale).add(both._replace(oprettet=DAY))
    told = store.door(Hensyn).add(Hensyn(0, somebody.nr, losning=marked("anden hensyn"), oprettet=DAY))
    store.door(Clearance).add(Clearance(0, told.nr, there.nr, "leder", "ma", DAY))
    store.door(Fravaer).add(Fravaer(0, somebody.nr, there.nr, DAY, "syg", marked("anden fravaer")))


# How each samtale was held: who was there, and who was heard alone.
TABLE = ("borger", "leder", "konsulent")
HELD: tuple[tuple[str, str, tuple[str, ...], str], ...] = (
    ("formode", "2026-10-28", ("borger", "sagsbehandler", "konsulent"), ""),
    ("startmode", "2026-11-02", TABLE, ""),
    ("opfolgning", "2026-11-11", TABLE, "borger"),
    ("opfolgning", "2026-11-12", TABLE, "virksomhed"),
    ("midtvejs", "2026-11-13", TABLE, ""),
    ("opkald", "2026-11-14", ("leder", "konsulent"), ""),
    ("opfolgning", "2026-11-16", TABLE, ""),
)


def _held(store: Store, forlob: Forlob) -> Iterator[tuple[str, str]]:
    for name, day, there, alone in HELD:
        asked = agenda(name)
        answers, marks = sown_answers(asked)
        if alone:
            answers[Key("hvordan_gar_det", "alene")] = (alone,)
        med = tuple({"leder": "virksomhed"}.get(word, word) for word in there if word != "konsulent")
        own = forlob._replace(nr=0) if name == "formode" else forlob
        held = hold(store, name, answers, own, day, deltagere=there, med=med)
        if name == "formode":
            _adopted(store, forlob, held)
        for key, said in marks.items():
            yield said, letters_of(name, asked, key, there, alone)


def _adopted(store: Store, forlob: Forlob, formode: Samtale) -> None:
    """What was settled before there was a virksomhed, and belongs to the forløb now."""
    with store.doing("prove"):
        before = Aftale(0, forlob.borger, forlob.nr, marked("formodeaftale hvad"), ("virksomhed", "mentor"))
        store.door(Aftale).add(
            before._replace(
                til_stede=formode.deltagere, oprettet=formode.dato, samtale=formode.nr, sted_i_samtale="aftaler/1"
            )
        )
        wish = Timer(0, forlob.borger, forlob.nr, formode.dato, samtale=formode.nr, praktik=23.25)
        store.door(Timer).add(wish._replace(sted_i_samtale="timetal/aftalt"))
        store.door(Timer).add(wish._replace(praktik=31.75, art="mal", sted_i_samtale="timetal/mal"))


def sown_answers(asked: Agenda) -> tuple[dict[Key, Value], dict[Key, str]]:
    answers: dict[Key, Value] = {}
    marks: dict[Key, str] = {}
    for punkt in asked.punkter:
        for felt in (*punkt.felter, Felt(NOTE, "", "tekst")):
            key, number = Key(punkt.id, felt.id, 1 if felt in punkt.row_felter else 0), next(NUMBERS)
            if felt.kind in {"tekst", "kort"}:
                marks[key] = f"KANARIE{number:04}Q"
                answers[key] = f"{marks[key]} fordi {ALIAS} sagde det"
            elif felt.kind in {"tal", "skala"} and felt.id not in {"nr", "forsog"}:
                marks[key], answers[key] = str(700_000 + number), 700_000 + number
    return answers, marks


def letters_of(name: str, asked: Agenda, key: Key, there: tuple[str, ...], alone: str) -> str:
    if key.felt == NOTE:
        return "SJ"
    letters = {(punkt, felt): row for punkt, felt, row in rows_of(TABLES[name])}[key.punkt, key.felt]
    if name == "formode" or key.punkt in {"delmal", "hensyn"}:  # of these rows none is cleared, and none shared
        letters = letters.replace("V", "").replace("M", "")
    felt = next(
        felt for punkt in asked.punkter if punkt.id == key.punkt for felt in punkt.felter if felt.id == key.felt
    )
    if felt.part in {"borger", "virksomhed"} and (alone == felt.part or not {"borger", "leder"} <= set(there)):
        letters = letters.replace("V" if felt.part == "borger" else "B", "")
    return letters


def here(case: Case) -> Forlob:
    assert case.forlob is not None
    return case.forlob


# --- everything that can be made of it ---

Made = Callable[[Store, Case], Dokument]


def development(recipient: str) -> Made:
    def make(store: Store, case: Case) -> Dokument:
        found = gather_development(store, here(case), recipient, date(2026, 10, 1), TODAY)
        return make_udviklingsbeskrivelse(store, found, draft(found)).dokument

    return make


def handover(store: Store, case: Case) -> Dokument:
    return make_overdragelse(store, gather_handover(store, here(case)), True, "", TODAY).dokument


def sheet(name: str, til: str, med: str = "") -> Made:
    def make(store: Store, case: Case) -> Dokument:
        sitting = sitting_on_paper(store, agenda(name), case)
        said = said_on_line(sitting, ",".join(filter(None, (med, til))), "", False, True)
        return make_sheet(sheet_for(sitting, said, til))

    return make


def case_text(recipient: str, period: Period | None = None) -> Made:
    return lambda store, case: sag_document(gather_sag(store, here(case), recipient, TODAY, period))


DOCUMENTS: dict[str, tuple[str, Made]] = {
    "aftaleark": ("BV", lambda store, case: make_aftaleark(store, here(case), "", TODAY).dokument),
    "aftaleark borger": ("B", lambda store, case: make_aftaleark(store, here(case), "borger", TODAY).dokument),
    "aftaleark virksomhed": ("V", lambda store, case: make_aftaleark(store, here(case), "virksomhed", TODAY).dokument),
    "kontaktkort virksomhed": ("V", lambda store, case: make_virksomhed_card(store, here(case), TODAY).dokument),
    "kontaktkort borger": ("B", lambda store, case: make_borger_card(store, here(case), TODAY).dokument),
    "værtsguide": ("V", lambda store, case: make_vaertsguide_for(store, here(case), TODAY).dokument),
    "tilbagemelding": ("V", lambda store, case: make_tilbagemelding(store, here(case), TODAY).dokument),
    "overdragelse": ("S", handover),
    "minplan": ("B", lambda store, case: make_minplan(store, case.borger, TODAY).dokument),
    **{f"udvikling {who}": (letter_of(who), development(who)) for who in ("borger", "sagsbehandler", "journal")},
    **{f"eksport {who}": (letter_of(who), case_text(who)) for who in RECIPIENTS},
    **{f"uge {who}": (letter_of(who), case_text(who, Period("2026-11-09", "2026-11-15"))) for who in RECIPIENTS},
    **{
        f"ark {name} {til}{med and ' med ' + med}": (letter_of(til), sheet(name, til, med))
        for name in ("startmode", "opfolgning", "midtvejs", "opkald", "afslutning")
        for til in ("borger", "virksomhed", "mentor", "sagsbehandler")
        for med in ("", "borger,virksomhed", "borger")
    },
}


def read(content: str | bytes, form: str) -> str:
    if form == "docx":
        assert isinstance(content, bytes)
        return docx_text(content)
    if form == "pdf":
        assert isinstance(content, bytes)
        return pdf_words(content)
    if form == "md":
        return re.sub(r"\\([^\w\s])", r"\1", str(content))
    if form == "html":
        return re.sub(r"<[^>]*>", "", str(content))
    return str(content)


@pytest.fixture(scope="module")
def rich(tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[Store, Case, Marks]]:
    """Only read."""
    with new_store(tmp_path_factory.mktemp("rig")) as store:
        yield store, *rich_case(store)


Rich = tuple[Store, Case, Marks]


def faults(text: str, readers: str, marks: Marks) -> set[str]:
    found = marks.forbidden_in(text, readers)
    if {"V", "M"} & set(readers):
        found |= {word for word in NEVER if word in text.casefold()}
    if not set(readers) <= {"S", "J"} and re.search(rf"(?<![\w-]){ALIAS}(?![\w-])", text, re.I):
        found.add("alias")
    return found


@pytest.mark.parametrize("name", DOCUMENTS)
def test_a_document_holds_nothing_that_one_of_its_readers_may_not_have(rich: Rich, name: str) -> None:
    (store, case, marks), (readers, make) = rich, DOCUMENTS[name]
    dokument = make(store, case)

    texts = {form: read(render_dokument(dokument, form), form) for form in FORMATS}

    for form, text in texts.items():
        assert faults(text, readers, marks) == set(), form


@pytest.mark.parametrize("name", [name for name in DOCUMENTS if not name.startswith("ark")])
def test_it_holds_the_same_in_every_format(rich: Rich, name: str) -> None:
    (store, case, marks), (_, make) = rich, DOCUMENTS[name]
    dokument = make(store, case)

    found = {form: marks.found_in(read(render_dokument(dokument, form), form)) for form in FORMATS}

    texts = {form: {it for it in these if it in marks.texts} for form, these in found.items()}
    assert {form: these ^ texts["txt"] for form, these in texts.items() if these ^ texts["txt"]} == {}


# --- lists, data, texts of a samtale, the calendar ---


@pytest.mark.parametrize("recipient", RECIPIENTS)
def test_a_case_as_a_workbook_a_list_and_data_holds_no_more(rich: Rich, recipient: str) -> None:
    store, case, marks = rich
    sag = gather_sag(store, here(case), recipient, TODAY)
    book, rows = render_regneark(as_book(sag), "xlsx"), render_regneark(as_list(sag), "csv")
    assert isinstance(book, bytes)
    texts = {
        "xlsx": "\n".join(map(str, xlsx_cells(book))),
        "csv": "\n".join(csv_cells(str(rows))),
        "json": as_json(sag),
    }

    for form, text in texts.items():
        assert faults(text, letter_of(recipient), marks) == set(), form


@pytest.mark.parametrize("recipient", ["virksomhed", "mentor"])
def test_a_workplace_gets_of_a_case_all_that_it_was_cleared_for(rich: Rich, recipient: str) -> None:
    store, case, marks = rich
    sag, letter = gather_sag(store, here(case), recipient, TODAY), letter_of(recipient)
    # What was asked only after another answer is nobody's.
    told = marks.found_in(as_json(gather_sag(store, here(case), "journal", TODAY)))
    may = {it for it in marks.all_for(letter) if it in marks.texts} & told

    found = {it for it in marks.found_in(as_json(sag)) if it in marks.texts}

    assert len(found) > 25
    assert may - found == set()


@pytest.mark.parametrize("recipient", RECIPIENTS)
def test_the_text_of_each_samtale_holds_no_more(rich: Rich, recipient: str) -> None:
    store, case, marks = rich
    for samtale in case.samtaler:
        held = load_held(store, samtale.nr, agenda_as_asked(store, samtale.agenda_sha), udgave=samtale.udgave)
        held = held._replace(answers=relevant(held.agenda, held.answers, held_scope(held)))
        if samtale.forlob is None and recipient in {"virksomhed", "mentor"}:
            with pytest.raises(NoTextBeforeForlob):
                make_referat(held, recipient, {})
            continue
        referat = make_referat(held, recipient, {})
        for form in FORMATS:
            assert faults(read(render(referat, form), form), letter_of(recipient), marks) == set(), (samtale.nr, form)


@pytest.mark.parametrize("name", ["startmode", "opfolgning", "midtvejs", "opkald", "afslutning"])
def test_the_pages_that_all_can_see_hold_what_both_may_have(rich: Rich, name: str) -> None:
    """The sheet that the konsulent keeps: its last page is hers, the others lie on the table."""
    store, case, marks = rich
    dokument = sheet(name, "", "borger,virksomhed")(store, case)

    shared, _, own = str(render_dokument(dokument, "txt")).partition("\nKun til dig")

    assert own
    assert faults(shared, "BV", marks) == set()


def test_an_appointment_tells_of_nobody(rich: Rich) -> None:
    store, case, marks = rich

    plain = render_event(make_event(store, here(case).nr, with_agenda=True)).decode().replace("\r\n ", "")
    placed = render_event(make_event(store, here(case).nr, with_place=True)).decode().replace("\r\n ", "")

    assert marks.found_in(plain) == set()
    assert faults(placed, EVERYONE, marks) == set()
    assert marks.found_in(placed) <= {mark("virksomhed", "navn"), mark("virksomhed", "sted")}


# --- the oracle itself ---


def test_the_journals_facts_in_the_hands_of_a_workplace_would_be_seen(rich: Rich) -> None:
    store, case, marks = rich
    sag = gather_sag(store, here(case), "journal", TODAY)

    for form in FORMATS:
        text = read(render_dokument(sag_document(sag)._replace(modtager="virksomhed"), form), form)
        found = faults(text, "V", marks)
        assert len(found) > 60, form
        assert {"alias", "målgruppe", mark("fravaer", "besked"), marked("formodeaftale hvad")} <= found, form


def test_hardly_anything_of_the_table_is_sown_in_vain(rich: Rich) -> None:
    """A mark that nobody ever finds would forbid nothing. Some answers were only asked after another answer."""
    store, case, marks = rich
    sag = gather_sag(store, case.borger, "journal", TODAY)
    may = {it for it in marks.all_for("J") if it in marks.texts}

    missed = may - marks.found_in(as_json(sag))

    assert len(missed) < len(may) / 10
    assert {it for it in missed if " " in it} <= {mark("borger", "alias")}


# --- when it is over ---


@pytest.mark.parametrize("answer", ["", "nej", "ja"])
def test_after_the_job_nothing_goes_to_the_employer_without_a_yes(store: Store, answer: str) -> None:
    case, marks = rich_case(store)
    forlob = here(case)
    with store.doing("prove"):
        store.door(Forlob).change(forlob.nr, status="lukket", lukket=DAY, udfald="job", eftervaern="2027-05-01")
    if answer:
        said: dict[Key, Value] = {Key("ma_kontakte_arbejdsgiver", "svar"): answer}
        hold(store, "eftervaern", said, forlob, "2026-11-18", deltagere=("borger", "konsulent"), med=("borger",))
    case = load_case(store, forlob=forlob.nr)
    to_workplace = {name: it for name, it in DOCUMENTS.items() if {"V", "M"} & set(it[0]) and "ark " not in name}
    assert len(to_workplace) == 8

    for name, (readers, make) in to_workplace.items():
        if answer == "ja":
            text = str(render_dokument(make(store, case), "txt"))
            assert faults(text, readers, marks) == set(), name
        else:
            with pytest.raises(EmployerNotAsked):
                make(store, case)
    if answer != "ja":
        with pytest.raises(NoSheetWithoutYes):
            sheet("eftervaern", "virksomhed")(store, case)
