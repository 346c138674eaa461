"""A case with the contacts that a test of days is about, and our own rules as they are shipped."""

from datetime import date
from typing import Any

from vforlob.actions.workdays import workdays
from vforlob.model.borger import Borger
from vforlob.model.case import Case
from vforlob.model.forlob import Forlob, Plan
from vforlob.model.kontakt import Kontakt, Taet
from vforlob.model.samtale import Samtale
from vforlob.store.regler import our_rules

RULES = our_rules()
IS_WORKDAY = workdays(RULES)
TODAY = date(2026, 11, 20)


def forlob_of(start: str | None = "2026-11-04", slut: str | None = "2027-02-03", **over: Any) -> Forlob:
    return Forlob(12, 7, 4, "virksomhedspraktik", start, slut, oprettet="2026-10-28")._replace(**over)


def case_of(
    forlob: Forlob,
    held: tuple[tuple[str, str], ...] = (),
    reached: tuple[str, ...] = (),
    tried: tuple[str, ...] = (),
    agreed: str = "",
    taet: tuple[tuple[str, str], ...] = (),
) -> Case:
    """`held` are agenda and day, `taet` day and svar; the agreed plan is that of the newest samtale."""
    samtaler = tuple(
        Samtale(nr, agenda, "0", 7, 12, dato, status="faerdig", udgave=1, kladde_udgave=None)
        for nr, (agenda, dato) in enumerate(held, 1)
    )
    kontakter = [Kontakt(0, 7, 12, dato) for dato in reached] + [Kontakt(0, 7, 12, dato, naet="nej") for dato in tried]
    plan = Plan(1, 7, 12, agreed, "14:30", "besog", samtale=len(samtaler) or None)
    return Case(
        Borger(7, "Æ-7"),
        forlob,
        kontakter=tuple(kontakter),
        samtaler=samtaler,
        planer=(plan,) if agreed else (),
        taet=tuple(Taet(nr, 7, 12, dato, svar) for nr, (dato, svar) in enumerate(taet, 1)),
    )
