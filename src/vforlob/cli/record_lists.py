"""Borgere, virksomheder and forløb in columns, a screenful at a time. Paints lines, reads nothing."""

from collections.abc import Iterable, Sequence
from datetime import date

from vforlob.cli.layout import one_line, wrap
from vforlob.rules.danish import clock, counted, short_date
from vforlob.store.pages import BorgerLine, ForlobLine, VirksomhedLine

PAGE = 40
ARTS = {
    "virksomhedspraktik": "praktik",
    "lontilskud": "løntilskud",
    "lonnede_timer": "løntimer",
    "smajob": "småjob",
    "fleksjob": "fleksjob",
    "kombination": "kombination",
    "andet": "andet",
}
_READY = {"klar": "klar", "taet_pa": "tæt på", "laengere_fra": "længere fra"}
_HOST = {"ny": "ny som vært", "erfaren": "erfaren vært"}


def forlob_table(page: Sequence[ForlobLine], today: date, width: int) -> list[str]:
    rows = [
        (f"f{it.nr}", it.alias, it.virksomhed, ARTS.get(it.art, it.art), _period(it, today), _next(it, today))
        for it in page
    ]
    return columns(("", "Borger", "Virksomhed", "Slags", "Periode", "Næste kontakt"), rows, width)


def borger_table(page: Sequence[BorgerLine], width: int) -> list[str]:
    rows = [
        (f"b{it.nr}", it.alias, _READY.get(it.parathed or "", ""), _forlobene(it.forlob), it.skal_til or "")
        for it in page
    ]
    return columns(("", "Alias", "Parathed", "Forløb", "Det skal der til"), rows, width)


def virksomhed_table(page: Sequence[VirksomhedLine], width: int) -> list[str]:
    rows = [
        (f"v{it.nr}", it.navn, it.branche or "", it.sted or "", _HOST.get(it.vaert or "", ""), _running(it.forlob))
        for it in page
    ]
    return columns(("", "Navn", "Branche", "Sted", "Erfaring", "I gang"), rows, width)


def _period(line: ForlobLine, today: date) -> str:
    if line.status == "lukket":
        return "lukket"
    start, slut = (short_date(day, today) if day else "?" for day in (line.start, line.slut))
    return f"{start} - {slut}"


def _next(line: ForlobLine, today: date) -> str:
    if line.status == "lukket":
        return ""
    if line.dato is None:
        return "ikke aftalt"
    late = " over tid" if line.dato < today.isoformat() else ""
    return f"{short_date(line.dato, today)}{f' {clock(line.kl)}' if line.kl else ''}{late}"


def _forlobene(numbers: Iterable[int]) -> str:
    return " ".join(f"f{nr}" for nr in numbers)


def _running(count: int) -> str:
    return counted(count, "forløb", "forløb") if count else ""


def columns(heads: Sequence[str], rows: Sequence[Sequence[str]], width: int) -> list[str]:
    """Every column as wide as its widest text; the widest columns give way until the line fits. On a narrow screen
    each row becomes lines of its own, so that nothing is lost.
    """
    texts = [[one_line(text) for text in row] for row in rows]
    widths = [max(map(len, column)) for column in zip(heads, *texts, strict=True)]
    room = width - 2 - 2 * (len(heads) - 1)
    if width < 60 or room < 8 * len(heads):
        return _stacked(texts, width)
    while sum(widths) > room:
        widths[widths.index(max(widths))] -= 1
    return [_line(row, widths) for row in (heads, *texts)]


def _line(row: Sequence[str], widths: Sequence[int]) -> str:
    cells = (f"{_cut(text, size):<{size}}" for text, size in zip(row, widths, strict=True))
    return f" {'  '.join(cells)}".rstrip()


def _stacked(rows: Iterable[Sequence[str]], width: int) -> list[str]:
    lines = []
    for first, second, *rest in rows:
        lines += [f" {line}" for line in wrap(f"{first}  {second}", width - 2)]
        lines += [f"     {line}" for text in rest if text for line in wrap(text, width - 6)]
    return lines


def _cut(text: str, size: int) -> str:
    return text if len(text) <= size else f"{text[: size - 1]}…"
