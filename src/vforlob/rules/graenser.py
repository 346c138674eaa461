"""How long a praktik and efterværn may last. Warnings that cite the dated rule; they block nothing. Knows no clock."""

from collections.abc import Iterator
from datetime import date, timedelta

from vforlob.model.forlob import Forlob
from vforlob.rules.danish import counted, plain_date
from vforlob.rules.malgrupper import has_short_praktik
from vforlob.rules.milestones import LONGEST_EFTERVAERN, eftervaern_until
from vforlob.rules.rulebook import UNITS, Rule, RuleBook

SHORT, USUAL = "praktik_kort_uger", "praktik_uger"
EXTENDED, MORE = "praktik_forlaenget_uger", "praktik_ekstra_uger"
_PRAKTIK = {"virksomhedspraktik", "kombination"}
_DAY = timedelta(days=1)


def limit_warnings(
    forlob: Forlob, malgruppe: str | None, rules: RuleBook, today: date, slut: str | None = None
) -> tuple[str, ...]:
    """Sentences for a praktik that lasts, or would with `slut` as its last day, longer than the rules of the day say,
    and for efterværn that does. The rules are those of `today`, of the first day while that is ahead.
    """
    return (*_praktik(forlob, malgruppe, rules, today, slut), *_eftervaern(forlob, rules))


def _praktik(forlob: Forlob, malgruppe: str | None, rules: RuleBook, today: date, slut: str | None) -> Iterator[str]:
    end = slut or forlob.slut
    if forlob.art not in _PRAKTIK or forlob.start is None or end is None or end < forlob.start:
        return
    start, last = date.fromisoformat(forlob.start), date.fromisoformat(end)
    day = max(today, start)
    short, usual = rules.find(SHORT, day), rules.find(USUAL, day)
    if has_short_praktik(malgruppe, rules, day):
        if short and last > _last_day(start, short):
            told = f"For målgruppen er grænsen {_value(short)}, og den kan ikke forlænges"
            yield f"{_length(start, last)} {told} ({short.cited}). {_latest(start, short)}"
        return
    if usual and last > _last_day(start, usual):
        before = date.fromisoformat(forlob.slut) if slut and forlob.slut else start
        yield from _extended(start, last, before, usual, rules, day)
    elif short and not malgruppe and last > _last_day(start, short):
        yield (
            f"{_length(start, last)} Målgruppen er ikke skrevet, og for nogle er grænsen {_value(short)}"
            f" ({short.cited})."
        )


def _extended(start: date, last: date, before: date, usual: Rule, rules: RuleBook, day: date) -> Iterator[str]:
    """Beyond the usual length: with an assessment up to the next limit, then so much at a time."""
    extended, more = rules.find(EXTENDED, day), rules.find(MORE, day)
    if extended is None:
        yield f"{_length(start, last)} Grænsen er {_value(usual)} ({usual.cited}). {_latest(start, usual)}"
    elif last <= _last_day(start, extended):
        told = f"Ud over {_value(usual)} kræver det en konkret vurdering og kan højst blive {_value(extended)}"
        yield f"{_length(start, last)} {told} ({extended.cited})."
    elif more is None:
        yield f"{_length(start, last)} Grænsen er {_value(extended)} ({extended.cited}). {_latest(start, extended)}"
    else:
        told = f"Ud over {_value(extended)} kræver det et helt særligt behov og højst {_value(more)} ad gangen"
        yield f"{_length(start, last)} {told} ({more.cited})."
        begins = max(before, _last_day(start, extended)) + _DAY
        if last > _last_day(begins, more):
            yield f"Forlængelsen er på mere end {_value(more)} ad gangen ({more.cited}). {_latest(begins, more)}"


def _eftervaern(forlob: Forlob, rules: RuleBook) -> Iterator[str]:
    if forlob.lukket is None or forlob.eftervaern is None:
        return
    first = date.fromisoformat(forlob.lukket)
    rule, longest = rules.find(LONGEST_EFTERVAERN, first), eftervaern_until(first, rules)
    if rule and longest and forlob.eftervaern > longest.isoformat():
        yield (
            f"Efterværn er højst {_value(rule)} efter jobbets første dag ({rule.cited})."
            f" Sidste dag er den {plain_date(longest)}."
        )


def _last_day(start: date, rule: Rule) -> date:
    """The first day counts: one week from a Monday ends on a Sunday."""
    return rule.after(start) - _DAY


def _length(start: date, last: date) -> str:
    weeks, days = divmod((last - start).days + 1, 7)
    parts = [counted(weeks, "uge", "uger")] if weeks else []
    parts += [counted(days, "dag", "dage")] if days else []
    return f"Praktikken er på {' og '.join(parts)}."


def _latest(start: date, rule: Rule) -> str:
    return f"Sidste dag inden for grænsen er den {plain_date(_last_day(start, rule))}."


def _value(rule: Rule) -> str:
    return counted(rule.number, *UNITS[rule.unit])
