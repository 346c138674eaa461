"""Facts for the tests of the early signs: a forløb where nothing is wrong, and what a test changes in it."""

import os
import tempfile
from collections.abc import Mapping
from datetime import date, timedelta
from functools import cache
from typing import Any

from vforlob.model.answers import Key, Value
from vforlob.model.borger import Borger
from vforlob.model.case import Case
from vforlob.model.delmal import Delmal
from vforlob.model.facts import Facts
from vforlob.model.forlob import Forlob, Plan
from vforlob.model.kontakt import Kontakt, Taet
from vforlob.model.opgave import Opgave
from vforlob.model.samtale import Samtale
from vforlob.model.tegn import Tegn
from vforlob.model.timer import Lonkroner, Timer
from vforlob.model.virksomhed import Virksomhed
from vforlob.rules.rulebook import RuleBook, merged
from vforlob.rules.tegn import signs
from vforlob.store.regler import load_rulebook

START = date(2026, 11, 2)
FORLOB = Forlob(
    12,
    7,
    4,
    "virksomhedspraktik",
    START.isoformat(),
    (START + timedelta(days=90)).isoformat(),
    12.5,
    hensigt="Prøve lageret af",
    kontakt_kommune="Åse",
    kontakt_virksomhed="Per",
    vitas="bevilget",
)


@cache
def our_rules() -> RuleBook:
    with tempfile.TemporaryDirectory() as folder:
        return load_rulebook(os.path.join(folder, "tom"))


def rules_with(**numbers: int) -> RuleBook:
    """Ours, with other numbers."""
    ours = our_rules()
    return merged(ours.rules, [rule._replace(value=numbers[rule.id]) for rule in ours.rules if rule.id in numbers])


def day(after_start: int) -> str:
    return (START + timedelta(days=after_start)).isoformat()


def samtale(nr: int, agenda: str, after_start: int, **over: Any) -> Samtale:
    forlob = None if agenda == "formode" else FORLOB.nr
    with_whom = ("borger", "sagsbehandler", "konsulent") if agenda == "formode" else ("borger", "leder", "konsulent")
    plain = Samtale(nr, agenda, "0" * 64, 7, forlob, day(after_start), deltagere=with_whom, status="faerdig")
    return plain._replace(udgave=1, kladde_udgave=None)._replace(**over)


def kontakt(after_start: int, *med: str, naet: str = "ja", hvem: str = "konsulent") -> Kontakt:
    return Kontakt(1, 7, FORLOB.nr, day(after_start), "telefon", med, naet, hvem)


FORMODE, STARTMODE = samtale(1, "formode", -20), samtale(2, "startmode", -5)


def facts(today: int, said: Mapping[int, Mapping[Key, Value]] = {}, more: Mapping[str, Any] = {}, **over: Any) -> Facts:
    """A case so well kept that no sign stands `today` days after the start. `over` are tuples of the case."""
    forlob = over.pop("forlob", FORLOB)
    case = Case(
        Borger(7, "B-2", malgruppe="aktivitetsparat"),
        forlob,
        Virksomhed(4, "Byens Marked", kontakt="Per", vaert="erfaren"),
        opgaver=(Opgave(1, 7, 12, "fejning", "oplaeres", trin_siden=day(0)),),
        delmal=(Delmal(1, 7, 12, "udviklingsmal", "møde kl. 9", "tre dage", "ro", "bussen passer", day(300)),),
        timer=(Timer(1, 7, 12, day(0), praktik=12.5),),
        lonkroner=(Lonkroner(1, 7, 12, day(max(today - 1, -5)), "italesat"),),
        kontakter=(kontakt(today, "borger", "virksomhed", hvem="virksomhed"),),
        taet=(Taet(1, 7, 12, day(-20), "nej"),),
        planer=(Plan(1, 7, 12, day(today + 3)),),
        samtaler=(FORMODE, STARTMODE),
    )
    answers = {2: {Key("forventning", "borger"): "ja", Key("forventning", "virksomhed"): "ja"}, **said}
    return Facts(case._replace(**over), said=answers)._replace(**more)


def found(it: Facts, today: int, rules: RuleBook | None = None) -> dict[str, Tegn]:
    return {sign.id: sign for sign in signs(it, START + timedelta(days=today), rules or our_rules())}
