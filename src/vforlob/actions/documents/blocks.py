"""Small shapes that documents are put together of. What would be empty is nothing at all. Knows no case."""

from collections.abc import Iterable

from vforlob.model.dokument import Blok, Felter, Kolonne, Led, Liste, Overskrift, Par, Tabel, Tekst

Pair = tuple[str, str]


def section(heading: str, *blocks: tuple[Blok, ...], level: int = 2) -> tuple[Blok, ...]:
    """The blocks under their heading; no heading over nothing."""
    inside = tuple(block for several in blocks for block in several)
    return (Overskrift(heading, level), *inside) if inside else ()


def paragraph(text: str, style: str = "") -> tuple[Blok, ...]:
    return (Tekst(text, style),) if text.strip() else ()


def bullets(texts: Iterable[str], *, numbered: bool = False) -> tuple[Blok, ...]:
    items = tuple(Led(text) for text in texts if text.strip())
    return (Liste(items, numbered),) if items else ()


def items(led: Iterable[Led]) -> tuple[Blok, ...]:
    found = tuple(led)
    return (Liste(found),) if found else ()


def fields(pairs: Iterable[Pair]) -> tuple[Blok, ...]:
    found = tuple(Par(name, text) for name, text in pairs if text.strip())
    return (Felter(found),) if found else ()


def table(title: str, columns: Iterable[Kolonne], rows: Iterable[tuple[str, ...]]) -> tuple[Blok, ...]:
    """Without the columns that nobody has filled in; with one column left it is a list."""
    kept, found = tuple(columns), tuple(rows)
    used = [at for at in range(len(kept)) if any(row[at].strip() for row in found)]
    if len(used) < 2:
        return bullets(row[at] for row in found for at in used)
    cells = tuple(tuple(row[at] for at in used) for row in found)
    return (Tabel(title, tuple(kept[at] for at in used), cells),)


def sentence(text: str) -> str:
    """One line of it, with a full stop."""
    said = " ".join(text.split())
    return said if not said or said.endswith((".", "?", "!", ":", "…", "»", "«")) else f"{said}."
