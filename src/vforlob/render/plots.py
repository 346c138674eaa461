"""A Figur as one SVG picture that needs nothing else: told apart without colours. Knows no format and no page."""

from collections.abc import Iterator, Sequence
from html import escape
from typing import NamedTuple
from zlib import crc32

from vforlob.model.dokument import Figur, Serie
from vforlob.model.text import clean
from vforlob.render.plot_scales import Box, Scale, apart, named_places, number_ticks, places, with_room
from vforlob.rules.danish import number

WIDTH, HEIGHT = 480, 260
LEFT, RIGHT, TOP, BOTTOM = 40, 142, 30, 30
FONT = "'Open Sans', Calibri, Carlito, 'Segoe UI', 'Noto Sans', Arial, sans-serif"
SIZE, LINE, LETTER = 14, 16, 7.4  # LETTER: how wide one is, about
INK, AXIS, GRID, PAPER = "#1a1a1a", "#595959", "#d9d9d9", "#ffffff"
EMPTY = "Ingen tal endnu"

NAME_LINE, NAME_LINES = 14, 3
MOST_VALUES, MOST_MARKS = 12, 40


class Style(NamedTuple):
    """`ink` and `dash` for lines, `fill` and `on_fill` for bars: dark beside light, so that grey paper is enough."""

    ink: str
    dash: str
    fill: str
    on_fill: str
    mark: str


STYLES = (
    Style("#1f4e79", "", "#1f4e79", PAPER, "circle"),
    Style("#a63d14", "8 4", "#e3e9ef", INK, "square"),
    Style("#2c6b48", "2 3", "#8aa9c4", INK, "triangle"),
    Style("#5e4380", "10 3 2 3", "#ffffff", INK, "diamond"),
)


Point = tuple[float, float, float]  # across, down, and the number it stands for


class Plot(NamedTuple):
    """What every part of the drawing stands on. `where` is each `hvor` on the axis below, in its own numbers."""

    figur: Figur
    where: dict[str, float]
    x: Scale
    y: Scale


def svg(figur: Figur) -> str:
    title, told = clean(figur.titel, lines=False), clean(figur.alternativ)
    mark = f"f{crc32(repr(figur).encode('utf-8', 'replace')):08x}"
    drawn = "\n".join(_drawn(figur))
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {WIDTH} {HEIGHT}" width="{WIDTH}" height="{HEIGHT}" '
        f'role="img" aria-labelledby="{mark}t {mark}d" font-family="{FONT}" font-size="{SIZE}" fill="{INK}">\n'
        f'<title id="{mark}t">{escape(title)}</title>\n<desc id="{mark}d">{escape(told)}</desc>\n{drawn}\n</svg>\n'
    )


def _drawn(figur: Figur) -> Iterator[str]:
    where = places(figur)
    values = _heights(figur, where)
    ticks = number_ticks(figur, values)
    y = Scale(ticks[0], ticks[-1], HEIGHT - BOTTOM, TOP)
    yield from _numbers(figur, ticks if where else ticks[:1], y)
    if not where:
        yield _text((LEFT + WIDTH - RIGHT) / 2, HEIGHT / 2, EMPTY, "middle")
        return
    plot = Plot(figur, where, _along(figur, where), y)
    yield from _days(plot)
    yield from _bars(plot) if figur.art == "sojler" else _courses(plot)


def _heights(figur: Figur, where: dict[str, float]) -> list[float]:
    if figur.art != "sojler":
        return [one.tal for serie in figur.serier for one in serie.malinger]
    return [sum(one.tal for serie in figur.serier for one in serie.malinger if one.hvor == hvor) for hvor in where]


def _along(figur: Figur, where: dict[str, float]) -> Scale:
    """With room beside the first and the last: half a bar, or a step that holds on."""
    first, last = min(where.values()), max(where.values())
    span = last - first
    before = 0.5 if figur.art == "sojler" else (span or 14) * 0.04
    after = (span or 14) * 0.12 if figur.art == "trappe" else before
    return Scale(first - before, last + after, LEFT, WIDTH - RIGHT)


