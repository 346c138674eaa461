"""What stands on a sheet of paper, and for whose eyes: a text found nowhere else in every earlier answer and record."""

import re
from datetime import date, timedelta
from functools import cache
from itertools import count
from typing import NamedTuple

import pytest

from matrix import LETTERS, TABLES, agenda, rows_of
from vforlob.actions.ark.sheet import Sheet, make_sheet
from vforlob.actions.ark.whose import blank_sitting, sheet_for
from vforlob.actions.sitting import Sitting, parties_of
from vforlob.errors.papir import NoSheetBeforeForlob, NoSheetWithoutYes
from vforlob.model.aftale import Aftale
from vforlob.model.agenda import Agenda, Choice, Felt
from vforlob.model.answers import NOTE, Key, Value
from vforlob.model.borger import Borger
from vforlob.model.case import Case, Held
from vforlob.model.delmal import Delmal
from vforlob.model.dokument import Dokument, Overskrift, Sideskift, Sporgsmal
from vforlob.model.forlob import Forlob
from vforlob.model.hensyn import Clearance, Hensyn
from vforlob.model.opgave import Opgave
from vforlob.model.samtale import Samtale
from vforlob.model.virksomhed import Virksomhed
from vforlob.rules.danish import long_date

ALIAS = "Æ-7"
BORGER = Borger(7, ALIAS, malgruppe="MALGRUPPEQ", parathed="laengere_fra", navn="NAVNQ", telefon="TELEFONQ")
# 1 is cleared for leder and mentor, 2 for the leder alone, 3 for nobody, 4 was cleared and is withdrawn.
HENSYN = tuple(
    Hensyn(nr, 7, f"RAA{nr}Q", f"BEHOV{nr}Q", f"LOSNING{nr}Q", hvorfor=f"HVORFOR{nr}Q", betydning="ja")
    for nr in range(1, 5)
)
CLEARANCES = (
    Clearance(1, 1, 12, "leder", "ma"),
    Clearance(2, 1, 12, "mentor", "ma"),
    Clearance(3, 2, 12, "leder", "ma"),
    Clearance(4, 3, 12, "leder", "sporg"),
    Clearance(5, 4, 12, "leder", "ma", trukket="2026-11-19"),
)
AFTALER = (
    Aftale(1, 7, 12, "AFTALE1Q", ("borger",), til_stede=("borger", "virksomhed")),
    Aftale(2, 7, 12, "AFTALE2Q", ("borger",), modtagere=("borger",), til_stede=("borger", "virksomhed")),
    Aftale(3, 7, 12, "AFTALE3Q", ("mentor",), til_stede=("borger", "virksomhed")),
    Aftale(4, 7, 12, "AFTALE4Q", ("virksomhed",), modtagere=("virksomhed",), til_stede=("borger", "virksomhed")),
    Aftale(5, 7, 12, "AFTALE5Q", ("borger",), status="gjort", til_stede=("borger", "virksomhed")),
)
DELMAL = (Delmal(1, 7, 12, specifikt="DELMAL1Q", delt="ja"), Delmal(2, 7, 12, specifikt="DELMAL2Q", delt="nej"))
# Each record's texts, and the letters of those who may have them in this forløb.
RECORDS = {
    "LOSNING1Q": "BVMSJ",
    "LOSNING2Q": "BVSJ",
    "LOSNING3Q": "BSJ",
    "LOSNING4Q": "BSJ",
    **{f"RAA{nr}Q": "BSJ" for nr in range(1, 5)},
    "AFTALE1Q": "BVSJ",
    "AFTALE2Q": "BSJ",
    "AFTALE3Q": "BVMSJ",
    "AFTALE4Q": "VSJ",
    "DELMAL1Q": "BVMSJ",
    "DELMAL2Q": "BSJ",
    "OPGAVE1Q": "BVMSJ",
}
NOBODYS = ("BEHOV", "HVORFOR", "MALGRUPPEQ", "laengere_fra", "NAVNQ", "TELEFONQ", "AFTALE5Q")
WHO = {"borger": "B", "tolk": "B", "leder": "V", "mentor": "V", "andre": "V", "sagsbehandler": "S", "konsulent": ""}
TABLE, ALL = ("borger", "leder", "konsulent"), ("borger", "leder", "mentor", "sagsbehandler", "konsulent")
PRESENT = [
    TABLE,
    ("borger", "konsulent"),
    ("leder", "konsulent"),
    ("borger", "sagsbehandler", "konsulent"),
    ("borger", "leder", "mentor", "konsulent"),
    ("borger", "leder", "andre", "konsulent"),
    ("konsulent",),
]
_MARK = re.compile(r"[A-ZÆØÅ]+\d*Q\b")
NEXT = ("naeste_kontakt", "naeste_kl", "naeste_form")


