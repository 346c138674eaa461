"""Good stories on the screen: the list, one with its yes, what is said when one is saved. Decides nothing."""

from collections.abc import Sequence
from datetime import date

from vforlob.cli.laering_sparring import HIDDEN, paragraphs
from vforlob.cli.layout import for_you, one_line
from vforlob.cli.owners import Owner
from vforlob.cli.page_parts import heading, section
from vforlob.cli.record_lists import columns
from vforlob.model.sparring import Historie
from vforlob.rules.danish import listed, short_date

NONE_YET = "Der er ingen gode historier endnu. Skriv en: vforlob historie ny f12"


def status_of(historie: Historie, today: date) -> str:
    """ja 20/11; mangler et ja; trukket 21/11"""
    if historie.trukket:
        return f"trukket {short_date(historie.trukket, today)}"
    return f"ja {short_date(historie.ja, today)}" if historie.ja else "mangler et ja"


def historie_list(rows: Sequence[tuple[Historie, Owner]], today: date, width: int) -> list[str]:
    cells = [
        (
            str(historie.nr),
            f"{owner.number} {one_line(owner.borger.alias)}",
            status_of(historie, today),
            one_line(historie.tekst or ""),
        )
        for historie, owner in rows
    ]
    table = columns(("", "Forløb", "Må fortælles", "Historien"), cells, width)
    return [*for_you("Gode historier", width), "", *table, "", " vforlob historie vis NR · ret NR · ny f12"]


def historie_screen(historie: Historie, owner: Owner, today: date, width: int) -> list[str]:
    return [
        *heading(f"Historie {historie.nr} · {owner.name} · {status_of(historie, today)}", width),
        *section("Historien", paragraphs(historie.tekst, width), width),
    ]


def hidden_sentence(kinds: Sequence[str]) -> str:
    if not kinds:
        return ""
    return f"I historien står {listed([HIDDEN.get(kind, kind) for kind in kinds])}. Det bliver skiftet ud."


def saved_lines(historie: Historie) -> list[str]:
    lines = [f"Historie {historie.nr} er gemt."]
    if historie.ja and not historie.trukket:
        lines.append(f"Giv den videre uden navne: vforlob historie vis {historie.nr} --format docx")
    return lines
