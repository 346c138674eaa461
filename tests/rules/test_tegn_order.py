"""Whatever the dates: no sign fails, the same facts give the same signs, and the order of rows does not matter."""

from datetime import date, timedelta
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from signed import our_rules

from vforlob.model.aftale import Aftale
from vforlob.model.answers import Key, Value
from vforlob.model.borger import Borger
from vforlob.model.case import Case
from vforlob.model.delmal import Delmal
from vforlob.model.facts import Facts
from vforlob.model.forlob import Forlob, Plan
from vforlob.model.hensyn import Clearance, Hensyn
from vforlob.model.kontakt import Fravaer, Fremmode, Kontakt, Taet
from vforlob.model.opgave import Opgave
from vforlob.model.samtale import Samtale
from vforlob.model.tegn import SOON
from vforlob.model.timer import Lonkroner, Timer
from vforlob.model.virksomhed import Virksomhed
from vforlob.rules.tegn import SAID_BY_THE_LIST, pressing_signs, signs

FIRST = date(2007, 1, 1)
DAYS = st.integers(0, 9000).map(lambda after: (FIRST + timedelta(days=after)).isoformat())
MAYBE = st.none() | DAYS
COUNTS = st.none() | st.floats(0, 30)
PARTIES = st.lists(st.sampled_from(["borger", "virksomhed", "mentor", "sagsbehandler"]), max_size=3).map(tuple)
AGENDAS = ["formode", "startmode", "opfolgning", "midtvejs", "afslutning", "eftervaern", "opkald", "egen"]
ANSWERS = st.dictionaries(
    st.tuples(
        st.sampled_from(["forventning", "hvordan_gar_det", "hensyn", "skema", "opfolgning", "laering", "egen_indsats"]),
        st.sampled_from(["borger", "virksomhed", "konsulent", "svar", "nr", "virker", "tema", "valg", "virkede"]),
        st.integers(0, 2),
    ).map(Key._make),
    st.one_of(st.integers(1, 5), st.sampled_from(["ja", "nej", "delvist", "ingen_aftale"]), st.just(("ringer_selv",))),
    max_size=12,
)


B, F = st.just(7), st.just(12)


def some(*columns: st.SearchStrategy[Any], kind: Any, **named: st.SearchStrategy[Any]) -> st.SearchStrategy[Any]:
    """Up to three records, numbered in order. Drawn as plain columns: that is much faster than by the types."""
    names = kind._fields[1 : len(columns) + 1] + tuple(named)
    row = st.tuples(*columns, *named.values()).map(lambda drawn: kind(0, **dict(zip(names, drawn, strict=True))))
    return st.lists(row, max_size=3).map(lambda found: tuple(it._replace(nr=at) for at, it in enumerate(found, 1)))


def of(*words: Any) -> st.SearchStrategy[Any]:
    return st.sampled_from(words)


def _forlob(it: tuple[Any, ...]) -> Forlob:
    return Forlob(12, 7, 4, *it[:3], status=it[3], lukket=it[4], udfald=it[5], interval=it[6], vitas=it[7])


TEXT = of("", "fejning", "to\nlinjer", "\x1b[31m")
PLACES = of((), ("borger",), ("borger", "leder"), ("leder", "konsulent"))
FORLOB = st.none() | st.tuples(
    of("virksomhedspraktik", "fleksjob", "kombination"), MAYBE, MAYBE, of("aben", "lukket"), MAYBE,
    of(None, "job", "udeblevet"), of(None, 45), of(None, "sendt", "bevilget"),
).map(_forlob)  # fmt: skip
CASE = {
    "hensyn": some(B, kind=Hensyn),
    "clearances": some(st.just(1), F, st.just("leder"), kind=Clearance),
    "opgaver": some(B, F, TEXT, of("ny", "selvstaendigt"), kind=Opgave, trin_siden=MAYBE),
    "aftaler": some(B, F, TEXT, PARTIES, kind=Aftale, frist=MAYBE, flyttet=st.integers(0, 3)),
    "delmal": some(B, F, kind=Delmal, specifikt=TEXT, frist=MAYBE, status=of("aben", "naet")),
    "timer": some(B, F, DAYS, COUNTS, kind=Timer, art=of("aftalt", "mal")),
    "lonkroner": some(B, F, DAYS, of("italesat", "afvist", "i_gang"), kind=Lonkroner),
    "fremmode": some(B, F, st.none(), DAYS, *[COUNTS] * 6, kind=Fremmode),
    "kontakter": some(B, F, DAYS, st.just("telefon"), PARTIES, of("ja", "nej"), kind=Kontakt),
    "taet": some(B, F, DAYS, of("ja", "obs", "nej"), kind=Taet),
    "planer": some(B, F, DAYS, kind=Plan),
    "samtaler": some(of(*AGENDAS), st.just(""), B, of(None, 12), DAYS, kind=Samtale, status=of("kladde", "faerdig"),
                     deltagere=PLACES, med=PARTIES, kladde_udgave=of(None, 1)),
}  # fmt: skip
OTHERS = some(B, st.just(5), st.just("lontilskud"), kind=Forlob, status=st.just("lukket"), lukket=MAYBE,
              udfald=of("afbrudt_borger", "stoppet_afklaret"))  # fmt: skip
