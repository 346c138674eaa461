"""What the page for the monthly talk tells of the months: plots with their text, and honest where there is little."""

from datetime import date

import pytest

from vforlob.actions.overblik import Row, Shown, gather_overblik, room_of, set_room
from vforlob.actions.overblik_months import month_figures, months_of
from vforlob.actions.overblik_page import overblik_page
from vforlob.errors.overblik import RoomNotANumber
from vforlob.model.dokument import Figur, Tabel, Tekst
from vforlob.rules.overblik import names
from vforlob.rules.overblik.values import Opkald, Overblik, Sagsstamme, Tal, Uge
from vforlob.store.regler import our_rules
from vforlob.store.store import Store

TODAY = date(2027, 1, 14)
RULES = our_rules()
WEEKS = (
    Uge("2027-01-11", "2027-01-17", Tal(12), Tal(1), (Opkald(21, "2027-01-11", "2027-01-12"),)),
    Uge("2027-01-18", "2027-01-24", Tal(1)),
)
IGANG = Row("igang", "I gang i forløb", 12, 10, 2, (("2026-12", 11), ("2026-11", 9)))
FASTHOLDT = Row("fastholdt", "Stadig i gang efter uge 4", None, 7, None, (("2026-12", 6),))
HOURS = Row("lontimer", "Ordinære timer om ugen", 40, 31.5, 8.5, (("2026-12", 24.0),))


def shown(*rows: Row, plads: int | None = None) -> Shown:
    figures = {names.KLAR: Tal(9), names.TAET_PA: Tal(14), names.LAENGERE_FRA: Tal(11), names.BORGERE: Tal(34)}
    return Shown(Overblik(TODAY.isoformat(), figures, WEEKS, Sagsstamme(30, 35, 45)), rows, plads)


def test_the_months_are_drawn_across_a_year_and_told_in_words() -> None:
    first, hours = month_figures(shown(IGANG, FASTHOLDT, HOURS))

    assert [serie.navn for serie in first.serier] == ["I gang i forløb", "Stadig i gang efter uge 4"]
    assert [one.hvor for one in first.serier[0].malinger] == ["2026-11-30", "2026-12-31", "2027-01-14"]
    assert first.alternativ == (
        "I gang i forløb: november 9, december 11, i dag 10. Stadig i gang efter uge 4: december 6, i dag 7."
    )
    assert hours.alternativ == "Ordinære timer om ugen: december 24, i dag 31,5."


def test_nothing_is_drawn_of_a_single_day() -> None:
    assert month_figures(shown(IGANG._replace(before=()), HOURS._replace(before=(), nu=None))) == ()
    assert months_of(shown(IGANG, FASTHOLDT)) == ("2026-11", "2026-12")


def test_the_page_has_the_table_the_plots_and_whether_there_is_room(store: Store) -> None:
    page = overblik_page(store, shown(IGANG, FASTHOLDT, HOURS, plads=10), TODAY, RULES)

    (table,) = (block for block in page.blokke if isinstance(block, Tabel))
    told = [block.tekst for block in page.blokke if isinstance(block, Tekst)]
    assert [column.navn for column in table.kolonner] == ["", "Mål", "Nu", "Mangler", "dec 26", "nov 26"]
    assert table.raekker[0] == ("I gang i forløb", "12", "10", "2", "11", "9")
    assert table.raekker[1] == ("Stadig i gang efter uge 4", "", "7", "", "6", "")
    assert sum(isinstance(block, Figur) for block in page.blokke) == 4
    assert told == [
        "Uge 2: 12 kontakter tilbage og 1 holdt, plads til 10. Det er 3 for mange.",
        "Uge 3: 1 kontakt, plads til 10.",
    ]


def test_the_room_is_kept_and_told_with_the_figures(store: Store, today: date) -> None:
    before = gather_overblik(store, today, RULES).plads

    set_room(store, " 12 ")

    assert (before, room_of(store), gather_overblik(store, today, RULES).plads) == (None, 12, 12)
    assert gather_overblik(store, today, RULES) == gather_overblik(store, today, RULES)


@pytest.mark.parametrize("typed", ["", "ti", "-1", "1.5", "100", "²", "١٢"])
def test_a_room_is_a_whole_number(store: Store, typed: str) -> None:
    with pytest.raises(RoomNotANumber):
        set_room(store, typed)
    assert room_of(store) is None
