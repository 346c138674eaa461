"""A data folder with any number of forløb, for the lists. Everything in it is counted out, nothing is like a person."""

import os
from collections.abc import Callable
from datetime import date, datetime, timedelta

from vforlob.agenda.library import find_agenda_file
from vforlob.agenda.loader import load_agenda, text_sha
from vforlob.model.aftale import Aftale
from vforlob.model.answers import Key, Value
from vforlob.model.borger import Borger
from vforlob.model.delmal import Delmal
from vforlob.model.forlob import Forlob, Plan
from vforlob.model.hensyn import Clearance, Hensyn
from vforlob.model.kontakt import Fremmode, Kontakt, Taet
from vforlob.model.onske import Onske
from vforlob.model.opgave import Opgave
from vforlob.model.samtale import Samtale
from vforlob.model.timer import Lonkroner, Timer
from vforlob.model.virksomhed import Virksomhed
from vforlob.store.agendas import keep_agenda
from vforlob.store.answers import put_answer
from vforlob.store.key import create_with_raw_key
from vforlob.store.open import create_store
from vforlob.store.store import Store

with open(find_agenda_file("opfolgning", ""), encoding="utf-8") as _file:
    ASKED = _file.read()
SHA = text_sha(ASKED)  # every samtale was held after it: what was asked must be there to be shown
VIRKSOMHEDER = 2000
# So many people have something waiting, in a large caseload as in a small one.
WAITING = 12
ANSWERS: dict[Key, Value] = {
    Key("hvordan_gar_det", "borger"): 4,
    Key("hvordan_gar_det", "virksomhed"): 4,
    Key("selvstaendigt", "tekst"): "Prøve",
}


def build_caseload(folder: str, key: bytes, count: int, now: Callable[[], datetime]) -> None:
    """`count` forløb, each with meetings and their answers, contacts, aftaler, delmål, tasks, hours and a hensyn; a few
    of them need the consultant.
    """
    os.makedirs(folder, 0o700)
    os.mkdir(os.path.join(folder, "tmp"), 0o700)  # as opsæt does: rules and holidays are kept there
    create_with_raw_key(folder, key)
    with create_store(folder, key, now) as store, store.doing("bench"):
        keep_agenda(store, load_agenda("opfolgning.toml", ASKED.encode()), ASKED)
        virksomheder = [
            store.door(Virksomhed).add(Virksomhed(0, f"Virksomhed {n}", branche="Prøve", kontakt="Prøve")).nr
            for n in range(min(count, VIRKSOMHEDER))
        ]
        for place in range(count):
            _add(store, place, virksomheder[place % len(virksomheder)], now().date())


def _add(store: Store, place: int, virksomhed: int, today: date) -> None:
    start = today - timedelta(days=30 + place % 14)
    borger = store.door(Borger).add(Borger(0, f"P-{place}", "jobklar", "klar", cv="ja", oprettet=str(start)))
    forlob = store.door(Forlob).add(
        Forlob(
            *(0, borger.nr, virksomhed, "virksomhedspraktik", str(start), str(start + timedelta(days=89)), 12.0),
            hensigt="Prøve",
            dage=("man", "ons", "fre"),
            kontakt_kommune="Prøve",
            vitas="bevilget",
            oprettet=str(start),
            kontakt_virksomhed="Prøve",
        )
    )
    whose = {"borger": borger.nr, "forlob": forlob.nr}
    _add_contacts(store, place, whose, start, today)
    _add_records(store, place, whose, start, today)
    if place == 0:  # whom a match is made for: every virksomhed has that branche
        for rang in range(1, 6):
            store.door(Onske).add(Onske(0, borger.nr, rang, f"Prøve {rang}", "Prøve"))


def _add_contacts(store: Store, place: int, whose: dict[str, int], start: date, today: date) -> None:
    waits = place < WAITING
    _meet(store, "startmode", whose, start, {})
    for back in (9, 2):
        _meet(store, "opfolgning", whose, today - timedelta(days=back + 3 * waits), ANSWERS)
        store.door(Kontakt).add(
            Kontakt(
                0, **whose, dato=str(today - timedelta(days=back + 5)), kanal="telefon", med=("borger", "virksomhed")
            )
        )
    ahead = -1 - place % 3 if waits else 8 + place % 14
    store.door(Plan).add(Plan(0, **whose, dato=str(today + timedelta(days=ahead)), kl="10:00", form="telefon"))
    store.door(Taet).add(Taet(0, **whose, dato=str(start), svar="ja" if place % 20 == 0 else "nej"))


def _meet(store: Store, agenda: str, whose: dict[str, int], day: date, answers: dict[Key, Value]) -> None:
    samtale = store.door(Samtale).add(
        Samtale(
            *(0, agenda, SHA),
            **whose,
            dato=str(day),
            deltagere=("borger", "konsulent", "leder"),
            status="faerdig",
            udgave=1,
            kladde_udgave=None,
        )
    )
    for key, value in answers.items():
        put_answer(store, samtale.nr, 1, key, value)


def _add_records(store: Store, place: int, whose: dict[str, int], start: date, today: date) -> None:
    late, later = str(today - timedelta(days=2)), str(today + timedelta(days=30))
    store.door(Timer).add(Timer(0, **whose, fra=str(start), praktik=12.0))
    store.door(Lonkroner).add(Lonkroner(0, **whose, dato=str(today - timedelta(days=2)), trin="italesat"))
    store.door(Fremmode).add(Fremmode(0, **whose, fra=str(start), til=late, aftalt=8, modt=8))
    for trin in ("selvstaendigt", "med_hjaelp"):
        store.door(Opgave).add(Opgave(0, **whose, opgave=f"Opgave {trin}", trin=trin, trin_siden=late))
    letters = {"specifikt": "Prøve", "malbart": "Prøve", "attraktivt": "Prøve", "realistisk": "Prøve"}
    store.door(Delmal).add(Delmal(0, **whose, **letters, frist=later))
    hensyn = store.door(Hensyn).add(Hensyn(0, whose["borger"], "Prøve", "Prøve", "Prøve", hvem=("leder",)))
    store.door(Clearance).add(Clearance(0, hensyn.nr, whose["forlob"], "leder", "ma", str(start)))
    frist = late if place < WAITING and place % 3 == 0 else later
    store.door(Aftale).add(Aftale(0, **whose, hvad=f"Aftale {place}", hvem=("konsulent",), frist=frist))
