"""A data folder with any number of forløb, for the lists. Everything in it is counted out, nothing is like a person."""

import os
from collections.abc import Callable
from datetime import date, datetime, timedelta

from vforlob.model.aftale import Aftale
from vforlob.model.borger import Borger
from vforlob.model.forlob import Forlob, Plan
from vforlob.model.kontakt import Kontakt, Taet
from vforlob.model.samtale import Samtale
from vforlob.model.timer import Timer
from vforlob.model.virksomhed import Virksomhed
from vforlob.store.key import create_with_raw_key
from vforlob.store.open import create_store
from vforlob.store.store import Store

SHA = "0" * 64
VIRKSOMHEDER = 200
# So many people have something waiting, in a large caseload as in a small one.
WAITING = 12


def build_caseload(folder: str, key: bytes, count: int, now: Callable[[], datetime]) -> None:
    """`count` forløb, each with two samtaler, two contacts, an aftale and hours; a few of them need the consultant."""
    os.makedirs(folder, 0o700)
    create_with_raw_key(folder, key)
    with create_store(folder, key, now) as store, store.doing("bench"):
        virksomheder = [
            store.door(Virksomhed).add(Virksomhed(0, f"Virksomhed {n}", branche="Prøve")).nr
            for n in range(min(count, VIRKSOMHEDER))
        ]
        for place in range(count):
            _add(store, place, virksomheder[place % len(virksomheder)], now().date())


def _add(store: Store, place: int, virksomhed: int, today: date) -> None:
    borger = store.door(Borger).add(Borger(0, f"P-{place}", parathed="klar", oprettet=str(today)))
    start = today - timedelta(days=20 + place % 40)
    forlob = store.door(Forlob).add(
        Forlob(0, borger.nr, virksomhed, "virksomhedspraktik", str(start), str(start + timedelta(days=120)), 12.0)
    )
    waits = place < WAITING
    ahead = -1 - place % 5 if waits else 8 + place % 20
    whose = {"borger": borger.nr, "forlob": forlob.nr}
    for back in (20, 10):
        day = str(today - timedelta(days=back))
        store.door(Samtale).add(
            Samtale(0, "opfolgning", SHA, **whose, dato=day, status="faerdig", udgave=1, kladde_udgave=None)
        )
        store.door(Kontakt).add(Kontakt(0, **whose, dato=day, kanal="telefon", med=("borger",)))
    store.door(Plan).add(Plan(0, **whose, dato=str(today + timedelta(days=ahead)), kl="10:00", form="telefon"))
    store.door(Timer).add(Timer(0, **whose, fra=str(start), praktik=12.0))
    frist = str(today + timedelta(days=-2 if waits and place % 3 == 0 else 30))
    store.door(Aftale).add(Aftale(0, **whose, hvad=f"Aftale {place}", hvem=("konsulent",), frist=frist))
    if place % 20 == 0:
        store.door(Taet).add(Taet(0, **whose, dato=str(start), svar="ja"))
