"""What is said of a record that breaks a rule. Knows no rule: each brings its sentence."""

from vforlob.cli.explain.registry import explains
from vforlob.errors.record_rules import RecordRefused


@explains(RecordRefused)
def _(error: RecordRefused) -> list[str]:
    return [*(f"{broken.column}: {broken.sentence}" for broken in error.broken), "Intet er gemt."]
