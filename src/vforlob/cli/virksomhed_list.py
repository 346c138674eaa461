"""The list of virksomheder narrowed to those that are looked for, and whom to call now. Open, narrow, show."""

from collections.abc import Sequence
from datetime import date
from typing import Any

from vforlob.cli.context import context, open_store
from vforlob.cli.layout import for_you, one_line, screen_width, wrap_told
from vforlob.cli.record_lists import PAGE, columns, virksomhed_table
from vforlob.cli.show import emit, out
from vforlob.errors.use import WrongUse
from vforlob.rules.danish import counted, long_date, quoted, short_date
from vforlob.rules.virksomhed_wanted import Wanted, narrowed, next_to_call
from vforlob.store.pages import VirksomhedLine, virksomhed_page

HOST = {"ny": "nye værter", "erfaren": "har haft forløb før"}


def wanted_of(branche: str, sted: str, ny: bool, erfaren: bool, ring: bool) -> Wanted:
    if ny and erfaren:
        raise WrongUse("--ny og --erfaren udelukker hinanden. Skriv en af dem.", command="virksomhed liste")
    return Wanted(branche.strip(), sted.strip(), "ny" if ny else "erfaren" if erfaren else "", ring)


def show_narrowed(wanted: Wanted, alle: bool, json: bool) -> None:
    with open_store() as store:
        every = virksomhed_page(store)
    today, width = context().today, screen_width()
    found = narrowed(every, wanted, today)
    if json:
        from vforlob.cli.record_json import rows_json  # only for machines

        emit(rows_json(found))
        return
    shown = found if alle else found[:PAGE]
    for line in _lines(every, shown, len(found), wanted, today, width):
        out(line)


def _lines(
    every: Sequence[VirksomhedLine],
    shown: Sequence[VirksomhedLine],
    count: int,
    wanted: Wanted,
    today: date,
    width: int,
) -> list[str]:
    if not shown:
        return [f" {line}" for line in wrap_told(_nobody(every, wanted, today), width - 2)]
    table = call_table(shown, today, width) if wanted.ring else virksomhed_table(shown, width)
    more = [f" Der er {count - len(shown)} mere. Se dem alle med --alle."] if count > len(shown) else []
    after = "Når du har ringet: vforlob virksomhed ret NUMMER" if wanted.ring else "Vis: vforlob virksomhed vis NUMMER"
    return [*for_you(_heading(wanted, count), width), "", *table, "", f" {after}", *more]


def call_table(page: Sequence[VirksomhedLine], today: date, width: int) -> list[str]:
    """Whom, on which number, when they like it best, since when."""
    rows = [
        (f"v{it.nr}", it.navn, it.kontakt or "", it.telefon or "", it.fast_tid or "", _since(it.ring_igen, today))
        for it in page
    ]
    return columns(("", "Navn", "Kontaktperson", "Telefon", "Ring helst", "Fra"), rows, width)


def _since(day: str | None, today: date) -> str:
    return short_date(day, today) if day else ""


def _heading(wanted: Wanted, count: int) -> str:
    asked = ["vil ringes op nu"] if wanted.ring else []
    asked += [f"branche {quoted(wanted.branche)}"] if wanted.branche else []
    asked += [f"sted {quoted(wanted.sted)}"] if wanted.sted else []
    asked += [HOST[wanted.vaert]] if wanted.vaert else []
    return f"{counted(count, 'virksomhed', 'virksomheder')} · {' · '.join(asked)}"


def _nobody(every: Sequence[VirksomhedLine], wanted: Wanted, today: date) -> str:
    if not every:
        return "Der er ingen virksomheder endnu. Opret: vforlob virksomhed ny"
    if not wanted.ring:
        return "Ingen virksomheder passer på det. Se dem alle: vforlob virksomhed liste"
    later: Any = next_to_call(narrowed(every, wanted._replace(ring=False), today), today)
    if later is None:
        return "Ingen vil ringes op nu. Den dag, de beder om det, skrives med: vforlob virksomhed ret"
    return f"Ingen vil ringes op nu. Den næste er v{later.nr} {one_line(later.navn)}, {long_date(later.ring_igen)}."
