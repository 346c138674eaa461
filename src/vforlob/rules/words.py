"""Words that change with the law, as they are on a day. Knows no text they stand in."""

from datetime import date

from vforlob.rules.rulebook import RuleBook

KOMMUNE, STANDARD = "ord_kommune", "kommunen"


def kommune_word(rules: RuleBook, day: date, own: str = "") -> str:
    """What the kommune's place for borgere and virksomheder is called; the word of the set-up wins."""
    if own.strip():
        return own.strip()
    rule = rules.find(KOMMUNE, day)
    return str(rule.value) if rule else STANDARD
