"""What is said when somebody is to see everything about her: what to look through, and by when. Decides nothing."""

from collections.abc import Sequence
from datetime import date

from vforlob.actions.documents.indsigt import Insight, what_it_holds
from vforlob.actions.indsigt import Request
from vforlob.cli.context import in_folder
from vforlob.cli.slet_screens import places
from vforlob.rules.danish import counted, long_date
from vforlob.store.indsigt import Collected

FOOTER = "Hjælp, ikke juridisk rådgivning. Kommunens retningslinjer, DPO og fagsystem går forud."


def before_given(found: Collected, made: Insight, name: str) -> list[str]:
    """Said before the document, so that nobody hands it on unread."""
    lines = [
        f"Her er alt, hvad der står om {name}: {what_it_holds(found)}.",
        "Læs det igennem, før du giver det videre. Her i vforlob står kun dit eget arbejde, ikke kommunens sag.",
    ]
    if made.marks:
        places = counted(made.marks, "sted", "steder")
        lines.append(f"{places} er mærket [andre: ...]: ord fra andre, navne på andre. Se dem efter ét for ét.")
    return [*lines, FOOTER]


def named_line(named: Sequence[str]) -> list[str]:
    """What is written about somebody else is that person's too, so it is not in the document."""
    if not named:
        return []
    return [
        f"Aliasset eller navnet står også i det, der er skrevet om andre: {places(named)}. Det er ikke med her. Se det"
        " igennem, og tal med jeres DPO om, hvad der skal med."
    ]


def deadline_line(request: Request, today: date) -> str:
    """Svar senest søndag den 20. december 2026 (uge 51): 12 dage tilbage."""
    left = request.left(today)
    latest = long_date(request.latest)
    if left < 0:
        return f"Svarfristen var {latest}: {counted(-left, 'dag', 'dage')} over. Tal med din leder nu."
    if left == 0:
        return f"Svarfristen er i dag, {latest}."
    return f"Svar senest {latest}: {counted(left, 'dag', 'dage')} tilbage."


def asked_lines(request: Request, today: date) -> list[str]:
    return [
        f"Skrevet: b{request.borger} bad om indsigt {long_date(request.asked)}.",
        deadline_line(request, today),
        "Kan det ikke nås, skal borgeren have besked om hvorfor, inden fristen er gået.",
        f"Næste skridt: {in_folder(f'vforlob indsigt b{request.borger} --format docx')}",
        FOOTER,
    ]
