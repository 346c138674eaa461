"""A case as it stands after formøde, startmøde and opfølgning, in a real store: what is handed over is made of it."""

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import datetime
from pathlib import Path
from typing import Any
from zoneinfo import ZoneInfo

import scenes
from matrix import agenda
from running import KEY
from vforlob.model.accounts import Indstilling
from vforlob.model.aftale import Aftale
from vforlob.model.answers import Answers
from vforlob.model.borger import Borger
from vforlob.model.case import Case
from vforlob.model.delmal import Delmal
from vforlob.model.forlob import Forlob, Plan
from vforlob.model.hensyn import Clearance, Hensyn
from vforlob.model.kontakt import Fravaer, Fremmode, Kontakt
from vforlob.model.opgave import Opgave
from vforlob.model.samtale import Samtale
from vforlob.model.timer import Lonkroner, Timer
from vforlob.model.virksomhed import Virksomhed
from vforlob.store.agendas import keep_agenda
from vforlob.store.answers import save_answers
from vforlob.store.case import load_case
from vforlob.store.key import create_with_raw_key
from vforlob.store.open import create_store
from vforlob.store.store import Store

NOW = datetime(2026, 11, 20, 13, 0, tzinfo=ZoneInfo("Europe/Copenhagen"))
SETTINGS = {"konsulent": "Karen Holm", "telefon": "12 34 56 78", "traeffetid": "hverdage kl. 8-15"}
START, LAST = "2026-11-04", "2026-11-16"


@contextmanager
def new_store(place: Path) -> Iterator[Store]:
    """For a whole module of tests that only read it."""
    folder = place / "vforlob"
    folder.mkdir(mode=0o700)
    create_with_raw_key(str(folder), KEY)
    with create_store(str(folder), KEY, lambda: NOW) as store:
        yield store


def handed_case(store: Store, **over: Any) -> Case:
    """`over` gives columns of the borger, virksomhed and forlob: handed_case(store, forlob={"start": None})."""
    with store.doing("opsaet"):
        for name, value in SETTINGS.items():
            store.door(Indstilling).add(Indstilling(0, name, value, START))
    with store.doing("forlob ny"):
        forlob = _add_people(store, over)
        _add_hensyn(store, forlob)
        _add_work(store, forlob)
        _add_aftaler(store, forlob)
    hold(store, "formode", scenes.FORMODE, forlob._replace(nr=0), "2026-10-28", deltagere=("borger", "sagsbehandler"))
    hold(store, "startmode", scenes.STARTMODE, forlob, "2026-11-02")
    hold(store, "opfolgning", scenes.OPFOLGNING, forlob, LAST, anmaerkning="Mødetiden driller", kraever_samtale="ja")
    return load_case(store, forlob=forlob.nr)


def hold(store: Store, name: str, answers: Answers, forlob: Forlob, dato: str, **over: Any) -> Samtale:
    """A finished samtale after the shipped agenda, without any effect on the case. A forløb without a number: before
    there was one.
    """
    asked = agenda(name)
    keep_agenda(store, asked, name)
    plain = Samtale(
        0,
        name,
        asked.sha,
        forlob.borger,
        forlob.nr or None,
        dato,
        "13:00",
        "besog",
        ("borger", "leder", "konsulent"),
        ("borger", "virksomhed"),
        tillaeg=tuple(punkt.id for punkt in asked.punkter),
    )
    with store.doing("samtale ny"):
        samtale = store.door(Samtale).add(plain._replace(**over))
    save_answers(store, samtale.nr, 1, dict(answers))
    with store.doing("samtale faerdig"):
        return store.door(Samtale).change(samtale.nr, status="faerdig", udgave=1, kladde_udgave=None)


