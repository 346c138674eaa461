"""Load everything known of one case, now or as it once was. Knows what belongs to a case, no rule about it."""

from collections.abc import Callable
from typing import Any

from vforlob.errors.records import RecordNotFound
from vforlob.model.aftale import Aftale
from vforlob.model.agenda import Agenda
from vforlob.model.borger import Borger
from vforlob.model.case import Case, Held
from vforlob.model.delmal import Delmal
from vforlob.model.forlob import Forlob, Plan
from vforlob.model.hensyn import Clearance, Hensyn
from vforlob.model.kontakt import Fremmode, Kontakt, Taet
from vforlob.model.onske import Koordinering, Onske
from vforlob.model.opgave import Opgave
from vforlob.model.samtale import Samtale
from vforlob.model.timer import Lonkroner, Timer
from vforlob.model.virksomhed import Virksomhed
from vforlob.store.answers import answers_of
from vforlob.store.store import Store

Find = Callable[..., tuple[Any, ...]]

# A gruppe has the number of its first event.
_FINISHED = (
    "SELECT max(h.gruppe, coalesce((SELECT max(nr) FROM haendelse WHERE gruppe = h.gruppe AND gruppe <> nr), 0))"
    " FROM samtale_udgave AS u JOIN haendelse AS h ON h.nr = u.haendelse_nr WHERE u.samtale = ? AND u.udgave = ?"
)

_OF_BORGER = {"hensyn": Hensyn, "delmal": Delmal, "onsker": Onske, "koordinering": Koordinering}
_OF_FORLOB = {"opgaver": Opgave, "timer": Timer, "lonkroner": Lonkroner, "fremmode": Fremmode}
# These can come before there is a forløb, and still matter in it.
_OF_BOTH = {"aftaler": Aftale, "kontakter": Kontakt, "taet": Taet, "planer": Plan, "samtaler": Samtale}


def load_case(store: Store, *, forlob: int | None = None, borger: int | None = None, as_of: int | None = None) -> Case:
    """Of a forløb or of a borger; `as_of` an event number: as it stood just after that event."""
    find = _finder(store, as_of)
    own = _one(find, Forlob, forlob) if forlob is not None else None
    person = _one(find, Borger, own.borger if own else borger)
    mine = {"borger": person.nr}
    here = {**mine, "forlob": own.nr if own else None}
    return Case(
        borger=person,
        forlob=own,
        virksomhed=_one(find, Virksomhed, own.virksomhed) if own else None,
        clearances=find(Clearance, forlob=own.nr) if own else (),
        **{name: find(kind, **mine) for name, kind in _OF_BORGER.items()},
        **{name: find(kind, **here) for name, kind in _OF_FORLOB.items()},
        **{name: _before_and_in(find(kind, **mine), here["forlob"]) for name, kind in _OF_BOTH.items()},
    )


def load_held(store: Store, samtale_nr: int, agenda: Agenda, *, udgave: int | None = None) -> Held:
    """The newest finished version, or the one named, or the draft when nothing is finished yet. A finished one comes
    with the case as it stood when it was finished; a draft with the case of today.
    """
    samtale = store.door(Samtale).get(samtale_nr)
    wanted = udgave if udgave is not None else samtale.udgave or samtale.kladde_udgave or 1
    finished = finishing_event(store, samtale_nr, wanted)
    if finished is None and wanted != samtale.kladde_udgave:
        raise RecordNotFound("samtale", samtale_nr)
    whose = {"forlob": samtale.forlob} if samtale.forlob is not None else {"borger": samtale.borger}
    now = load_case(store, **whose)
    case = now if finished is None else load_case(store, **whose, as_of=finished)
    then = samtale if finished is None else _one(_finder(store, finished), Samtale, samtale_nr)
    then = then._replace(tekst_slettet=samtale.tekst_slettet)  # they are gone from every version
    answers = answers_of(store, samtale_nr, wanted)
    return Held(then, agenda, answers, case, now.clearances, now.hensyn, now.aftaler, now.delmal)


def finishing_event(store: Store, samtale: int, udgave: int) -> int | None:
    """The last event of what finished that version, its effects among them; None while it is a draft."""
    rows = store.rows(_FINISHED, (samtale, udgave))
    return int(rows[0][0]) if rows else None


def _finder(store: Store, as_of: int | None) -> Find:
    if as_of is None:
        return lambda kind, **columns: store.door(kind).find(**columns)
    return lambda kind, **columns: store.door(kind).as_of(as_of, **columns)


def _one(find: Find, kind: Any, nr: int | None) -> Any:
    found = find(kind, nr=nr)
    if not found:
        raise RecordNotFound(kind.__name__.lower(), nr)
    return found[0]


def _before_and_in(records: tuple[Any, ...], forlob: int | None) -> tuple[Any, ...]:
    return tuple(record for record in records if record.forlob in {None, forlob})
