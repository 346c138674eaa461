"""Make the records a test is about. Everything else in them is plain and fictional."""

from typing import Any

from vforlob.model.aftale import Aftale
from vforlob.model.answers import Key, Value
from vforlob.model.borger import Borger
from vforlob.model.case import Case
from vforlob.model.forlob import Forlob, Plan
from vforlob.model.hensyn import Clearance, Hensyn
from vforlob.model.opgave import Opgave
from vforlob.model.samtale import Samtale
from vforlob.model.timer import Timer
from vforlob.model.virksomhed import Virksomhed
from vforlob.store.answers import save_answers
from vforlob.store.case import load_case
from vforlob.store.store import Store


def make_borger(store: Store, **over: Any) -> Borger:
    with store.doing("borger ny"):
        return store.door(Borger).add(_borger(store, over))


def make_virksomhed(store: Store, **over: Any) -> Virksomhed:
    with store.doing("virksomhed ny"):
        return store.door(Virksomhed).add(_virksomhed(over))


def make_case(store: Store, **over: Any) -> Case:
    """A borger at a virksomhed: two hensyn (the leder may know the first, the mentor only after being asked), two
    opgaver, hours, three aftaler of which one is overdue and one not for the virksomhed, and a next contact.

    `over` gives columns by record: make_case(store, forlob={"art": "kombination"}, borger={"alias": "Æ-7"}).
    """
    with store.doing("forlob ny"):
        borger = store.door(Borger).add(_borger(store, over.get("borger", {})))
        virksomhed = store.door(Virksomhed).add(_virksomhed(over.get("virksomhed", {})))
        plain = Forlob(0, borger.nr, virksomhed.nr, "virksomhedspraktik", "2026-11-04", "2027-02-03", 12.5)
        forlob = store.door(Forlob).add(plain._replace(**over.get("forlob", {})))
        _add_hensyn(store, borger.nr, forlob.nr)
        _add_work(store, borger.nr, forlob.nr)
        _add_aftaler(store, borger.nr, forlob.nr)
    return load_case(store, forlob=forlob.nr)


def make_samtale(
    store: Store, case: Case, agenda: str = "opfolgning", answers: dict[Key, Value] | None = None, **over: Any
) -> Samtale:
    """A draft with these answers in its draft version."""
    forlob = case.forlob.nr if case.forlob else None
    plain = Samtale(0, agenda, "0" * 64, case.borger.nr, forlob, "2026-11-20", deltagere=("borger", "leder"))
    with store.doing("samtale ny"):
        samtale = store.door(Samtale).add(plain._replace(**over))
    if answers:
        save_answers(store, samtale.nr, samtale.kladde_udgave or 1, dict(answers))
    return samtale


def finish(store: Store, samtale: Samtale, grund: str | None = None) -> Samtale:
    """Lock the draft version, without any effect on the case."""
    with store.doing("samtale faerdig"):
        return store.door(Samtale).change(
            samtale.nr, status="faerdig", udgave=samtale.kladde_udgave or 1, kladde_udgave=None, grund=grund
        )


def _borger(store: Store, over: dict[str, Any]) -> Borger:
    count = len(store.door(Borger).find())
    return Borger(0, f"B-{count + 1}", parathed="taet_pa", oprettet="2026-10-28")._replace(**over)


def _virksomhed(over: dict[str, Any]) -> Virksomhed:
    plain = Virksomhed(0, "Ørbæk & Søn", branche="lager", sted="Aarhus", kontakt="Åse", vaert="ny")
    return plain._replace(**over)


def _add_hensyn(store: Store, borger: int, forlob: int) -> None:
    hensynene, clearances = store.door(Hensyn), store.door(Clearance)
    pause = hensynene.add(
        Hensyn(0, borger, "bliver hurtigt træt", "ro", "en kort pause hver anden time", hvem=("leder",), betydning="ja")
    )
    morning = hensynene.add(
        Hensyn(0, borger, "sover dårligt", "tid", "møder kl. 9", sporg_forst=("leder", "mentor"), betydning="nej")
    )
    clearances.add(Clearance(0, pause.nr, forlob, "leder", "ma", "2026-11-04"))
    clearances.add(Clearance(0, morning.nr, forlob, "mentor", "sporg", "2026-11-04"))


def _add_work(store: Store, borger: int, forlob: int) -> None:
    store.door(Opgave).add(Opgave(0, borger, forlob, "fejning", "selvstaendigt", trin_siden="2026-11-16"))
    store.door(Opgave).add(Opgave(0, borger, forlob, "pakkebord", "med_hjaelp"))
    store.door(Timer).add(Timer(0, borger, forlob, "2026-11-04", praktik=12.5))
    store.door(Plan).add(Plan(0, borger, forlob, "2026-12-01", "14:30", "besog"))


def _add_aftaler(store: Store, borger: int, forlob: int) -> None:
    aftaler = store.door(Aftale)
    plain = Aftale(0, borger, forlob, til_stede=("borger", "virksomhed"), oprettet="2026-11-09")
    aftaler.add(plain._replace(hvad="sætte ind i pakkebordet", hvem=("virksomhed",), frist="2026-11-13"))
    aftaler.add(plain._replace(hvad="prøvetur med linje 42", hvem=("borger", "konsulent"), frist="2026-11-27"))
    aftaler.add(plain._replace(hvad="tale med lægen", hvem=("borger",), modtagere=("borger",), frist="2026-12-04"))