class Sown(NamedTuple):
    """`held` is last time's samtale; `marks` where each text stands in it."""

    held: Held
    marks: dict[str, Key]


@cache
def sown(name: str, alone: tuple[str, ...] = (), there: tuple[str, ...] = ALL) -> Sown:
    """A text of its own in every felt that stands once, in two rows of every list, and in every note."""
    numbers, found, points = count(1), {}, []
    answers: dict[Key, Value] = {}
    for punkt in agenda(name).punkter:
        marked = punkt._replace(condition="", felter=tuple(_marked(felt, numbers) for felt in punkt.felter))
        points.append(marked)
        for felt in marked.felter:
            for row in (1, 2) if felt in marked.row_felter else (0,):
                key = Key(punkt.id, felt.id, row)
                answers[key], mark = _value(felt, next(numbers))
                found[mark] = key
        answers[Key(punkt.id, NOTE)] = f"NOTE{next(numbers)}Q"
        found[str(answers[Key(punkt.id, NOTE)])] = Key(punkt.id, NOTE)
    heard = [key for key in answers if "alene" in (key.felt, key.punkt) and key.felt != NOTE]
    for key in heard:
        answers.pop(key)
        if alone:
            answers[key] = alone
    last = _samtale(name, there)._replace(nr=30, status="faerdig", udgave=1, dato="2026-11-13", kladde_udgave=None)
    held = Held(last, agenda(name)._replace(punkter=tuple(points)), answers, Case(BORGER))
    return Sown(held, {mark: key for mark, key in found.items() if key in answers and key not in heard})


def _marked(felt: Felt, numbers: "count[int]") -> Felt:
    mark = f"VALGT{next(numbers)}Q"
    choices = (Choice(mark, mark),) if felt.kind in {"valg", "flervalg"} else ()
    anchors = (mark,) if felt.kind == "skala" else ()
    return felt._replace(condition="", choices=choices, anchors=anchors, unit="", min=1)


def _value(felt: Felt, number: int) -> tuple[Value, str]:
    if felt.choices:
        mark = felt.choices[0].id
        return (mark,) if felt.kind == "flervalg" else mark, mark
    if felt.kind == "skala":
        return 1, felt.anchors[0]
    if felt.kind == "dato":
        day = (date(1900, 1, 1) + timedelta(number)).isoformat()
        return day, long_date(day)
    if felt.kind == "klokkeslaet":
        return f"{number // 60:02}:{number % 60:02}", f"kl. {number // 60}.{number % 60:02}"
    if felt.kind == "tal":
        return 70_000 + number, str(70_000 + number)
    return f"SAGT{number}Q", f"SAGT{number}Q"


def _samtale(name: str, deltagere: tuple[str, ...]) -> Samtale:
    forlob = 12 if agenda(name).concerns == "forlob" else None
    return Samtale(0, name, "", 7, forlob, "2026-11-20", deltagere=deltagere, med=parties_of(deltagere))


def case_of(name: str) -> Case:
    if agenda(name).concerns == "borger":
        return Case(BORGER, hensyn=HENSYN, aftaler=AFTALER, delmal=DELMAL)
    return Case(
        BORGER,
        Forlob(12, 7, 4, "kombination", "2026-11-04", "2027-02-03", 12.5),
        Virksomhed(4, "Ørbæk & Søn"),
        HENSYN,
        CLEARANCES,
        (Opgave(1, 7, 12, "OPGAVE1Q", "med_hjaelp"),),
        AFTALER,
        DELMAL,
    )


