"""Learning notes that were found, and the tags when nothing was. Paints lines, looks for nothing."""

from collections.abc import Iterable, Iterator, Sequence
from datetime import date

from vforlob.actions.laering import Notes
from vforlob.actions.laering_words import FELTER
from vforlob.cli.laering_screen import tag_lines
from vforlob.cli.layout import one_line, wrap
from vforlob.cli.page_parts import heading, section
from vforlob.rules.danish import counted, quoted, short_date
from vforlob.rules.laering.notes import Hit, Tag
from vforlob.rules.laering.spotted import marked

NO_NOTES = (
    "Du har ingen noter endnu.",
    "De kommer fra den afsluttende samtale, under »Hvad tager du selv med dig?«: vforlob afslutning f12",
)


def notes_screen(notes: Notes, typed: str, today: date, width: int) -> list[str]:
    if not notes.hits:
        return nothing_lines(notes.maerker, typed, width)
    found = counted(len(notes.hits), "note", "noter")
    lines = heading(f"Læring om {quoted(one_line(typed))} · {found}, den nyeste først", width)
    for hit in notes.hits:
        lines += section(_whose(hit, today), list(_said(hit, width)), width)
    return lines


def nothing_lines(tags: Sequence[Tag], typed: str, width: int) -> list[str]:
    none = f"Ingen noter med {quoted(one_line(typed))}."
    if not tags:
        return [f" {line}" for line in wrap(none, width - 2)]
    return [*heading(none, width), *section("Mærkerne i dine noter", tag_lines(tags, width), width)]


def _whose(hit: Hit, today: date) -> str:
    note = hit.note
    where = f" hos {one_line(note.virksomhed)}" if note.virksomhed else ""
    return f"{short_date(note.dato, today)}  f{note.forlob} · {one_line(note.alias)}{where}  (s{note.samtale})"


def _said(hit: Hit, width: int) -> Iterator[str]:
    for felt, name in FELTER.items():
        text = hit.note.said.get(felt)
        if text:
            first, *rest = wrap(one_line(marked(text, hit.places.get(felt, ()))), width - 6 - len(name))
            yield f"   {name}: {first}"
            yield from (f"     {line}" for line in _wrapped(rest, width))


def _wrapped(lines: Sequence[str], width: int) -> Iterable[str]:
    return wrap(" ".join(lines), width - 6) if lines else ()