def _add_people(store: Store, over: dict[str, Any]) -> Forlob:
    own = Borger(
        0,
        "Æ-7",
        malgruppe="Kontanthjælp",
        parathed="taet_pa",
        sagsbehandler="Lis, Team 2",
        oprettet="2026-10-20",
        kan_jeg="Jeg er vant til at pakke og læsse",
        har_brug_for="En kort pause hver anden time",
        hjaelper_mig="Vis mig opgaven én gang, og lad mig prøve selv",
    )
    borger = store.door(Borger).add(own._replace(**over.get("borger", {})))
    host = Virksomhed(0, "Ørbæk & Søn", sted="Havnevej 4", kontakt="Bo Bech", telefon="54 00 00 01", vaert="ny")
    virksomhed = store.door(Virksomhed).add(host._replace(**over.get("virksomhed", {})))
    plain = Forlob(
        0,
        borger.nr,
        virksomhed.nr,
        "virksomhedspraktik",
        START,
        "2027-02-03",
        12.5,
        "optraening",
        "Komme op på 20 timer med opgaver, der kan blive til løn",
        dage=("man", "ons", "fre"),
        fast_tid="mandag kl. 14",
        kontakt_kommune="Konsulenten",
        stedfortraeder="Virksomhedsservice",
        kontakt_virksomhed="Værkføreren",
        mentor="Holdlederen på pakkebordet",
        rejse="Linje 42 kl. 8.12 fra torvet",
        ud_ad_doren="07:55",
        oprettet="2026-10-30",
    )
    return store.door(Forlob).add(plain._replace(**over.get("forlob", {})))


def _add_hensyn(store: Store, forlob: Forlob) -> None:
    for one in scenes.HENSYN:
        store.door(Hensyn).add(one._replace(nr=0, borger=forlob.borger, oprettet="2026-10-28", virker="ja"))
    for clearance in scenes.CLEARANCES:
        store.door(Clearance).add(clearance._replace(nr=0, forlob=forlob.nr))


def _add_work(store: Store, forlob: Forlob) -> None:
    borger, nr = forlob.borger, forlob.nr
    opgaver = store.door(Opgave)
    fejning = Opgave(0, borger, nr, "Fejning", "oplaeres", "praktik", "Kost med langt skaft", None, START)
    first = opgaver.add(fejning._replace(dage=("man", "ons"), timer=6.0))
    pakke = Opgave(0, borger, nr, "Pakkebordet", "med_hjaelp", "praktik", None, "En måtte at stå på", LAST)
    opgaver.add(pakke._replace(dage=("fre",), timer=6.5))
    opgaver.change(first.nr, trin="selvstaendigt", trin_siden=LAST)
    store.door(Timer).add(Timer(0, borger, nr, START, praktik=10.0))
    store.door(Timer).add(Timer(0, borger, nr, LAST, praktik=12.5))
    store.door(Timer).add(Timer(0, borger, nr, "2027-01-15", praktik=20.0, art="mal"))
    store.door(Lonkroner).add(Lonkroner(0, borger, nr, "2026-11-02", "italesat", None, "Pakkebordet i sæsonen"))
    store.door(Fremmode).add(Fremmode(0, borger, nr, START, LAST, 6, 5, 1, 0, 0, 0, 2))
    store.door(Fravaer).add(Fravaer(0, borger, nr, "2026-11-11", "syg", "sms til værkføreren"))
    store.door(Kontakt).add(Kontakt(0, borger, nr, "2026-11-06", "telefon", ("virksomhed",), tekst="God start"))
    store.door(Plan).add(Plan(0, borger, nr, "2026-12-01", "14:00", "besog"))
    goal = Delmal(0, borger, nr, specifikt="Møde kl. 9 tre dage om ugen", malbart="Tre dage i fire uger")
    store.door(Delmal).add(goal._replace(frist="2026-12-02", delt="ja", oprettet="2026-10-28"))


def _add_aftaler(store: Store, forlob: Forlob) -> None:
    aftaler = store.door(Aftale)
    plain = Aftale(0, forlob.borger, forlob.nr, til_stede=("borger", "leder", "konsulent"), oprettet=LAST)
    aftaler.add(plain._replace(hvad="sætte ind i pakkebordet", hvem=("virksomhed",), frist="2026-11-27"))
    aftaler.add(plain._replace(hvad="prøve den tidlige bus", hvem=("borger", "konsulent"), frist="2026-11-24"))
    aftaler.add(plain._replace(hvad="tale med lægen", hvem=("borger",), modtagere=("borger",)))
