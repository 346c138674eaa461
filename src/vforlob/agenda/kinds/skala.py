"""skala: a step between two ends, with a text for each step. Outside the ends is a fault. Knows no screen."""

from datetime import date

from vforlob.agenda.kinds.kind import Kind, refuse_empty
from vforlob.errors.answer import BadAnswer
from vforlob.model.agenda import Felt
from vforlob.model.answers import Value
from vforlob.model.text import clean, fold
from vforlob.rules.danish import listed, quoted

FIRST, LAST = 1, 5


def read(raw: object, felt: Felt, _today: date) -> int:
    refuse_empty(raw)
    first, last = ends(felt)
    step = _step(raw, felt, first)
    if step is None or not first <= step <= last:
        raise BadAnswer(
            f"{quoted(str(raw))} er ikke et trin på skalaen. Skriv et tal fra {first} til {last}{_said(felt)}."
        )
    return step


def show(value: Value, felt: Felt) -> str:
    """4 (går godt); without texts 4 af 5."""
    if not isinstance(value, int):
        return str(value)
    anchor = anchor_of(value, felt)
    return f"{value} ({anchor})" if anchor else f"{value} af {ends(felt)[1]}"


def ends(felt: Felt) -> tuple[int, int]:
    first = FIRST if felt.min is None else int(felt.min)
    if felt.max is not None:
        return first, int(felt.max)
    return first, first + len(felt.anchors) - 1 if felt.anchors else max(LAST, first)


def anchor_of(step: int, felt: Felt) -> str:
    index = step - ends(felt)[0]
    return clean(felt.anchors[index], lines=False) if 0 <= index < len(felt.anchors) else ""


def _step(raw: object, felt: Felt, first: int) -> int | None:
    if isinstance(raw, str):
        for index, anchor in enumerate(felt.anchors):
            if anchor and fold(raw).strip() == fold(anchor).strip():
                return first + index
        from vforlob.rules.numbers import read_number  # late: its patterns are only needed for an answer

        try:
            raw = read_number(raw)
        except BadAnswer:
            return None
    if isinstance(raw, bool) or not isinstance(raw, int | float) or raw != raw or abs(raw) > 10**6 or raw != int(raw):
        return None
    return int(raw)


def _said(felt: Felt) -> str:
    first = ends(felt)[0]
    texts = [f"{first + i} {clean(anchor, lines=False)}" for i, anchor in enumerate(felt.anchors) if anchor]
    return f": {listed(texts, 'eller')}" if texts else ""


SKALA = Kind("skala", read, show, "skala")
