"""The `hvis` language: what it says, what it refuses, and that it agrees with a plain reading of the same words."""

import string

import pytest
from hypothesis import given
from hypothesis import strategies as st

from vforlob.agenda.condition import DEEPEST, LONGEST, Condition, as_number, holds, named, parse
from vforlob.errors.agenda import BadCondition
from vforlob.model.answers import Answers, Key, Value
from vforlob.model.text import clean

ANSWERS: Answers = {
    Key("lonkroner", "svar"): "maske",
    Key("timer", "svar"): 12.5,
    Key("stotte", "svar"): ("mentor", "transport"),
    Key("skema", "tema", 1): "fremmode",
    Key("skema", "tema", 2): "samarbejde",
    Key("skema", "borger", 2): 4,
    Key("kun_note", "note"): "x",
    Key("tom", "svar"): (),
    Key("aftaler", "naeste_kontakt"): "2026-12-01",
}


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("lonkroner = maske", True),
        ("lonkroner.svar = maske", True),
        ("LONKRONER = Maske", True),
        ("lonkroner = ja", False),
        ("lonkroner != ja", True),
        ("lonkroner != maske", False),
        ("lonkroner=maske", True),
        ("timer = 12.5", True),
        ("timer = 12,5", True),
        ("timer = 12", False),
        ("timer != 12", True),
        ("stotte = mentor", True),
        ("stotte = tolk", False),
        ("stotte != tolk", True),
        ("stotte != mentor", False),
        ("skema.tema = samarbejde", True),
        ("skema.tema != samarbejde", False),
        ("skema.tema != andet", True),
        ("skema.borger = 4", True),
        ("skema.borger != 4", False),
        ("ukendt = ja", False),
        ("ukendt != ja", False),
        ("ukendt besvaret", False),
        ("kun_note besvaret", False),
        ("skema besvaret", True),
        ("tom = mentor", False),
        ("tom != mentor", False),
        ("forlob.art = kombination", True),
        ("forlob.art != kombination", False),
        ("forlob.art = fleksjob", False),
        ("ukendt = ja og lonkroner = maske eller timer = 12,5", True),
        ("timer = 12,5 eller lonkroner = maske og ukendt = ja", True),
        ("(timer = 12,5 eller lonkroner = maske) og ukendt = ja", False),
        ("ukendt = ja og (lonkroner = maske eller timer = 12,5)", False),
        ("((lonkroner = maske))", True),
        ("lonkroner = maske OG timer = 12.5", True),
        ("", True),
    ],
)
def test_a_condition_holds_as_it_reads(text: str, expected: bool) -> None:
    assert holds(text, ANSWERS, None, "kombination") is expected


def test_without_a_forlob_its_art_is_missing() -> None:
    assert not holds("forlob.art = kombination", {})
    assert not holds("forlob.art != kombination", {})


@pytest.mark.parametrize(
    ("text", "raekke", "expected"),
    [
        ("skema.tema = fremmode", 1, True),
        ("skema.tema = fremmode", 2, False),
        ("skema.tema != fremmode", 2, True),
        ("skema.borger = 4", 1, False),
        ("skema.borger != 4", 1, False),
        ("skema.borger = 4", 2, True),
        ("skema.tema = fremmode", 0, True),
        ("lonkroner = maske", 1, True),
    ],
)
def test_in_its_own_point_a_felt_looks_at_its_own_row(text: str, raekke: int, expected: bool) -> None:
    assert holds(parse(text), ANSWERS, ("skema", raekke)) is expected


def test_a_row_of_another_point_does_not_count_as_the_own_row() -> None:
    answers: Answers = {Key("en", "felt", 1): "ja", Key("to", "felt", 2): "nej"}

    assert holds("en.felt = ja", answers, ("to", 2))


def test_a_row_can_look_at_what_stands_beside_the_rows() -> None:
    answers: Answers = {Key("l", "slags"): "ja", Key("l", "felt", 1): "x"}

    assert holds("l.slags = ja", answers, ("l", 1))


