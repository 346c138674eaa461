"""Tæt opfølgning of a forløb or a borger: how it stands, its history, and every sign. Knows no words and no screen."""

from datetime import date
from typing import NamedTuple

from vforlob.actions.workdays import workdays
from vforlob.model.facts import Facts
from vforlob.model.kontakt import Taet
from vforlob.model.tegn import Tegn
from vforlob.rules.kontaktplan import Due, due
from vforlob.rules.rulebook import Rule, RuleBook
from vforlob.rules.tegn import signs
from vforlob.store.facts import facts_of_borger, load_facts
from vforlob.store.store import Store


class Closely(NamedTuple):
    """`now` is the newest word, None before the first; `earlier` those before it, the newest first.

    `since` is the day the newest unbroken row of the same word began. `rules` are the numbers behind the signs, by id.
    """

    facts: Facts
    now: Taet | None
    since: str
    earlier: tuple[Taet, ...]
    tegn: tuple[Tegn, ...]
    rules: dict[str, Rule]
    next: Due | None


def gather_closely(store: Store, borger: int, forlob: int | None, today: date, rules: RuleBook) -> Closely:
    facts = facts_of_borger(store, borger) if forlob is None else load_facts(store, [forlob])[0]
    words = facts.case.taet
    found = signs(facts, today, rules)
    numbers = {sign.rule: rule for sign in found if sign.rule and (rule := rules.find(sign.rule, today))}
    return Closely(
        facts=facts,
        now=words[-1] if words else None,
        since=_since(words),
        earlier=tuple(reversed(words[:-1])),
        tegn=found,
        rules=numbers,
        next=due(facts.case, today, rules, workdays(rules, store.folder)),
    )


def _since(words: tuple[Taet, ...]) -> str:
    since, svar = "", ""
    for word in words:
        since = since if word.svar == svar else word.dato
        svar = word.svar
    return since
