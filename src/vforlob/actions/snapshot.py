"""The caseload as it stands, for whatever counts it; and what was counted, kept until something changes."""

from collections.abc import Callable
from datetime import date
from zlib import crc32

from vforlob import __version__
from vforlob.model.linje import Snapshot
from vforlob.rules.rulebook import RuleBook
from vforlob.store.results import keep_result, kept_result, newest_event
from vforlob.store.store import Store


def take_snapshot(store: Store, today: date, rules: RuleBook) -> Snapshot:
    """True up to the newest event, by the rules as they are."""
    from vforlob.actions.workdays import workdays  # late, all three: what was counted already needs none of it
    from vforlob.rules.linjer import RULES, borger_line, line_of
    from vforlob.store.linjer import Made, load_snapshot

    is_workday = workdays(rules, store.folder)
    made = Made(
        of_forlob=lambda case: line_of(case, today, rules, is_workday),
        of_borger=lambda own: borger_line(own, today),
        day=today.isoformat(),
        rules=_mark([rule for rule in rules.rules if rule.id.startswith(RULES)]),
    )
    return load_snapshot(store, made)


def counted_once(store: Store, name: str, today: date, rules: RuleBook, count: Callable[[Snapshot], str]) -> str:
    """What `count` makes of the snapshot, as text of ours: made once a day, and again when anything was written or a
    rule was changed.
    """
    mark = _mark(rules.rules)
    found = kept_result(store, name, today.isoformat(), mark)
    if found is not None:
        return found
    upto = newest_event(store)  # before: what comes while it is counted is not in it
    made = count(take_snapshot(store, today, rules))
    keep_result(store, name, today.isoformat(), mark, made, upto)
    return made


def _mark(rules: object) -> str:
    return f"{__version__} {crc32(repr(rules).encode()):08x}"
