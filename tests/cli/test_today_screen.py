"""Today's list as it is painted, as text, as JSON."""

from datetime import date

import pytest
from english import english_in

from vforlob.actions.to_journal import ToJournal
from vforlob.actions.today import Today
from vforlob.actions.today_line import Line
from vforlob.cli.today_json import today_json
from vforlob.cli.today_screen import View, today_lines, today_page
from vforlob.model.due import PutOff, Unjournalised, Whose

TODAY = date(2026, 11, 23)
AE7 = Whose(7, "Æ-7", 12, "Ørbæk & Søn, æsker og papkasser", "2026-11-04", "2027-02-02", taet=True)
B2 = Whose(2, "B-2", 8, "Byens Marked", "2026-11-12", "2027-02-10")
B4 = Whose(4, "B-4")
K1 = Whose(5, "K-1", 15, "Maler Jensen", "2026-10-12", "2027-01-10")
T9 = Whose(9, "T-9", 3, "Genbrug Syd", "2026-09-01", "2026-12-03")
SAID = "Kom ikke to gange de første 14 dage."
FULL = Today(
    TODAY,
    34,
    12,
    (
        Line("lofte", B4, "2026-11-20", nr=5, text="prøvetur med bussen", agenda="formode"),
        Line(
            *("tegn", B2),
            text=SAID,
            move="Hør B-2, hvad der skete.",
            command="kontakt f8",
            kilde="tidligt_fravaer",
            also=(Line("vitas", B2, "2026-11-12"),),
        ),
        Line("kontakt", AE7, "2026-11-20", "13:00", "besog", "2026-11-09", kilde="aftalt"),
    ),
    (
        Line(
            *("aftalt", K1, "2026-11-24", "15:00"),
            agenda="midtvejs",
            kilde="aftalt",
            is_soon=True,
            also=(Line("tegn", K1, text="I har ikke talt om løntimer endnu.", is_soon=True),),
        ),
        Line(
            *("slutter", T9, "2026-12-03"),
            text="Praktikken slutter om 10 dage. Den afsluttende samtale er ikke aftalt.",
            move="Aftal den med begge.",
            command="forløb vis f3",
            is_soon=True,
        ),
    ),
    (Unjournalised(AE7, 31, "opfolgning", "2026-11-20"),),
    None,
    (PutOff(T9, 1, "tegn tavshed", 0, "2026-11-27", "ferie"), PutOff(T9, 2, "vitas", 0, "2026-11-27", "ferie")),
    ToJournal({"samtale": 1, "kontakt": 2}, 2, "2026-11-18"),
)
EMPTY = Today(TODAY, 0, 0, (), (), (), None)
QUIET = EMPTY._replace(borgere=3, forlobene=1, first=Line("aftalt", T9, "2026-11-25", "09:00", kilde="aftalt"))


def many(count: int) -> Today:
    """So many forløb with a contact overdue."""
    now = tuple(Line("kontakt", B2._replace(forlob=n), "2026-11-20", kilde="aftalt") for n in range(1, count + 1))
    return FULL._replace(now=now, soon=())


def test_the_list_on_a_small_screen() -> None:
    assert today_lines(FULL, View(80, 21)) == [
        " Kun til dig · mandag den 23. november 2026 (uge 48)    34 borgere, 12 i forløb",
        "",
        " Nu",
        " a  b4   B-4                     Du lovede: Prøvetur med bussen. Det er 3 dage",
        "                                 over tid. Hold, hvad du lovede, eller aftal en",
        "                                 ny dag.",
        " b  f8   B-2   Byens Marked      Kom ikke to gange de første 14 dage. Hør B-2,",
        "                                 hvad der skete. Og 1 ting mere.",
        " c  f12  Æ-7   Ørbæk & Søn, æs…  Tæt opfølgning. Opfølgningen skulle have været",
        "                                 fredag den 20. november kl. 13 som besøg, for",
        "                                 3 dage siden. Hold den, eller aftal en ny dag.",
        "",
        " Snart",
        " d  f15  K-1   Maler Jensen      Midtvejsevalueringen er i morgen kl. 15.",
        "                                 Forbered den. Og 1 ting mere.",
        " e  f3   T-9   Genbrug Syd       Praktikken slutter om 10 dage. Den afsluttende",
        "                                 samtale er ikke aftalt. Aftal den med begge.",
        "",
        " Til journalen: 1 samtale og 2 notater, 2 skal ind i dag",
        " Udsat: f3 til fredag (ferie)",
    ]


def test_the_list_on_a_large_screen_tells_every_reason() -> None:
    assert today_lines(FULL, View(100, 37))[2:] == [
        " Nu",
        " a  b4   B-4                     Du lovede: Prøvetur med bussen. Det er 3 dage over tid. Hold, hvad",
        "                                 du lovede, eller aftal en ny dag.",
        " b  f8   B-2   Byens Marked      Kom ikke to gange de første 14 dage. Hør B-2, hvad der skete.",
        "                                 Også: Forløbet begyndte torsdag den 12. november, og der er ingen",
        "                                 bevilling i VITAS.",
        " c  f12  Æ-7   Ørbæk & Søn, æs…  Tæt opfølgning. Opfølgningen skulle have været fredag den 20.",
        "                                 november kl. 13 som besøg, for 3 dage siden. Hold den, eller aftal",
        "                                 en ny dag.",
        "",
        " Snart",
        " d  f15  K-1   Maler Jensen      Midtvejsevalueringen er i morgen kl. 15. Forbered den. Også: I har",
        "                                 ikke talt om løntimer endnu.",
        " e  f3   T-9   Genbrug Syd       Praktikken slutter om 10 dage. Den afsluttende samtale er ikke",
        "                                 aftalt. Aftal den med begge.",
        "",
        " Til journalen: 1 samtale og 2 notater, 2 skal ind i dag",
        " Udsat: f3 til fredag (ferie)",
    ]


