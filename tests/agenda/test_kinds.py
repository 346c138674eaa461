"""Every kind of answer: what it takes, what it refuses, how it is shown."""

import datetime as dt

import pytest
from hypothesis import given
from hypothesis import strategies as st

from vforlob.agenda.kinds import KINDS, is_empty, needs_note, show
from vforlob.errors.answer import BadAnswer
from vforlob.errors.cpr import LooksLikeCpr
from vforlob.model.agenda import Choice, Felt

TODAY = dt.date(2026, 11, 24)
TRIN = (
    Choice("ny", "ikke begyndt"),
    Choice("oplaeres", "oplæres"),
    Choice("med_hjaelp", "med hjælp"),
    Choice("selvstaendigt", "selvstændigt"),
)
ANCHORS = ("dårligt", "skidt", "sådan", "godt", "rigtig godt")

FROM_A_FILE = st.one_of(
    st.none(),
    st.booleans(),
    st.text(max_size=30),
    st.integers(),
    st.floats(),
    st.dates(),
    st.times(),
    st.datetimes(),
    st.lists(st.text(max_size=5)),
    st.dictionaries(st.text(max_size=3), st.integers(), max_size=2),
)


def felt(kind, **over):
    return Felt(over.pop("id", "felt"), "Tekst", kind, **over)


def read(raw, kind, **over):
    return KINDS[kind].read(raw, felt(kind, **over), TODAY)


TAKEN = [
    ("tekst", {}, " to\n linjer \n", " to\n linjer"),
    ("tekst", {}, "\tindrykket [x] {{y}}", "\tindrykket [x] {{y}}"),
    ("tekst", {}, 4800, "4800"),
    ("kort", {}, " a\nb\tc ", "a b c"),
    ("kort", {}, 12.5, "12,5"),
    ("janej", {}, "j", "ja"),
    ("janej", {}, " JA ", "ja"),
    ("janej", {}, True, "ja"),
    ("janej", {}, "n", "nej"),
    ("janej", {}, "Nej.", "nej"),
    ("janej", {}, False, "nej"),
    ("valg", {"choices": TRIN}, "med_hjaelp", "med_hjaelp"),
    ("valg", {"choices": TRIN}, "Med hjælp", "med_hjaelp"),
    ("valg", {"choices": TRIN}, "SELVSTÆNDIGT", "selvstaendigt"),
    ("valg", {"choices": TRIN}, "ikke begyndt", "ny"),
    ("valg", {"choices": (Choice("7", "Ryg"),)}, 7, "7"),
    ("flervalg", {"choices": TRIN}, ["oplaeres", "ny"], ("ny", "oplaeres")),
    ("flervalg", {"choices": TRIN}, "med hjælp, ny", ("ny", "med_hjaelp")),
    ("flervalg", {"choices": TRIN}, "ny", ("ny",)),
    (
        "flervalg",
        {"choices": (Choice("a", "Fejning, aflæsning"), Choice("b", "Pakkebord"))},
        "Fejning, aflæsning",
        ("a",),
    ),
    ("tal", {}, "12,5", 12.5),
    ("tal", {}, "12 t", 12),
    ("tal", {}, 20.0, 20),
    ("tal", {"min": 0, "max": 37}, 40, 40),
    ("dato", {"id": "frist"}, "fredag", "2026-11-27"),
    ("dato", {"id": "aftalt"}, "20/11", "2026-11-20"),
    ("dato", {"id": "dato"}, "20/11", "2026-11-20"),
    ("dato", {}, dt.date(2026, 12, 3), "2026-12-03"),
    ("dato", {}, dt.datetime(2026, 12, 3, 9, 0), "2026-12-03"),
    ("klokkeslaet", {}, "kl. 9", "09:00"),
    ("klokkeslaet", {}, dt.time(14, 30), "14:30"),
    ("klokkeslaet", {}, 9, "09:00"),
    ("skala", {"min": 1, "max": 5}, "4", 4),
    ("skala", {"min": 1, "max": 5, "anchors": ANCHORS}, "Godt", 4),
    ("skala", {"anchors": ANCHORS}, 5.0, 5),
    ("skala", {"min": 0, "max": 10}, 0, 0),
]

REFUSED = [
    ("tekst", {}, "x" * 20_001, "20001 tegn"),
    ("tekst", {}, ["a"], "Her skal stå en tekst"),
    ("tekst", {}, True, "Her skal stå en tekst"),
    ("janej", {}, "måske", "er hverken ja eller nej"),
    ("valg", {"choices": TRIN}, "oplæres?", "Mente du »oplæres«?"),
    ("valg", {"choices": TRIN}, "xyz", "Vælg mellem: ikke begyndt, oplæres, med hjælp og selvstændigt."),
    ("valg", {"choices": TRIN}, ["ny"], "Her skal stå en af mulighederne."),
    ("valg", {}, "a", "Der er ikke noget at vælge imellem."),
    ("flervalg", {"choices": TRIN}, ["ny", "xyz"], "»xyz« er ikke en af mulighederne."),
    ("flervalg", {"choices": TRIN}, ",", "Der er kun kommaer."),
    ("tal", {}, "mange", "er ikke et tal"),
    ("tal", {}, True, "Her skal stå et tal"),
    ("tal", {}, float("nan"), "Tallet kan ikke bruges"),
    ("dato", {}, "32/11", "»32/11« er ikke en dato."),
    ("dato", {}, 3, "Her skal stå en dato."),
    ("klokkeslaet", {}, 9.15, "i anførselstegn"),
    ("klokkeslaet", {}, "25", "er ikke et klokkeslæt"),
    ("skala", {"min": 1, "max": 5, "anchors": ANCHORS}, 7, "fra 1 til 5: 1 dårligt, 2 skidt"),
    ("skala", {"min": 1, "max": 5}, "4,5", "er ikke et trin på skalaen"),
    ("skala", {}, "godt", "er ikke et trin på skalaen"),
    ("skala", {}, float("inf"), "er ikke et trin på skalaen"),
]

