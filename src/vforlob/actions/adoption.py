"""What a new forløb takes over from its borger: aftaler, delmål, hours, worry, the next contact. Clears nobody."""

from typing import Any

from vforlob.actions.known_rows import CLOSED_DELMAL
from vforlob.model.aftale import Aftale
from vforlob.model.answers import Key
from vforlob.model.delmal import Delmal
from vforlob.model.forlob import Forlob, Plan
from vforlob.model.hensyn import Clearance, Hensyn
from vforlob.model.kontakt import Taet
from vforlob.model.samtale import Samtale
from vforlob.model.timer import HOURS_OF, Timer
from vforlob.store.answers import answers_of
from vforlob.store.store import Store

ROLES = ("leder", "mentor", "kolleger", "vitas")


def adopt(store: Store, forlob: Forlob) -> None:
    """Inside the transaction that makes the forløb."""
    _take_over(store, Aftale, forlob, store.door(Aftale).find(borger=forlob.borger, forlob=None, status="aben"))
    # A yes to the virksomhed, given before there was one, goes with its delmål to the first that comes, and no further.
    _take_over(store, Delmal, forlob, (one for one in open_delmal(store, forlob.borger) if one.forlob is None))
    _take_over_hours(store, forlob)
    worries = store.door(Taet).find(borger=forlob.borger, forlob=None)
    _take_over(store, Taet, forlob, [worry for worry in worries[-1:] if worry.svar != "nej"])
    _take_over(store, Plan, forlob, store.door(Plan).find(borger=forlob.borger, forlob=None)[-1:])
    _ask_first(store, forlob)


def open_delmal(store: Store, borger: int) -> tuple[Delmal, ...]:
    return tuple(delmal for delmal in store.door(Delmal).find(borger=borger) if delmal.status not in CLOSED_DELMAL)


def _take_over(store: Store, kind: type[Any], forlob: Forlob, rows: Any) -> None:
    for row in rows:
        store.door(kind).change(row.nr, forlob=forlob.nr)


def _take_over_hours(store: Store, forlob: Forlob) -> None:
    """Hours that got no kind at the formøde are of the kind of the forløb that they turn out to be for."""
    for hours in store.door(Timer).find(borger=forlob.borger, forlob=None):
        kinds: dict[str, Any] = {}
        if not _has_kind(store, hours):
            kinds = {"praktik": None, HOURS_OF[forlob.art]: hours.praktik}
        store.door(Timer).change(hours.nr, forlob=forlob.nr, **kinds)


def _has_kind(store: Store, hours: Timer) -> bool:
    """Whether somebody said which kind: without one they were put down as praktik."""
    if hours.samtale is None or hours.praktik is None:
        return True
    punkt = (hours.sted_i_samtale or "").partition("/")[0]
    answers = answers_of(store, hours.samtale, store.door(Samtale).get(hours.samtale).udgave)
    return any(Key(punkt, kind) in answers for kind in ("praktik", "lontilskud", "ordinaer"))


def _ask_first(store: Store, forlob: Forlob) -> None:
    """Every hensyn stands as spørg først for everybody: what was cleared elsewhere says nothing about here."""
    for hensyn in store.door(Hensyn).find(borger=forlob.borger, status="aktiv"):
        for rolle in ROLES:
            store.door(Clearance).add(Clearance(nr=0, hensyn=hensyn.nr, forlob=forlob.nr, rolle=rolle))
