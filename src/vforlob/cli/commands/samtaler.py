"""The commands that hold samtaler and look at them. Open, act, show."""

from vforlob.cli.agenda_names import spelt
from vforlob.cli.context import context, open_store
from vforlob.cli.holding import EFTERVAERN, Wanted, agenda_named, go_on, hold, refuse_closed
from vforlob.cli.numbers import borger_for, forlob_for, samtale_for
from vforlob.store.case import load_case


def formode(
    borger: str = "",
    *,
    med: str = "",
    svar: str = "",
    kort: bool = False,
    grundig: bool = False,
    tillaeg: str = "",
    json: bool = False,
) -> int:
    """The first meeting, with the borger."""
    with open_store(look_through=False) as store:  # hold() does, after the briefing is painted
        found = borger_for(store, borger, "formøde")
        agenda, case = agenda_named(store, "formode"), load_case(store, borger=found.nr)
        return hold(store, agenda, case, Wanted(med, svar, tillaeg, kort, grundig, json))


def startmode(
    forlob: str = "",
    *,
    med: str = "",
    svar: str = "",
    kort: bool = False,
    grundig: bool = False,
    tillaeg: str = "",
    json: bool = False,
) -> int:
    """The meeting where a forløb begins."""
    return _in_forlob("startmode", forlob, Wanted(med, svar, tillaeg, kort, grundig, json))


def opfolgning(
    forlob: str = "",
    *,
    med: str = "",
    svar: str = "",
    kort: bool = False,
    grundig: bool = False,
    tillaeg: str = "",
    json: bool = False,
) -> int:
    """A meeting while the forløb runs."""
    return _in_forlob("opfolgning", forlob, Wanted(med, svar, tillaeg, kort, grundig, json))


def midtvejs(
    forlob: str = "",
    *,
    med: str = "",
    svar: str = "",
    kort: bool = False,
    grundig: bool = False,
    tillaeg: str = "",
    json: bool = False,
) -> int:
    """The meeting when half of the forløb has gone."""
    return _in_forlob("midtvejs", forlob, Wanted(med, svar, tillaeg, kort, grundig, json))


def afslutning(
    forlob: str = "",
    *,
    med: str = "",
    svar: str = "",
    kort: bool = False,
    grundig: bool = False,
    tillaeg: str = "",
    json: bool = False,
) -> int:
    """The meeting that closes a forløb."""
    return _in_forlob("afslutning", forlob, Wanted(med, svar, tillaeg, kort, grundig, json))


def eftervaern(
    forlob: str = "",
    *,
    med: str = "",
    svar: str = "",
    kort: bool = False,
    grundig: bool = False,
    tillaeg: str = "",
    json: bool = False,
) -> int:
    """A talk with somebody who has a job now."""
    return _in_forlob("eftervaern", forlob, Wanted(med, svar, tillaeg, kort, grundig, json))


def opkald(
    forlob: str = "",
    *,
    med: str = "",
    svar: str = "",
    kort: bool = False,
    grundig: bool = False,
    tillaeg: str = "",
    json: bool = False,
) -> int:
    """The virksomhed is on the telephone."""
    return _in_forlob("opkald", forlob, Wanted(med, svar, tillaeg, kort, grundig, json))


def _in_forlob(agenda_id: str, forlob: str, wanted: Wanted) -> int:
    with open_store(look_through=False) as store:  # hold() does, after the briefing is painted
        found = forlob_for(store, forlob, spelt(agenda_id), after_the_job=agenda_id == EFTERVAERN)
        agenda, case = agenda_named(store, agenda_id), load_case(store, forlob=found.nr)
        refuse_closed(store, agenda, case)
        return hold(store, agenda, case, wanted)


def fortsaet() -> int:
    """Go on with the newest samtale that was begun."""
    from vforlob.cli.earlier import newest_open  # late: the commands above do without

    with open_store() as store:
        return go_on(store, newest_open(store))


def liste(*, json: bool = False) -> None:
    """All samtaler, the newest first."""
    from vforlob.cli.earlier import show_list  # late, as above

    with open_store() as store:
        show_list(store, context().today, json)


def vis(samtale: str = "", *, udgave: str = "", json: bool = False) -> None:
    """One samtale, as it was answered."""
    from vforlob.cli.earlier import show_one  # late, as above

    with open_store() as store:
        show_one(store, samtale_for(store, samtale, "samtale vis"), udgave, json)


def ret(samtale: str = "", *, svar: str = "", json: bool = False) -> int:
    """Correct a finished samtale: a new version, with a reason."""
    from vforlob.cli.earlier import correct_one  # late, as above

    with open_store() as store:
        return correct_one(store, samtale_for(store, samtale, "samtale ret"), svar, json)


def fortryd(*, json: bool = False) -> int:
    """Take back the last thing done."""
    from vforlob.cli.undoing import take_back  # late, as above

    with open_store() as store:
        return take_back(store, json)
