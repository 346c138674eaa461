"""Which cases are talked about with the leader: those she names, else the first of today's list. Knows no words."""

from collections.abc import Iterable, Sequence
from datetime import date

from vforlob.actions.references import case_of
from vforlob.actions.today import gather_today
from vforlob.errors.maltal import CaseNotOpen
from vforlob.model.borger import Borger
from vforlob.model.linje import Snapshot
from vforlob.model.virksomhed import Virksomhed
from vforlob.rules.maltal_cases import Case, borger_case, forlob_case
from vforlob.rules.rulebook import RuleBook
from vforlob.store.store import Store

MOST = 3

Person = tuple[int, int | None]  # borger, forløb


def cases_of(
    store: Store, snapshot: Snapshot, today: date, rules: RuleBook, chosen: Sequence[str] = ()
) -> tuple[Case, ...]:
    """Raises CaseNotOpen for a chosen one that is over."""
    wanted = [_named(store, one) for one in chosen] if chosen else _first_today(store, today, rules)
    lines = {line.forlob: line for line in snapshot.linjer}
    people = {line.borger: line for line in snapshot.borgere}
    found: dict[str, Case] = {}
    for borger, forlob in wanted:
        case = None
        if forlob is None and borger in people:
            case = borger_case(people[borger], today)
        elif forlob in lines:
            line = lines[forlob]
            case = forlob_case(line, store.door(Virksomhed).get(line.virksomhed).branche, today, rules)
        if case is not None:
            found[case.number] = case
        elif chosen:
            raise CaseNotOpen(f"f{forlob}" if forlob else f"b{borger}")
        if len(found) == MOST:
            break
    return tuple(found.values())


def _first_today(store: Store, today: date, rules: RuleBook) -> Iterable[Person]:
    """In the order of that list; what is soon comes after what is now."""
    listed = gather_today(store, today, rules)
    return dict.fromkeys(line.person for line in (*listed.now, *listed.soon))


def _named(store: Store, typed: str) -> Person:
    found = case_of(store, typed)
    return (found.nr, None) if isinstance(found, Borger) else (found.borger, found.nr)
