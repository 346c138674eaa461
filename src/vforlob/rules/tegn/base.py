"""What every sign looks at: the case on a day, and the numbers of the rules that day. Finds no sign itself."""

from collections.abc import Callable, Iterable, Mapping
from datetime import date
from functools import lru_cache
from typing import NamedTuple

from vforlob.errors.rules import RuleNotFound
from vforlob.model.answers import Key, Value
from vforlob.model.borger import Borger
from vforlob.model.case import Case
from vforlob.model.facts import Facts
from vforlob.model.forlob import Forlob
from vforlob.model.kontakt import Kontakt
from vforlob.model.samtale import Samtale
from vforlob.model.tegn import Tegn
from vforlob.model.text import clean
from vforlob.rules.danish import counted, short_date
from vforlob.rules.gate_scene import parties
from vforlob.rules.rulebook import Rule, RuleBook

BORGER, VIRKSOMHED, ANYBODY = "borger", "virksomhed", ""
EVERYBODY = (BORGER, VIRKSOMHED)
FIRST_WEEKS = "kontakt_start_uger"


class Look(NamedTuple):
    """`age` is days since the first day (0 on it), None before; `ahead` days until it, None from then on.

    `held` are the finished samtaler up to today, the newest last, and `newest` the last of each agenda. `iso` is today.
    `spoken` is the last day somebody was reached, by part; "" is anybody.
    """

    facts: Facts
    today: date
    rules: RuleBook
    numbers: Mapping[str, Rule]
    iso: str
    age: int | None
    ahead: int | None
    held: tuple[Samtale, ...]
    spoken: Mapping[str, str]
    case: Case
    forlob: Forlob | None
    newest: Mapping[str, Samtale]

    @property
    def borger(self) -> Borger:
        return self.facts.case.borger

    @property
    def alias(self) -> str:
        return one_line(self.facts.case.borger.alias)

    @property
    def nr(self) -> str:
        """The forløb, or the borger before there is one, as a command takes it."""
        forlob = self.facts.case.forlob
        return f"f{forlob.nr}" if forlob else f"b{self.facts.case.borger.nr}"

    @property
    def is_early(self) -> bool:
        """In the first weeks, which have begun."""
        return self.age is not None and self.age < self.days(FIRST_WEEKS)

    @property
    def week(self) -> int:
        """1 for the first; 0 before it."""
        return 0 if self.age is None else self.age // 7 + 1

    def number(self, rule: str) -> int:
        return self._rule(rule).number

    def days(self, rule: str) -> int:
        return self._rule(rule).days

    def _rule(self, name: str) -> Rule:
        rule = self.numbers.get(name)
        if rule is None:
            raise RuleNotFound(name, self.iso)
        return rule

    def since(self, day: str) -> int:
        """Days from `day` until today, negative when it is to come."""
        return (self.today - date.fromisoformat(day)).days

    def short(self, day: str) -> str:
        return short_date(day, self.today)

    def last_held(self, *agendas: str) -> Samtale | None:
        """The newest finished samtale after one of these agendas."""
        if len(agendas) == 1:
            return self.newest.get(agendas[0])
        found = (self.newest[agenda] for agenda in agendas if agenda in self.newest)
        return max(found, key=_held_on, default=None)

    def said(self, samtale: Samtale, punkt: str, felt: str = "svar") -> Value | None:
        return self.facts.said.get(samtale.nr, {}).get(Key(punkt, felt))

    def met(self, part: str) -> str:
        """The last day somebody spoke with that part, "" when nobody has."""
        return self.spoken.get(part, "")

    def last_contact(self) -> str:
        """The last day somebody was reached, whoever it was."""
        return self.spoken.get(ANYBODY, "")


Sign = Callable[[Look], Tegn | None]


def look_at(facts: Facts, today: date, rules: RuleBook, numbers: Mapping[str, Rule]) -> Look:
    forlob, iso = facts.case.forlob, today.isoformat()
    away = (today - date.fromisoformat(forlob.start)).days if forlob and forlob.start else None
    held = sorted([one for one in facts.case.samtaler if one.status == "faerdig" and one.dato <= iso], key=_held_on)
    return Look(
        facts,
        today,
        rules,
        numbers,
        iso,
        age=away if away is not None and away >= 0 else None,
        ahead=-away if away is not None and away < 0 else None,
        held=tuple(held),
        spoken=_spoken(held, facts.case.kontakter, iso),
        case=facts.case,
        forlob=forlob,
        newest={one.agenda: one for one in held},
    )


def _held_on(samtale: Samtale) -> tuple[str, int]:
    return samtale.dato, samtale.nr


def _spoken(held: Iterable[Samtale], kontakter: Iterable[Kontakt], iso: str) -> dict[str, str]:
    """An attempt without an answer does not count; one that does not say with whom counts for everybody."""
    found: dict[str, str] = {}
    days = [(samtale.dato, _parts(samtale.deltagere, samtale.med)) for samtale in held]
    days += [(it.dato, it.med or EVERYBODY) for it in kontakter if it.naet == "ja" and it.dato <= iso]
    for day, parts in days:
        for part in (ANYBODY, *parts):
            if day > found.get(part, ""):
                found[part] = day
    return found


@lru_cache(maxsize=64)
def _parts(deltagere: tuple[str, ...], med: tuple[str, ...]) -> tuple[str, ...]:
    """The same few groups of people meet again and again."""
    return tuple(sorted(parties(deltagere))) if deltagere else med


def rows_said(look: Look, samtale: Samtale, punkt: str) -> list[dict[str, Value]]:
    """The rows of a liste, in order, in one go through the answers."""
    rows: dict[int, dict[str, Value]] = {}
    for key, value in look.facts.said.get(samtale.nr, {}).items():
        if key.punkt == punkt and key.raekke:
            rows.setdefault(key.raekke, {})[key.felt] = value
    return [rows[raekke] for raekke in sorted(rows)]


def was_there(samtale: Samtale, part: str) -> bool:
    return part in _parts(samtale.deltagere, samtale.med)


def one_line(text: str) -> str:
    return " ".join(clean(text, lines=False).split())


def days_text(count: int) -> str:
    return counted(count, "dag", "dage")


def weeks_text(count: int) -> str:
    return counted(count, "uge", "uger")


def times_text(count: float) -> str:
    return counted(count, "gang", "gange")
