"""A plot is one picture that stands alone, says in words what it shows, and holds whatever figures there are."""

import re
from itertools import pairwise
from xml.etree import ElementTree

import pytest
from test_hostile_texts import HOSTILE

from vforlob.model.dokument import Figur, Maling, Serie
from vforlob.model.text import clean
from vforlob.render.plot_scales import Box, apart, named_places, number_ticks, places, with_room
from vforlob.render.plots import EMPTY, HEIGHT, WIDTH, svg

SVG = "{http://www.w3.org/2000/svg}"
ARTS = ("trappe", "linje", "sojler")
# All that is drawn with: what every reader of SVG 1.1 knows.
ELEMENTS = {"svg", "title", "desc", "path", "text", "rect", "circle", "polygon"}
MANY = tuple(Maling(f"20{25 + number // 12}-{number % 12 + 1:02}-01", 1.0 + number * 7 % 5) for number in range(60))


def figur(
    *series: Serie, art: str = "linje", titel: str = "Titel", fra: float | None = None, til: float | None = None
) -> Figur:
    return Figur(titel, art, series, "Et og andet.", "timer", fra, til)


def serie(*heights: float, navn: str = "praktik", month: int = 11) -> Serie:
    return Serie(navn, tuple(Maling(f"2026-{month:02}-{day:02}", tal) for day, tal in enumerate(heights, 4)))


CASES = {
    "none": figur(),
    "an empty series": figur(Serie("tom", ())),
    "one point": figur(serie(12.5)),
    "two on one spot": figur(serie(3, navn="borgeren"), serie(3, navn="virksomheden")),
    "all equal": figur(serie(4, 4, 4)),
    "all nothing": figur(serie(0, 0, 0)),
    "sixty": figur(Serie("borgeren", MANY)),
    "sixty of two": figur(Serie("mødt", MANY), Serie("øvrige", MANY)),
    "long names": figur(serie(1, 2, navn="navn " * 60), serie(2, 1, navn="x" * 300), titel="titel " * 100),
    "words below": figur(Serie("antal", (Maling("samarbejde " * 9, 2), Maling("y" * 80, 1)))),
    "six series": figur(*(serie(1, place, navn=f"serie {place}") for place in range(6))),
    "below nothing": figur(serie(-2, 3)),
    "very large": figur(serie(1, 1_000_000)),
    "very small": figur(serie(0.001, 0.002)),
    "between bounds": figur(serie(3, 5), fra=1, til=5),
    "two years": figur(Serie("praktik", (Maling("2026-12-01", 1), Maling("2027-01-04", 2)))),
    "two on one day": figur(Serie("borgeren", (Maling("2026-12-01", 1), Maling("2026-12-01", 2)))),
}


def drawn(one: Figur) -> ElementTree.Element:
    return ElementTree.fromstring(svg(one))


def words(one: Figur) -> list[str]:
    return [text.text or "" for text in drawn(one).iter(f"{SVG}text")]


@pytest.mark.parametrize("art", ARTS)
@pytest.mark.parametrize("name", CASES)
def test_any_figures_make_a_whole_picture(name: str, art: str) -> None:
    picture = drawn(CASES[name]._replace(art=art))

    assert {node.tag.removeprefix(SVG) for node in picture.iter()} <= ELEMENTS
    assert "nan" not in svg(CASES[name]._replace(art=art))
    assert picture.get("viewBox") == f"0 0 {WIDTH} {HEIGHT}"


@pytest.mark.parametrize("art", ARTS)
@pytest.mark.parametrize("name", CASES)
def test_all_that_is_drawn_is_inside_the_picture(name: str, art: str) -> None:
    picture = drawn(CASES[name]._replace(art=art))

    for node in (*picture.iter(f"{SVG}text"), *picture.iter(f"{SVG}rect"), *picture.iter(f"{SVG}circle")):
        across, down = float(node.get("x") or node.get("cx") or 0), float(node.get("y") or node.get("cy") or 0)
        assert 0 <= across <= WIDTH
        assert 0 <= down <= HEIGHT
        assert float(node.get("height") or 0) >= 0


def test_a_picture_says_what_it_shows_to_those_who_cannot_see_it() -> None:
    picture = drawn(figur(serie(3)))

    title, told = picture.find(f"{SVG}title"), picture.find(f"{SVG}desc")
    assert title is not None
    assert told is not None
    assert (picture.get("role"), title.text, told.text) == ("img", "Titel", "Et og andet.")
    assert picture.get("aria-labelledby") == f"{title.get('id')} {told.get('id')}"


def test_two_pictures_on_a_page_have_names_of_their_own() -> None:
    ids = [re.findall(r'id="([^"]+)"', svg(one)) for one in (figur(serie(3)), figur(serie(4)))]

    assert not set(ids[0]) & set(ids[1])


@pytest.mark.parametrize("text", HOSTILE)
def test_a_typed_text_is_only_text(text: str) -> None:
    one = Figur(text, "linje", (Serie(text, (Maling(text, 1),)),), text, text)

    picture = drawn(one)

    told = picture.find(f"{SVG}desc")
    assert told is not None
    assert told.text == clean(text)
    assert {node.tag.removeprefix(SVG) for node in picture.iter()} <= ELEMENTS
    assert clean(svg(one)) == svg(one)