FRAVAER = some(B, F, DAYS, of("syg", "fri", "udeblevet", "uafklaret"), kind=Fravaer)


def _facts(it: tuple[Any, ...]) -> Facts:
    forlob, malgruppe, vaert, fravaer, others, close, said, rows = it
    virksomhed = Virksomhed(4, "Byens", vaert=vaert) if forlob else None
    case = Case(Borger(7, "B-2", malgruppe=malgruppe), forlob, virksomhed, **rows)
    told: dict[int, dict[Key, Value]] = {
        samtale.nr: answers
        for samtale, answers in zip(case.samtaler, said, strict=False)
        if samtale.status == "faerdig"
    }
    return Facts(case, fravaer, told, 2, close, others)


FACTS = st.tuples(
    FORLOB, of(None, "jobparat"), of("ny", None), FRAVAER, OTHERS, st.integers(0, 2),
    st.lists(ANSWERS, min_size=3, max_size=3), st.fixed_dictionaries(CASE),
).map(_facts)  # fmt: skip


@settings(max_examples=40, deadline=None)
@given(FACTS, DAYS)
def test_no_dates_make_a_sign_fail_and_the_same_facts_say_the_same(it: Facts, iso: str) -> None:
    today, rules = date.fromisoformat(iso), our_rules()

    first, again = signs(it, today, rules), signs(it, today, rules)

    assert first == again
    assert [sign.urgency for sign in first] == sorted(sign.urgency for sign in first)
    assert len({sign.id for sign in first}) == len(first)
    assert all(sign.sentence.endswith(".") and sign.sentence.isprintable() for sign in first)


@pytest.mark.safety
@settings(max_examples=60, deadline=None)
@given(FACTS.filter(lambda it: it.case.forlob is not None), DAYS)
def test_the_list_of_the_day_gets_what_it_does_not_say_in_another_way(it: Facts, iso: str) -> None:
    today, rules = date.fromisoformat(iso), our_rules()
    is_open = it.case.forlob is not None and it.case.forlob.status != "lukket"
    said = SAID_BY_THE_LIST - (set() if is_open else {"naeste_skridt_mangler", "laering_mangler"})

    told = [sign for sign in signs(it, today, rules) if sign.urgency <= SOON and sign.id not in said]

    assert pressing_signs(it, today, rules) == tuple(told)


@settings(max_examples=40, deadline=None)
@given(FACTS, DAYS)
def test_the_order_of_rows_does_not_matter_where_it_means_nothing(it: Facts, iso: str) -> None:
    """The newest plan and the newest word about tæt opfølgning are the last ones: their order means something."""
    today, kept = date.fromisoformat(iso), {"taet", "planer", "borger", "forlob", "virksomhed"}
    turned = it.case._replace(**{name: getattr(it.case, name)[::-1] for name in it.case._fields if name not in kept})

    there = signs(it, today, our_rules())
    back = signs(it._replace(case=turned, fravaer=it.fravaer[::-1]), today, our_rules())

    assert [(sign.id, sign.urgency) for sign in there] == [(sign.id, sign.urgency) for sign in back]
