"""What the team gets: years and quarters that are over, every name in its place, nothing that anybody typed."""

from datetime import date

import pytest

from vforlob.actions.team_figures import CLOSING, FORMODE, KIND, QUARTER, WEEKS, Year, gather_team_figures
from vforlob.actions.team_figures_document import FEW, NOTHING, team_book, team_document
from vforlob.model.accounts import Statistik
from vforlob.render.render import render_dokument, render_regneark
from vforlob.store.store import Store


def close(store: Store, count: int, maned: str, **over: object) -> None:
    plain = Statistik(0, maned, "fleksjob", "noget, nogen skrev", "job", 9, "ja", "nej")
    with store.doing("prøve"):
        for _ in range(count):
            store.door(Statistik).add(plain._replace(**over))


def cells(year: Year, table: str, row: str) -> tuple[int | None, ...]:
    found = next(it for it in year.tabeller if it.navn == table)
    return found.celler[found.raekker.index(row)]


def test_a_year_that_is_over_is_divided_in_five_ways(store: Store, today: date) -> None:
    close(store, 12, "2025-02")
    close(store, 8, "2025-11", udfald="afbrudt_borger", uge=2, art="noget eget", formode=None)
    close(store, 3, "2025-05", udfald="stoppet_afklaret")

    year = next(it for it in gather_team_figures(store, today) if it.aar == 2025)

    assert [it.navn for it in year.tabeller] == [QUARTER, KIND, WEEKS, FORMODE, CLOSING]
    assert cells(year, QUARTER, "1") == (10, None, None)
    assert cells(year, QUARTER, "4") == (None, None, 10)
    assert cells(year, KIND, "fleksjob") == (10, None, None)
    assert cells(year, KIND, "") == (None, None, 10)
    assert cells(year, WEEKS, "9-13") == (10, None, None)
    assert cells(year, FORMODE, "") == (None, None, 10)
    assert year.i_alt is None


def test_a_quarter_that_goes_on_is_not_told_and_a_year_that_does_has_only_its_quarters(store: Store) -> None:
    close(store, 9, "2026-10")
    close(store, 7, "2026-08")

    in_november = gather_team_figures(store, date(2026, 11, 20))[0]
    in_january = gather_team_figures(store, date(2027, 1, 4))

    assert [it.navn for it in in_november.tabeller] == [QUARTER]
    assert in_november.tabeller[0].raekker == ("1", "2", "3")
    assert cells(in_november, QUARTER, "3") == (5, None, None)
    assert [it.aar for it in in_january] == [2026, 2025]
    assert cells(in_january[0], QUARTER, "3") == cells(in_november, QUARTER, "3")


def test_every_name_is_there_also_where_there_is_nobody(store: Store, today: date) -> None:
    empty, full = gather_team_figures(store, today)[1], None
    close(store, 1, "2025-03", art="lontilskud")
    full = gather_team_figures(store, today)[1]

    assert full == empty
    assert full.is_empty


def test_what_somebody_typed_is_in_no_format(store: Store, today: date) -> None:
    close(store, 20, "2025-02", art="<egen>", udfald="egen_kode", formode="måske")
    years = gather_team_figures(store, today)

    texts = [render_dokument(team_document(years, today), name) for name in ("txt", "md", "html", "json")]
    csv = render_regneark(team_book(years), "csv")

    assert not any("nogen skrev" in str(it) or "egen" in str(it) or "måske" in str(it) for it in (*texts, csv))
    assert "2025;Kvartal;1. kvartal;Stoppet eller aldrig i gang;20" in str(csv)
    assert f"2025;Kvartal;2. kvartal;Afbrudt;{FEW}" in str(csv)


@pytest.mark.parametrize("count", [0, 4])
def test_too_few_is_a_sentence(store: Store, today: date, count: int) -> None:
    close(store, count, "2025-02")

    text = render_dokument(team_document(gather_team_figures(store, today), today), "txt")

    assert str(text).count(NOTHING) == 1


def test_what_there_is_may_have_its_sum_when_nothing_is_blank(store: Store, today: date) -> None:
    for quarter in ("2026-02", "2026-05", "2026-08"):
        for outcome in ("job", "stoppet_sygdom", "afbrudt_kommune"):
            close(store, 6, quarter, udfald=outcome)

    years = gather_team_figures(store, today)

    assert years[0].i_alt == (20, 20, 20)
    assert "I alt" in str(render_dokument(team_document(years, today), "txt"))
