"""What an answer file may hold, and what is said of each thing that is wrong in it, with its line and its place."""

from datetime import date
from pathlib import Path

import pytest

from vforlob.agenda.answer_file import AnswerFile, read_answers
from vforlob.agenda.answer_reading import Ground, Known
from vforlob.agenda.loader import load_agenda
from vforlob.errors.answer import FaultyFile
from vforlob.errors.base import Fault
from vforlob.model.agenda import Agenda
from vforlob.model.answers import Key, Value

ROOT = Path(__file__).parent.parent.parent
KNOWN = Known(aftaler=(1, 3), delmal=(2,), hensyn=(1, 2), opgaver=("Fejning", "Pakkebordet"))


def agenda_named(name: str) -> Agenda:
    return load_agenda(name, (ROOT / "agendas" / f"{name}.toml").read_bytes())


AGENDAS = {name: agenda_named(name) for name in ("formode", "startmode", "opfolgning")}


def ground(name: str = "opfolgning", before: dict[Key, Value] | None = None, art: str = "virksomhedspraktik") -> Ground:
    agenda = AGENDAS[name]
    return Ground(agenda, date(2026, 11, 20), agenda.deltagere, KNOWN, before or {}, forlob_art=art)


def read(text: str, name: str = "opfolgning", before: dict[Key, Value] | None = None) -> AnswerFile:
    return read_answers(text.encode(), ground(name, before))


def faults(text: str, name: str = "opfolgning") -> list[Fault]:
    with pytest.raises(FaultyFile) as refused:
        read(text, name)
    return list(refused.value.faults)


