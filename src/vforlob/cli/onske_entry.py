"""Wishes and what has to be coordinated: whose, in which words, in which columns. Decides nothing."""

from collections.abc import Callable, Sequence
from datetime import date
from typing import Any

from vforlob.actions.clashes import clashes_of
from vforlob.actions.record_kinds.onske import ENOUGH
from vforlob.actions.records import columns_of
from vforlob.cli.context import context
from vforlob.cli.layout import one_line, wrap
from vforlob.cli.numbers import borger_for
from vforlob.cli.own_lists import show_rows
from vforlob.cli.owners import Owner, named_owner
from vforlob.cli.posts import Family
from vforlob.cli.record_entry import Entry
from vforlob.cli.record_lists import columns
from vforlob.cli.show import out
from vforlob.model.borger import Borger
from vforlob.model.onske import Koordinering, Onske
from vforlob.rules.danish import counted, short_date
from vforlob.store.store import Store

Table = Callable[[Sequence[Any], date, int], list[str]]
ONSKE = Family("onske", "ønske", "et ønske", "ønsker", "ingen ønsker", lambda it: str(it.onske))
KOORDINERING = Family(
    "koordinering",
    "koordinering",
    "en koordinering",
    "det, der skal koordineres",
    "ikke noget at koordinere",
    lambda it: str(it.indsats or it.hvornar or ""),
)
STATUS = {
    "ikke_afsogt": "ikke afsøgt",
    "kontaktet": "kontaktet",
    "snuset": "snuset",
    "afvist": "afvist",
    "match": "match",
}


def borger_entry(store: Store, family: Family, typed: str, svar: str) -> Entry:
    """A borger picked or typed, also by one of her forløb; a file may name her instead."""
    heading = "Nyt ønske" if family is ONSKE else "Ny koordinering"
    if svar and not typed:
        return Entry(family.emne, f"{family.word} ny", heading)
    owner = named_owner(store, typed)
    borger = owner.borger if owner else borger_for(store, "", f"{family.word} ny")
    whose = Owner(borger)
    return Entry(
        family.emne, f"{family.word} ny {whose.number}", f"{heading} · {whose.name}", preset={"borger": str(borger.nr)}
    )


def ret_entry(store: Store, family: Family, record: Any) -> Entry:
    whose = Owner(store.door(Borger).get(record.borger))
    heading = f"{family.word.capitalize()} {record.nr} · {whose.name}"
    preset = {"borger": str(record.borger)}
    return Entry(
        family.emne, f"{family.word} ret {record.nr}", heading, record.nr, columns_of(record, family.emne), preset
    )


def onske_saved(store: Store, onske: Onske) -> list[str]:
    whose = Owner(store.door(Borger).get(onske.borger))
    count = len(store.door(Onske).find(borger=onske.borger))
    return [
        f"Ønske {onske.nr} er gemt. {whose.name}",
        f"  {onske.rang}. {one_line(onske.onske)}, {_status(onske, context().today)}",
        f"  {places_line(count)}",
    ]


def places_line(count: int) -> str:
    """Never a wall: four wishes are four wishes."""
    return f"{count} af {ENOUGH} ønsker." if count < ENOUGH else f"{counted(count, 'ønske', 'ønsker')}."


def koordinering_saved(store: Store, koordinering: Koordinering) -> list[str]:
    whose = Owner(store.door(Borger).get(koordinering.borger))
    when = f", {one_line(koordinering.hvornar)}" if koordinering.hvornar else ""
    return [
        f"Koordinering {koordinering.nr} er gemt. {whose.name}",
        f"  {one_line(koordinering.indsats or '')}{when}",
    ]


def onske_table(aliases: dict[int, str], owner: Owner | None) -> Table:
    def table(page: Sequence[Any], today: date, width: int) -> list[str]:
        rows = [
            (
                str(it.nr),
                *([] if owner else [aliases[it.borger]]),
                str(it.rang),
                one_line(it.onske),
                one_line(it.branche or ""),
                _status(it, today),
                one_line(it.tekst or ""),
            )
            for it in page
        ]
        whose = () if owner else ("Borger",)
        return columns(("Nr", *whose, "Plads", "Ønske", "Branche", "Status", "Det kom der ud af det"), rows, width)

    return table


def koordinering_table(store: Store, aliases: dict[int, str], owner: Owner | None) -> Table:
    def table(page: Sequence[Any], _today: date, width: int) -> list[str]:
        whose = () if owner else ("Borger",)
        rows = [
            (
                str(it.nr),
                *([] if owner else [aliases[it.borger]]),
                one_line(it.indsats or ""),
                one_line(it.hvornar or ""),
                one_line(it.hvem or ""),
            )
            for it in page
        ]
        told = [sentence for it in page for sentence in clashes_of(store, it)]
        lines = [f" {line}" for sentence in told for line in wrap(sentence, width - 2)]
        return [
            *columns(("Nr", *whose, "Hvad", "Hvornår", "Hvem koordinerer"), rows, width),
            *(["", *lines] if lines else []),
        ]

    return table


def show_hers(
    family: Family, owner: Owner | None, found: Sequence[Any], table: Table, alle: bool, summed: str = ""
) -> None:
    number = f"b{owner.borger.nr}" if owner else "b7"
    if not found:
        whose = f" for {number}" if owner else ""
        out(f"Der er {family.none}{whose}. Skriv det: vforlob {family.word} ny {number}")
        return
    heading = f"{family.many[:1].upper()}{family.many[1:]}"
    steps = f"vforlob {family.word} ret NR   vforlob {family.word} ny {number}"
    show_rows(f"{heading} · {Owner(owner.borger).name}" if owner else heading, found, table, steps, alle, summed)


def _status(onske: Onske, today: date) -> str:
    since = f" {short_date(onske.status_dato, today)}" if onske.status_dato else ""
    return f"{STATUS.get(onske.status, onske.status)}{since}"
