"""Hand the report of a month over, and tell the consultant alone which cases it is about. Knows no figure."""

from collections.abc import Sequence

from vforlob.actions.documents.rapport import make_rapport, own_names
from vforlob.actions.exports import About
from vforlob.actions.people import words_for_people
from vforlob.actions.rapport import Rapport, gather_rapport, usual_month
from vforlob.cli.context import context, in_folder
from vforlob.cli.handing import Wish, give, hand_over, laid_aside
from vforlob.cli.sag_entry import format_for
from vforlob.cli.show import err
from vforlob.model.regneark import Regneark
from vforlob.rules.maltal_development import Development
from vforlob.rules.months_typed import month_title, months_from
from vforlob.store.regler import load_rulebook
from vforlob.store.store import Store

ART, LEADER = "rapport", "leder"
ON_SCREEN, ON_PAPER, CSV = "txt", "pdf", "csv"


def wish_of(format: str, ud: str, overskriv: bool, erstat_tegn: bool, udskriv: bool) -> Wish:
    return Wish(format_for(format or (ON_PAPER if udskriv else ON_SCREEN)), ud, overskriv, erstat_tegn, udskriv)


def give_rapport(store: Store, named: str, chosen: Sequence[str], wish: Wish) -> None:
    """`named` is the month, empty for the usual one."""
    today, rules = context().today, load_rulebook(store.folder)
    maned = named or usual_month(store, today)
    rapport, people = gather_rapport(store, maned, today, rules, chosen), words_for_people(store)
    _tell(rapport, named)
    if _is_table(wish.format):
        from vforlob.actions.documents.rapport_book import rapport_book, rapport_list  # late: a page needs no sheets

        book = rapport_list(rapport, people) if wish.format == CSV else rapport_book(rapport, people)
        _give_book(store, book, wish, About(ART, LEADER))
        return
    give(store, make_rapport(store, rapport, people), wish, About(ART, LEADER))


def give_development(store: Store, found: Development, wish: Wish) -> None:
    """All of it, in a file that others may open: an own figure that names somebody is not called by its name there."""
    from vforlob.actions.documents.udvikling import book, document, sheet_alone  # late, as above

    shown, about = found.called(own_names(words_for_people(store))), About("udvikling")
    if not _is_table(wish.format):
        give(store, document(shown, context().today), wish, about)
        return
    _give_book(store, sheet_alone(shown) if wish.format == CSV else book(shown), wish, about)


def _is_table(format_name: str) -> bool:
    from vforlob.render.formats import TABLES  # late: only a line that makes a document needs them

    return format_name in TABLES


def _give_book(store: Store, book: Regneark, wish: Wish, about: About) -> None:
    from vforlob.render.render import render_regneark  # late, as above

    with laid_aside(store, wish.format):
        hand_over(store, render_regneark(book, wish.format), wish, about)


def _tell(rapport: Rapport, named: str) -> None:
    """Beside the document and never in it: which month was taken, and who the cases are."""
    if not named:
        other = _other_month(rapport)
        said = f" En anden måned: {in_folder(f'vforlob rapport {other}')}" if other else ""
        err(f"Rapporten er for {month_title(rapport.maned)}.{said}")
    if rapport.now is not None and rapport.now.cases:
        numbers = ", ".join(f"{place} er {case.number}" for place, case in enumerate(rapport.now.cases, 1))
        err(f"Kun til dig: sag {numbers}. Vælg selv: --sager f12,f8")


def _other_month(rapport: Rapport) -> str:
    """The one before it, else this one; "" where there are figures of neither."""
    before, this = months_from(rapport.maned, -1), rapport.today[:7]
    if before in rapport.development.maneder:
        return before
    return this if this != rapport.maned else ""
