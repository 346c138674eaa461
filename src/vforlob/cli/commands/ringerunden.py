"""`vforlob ringerunde`: whom to call in a week. Open, act, show."""

from datetime import timedelta

from vforlob.actions.exports import About
from vforlob.actions.ringerunde import Round, gather_round
from vforlob.cli.context import context, in_folder, open_store
from vforlob.cli.handing import Wish, give, hand_over, laid_aside
from vforlob.cli.layout import screen_width
from vforlob.cli.show import emit, out
from vforlob.errors.answer import BadAnswer
from vforlob.errors.use import WrongUse
from vforlob.rules.weeks import Week, read_week
from vforlob.rules.workdays import is_weekday
from vforlob.store.regler import load_rulebook
from vforlob.store.store import Store

PRINTED = "pdf"


def ringerunde(
    *uge: str,
    sag_format: str = "",
    ud: str = "",
    overskriv: bool = False,
    erstat_tegn: bool = False,
    udskriv: bool = False,
    json: bool = False,
) -> None:
    """On the screen, as a page to write on, or as a list."""
    week = _week_for(" ".join(uge))
    wish = Wish(_format_for(sag_format, ud, udskriv), ud, overskriv, erstat_tegn, udskriv)
    with open_store() as store:
        found = gather_round(store, week, context().today, load_rulebook(store.folder))
        if json:
            from vforlob.cli.ringerunde_screen import round_json  # only for machines

            emit(round_json(found))
        elif wish.format:
            _give(store, found, wish)
        else:
            from vforlob.cli.ringerunde_screen import round_page  # a file is not painted

            for line in round_page(found, screen_width(), in_folder("")):
                out(line)


def _week_for(typed: str) -> Week:
    """In a weekend the week to come, where no other was typed."""
    today = context().today
    try:
        return read_week(typed, today if typed.strip() or is_weekday(today) else today + timedelta(days=2))
    except BadAnswer as bad:
        raise WrongUse(bad.sentence, command="ringerunde") from None


def _format_for(typed: str, ud: str, udskriv: bool) -> str:
    """ "" is the screen."""
    if not typed and not ud and not udskriv:
        return ""
    from vforlob.cli.sag_entry import format_for  # late: the page on the screen has no format

    return format_for(typed or PRINTED)


def _give(store: Store, found: Round, wish: Wish) -> None:
    from vforlob.actions.documents.ringerunde import make_round_sheet, round_list  # late, as above
    from vforlob.render.formats import TABLES  # likewise

    about = About("ringerunde", "konsulent")
    if wish.format not in TABLES:
        give(store, make_round_sheet(found).dokument, wish, about)
        return
    from vforlob.render.render import render_regneark  # late, as above

    with laid_aside(store, wish.format):
        content = render_regneark(round_list(found), wish.format)
    hand_over(store, content, wish, about)