SHOWN = [
    ("tekst", {}, "a\nb", "a\nb"),
    ("kort", {}, "a\x1b[2J", "a\ufffd[2J"),
    ("janej", {}, "ja", "ja"),
    ("valg", {"choices": TRIN}, "oplaeres", "oplæres"),
    ("valg", {"choices": TRIN}, "gammelt_id", "gammelt_id"),
    ("flervalg", {"choices": TRIN}, ("ny", "oplaeres"), "ikke begyndt og oplæres"),
    ("tal", {"unit": "timer"}, 12.5, "12,5 timer"),
    ("tal", {"unit": "timer"}, 1, "1 time"),
    ("dato", {}, "2026-12-01", "tirsdag den 1. december 2026 (uge 49)"),
    ("dato", {}, "engang", "engang"),
    ("klokkeslaet", {}, "14:30", "kl. 14.30"),
    ("klokkeslaet", {}, "efter frokost", "efter frokost"),
    ("skala", {"anchors": ANCHORS}, 4, "4 (godt)"),
    ("skala", {"min": 1, "max": 5}, 4, "4 af 5"),
]


@pytest.mark.parametrize(("kind", "over", "raw", "value"), TAKEN)
def test_a_kind_takes_what_people_type_and_what_files_hold(kind, over, raw, value):
    taken = read(raw, kind, **over)

    assert taken == value
    assert type(taken) is type(value)


@pytest.mark.parametrize(("kind", "over", "raw", "sentence"), REFUSED)
def test_a_kind_refuses_with_a_sentence(kind, over, raw, sentence):
    with pytest.raises(BadAnswer) as refused:
        read(raw, kind, **over)

    assert sentence in refused.value.sentence
    assert refused.value.sentence.endswith(".")


@pytest.mark.parametrize(("kind", "over", "value", "text"), SHOWN)
def test_a_kind_shows_its_values_in_danish(kind, over, value, text):
    assert show(value, felt(kind, **over)) == text


@pytest.mark.parametrize("raw", [None, "", "  \n", [], ()])
@pytest.mark.parametrize("kind", ["tekst", "kort", "janej", "valg", "flervalg", "tal", "dato", "klokkeslaet", "skala"])
def test_nothing_is_no_answer(kind, raw):
    assert is_empty(raw)
    with pytest.raises(BadAnswer):
        read(raw, kind, choices=TRIN)


def test_a_number_outside_its_bounds_needs_a_note():
    hours = felt("tal", min=0, max=37)

    assert [needs_note(value, hours) for value in (-1, 0, 37, 37.5)] == [True, False, False, True]
    assert not needs_note(99, felt("tal"))
    assert not needs_note("tekst", felt("tekst"))


@pytest.mark.parametrize("kind", ["tekst", "kort"])
def test_a_text_with_a_cpr_number_is_refused_with_the_masked_text(kind):
    with pytest.raises(LooksLikeCpr) as refused:
        read("Mor er 010190-1234", kind)

    assert refused.value.masked == "Mor er 010190-••••"
    assert "1234" not in str(refused.value)
    assert read(refused.value.masked, kind) == "Mor er 010190-••••"


def test_points_that_hold_felter_have_no_answer_of_their_own():
    for kind in ("gruppe", "liste"):
        with pytest.raises(TypeError):
            KINDS[kind].read("a", felt(kind), TODAY)


@given(st.sampled_from([name for name in KINDS if name not in {"gruppe", "liste"}]), st.data())
def test_whatever_a_file_holds_is_a_value_or_a_sentence(kind, data):
    raw = data.draw(FROM_A_FILE)

    try:
        value = read(raw, kind, choices=TRIN, anchors=ANCHORS)
    except BadAnswer as error:
        refused = error
    else:
        refused = None

    if refused is None:
        assert isinstance(value, str | int | float | tuple)
        assert show(value, felt(kind, choices=TRIN, anchors=ANCHORS))
    else:
        assert refused.sentence.endswith(".")


@pytest.mark.parametrize("kind", ["kort", "tekst", "tal", "skala", "valg", "klokkeslaet"])
def test_a_number_too_large_for_any_float_is_no_mishap(kind):
    try:
        read(10**400, kind, choices=TRIN)
    except BadAnswer as error:
        refused = error.sentence
    else:
        refused = ""

    assert len(refused) < 300


@given(st.sampled_from(["dato", "klokkeslaet", "tal", "skala"]), st.data())
def test_what_is_shown_reads_back(kind, data):
    value = {
        "dato": st.dates(dt.date(1950, 1, 1), dt.date(2150, 1, 1)).map(dt.date.isoformat),
        "klokkeslaet": st.times().map(lambda time: f"{time.hour:02}:{time.minute:02}"),
        "tal": st.integers(0, 10_000),
        "skala": st.integers(1, 5),
    }[kind]
    drawn = data.draw(value)
    text = show(drawn, felt(kind, unit="timer")).split(" af ")[0]

    assert read(text, kind, unit="timer") == drawn


def test_choices_that_hold_a_comma_can_be_told_apart() -> None:
    ends = (Choice("gennemfort", "gennemført"), Choice("afklaret", "stoppet før tid, afklaret"))

    with pytest.raises(BadAnswer) as caught:
        KINDS["valg"].read("droppet", Felt("kode", "Hvordan?", "valg", choices=ends), TODAY)

    assert "Vælg mellem: »gennemført« og »stoppet før tid, afklaret«." in caught.value.sentence
