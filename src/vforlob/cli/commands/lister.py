"""The lists of borgere, virksomheder and forløb. Apart from the other commands, for they are to come at once."""

from collections.abc import Iterable, Sequence
from typing import Any

from vforlob.cli.context import context, open_store
from vforlob.cli.layout import screen_width
from vforlob.cli.record_lists import PAGE, borger_table, forlob_table, virksomhed_table
from vforlob.cli.show import out
from vforlob.store.pages import borger_page, forlob_page, virksomhed_page

_ONE_MORE = PAGE + 1  # tells that there are more without counting them all


def borgere(*, alle: bool = False, json: bool = False) -> None:
    """The borgere by number."""
    with open_store() as store:
        page = borger_page(store, None if alle or json else _ONE_MORE)
    if json:
        _emit(page)
    else:
        shown = page if alle else page[:PAGE]
        _tell("borger", "borgere", borger_table(shown, screen_width()), shown, page)


def virksomheder(
    *,
    branche: str = "",
    sted: str = "",
    ny: bool = False,
    erfaren: bool = False,
    ring_nu: bool = False,
    alle: bool = False,
    json: bool = False,
) -> None:
    """The virksomheder by number, or those that are looked for."""
    if branche or sted or ny or erfaren or ring_nu:
        from vforlob.cli.virksomhed_list import show_narrowed, wanted_of  # the whole list is to come at once

        show_narrowed(wanted_of(branche, sted, ny, erfaren, ring_nu), alle, json)
        return
    with open_store() as store:
        page = virksomhed_page(store, None if alle or json else _ONE_MORE)
    if json:
        _emit(page)
    else:
        shown = page if alle else page[:PAGE]
        _tell("virksomhed", "virksomheder", virksomhed_table(shown, screen_width()), shown, page)


def forlobene(*, alle: bool = False, json: bool = False) -> None:
    """The forløb that are not closed, by next contact; with `alle` and as JSON the closed ones too."""
    with open_store() as store:
        page = forlob_page(store, None if alle or json else _ONE_MORE, closed=alle or json)
    if json:
        _emit(sorted(page, key=lambda line: line.nr))
    else:
        shown = page if alle else page[:PAGE]
        _tell("forløb", "forløb", forlob_table(shown, context().today, screen_width()), shown, page)


def _tell(one: str, many: str, table: Iterable[str], shown: Sequence[Any], page: Sequence[Any]) -> None:
    if not page:
        out(f"Der er ingen {many} endnu. Opret: vforlob {one} ny")
        return
    out(f" Kun til dig · {many[:1].upper()}{many[1:]}\n")
    for line in table:
        out(line)
    out(f"\n Vis: vforlob {one} vis NUMMER   Opret: vforlob {one} ny")
    if len(page) > len(shown):
        out(f" Der er flere. Se dem alle: vforlob {one} liste --alle")


def _emit(rows: Iterable[Any]) -> None:
    from vforlob.cli.record_json import rows_json  # only for machines
    from vforlob.cli.show import emit  # likewise

    emit(rows_json(rows))
