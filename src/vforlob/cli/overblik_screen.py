"""The whole overview on one screen, "Kun til dig". Paints what was counted; decides nothing and asks nobody."""

from collections.abc import Iterator, Sequence
from datetime import date
from typing import NamedTuple

from vforlob.actions.overblik import Row, Shown
from vforlob.cli.layout import for_you, one_line, wrap, wrap_told
from vforlob.cli.overblik_paint import DIM, GREEN, RED, YELLOW, Painted, Part, line, plain
from vforlob.cli.overblik_weeks import NO_ROOM, week_text
from vforlob.rules.danish import counted, listed, month_name, number
from vforlob.rules.overblik import names
from vforlob.rules.overblik.values import Overblik

# Without q, which leaves.
LETTERS = "abcdefghijklmnoprstuvxyz"
NARROW, WIDE, TALL = 66, 96, 32
TARGET, NOW, MISSING, MONTH = 6, 6, 10, 7
NO_TARGETS = "Sæt et måltal for måneden: vforlob måltal ny"
READY = ((names.KLAR, "klar"), (names.TAET_PA, "tæt på"), (names.LAENGERE_FRA, "længere fra"))
LEFT = (
    (names.FORFALDNE, "Forfaldne kontakter"),
    (names.TAET, "Tæt opfølgning"),
    (names.VENTER, "Venter på første kontakt"),
    (names.UDEN_SKRIDT, "Uden næste skridt"),
    (names.MELLEM, "Mellem forløb"),
    (names.UDEN_CV, "Uden CV"),
)
RIGHT = (
    (names.PLANLAGT, "Forløb, der er planlagt"),
    (names.BEGYNDELSEN, "Forløb i uge 1-4"),
    (names.SENERE, "Forløb senere"),
    (names.SLUTTER, "Forløb, der slutter snart"),
    (names.EFTERVAERN, "Efterværn"),
    (names.SKAL_TIL, "Mangler »det skal der til«"),
)


class View(NamedTuple):
    """`height` are the lines there are room for, 0 for all that there are. `lettered` in a terminal, where a letter
    opens a number. `plain` does without columns. `behind` follows each command: the folder.
    """

    width: int = 80
    height: int = 0
    lettered: bool = False
    plain: bool = False
    behind: str = ""


class Screen(NamedTuple):
    """`opens` is what each letter opens."""

    lines: list[Painted]
    opens: dict[str, str]


def overblik_screen(shown: Shown, view: View) -> Screen:
    today = date.fromisoformat(shown.overblik.dag)
    if view.plain or view.width < NARROW:
        return _plainly(shown, view, today)
    opened = _letters(shown.overblik)
    marks = {name: f"{letter} " if view.lettered else "" for letter, name in opened.items()}
    below = [
        line(""),
        *_caseload(shown.overblik, view, marks),
        line(""),
        *_two_columns(shown.overblik, view, marks),
        line(""),
        *_weeks(shown, view, today, marks),
    ]
    room = view.height - len(below) - 1 if view.height else len(shown.rows)
    return Screen([*_table(shown, view, today, max(room, 3)), *below], opened)


def empty_lines(today: date, width: int, can_import: bool) -> list[str]:
    """The first screen, when there is nobody yet."""
    said = [
        "Her er ingen borgere endnu, så der er ikke noget at tælle.",
        "Opret den første med: vforlob borger ny",
        *(["Har du dem i Excel, så hent dem med: vforlob importer borgere FIL"] if can_import else []),
        "Se først, hvordan det ser ud, med: vforlob demo",
    ]
    return [*for_you(_title(today), width), "", *(f" {part}" for it in said for part in wrap_told(it, width - 2))]


def _letters(overblik: Overblik, *, by_column: bool = False) -> dict[str, str]:
    """In the order in which they are read; those without parathed only where there are some."""
    order = [name for name, _ in READY]
    order += [names.UDEN_PARATHED] if overblik.of(names.UDEN_PARATHED).tal else []
    pairs = (*LEFT, *RIGHT) if by_column else [it for pair in zip(LEFT, RIGHT, strict=True) for it in pair]
    order += [name for name, _ in pairs]
    return dict(zip(LETTERS, [*order, *names.WEEKS], strict=False))


def _title(today: date) -> str:
    return f"Overblik · {month_name(today)} {today.year}"


def months_back(today: date, count: int) -> list[str]:
    """2026-10, 2026-09 on any day of November."""
    months, year, month = [], today.year, today.month
    for _ in range(count):
        year, month = (year, month - 1) if month > 1 else (year - 1, 12)
        months.append(f"{year:04}-{month:02}")
    return months


def _table(shown: Shown, view: View, today: date, room: int) -> Iterator[Painted]:
    """Targets beside what stands now; months that have ended are dim, as everything that was."""
    months = months_back(today, 4 if view.width >= WIDE else 2)
    wide = view.width - 2 - TARGET - NOW - MISSING - MONTH * len(months)
    heads = "".join(f"{month_name(f'{maned}-01')[:3]:>{MONTH}}" for maned in months)
    yield (
        Part(f" {f'Kun til dig · {_title(today)}':<{wide}}{'mål':>{TARGET}}{'nu':>{NOW}}{'mangler':>{MISSING}}"),
        Part(heads, DIM),
    )
    rows = shown.rows if len(shown.rows) <= room else shown.rows[: room - 1]
    for row in rows:
        now = f" {_cut(row.tekst, wide - 1):<{wide}}{_number(row.antal):>{TARGET}}{_number(row.nu):>{NOW}}"
        then = "".join(f"{_number(row.then(maned)):>{MONTH}}" for maned in months)
        yield Part(f"{now}{_missing(row):>{MISSING}}"), Part(then, DIM)
    if len(rows) < len(shown.rows):
        yield line(f" {len(shown.rows) - len(rows)} mere: vforlob måltal")