# agenda, text, line, a piece of the place, a piece of the sentence
FAULTS = [
    ("opfolgning", "[fremode]\nsyg = 1", 1, "fremode", "Mente du »fremmode«"),
    ("opfolgning", "\n\n[noget_helt_andet]\nx = 1", 3, "noget_helt_andet", "kendes ikke her"),
    ("opfolgning", "[fremmode]\nsygg = 1", 2, "fremmode", "Mente du »syg«"),
    ("opfolgning", '[fremmode]\nsyg = "mange"', 2, "syg", "er ikke et tal"),
    ("opfolgning", "[fremmode]\nsyg = true", 2, "syg", "Her skal stå et tal"),
    ("opfolgning", "[fremmode]\nsyg = { a = 1 }", 2, "syg", "ikke en tabel"),
    ("opfolgning", "fremmode = 4", 1, "fremmode", "Skriv [fremmode] på en linje for sig"),
    ("opfolgning", 'hvordan_gar_det = "fint"', 1, "hvordan_gar_det", "flere felter"),
    ("opfolgning", "[hvordan_gar_det]\nborger = 6", 2, "borger", "fra 1 til 5"),
    ("opfolgning", "[hvordan_gar_det]\nborger = 0", 2, "borger", "ikke et trin på skalaen"),
    ("opfolgning", '[hvordan_gar_det]\nalene = ["leder"]', 2, "alene", "ikke en af mulighederne"),
    ("opfolgning", '[lonkroner]\ntrin = "italesatt"', 2, "trin", "talt om"),
    ("opfolgning", "[lonkroner]\ntimetal = 4", 2, "timetal", "Flyt den op over den første [..]"),
    ("opfolgning", '[aftaler]\nraekker = []\nforlaengelse = "x"', 3, "forlaengelse", "er et punkt for sig"),
    ("opfolgning", "[aftaler]\nnaeste_kontakt = 2026-02-30", 2, "", "Datoen findes ikke"),
    ("opfolgning", '[aftaler]\nnaeste_kontakt = "32/11"', 2, "naeste_kontakt", "er ikke en dato"),
    ("opfolgning", "[aftaler]\nnaeste_kl = 9.3", 2, "naeste_kl", "klokkeslæt i anførselstegn"),
    ("opfolgning", '[aftaler]\nnaeste_kl = "25.00"', 2, "naeste_kl", ""),
    ("opfolgning", '[aftaler]\nnaeste_form = "brev"', 2, "naeste_form", "ikke en af mulighederne"),
    ("opfolgning", '[aftaler]\nraekker = "alt"', 2, "raekker", "Rækker skrives som"),
    ("opfolgning", "[aftaler]\nraekker = [ 1, 2 ]", 2, "raekker", "Rækker skrives som"),
    ("opfolgning", "[aftaler]\nraekker = [ {} ]", 2, "række 1", "Rækken er tom"),
    ("opfolgning", '[aftaler]\nraekker = [\n{ hvad = "a" },\n{ hvem = "borger" } ]', 4, "række 2", "mangler »hvad«"),
    ("opfolgning", '[aftaler]\nraekker = [\n{ hvad = "a", hvor = "b" } ]', 3, "hvor", "kendes ikke her"),
    ("opfolgning", '[aftaler]\nraekker = [\n{ hvad = "a", hvem = "alle" } ]', 3, "hvem", "ikke en af mulighederne"),
    ("opfolgning", '[aftaler]\nraekker = [\n{ hvad = "a", frist = "snart" } ]', 3, "frist", "er ikke en dato"),
    ("opfolgning", '[opgaver]\nraekker = [ { trin = "ny" } ]', 2, "række 1", "mangler »opgave«"),
    ("opfolgning", '[opgaver]\nraekker = [ { opgave = "x", trin = "helt" } ]', 2, "trin", "ikke en af mulighederne"),
    (
        "opfolgning",
        '[opgaver]\nraekker = [ { opgave = "Fejning" },\n{ opgave = "fejning" } ]',
        3,
        "række 2",
        "står i to rækker",
    ),
    ("opfolgning", '[selvstaendigt]\nopgaver = ["Vaske op"]', 2, "opgaver", "ikke en af mulighederne"),
    ("opfolgning", '[hensyn]\nraekker = [ { virker = "ja" } ]', 2, "nr", "Skriv nummeret på hensynet"),
    ("opfolgning", '[hensyn]\nraekker = [ { nr = 7, virker = "ja" } ]', 2, "nr", "intet hensyn nr. 7. Der er 1 og 2"),
    (
        "opfolgning",
        '[hensyn]\nraekker = [ { nr = 1, virker = "ja" }, { nr = 1, virker = "nej" } ]',
        2,
        "række 2",
        "står i to rækker",
    ),
    ("opfolgning", '[hensyn]\nraekker = [ { nr = 1, virker = "tja" } ]', 2, "virker", "ikke en af mulighederne"),
    (
        "opfolgning",
        "[fremmode]\naftalt = 8\nmodt = 6\nsyg = 2\nfri = 1\nudeblevet = 0\nuafklaret = 0",
        2,
        "aftalt",
        "Der er 8 aftalte dage, men svarene giver 9. Ret et tal, eller skriv en note.",
    ),
    ("opfolgning", "[timetal]\npraktik = 60", 2, "praktik", "60 timer om ugen er mere end 37"),
    ("opfolgning", "[samtale]\ndatoo = 2026-11-20", 2, "datoo", "Mente du »dato«"),
    ("opfolgning", '[samtale]\ndato = "engang"', 2, "dato", "er ikke en dato"),
    ("opfolgning", '[samtale]\nform = "fax"', 2, "form", "ikke en af mulighederne"),
    ("opfolgning", '[samtale]\ndeltagere = ["borger", "chefen"]', 2, "deltagere", "ikke en af mulighederne"),
    ("opfolgning", '[samtale]\nkraever_samtale = "måske"', 2, "kraever_samtale", "hverken ja eller nej"),
    ("opfolgning", '[samtale]\nonsker = "x"\nhensyn = 1', 3, "hensyn", "Flyt den op over den første"),
    ("opfolgning", "samtale = 1", 1, "samtale", "Skriv [samtale] på en linje for sig"),
    ("opfolgning", "[tidligere_aftaler]\nnr = 1", 1, "tidligere_aftaler", "Skriv [[tidligere_aftaler]]"),
    ("opfolgning", '[[tidligere_aftaler]]\nudfald = "gjort"', 1, "nr", "nummeret på en åben aftale, fx nr = 1"),
    (
        "opfolgning",
        '[[tidligere_aftaler]]\nnr = 9\nudfald = "gjort"',
        2,
        "nr",
        "ikke en åben aftale i sagen. Åbne er 1 og 3",
    ),
    ("opfolgning", "[[tidligere_aftaler]]\nnr = 1", 1, "nummer 1", "Skriv udfald"),
    ("opfolgning", '[[tidligere_aftaler]]\nnr = 1\nudfald = "glemt"', 3, "udfald", "ikke en af mulighederne"),
    ("opfolgning", '[[tidligere_aftaler]]\nnr = 1\nudfald = "flyttet"', 3, "", "skal have en ny frist"),
    ("opfolgning", '[[tidligere_aftaler]]\nnr = 1\nudfald = "bortfaldet"', 3, "", "skal have en grund"),
    (
        "opfolgning",
        '[[tidligere_aftaler]]\nnr = 1\nudfald = "gjort"\n[[tidligere_aftaler]]\nnr = 1\nudfald = "gjort"',
        5,
        "nr",
        "mere end én gang",
    ),
    ("opfolgning", '[[tidligere_delmal]]\nnr = 1\nstatus = "naet"', 2, "nr", "ikke et åbent delmål"),
    ("opfolgning", '[[tidligere_delmal]]\nnr = 2\nstatus = "slut"', 3, "status", "ikke en af mulighederne"),
    (
        "opfolgning",
        '[samtale]\ndeltagere = ["borger", "konsulent"]\n[hvordan_gar_det]\nvirksomhed = 3',
        4,
        "virksomhed",
        "Det er virksomhedens svar, men virksomheden står ikke under deltagere.",
    ),
    (
        "startmode",
        '[hensyn]\nraekker = [ { nr = 1, hvem = ["leder"], sporg_forst = ["leder"] } ]',
        2,
        "sporg_forst",
        "»leder« står både under må vide og spørg først",
    ),
    ("startmode", '[vitas]\nvits = "sendt"', 2, "vits", "kendes ikke her"),
    ("startmode", 'vitas = "lagt i skuffen"', 1, "vitas", "ikke en af mulighederne"),
    ("formode", 'indsats = 4\n[indsats]\nsvar = "x"', 2, "", "brugt før"),
    ("formode", 'indsats = ["x"]', 1, "indsats", "Her skal stå en tekst"),
    ("formode", 'indsats = "010190-1234 ringede"', 1, "indsats", "ligner et cpr-nummer"),
    ("formode", '[timetal]\nstart = "12.30"', 2, "start", "kan betyde to tal"),
    ("formode", '[onskeliste]\nraekker = [ { branche = "Træ" } ]', 2, "række 1", "mangler »onske«"),
    ("formode", "indsats = ", 1, "", "Værdien kan ikke læses"),
    ("formode", "a.b.c.d.e.f.g.h.i.j = 1", 1, "", "flere end 8 punktummer"),
]


