"""A canary in every record and every answer of a case: no document holds what its reader may not have."""

from collections.abc import Callable, Iterator, Mapping
from datetime import date
from itertools import count
from typing import Any

import pytest

from cases import EXPECTED, full_case, mark
from handed import hold, new_store
from matrix import LETTERS, TABLES, agenda, rows_of
from vforlob.actions.documents.aftaleark import make_aftaleark
from vforlob.actions.documents.development import draft, gather_development
from vforlob.actions.documents.kontaktkort import make_borger_card, make_virksomhed_card
from vforlob.actions.documents.made import Made
from vforlob.actions.documents.minplan import make_minplan
from vforlob.actions.documents.overdragelse import gather_handover, make_overdragelse
from vforlob.actions.documents.tilbagemelding import make_tilbagemelding
from vforlob.actions.documents.udviklingsbeskrivelse import make_udviklingsbeskrivelse
from vforlob.actions.documents.vaertsguide import make_vaertsguide_for
from vforlob.model.aftale import Aftale
from vforlob.model.agenda import Agenda, Felt
from vforlob.model.answers import NOTE, Key, Value
from vforlob.model.case import Case
from vforlob.model.delmal import Delmal
from vforlob.model.forlob import Forlob
from vforlob.model.hensyn import Clearance, Hensyn
from vforlob.model.samtale import Samtale
from vforlob.model.timer import Timer
from vforlob.render.render import render_dokument
from vforlob.store.agendas import keep_agenda
from vforlob.store.store import Store

TODAY = date(2026, 11, 20)
ALIAS = "Æ-7"
Make = Callable[[Store, Case], Made]


def forlob_of(case: Case) -> Forlob:
    assert case.forlob is not None
    return case.forlob


def development(recipient: str) -> Make:
    def make(store: Store, case: Case) -> Made:
        found = gather_development(store, forlob_of(case), recipient, date(2026, 11, 1), TODAY)
        return make_udviklingsbeskrivelse(store, found, draft(found))

    return make


def handover(store: Store, case: Case) -> Made:
    return make_overdragelse(store, gather_handover(store, forlob_of(case)), True, "", TODAY)


