"""What is said when a document is not made. Knows no document."""

from vforlob.cli.explain.registry import explains
from vforlob.errors.dokumenter import DayAhead
from vforlob.rules.danish import long_date


@explains(DayAhead)
def _(error: DayAhead) -> list[str]:
    return [
        f"{long_date(error.day).capitalize()} er ikke kommet endnu, så der er ikke sket noget siden.",
        "Vælg en dag, der har været: --siden 1/11",
    ]
