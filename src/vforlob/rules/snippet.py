"""The part of a text around what was found, as wide as there is room for. Knows no screen and no colour."""

from typing import NamedTuple

from vforlob.rules.sogning import Spans

MORE = "…"
# So much of the room stands before the first hit, and as much behind it where the text begins with it.
_AROUND = 3


class Snippet(NamedTuple):
    """One line. `marks` are from where to where in it the hits stand."""

    text: str
    marks: Spans


def snippet(text: str, found: Spans, width: int) -> Snippet:
    """At most `width` columns of the text, on one line, with the first hit in it; where it is cut a sign says so."""
    line, marks = _on_one_line(text, found)
    if columns(line) <= width:
        return Snippet(line, marks)
    first = marks[0] if marks else (0, 0)
    start = _start(line, first, width)
    end = _end(line, start, first, width)
    before, after = (MORE if start else ""), (MORE if end < len(line) else "")
    shift = len(before) - start
    kept = tuple(
        (max(begin, start) + shift, min(stop, end) + shift) for begin, stop in marks if begin < end and stop > start
    )
    return Snippet(f"{before}{line[start:end]}{after}", kept)


def columns(text: str) -> int:
    """How wide it stands on a screen: some signs take two places, marks take none."""
    if max(text, default="") < "\u0300":
        return len(text)
    from unicodedata import combining, east_asian_width  # late: plain Danish never needs its tables

    return sum(0 if combining(ch) else 2 if east_asian_width(ch) in "WF" else 1 for ch in text)


def _on_one_line(text: str, found: Spans) -> tuple[str, Spans]:
    """Runs of white space as one space, and the places moved with them."""
    kept: list[str] = []
    at = [0] * (len(text) + 1)
    for place, ch in enumerate(text):
        at[place] = len(kept)
        if not ch.isspace():
            kept.append(ch)
        elif kept and kept[-1] != " ":
            kept.append(" ")
    at[len(text)] = len(kept)
    line = "".join(kept).rstrip()
    return line, tuple((at[start], at[end]) for start, end in found)


def _start(line: str, first: tuple[int, int], width: int) -> int:
    """At the beginning of a word, with some of what leads up to the hit."""
    lead = width // _AROUND
    if columns(line[: first[1]]) + lead <= width:
        return 0
    start = first[0]
    while start > 0 and columns(line[start - 1 : first[0]]) + 1 <= lead:
        start -= 1
    if start and line[start - 1] != " ":
        space = line.find(" ", start, first[0])
        start = space + 1 if space >= 0 else first[0]
    return start


def _end(line: str, start: int, first: tuple[int, int], width: int) -> int:
    room = width - (1 if start else 0)
    if columns(line[start:]) <= room:
        return len(line)
    end = start
    used = 1  # the sign that it goes on
    while end < len(line) and used + columns(line[end]) <= room:
        used += columns(line[end])
        end += 1
    space = line.rfind(" ", max(start, first[1]), end + 1)
    return space if space > start and space >= first[1] else end
