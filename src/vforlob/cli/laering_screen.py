"""The page of `læring`: how forløb ended, for the consultant alone. Paints what was counted, counts nothing."""

from collections.abc import Iterable, Iterator, Mapping, Sequence

from vforlob.actions.laering import Laering
from vforlob.actions.laering_document import by_alphabet, going_words, named, period_words, sign_words
from vforlob.actions.laering_words import DEFINITIONS, HELD, SMALL, UNKNOWN, outcome_name, sign_name, week_name
from vforlob.cli.layout import one_line, wrap
from vforlob.cli.page_parts import heading, section
from vforlob.rules.laering.endings import Endings, Group
from vforlob.rules.laering.notes import Tag
from vforlob.rules.laering.small import TOO_FEW, caution
from vforlob.rules.laering.survival import Going
from vforlob.rules.sparkline import sparkline

NARROW = 60
HEADS = ("I alt", "Efter planen", "Stoppet", "Afbrudt", "Aldrig i gang", "Andet")
ALWAYS = 4  # of the columns; the rest only where they count something
EMPTY = (
    "Ingen forløb er lukket endnu, så der er ikke noget at lære af tallene.",
    "De kommer af sig selv, når du holder den afsluttende samtale: vforlob afslutning f12",
)


def laering_screen(
    laering: Laering, names: Mapping[int, str], width: int, drawn: bool = True, twins: bool = False
) -> list[str]:
    """`twins`: the console has no bars, and gets their twins in ASCII."""
    return [
        *heading(f"Læring · {period_words(laering)}", width),
        *section("Sådan sluttede de", _outcomes(laering, width), width),
        *section(
            "I gang efter uge", _survival(laering.overlevelse, _bars(laering.overlevelse, drawn, twins), width), width
        ),
        *_table("Ugen, de sluttede i", ((week_name(it.navn), it.endings) for it in laering.uger), width),
        *section("Tegn, der stod, da de sluttede", _signs(laering.tegn, width), width),
        *_table("Formøde", ((HELD[it.navn], it.endings) for it in laering.formode), width),
        *_table("Afsluttende samtale", ((HELD[it.navn], it.endings) for it in laering.afslutning), width),
        *_table("Branche", ((one_line(it.navn) or UNKNOWN, it.endings) for it in laering.brancher), width),
        *_table("Virksomhed", _places(laering, names), width),
        *section("Mærker i dine noter", tag_lines(laering.maerker, width), width),
        "",
        *(f" {line}" for line in wrap(SMALL, width - 2)),
    ]


def _outcomes(laering: Laering, width: int) -> list[str]:
    rows = [(outcome_name(it.kode), str(it.antal)) for it in laering.udfald]
    return list(_beside([*rows, *([("i alt", str(laering.lukket))] if rows else [])], width))


def _bars(weeks: Sequence[Going], drawn: bool, twins: bool) -> list[str]:
    """How large a part was going after each, and how large a part broken off: fewer are going when more are done. A gap
    where nobody has come so far.
    """
    if not drawn or sum(it.alle > 0 for it in weeks) < 2:
        return []
    going = sparkline([it.i_gang / it.alle if it.alle else None for it in weeks], twins, high=1)
    broken = sparkline([it.afbrudt / it.alle if it.alle else None for it in weeks], twins, high=1)
    return [f"   i gang {going}   afbrudt {broken}"]


def _survival(weeks: Sequence[Going], drawn: Sequence[str], width: int) -> list[str]:
    if not any(it.alle for it in weeks):
        return []
    lines = [*drawn]
    for it in weeks:
        first, *rest = wrap(going_words(it), width - 13)
        lines += [f"   uge {it.uge:>2}   {first}", *(f"{'':12}{line}" for line in rest)]
    return lines


def _signs(signs: Sequence[Group], width: int) -> list[str]:
    """Each by itself; those that say nothing yet stand together, so that it is said once."""
    found = named(signs)
    enough = [it for it in found if not caution(it.endings.alle)]
    few = [it for it in found if caution(it.endings.alle)]
    lines = _sign_rows(enough, width)
    return [
        *lines,
        *([f"   {line}" for line in wrap(f"{TOO_FEW.capitalize()}:", width - 4)] if few else []),
        *_sign_rows(few, width),
    ]


def _sign_rows(signs: Iterable[Group], width: int) -> list[str]:
    rows = [(sign_name(it.navn), sign_words(it)) for it in signs]
    return list(_beside(rows, width, end=False))


def _beside(rows: Sequence[tuple[str, str]], width: int, end: bool = True) -> Iterator[str]:
    """Names in one column; what stands beside them ends in one column, or begins in one."""
    label = max((len(name) for name, _ in rows), default=0)
    most = max((len(text) for _, text in rows), default=0)
    for name, text in rows:
        if label + most + 6 > width:
            yield from (f"   {line}" for line in wrap(f"{name}: {text}", width - 4))
        else:
            yield f"   {name:<{label}}   {text:>{most}}" if end else f"   {name:<{label}}   {text}"


def _places(laering: Laering, names: Mapping[int, str]) -> Iterator[tuple[str, Endings]]:
    """By the alphabet: no place is better than another."""
    known = ((f"v{it.virksomhed} {one_line(names.get(it.virksomhed, ''))}", it) for it in laering.steder)
    for name, it in sorted(known, key=lambda one: by_alphabet(one[0].partition(" ")[2])):
        yield name, it.endings


def _table(title: str, rows: Iterable[tuple[str, Endings]], width: int) -> list[str]:
    """A row for each that counts something, its numbers in columns; sentences where there is no room for columns."""
    found = [(name, endings) for name, endings in rows if endings.alle]
    if not found:
        return []
    used = [at for at in range(len(HEADS)) if at < ALWAYS or any(endings[at] for _, endings in found)]
    if width < NARROW:
        return section(title, [line for row in found for line in _sentence(row, used, width)], width)
    room = width - 4 - sum(len(HEADS[at]) + 2 for at in used)
    label = min(max(len(title) - 2, *(len(name) for name, _ in found)), room)
    heads = "".join(f"  {HEADS[at]}" for at in used)
    return ["", f" {_cut(title, label + 2):<{label + 2}}{heads}", *(_line(row, used, label) for row in found)]


def _line(row: tuple[str, Endings], used: Iterable[int], label: int) -> str:
    name, endings = row
    return f"   {_cut(name, label):<{label}}" + "".join(f"  {endings[at]:>{len(HEADS[at])}}" for at in used)


def _sentence(row: tuple[str, Endings], used: Iterable[int], width: int) -> list[str]:
    name, endings = row
    counts = ", ".join(f"{HEADS[at].lower()} {endings[at]}" for at in used if endings[at])
    return [f"   {line}" for line in wrap(f"{name}: {counts}", width - 4)]


def _cut(text: str, size: int) -> str:
    return text if len(text) <= size else f"{text[: size - 1]}…"


def tag_lines(tags: Iterable[Tag], width: int) -> list[str]:
    """lager (3) · mødetid (2)"""
    shown = " · ".join(f"{it.navn} ({it.antal})" for it in tags)
    return [f"   {line}" for line in wrap(shown, width - 4)] if shown else []


def definition_screen(width: int) -> list[str]:
    lines = heading("Hvad tallene i læring tæller", width)
    for it in DEFINITIONS:
        told = [f"   {line}" for line in (*wrap(it.tekst, width - 4), *wrap(f"Kilde: {it.kilde}.", width - 4))]
        lines += section(it.navn, told, width)
    return lines
