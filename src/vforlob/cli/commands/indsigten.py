"""`vforlob indsigt`: everything about one borger, and when she asked for it. Open, act, show."""

from datetime import date

from vforlob.cli.context import context, in_folder, open_store
from vforlob.cli.layout import one_line
from vforlob.cli.numbers import borger_for
from vforlob.cli.show import err
from vforlob.errors.use import WrongUse
from vforlob.model.borger import Borger
from vforlob.store.store import Store


def indsigt(
    borger: str = "",
    *,
    anmodet: str = "",
    givet: bool = False,
    format: str = "",
    ud: str = "",
    overskriv: bool = False,
    erstat_tegn: bool = False,
    json: bool = False,
) -> None:
    """The document, or the day it was asked for or given."""
    if bool(anmodet.strip()) + givet + bool(format or ud or json) > 1:
        raise WrongUse(
            "Skriv én ting ad gangen: --anmodet, --givet eller det dokument, du vil have.", command="indsigt"
        )
    with open_store() as store:
        found = borger_for(store, borger, "indsigt")
        if anmodet.strip():
            _asked(store, found, anmodet)
        elif givet:
            _given(store, found)
        else:
            _give(store, found, "json" if json else format, ud, overskriv, erstat_tegn)


def _asked(store: Store, borger: Borger, typed: str) -> None:
    from vforlob.actions.indsigt import keep_request  # late: each way of the command needs its own alone
    from vforlob.cli.document_words import since_day
    from vforlob.cli.indsigt_words import asked_lines

    day = since_day(typed)
    assert day is not None
    for line in asked_lines(keep_request(store, borger.nr, day), context().today):
        err(line)
    _offer_stop(store, borger)


def _offer_stop(store: Store, borger: Borger) -> None:
    """Nothing of what she asked for may go away meanwhile."""
    from vforlob.actions.slettestop import ON, is_stopped, put_stop  # late, as above

    if is_stopped(store, borger.nr):
        err("Slettestop er sat: intet om borgeren bliver slettet imens.")
        return
    if context().may_ask and _wants_stop(borger):
        put_stop(store, borger.nr, ON, context().today.isoformat())
        err(f"Slettestop er sat. Hæv det igen: {in_folder(f'vforlob slettestop b{borger.nr} af')}")
        return
    err(_not_stopped(borger))


def _wants_stop(borger: Borger) -> bool:
    from vforlob.cli.ask import asker  # late, as above
    from vforlob.cli.short_questions import Left, says_yes
    from vforlob.cli.stopping import Stopped

    try:
        return says_yes(asker(context()), "Sæt slettestop, så intet om borgeren bliver slettet imens?")
    except Left as left:
        if left.interrupted:
            err(_not_stopped(borger))
            raise Stopped from None
        return False


def _not_stopped(borger: Borger) -> str:
    return f"Slettestop er ikke sat. Sæt det: {in_folder(f'vforlob slettestop b{borger.nr} til')}"


def _given(store: Store, borger: Borger) -> None:
    from vforlob.actions.indsigt import close_request, request_of  # late, as above
    from vforlob.actions.slettestop import is_stopped

    if request_of(store, borger.nr) is None:
        err(f"Der står ingen anmodning om indsigt fra b{borger.nr}.")
        return
    close_request(store, borger.nr)
    err(f"Skrevet: b{borger.nr} har fået sin indsigt.")
    if is_stopped(store, borger.nr):
        err(f"Slettestop er stadig sat. Hæv det: {in_folder(f'vforlob slettestop b{borger.nr} af')}")


def _deadlines(store: Store, today: date) -> dict[str, int]:
    from vforlob.actions.fortegnelse import DAYS_OF  # late, as above
    from vforlob.actions.slettefrister import deadline_days

    return {name: deadline_days(store, navn, today) for name, navn in DAYS_OF.items()}


def _named(store: Store, borger: Borger) -> tuple[str, ...]:
    """Where she stands in what was written about others. A disk that takes nothing keeps nobody from her insight."""
    from vforlob.actions.sletning_named import named_elsewhere  # late, as above
    from vforlob.errors.base import VforlobError

    try:
        return named_elsewhere(store, borger)
    except VforlobError:
        return ()


def _give(store: Store, borger: Borger, format: str, ud: str, overskriv: bool, erstat_tegn: bool) -> None:
    from vforlob.actions.documents.indsigt import ART, READER, make_indsigt  # late, as above
    from vforlob.actions.exports import About
    from vforlob.actions.indsigt import request_of
    from vforlob.cli.giving import wish_for
    from vforlob.cli.handing import give, hand_over
    from vforlob.cli.indsigt_words import before_given, deadline_line, named_line
    from vforlob.store.indsigt import collect

    wish, current = wish_for(format, ud, overskriv, erstat_tegn), context()
    found = collect(store, borger.nr)
    made = make_indsigt(found, current.today, current.now.tzinfo, _deadlines(store, current.today))
    request = request_of(store, borger.nr)
    for line in (
        *before_given(found, made, f"b{borger.nr} {one_line(borger.alias)}"),
        *named_line(_named(store, borger)),
        *([deadline_line(request, current.today)] if request else []),
    ):
        err(line)
    about = About(ART, READER, borger.nr)
    if wish.format == "json":
        from vforlob.actions.documents.indsigt_data import as_json  # late: each format needs its own alone

        hand_over(store, as_json(found, current.today), wish, about)
        return
    give(store, made.dokument, wish, about)
