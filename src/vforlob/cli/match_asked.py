"""The henvendelser on a screen, "Kun til dig": a list, one at a time, the week's count. Reads and decides nothing."""

from collections.abc import Mapping, Sequence
from datetime import date
from typing import Any

from vforlob.cli.layout import one_line
from vforlob.cli.match_words import STEPS
from vforlob.cli.page_parts import beside, heading, next_steps
from vforlob.cli.record_lists import columns
from vforlob.model.borger import Borger
from vforlob.model.jobabning import Henvendelse, Jobabning
from vforlob.model.onske import Onske
from vforlob.model.virksomhed import Virksomhed
from vforlob.rules.danish import counted, long_date, short_date
from vforlob.rules.match.asked import asked_in_week

NOT_IN_JOURNAL = "Går ikke i journalen af sig selv; det gør det, der kommer ud af den."


class Around:
    """The names of what the henvendelser point to."""

    def __init__(self, aliases: Mapping[int, str], names: Mapping[int, str], places: Mapping[int, int]) -> None:
        self.aliases, self.names, self.places = aliases, names, places


def asked_table(around: Around, is_hers: bool) -> Any:
    def table(page: Sequence[Henvendelse], today: date, width: int) -> list[str]:
        whose = () if is_hers else ("Borger",)
        rows = [
            (
                str(it.nr),
                *([] if is_hers else [f"b{it.borger} {around.aliases[it.borger]}"]),
                short_date(it.dato, today),
                f"v{it.virksomhed} {one_line(around.names[it.virksomhed])}",
                str(around.places.get(it.onske or 0, "")),
                STEPS.get(it.trin, it.trin),
                one_line(it.grund or it.tekst or ""),
            )
            for it in page
        ]
        return columns(("Nr", *whose, "Dag", "Virksomhed", "Ønske", "Trin", "Om"), rows, width)

    return table


def week_line(found: Sequence[Henvendelse], today: date) -> str:
    """Each step counts: a call, a visit, a talk."""
    count = asked_in_week(found, today)
    return (
        f"{counted(count, 'henvendelse', 'henvendelser')} i denne uge." if count else "Ingen henvendelser i denne uge."
    )


def asked_screen(
    one: Henvendelse,
    borger: Borger,
    virksomhed: Virksomhed,
    onske: Onske | None,
    opening: Jobabning | None,
    width: int,
) -> list[str]:
    wish = f"{onske.rang}. {one_line(onske.onske)}" if onske else "intet bestemt"
    offer = f"{opening.nr}: {one_line(opening.opgaver or '')}" if opening else ""
    rows = (
        ("For", f"b{borger.nr} · {one_line(borger.alias)}"),
        ("Hos", f"v{virksomhed.nr} {one_line(virksomhed.navn)}"),
        ("Ønske", wish),
        ("Jobåbning", offer),
        ("Dag", long_date(one.dato)),
        ("Trin", STEPS.get(one.trin, one.trin)),
        ("Grund", one_line(one.grund or "")),
        ("Om", one_line(one.tekst or "")),
        ("Journal", NOT_IN_JOURNAL),
    )
    lines = [line for label, text in rows if text for line in beside(label, text, width)]
    steps = (f"henvendelse ret {one.nr}", f"match b{borger.nr}")
    return [*heading(f"Henvendelse {one.nr}", width), "", *lines, *next_steps(steps, width)]
