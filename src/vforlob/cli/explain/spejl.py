"""What is said of a quarter that cannot be shown. Knows no figure."""

from vforlob.cli.explain.registry import explains
from vforlob.errors.spejl import BadQuarter, QuarterAhead


@explains(BadQuarter)
def _(error: BadQuarter) -> list[str]:
    return [error.sentence, 'Skriv fx: vforlob spejl 2026-3, vforlob spejl "3. kvartal" eller vforlob spejl sidste']


@explains(QuarterAhead)
def _(error: QuarterAhead) -> list[str]:
    return [f"{error.title} er ikke begyndt.", "Se det kvartal, der er i gang: vforlob spejl"]
