"""Words that belong to the same branche, so that a wish for a kantine finds a køkken. Knows no virksomhed."""

from collections.abc import Iterable
from datetime import date

from vforlob.rules.match.words import fits, words
from vforlob.rules.rulebook import RuleBook

RULES = "branche_"
# A group is a few words that mean work of the same kind, folded.
Groups = tuple[tuple[str, ...], ...]


def read_groups(rules: RuleBook, day: date) -> Groups:
    found = (rule for rule in rules.in_force(day) if rule.id.startswith(RULES))
    return tuple(tuple(word for part in rule.words for word in words(part)) for rule in found)


def related(wanted: Iterable[str], groups: Groups) -> tuple[str, ...]:
    """The words of every group that one of the wanted words is in: the same word, or a longer one that begins so."""
    wishes = tuple(wanted)
    hit = (group for group in groups if any(_is_in(wish, group) for wish in wishes))
    return tuple(dict.fromkeys(word for group in hit for word in group))


def _is_in(wish: str, group: tuple[str, ...]) -> bool:
    return any(fits(wish, word) for word in group)
