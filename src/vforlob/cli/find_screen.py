"""What was found, as lines for the konsulent alone, by whose it is. Paints lines, reads nothing.

A line can hold marks: where in it the words stand that were looked for. How a mark looks is not decided here.
"""

from collections.abc import Callable, Iterator, Sequence
from datetime import date
from typing import NamedTuple

from vforlob.actions.find import Find, Found
from vforlob.cli.context import in_folder
from vforlob.cli.layout import TWINS, can_draw, for_you, wrap_told
from vforlob.model.text import clean
from vforlob.rules.danish import counted, number, short_date
from vforlob.rules.snippet import MORE, Snippet, columns, snippet
from vforlob.rules.sogning import Spans
from vforlob.store.sogning import BEGINS, INSIDE, WHOLE

NARROW = 60
_TIERS = {
    BEGINS: "Ord, der begynder sådan",
    INSIDE: "Inde i andre ord",
}
_SHOWN = {
    "b": ("borger", "borgeren"),
    "v": ("virksomhed", "virksomheden"),
    "f": ("forløb", "forløbet"),
    "s": ("samtale", "samtalen"),
}
_COUNTED = {WHOLE: "med hele ord", BEGINS: "hvor et ord begynder sådan", INSIDE: "inde i andre ord"}

# One sign for one, so that the marks stay where they are.
_TWINS = {sign: str(twin)[:1] for sign, twin in TWINS.items()}


class View(NamedTuple):
    """`height` are the lines there is room for, 0 for all. `bracketed` where there is no colour: they take room too."""

    today: date
    width: int = 80
    height: int = 0
    bracketed: bool = True


Line = Snippet
Paint = Callable[[Line], str]


def found_lines(found: Found, view: View) -> tuple[list[Line], int]:
    """The first of them, as many as there is room for, one at least; and how many that is."""
    head = [_plain(line) for line in for_you(_heading(found), view.width)]
    room = view.height - len(head) - 4 if view.height else 0
    count = len(found.finds)
    lines = list(_lines(found.finds, view))
    while room and count > 1 and len(lines) > room:
        count -= 1
        lines = list(_lines(found.finds[:count], view))
    return [*head, *lines], count


def nothing_lines(found: Found, width: int) -> list[str]:
    """Kind, and with a way on."""
    if found.whose:
        emne, see = _SHOWN[found.whose[:1]]
        said = [f"Det står ikke i nogen tekst. Se {see}: {in_folder(f'vforlob {emne} vis {found.whose}')}"]
    elif not found.terms:
        said = ["Der er ikke noget at søge efter. Skriv et ord eller et tal."]
    else:
        said = ["Det står ikke nogen steder."]
        said += [f"Mente du »{found.near}«?"] if found.near else []
        if len(found.terms) > 1:
            said.append("Alle ordene skal stå i den samme tekst. Prøv med færre.")
        elif not found.near:
            said.append("Prøv med begyndelsen af ordet.")
    return [f" {line}" for text in said for line in wrap_told(text, width - 2)]


def bracketed(line: Line) -> str:
    return _painted(line, "[", "]")


def coloured(line: Line) -> str:
    """Bold and cyan: red and yellow mean something else."""
    return _painted(line, "\x1b[1;36m", "\x1b[0m")


def _painted(line: Line, before: str, after: str) -> str:
    """The text is clean; only what is put in here steers the terminal."""
    text = line.text if can_draw() else line.text.translate(_TWINS)
    parts, last = [], 0
    for start, end in line.marks:
        parts += [text[last:start], before, text[start:end], after]
        last = end
    return "".join([*parts, text[last:]])


def _heading(found: Found) -> str:
    where = f" hos {found.narrowed}" if found.narrowed else ""
    total = f"{counted(found.total, 'sted', 'steder')}{where}"
    if len(found.tiers) < 2:
        return f"Søgning · {total}"
    return f"Søgning · {total}: {', '.join(f'{number(tier.size)} {_COUNTED[tier.how]}' for tier in found.tiers)}"


def _lines(finds: Sequence[Find], view: View) -> Iterator[Line]:
    """Whose it is above the texts of a case, and how they were found where that changes. What was said at a samtale
    often stands in a record too: then both places, and the text once.
    """
    how, whose = WHOLE, ""
    for same in _together(finds):
        if same[0].how != how:
            how, whose = same[0].how, ""
            yield from (_plain(""), _plain(f" {_TIERS[how]}"))
        if same[0].place.whose != whose:
            whose = same[0].place.whose
            yield from (_plain(""), _plain(f" {_cut(whose, view.width - 2)}"))
        yield from (_where(one, view) for one in same)
        yield _said(same[0], view)


def _together(finds: Sequence[Find]) -> list[list[Find]]:
    """Those of one case stand together, where the newest of them stands; whole words before beginnings."""
    cases: dict[tuple[str, str], dict[str, list[Find]]] = {}
    for one in finds:
        cases.setdefault((one.how, one.place.whose), {}).setdefault(one.text.tekst, []).append(one)
    return [same for texts in cases.values() for same in texts.values()]


def _where(one: Find, view: View) -> Line:
    day = short_date(one.text.dato, view.today) if one.text.dato else ""
    draft = " (ikke færdig)" if one.place.is_draft else ""
    is_lettered = not one.place.number.isdigit()
    kind = one.place.kind if is_lettered else f"{one.place.kind} {one.place.number}"
    where = f"{kind}{f' · {one.place.where}' if one.place.where else ''}{draft}"
    number_first = f"{one.place.number:<5} " if is_lettered else ""
    line = f"{number_first}{where}" if view.width < NARROW else f"{day:<8} {number_first}{where}"
    return _plain(f"  {_cut(clean(line, lines=False), view.width - 4)}")


def _said(one: Find, view: View) -> Line:
    indent = 3 if view.width < NARROW else 11
    part = _part(one.text.tekst, one.spans, view.width - indent - 1, view.bracketed)
    return Line(" " * indent + part.text, tuple((start + indent, end + indent) for start, end in part.marks))


def _part(text: str, spans: Spans, width: int, has_brackets: bool) -> Snippet:
    found = snippet(text, spans, width)
    while has_brackets and columns(found.text) + 2 * len(found.marks) > width and width > 12:
        room = width - 2 * len(found.marks)
        smaller = snippet(text, spans, max(12, room))
        if smaller == found:
            break
        found = smaller
    return found


def _plain(text: str) -> Line:
    return Line(clean(text, lines=False), ())


def _cut(text: str, width: int) -> str:
    if columns(text) <= width:
        return text
    while columns(text) > width - 1:
        text = text[:-1]
    return f"{text}{MORE}"
