"""The overview as it is seen: whole screens that can be read, in 80x24 and 120x40, with colours and without.

Run this file as a script to write the screens anew: PYTHONPATH=tests:tests/cli python tests/cli/test_overblik_screen.py
"""

import re
from datetime import date
from pathlib import Path

import pytest

from vforlob.actions.overblik import Row, Shown
from vforlob.cli.layout import WIDEST
from vforlob.cli.overblik_menu import BELOW
from vforlob.cli.overblik_paint import coloured, plain
from vforlob.cli.overblik_screen import View, empty_lines, overblik_screen
from vforlob.cli.overblik_weeks import week_text
from vforlob.rules.overblik import names
from vforlob.rules.overblik.values import Opkald, Overblik, Sagsstamme, Tal, Uge

GOLDEN = Path(__file__).parents[1] / "golden" / "overblik"
MONTHS = ("2026-10", "2026-09", "2026-08", "2026-07")
ROWS = (
    ("igang", "I gang i forløb", 12.0, 10.0, 2.0, (11, 9, 9, 8)),
    ("i_praktik", "I gang i praktik", None, 8.0, None, (8, 7, 8, 6)),
    ("fastholdt", "Stadig i gang efter uge 4", 8.0, 7.0, 1.0, (6, 7, 6, 6)),
    ("cv", "Har CV", 34.0, 29.0, 5.0, (27, 26, 26, 24)),
    ("lontimer", "Ordinære timer om ugen", 40.0, 31.5, 8.5, (24, 18, 12.5, 9)),
    ("opfolgning", "Opfølgning til tiden", 10.0, 10.0, 0.0, (11, 10, 9, 9)),
)
OWN = Row("snuse", "Snusebesøg hos nye værter i Aarhus Nord", 4.0, 1.0, 3.0, (("2026-10", 2.0),))
FIGURES = (
    {names.BORGERE: 34, names.KLAR: 9, names.TAET_PA: 14, names.LAENGERE_FRA: 11, names.SKAL_TIL: 6}
    | {names.FORFALDNE: 4, names.TAET: 3, names.VENTER: 2, names.UDEN_SKRIDT: 1, names.MELLEM: 5, names.UDEN_CV: 5}
    | {names.PLANLAGT: 3, names.BEGYNDELSEN: 4, names.SENERE: 5, names.SLUTTER: 1, names.EFTERVAERN: 2}
)
CALLS = (Opkald(21, "2026-11-24", "2026-11-23"), Opkald(30, "2026-11-23", "2026-11-23"))


def shown(plads: int | None = 10, **over: float) -> Shown:
    figures = {name: Tal(float(count)) for name, count in (FIGURES | over).items()}
    weeks = (
        Uge("2026-11-23", "2026-11-29", Tal(9), Tal(5), CALLS, (8, 12, 3, 15)),
        Uge("2026-11-30", "2026-12-06", Tal(8), Tal(0), ()),
    )
    rows = [Row._make((*facts, tuple(zip(MONTHS, map(float, before), strict=True)))) for *facts, before in ROWS]
    return Shown(Overblik("2026-11-25", figures, weeks, Sagsstamme(30, 35, 45)), tuple(rows), plads)


def in_terminal(width: int, height: int) -> View:
    return View(min(width, WIDEST), height - BELOW, lettered=True)


def painted(view: View, it: Shown) -> str:
    """Colours can be read: <31>red<0>."""
    lines = "".join(f"{coloured(line)}\n" for line in overblik_screen(it, view).lines)
    return re.sub(r"\x1b\[(\d+)m", r"<\1>", lines)


def text(view: View, it: Shown) -> str:
    return "".join(f"{plain(line)}\n" for line in overblik_screen(it, view).lines)


def screens() -> dict[str, str]:
    bare = shown(None)._replace(rows=tuple(row._replace(antal=None, mangler=None) for row in shown().rows))
    return {
        "80x24": text(in_terminal(80, 24), shown()),
        "80x24_farver": painted(in_terminal(80, 24), shown()),
        "80x24_for_mange": painted(in_terminal(80, 24), shown(borgere=52.0, uden_parathed=18.0)),
        "80x24_egne_maltal": text(in_terminal(80, 24), shown()._replace(rows=(*shown().rows, OWN, OWN, OWN))),
        "120x40": text(in_terminal(120, 40), shown()._replace(rows=(*shown().rows, OWN))),
        "tekst": text(View(80), bare),
        "enkel": text(View(80, plain=True, lettered=True), shown()),
        "smal": text(View(40, lettered=True), shown()),
        "tom": "\n".join(empty_lines(date(2026, 11, 25), 80, can_import=True)) + "\n",
    }


