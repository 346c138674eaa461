"""The register of virksomheder as a file: which format, and what could not be in it. Knows no column."""

from vforlob.actions.exports import About
from vforlob.actions.whole_virksomhed_sheet import virksomhed_sheet
from vforlob.agenda.near import nearest
from vforlob.cli.handing import Wish, hand_over, laid_aside
from vforlob.cli.show import err
from vforlob.errors.render import UnknownFormat
from vforlob.errors.use import NothingToPick
from vforlob.model.text import fold
from vforlob.render.formats import TABLES
from vforlob.render.render import render_regneark
from vforlob.store.store import Store

CSV = "csv"


def table_format(typed: str) -> str:
    wanted = fold(typed.strip().removeprefix(".")) or CSV
    if wanted in TABLES:
        return wanted
    raise UnknownFormat(typed, nearest(typed, TABLES), tuple(TABLES))


def give_register(store: Store, format_name: str, ud: str, overskriv: bool) -> None:
    made = virksomhed_sheet(store)
    if not made.sheet.faner[0].raekker and not made.held_back:
        raise NothingToPick("virksomhed")
    for nr in made.held_back:
        err(f"v{nr} er ikke med, for der står et alias i den. Ret den: vforlob virksomhed ret v{nr}")
    with laid_aside(store, format_name):
        content = render_regneark(made.sheet, format_name)
    hand_over(store, content, Wish(format_name, ud, overskriv), About("virksomheder"))