def _missing(row: Row) -> str:
    return "" if row.mangler is None else "nået" if not row.mangler else number(row.mangler)


def _number(value: float | None) -> str:
    return "" if value is None else number(value)


def _cut(text: str, size: int) -> str:
    text = one_line(text)
    return text if len(text) <= size else f"{text[: size - 1]}…"


def caseload_text(overblik: Overblik) -> tuple[str, str]:
    """What the caseload is beside what the sources describe, and the colour that repeats it."""
    lav, hoj, hojst = overblik.sagsstamme
    count = int(overblik.of(names.BORGERE).tal)
    people = counted(count, "borger", "borgere")
    if count <= hoj:
        return f"{people} (succesjobcentre: {lav}-{hoj})", GREEN
    if count <= hojst:
        return f"{people}, flere end i succesjobcentrene ({lav}-{hoj})", YELLOW
    return f"{people}, flere end i nogen af kilderne ({lav}-{hojst})", RED


def _caseload(overblik: Overblik, view: View, marks: dict[str, str]) -> Iterator[Painted]:
    text, colour = caseload_text(overblik)
    ready = [f"{marks[name]}{word} {number(overblik.of(name).tal)}" for name, word in READY]
    if unsaid := overblik.of(names.UDEN_PARATHED).tal:
        ready.append(f"{marks[names.UDEN_PARATHED]}ved ikke {number(unsaid)}")
    right = ("   " if view.lettered else " · ").join(ready)
    gap = view.width - 2 - len(text) - len(right)
    if gap >= 2:
        yield Part(f" {text}", colour), Part(" " * gap + right)
    else:
        yield (Part(f" {text}", colour),)
        yield line(f" {right}")


def _two_columns(overblik: Overblik, view: View, marks: dict[str, str]) -> Iterator[Painted]:
    """Half a line each: the letter, what it is, how many."""
    half = (view.width - 6) // 2
    for (left, first), (right, second) in zip(LEFT, RIGHT, strict=True):
        one, other = overblik.of(left).tal, overblik.of(right).tal
        red = RED if left == names.FORFALDNE and one else ""
        begun = f"{marks[left]}{first}"
        yield (
            Part(f" {begun:<{half - 5}}"),
            Part(f"{number(one):>5}", red),
            Part(f"    {marks[right]}{second}".ljust(half - 1) + f"{number(other):>5}"),
        )


def _weeks(shown: Shown, view: View, today: date, marks: dict[str, str]) -> Iterator[Painted]:
    indent = " " * len(marks[names.UGE])
    named = 12 if view.height >= TALL or not view.height else 4
    for name, uge in zip(names.WEEKS, shown.overblik.uger, strict=False):
        first, *rest = wrap(week_text(uge, shown.plads, today, named), view.width - 2 - len(indent))
        yield line(f" {marks[name]}{first}")
        yield from (line(f" {indent}{part}") for part in rest)
    if shown.plads is None:
        yield from (line(f" {part}") for part in wrap_told(NO_ROOM + view.behind, view.width - 2))
    if not view.lettered and shown.rows and all(row.antal is None for row in shown.rows):
        yield from (line(f" {part}") for part in wrap_told(NO_TARGETS + view.behind, view.width - 2))


def _plainly(shown: Shown, view: View, today: date) -> Screen:
    """One figure a line, read from the top."""
    overblik, opened = shown.overblik, _letters(shown.overblik, by_column=True)
    marks = {name: f"{letter} " if view.lettered else "" for letter, name in opened.items()}
    months = months_back(today, 2)
    said = [row_text(row, months) for row in shown.rows]
    said += ["", f"{caseload_text(overblik)[0]}."]
    texts = dict((*READY, *LEFT, *RIGHT, (names.UDEN_PARATHED, "uden parathed")))
    for name in opened.values():
        if name in texts:
            text = texts[name]
            said.append(f"{marks[name]}{text[:1].upper()}{text[1:]}: {number(overblik.of(name).tal)}")
    said.append("")
    for name, uge in zip(names.WEEKS, overblik.uger, strict=False):
        said.append(f"{marks[name]}{week_text(uge, shown.plads, today, 12)}")
    if shown.plads is None:
        said.append(NO_ROOM + view.behind)
    if shown.rows and all(row.antal is None for row in shown.rows):
        said.append(NO_TARGETS + view.behind)
    lines = [*for_you(_title(today), view.width), ""]
    lines += [f" {part}".rstrip() for text in said for part in wrap_told(text, view.width - 2)]
    return Screen([line(it) for it in lines], opened)


def row_text(row: Row, months: Sequence[str]) -> str:
    """I gang i forløb: 10, målet er 12, der mangler 2. Før: oktober 11, september 9."""
    now = "ved ikke" if row.nu is None else number(row.nu)
    missing = "" if row.mangler is None else ", nået" if not row.mangler else f", der mangler {number(row.mangler)}"
    aim = f", målet er {number(row.antal)}{missing}" if row.antal is not None else ""
    then = [f"{month_name(f'{maned}-01')} {number(tal)}" for maned in months if (tal := row.then(maned)) is not None]
    return f"{one_line(row.tekst)}: {now}{aim}.{f' Før: {listed(then)}.' if then else ''}"


def text_of(screen: Screen) -> str:
    return "\n".join(plain(it) for it in screen.lines)
