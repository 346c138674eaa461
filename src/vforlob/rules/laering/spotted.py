"""Where a word stands in a text, however its letters are written: Æ-7 is found in "ae-7". Knows no case.

What is searched for is folded as everywhere; the answer is places in the text as it was typed.
"""

from typing import NamedTuple

from vforlob.model.text import fold, search_fold

# Two letters that fold to one; in the order they are folded.
_PAIRS = (("o", "e", "o"), ("a", "a", "a"))


class Span(NamedTuple):
    """`start` is the first letter, `end` the one after the last."""

    start: int
    end: int


class Mapped(NamedTuple):
    """A folded text, and where each of its letters stands in the text it was made of."""

    text: str
    spans: tuple[Span, ...]


def mapped(text: str) -> Mapped:
    """As search_fold has it, but with the spaces at the ends."""
    letters = [(ch, Span(at, at + 1)) for at, typed in enumerate(text) for ch in _folded(typed)]
    for first, second, one in _PAIRS:
        letters = _joined(letters, first, second, one)
    letters = _without_runs([(ch, span) for typed, span in letters for ch in _plain(typed)])
    return Mapped("".join(ch for ch, _ in letters), tuple(span for _, span in letters))


def _folded(typed: str) -> str:
    """Of one letter; what stands between words is a space. Accents go later: "oé" is no ø."""
    return " " if typed.isspace() else fold(typed)


def _plain(folded: str) -> str:
    return folded if folded.isascii() else search_fold(f"x{folded}x")[1:-1]


def _joined(letters: list[tuple[str, Span]], first: str, second: str, one: str) -> list[tuple[str, Span]]:
    found: list[tuple[str, Span]] = []
    at = 0
    while at < len(letters):
        ch, span = letters[at]
        if ch == first and at + 1 < len(letters) and letters[at + 1][0] == second:
            found.append((one, Span(span.start, letters[at + 1][1].end)))
            at += 2
        else:
            found.append((ch, span))
            at += 1
    return found


def _without_runs(letters: list[tuple[str, Span]]) -> list[tuple[str, Span]]:
    return [it for at, it in enumerate(letters) if it[0] != " " or at == 0 or letters[at - 1][0] != " "]


def spots(text: Mapped, wanted: str, *, whole: bool = False) -> tuple[Span, ...]:
    """Every place, left to right, none inside another. With `whole` only where no letter or digit stands beside it,
    but for the s of a genitive.
    """
    folded = search_fold(wanted)
    found: list[Span] = []
    at = text.text.find(folded) if folded else -1
    while at >= 0:
        end = at + len(folded)
        if not whole or _stands_alone(text.text, at, end):
            found.append(Span(text.spans[at].start, text.spans[end - 1].end))
            at = text.text.find(folded, end)
        else:
            at = text.text.find(folded, at + 1)
    return tuple(found)


def _stands_alone(text: str, at: int, end: int) -> bool:
    return not _is_inside(text[at - 1 : at]) and any(
        not _is_inside(text[end + more : end + more + 1]) for more in _genitive(text, end)
    )


def _genitive(text: str, end: int) -> tuple[int, ...]:
    """How many letters after it may belong to it."""
    if text[end : end + 2] == "'s":
        return (0, 2)
    return (0, 1) if text[end : end + 1] == "s" else (0,)


def _is_inside(ch: str) -> bool:
    return ch.isalnum()


def marked(text: str, spans: tuple[Span, ...], before: str = "[", after: str = "]") -> str:
    """The text with a sign on both sides of each place."""
    parts, at = [], 0
    for span in spans:
        parts += [text[at : span.start], before, text[span.start : span.end], after]
        at = span.end
    return "".join((*parts, text[at:]))
