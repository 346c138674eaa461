"""Who is to be called, when, and when the next contact is: facts for the sheets and the cards. Knows no layout."""

from collections.abc import Iterable
from datetime import date
from typing import NamedTuple

from vforlob.actions.documents.sources import Sources
from vforlob.actions.settings import setting
from vforlob.model.case import Case
from vforlob.model.forlob import Plan
from vforlob.model.text import fold
from vforlob.rules.danish import clock, long_date
from vforlob.rules.gate_tables import OUTSIDE
from vforlob.rules.progress import last_contact
from vforlob.store.store import Store

TRAEFFETID = "traeffetid"
SIGNED_WITH = ("konsulent", "telefon", TRAEFFETID)
_HOW = {
    "besog": "besøg på arbejdspladsen",
    "telefon": "telefon",
    "video": "video",
    "kommunen": "hos kommunen",
}


class Konsulent(NamedTuple):
    """As she wants to be called; what was never set is empty."""

    navn: str = ""
    telefon: str = ""
    traeffetid: str = ""

    @property
    def line(self) -> str:
        """Karen Holm, 12 34 56 78"""
        return ", ".join(filter(None, (self.navn, self.telefon)))


def konsulent_of(store: Store) -> Konsulent:
    return Konsulent(*(one_line(setting(store, name)) for name in SIGNED_WITH))


def one_line(text: str | None) -> str:
    return " ".join((text or "").split())


def host_contact(case: Case) -> str:
    """Whom one speaks with at the virksomhed; the telephone number where it is that person's."""
    forlob, virksomhed = case.forlob, case.virksomhed
    named = one_line(forlob.kontakt_virksomhed if forlob else None)
    general = one_line(virksomhed.kontakt if virksomhed else None)
    is_same = not named or fold(named) == fold(general)
    phone = one_line(virksomhed.telefon if virksomhed else None) if is_same else ""
    return ", ".join(filter(None, (named or general, phone)))


def other_contact(case: Case, konsulent: Konsulent) -> str:
    """Somebody else in the kommune that the virksomhed calls, where one was named."""
    named = one_line(case.forlob.kontakt_kommune if case.forlob else None)
    return "" if fold(named) in {"konsulenten", "konsulent", "mig", fold(konsulent.navn)} else named


def next_plan(case: Case, recipients: Iterable[str], sources: Sources, today: date) -> Plan | None:
    """The newest, until somebody has been reached; to a workplace none once the forløb is closed."""
    wanted = tuple(recipients)
    is_closed = case.forlob is not None and case.forlob.status == "lukket"
    if not case.planer or (is_closed and OUTSIDE.intersection(wanted)):
        return None
    plan, last = case.planer[-1], last_contact(case)
    is_past = plan.dato < today.isoformat() or (last is not None and plan.dato <= last.dato)
    return None if is_past or not sources.may_have(wanted, plan) else plan


def plan_words(plan: Plan | None) -> str:
    """tirsdag den 1. december 2026 (uge 49) kl. 14.30, besøg på arbejdspladsen"""
    if plan is None:
        return ""
    day = " ".join(filter(None, (long_date(plan.dato), plan.kl and clock(plan.kl))))
    if plan.kilde != "aftalt":
        return f"senest {day}"
    how = _HOW.get(plan.form or "", "")
    return f"{day}, {how}" if how else day


def signed(konsulent: Konsulent) -> dict[str, str]:
    """The fields of a Dokument that sign it."""
    return {"konsulent": konsulent.navn, "telefon": konsulent.telefon}
