"""The language in which an own target says what it counts: by table, and against a slow plain reading."""

from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from vforlob.errors.maltal import BadFilter
from vforlob.rules.maltal_columns import COLUMNS
from vforlob.rules.maltal_filter import DEEPEST, LONGEST, as_text, count, counts_forlob, read_filter
from vforlob.rules.maltal_standing import Going, Known, Standing

KNOWN = (
    Known(1, "klar", "Sygedagpenge", "ja", "nej", 0),
    Known(2, "taet_pa", "jobparat, dagpenge", "nej", "ja", 2),
    Known(3, None, None, "nej", "nej", 0),
)
GOING = (
    Going(2, "lontilskud", 34, 5.0, "ja", "italesat", "ja", "taet_pa", "jobparat, dagpenge", "nej", "ja"),
    Going(2, "smajob", 0, 0.0, "nej", "ikke_italesat", "nej", "taet_pa", "jobparat, dagpenge", "nej", "ja"),
)
ALL = Standing(KNOWN, GOING)


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("parathed = klar", 1),
        ("parathed = tæt på", 1),
        ("Parathed = TAET_PA", 1),
        ("parathed != klar", 1),
        ("målgruppe = sygedagpenge", 1),
        ("malgruppe = dagpenge", 1),
        ("målgruppe = jobparat dagpenge", 1),
        ("målgruppe != dagpenge", 1),
        ("cv = nej", 2),
        ("forløb = 0", 2),
        ("forløb >= 1 eller parathed = klar", 2),
        ("parathed = klar og cv = nej eller forløb > 1", 1),
        ("parathed = klar og (cv = nej eller forløb > 1)", 0),
        ("skal_til = ja", 1),
        ("art = løntilskud", 1),
        ("art = småjob", 1),
        ("ordinær >= 5", 1),
        ("ordinær < 12,5", 2),
        ("ordinær <> 5", 1),
        ("tæt = ja", 1),
        ("uge = 1", 1),
        ("uge ≥ 5", 1),
        ("lønkroner = ikke talt om", 1),
        ("lonkroner = ikke_italesat", 1),
        ("opfølgning = ja og parathed = tæt på", 1),
        ("art = »løntilskud«", 1),
    ],
)
def test_a_filter_counts_borgere_and_where_a_forlob_is_named_forlob(text: str, found: int) -> None:
    assert count(read_filter(text), ALL) == found


@pytest.mark.parametrize(
    ("text", "at", "meant"),
    [
        ("partahed = klar", "Tegn 1, »partahed«", "Mente du parathed?"),
        ("cv = ja og parathed = kalr", "Tegn 23, »kalr«", "Mente du »klar«?"),
        ("art > 3", "Tegn 5, »>«", "Brug = eller !="),
        ("ordinær = mange", "Tegn 11, »mange«", "et tal, fx 5"),
        ("", "slutter ved tegn 1", "parathed"),
        ("cv", "slutter ved tegn 3", "= eller !="),
        ("cv =", "slutter ved tegn 5", "ja eller nej"),
        ("(cv = ja", "slutter ved tegn 9", "slutparentes"),
        ("cv = ja)", "Tegn 8, »)«", "»og«"),
        ("cv = ja cv = nej", "Tegn 6, »ja cv«", "ja eller nej"),
        ("cv = ja og", "slutter ved tegn 11", "parathed"),
        ("cv = ja & art = smajob", "Tegn 9", "Skriv »og«"),
        ("cv = ja | cv = nej", "Tegn 9", "Skriv »eller«"),
        ("= ja", "Tegn 1, »=«", "parathed"),
        ("navn = Bo", "Tegn 1, »navn«", "Du kan bruge"),
        ("cv = ja\x1b[2J", "Tegn 8: »?«", "kan ikke stå"),
        ("cv=ja " + "og cv=ja " * 40, f"højst være på {LONGEST}", ""),
        ("(" * (DEEPEST + 1) + "cv=ja" + ")" * (DEEPEST + 1), "parenteser", ""),
    ],
)
def test_a_fault_says_where_it_is_and_what_was_probably_meant(text: str, at: str, meant: str) -> None:
    with pytest.raises(BadFilter) as fault:
        read_filter(text)

    assert at in fault.value.sentence
    assert meant in fault.value.sentence
    assert str(fault.value) == ""


