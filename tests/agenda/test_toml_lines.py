"""Every place of a parsed file has the line on which it stands."""

import tomllib
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from vforlob.agenda.library import shipped_folder
from vforlob.agenda.toml_lines import Place, toml_lines

TEXT = '''# comment with [[punkt]] and a = 1
id = "x" # = [
"quoted key" = 1
"a\\u0062c" = 2
a.b = 3

[[punkt]]
id = "[[punkt]]"
tekst = """
[[punkt]]
id = 4
"""
[[punkt.felt]]
id = 'f'
  [[punkt.felt]]
  valg = [
    "a: b", # ]
    "c: d",
  ]
[[punkt]]
hvis = ""
[hensyn]
raekker = [
  { nr = 1, hvem = ["leder",
    "mentor"] },
  { nr = 2 } ]
'''


@pytest.mark.parametrize(
    ("place", "line"),
    [
        (("id",), 2),
        (("quoted key",), 3),
        (("abc",), 4),
        (("a", "b"), 5),
        (("punkt", 0), 7),
        (("punkt", 0, "tekst"), 9),
        (("punkt", 0, "felt", 0), 13),
        (("punkt", 0, "felt", 0, "id"), 14),
        (("punkt", 0, "felt", 1), 15),
        (("punkt", 0, "felt", 1, "valg", 1), 18),
        (("punkt", 1), 20),
        (("punkt", 1, "hvis"), 21),
        (("hensyn",), 22),
        (("hensyn", "raekker", 0), 24),
        (("hensyn", "raekker", 0, "hvem", 1), 25),
        (("hensyn", "raekker", 1, "nr"), 26),
    ],
)
def test_a_place_has_its_line(place: Place, line: int) -> None:
    assert toml_lines(TEXT).of(*place) == line


def test_a_place_that_is_not_there_has_the_line_of_what_is_around_it() -> None:
    lines = toml_lines(TEXT)

    assert lines.of("punkt", 0, "felt", 1, "tekst") == 15
    assert lines.of("punkt", 7, "id") == 0
    assert lines.of("nothing") == 0


def test_tables_with_a_line_of_their_own_are_told_from_inline_ones() -> None:
    lines = toml_lines(TEXT)

    assert lines.has_header("punkt", 1)
    assert lines.has_header("hensyn")
    assert not lines.has_header("hensyn", "raekker", 0)


def places_in(value: object, place: Place = ()) -> Iterator[Place]:
    """Every place of a parsed file."""
    if place:
        yield place
    if isinstance(value, dict):
        for key, inner in value.items():
            yield from places_in(inner, (*place, key))
    elif isinstance(value, list):
        for index, inner in enumerate(value):
            yield from places_in(inner, (*place, index))


@pytest.mark.parametrize("path", sorted(Path(shipped_folder()).glob("*.toml")), ids=lambda path: path.stem)
def test_every_place_of_a_shipped_agenda_is_found(path: Path) -> None:
    text = path.read_text(encoding="utf-8")
    found = toml_lines(text).found

    assert {place for place in places_in(tomllib.loads(text)) if place != ("punkt",) and place[-1] != "felt"} <= set(
        found
    )


@given(st.text(alphabet="[]{}=.,\"'#\n\\ab1 \t", max_size=80))
def test_any_text_is_gone_through_to_its_end(text: str) -> None:
    found = toml_lines(text).found

    assert all(1 <= line <= text.count("\n") + 1 for line in found.values())