@pytest.mark.parametrize(("name", "text", "line", "place", "sentence"), FAULTS)
def test_each_fault_is_said_with_its_line_and_its_place(
    name: str, text: str, line: int, place: str, sentence: str
) -> None:
    found = faults(text, name)

    assert any(fault.line == line and place in fault.place and sentence in fault.sentence for fault in found), [
        (fault.line, fault.place, fault.sentence) for fault in found
    ]


@pytest.mark.parametrize(("name", "text", "line", "place", "sentence"), FAULTS)
def test_no_fault_speaks_english_or_shouts(name: str, text: str, line: int, place: str, sentence: str) -> None:
    for fault in faults(text, name):
        assert fault.sentence.endswith((".", "?", "«"))
        assert "!" not in fault.sentence


def test_all_faults_come_at_once_in_the_order_of_the_file() -> None:
    found = faults('[fremode]\nx = 1\n[fremmode]\nsyg = "?"\n[lonkroner]\ntrin = "?"\n[aftaler]\nraekker = 1\n')

    assert [fault.line for fault in found] == [1, 4, 6, 8]


def test_the_shorthand_stands_for_the_answer_or_the_rows() -> None:
    read_short = read('indsats = "x"\nonskeliste = [ { onske = "Savværk" } ]', "formode")
    read_long = read('[indsats]\nsvar = "x"\n[onskeliste]\nraekker = [ { onske = "Savværk" } ]', "formode")

    assert (
        read_short.answers
        == read_long.answers
        == {Key("indsats", "svar"): "x", Key("onskeliste", "onske", 1): "Savværk"}
    )


def test_what_is_typed_as_people_type_it_is_read() -> None:
    found = read(
        '[samtale]\ndato = "20/11"\n[timetal]\npraktik = "12,5"\n'
        '[aftaler]\nnaeste_kontakt = "om 14 dage"\nnaeste_kl = "kl. 9"'
    )

    assert found.answers == {
        Key("timetal", "praktik"): 12.5,
        Key("aftaler", "naeste_kontakt"): "2026-12-04",
        Key("aftaler", "naeste_kl"): "09:00",
    }


def test_the_day_of_the_samtale_is_today_for_the_rest_of_the_file() -> None:
    found = read('[aftaler]\nnaeste_kontakt = "om 14 dage"\n[samtale]\ndato = 2026-10-28')

    assert found.answers[Key("aftaler", "naeste_kontakt")] == "2026-11-11"


def test_a_note_explains_days_and_hours() -> None:
    days = 'aftalt = 8\nmodt = 6\nsyg = 2\nfri = 1\nudeblevet = 0\nuafklaret = 0\nnote = "Talt to gange"'

    found = read(f'[fremmode]\n{days}\n[timetal]\npraktik = 40\nnote = "Ferieafløsning"')

    assert found.answers[Key("timetal", "praktik")] == 40
    assert found.answers[Key("fremmode", "note")] == "Talt to gange"


