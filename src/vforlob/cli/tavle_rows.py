"""A colleague's list before it is taken: what each row is to us. Paints lines, takes nothing."""

from collections.abc import Iterator, Sequence

from vforlob.actions.record_words import column_word
from vforlob.actions.tavle_reading import Read
from vforlob.actions.tavle_taking import new_places
from vforlob.cli.layout import for_you, one_line, wrap
from vforlob.cli.page_parts import item, section
from vforlob.rules.danish import counted, listed, number, quoted
from vforlob.rules.tavle import ALIKE, CHANGED, NEW, OWN, SAME, Row, Verdict

SHOWN = 40  # of each kind
_TITLES = {NEW: "Nye", CHANGED: "Rettet siden sidst", ALIKE: "Ligner en anden: hentes kun, hvis du siger til"}


def row_lines(found: Sequence[Verdict], read: Read, alike: bool, file: str, width: int) -> Iterator[str]:
    faulty = len({fault.row for fault in read.faults if fault.row})
    count = len(found) + faulty
    title = f"Tavlen i {file} · {counted(count, 'række', 'rækker')}{f' · {faulty} med fejl' if faulty else ''}"
    yield from for_you(title, width)
    for kind, heading in _TITLES.items():
        of_kind = [one for one in found if one.what == kind]
        lines = [line for one in of_kind[:SHOWN] for line in item(str(one.row.row), _told(one), width)]
        left = len(of_kind) - SHOWN
        yield from section(heading, [*lines, *([f"   Og {left} mere."] if left > 0 else [])], width)
    yield from section("Virksomheder, der bliver oprettet", _places(found, alike, width), width)
    rest = list(_rest(found, read))
    yield from ["", *(f" {line}" for text in rest for line in wrap(text, width - 2))] if rest else []
    yield ""


def _told(one: Verdict) -> str:
    row = one.row
    where = f"{row.navn}{f', {row.sted}' if row.sted else ''}"
    hours = f" ({number(row.timer)} timer om ugen)" if row.timer else ""
    text = one_line(f"{where}: {row.opgaver}{hours}")
    if one.what == CHANGED:
        return f"{text}. Jobåbning {one.opening}: {listed([column_word(name, 'jobabning') for name in one.changed])}"
    if one.what == ALIKE:
        return f"{text}. {f'Ligner jobåbning {one.opening}' if one.opening else 'Står også længere oppe'}."
    return text


def _places(found: Sequence[Verdict], alike: bool, width: int) -> list[str]:
    return [line for row in new_places(found, alike) for line in item(str(row.row), _place(row), width)]


def _place(row: Row) -> str:
    told = (row.navn, row.sted, row.branche, f"CVR {row.cvr}" if row.cvr else None)
    return one_line(", ".join(part for part in told if part))


def _rest(found: Sequence[Verdict], read: Read) -> Iterator[str]:
    same, own = (sum(one.what == kind for one in found) for kind in (SAME, OWN))
    if same:
        yield f"{counted(same, 'række er', 'rækker er')} som hos dig."
    if own:
        yield f"{counted(own, 'række er din egen og bliver, som den er', 'rækker er dine egne og bliver, som de er')}."
    if read.guessed:
        yield f"Læst sådan: {listed([f'{name} i {quoted(header)}' for name, header in read.guessed])}."
    if read.left:
        yield f"Kolonner, der ikke bliver læst: {listed([quoted(name) for name in read.left])}."