# Each document with those who read it: a sheet of both is for both at once.
DOCUMENTS: dict[str, tuple[str, Make]] = {
    "aftaleark": ("BV", lambda store, case: make_aftaleark(store, forlob_of(case), "", TODAY)),
    "aftaleark borger": ("B", lambda store, case: make_aftaleark(store, forlob_of(case), "borger", TODAY)),
    "aftaleark virksomhed": ("V", lambda store, case: make_aftaleark(store, forlob_of(case), "virksomhed", TODAY)),
    "kontaktkort virksomhed": ("V", lambda store, case: make_virksomhed_card(store, forlob_of(case), TODAY)),
    "kontaktkort borger": ("B", lambda store, case: make_borger_card(store, forlob_of(case), TODAY)),
    "værtsguide": ("V", lambda store, case: make_vaertsguide_for(store, forlob_of(case), TODAY)),
    "tilbagemelding": ("V", lambda store, case: make_tilbagemelding(store, forlob_of(case), TODAY)),
    "overdragelse": ("S", handover),
    "minplan": ("B", lambda store, case: make_minplan(store, case.borger, TODAY)),
    "udviklingsbeskrivelse borger": ("B", development("borger")),
    "udviklingsbeskrivelse sagsbehandler": ("S", development("sagsbehandler")),
    "udviklingsbeskrivelse journal": ("J", development("journal")),
}
SHARED = {
    ("virksomhed", "navn"),
    ("virksomhed", "sted"),
    ("forlob", "hensigt"),
    ("forlob", "fast_tid"),
    ("forlob", "kontakt_kommune"),
    ("forlob", "stedfortraeder"),
    ("forlob", "kontakt_virksomhed"),
    ("forlob", "mentor"),
    ("hensyn_til_alle", "losning"),
    ("hensyn_til_lederen", "losning"),
    ("opgave", "opgave"),
    ("opgave", "tilpasning"),
    ("opgave", "hjaelpemidler"),
    ("lonkroner", "opgaver"),
    ("lonkroner", "tekst"),
    ("delmal_delt", "specifikt"),
    ("aftale_faelles", "hvad"),
    ("aftale_faelles", "hvem_andre"),
}
OWN_HENSYN = {("hensyn_til_ingen", "losning"), ("hensyn_uden_betydning", "losning")}
GOALS = {(name, column) for name in ("delmal_delt", "delmal_eget") for column in EXPECTED["delmal_delt"]}
# What must be there: read off the descriptions of the documents, by hand.
HELD: dict[str, set[tuple[str, str]]] = {
    "aftaleark": SHARED,
    "aftaleark virksomhed": SHARED,
    "aftaleark borger": SHARED
    | OWN_HENSYN
    | {("delmal_eget", "specifikt"), ("forlob", "rejse")}
    | {(name, column) for name in ("aftale_borger", "aftale_for_forlobet") for column in ("hvad", "hvem_andre")},
    "kontaktkort virksomhed": {
        ("virksomhed", "navn"),
        *(("forlob", it) for it in ("fast_tid", "kontakt_kommune", "stedfortraeder")),
    },
    "kontaktkort borger": {
        *(("virksomhed", it) for it in ("navn", "sted")),
        *(("forlob", it) for it in ("stedfortraeder", "mentor", "rejse")),
        *(("borger", it) for it in ("kan_jeg", "har_brug_for", "hjaelper_mig")),
    },
    "værtsguide": {("virksomhed", "navn"), ("forlob", "hensigt"), ("delmal_delt", "specifikt")},
    "tilbagemelding": {("virksomhed", "navn"), ("opgave", "opgave")},
    "overdragelse": {
        *(("virksomhed", "navn"), ("forlob", "hensigt"), ("borger", "sagsbehandler"), ("opgave", "opgave")),
        *((name, it) for name in ("hensyn_til_alle", "hensyn_til_lederen") for it in ("losning", "behov")),
        *((name, it) for name in ("hensyn_til_ingen", "hensyn_uden_betydning") for it in ("losning", "behov")),
        *(
            (f"aftale_{who}", it)
            for who in ("faelles", "borger", "mentor", "for_forlobet")
            for it in ("hvad", "hvem_andre")
        ),
        *(("delmal_delt", "specifikt"), ("delmal_eget", "specifikt"), ("lonkroner", "tekst"), ("timer", "grund")),
        *(("kontakt", "tekst"), ("fravaer", "besked"), ("taet", "grund"), ("taet", "vi_gor")),
    },
    "minplan": GOALS,
    **{
        f"udviklingsbeskrivelse {who}": {
            *(("virksomhed", "navn"), ("opgave", "opgave")),
            *(("delmal_delt", "specifikt"), ("delmal_eget", "specifikt")),
        }
        for who in ("borger", "sagsbehandler", "journal")
    },
}
CANARIES = [(name, column) for name, columns in EXPECTED.items() for column in columns]


def squeezed(text: str) -> str:
    return " ".join(text.split()).casefold()


def texts(made: Made) -> dict[str, str]:
    return {name: squeezed(str(render_dokument(made.dokument, name))) for name in ("txt", "html", "json")}


def open_case(store: Store) -> Case:
    """Nothing is settled yet: aftaler and delmål are still open, and the hours are those of one day."""
    case = full_case(store)
    with store.doing("prove"):
        for aftale in store.door(Aftale).find():
            store.door(Aftale).change(aftale.nr, status="aben", afsluttet=None)
        for delmal in store.door(Delmal).find():
            store.door(Delmal).change(delmal.nr, status="aben")
    return case


@pytest.fixture(scope="module")
def sown_records(tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[Store, Case]]:
    """Only read."""
    with new_store(tmp_path_factory.mktemp("poster")) as store:
        yield store, open_case(store)


@pytest.mark.parametrize("name", DOCUMENTS)
def test_a_document_holds_of_the_records_what_it_should_and_nothing_that_is_kept(
    sown_records: tuple[Store, Case], name: str
) -> None:
    (store, case), (readers, make) = sown_records, DOCUMENTS[name]
    may = {it for it in CANARIES if set(readers) <= set(EXPECTED[it[0]][it[1]])}

    found = {
        form: {it for it in CANARIES if squeezed(mark(*it)) in text} for form, text in texts(make(store, case)).items()
    }

    for form, there in found.items():
        assert there - may == set(), form
        assert there - {("borger", "alias")} == HELD[name], form