@pytest.mark.parametrize(
    "text",
    [
        " ", "og", "a", "a =", "= ja", "a = ja b = nej", "a = ja og", "og a = ja", "a = og", "a ! = ja", "a == ja",
        "a < 4", "a > 4", 'a = "ja"', "a = 'ja'", "(a = ja", "a = ja)", "()", "a. = ja", ".b = ja", "a.b.c = ja",
        "a.b besvaret", "a besvaret ja", "a = ja && b = ja", "a = ja; b", "__import__('os') = ja", "{{ a }} = ja",
        "a = ja\x00", "not a = ja", "a in ja", "a = ja, b = nej", "(" * (DEEPEST + 1) + "a = ja" + ")" * (DEEPEST + 1),
        "a = " + "b" * LONGEST, "💥 = ja", "a = 💥", "a = ja\u0340", "a\u0374 = ja b",
    ],
)  # fmt: skip
def test_what_is_no_condition_is_refused_in_a_sentence(text: str) -> None:
    with pytest.raises(BadCondition) as refused:
        parse(text)

    assert refused.value.sentence.endswith(".")
    assert clean(refused.value.sentence) == refused.value.sentence
    assert str(refused.value) == ""


def test_as_many_parentheses_as_allowed_are_read() -> None:
    text = "(" * DEEPEST + "a = ja" + ")" * DEEPEST

    assert holds(text, {Key("a", "svar"): "ja"})


@pytest.mark.parametrize(("text", "number"), [("12", 12), ("12,5", 12.5), ("-1.5", -1.5), ("0", 0)])
def test_a_number_is_read_with_either_sign(text: str, number: float) -> None:
    assert as_number(text) == number


@pytest.mark.parametrize("text", ["", "-", ".", "1.2.3", "1,2,3", "ti", "nan", "inf", "1e5", "²", "१", "1_0"])
def test_what_is_no_number_is_none(text: str) -> None:
    assert as_number(text) is None


# --- properties: a tree is drawn, written down with every parenthesis or with as few as possible, and read back

IDS = st.sampled_from(["a", "b", "c", "d_1"])
VALUES = st.sampled_from(["ja", "nej", "ny", "4", "12,5"])
COMPARISONS = st.builds(
    lambda punkt, sign, value: (punkt, sign, value), IDS, st.sampled_from(["=", "!="]), VALUES
) | st.builds(lambda punkt: (punkt, "besvaret", ""), IDS)
TREES = st.recursive(
    COMPARISONS,
    lambda inner: st.tuples(st.sampled_from(["og", "eller"]), st.lists(inner, min_size=2, max_size=3)),
    max_leaves=8,
)
ANSWER_VALUES: st.SearchStrategy[Value] = st.sampled_from(["ja", "nej", "ny", 4, 12.5, ("ja", "ny"), ()])
SOME_ANSWERS = st.dictionaries(
    st.builds(Key, IDS, st.just("svar"), st.integers(0, 2)), ANSWER_VALUES, max_size=6
)  # fmt: skip


def written(tree: tuple, *, inside: str = "") -> str:
    if len(tree) == 3:
        return " ".join(part for part in tree if part)
    word, parts = tree
    text = f" {word} ".join(written(part, inside=word) for part in parts)
    return f"({text})" if inside == "og" and word == "eller" else text


def plainly(tree: tuple, answers: Answers) -> bool:
    """What the words mean, read without any of our code."""
    if len(tree) == 2:
        parts = [plainly(part, answers) for part in tree[1]]
        return all(parts) if tree[0] == "og" else any(parts)
    punkt, sign, wanted = tree
    keys = [key for key in answers if key.punkt == punkt]
    if sign == "besvaret":
        return bool(keys)
    alone = Key(punkt, "svar", 0)
    found: list = []
    for key in [alone] if alone in answers else keys:
        value = answers[key]
        found += value if isinstance(value, tuple) else [value]
    same = [str(value).replace(".", ",") == wanted for value in found]
    return bool(same) and (any(same) if sign == "=" else not any(same))


@given(TREES, SOME_ANSWERS)
def test_og_binds_before_eller_and_missing_is_false(tree: tuple, answers: Answers) -> None:
    text = written(tree)
    if len(text) > LONGEST:
        return

    assert holds(text, answers) is plainly(tree, answers)


@given(TREES)
def test_every_comparison_is_found_in_order(tree: tuple) -> None:
    text = written(tree)
    if len(text) > LONGEST:
        return

    names = [one.punkt for one in named(parse(text))]

    assert names == [word for word in text.replace("(", "").split() if word in {"a", "b", "c", "d_1"}]


@given(st.text(alphabet=string.printable + "æøå()=!. ", max_size=60))
def test_any_text_is_read_or_refused_and_nothing_else(text: str) -> None:
    condition: Condition | None = None
    try:
        condition = parse(text)
    except BadCondition as refused:
        sentence = refused.sentence
    else:
        sentence = "."

    assert sentence.endswith(".")
    assert condition is None or holds(condition, ANSWERS) in {True, False}
