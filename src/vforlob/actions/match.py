"""Gather a borger's side and every place, and match them. Knows no rule of it and no screen."""

from datetime import date

from vforlob.model.answers import Key, Value
from vforlob.model.borger import Borger
from vforlob.model.forlob import Forlob
from vforlob.model.hensyn import Hensyn
from vforlob.model.jobabning import Henvendelse
from vforlob.model.onske import Koordinering, Onske
from vforlob.model.samtale import Samtale
from vforlob.model.timer import Timer
from vforlob.rules.match.branches import read_groups
from vforlob.rules.match.suggest import Ways, matched
from vforlob.rules.match.values import Match, Seeker
from vforlob.rules.rulebook import RuleBook
from vforlob.store.answers import answers_of
from vforlob.store.places import load_places
from vforlob.store.regler import load_rulebook
from vforlob.store.store import Store

NEIGHBOURS = "match_nabo_postnumre"
_FORMODE = "formode"


def gather_match(store: Store, borger: Borger, today: date) -> Match:
    return matched(
        _seeker(store, borger), load_places(store, borger.nr), ways_of(load_rulebook(store.folder), today), today
    )


def ways_of(rules: RuleBook, day: date) -> Ways:
    """Where a kommune has let the rule end only the same postnummer is near."""
    rule = rules.find(NEIGHBOURS, day)
    return Ways(read_groups(rules, day), rule.number if rule else 0)


def _seeker(store: Store, borger: Borger) -> Seeker:
    nr = borger.nr
    start, slut = _wished_hours(store, nr)
    return Seeker(
        borger=borger,
        onsker=store.door(Onske).find(borger=nr),
        hensyn=store.door(Hensyn).find(borger=nr),
        koordinering=store.door(Koordinering).find(borger=nr),
        forlobene=store.door(Forlob).find(borger=nr),
        henvendelser=store.door(Henvendelse).find(borger=nr),
        start=start,
        slut=slut,
    )


def _wished_hours(store: Store, borger: int) -> tuple[float | None, float | None]:
    """As she said at the newest formøde; without one, the hours written for her before there was a forløb."""
    held = [it for it in store.door(Samtale).find(borger=borger, agenda=_FORMODE) if it.udgave]
    if held:
        newest = max(held, key=lambda it: (it.dato, it.nr))
        answers = answers_of(store, newest.nr, newest.udgave)
        start, slut = (answers.get(Key("timetal", felt)) for felt in ("start", "slut"))
        if start is not None or slut is not None:
            return _hours(start), _hours(slut)
    rows = store.door(Timer).find(borger=borger, forlob=None)
    return _sum_of(rows, "aftalt"), _sum_of(rows, "mal")


def _sum_of(rows: tuple[Timer, ...], art: str) -> float | None:
    newest = max((row for row in rows if row.art == art), key=lambda row: (row.fra, row.nr), default=None)
    if newest is None:
        return None
    return sum(hours or 0.0 for hours in (newest.praktik, newest.lontilskud, newest.ordinaer))


def _hours(value: Value | None) -> float | None:
    return float(value) if isinstance(value, int | float) else None