def test_only_the_case_is_told_the_alias(store: Store) -> None:
    case = open_case(store)
    with store.doing("prove"):
        store.door(Forlob).change(forlob_of(case).nr, hensigt="At Æ-7 prøver noget andet end Æ-77")
        for delmal in store.door(Delmal).find():
            store.door(Delmal).change(delmal.nr, specifikt="Æ-7 møder til tiden")

    for name, (readers, make) in DOCUMENTS.items():
        for text in texts(make(store, case)).values():
            assert (f"{ALIAS.casefold()} " in text) == (readers in "SJ"), name


@pytest.mark.parametrize("where", ["here", "everywhere"])
def test_a_hensyn_that_is_withdrawn_reaches_no_workplace(store: Store, where: str) -> None:
    case = open_case(store)
    with store.doing("prove"):
        for clearance in store.door(Clearance).find() if where == "here" else ():
            store.door(Clearance).change(clearance.nr, trukket="2026-11-19")
        for hensyn in store.door(Hensyn).find() if where == "everywhere" else ():
            store.door(Hensyn).change(hensyn.nr, trukket="2026-11-19", status="trukket")

    for name, (readers, make) in DOCUMENTS.items():
        for text in texts(make(store, case)).values() if "V" in readers else ():
            assert "losning" not in text, name
            assert "en kort pause" not in text, name


def test_a_hensyn_withdrawn_everywhere_is_not_even_on_the_borgers_copy(store: Store) -> None:
    case = open_case(store)

    for text in texts(make_aftaleark(store, forlob_of(case), "borger", TODAY)).values():
        assert squeezed(mark("hensyn_trukket", "losning")) not in text


# --- what was said in the samtaler ---

# A value of each kind that is found nowhere else.
NUMBERS = count(1)


def canary(felt: Felt, number: int) -> tuple[Value, str]:
    said = f"KANARIE{number:04}Q"
    if felt.kind == "tal":
        return 700_000 + number, str(700_000 + number)
    if felt.kind in {"tekst", "kort"}:
        return said, said.casefold()
    return "", ""


def sown(asked: Agenda) -> tuple[dict[Key, Value], dict[Key, str]]:
    """The answers, and the mark of each: in texts and numbers, for choices and days cannot be told apart."""
    answers: dict[Key, Value] = {}
    marks: dict[Key, str] = {}
    for punkt in asked.punkter:
        for felt in (*punkt.felter, Felt(NOTE, "", "tekst")):
            key = Key(punkt.id, felt.id, 1 if felt in punkt.row_felter else 0)
            value, said = canary(felt, next(NUMBERS))
            if said and felt.id not in {"nr", "forsog"}:
                answers[key], marks[key] = value, said
    return answers, marks


def letters_of(name: str, key: Key) -> str:
    if key.felt == NOTE:
        return "SJ"
    table = {(punkt, felt): row for punkt, felt, row in rows_of(TABLES[name])}
    found = table[key.punkt, key.felt]
    return found.replace("V", "") if key.punkt == "delmal" else found


HOW: dict[str, Mapping[str, Any]] = {
    "formode": {"deltagere": ("borger", "sagsbehandler", "konsulent"), "med": ("borger", "sagsbehandler")},
    "startmode": {},
    "opfolgning": {},
    "midtvejs": {},
    "afslutning": {},
}


def held_case(store: Store) -> tuple[Case, dict[str, set[str]]]:
    """Every samtale of a forløb with canaries, and the marks by who may read them."""
    case = open_case(store)
    allowed: dict[str, set[str]] = {letter: set() for letter in LETTERS}
    for day, (name, over) in enumerate(HOW.items(), 10):
        answers, marks = sown(agenda(name))
        before = forlob_of(case)._replace(nr=0) if name == "formode" else forlob_of(case)
        hold(store, name, answers, before, f"2026-11-{day}", **over)
        for key, said in marks.items():
            letters = letters_of(name, key)
            for letter in letters.replace("V", "").replace("M", "") if name == "formode" else letters:
                allowed[letter].add(said)
        allowed.setdefault("all", set()).update(marks.values())
    return case, allowed