def sitting(name: str, there: tuple[str, ...], last: Held | None = None) -> Sitting:
    every = tuple(punkt.id for punkt in agenda(name).punkter if punkt.thorough or not punkt.enabled)
    return Sitting(agenda(name), case_of(name), _samtale(name, there)._replace(tillaeg=every), last=last)


def pages_of(dokument: Dokument) -> tuple[str, str]:
    """The text of the shared pages, and that of the consultant's own."""
    cut = next((at for at, one in enumerate(dokument.blokke) if isinstance(one, Sideskift)), len(dokument.blokke))
    shared = repr((dokument.titel, dokument.undertitel, dokument.sidehoved, dokument.blokke[:cut]))
    return shared, repr(dokument.blokke[cut:])


def allowed(name: str, key: Key) -> str:
    """By the matrix as it is written out by hand; a note is for the case alone."""
    letters = {row[:2]: row[2] for row in rows_of(TABLES[name])}
    return "SJ" if key.felt == NOTE else letters[key.punkt, key.felt]


def stands_in(mark: str, text: str) -> bool:
    return mark in text and re.search(rf"(?<![\w.]){re.escape(mark)}(?![\w])", text) is not None


@pytest.mark.parametrize("name", TABLES)
@pytest.mark.parametrize("there", PRESENT)
def test_the_shared_pages_hold_nothing_that_one_at_the_table_may_not_be_given(
    name: str, there: tuple[str, ...]
) -> None:
    last = sown(name)

    shared, _ = pages_of(make_sheet(Sheet(sitting(name, there, last.held))))

    eyes = {WHO[word] for word in there} - {""}
    told = [mark for mark in last.marks if stands_in(mark, shared)]
    wrong = [(mark, last.marks[mark]) for mark in told if not eyes <= set(allowed(name, last.marks[mark]))]
    assert wrong == []
    records = {mark for mark in RECORDS if stands_in(mark, shared) and not eyes <= set(RECORDS[mark])}
    assert records == set()
    assert ALIAS not in shared
    assert not [text for text in NOBODYS if text in shared]


@pytest.mark.parametrize("name", TABLES)
@pytest.mark.parametrize("there", PRESENT)
def test_everything_that_is_asked_stands_on_one_of_the_pages_with_its_answer(name: str, there: tuple[str, ...]) -> None:
    last, of = sown(name), agenda(name)

    shared, alone = pages_of(make_sheet(Sheet(sitting(name, there, last.held))))

    parties = parties_of(there)
    for mark, key in last.marks.items():
        punkt = of.punkt(key.punkt)
        felt = punkt.felt(key.felt) if punkt and key.felt != NOTE else None
        if punkt is None or felt is None or key.raekke or key.felt in NEXT:
            continue
        part = felt.part or punkt.part
        if part in {"", "konsulent", *parties}:
            assert stands_in(mark, shared) != stands_in(mark, alone), (mark, key)
        else:
            assert not stands_in(mark, shared + alone), (mark, key)


@pytest.mark.parametrize("name", TABLES)
@pytest.mark.parametrize("recipient", ["borger", "virksomhed", "mentor", "sagsbehandler"])
def test_a_sheet_for_one_recipient_holds_only_what_that_one_may_be_given(name: str, recipient: str) -> None:
    last = sown(name)
    there = ({"virksomhed": "leder"}.get(recipient, recipient), "konsulent")
    if recipient in {"virksomhed", "mentor"} and name in {"formode", "eftervaern"}:
        error = NoSheetBeforeForlob if name == "formode" else NoSheetWithoutYes
        with pytest.raises(error):
            sheet_for(sitting(name, there, last.held), {}, recipient)
        return

    dokument = make_sheet(sheet_for(sitting(name, there, last.held), {}, recipient))

    text = repr(dokument)
    letter = {who: sign for sign, who in LETTERS.items()}[recipient]
    told = [mark for mark in last.marks if stands_in(mark, text)]
    assert [(mark, last.marks[mark]) for mark in told if letter not in allowed(name, last.marks[mark])] == []
    assert [mark for mark in RECORDS if stands_in(mark, text) and letter not in RECORDS[mark]] == []
    assert not [
        block for block in dokument.blokke if isinstance(block, Sideskift | Overskrift) and "Kun til" in repr(block)
    ]
    assert "NOTE" not in text
    assert recipient == "sagsbehandler" or ALIAS not in text
    assert not [one for one in NOBODYS if one in text]


