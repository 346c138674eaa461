"""What is said when a record is not there or stands in the way. Knows the kinds' Danish names, no record."""

from vforlob.cli.explain.kinds import KINDS, numbered, see_all
from vforlob.cli.explain.registry import explains
from vforlob.errors.records import NamesNotAllowed, RecordNotFound, SamtaleOpenElsewhere
from vforlob.rules.danish import clock


@explains(RecordNotFound)
def _(error: RecordNotFound) -> list[str]:
    kind = KINDS.get(error.emne)
    if kind is None:
        return ["Det, du skrev nummeret på, findes ikke.", "Se, hvad der er: vforlob"]
    if error.nr is None:
        return [f"Der er {kind.none} med det nummer eller alias.", see_all(error.emne)]
    return [f"Der er {kind.none} {numbered(error.emne, error.nr)}.", see_all(error.emne)]


@explains(SamtaleOpenElsewhere)
def _(error: SamtaleOpenElsewhere) -> list[str]:
    since = f" (siden {clock(error.since)})" if error.since else ""
    return [f"Samtalen er åben i et andet vindue{since}.", "Gå tilbage til det vindue."]


@explains(NamesNotAllowed)
def _(_error: NamesNotAllowed) -> list[str]:
    return [
        "Kommunen har ikke sagt ja til, at navn og telefonnummer på borgere gemmes her. Intet er gemt.",
        "Brug kun alias.",
    ]