@pytest.fixture(scope="module")
def sown_answers(tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[Store, Case, dict[str, set[str]]]]:
    """Only read."""
    with new_store(tmp_path_factory.mktemp("svar")) as store:
        yield store, *held_case(store)


Answered = tuple[Store, Case, dict[str, set[str]]]


@pytest.mark.parametrize("name", DOCUMENTS)
def test_no_answer_reaches_a_reader_who_may_not_have_it(sown_answers: Answered, name: str) -> None:
    (store, case, allowed), (readers, make) = sown_answers, DOCUMENTS[name]
    may = set.intersection(*(allowed[letter] for letter in readers))

    for form, text in texts(make(store, case)).items():
        assert {said for said in allowed["all"] - may if said in text} == set(), form


@pytest.mark.parametrize(
    ("name", "fewest"),
    [
        ("overdragelse", 12),
        ("udviklingsbeskrivelse sagsbehandler", 8),
        ("udviklingsbeskrivelse borger", 6),
        ("aftaleark", 6),
    ],
)
def test_what_was_said_to_the_reader_is_there(sown_answers: Answered, name: str, fewest: int) -> None:
    (store, case, allowed), (_, make) = sown_answers, DOCUMENTS[name]

    text = texts(make(store, case))["txt"]

    assert len({said for said in allowed["all"] if said in text}) >= fewest


def test_what_the_virksomhed_said_alone_is_not_told_the_borger(store: Store) -> None:
    case = open_case(store)
    answers: dict[Key, Value] = {
        Key("hvordan_gar_det", "alene"): ("virksomhed",),
        Key("hvordan_gar_det", "borger_tekst"): "BORGERENSORD",
        Key("hvordan_gar_det", "virksomhed_tekst"): "CHEFENSORD",
        Key("socialt", "virksomhed_tekst"): "CHEFENSANDRE",
    }
    hold(store, "opfolgning", answers, forlob_of(case), "2026-11-16")

    borger, journal = (texts(development(who)(store, case))["txt"] for who in ("borger", "journal"))

    assert "borgerensord" in borger
    assert "chefen" not in borger
    assert "chefensord" in journal
    assert "chefensandre" in journal


def test_hours_that_were_wished_for_before_there_was_a_virksomhed_are_not_told_it(store: Store) -> None:
    case = open_case(store)
    before = forlob_of(case)._replace(nr=0)
    wished = hold(
        store, "formode", {Key("timetal", "start"): 23.25, Key("timetal", "slut"): 31.75}, before, "2026-11-12"
    )
    plain = Timer(0, case.borger.nr, forlob_of(case).nr, "2026-11-12", samtale=wished.nr)
    with store.doing("prove"):
        store.door(Timer).add(plain._replace(praktik=23.25, sted_i_samtale="timetal/aftalt"))
        store.door(Timer).add(plain._replace(praktik=31.75, art="mal", sted_i_samtale="timetal/mal"))

    both, own = (make_aftaleark(store, forlob_of(case), til, TODAY) for til in ("", "borger"))

    assert "23,25" not in texts(both)["txt"]
    assert "31,75" not in texts(both)["txt"]
    assert "23,25" in texts(own)["txt"]
    assert "31,75" in texts(own)["txt"]


def test_an_agenda_that_keeps_the_purpose_from_the_virksomhed_is_obeyed(store: Store) -> None:
    """A kommune's own startmøde may narrow the matrix; the record that was made of the answer follows it."""
    case = open_case(store)
    asked = agenda("startmode")
    narrowed = tuple(
        punkt._replace(felter=tuple(felt._replace(modtagere=("borger",)) for felt in punkt.felter))
        if punkt.id == "hensigt"
        else punkt
        for punkt in asked.punkter
    )
    keep_agenda(store, asked._replace(punkter=narrowed, sha="f" * 64), "egen")
    said = mark("forlob", "hensigt")
    held = hold(store, "startmode", {Key("hensigt", "tekst"): said}, forlob_of(case), "2026-11-03")
    with store.doing("prove"):
        store.door(Samtale).change(held.nr, agenda_sha="f" * 64)

    both, own = (texts(make_aftaleark(store, forlob_of(case), til, TODAY))["txt"] for til in ("", "borger"))

    assert squeezed(said) not in both
    assert squeezed(said) in own