@pytest.mark.parametrize("there", [TABLE, ("borger", "konsulent"), ("leder", "konsulent")])
def test_what_a_party_said_alone_last_time_reaches_no_page_that_the_other_sees(there: tuple[str, ...]) -> None:
    last = sown("opfolgning", ("virksomhed",))

    shared, _ = pages_of(make_sheet(Sheet(sitting("opfolgning", there, last.held))))

    own_words = [mark for mark, key in last.marks.items() if key.felt == "virksomhed_tekst"]
    assert all(stands_in(mark, shared) == (there == ("leder", "konsulent")) for mark in own_words)


def test_what_was_said_when_the_other_was_not_there_counts_as_said_alone() -> None:
    last = sown("opfolgning", (), ("leder", "konsulent"))

    shared, alone = pages_of(make_sheet(Sheet(sitting("opfolgning", TABLE, last.held))))

    own_words = [mark for mark, key in last.marks.items() if key.felt == "virksomhed_tekst"]
    assert own_words
    assert not [mark for mark in own_words if stands_in(mark, shared)]
    assert "Kun til dig" in alone


def test_the_consultants_own_page_has_what_the_others_must_not_see() -> None:
    shared, alone = pages_of(make_sheet(Sheet(sitting("opfolgning", TABLE))))

    assert [
        mark for mark in ("AFTALE2Q", "AFTALE4Q", "DELMAL2Q", "LOSNING3Q", "RAA3Q", "Hvem må se") if mark not in alone
    ] == []
    assert [mark for mark in ("AFTALE1Q", "DELMAL1Q", "LOSNING1Q", "LOSNING2Q", "OPGAVE1Q") if mark not in shared] == []
    assert f"f12 · {ALIAS}" in alone
    assert "Er der noget, sagsbehandleren og du skal tale om?" in alone


@pytest.mark.parametrize("name", TABLES)
def test_a_blank_sheet_tells_of_nobody(name: str) -> None:
    dokument = make_sheet(sheet_for(blank_sitting(agenda(name), "2026-11-20"), {}, ""))

    questions = [block for block in dokument.blokke if isinstance(block, Sporgsmal)]
    assert dokument.titel == agenda(name).title
    assert (dokument.sidehoved, dokument.dato) == ("", "")
    assert not any(question.sidst for question in questions)
    assert not _MARK.search(repr(dokument))
    numbers = {question.nr for question in questions}
    assert {punkt.number for punkt in _usual(agenda(name))} <= numbers


def _usual(of: Agenda) -> list[object]:
    """Those that every samtale has; where no hensyn is known there is nothing to ask about them."""
    return [p for p in of.punkter if p.enabled and not p.thorough and p.known not in {"hensyn"}]  # type: ignore[misc]


def test_a_number_stands_in_one_place_only() -> None:
    dokument = make_sheet(Sheet(sitting("midtvejs", TABLE)))

    numbers = [block.nr for block in dokument.blokke if isinstance(block, Sporgsmal) and block.niveau > 1]

    assert len(numbers) == len(set(numbers))


def test_known_rows_stand_with_their_numbers_and_blank_ones_after_them() -> None:
    dokument = make_sheet(Sheet(sitting("opfolgning", TABLE)))
    rows = [block for block in dokument.blokke if isinstance(block, Sporgsmal) and re.match(r"(10|6)\.\d$", block.nr)]

    assert [(row.nr, row.tekst) for row in rows if row.nr.startswith("6")] == [
        ("6.1", "LOSNING1Q"),
        ("6.2", "LOSNING2Q"),
        ("6.3", "RAA3Q · LOSNING3Q"),
        ("6.4", "RAA4Q · LOSNING4Q"),
    ]
    assert [(row.nr, row.tekst, row.linjer) for row in rows if row.nr.startswith("10")] == [
        (f"10.{row}", "", 1) for row in (1, 2, 3)
    ]