def _numbers(figur: Figur, ticks: Sequence[float], y: Scale) -> Iterator[str]:
    if figur.enhed:
        yield _text(4, 14, clean(figur.enhed, lines=False), ink=AXIS)
    for tick in ticks:
        height = y.at(tick)
        ink = AXIS if tick == ticks[0] else GRID
        yield f'<path d="M{LEFT} {height}H{WIDTH - RIGHT}" stroke="{ink}" stroke-width="1" fill="none"/>'
        yield _text(LEFT - 6, height + 5, number(tick), "end", AXIS)


def _days(plot: Plot) -> Iterator[str]:
    names = named_places(plot.where)
    positions = [plot.x.at(place) for place in plot.where.values()]
    slot = (WIDTH - RIGHT - LEFT) / len(positions)
    longest = max(map(len, names.values()))
    room = min(longest, 12) * LETTER + 6
    for kept in with_room(positions, room):
        name = names[list(plot.where)[kept]]
        cut = _cut(clean(name, lines=False), max(int(max(slot, room) / LETTER), 6))
        yield f'<path d="M{positions[kept]} {HEIGHT - BOTTOM}v4" stroke="{AXIS}" stroke-width="1" fill="none"/>'
        yield _text(positions[kept], HEIGHT - BOTTOM + 18, cut, "middle", AXIS)


def _courses(plot: Plot) -> Iterator[str]:
    """Lines first, then their marks, then the words: nothing written is crossed by a later line."""
    series = [(serie, _points(plot, serie), style) for serie, style in _styled(plot.figur)]
    for _, points, style in series:
        if points:
            yield _line(plot, points, style)
    for _, points, style in series:
        if len(points) <= MOST_MARKS:
            yield from (_mark(style, x, y) for x, y, _ in points)
    if all(len(points) <= MOST_VALUES for _, points, _ in series):
        yield from _values(series, plot.figur.art == "trappe")
    ends = [(serie.navn, points[-1][1], style, points[-1][2]) for serie, points, style in series if points]
    yield from _names(plot, ends)


def _points(plot: Plot, serie: Serie) -> list[Point]:
    found = sorted(serie.malinger, key=lambda one: plot.where[one.hvor])
    return [(plot.x.at(plot.where[one.hvor]), plot.y.at(one.tal), one.tal) for one in found]


def _line(plot: Plot, points: Sequence[Point], style: Style) -> str:
    x, y, _ = points[0]
    path = f"M{x} {y}"
    for x, y, _ in points[1:]:
        path += f"H{x}V{y}" if plot.figur.art == "trappe" else f"L{x} {y}"
    if plot.figur.art == "trappe":
        path += f"H{WIDTH - RIGHT}"
    dash = f' stroke-dasharray="{style.dash}"' if style.dash else ""
    return f'<path d="{path}" stroke="{style.ink}" stroke-width="2.5" fill="none" stroke-linejoin="round"{dash}/>'


def _mark(style: Style, x: float, y: float) -> str:
    """Filled and hollow in turn: where two lie on one spot, both are seen."""
    if style.mark == "circle":
        return f'<circle cx="{x}" cy="{y}" r="3.5" fill="{style.ink}"/>'
    corners = {
        "square": ((-5, -5), (5, -5), (5, 5), (-5, 5)),
        "triangle": ((0, -5), (5, 4), (-5, 4)),
        "diamond": ((0, -7), (7, 0), (0, 7), (-7, 0)),
    }[style.mark]
    shape = " ".join(f"{round(x + right, 1)},{round(y + down, 1)}" for right, down in corners)
    fill = style.ink if style.mark == "triangle" else "none"
    return f'<polygon points="{shape}" fill="{fill}" stroke="{style.ink}" stroke-width="1.8"/>'


def _values(series: Sequence[tuple[Serie, list[Point], Style]], is_steps: bool) -> Iterator[str]:
    """What each change came to, where there is room above or below it; the last is told beside the name."""
    marks = [(point, style) for _, points, style in series for point in points]
    taken = [Box(x - 6, y - 6, x + 6, y + 6) for (x, y, _), _ in marks]
    for _, points, style in series:
        changed = [one for place, one in enumerate(points[:-1]) if place == 0 or one[2] != points[place - 1][2]]
        for x, y, value in changed:
            text = number(value)
            half = len(text) * LETTER / 2 + 1
            middle = x + half + 1 if is_steps else x  # beside the upright of a step, not across it
            spots = (Box(middle - half, y + down - 11, middle + half, y + down + 2) for down in (-10, 22))
            spot = next((one for one in spots if one.bottom < HEIGHT - BOTTOM and not one.meets(taken)), None)
            if spot is not None:
                taken.append(spot)
                yield _text(middle, spot.bottom - 2, text, "middle", style.ink)


