"""What is written by the numbers of a sheet: which lines belong where, what is read, and that nothing is ever lost."""

import re
from datetime import date

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from matrix import agenda
from vforlob.agenda.paper_lines import split
from vforlob.agenda.paper_reading import PaperRead, PaperRow, PaperRows, Sheet, read_entries
from vforlob.agenda.reserved import TIDLIGERE_AFTALER
from vforlob.agenda.steps import Known
from vforlob.model.agenda import Choice
from vforlob.model.answers import Key

OPFOLGNING = agenda("opfolgning")
TODAY = date(2026, 11, 20)
FEJNING = PaperRow(1, Known(11, (("opgave", "Fejning"),)), "Fejning")
HENSYN = PaperRow(1, Known(5, (("nr", 5),)))
AFTALE = PaperRow(7, Known(7, (("nr", 7),), raekke=7))
ROWS = {
    "opgaver": PaperRows({1: FEJNING}, next_place=2, next_raekke=2),
    "hensyn": PaperRows({2: HENSYN}, next_place=3, next_raekke=2, takes_more=False),
    "aftaler": PaperRows(),
    TIDLIGERE_AFTALER: PaperRows({7: AFTALE}, takes_more=False),
}
PRINTED = {"opgaver": 2, "hensyn": 2, "aftaler": 3, TIDLIGERE_AFTALER: 7}
SHEET = Sheet(
    agenda=OPFOLGNING,
    today=TODAY,
    now=TODAY,
    rows=ROWS,
    askable=lambda _punkt, felt, _answers: (
        felt._replace(choices=(Choice("Fejning", "Fejning"),)) if felt.known == "opgaver" else felt
    ),
)


def cut(text: str) -> list[tuple[str, str]]:
    return [(entry.nr, entry.text) for entry in split(text, OPFOLGNING, PRINTED)]


def read(text: str) -> PaperRead:
    return read_entries(split(text, OPFOLGNING, PRINTED), SHEET)


@pytest.mark.parametrize(
    "line",
    [
        "4a: 9",
        "4a 9",
        "4A:9",
        "4a) 9",
        "4a = 9",
        "4a – 9",
        "4a — 9",
        "• 4a: 9",
        "- 4a: 9",
        "☐ 4a: 9",
        "[x] 4a: 9",
        "> 4a: 9",
        "pkt. 4a: 9",
        "Punkt 4a: 9",
        "#4a: 9",
        "4 a: 9",
        "4.a: 9",
        "4a：9",
        "\xa0• \xa04a:\xa09",
        "\u200b4a:\u202f9",
    ],
)
def test_a_number_is_seen_however_it_came_from_the_phone(line: str) -> None:
    assert cut(line) == [("4a", "9")]


@pytest.mark.parametrize(
    "line",
    [
        "10:30 kom bussen",
        "10.30 kom bussen",
        "12. marts",
        "8 dage",
        "4 timer om ugen",
        "b7 kommer også",
        "1) mælk",
        "kl. 9: mødt",
        "husk: nøglen",
        "4z er ikke et nummer",
        "9,5 timer",
        "20/11: aftalt",
        "- et punkt på en liste",
        "A er syg",
    ],
)
def test_a_line_that_only_looks_like_a_number_belongs_to_the_number_above(line: str) -> None:
    assert cut(f"1c: Hun siger\n{line}") == [("1c", f"Hun siger\n{line}")]


def test_several_lines_belong_to_the_last_number() -> None:
    assert cut("1c: Det går\n\n  også om morgenen\n4a: 9") == [("1c", "Det går\n\n  også om morgenen"), ("4a", "9")]


def test_lines_before_the_first_number_stand_by_themselves() -> None:
    assert cut("Mødte Bo i døren\n4a: 9") == [("", "Mødte Bo i døren"), ("4a", "9")]


