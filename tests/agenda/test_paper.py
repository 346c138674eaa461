"""The numbers of a sheet, both ways: every felt has exactly one, and it leads back."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from matrix import AGENDAS, agenda
from vforlob.agenda.paper import address, felter_of_agenda, find, index_of, letters, nearest
from vforlob.model.agenda import Agenda, Felt, Punkt
from vforlob.model.answers import NOTE, Key

SHIPPED = sorted(path.stem for path in AGENDAS.glob("*.toml"))
ROWS = (1, 2, 10, 37, 999)
MANY = 800


def places(of: Agenda) -> list[Key]:
    felter = [(punkt, felt, ROWS if felt in punkt.row_felter else (0,)) for punkt, felt in felter_of_agenda(of)]
    notes = [Key(punkt.id, NOTE) for punkt in of.punkter]
    rows = [Key(punkt.id, "", row) for punkt in of.punkter if punkt.is_liste for row in ROWS]
    beside = [Key("tidligere_aftaler", "", 7), Key("tidligere_delmal", "", 3), Key("tidligere_aftaler", "frist", 12)]
    who = [Key("samtale", felt) for felt in ("dato", "kl", "form", "deltagere")]
    closing = [Key("afrunding", felt) for felt in ("kraever_samtale", "anmaerkning")]
    return [
        *(Key(p.id, felt.id, row) for p, felt, where in felter for row in where),
        *notes,
        *rows,
        *beside,
        *who,
        *closing,
    ]


@pytest.mark.parametrize("name", SHIPPED)
def test_every_felt_of_every_agenda_has_one_number_and_it_leads_back(name: str) -> None:
    of = agenda(name)
    numbers = [address(of, key) for key in places(of)]

    assert len(numbers) == len(set(numbers))
    assert [find(of, number) for number in numbers] == places(of)


@pytest.mark.parametrize(
    ("name", "place", "number"),
    [
        ("opfolgning", Key("fremmode", "aftalt"), "4a"),
        ("opfolgning", Key("fremmode", "modt"), "4b"),
        ("opfolgning", Key("aftaler", "", 1), "10.1"),
        ("opfolgning", Key("aftaler", "frist", 2), "10.2d"),
        ("opfolgning", Key("aftaler", "naeste_kontakt"), "10a"),
        ("opfolgning", Key("svaere_emner", "emner"), "B.a"),
        ("opfolgning", Key("lille_skridt", "svar"), "C"),
        ("startmode", Key("aftaler", "", 1), "B.1"),
        ("formode", Key("aftaler", "", 3), "12.3"),
        ("opfolgning", Key("tidligere_aftaler", "", 7), "aftale 7"),
        ("opfolgning", Key("tidligere_delmal", "", 3), "delmål 3"),
        ("opfolgning", Key("fremmode", NOTE), "4 note"),
    ],
)
def test_the_numbers_are_those_of_the_agenda(name: str, place: Key, number: str) -> None:
    assert address(agenda(name), place) == number


@pytest.mark.parametrize(
    ("typed", "number"),
    [
        ("4A", "4a"),
        (" 4 a ", "4a"),
        ("4.a", "4a"),
        ("10,1", "10.1"),
        ("10.1.B", "10.1b"),
        ("b.A", "B.a"),
        ("Ba", "B.a"),
        ("a1", "A.1"),
        ("A1b", "A.1b"),
        ("AFTALE 7", "aftale 7"),
        ("aftale7", "aftale 7"),
        ("delmaal 3", "delmål 3"),
        ("DELMÅL 3", "delmål 3"),
        ("deltagere", "med"),
        ("Klokken", "kl"),
        ("kræver samtale", "sag a"),
        ("ANMÆRKNING", "sag b"),
        ("note 4", "4 note"),
        ("Note til B", "B note"),
    ],
)
def test_a_number_is_known_in_other_spellings(typed: str, number: str) -> None:
    of = agenda("opfolgning")
    found = find(of, typed)

    assert found is not None
    assert address(of, found) == number


@pytest.mark.parametrize(
    "typed", ["", "0", "11", "4z", "4h", "10.0", "10.1f", "D", "4.1", "C.1", "aftale", "aftale 0", "4ab"]
)
def test_what_stands_nowhere_is_found_nowhere(typed: str) -> None:
    assert find(agenda("opfolgning"), typed) is None


@pytest.mark.parametrize(("typed", "near"), [("4z", "4g"), ("14", "10"), ("0", "1"), ("10z", "10c"), ("6a", "6.1")])
def test_the_nearest_number_is_named(typed: str, near: str) -> None:
    assert nearest(agenda("opfolgning"), typed) == near


@given(st.integers(0, 20_000))
def test_letters_go_on_beyond_z(index: int) -> None:
    assert index_of(letters(index)) == index
    assert (letters(0), letters(25), letters(26), letters(701), letters(702)) == ("a", "z", "aa", "zz", "aaa")


@pytest.mark.parametrize("appendix", [False, True])
def test_a_point_with_more_felter_than_letters_has_a_number_for_each(appendix: bool) -> None:
    felter = tuple(Felt(f"f{n}", "Felt", "kort") for n in range(MANY))
    points = (Punkt("p", "Punkt", "gruppe", "B" if appendix else "4", felter=felter, appendix=appendix),)
    of = Agenda("x", "X", "1", "", "forlob", (), points, "")
    numbers = [address(of, Key("p", felt.id)) for felt in felter]

    assert len(set(numbers)) == MANY
    assert all(find(of, number) == Key("p", felt.id) for number, felt in zip(numbers, felter, strict=True))


@given(st.text(max_size=30))
def test_no_text_makes_it_stumble(typed: str) -> None:
    of = agenda("opfolgning")
    found = find(of, typed)

    nearest(of, typed)
    assert found is None or find(of, address(of, found)) == found
