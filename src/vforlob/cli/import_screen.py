"""What an import looks like before it is done: the columns, the faults, the aliases. Paints lines, decides nothing."""

from collections.abc import Iterable, Mapping, Sequence

from vforlob.actions.importing.columns import Column
from vforlob.actions.importing.plan import EMPTY, FAULTY, KNOWN, NEW, Fejl, Plan
from vforlob.actions.importing.saving import Saved
from vforlob.actions.importing.sheet import Sheet
from vforlob.actions.importing.targets import Target
from vforlob.cli.layout import one_line, wrap
from vforlob.rules.danish import counted, listed, quoted

MOST_FAULTS, MOST_NOTES, MOST_PROPOSED = 20, 8, 200
TITLES = {"borger": "Borgere", "virksomhed": "Virksomheder", "forlob": "Forløb"}
_ONE = {"borger": "borger", "virksomhed": "virksomhed", "forlob": "forløb"}
MANY = {"borger": "borgere", "virksomhed": "virksomheder", "forlob": "forløb"}
_EMPTY = {"borger": "uden noget at hente", "virksomhed": "uden noget at hente", "forlob": "uden forløb"}
LETTER = {"borger": "b", "virksomhed": "v", "forlob": "f"}
_LETTERS, _HEADER, _TARGET = 4, 26, 26
_ROW, _WHERE = 7, 24
_NAMED_SHEETS = 3


def heading(emne: str, file: str, sheet: Sheet, width: int) -> list[str]:
    rows = counted(len(sheet.rows), "række", "rækker")
    which = f" · arket »{one_line(sheet.name)}«" if sheet.others else ""
    lines = wrap(f"Kun til dig · {TITLES[emne]} fra {file}{which} · {rows}", width - 2)
    if sheet.others:
        names = [quoted(one_line(name)) for name in sheet.others[:_NAMED_SHEETS]]
        more = len(sheet.others) - len(names)
        rest = f" og {more} til" if more else ""
        lines += wrap(f"De andre ark bliver ikke læst: {', '.join(names)}{rest}.", width - 2)
    return [f" {line}" for line in lines]


def column_lines(columns: Sequence[Column], targets: Mapping[str, Target], width: int) -> list[str]:
    """A line to a column: its letter as Excel has it, its header, what it becomes, and an example."""
    lines = ["", f" {'':{_LETTERS}}{'Kolonne':{_HEADER}}{'Bliver til':{_TARGET}}Fx".rstrip()]
    for column in columns:
        header = _cut(one_line(column.header) or "(uden overskrift)", _HEADER - 2)
        start = f" {column.letter:{_LETTERS}}{header:{_HEADER}}"
        if column.target:
            label = _cut(targets[column.target].label, _TARGET - 2)
            room = width - len(start) - _TARGET
            lines.append(f"{start}{label:{_TARGET}}{_cut(one_line(column.example), room)}".rstrip())
        else:
            why = f"bruges ikke: {column.why}" if column.why else "bruges ikke"
            first, *rest = wrap(why, max(20, width - len(start)))
            lines += [start + first, *(" " * len(start) + line for line in rest)]
    return lines


def summary(plan: Plan) -> str:
    """35 rækker: 33 nye · 1 findes allerede · 1 med fejl"""
    new, faulty, empty = (len(plan.of(state)) for state in (NEW, FAULTY, EMPTY))
    known = sum(1 for row in plan.of(KNOWN) if row.nr)
    again = len(plan.of(KNOWN)) - known
    parts = [
        counted(new, "ny", "nye") if new else "",
        f"{known} findes allerede" if known else "",
        f"{again} står der mere end én gang" if again else "",
        f"{faulty} med fejl" if faulty else "",
        f"{empty} {_EMPTY[plan.emne]}" if empty else "",
    ]
    total = counted(len(plan.rows), "række", "rækker")
    said = " · ".join(part for part in parts if part) or "intet at hente"
    made = f" · {counted(len(plan.places), 'virksomhed', 'virksomheder')} bliver oprettet" if plan.places else ""
    return f"{total}: {said}{made}"


def plan_lines(plan: Plan, width: int, everything: bool) -> list[str]:
    lines = ["", *(f" {line}" for line in wrap(summary(plan), width - 2))]
    lines += _listed("Fejl", plan.faults, width, None if everything else MOST_FAULTS)
    lines += _listed("Værd at se efter", plan.notes, width, None if everything else MOST_NOTES)
    return lines + (proposal_lines(plan.proposed, width, everything) if not plan.faults else [])


def proposal_lines(proposed: Mapping[int, str], width: int, everything: bool) -> list[str]:
    """Which row gets which alias: nothing else tells her afterwards who is who."""
    if not proposed:
        return []
    shown = list(proposed.items())[: None if everything else MOST_PROPOSED]
    told = "Disse rækker får et alias. Skriv det i en kolonne »Alias« i dit regneark, så du ved, hvem der er hvem:"
    lines = ["", *(f" {line}" for line in wrap(told, width - 2))]
    cells = [f"række {row}: {alias}" for row, alias in shown]
    wide = max(map(len, cells)) + 3
    across = max(1, (width - 2) // wide)
    for at in range(0, len(cells), across):
        lines.append("  " + "".join(f"{cell:{wide}}" for cell in cells[at : at + across]).rstrip())
    left = len(proposed) - len(shown)
    return [*lines, f"  ... og {left} til. Se dem alle med --alle"] if left else lines


def saved_lines(plan: Plan, saved: Saved) -> list[str]:
    lines = []
    if saved.places:
        what = counted(len(saved.places), "virksomhed", "virksomheder")
        lines.append(f"{what} er oprettet: {numbered('v', saved.places)}.")
    what = counted(len(saved.numbers), _ONE[plan.emne], MANY[plan.emne])
    return [*lines, f"{what} er hentet: {numbered(LETTER[plan.emne], saved.numbers)}."]


def numbered(letter: str, numbers: Sequence[int]) -> str:
    """b1-b33, or b4, b7 and b9."""
    runs: list[list[int]] = []
    for number in numbers:
        if runs and number == runs[-1][-1] + 1:
            runs[-1].append(number)
        else:
            runs.append([number])
    return listed([f"{letter}{run[0]}" if len(run) == 1 else f"{letter}{run[0]}-{letter}{run[-1]}" for run in runs])


def _listed(title: str, faults: Sequence[Fejl], width: int, most: int | None) -> list[str]:
    if not faults:
        return []
    lines = ["", f" {title}"]
    for fault in faults[:most]:
        lines += _fault(fault, width)
    left = len(faults) - most if most is not None and len(faults) > most else 0
    return [*lines, f"  ... og {left} til. Se dem alle med --alle"] if left else lines


def _fault(fault: Fejl, width: int) -> Iterable[str]:
    row = f"række {fault.row}" if fault.row else ""
    where = f"{fault.letter} {one_line(fault.what)}" if fault.letter else one_line(fault.what)
    start = f"  {row:{_ROW + 4}} {_cut(where, _WHERE - 2):{_WHERE}}"
    first, *rest = wrap(fault.sentence, max(20, width - len(start)))
    return [start + first, *(" " * len(start) + line for line in rest)]


def _cut(text: str, room: int) -> str:
    return text if len(text) <= room else text[: max(1, room - 1)].rstrip() + "…"