def test_the_plain_list_has_no_columns() -> None:
    assert today_lines(FULL, View(80, 37, plain=True))[2:12] == [
        " Nu",
        " a  b4 B-4",
        "    Du lovede: Prøvetur med bussen. Det er 3 dage over tid. Hold, hvad du",
        "    lovede, eller aftal en ny dag.",
        " b  f8 B-2 hos Byens Marked",
        "    Kom ikke to gange de første 14 dage. Hør B-2, hvad der skete. Også:",
        "    Forløbet begyndte torsdag den 12. november, og der er ingen bevilling i",
        "    VITAS.",
        " c  f12 Æ-7 hos Ørbæk & Søn, æsker og papkasser",
        "    Tæt opfølgning. Opfølgningen skulle have været fredag den 20. november kl.",
    ]


@pytest.mark.parametrize("lettered", [True, False])
@pytest.mark.parametrize("width", [20, 40, 59, 60, 80, 100])
@pytest.mark.parametrize("found", [FULL, QUIET, EMPTY])
def test_no_line_is_wider_than_the_screen(found: Today, width: int, lettered: bool) -> None:
    lines = today_lines(found, View(width, lettered=lettered))

    assert max(len(line) for line in lines if "vforlob " not in line) <= width
    assert lines[0].startswith(" Kun til dig")


def test_as_text_every_line_has_its_command_and_everything_is_listed() -> None:
    text = " ".join(" ".join(today_lines(FULL, View(80, 0, lettered=False, behind=" --mappe x"))).split())

    for command in ("opfølgning f12", "forløb vis f3", "journal"):
        assert f"vforlob {command} --mappe x" in text
    assert "Til journalen: 1 samtale (s31) og 2 kontakter. Sæt 2 af dem ind i dag:" in text
    assert "Det ældste er fra onsdag den 18. november." in text
    assert len([line for line in today_lines(many(40), View(80, 0, lettered=False)) if " B-2 " in line]) == 40


@pytest.mark.parametrize(
    ("first", "said"),
    [
        (QUIET.first, "Næste kontakt er onsdag den 25. november kl. 9: f3 hos Genbrug Syd."),
        (
            Line("aftalt", T9, "2026-12-04", kilde="kontakt_senest_dage"),
            "Næste kontakt er senest fredag den 4. december: f3 hos Genbrug Syd.",
        ),
        (Line("aftalt", B4, "2026-11-25", kilde="aftalt"), "Næste kontakt er onsdag den 25. november: b4."),
        (None, "og der er ikke aftalt flere kontakter."),
    ],
)
def test_nobody_waiting_is_a_sentence(first: Line | None, said: str) -> None:
    text = " ".join(" ".join(today_lines(QUIET._replace(first=first), View())).split())

    assert "Ingen venter på dig i dag" in text
    assert said in text


def test_an_empty_store_says_what_to_do_first() -> None:
    assert "Opret den første med: vforlob borger ny" in "\n".join(today_lines(EMPTY, View(80, 21)))


def test_a_caseload_that_was_not_looked_through_is_said_so() -> None:
    text = " ".join(today_lines(FULL._replace(forlobene=100, unseen=36), View(100)))

    assert "Der er 100 åbne forløb. Listen er lavet af de 64, der haster mest." in text


def test_as_json_every_row_says_who_why_and_what_to_do() -> None:
    got = today_json(FULL)

    assert [(row["id"], row["afsnit"], row["slags"], row["forlob"]) for row in got["raekker"]] == [
        (5, "nu", "lofte", None),
        (8, "nu", "tegn", 8),
        (12, "nu", "kontakt", 12),
        (15, "snart", "aftalt", 15),
        (3, "snart", "slutter", 3),
        (31, "journal", "journal", 12),
    ]
    assert all(row["hvorfor"] and row["gor"] and row["kommando"].startswith("vforlob ") for row in got["raekker"])
    assert got["raekker"][1]["hvorfor"].startswith(SAID)
    assert [(one["slags"], one["kilde"]) for one in got["raekker"][1]["grunde"]] == [
        ("tegn", "tidligt_fravaer"),
        ("vitas", None),
    ]
    assert got["til_journalen"] == {"samtale": 1, "kontakt": 2}
    assert got["journal"] == {"skal_ind": 2, "aeldste": "2026-11-18", "flere": "nej"}
    assert [(it["forlob"], it["til"], it["grund"]) for it in got["udsat"]] == [(3, "2026-11-27", "ferie")] * 2


def test_more_than_there_is_room_for_is_counted_and_can_be_seen() -> None:
    found = many(13)

    page = today_page(found, View(80, 20))
    rest = today_page(found, View(80, 40, start=len(page.entries)))

    assert len(page.lines) <= 20
    assert f"    Der er {page.left} til. Se dem: i" in page.lines
    assert (len(page.entries) + page.left, len(rest.entries), rest.left) == (13, page.left, 0)
    assert not any("Til journalen" in line for line in rest.lines)


def test_a_larger_screen_shows_more() -> None:
    assert len(today_page(many(13), View(100, 37)).entries) > len(today_page(many(13), View(80, 21)).entries)


def test_nothing_is_said_in_another_language() -> None:
    assert english_in(" ".join(today_lines(FULL, View(80, 0, lettered=False)))) == []