def test_nothing_is_fetched_and_nothing_runs() -> None:
    for one in CASES.values():
        assert not re.search(r"script|style|class=|href|url\(|\son\w+=|foreignObject", svg(one))


def test_lines_are_told_apart_without_their_colours() -> None:
    picture = drawn(figur(*(serie(place, place + 1, navn=str(place)) for place in range(4))))

    courses = [node for node in picture.iter(f"{SVG}path") if node.get("stroke-linejoin")]
    assert len({node.get("stroke-dasharray") for node in courses}) == 4
    assert len({shape(node) for node in picture.iter(f"{SVG}polygon")}) == 3
    assert len(list(picture.iter(f"{SVG}circle"))) == 2


def shape(mark: ElementTree.Element) -> tuple[tuple[float, ...], ...]:
    corners = [tuple(map(float, corner.split(","))) for corner in (mark.get("points") or "").split()]
    return tuple(tuple(round(a - b) for a, b in zip(corner, corners[0], strict=True)) for corner in corners)


def test_bars_on_each_other_are_told_apart_on_grey_paper() -> None:
    picture = drawn(figur(serie(1, 2, navn="a"), serie(2, 1, navn="b"), art="sojler"))

    fills = {node.get("fill") or "" for node in picture.iter(f"{SVG}rect")}
    light = sorted(sum(int(fill[place : place + 2], 16) for place in (1, 3, 5)) for fill in fills)
    assert light[-1] - light[0] > 300


def test_each_series_is_named_beside_it_with_its_last_number() -> None:
    found = words(figur(serie(12.5, 14, navn="praktik"), serie(2.5, navn="med løn"), art="trappe"))

    assert {"praktik 14", "med løn 2,5", "12,5"} <= set(found)


def test_days_and_numbers_are_danish() -> None:
    found = words(figur(Serie("praktik", (Maling("2026-12-01", 2.5), Maling("2027-01-04", 2)))))

    assert {"1/12-26", "4/1-27", "2,5"} <= set(found)


def test_days_stand_as_far_apart_as_they_are() -> None:
    found = places(figur(Serie("a", (Maling("2026-11-30", 1), Maling("2026-11-01", 1), Maling("2026-11-02", 1)))))

    assert list(found) == ["2026-11-01", "2026-11-02", "2026-11-30"]
    assert [later - earlier for earlier, later in pairwise(found.values())] == [1, 28]


def test_a_year_is_said_where_there_are_two() -> None:
    assert named_places({"2026-12-01": 0, "2026-12-08": 7}) == {"2026-12-01": "1/12", "2026-12-08": "8/12"}
    assert set(named_places({"2026-12-01": 0, "2027-01-08": 7}).values()) == {"1/12-26", "8/1-27"}


def test_steps_hold_until_the_next_and_on() -> None:
    picture = drawn(figur(serie(10, 12, 15), art="trappe"))

    course = next(node.get("d") or "" for node in picture.iter(f"{SVG}path") if node.get("stroke-linejoin"))
    assert re.fullmatch(r"M[\d.]+ [\d.]+(H[\d.]+V[\d.]+){2}H[\d.]+", course)


def test_nothing_to_show_is_said() -> None:
    assert EMPTY in words(figur())


@pytest.mark.parametrize(
    ("fields", "values", "ticks"),
    [
        ({"fra": 1.0, "til": 5.0}, [3.0], [1, 2, 3, 4, 5]),
        ({}, [12.5, 20.0], [0, 5, 10, 15, 20]),
        ({}, [37.0], [0, 10, 20, 30, 40]),
        ({}, [0.0, 0.0], [0, 0.5, 1]),
        ({}, [], [0, 0.5, 1]),
        ({}, [-2.0, 3.0], [-2, -1, 0, 1, 2, 3]),
    ],
)
def test_the_axis_has_round_numbers(fields: dict[str, float], values: list[float], ticks: list[float]) -> None:
    assert number_ticks(figur(**fields), values) == ticks


def test_of_too_many_labels_the_first_and_the_last_stay() -> None:
    kept = with_room([float(place) for place in range(100)], 30)

    assert (kept[0], kept[-1]) == (0, 99)
    assert all(later - earlier >= 30 for earlier, later in pairwise(kept))


def test_names_of_lines_that_end_together_stand_under_each_other() -> None:
    found = apart([100, 100, 101], [16, 16, 16], 0, 260)

    assert all(later - earlier >= 16 for earlier, later in pairwise(sorted(found)))
    assert Box(0, 0, 1, 1).meets([Box(2, 2, 3, 3)]) is False


@pytest.mark.parametrize("ink", ["#1f4e79", "#a63d14", "#2c6b48", "#5e4380", "#595959", "#1a1a1a"])
def test_every_ink_can_be_read_on_white(ink: str) -> None:
    shares = [int(ink[place : place + 2], 16) / 255 for place in (1, 3, 5)]
    linear = [share / 12.92 if share <= 0.03928 else ((share + 0.055) / 1.055) ** 2.4 for share in shares]
    light = 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]

    assert 1.05 / (light + 0.05) >= 4.5