def _bars(plot: Plot) -> Iterator[str]:
    slot = (WIDTH - RIGHT - LEFT) / len(plot.where)
    wide = round(min(slot * 0.7, 46), 1)
    base = dict.fromkeys(plot.where, 0.0)
    ends = []
    for serie, style in _styled(plot.figur):
        for one in serie.malinger:
            top, bottom = sorted((plot.y.at(base[one.hvor] + one.tal), plot.y.at(base[one.hvor])))
            middle = plot.x.at(plot.where[one.hvor])
            yield _bar(round(middle - wide / 2, 1), top, wide, round(bottom - top, 1), style)
            if bottom - top >= LINE and wide >= 18:
                yield _text(middle, (top + bottom) / 2 + 4.5, number(one.tal), "middle", style.on_fill)
            base[one.hvor] += one.tal
        if serie.malinger:
            last = max(serie.malinger, key=lambda one: plot.where[one.hvor])
            ends.append((serie.navn, plot.y.at(base[last.hvor] - last.tal / 2), style, None))
    yield from _names(plot, ends)


def _bar(x: float, y: float, width: float, height: float, style: Style) -> str:
    return (
        f'<rect x="{x}" y="{y}" width="{width}" height="{height}" '
        f'fill="{style.fill}" stroke="{STYLES[0].ink}" stroke-width="1"/>'
    )


def _names(plot: Plot, ends: Sequence[tuple[str, float, Style, float | None]]) -> Iterator[str]:
    """Beside what they name: a piece of the line or the bar, the name, and for a line its last number."""
    told = [
        _lines(f"{clean(name, lines=False)} {number(value)}" if value is not None else clean(name, lines=False))
        for name, _, _, value in ends
    ]
    middles = apart([y for _, y, _, _ in ends], [len(lines) * LINE for lines in told], 8, HEIGHT - 4)
    x = WIDTH - RIGHT + 6
    for (_, _, style, value), lines, middle in zip(ends, told, middles, strict=True):
        if value is None:
            yield _bar(x, middle - 5, 10, 10, style)
        else:
            dash = f' stroke-dasharray="{style.dash}"' if style.dash else ""
            yield f'<path d="M{x} {middle}h12" stroke="{style.ink}" stroke-width="2.5" fill="none"{dash}/>'
        for place, line in enumerate(lines):
            yield _text(x + 17, middle + 4.5 + (place - (len(lines) - 1) / 2) * LINE, line)


def _lines(text: str) -> list[str]:
    """A long name over a few lines; the number at its end is never cut away."""
    *words, last = text.split() or [""]
    lines = [""]
    for word in words:
        grown = f"{lines[-1]} {word}".strip()
        lines = [*lines[:-1], grown] if len(grown) <= NAME_LINE or not lines[-1] else [*lines, word]
    if len(lines) > NAME_LINES:
        lines = [*lines[: NAME_LINES - 1], f"{lines[NAME_LINES - 1]} …"]
    lines = [_cut(line, NAME_LINE) for line in lines]
    last = _cut(last, NAME_LINE)
    joined = f"{lines[-1]} {last}".strip()
    return [*lines[:-1], joined] if len(joined) <= NAME_LINE else [*lines, last]


def _cut(text: str, most: int) -> str:
    return text if len(text) <= most else f"{text[: most - 1].rstrip()}…"


def _styled(figur: Figur) -> Iterator[tuple[Serie, Style]]:
    return ((serie, STYLES[place % len(STYLES)]) for place, serie in enumerate(figur.serier))


def _text(x: float, y: float, text: str, anchor: str = "start", ink: str = INK) -> str:
    place = f'x="{round(x, 1)}" y="{round(y, 1)}" text-anchor="{anchor}" fill="{ink}"'
    return f"<text {place}>{escape(text)}</text>"
