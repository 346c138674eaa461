"""A colleague's list: read, shown with every row's fault, and taken when she says so. Knows no column."""

from typing import Any

from vforlob.actions.tavle_reading import Read, read_board
from vforlob.actions.tavle_taking import Taken, judged, new_places, take_board
from vforlob.cli.context import context
from vforlob.cli.export_screens import is_wanted
from vforlob.cli.files import shown_name
from vforlob.cli.import_file import named_file, read_spreadsheet
from vforlob.cli.layout import screen_width
from vforlob.cli.show import emit, err, out
from vforlob.cli.tavle_rows import row_lines
from vforlob.errors.answer import FaultyFile
from vforlob.errors.base import ExitCode, Fault
from vforlob.rules.danish import counted
from vforlob.rules.tavle import ALIKE, CHANGED, NEW, Verdict
from vforlob.store.store import Store

Verdicts = tuple[Verdict, ...]


def fetched(store: Store, path: str, yes: bool, alike: bool, json: bool) -> int:
    """Nothing is taken from a list with a fault in it, nor before she has seen it."""
    path = named_file(path, "tavle hent")
    read = read_board(read_spreadsheet(path), context().today)
    found = judged(store, read.rows)
    if not json:
        for line in row_lines(found, read, alike, shown_name(path), screen_width()):
            out(line)
    taken = None if read.faults or (json and not yes) else _taken(store, found, yes, alike)
    if json:
        emit(_as_json(found, read, alike, taken))
    if read.faults:
        raise FaultyFile(shown_name(path), [Fault(fault.place, fault.sentence) for fault in read.faults])
    return ExitCode.OK


def _taken(store: Store, found: Verdicts, yes: bool, alike: bool) -> Taken | None:
    """None where nothing was taken."""
    kinds = [one.what for one in found]
    sure, doubtful = kinds.count(NEW) + kinds.count(CHANGED), kinds.count(ALIKE)
    if not sure and not doubtful:
        err("Der er intet nyt at hente.")
        return None
    if not yes:
        if not context().may_ask:
            err("Intet er hentet endnu. Se det igennem, og hent det med samme linje og --ja.")
            return None
        yes = bool(sure) and is_wanted(f"Hent {counted(sure, 'jobåbning', 'jobåbninger')}?")
        if doubtful and not alike and (yes or not sure):
            alike = is_wanted(f"Hent også {counted(doubtful, 'jobåbning', 'jobåbninger')}, der ligner en anden?")
    if not yes and not (alike and doubtful):
        err("Intet er hentet.")
        return None
    return _told(take_board(store, [one.row for one in found], alike))


def _told(taken: Taken) -> Taken:
    if not (taken.made or taken.changed):
        err("Intet er hentet. De rækker, der ligner en, du har, hentes med --dobbelte.")
        return taken
    made = f"{counted(taken.made, 'jobåbning', 'jobåbninger')} hentet"
    told = [made, f"{taken.changed} rettet"] if taken.changed else [made]
    if taken.virksomheder:
        told.append(f"{counted(taken.virksomheder, 'virksomhed', 'virksomheder')} oprettet")
    err(f"{', '.join(told)}. Se dem: vforlob jobåbning liste. Tag det tilbage: vforlob fortryd")
    return taken


def _as_json(found: Verdicts, read: Read, alike: bool, taken: Taken | None) -> dict[str, Any]:
    return {
        "raekker": [
            one.row._asdict()
            | {"hvad": one.what, "id": one.opening or None, "virksomhed": one.virksomhed, "aendret": list(one.changed)}
            for one in found
        ],
        "nye_virksomheder": [{"navn": row.navn, "sted": row.sted} for row in new_places(found, alike)],
        "ikke_last": list(read.left),
        "fejl": [
            {"raekke": fault.row or None, "kolonne": fault.column, "tekst": fault.sentence} for fault in read.faults
        ],
        "hentet": taken.made if taken else 0,
        "rettet": taken.changed if taken else 0,
    }