@pytest.mark.parametrize("name", screens())
def test_the_screen_is_as_it_was_read(name: str) -> None:
    assert screens()[name] == (GOLDEN / f"{name}.txt").read_text(encoding="utf-8")


@pytest.mark.parametrize(("width", "height"), [(80, 24), (120, 40), (100, 30)])
@pytest.mark.parametrize("own", [0, 1, 9])
def test_the_screen_fits_with_the_lines_under_it(width: int, height: int, own: int) -> None:
    full = shown(borgere=41.0, uden_parathed=3.0)._replace(rows=(*shown().rows, *[OWN] * own))

    lines = [plain(it) for it in overblik_screen(full, in_terminal(width, height)).lines]

    assert len(lines) + BELOW <= height
    assert max(map(len, lines)) < width


def test_a_colour_says_nothing_that_the_words_do_not() -> None:
    view, it = in_terminal(80, 24), shown()

    without = [coloured(tuple(part._replace(colour="") for part in line)) for line in overblik_screen(it, view).lines]

    assert "\n".join(without) + "\n" == text(view, it)


@pytest.mark.parametrize(
    ("count", "said"),
    [
        (1, "1 borger (succesjobcentre: 30-35)"),
        (35, "35 borgere (succesjobcentre: 30-35)"),
        (36, "36 borgere, flere end i succesjobcentrene (30-35)"),
        (45, "45 borgere, flere end i succesjobcentrene (30-35)"),
        (46, "46 borgere, flere end i nogen af kilderne (30-45)"),
    ],
)
def test_the_caseload_stands_beside_what_the_sources_describe(count: int, said: str) -> None:
    assert f" {said}" in text(View(80), shown(borgere=float(count)))


@pytest.mark.parametrize(
    ("contacts", "held", "plads", "calls", "said"),
    [
        (3, 0, None, (), "Uge 48: 3 kontakter."),
        (1, 1, 5, (), "Uge 48: 1 kontakt tilbage og 1 holdt, plads til 5."),
        (0, 0, 5, (), "Uge 48: 0 kontakter, plads til 5."),
        (6, 0, 5, (), "Uge 48: 6 kontakter, plads til 5. Det er 1 for mange, og ingen af dem bør nøjes med et opkald."),
        (
            *(6, 0, 5, CALLS),
            "Uge 48: 6 kontakter, plads til 5. f21 kan nøjes med et opkald: talt med begge parter i denne uge, ingen "
            "åbne aftaler.",
        ),
        (
            *(8, 0, 5, CALLS),
            "Uge 48: 8 kontakter, plads til 5. f21 og f30 kan nøjes med et opkald: talt med begge parter i denne uge, "
            "ingen åbne aftaler. Så er der stadig 1 for mange; flyt dem ikke.",
        ),
        (
            *(6, 0, 5, (Opkald(7, "2026-11-19", "2026-11-24"),)),
            "Uge 48: 6 kontakter, plads til 5. f7 kan nøjes med et opkald: talt med begge parter siden 19/11, ingen "
            "åbne aftaler.",
        ),
    ],
)
def test_a_week_is_said_in_whole_sentences(
    contacts: int, held: int, plads: int | None, calls: tuple[Opkald, ...], said: str
) -> None:
    week = Uge("2026-11-23", "2026-11-29", Tal(contacts), Tal(held), calls)

    assert week_text(week, plads, date(2026, 11, 25)) == said


def test_many_calls_are_not_all_named_on_a_small_screen() -> None:
    many = tuple(Opkald(nr, "2026-11-24", "2026-11-24") for nr in range(1, 12))
    week = Uge("2026-11-23", "2026-11-29", Tal(30), Tal(0), many)

    assert "f1, f2, f3, f4 og 7 til kan nøjes med et opkald" in week_text(week, 10, date(2026, 11, 25))


def test_who_is_over_time_is_named_also_where_nobody_said_how_much_there_is_room_for() -> None:
    week = Uge("2026-11-23", "2026-11-29", Tal(7), sene=(28, 35, 33, 37, 13))

    assert week_text(week, None, date(2026, 11, 25)) == "Uge 48: 7 kontakter. Over tid: f28, f35, f33 og 2 til."
    assert week_text(week, None, date(2026, 11, 25), 5).endswith("Over tid: f28, f35, f33, f37 og f13.")


def test_every_letter_opens_a_figure_and_none_leaves() -> None:
    opens = overblik_screen(shown(uden_parathed=2.0), in_terminal(80, 24)).opens

    assert "q" not in opens
    assert len(set(opens.values())) == len(opens) == 18


if __name__ == "__main__":
    GOLDEN.mkdir(exist_ok=True)
    for name, screen in screens().items():
        (GOLDEN / f"{name}.txt").write_text(screen, encoding="utf-8")
