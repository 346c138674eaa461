"""What is said about the dated rules. Knows no rule by name."""

from vforlob.cli.explain.registry import explains
from vforlob.errors.rules import RuleNotFound


@explains(RuleNotFound)
def _(error: RuleNotFound) -> list[str]:
    return [
        f"Der er ingen regel »{error.rule_id}«, der gælder på den dag.",
        "Se filerne i datamappens regler/: »gyldig_til« er måske sat for tidligt.",
    ]
