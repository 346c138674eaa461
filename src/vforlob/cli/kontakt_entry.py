"""What is said of a contact or an absence that was just saved, with the facts of its forløb. Saves nothing."""

from collections.abc import Iterable
from typing import Any, NamedTuple

from vforlob.actions.workdays import workdays
from vforlob.cli.context import context
from vforlob.cli.kontakt_screens import (
    clash_line,
    fravaer_hints,
    fravaer_line,
    kontakt_hints,
    kontakt_line,
    next_line,
)
from vforlob.cli.layout import screen_width, wrap
from vforlob.cli.owners import owner_of
from vforlob.cli.posts import Family
from vforlob.model.facts import Facts
from vforlob.model.kontakt import Fravaer, Kontakt
from vforlob.rules.kontaktplan import Due, due
from vforlob.rules.rulebook import RuleBook
from vforlob.store.facts import load_facts
from vforlob.store.regler import load_rulebook
from vforlob.store.store import Store

KONTAKT = Family("kontakt", "kontakt", "en kontakt", "kontakter", "ingen kontakter", kontakt_line, ("ret",))
FRAVAER = Family("fravaer", "fravær", "et fravær", "fravær", "intet fravær", fravaer_line, ("ret",))


class Around(NamedTuple):
    """The forløb as it stands now that the record is in it."""

    facts: Facts
    rules: RuleBook
    next: Due | None


def around(store: Store, forlob: int) -> Around:
    facts, rules = load_facts(store, [forlob])[0], load_rulebook(store.folder)
    return Around(facts, rules, due(facts.case, context().today, rules, workdays(rules, store.folder)))


def kontakt_saved(store: Store, kontakt: Kontakt) -> list[str]:
    if kontakt.forlob is None:
        return [f"Kontakt {kontakt.nr} er gemt.", f"  {kontakt_line(kontakt)}"]
    found, today = around(store, kontakt.forlob), context().today
    told = list(kontakt_hints(kontakt, found.facts, today, found.rules))
    told += [next_line(found.next, found.facts, today, found.rules), clash_line(found.next, found.facts)]
    return _told(store, f"Kontakt {kontakt.nr} er gemt.", kontakt, kontakt_line(kontakt), told)


def kontakt_json(store: Store, kontakt: Kontakt) -> dict[str, Any]:
    """`naeste_kontakt` is the day of the next one now, null when there is none."""
    found = around(store, kontakt.forlob).next if kontakt.forlob is not None else None
    return {"forlob": kontakt.forlob, "naet": kontakt.naet, "naeste_kontakt": found.dato if found else None}


def fravaer_saved(store: Store, fravaer: Fravaer) -> list[str]:
    found = around(store, fravaer.forlob)
    told = fravaer_hints(fravaer, found.facts, context().today, found.rules)
    return _told(store, f"Fravær {fravaer.nr} er gemt.", fravaer, fravaer_line(fravaer), told)


def _told(store: Store, saved: str, record: Any, line: str, told: Iterable[str]) -> list[str]:
    wrapped = (f"  {part}" for sentence in told if sentence for part in wrap(sentence, screen_width() - 4))
    return [f"{saved} {owner_of(store, record.borger, record.forlob).name}", f"  {line}", *wrapped]
