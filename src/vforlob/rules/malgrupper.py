"""Which target group a borger's own words mean, by dated rules: groups come and go with the law. Knows no forløb."""

from datetime import date
from functools import lru_cache

from vforlob.model.text import fold
from vforlob.rules.rulebook import RuleBook

SHORT_PRAKTIK = "malgrupper_kort_praktik"
_NOT = ("ikke", "ej")


def has_short_praktik(malgruppe: str | None, rules: RuleBook, day: date) -> bool:
    """Whether a word in what was written begins as one of those groups does: jobparat, dagpengemodtager."""
    rule = rules.find(SHORT_PRAKTIK, day)
    if rule is None or not malgruppe:
        return False
    return _is_one_of(malgruppe, rule.words)


@lru_cache(maxsize=64)  # a caseload has a few groups, and every limit asks
def _is_one_of(malgruppe: str, starts: tuple[str, ...]) -> bool:
    written = fold(malgruppe).replace("-", " ").replace(",", " ").replace("/", " ").replace("(", " ").split()
    return any(_says(written, fold(start)) for start in starts)


def _says(written: list[str], start: str) -> bool:
    """ "ikke jobparat" does not say jobparat."""
    pairs = zip(("", *written), written, strict=False)
    return any(word.startswith(start) and before not in _NOT for before, word in pairs)
