"""Turn the parsed tables of an agenda file into an Agenda, noting every fault. Knows no bytes and no screen."""

from collections.abc import Mapping

from vforlob.agenda.check_conditions import check_conditions
from vforlob.agenda.check_punkt import LETTERS, note_id, read_punkt
from vforlob.agenda.check_writes import check_writes
from vforlob.agenda.reading import Reading, Table, tables_under
from vforlob.agenda.words import (
    CONCERNS,
    DELTAGERE,
    HEAD,
    LONGEST_HELP,
    LONGEST_ID,
    LONGEST_LABEL,
    MOST_PUNKTER,
    PUNKT,
    PUNKT_WORDS,
    RESERVED_PUNKTER,
)
from vforlob.model.agenda import Agenda, Punkt

_TOP = "øverst i filen"
_UNDER_PUNKT = "hører til et punkt. Flyt linjen ned under [[punkt]]."


def read_agenda(tables: Mapping[str, object], reading: Reading, sha: str) -> Agenda:
    """Worth nothing when `reading` has faults afterwards; it is still whole, so that all of them are found at once."""
    head = Table(reading, tables, _TOP)
    head.only((*HEAD, PUNKT), dict.fromkeys(set(PUNKT_WORDS) - set(HEAD), _UNDER_PUNKT))
    head.need("id", "titel", "gaelder")
    agenda = Agenda(
        id=head.identifier(LONGEST_ID),
        title=head.text("titel", LONGEST_LABEL),
        version=head.text("version", LONGEST_LABEL),
        source=head.text("kilde", LONGEST_HELP),
        concerns=head.word("gaelder", CONCERNS),
        deltagere=head.words("deltagere", DELTAGERE) or (),
        punkter=_punkter(tables, head, reading),
        sha=sha,
    )
    check_writes(agenda, reading)
    check_conditions(agenda, reading)
    return agenda


def _punkter(tables: Mapping[str, object], head: Table, reading: Reading) -> tuple[Punkt, ...]:
    rows = tables_under(head, PUNKT, "[[punkt]]")
    if PUNKT not in tables:
        head.refuse("Der er ingen punkter. Et punkt begynder med [[punkt]] på sin egen linje.")
    if len(rows) > MOST_PUNKTER:
        head.refuse(f"Der er {len(rows)} punkter. Der kan højst være {MOST_PUNKTER}.", PUNKT, MOST_PUNKTER)
    if sum(row.get("tillaeg") is True for row in rows) > len(LETTERS):
        head.refuse(f"Der kan højst være {len(LETTERS)} tillæg.", PUNKT)
    punkter: list[Punkt] = []
    seen: dict[str, int] = {}
    for index, (row, number) in enumerate(zip(rows, _numbers(rows), strict=True)):
        table = Table(reading, row, f"punkt {number}", (PUNKT, index))
        punkter.append(read_punkt(table, number))
        note_id(table, punkter[-1].id, seen, RESERVED_PUNKTER)
    return tuple(punkter)


def _numbers(rows: list[Mapping[str, object]]) -> list[str]:
    """Tillæg are lettered A, B ...; the others are numbered among themselves."""
    numbers: list[str] = []
    plain = lettered = 0
    for row in rows:
        if row.get("tillaeg") is True:
            numbers.append(LETTERS[lettered % len(LETTERS)])
            lettered += 1
        else:
            plain += 1
            numbers.append(str(plain))
    return numbers
