"""Everything known of one case at one moment, loaded once. Knows no storage."""

from typing import TYPE_CHECKING, NamedTuple

from vforlob.model.aftale import Aftale
from vforlob.model.answers import Answers
from vforlob.model.borger import Borger
from vforlob.model.delmal import Delmal
from vforlob.model.forlob import Forlob, Plan
from vforlob.model.hensyn import Clearance, Hensyn
from vforlob.model.kontakt import Fremmode, Kontakt, Taet
from vforlob.model.onske import Koordinering, Onske
from vforlob.model.opgave import Opgave
from vforlob.model.samtale import Samtale
from vforlob.model.timer import Lonkroner, Timer
from vforlob.model.virksomhed import Virksomhed

if TYPE_CHECKING:
    from vforlob.model.agenda import Agenda  # its many records: a list reads none


class Case(NamedTuple):
    """The records of one borger and, when `forlob` is given, of that forløb. Each tuple is in the order of numbers.

    Hensyn, delmål, wishes and what has to be coordinated follow the borger; clearances, tasks, hours, paid hours and
    days counted are those of the forløb (of the borger before there is one). `samtaler` are finished ones and drafts.
    """

    borger: Borger
    forlob: Forlob | None = None
    virksomhed: Virksomhed | None = None
    hensyn: tuple[Hensyn, ...] = ()
    clearances: tuple[Clearance, ...] = ()
    opgaver: tuple[Opgave, ...] = ()
    aftaler: tuple[Aftale, ...] = ()
    delmal: tuple[Delmal, ...] = ()
    timer: tuple[Timer, ...] = ()
    lonkroner: tuple[Lonkroner, ...] = ()
    fremmode: tuple[Fremmode, ...] = ()
    onsker: tuple[Onske, ...] = ()
    koordinering: tuple[Koordinering, ...] = ()
    kontakter: tuple[Kontakt, ...] = ()
    taet: tuple[Taet, ...] = ()
    planer: tuple[Plan, ...] = ()
    samtaler: tuple[Samtale, ...] = ()


class Held(NamedTuple):
    """One version of a samtale with the agenda as it was asked and the case as it stood when it was finished.

    `current` are the clearances of today, `current_aftaler` and `current_delmal` who may have those today; a document
    obeys the stricter of then and now. Outcomes of earlier aftaler
    stand in `answers` under the point tidligere_aftaler, with the aftale's number as raekke; likewise tidligere_delmal.
    """

    samtale: Samtale
    agenda: "Agenda"
    answers: Answers
    case: Case
    current: tuple[Clearance, ...] = ()
    current_hensyn: tuple[Hensyn, ...] = ()
    current_aftaler: tuple[Aftale, ...] = ()
    current_delmal: tuple[Delmal, ...] = ()