@pytest.mark.parametrize(
    ("line", "key", "value"),
    [
        ("4a: 9", Key("fremmode", "aftalt"), 9),
        ("4b: 7,5 dage", Key("fremmode", "modt"), 7.5),
        ("1b: 4", Key("hvordan_gar_det", "borger"), 4),
        ("1b: 4/5", Key("hvordan_gar_det", "borger"), 4),
        ("1c: Ja; og nej", Key("hvordan_gar_det", "borger_tekst"), "Ja; og nej"),
        ("7a: forh", Key("lonkroner", "trin"), "forhandles"),
        ("9a: Ved ikke", Key("forlaengelse", "borger"), "ved_ikke"),
        ("5c: med i pauserne, har en at gå til", Key("socialt", "tegn"), None),
        ("5c: er med i pauserne og har en at gå til", Key("socialt", "tegn"), ("har_en_at_ga_til", "med_i_pauser")),
        ("10a: tirsdag", Key("aftaler", "naeste_kontakt"), "2026-11-24"),
        ("10b: 9.30", Key("aftaler", "naeste_kl"), "09:30"),
        ("2.1: selvstændigt", Key("opgaver", "trin", 1), "selvstaendigt"),
        ("2.1b: selvstændigt", Key("opgaver", "trin", 1), "selvstaendigt"),
        ("2.1: fejning; med hjælp", Key("opgaver", "trin", 1), "med_hjaelp"),
        ("6.2: delvist", Key("hensyn", "virker", 1), "delvist"),
        ("3a: fejning", Key("selvstaendigt", "opgaver"), ("Fejning",)),
        ("sag a: ja", Key("afrunding", "kraever_samtale"), "ja"),
        ("C: Prøve kassen", Key("lille_skridt", "svar"), "Prøve kassen"),
        ("dato: i går", Key("samtale", "dato"), "2026-11-19"),
    ],
)
def test_one_answer_is_read_as_its_kind_reads_it(line: str, key: Key, value: object) -> None:
    assert read(line).answers.get(key) == value


def test_a_row_is_read_part_by_part() -> None:
    found = read(
        "10.1: Ny mødetid; borger, virksomhed; fredag\n10.3: Ringe; andre; naboen; 3/12\n10.2: Bus;; lørdag"
    ).answers

    assert {key: value for key, value in found.items() if key.raekke == 1} == {
        Key("aftaler", "hvad", 1): "Ny mødetid",
        Key("aftaler", "hvem", 1): ("borger", "virksomhed"),
        Key("aftaler", "frist", 1): "2026-11-27",
    }
    assert (found[Key("aftaler", "hvad", 2)], found[Key("aftaler", "frist", 2)]) == ("Bus", "2026-11-21")
    assert Key("aftaler", "hvem", 2) not in found
    assert found[Key("aftaler", "hvem_andre", 3)] == "naboen"
    assert found[Key("aftaler", "frist", 3)] == "2026-12-03"


def test_an_old_aftale_is_settled_by_its_number() -> None:
    moved, dropped = read("aftale 7: flyttet; fredag; travlt"), read("aftale 7: bortfaldet; ikke brug for det")

    assert moved.answers == {
        Key(TIDLIGERE_AFTALER, "udfald", 7): "flyttet",
        Key(TIDLIGERE_AFTALER, "frist", 7): "2026-11-27",
        Key(TIDLIGERE_AFTALER, "grund", 7): "travlt",
    }
    assert dropped.answers[Key(TIDLIGERE_AFTALER, "grund", 7)] == "ikke brug for det"


def test_a_known_row_gets_the_name_of_its_record() -> None:
    assert read("6.2: ja").answers[Key("hensyn", "nr", 1)] == 5
    assert read("2.1: ny").answers[Key("opgaver", "opgave", 1)] == "Fejning"


def test_another_name_on_a_known_row_is_another_row() -> None:
    """A task was added after the sheet was printed: what is written is not about it."""
    found = read("2.1: Kaffe; med hjælp").answers

    assert (found[Key("opgaver", "opgave", 2)], found[Key("opgaver", "trin", 2)]) == ("Kaffe", "med_hjaelp")


def test_lines_with_parts_under_the_number_of_a_list_are_rows() -> None:
    found = read("10:\n- Prøvetur; borger; fredag\n• Ringe; konsulent\nog lidt snak")

    assert [found.answers[Key("aftaler", "hvad", row)] for row in (1, 2)] == ["Prøvetur", "Ringe"]
    assert [one.line for one in found.unread] == ["10: og lidt snak"]


