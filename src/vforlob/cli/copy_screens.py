"""What is said of copies: one that was made, all there are, how a trial went; on a screen and as JSON."""

import os
from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from vforlob.actions.copies import Made
from vforlob.actions.copies_words import fault_words
from vforlob.cli.context import in_folder
from vforlob.cli.copy_words import copy_line, events_words, label_words, size_words, when_short, when_words
from vforlob.cli.layout import labelled, side_by_side, wrap, wrap_told
from vforlob.rules.danish import counted
from vforlob.store.copies import Copy

NARROW = 60
HEADING = "Sikkerhedskopier"
OPENED_BY_WORDS = "Kopien er krypteret og åbnes med din adgangssætning eller gendannelseskoden."
OPENED_BY_FILE = "Kopien er krypteret og åbnes med den samme nøglefil som datamappen."


def made_lines(made: Made, hint: str, width: int) -> Iterator[str]:
    yield "Sikkerhedskopien er lavet og prøvet:"
    yield from (f"  {line}" for line in wrap(copy_line(made.copy), width - 2))
    yield f"  {made.copy.path}"
    if made.there:
        yield "Den ligger også her:"
        yield f"  {made.there}"
    yield from wrap(hint, width)
    if made.removed:
        gone = counted(made.removed, "ældre kopi", "ældre kopier")
        yield f"{gone} er slettet. Der bliver gemt færre, jo ældre de er."
    if not made.there and made.trouble is None:
        yield from wrap_told(f"Læg den også et andet sted: {in_folder('vforlob kopi --ud MAPPE')}", width)


def list_lines(copies: Sequence[Copy], kept: Sequence[str], place: str, width: int) -> Iterator[str]:
    yield f" {HEADING}: {len(copies)}" if copies else f" {HEADING}"
    yield ""
    if not copies:
        yield " Der er ingen endnu. Lav en med: " + in_folder("vforlob kopi")
    whens = [when_short(copy.tid) for copy in copies]
    wide = max(map(len, whens), default=0)
    for when, copy in zip(whens, copies, strict=True):
        said = label_words(copy.label)
        if width < NARROW:
            held = filter(None, (events_words(copy.nr), size_words(copy.bytes), said))
            yield from labelled(when, " · ".join(held), width)
            continue
        line = f" {when:<{wide}}  {events_words(copy.nr):>16}  {size_words(copy.bytes):>8}"
        yield f"{line}  {said}" if said else line
    if kept:
        yield ""
        yield from (f" {line}" for line in wrap("Lagt til side af en tidligere gendannelse:", width - 2))
        yield from (f"   {path}" for path in kept)
    if place:
        yield ""
        yield " De næste lægges også her:"
        yield f"   {place}"
    if copies:
        yield ""
        yield from side_by_side("   ".join(map(in_folder, ("vforlob kopi tjek", "vforlob gendan"))), width)


def list_json(copies: Sequence[Copy], kept: Sequence[str], place: str) -> dict[str, Any]:
    return {"raekker": [row(copy) for copy in copies], "lagt_til_side": list(kept), "sted": place}


def row(copy: Copy) -> dict[str, Any]:
    return {
        "id": os.path.basename(copy.stem),
        "tid": copy.tid,
        "haendelser": copy.nr,
        "bytes": copy.bytes,
        "foer": copy.label,
        "sti": copy.path,
    }


def made_json(made: Made) -> dict[str, Any]:
    return row(made.copy) | {"slettet": made.removed, "ogsaa": made.there}


def tried_lines(copies: Sequence[Copy], faults: Mapping[str, Sequence[str]], width: int) -> Iterator[str]:
    """The newest was restored on trial, the others compared with what was written."""
    if not copies:
        yield f"Der er ingen sikkerhedskopi endnu. Lav en med: {in_folder('vforlob kopi')}"
        return
    bad = [copy for copy in copies if faults[copy.path]]
    for copy in bad:
        yield from wrap(f"Kopien fra {when_words(copy.tid)} kan ikke bruges.", width)
        for fault in faults[copy.path]:
            yield f"  {fault_words(fault)}"
        yield f"  {copy.path}"
    if not faults[copies[0].path]:
        yield "Den nyeste kopi er gendannet på prøve og er hel:"
        yield from (f"  {line}" for line in wrap(copy_line(copies[0]), width - 2))
    others = len(copies) - 1 - sum(copy in bad for copy in copies[1:])
    if others:
        older = counted(others, "ældre kopi er, som da den", "ældre kopier er, som da de")
        yield from wrap(f"{older} blev skrevet.", width)
    if bad:
        yield f"Lav en ny: {in_folder('vforlob kopi')}"


def tried_json(copies: Sequence[Copy], faults: Mapping[str, Sequence[str]]) -> dict[str, Any]:
    return {"raekker": [row(copy) | {"fejl": list(faults[copy.path])} for copy in copies]}
