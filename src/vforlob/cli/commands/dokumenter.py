"""The documents that are handed over: agreement, cards, guide, feedback, handover, plan. Open, act, show."""

from vforlob.actions.documents.aftaleark import make_aftaleark
from vforlob.actions.documents.development import draft, gather_development
from vforlob.actions.documents.kontaktkort import make_borger_card, make_virksomhed_card
from vforlob.actions.documents.minplan import make_minplan
from vforlob.actions.documents.overdragelse import gather_handover, make_overdragelse
from vforlob.actions.documents.tilbagemelding import make_tilbagemelding
from vforlob.actions.documents.udviklingsbeskrivelse import make_udviklingsbeskrivelse
from vforlob.actions.documents.vaertsguide import make_vaertsguide, make_vaertsguide_for
from vforlob.actions.references import forlob_of
from vforlob.cli.context import context, open_store
from vforlob.cli.document_questions import keep_hours, may_be_left
from vforlob.cli.document_words import advice_for, one_of, rings, since_day, text_for
from vforlob.cli.giving import about, hand_on, wish_for
from vforlob.cli.numbers import borger_for, forlob_for
from vforlob.cli.owners import owner_for

BORGER, VIRKSOMHED, SAGSBEHANDLER, JOURNAL = "borger", "virksomhed", "sagsbehandler", "journal"


def aftaleark(
    forlob: str = "",
    *,
    ark_til: str = "",
    format: str = "",
    ud: str = "",
    overskriv: bool = False,
    erstat_tegn: bool = False,
    udskriv: bool = False,
) -> None:
    """The sheet of both parties, or a copy for one of them."""
    til = one_of(ark_til, (BORGER, VIRKSOMHED), "aftaleark", "Et aftaleark")
    wish = wish_for(format, ud, overskriv, erstat_tegn, udskriv)
    with open_store() as store:
        found = forlob_for(store, forlob, "aftaleark")
        made = make_aftaleark(store, found, til, context().today)
        hand_on(store, made, wish, about(made, found))


def kontaktkort_virksomhed(
    forlob: str = "",
    *,
    traeffetid: str = "",
    format: str = "",
    ud: str = "",
    overskriv: bool = False,
    erstat_tegn: bool = False,
    udskriv: bool = False,
) -> None:
    """Whom the virksomhed calls, and what about."""
    wish = wish_for(format, ud, overskriv, erstat_tegn, udskriv)
    with may_be_left(), open_store() as store:
        found = forlob_for(store, forlob, "kontaktkort virksomhed")
        keep_hours(store, traeffetid)
        made = make_virksomhed_card(store, found, context().today)
        hand_on(store, made, wish, about(made, found))


def kontaktkort_borger(
    forlob: str = "",
    *,
    traeffetid: str = "",
    format: str = "",
    ud: str = "",
    overskriv: bool = False,
    erstat_tegn: bool = False,
    udskriv: bool = False,
) -> None:
    """What the borger takes along."""
    wish = wish_for(format, ud, overskriv, erstat_tegn, udskriv)
    with may_be_left(), open_store() as store:
        found = forlob_for(store, forlob, "kontaktkort borger")
        keep_hours(store, traeffetid)
        made = make_borger_card(store, found, context().today)
        hand_on(store, made, wish, about(made, found))


def vaertsguide(
    forlob: str = "",
    *,
    format: str = "",
    ud: str = "",
    overskriv: bool = False,
    erstat_tegn: bool = False,
    udskriv: bool = False,
) -> None:
    """For everybody, or for the virksomhed of a forløb."""
    wish, today = wish_for(format, ud, overskriv, erstat_tegn, udskriv), context().today
    with open_store() as store:
        found = forlob_of(store, forlob) if forlob else None
        made = make_vaertsguide_for(store, found, today) if found else make_vaertsguide(store, today)
        hand_on(store, made, wish, about(made, found))


def tilbagemelding(
    forlob: str = "",
    *,
    format: str = "",
    ud: str = "",
    overskriv: bool = False,
    erstat_tegn: bool = False,
    udskriv: bool = False,
) -> None:
    """Five lines for the virksomhed."""
    wish = wish_for(format, ud, overskriv, erstat_tegn, udskriv)
    with open_store() as store:
        found = forlob_for(store, forlob, "tilbagemelding")
        made = make_tilbagemelding(store, found, context().today)
        hand_on(store, made, wish, about(made, found))


def overdragelse(
    forlob: str = "",
    *,
    ring: str = "",
    format: str = "",
    ud: str = "",
    overskriv: bool = False,
    erstat_tegn: bool = False,
    udskriv: bool = False,
) -> None:
    """A forløb as the sagsbehandler must know it."""
    answer = one_of(ring, ("ja", "nej"), "overdragelse", "Ring til mig")
    wish = wish_for(format, ud, overskriv, erstat_tegn, udskriv)
    with may_be_left(), open_store() as store:
        found = forlob_for(store, forlob, "overdragelse")
        handover = gather_handover(store, found)
        made = make_overdragelse(store, handover, rings(handover, answer), advice_for(handover), context().today)
        hand_on(store, made, wish, about(made, found))


def minplan(
    borger: str = "", *, format: str = "", ud: str = "", overskriv: bool = False, erstat_tegn: bool = False
) -> None:
    """The delmål of a borger to paste."""
    wish = wish_for(format, ud, overskriv, erstat_tegn)
    with open_store() as store:
        found = borger_for(store, borger, "minplan")
        made = make_minplan(store, found, context().today)
        hand_on(store, made, wish, about(made, found))


def udviklingsbeskrivelse(
    sag: str = "",
    *,
    siden: str = "",
    udvikling_til: str = "",
    format: str = "",
    ud: str = "",
    overskriv: bool = False,
    erstat_tegn: bool = False,
) -> None:
    """How it has gone since last time; the paragraph is hers to write anew."""
    wanted = (SAGSBEHANDLER, JOURNAL, BORGER)
    til = one_of(udvikling_til, wanted, "udviklingsbeskrivelse", "En udviklingsbeskrivelse") or SAGSBEHANDLER
    wish, day = wish_for(format, ud, overskriv, erstat_tegn), since_day(siden)
    with may_be_left(), open_store() as store:
        owner = owner_for(store, sag, "udviklingsbeskrivelse", "")
        assert owner is not None
        whose = owner.forlob or owner.borger
        development = gather_development(store, whose, til, day, context().today)
        made = make_udviklingsbeskrivelse(store, development, text_for(development, draft(development)))
        hand_on(store, made, wish, about(made, whose))