def test_the_day_is_known_before_everything_else() -> None:
    assert read("10a: i morgen\ndato: i går").answers[Key("aftaler", "naeste_kontakt")] == "2026-11-20"


@pytest.mark.parametrize(
    ("line", "kept", "punkt"),
    [
        ("4c: mange", "4c: mange", "fremmode"),
        ("14: bar", "14: bar", ""),
        ("4z: foo", "4z: foo", "fremmode"),
        ("6.9: ja", "6.9: ja", "hensyn"),
        ("10.40: senere", "10.40: senere", "aftaler"),
        ("4: lidt af hvert", "4: lidt af hvert", "fremmode"),
        ("Ingen numre her", "Ingen numre her", ""),
        ("10.1: Bus; hvem; fredag", "10.1 Hvem gør det: hvem", "aftaler"),
        ("10.1: a; borger; fredag; journalen; og mere", "10.1: og mere", "aftaler"),
    ],
)
def test_what_cannot_be_read_is_kept_with_its_point_and_a_reason(line: str, kept: str, punkt: str) -> None:
    (unread,) = read(line).unread

    assert (unread.line, unread.punkt) == (kept, punkt)
    assert unread.because.endswith((".", "?"))


def test_an_unknown_number_is_named_with_the_nearest() -> None:
    assert read("4z: foo").unread[0].because == "Der er intet nummer 4z. Mente du 4g?"


def test_lines_under_a_number_that_takes_none_are_kept() -> None:
    found = read("4a: 9\nog fire dage til")

    assert found.answers == {Key("fremmode", "aftalt"): 9}
    assert [one.line for one in found.unread] == ["4a: og fire dage til"]


def test_a_number_written_twice_keeps_both() -> None:
    counted, told = read("4a: 9\n4a: 8"), read("1c: Godt\n1d: 3\n1c: Bedre")

    assert (counted.answers[Key("fremmode", "aftalt")], [one.line for one in counted.unread]) == (8, ["4a: 9"])
    assert told.answers[Key("hvordan_gar_det", "borger_tekst")] == "Godt\nBedre"


def test_a_cpr_number_is_hidden_in_answers_and_notes() -> None:
    found = read("1c: Hun er 010203-1234\n4c: 010203-1234\n4 note: 010203-1234")

    assert found.masked
    assert "1234" not in f"{found.answers}{found.unread}{found.notes}"


WORDS = st.sampled_from(
    [
        "4a",
        "4a:",
        "10.1:",
        "10.2",
        ";",
        ":",
        "-",
        "•",
        "B.1",
        "b1:",
        "6.2:",
        "aftale 7:",
        "gjort",
        "14:",
        "dato:",
        "fredag",
        "9",
        "1c:",
        "Hun siger",
        "æøå",
        "\n",
        "\n\n",
        "4 note:",
        "note:",
        "\xa0",
        "10:30",
        "2.1:",
        "selvstændigt",
        "C:",
        "sag b:",
    ]
)


def words_of(text: str) -> set[str]:
    return set(re.findall(r"[^\W_]+", text.casefold()))


@given(
    st.one_of(
        st.text(max_size=300), st.lists(WORDS, max_size=40).map(" ".join), st.lists(WORDS, max_size=40).map("".join)
    )
)
@example("4a: 1;2\n;\n:")
@example("aftale 7: ;;;\n10.1: ;x")
def test_no_text_makes_it_stumble_and_no_word_is_lost(text: str) -> None:
    entries = split(text, OPFOLGNING, PRINTED)
    found = read_entries(entries, SHEET)
    numbers = " ".join(f"{entry.nr} {entry.text if not entry.text else ''}" for entry in entries)
    kept = " ".join(
        [
            numbers,
            *(one.raw for one in found.said),
            *(one.line for one in found.unread),
            *(note for _, note in found.notes),
        ]
    )
    named = "punkt pkt spm spørgsmål felt nr x note til delmaal deltagere aftaler klokken"

    typed = words_of(" ".join(f"{entry.nr} {entry.text}" for entry in entries))
    if not found.masked:
        assert typed - words_of(f"{kept} {named}") <= {"fejning"}  # the name of a row, said once more