def test_empty_quotes_take_an_answer_away() -> None:
    before: dict[Key, Value] = {Key("lonkroner", "tekst"): "gammelt"}

    found = read('[lonkroner]\ntekst = ""', before=before)

    assert found.answers == {Key("lonkroner", "tekst"): None}


def test_an_empty_list_of_ticks_is_no_answer_and_takes_an_earlier_one_away() -> None:
    before: dict[Key, Value] = {Key("socialt", "tegn"): ("bedst_alene",)}

    answers = read("[socialt]\ntegn = []\n[hvordan_gar_det]\nalene = []\n", before=before).answers

    assert answers == {Key("socialt", "tegn"): None, Key("hvordan_gar_det", "alene"): None}


def test_an_empty_list_of_roles_in_a_row_names_nobody() -> None:
    answers = read('[hensyn]\nraekker = [ { nr = 1, hvem = [], sporg_forst = ["leder"] } ]', "startmode").answers

    assert {key.felt: value for key, value in answers.items()} == {"nr": 1, "sporg_forst": ("leder",)}


def test_an_aftale_for_nobody_is_refused_and_never_taken_as_for_everybody() -> None:
    found = faults('[aftaler]\nraekker = [ { hvad = "Ringe", modtagere = [] } ]')

    assert [fault.line for fault in found] == [2]


def test_a_list_is_replaced_and_its_rows_keep_their_numbers() -> None:
    before: dict[Key, Value] = {
        Key("aftaler", "hvad", 1): "A",
        Key("aftaler", "frist", 1): "2026-12-01",
        Key("aftaler", "hvad", 2): "B",
    }

    found = read('[aftaler]\nraekker = [ { hvad = "B" }, { hvad = "C" }, { hvad = "D" } ]', before=before)

    assert found.answers == {
        Key("aftaler", "hvad", 2): "B",
        Key("aftaler", "hvad", 3): "C",
        Key("aftaler", "hvad", 4): "D",
        Key("aftaler", "hvad", 1): None,
        Key("aftaler", "frist", 1): None,
    }


def test_a_row_whose_words_were_mended_is_the_same_row() -> None:
    before: dict[Key, Value] = {Key("aftaler", "hvad", 1): "Rigne til lægen", Key("aftaler", "hvad", 2): "B"}

    found = read('[aftaler]\nraekker = [ { hvad = "Ringe til lægen" }, { hvad = "B" } ]', before=before)

    assert found.answers == {Key("aftaler", "hvad", 1): "Ringe til lægen", Key("aftaler", "hvad", 2): "B"}


def test_known_rows_left_out_stay_as_they_were() -> None:
    before: dict[Key, Value] = {Key("hensyn", "nr", 1): 1, Key("hensyn", "virker", 1): "ja"}

    found = read('[hensyn]\nraekker = [ { nr = 2, virker = "nej" } ]', before=before)

    assert found.answers == {Key("hensyn", "nr", 2): 2, Key("hensyn", "virker", 2): "nej"}


def test_a_tick_may_name_a_task_of_the_same_file_in_any_spelling() -> None:
    found = read('[selvstaendigt]\nopgaver = ["LÆSSE AF", "fejning"]\n[opgaver]\nraekker = [ { opgave = "læsse af" } ]')

    assert found.answers[Key("selvstaendigt", "opgaver")] == ("Fejning", "læsse af")


def test_an_answer_that_is_not_asked_for_is_told_and_no_fault() -> None:
    found = read('[opgaver]\nraekker = [ { opgave = "Fejning", timetype = "praktik" } ]')

    assert found.unused == (Key("opgaver", "timetype", 1),)


@pytest.mark.parametrize("name", ["formode", "startmode", "opfolgning"])
def test_the_examples_are_read_without_a_fault(name: str) -> None:
    known = Known(aftaler=(1, 3), hensyn=(1, 2))
    data = (ROOT / "tests" / "eksempler" / f"{name}.toml").read_bytes()

    found = read_answers(data, ground(name)._replace(known=known))

    assert found.unused == ()


@pytest.mark.parametrize(
    "data", [b"\xff\xfe", b"x" * 300_000, b"[" * 40, b"a = " + b"[" * 20 + b"]" * 20, b'a = "\xff"', b"a" * 5000]
)
def test_a_file_made_to_hurt_is_refused(data: bytes) -> None:
    with pytest.raises(FaultyFile):
        read_answers(data, ground())
