"""Whatever waits, heading and menu stay on the screen, and no entry is lost between the pages."""

from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from vforlob.actions.to_journal import ToJournal
from vforlob.actions.today import Today
from vforlob.actions.today_line import Line
from vforlob.cli.menu import page_and_offers
from vforlob.cli.today_screen import View, today_page
from vforlob.model.due import PutOff, Unjournalised, Whose

pytestmark = pytest.mark.safety

TODAY = date(2026, 11, 23)
DAYS = st.dates(date(2026, 8, 1), date(2027, 3, 1)).map(str)
TYPED = st.sampled_from(("x", "Æ-7", "Ørbæk & Søn, æsker og papkasser", "å" * 75, "et ord " * 12, "a\nb\tc", "🙂 smil"))
WHOSE = st.builds(
    Whose, st.integers(1, 99), TYPED, st.none() | st.integers(1, 999), st.none() | TYPED, DAYS, DAYS, st.booleans()
)


def line(kind: str, is_soon: bool) -> st.SearchStrategy[Line]:
    return st.builds(
        Line,
        st.just(kind),
        WHOSE,
        DAYS,
        last=st.just("") | DAYS,
        nr=st.integers(1, 99),
        text=TYPED.map(lambda text: f"{text}."),
        move=st.just("Ring."),
        command=st.just("forløb vis f1"),
        kilde=st.sampled_from(("aftalt", "kontakt_senest_dage", "milepael_uge_1")),
        agenda=st.sampled_from(("opfolgning", "midtvejs", "afslutning", "eftervaern", "egen")),
        kl=st.sampled_from((None, "13:00")),
        form=st.sampled_from((None, "besog")),
        is_soon=st.just(is_soon),
        is_early=st.booleans(),
        also=st.just(()),
    )


def entries(kinds: tuple[str, ...], is_soon: bool) -> st.SearchStrategy[tuple[Line, ...]]:
    one = st.sampled_from(kinds).flatmap(lambda kind: line(kind, is_soon))
    whole = st.builds(lambda first, also: first._replace(also=tuple(also)), one, st.lists(one, max_size=3))
    return st.lists(whole, max_size=10).map(tuple)


TODAYS = st.builds(
    Today,
    st.just(TODAY),
    st.integers(1, 99),
    st.integers(0, 99),
    entries(("lofte", "tegn", "kontakt", "vitas", "slut", "graense", "venter", "delmal", "uden_plan", "kladde"), False),
    entries(("lovet", "aftalt", "slutter", "tegn", "graense"), True),
    st.lists(st.builds(Unjournalised, WHOSE, st.integers(1, 999), st.just("opfolgning"), DAYS), max_size=12).map(tuple),
    st.none(),
    st.lists(st.builds(PutOff, WHOSE, st.integers(1, 9), st.just("vitas"), st.just(0), DAYS, TYPED), max_size=4).map(
        tuple
    ),
    st.builds(
        ToJournal,
        st.dictionaries(st.sampled_from(("samtale", "kontakt", "fravaer", "taet", "hensyn")), st.integers(1, 40)),
        st.integers(0, 40),
        st.just("2026-11-18"),
    ),
    st.sampled_from((0, 7)),
)


@settings(max_examples=30, deadline=None)
@given(TODAYS, st.integers(60, 120), st.integers(24, 60), st.booleans())
def test_a_page_and_its_menu_fit_a_screen_of_24_lines_and_more(
    found: Today, width: int, height: int, plain: bool
) -> None:
    page, offered = page_and_offers(found, View(width, height, plain=plain))

    assert len(page.lines) + 1 + len(offered) + 1 <= height  # an empty line above, and the one that is typed on
    assert max(map(len, offered)) < width
    assert page.lines[0].startswith(" Kun til dig")
    assert page.entries or not (found.now or found.soon)


@settings(max_examples=30, deadline=None)
@given(TODAYS, st.integers(24, 40))
def test_page_after_page_shows_every_entry_once_and_in_order(found: Today, height: int) -> None:
    shown: list[Line] = []
    for _ in range(40):
        page = today_page(found, View(80, height, start=len(shown)))
        shown += page.entries
        if not page.left:
            break

    assert shown == [*found.now, *found.soon]


@settings(max_examples=30, deadline=None)
@given(TODAYS)
def test_as_text_everything_is_there(found: Today) -> None:
    page = today_page(found, View(80, 0, lettered=False))

    assert (page.entries, page.left) == ((*found.now, *found.soon), 0)
    assert sum(one.strip().startswith("vforlob ") for one in page.lines) >= len(page.entries)
