"""`teamtal`: how forløb ended, as figures that may leave the consultant. Open, act, show."""

from vforlob.actions.exports import About
from vforlob.actions.team_figures import gather_team_figures
from vforlob.actions.team_figures_document import ART, READERS, team_book, team_document
from vforlob.cli.context import context, open_store
from vforlob.cli.handing import Wish, give, hand_over, laid_aside
from vforlob.cli.sag_entry import format_for


def teamtal(
    *, tavle_format: str = "", ud: str = "", overskriv: bool = False, erstat_tegn: bool = False, udskriv: bool = False
) -> None:
    """No period can be chosen: two lists of different periods could be subtracted from each other."""
    from vforlob.render.formats import TABLES  # late: help needs no format

    wish = Wish(format_for(tavle_format or ("pdf" if udskriv else "txt")), ud, overskriv, erstat_tegn, udskriv)
    about = About(ART, READERS)
    with open_store() as store:
        years = gather_team_figures(store, context().today)
        if wish.format not in TABLES:
            give(store, team_document(years, context().today), wish, about)
            return
        from vforlob.render.render import render_regneark  # late: only for a workbook or a list

        with laid_aside(store, wish.format):
            content = render_regneark(team_book(years), wish.format)
        hand_over(store, content, wish, about)