WORDS = st.sampled_from(
    [
        *(
            "og",
            "eller",
            "(",
            ")",
            "=",
            "!=",
            "<",
            ">=",
            "parathed",
            "klar",
            "tæt",
            "på",
            "cv",
            "ja",
            "nej",
            "12,5",
            "0",
        ),
        *("målgruppe", "sygedagpenge", "art", "løntilskud", "ordinær", "forløb", "kalr", "»", "&", "\x00", "uge"),
    ]
)


@given(st.lists(WORDS, max_size=12).map(" ".join) | st.text(max_size=40))
def test_anything_typed_is_read_or_refused_and_one_that_is_read_reads_the_same_again(text: str) -> None:
    try:
        found = read_filter(text)
    except BadFilter:
        return
    again = read_filter(as_text(found))

    assert as_text(again) == as_text(found)
    assert count(again, ALL) == count(found, ALL)


CHOICES = {
    "parathed": ["klar", "taet_pa", "laengere_fra"],
    "cv": ["ja", "nej"],
    "skal_til": ["ja", "nej"],
    "art": ["lontilskud", "smajob"],
    "taet": ["ja", "nej", "obs"],
}
COMPARED = st.one_of(
    *(
        st.tuples(st.just(name), st.sampled_from(["=", "!="]), st.sampled_from(words))
        for name, words in CHOICES.items()
    ),
    st.tuples(
        st.sampled_from(["uge", "ordinaer"]), st.sampled_from(["=", "!=", "<", "<=", ">", ">="]), st.integers(0, 9)
    ),
)
TREES = st.recursive(
    COMPARED,
    lambda inner: st.tuples(st.sampled_from(["og", "eller"]), st.lists(inner, min_size=2, max_size=3)),
    max_leaves=5,
)
GOINGS = st.builds(
    Going,
    st.integers(1, 3),
    st.sampled_from(CHOICES["art"]),
    st.integers(0, 60),
    st.sampled_from([0.0, 2.5, 5.0]),
    st.sampled_from(CHOICES["taet"]),
    st.just("italesat"),
    st.sampled_from(["ja", "nej"]),
    st.none() | st.sampled_from(CHOICES["parathed"]),
    st.none(),
    st.sampled_from(CHOICES["cv"]),
    st.sampled_from(CHOICES["skal_til"]),
)


def written(tree: Any) -> str:
    if tree[0] in ("og", "eller"):
        return f" {tree[0]} ".join(f"({written(part)})" for part in tree[1])
    return " ".join(str(part) for part in tree)


def plainly(tree: Any, row: Going) -> bool:
    """Python's own comparison, a leaf at a time."""
    if tree[0] == "og":
        return all(plainly(part, row) for part in tree[1])
    if tree[0] == "eller":
        return any(plainly(part, row) for part in tree[1])
    name, sign, wanted = tree
    value = getattr(row, name)
    if value is None:
        return False
    return {
        "=": value == wanted,
        "!=": value != wanted,
        "<": not value > wanted and value != wanted,
        "<=": not value > wanted,
        ">": value > wanted,
        ">=": value > wanted or value == wanted,
    }[sign]


@settings(deadline=None)
@given(TREES, st.lists(GOINGS, max_size=6))
def test_it_counts_as_a_slow_plain_reading_does(tree: Any, rows: list[Going]) -> None:
    text = f"({written(tree)}) og uge >= 0"  # names a column of a forløb, so that these rows are counted
    if len(text) > LONGEST or text.count("(") > DEEPEST:
        return

    assert count(read_filter(text), Standing((), tuple(rows))) == sum(plainly(tree, row) for row in rows)


def test_every_column_is_a_field_of_the_rows_it_counts() -> None:
    for column in COLUMNS:
        rows: Any = GOING[0] if column.of_forlob else KNOWN[0]

        assert hasattr(rows, column.navn)
        assert counts_forlob(read_filter(f"{column.tekst} = {(column.texts or ('5',))[0]}")) == column.of_forlob
