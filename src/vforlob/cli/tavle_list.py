"""Openings in columns, one of them whole, and what a line narrows them to. Paints lines, reads nothing."""

from collections.abc import Iterable, Sequence
from datetime import date
from typing import Any, NamedTuple

from vforlob.actions.record_kinds.jobabning import ART, STATUS
from vforlob.cli.layout import for_you, one_line, side_by_side, wrap_told
from vforlob.cli.page_parts import beside, heading
from vforlob.cli.record_lists import PAGE, columns
from vforlob.errors.answer import BadAnswer
from vforlob.errors.use import WrongUse
from vforlob.model.text import search_fold
from vforlob.rules.danish import counted, long_date, number, quoted, short_date, with_unit
from vforlob.rules.tavle import OPEN, Opening, is_late

_ARTS, _STATUS = ({choice.id: choice.text for choice in choices} for choices in (ART, STATUS))
OWN = "dig"
_PAD = "\ue000"  # room that a table does not take for the end of a word


class Narrow(NamedTuple):
    """`most` None: any number of hours. `branche` is a part of a word."""

    most: float | None = None
    branche: str = ""


def narrow_of(max_timer: str, branche: str) -> Narrow:
    from vforlob.rules.numbers import read_number  # late: its patterns are only needed when a number is typed

    if not max_timer:
        return Narrow(None, branche.strip())
    try:
        return Narrow(read_number(max_timer, "timer"), branche.strip())
    except BadAnswer as bad:
        raise WrongUse(f"--max-timer: {bad.sentence}", command="jobåbning liste") from None


def narrowed(openings: Iterable[Opening], narrow: Narrow) -> tuple[Opening, ...]:
    """An opening whose hours nobody has said is not known to be small."""
    return tuple(it for it in openings if _fits(it, narrow))


def _fits(opening: Opening, narrow: Narrow) -> bool:
    hours = opening.jobabning.timer
    if narrow.most is not None and (hours is None or hours > narrow.most):
        return False
    return search_fold(narrow.branche) in search_fold(opening.virksomhed.branche or "")


def list_lines(found: Sequence[Opening], narrow: Narrow, everything: bool, today: date, width: int) -> list[str]:
    asked = f" på højst {with_unit(narrow.most, 'timer')} om ugen" if narrow.most is not None else ""
    asked += f" i branchen {quoted(narrow.branche)}" if narrow.branche else ""
    if not found:
        kind = "jobåbninger" if everything else "åbne jobåbninger"
        said = f"Der er ingen {kind}{asked}. Skriv en: vforlob jobåbning ny"
        return [f" {line}" for line in wrap_told(said, width - 2)]
    shown = found if everything else found[:PAGE]
    late = sum(it.jobabning.status == OPEN and is_late(it.jobabning, today) for it in found)
    title = f"{counted(len(found), 'jobåbning', 'jobåbninger')}{asked}{f' · {late} over fristen' if late else ''}"
    more = [f" Der er {len(found) - len(shown)} mere. Se dem alle med --alle."] if len(found) > len(shown) else []
    steps = side_by_side("vforlob jobåbning vis NR · ret NR · ny v4   vforlob tavle", width)
    return [*for_you(title, width), "", *_table(shown, today, width), "", *steps, *more]


def _table(page: Sequence[Opening], today: date, width: int) -> list[str]:
    rows = [
        (
            str(it.jobabning.nr),
            it.virksomhed.navn,
            it.jobabning.opgaver or "",
            _hours(it),
            _deadline(it, today),
            it.jobabning.fra or OWN,
        )
        for it in page
    ]
    lines = columns(("", "Virksomhed", "Opgaver", "Timer", "Svar senest", "Delt af"), rows, width)
    return [line.replace(_PAD, " ") for line in lines]


def _hours(opening: Opening) -> str:
    """The decimals line up."""
    hours = opening.jobabning.timer
    if hours is None:
        return ""
    whole, comma, part = number(hours).partition(",")
    return f"{whole:{_PAD}>2}{comma}{part}"


def _deadline(opening: Opening, today: date) -> str:
    own = opening.jobabning
    if own.status != OPEN:
        return _STATUS[own.status].split(" ")[0].lower()
    if not own.frist:
        return "løbende"
    return f"{short_date(own.frist, today)}{' over tid' if is_late(own, today) else ''}"


def opening_screen(opening: Opening, today: date, width: int) -> list[str]:
    own, place = opening.jobabning, opening.virksomhed
    late = ", over tid" if own.status == OPEN and is_late(own, today) else ""
    told = (
        ("Virksomhed", f"v{place.nr} {place.navn}{f', {place.sted}' if place.sted else ''}"),
        ("Branche", place.branche),
        ("Opgaver", own.opgaver),
        ("Timer om ugen", number(own.timer) if own.timer else None),
        ("Slags åbning", _ARTS.get(own.art, own.art) if own.art else None),
        ("Svar senest", f"{long_date(own.frist)}{late}" if own.frist else "løbende"),
        ("Status", _STATUS.get(own.status, own.status)),
        ("Delt af", own.fra or "dig selv"),
    )
    lines = [line for name, text in told if text for line in beside(name, one_line(text), width)]
    return [*heading(f"Jobåbning {own.nr} · {one_line(place.navn)}", width), "", *lines]


def opening_json(opening: Opening, today: date) -> dict[str, Any]:
    from vforlob.cli.record_json import record_json  # only for machines

    place = opening.virksomhed
    late = opening.jobabning.status == OPEN and is_late(opening.jobabning, today)
    return record_json(opening.jobabning) | {
        "virksomhed_navn": place.navn,
        "branche": place.branche,
        "sted": place.sted,
        "over_tid": "ja" if late else "nej",
    }
