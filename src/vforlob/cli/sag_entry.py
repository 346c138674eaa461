"""What `eksport` is given on its line: whose case, for whom, in which format, which days; and handing it over."""

from vforlob.actions.documents.sag import gather_sag
from vforlob.actions.documents.sag_period import Period
from vforlob.actions.exports import About
from vforlob.cli.context import context
from vforlob.cli.documents import recipient_for
from vforlob.cli.handing import Wish, give, hand_over, laid_aside
from vforlob.cli.owners import Owner
from vforlob.cli.show import err
from vforlob.errors.answer import BadAnswer
from vforlob.errors.eksport import PeriodTurnedAround
from vforlob.errors.render import UnknownFormat
from vforlob.errors.use import WrongUse
from vforlob.model.sag import Sag
from vforlob.model.text import fold
from vforlob.rules.gate_tables import OUTSIDE
from vforlob.store.store import Store

JOURNAL, JSON, CSV = "journal", "json", "csv"


def format_for(typed: str) -> str:
    """A whole case is made as documents are, and as lists and figures too."""
    from vforlob.agenda.near import nearest  # late: only where a format was typed wrongly
    from vforlob.render.formats import FORMATS, TABLES  # late: only a line that makes a document needs them

    wanted, known = fold(typed.strip().removeprefix(".")), (*FORMATS, *TABLES)
    if wanted in known:
        return wanted
    raise UnknownFormat(typed, nearest(typed, known), known)


def reader_for(typed: str) -> str:
    """The case's own, where nobody else is named."""
    return recipient_for(typed, "") if typed else JOURNAL


def period_for(fra: str, indtil: str) -> Period | None:
    """None where no day was typed: the whole case. Both days are in it."""
    if not (fra.strip() or indtil.strip()):
        return None
    period = Period(_day(fra, "--fra"), _day(indtil, "--indtil"))
    if period.fra and period.indtil and period.indtil < period.fra:
        raise PeriodTurnedAround(period.fra, period.indtil)
    return period


def gathered(store: Store, owner: Owner, recipient: str, period: Period | None) -> Sag:
    return gather_sag(store, owner.forlob or owner.borger, recipient, context().today, period)


def give_sag(store: Store, sag: Sag, owner: Owner, wish: Wish) -> None:
    """One case, made the way the format wants it: a document, a workbook, a list or data."""
    _hint(sag)
    about = About("eksport", sag.modtager, owner.borger.nr, owner.forlob.nr if owner.forlob else None)
    if wish.format == JSON:
        from vforlob.actions.documents.sag_data import as_json  # late: each format needs its own alone

        hand_over(store, as_json(sag), wish, about)
        return
    from vforlob.render.formats import TABLES  # late, as above

    if wish.format in TABLES:
        hand_over(store, _table(store, sag, wish), wish, about)
        return
    from vforlob.actions.documents.sag_document import sag_document  # late, as above

    give(store, sag_document(sag), wish, about)


def _hint(sag: Sag) -> None:
    """A sentence when what goes to the workplace looks as if it told of somebody's health. It never stops anything."""
    if sag.modtager in OUTSIDE:
        from vforlob.actions.documents.made import hinted  # late: only a text for others is looked over
        from vforlob.actions.documents.sag_document import sag_document  # likewise

        for missing in hinted(sag_document(sag).blokke):
            err(missing.sentence)


def _table(store: Store, sag: Sag, wish: Wish) -> str | bytes:
    from vforlob.actions.documents.sag_book import as_book, as_list  # late, as above
    from vforlob.render.render import render_regneark  # late, as above

    with laid_aside(store, wish.format):
        return render_regneark(as_list(sag) if wish.format == CSV else as_book(sag), wish.format)


def _day(typed: str, option: str) -> str:
    """Notes are of days that have been, so a day without a year is the last one with that name."""
    if not typed.strip():
        return ""
    from vforlob.rules.dates import read_date  # late: a whole case has no days
    from vforlob.rules.year_choice import PAST  # likewise

    try:
        return read_date(typed, context().today, PAST).isoformat()
    except BadAnswer as bad:
        raise WrongUse(f"{option}: {bad.sentence}", command="eksport") from None
