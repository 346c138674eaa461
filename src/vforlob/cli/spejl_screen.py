"""The mirror of own practice on one screen, for the konsulent alone. Paints lines, decides nothing."""

from collections.abc import Iterator, Sequence
from typing import Any

from vforlob.actions.spejl import Mirrored
from vforlob.actions.spejl_words import (
    NONE_OPEN,
    OPEN_TITLE,
    Explained,
    Open,
    heads,
    open_line,
    period_text,
    remarks,
    row_texts,
)
from vforlob.cli.layout import for_you, side_by_side, wrap
from vforlob.rules.spejl.mirror import Share

NARROW = 66
_TITLES, _SHORTEST_TITLES = 33, 20
_DAY = 7


def spejl_lines(mirrored: Mirrored, width: int, steps: str) -> list[str]:
    spejl = mirrored.spejl
    lines = [*for_you(f"Spejl · {period_text(spejl)}", width), ""]
    lines += _table(mirrored, width) or _stacked(mirrored, width)
    said = " ".join(remarks(spejl, mirrored.today))
    lines += ["", *(f" {line}" for line in wrap(said, width - 2))] if said else []
    title = [f" {line}" for line in wrap(OPEN_TITLE, width - 2)]
    lines += ["", *title, *_open(mirrored, width), "", *side_by_side(steps, width)]
    return lines


def explained_lines(explained: tuple[Explained, ...], width: int) -> list[str]:
    lines = [*for_you("Spejl · hvad tallene tæller", width)]
    for one in explained:
        lines += ["", f" {one.title}"]
        lines += [f"   {line}" for text in (one.counted, f"Kilde: {one.source}") for line in wrap(text, width - 4)]
    return lines


def spejl_json(mirrored: Mirrored) -> dict[str, Any]:
    spejl = mirrored.spejl
    return {
        "kvartal": f"{spejl.quarter.year}-{spejl.quarter.number}",
        "til_og_med": spejl.upto.isoformat() if spejl.upto else None,
        "raekker": [
            {
                "id": row.measure.id,
                "tekst": row.measure.title,
                "maneder": {
                    maned: _share(share) for maned, share in zip(spejl.quarter.months, row.months, strict=True)
                },
                "kvartal": _share(row.quarter),
            }
            for row in spejl.rows
        ],
        "mangler": [
            {"hvad": it.measure, "emne": it.emne, "id": it.nr, "siden": it.since or None} for it in mirrored.breaches
        ],
    }


def _table(mirrored: Mirrored, width: int) -> list[str]:
    """Nothing where there is no room for it."""
    spejl = mirrored.spejl
    rows = [(row.measure.title, row_texts(row, spejl)) for row in spejl.rows]
    widest = [max(map(len, column)) for column in zip(heads(spejl), *(texts for _, texts in rows), strict=True)]
    gap = 2 if _TITLES + sum(widest) + 2 * len(widest) < width else 1
    cells = [size + gap for size in widest]
    titles = min(_TITLES, width - sum(cells) - 1)
    if titles < _SHORTEST_TITLES:
        return []
    lines = [_line("", heads(spejl), titles, cells)]
    for title, texts in rows:
        first, *rest = wrap(title, titles)
        lines += [_line(first, texts, titles, cells), *(f"   {line}" for line in rest)]
    return lines


def _line(title: str, texts: Sequence[str], titles: int, cells: Sequence[int]) -> str:
    return f" {title:{titles}}{''.join(f'{text:>{cell}}' for text, cell in zip(texts, cells, strict=True))}".rstrip()


def _stacked(mirrored: Mirrored, width: int) -> Iterator[str]:
    spejl = mirrored.spejl
    for row in spejl.rows:
        yield from (f" {line}" for line in wrap(row.measure.title, width - 2))
        said = [f"{head} {text}" for head, text in zip(heads(spejl), row_texts(row, spejl), strict=True) if text]
        yield from (f"   {line}" for line in wrap(" · ".join(said), width - 4))


def _open(mirrored: Mirrored, width: int) -> list[str]:
    lines = [open_line(breach, mirrored.today) for breach in mirrored.breaches]
    if not lines:
        return [f" {NONE_OPEN}"]
    number = max(len(one.number) for one in lines) + 2
    command = max(len(one.line) for one in lines) + len("vforlob ")
    return [text for one in lines for text in _open_line(one, number, command, width)]


def _open_line(one: Open, number: int, command: int, width: int) -> list[str]:
    room = width - number - _DAY - command - 3
    if room < 24 or width < NARROW:
        said = f"{one.number}  {one.since}  {one.text}" if one.since else f"{one.number}  {one.text}"
        return [*(f" {line}" for line in wrap(said, width - 2)), f"   vforlob {one.line}"]
    first, *rest = wrap(one.text, room)
    behind = " " * (number + _DAY + 1)
    line = f" {one.number:{number}}{one.since:{_DAY}}{first:{room}}  vforlob {one.line}"
    return [line, *(f"{behind}{text}" for text in rest)]


def _share(share: Share) -> dict[str, int | None]:
    return {"antal": share.part, "ud_af": share.whole}
