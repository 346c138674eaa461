"""Read one answer as it was written by hand: as its kind reads it, or with a little more good will. Knows no number."""

from datetime import date
from typing import NamedTuple

from vforlob.agenda.kinds import KINDS
from vforlob.agenda.kinds.choices import folded
from vforlob.errors.answer import BadAnswer
from vforlob.errors.cpr import LooksLikeCpr
from vforlob.model.agenda import Felt
from vforlob.model.answers import Value

_SHORTEST = 2
_BETWEEN = (" og ", " + ", "/", "\n")


class Taken(NamedTuple):
    """`rest` are the lines under the answer that are none of it. `masked`: a cpr number was hidden."""

    value: Value
    rest: str = ""
    masked: bool = False


def take(raw: str, felt: Felt, today: date) -> Taken:
    """Raises BadAnswer with what is wrong."""
    try:
        return _take(raw, felt, today)
    except BadAnswer as refused:
        first, _, rest = raw.partition("\n")
        if not rest or not first.strip():
            raise
        try:
            return _take(first, felt, today)._replace(rest=rest)
        except BadAnswer:
            raise refused from None


def _take(raw: str, felt: Felt, today: date) -> Taken:
    read = KINDS[felt.kind].read
    try:
        return Taken(read(raw, felt, today))
    except LooksLikeCpr as error:
        return Taken(read(error.masked, felt, today), masked=True)
    except BadAnswer:
        spelt = _SPELT.get(felt.kind, _as_is)(raw, felt)
        if spelt is None:
            raise
        return Taken(read(spelt, felt, today))


def _as_is(_raw: str, _felt: Felt) -> object:
    return None


def _choice(raw: str, felt: Felt) -> str | None:
    """The one choice that begins like that: on paper a long one is written short."""
    wanted = folded(raw)
    if len(wanted) < _SHORTEST:
        return None
    near = [choice.id for choice in felt.choices if any(folded(name).startswith(wanted) for name in choice)]
    return near[0] if len(near) == 1 else None


def _choices(raw: str, felt: Felt) -> object:
    for sign in _BETWEEN:
        raw = raw.replace(sign, ",")
    parts = [part.strip() for part in raw.split(",") if part.strip()]
    known = {folded(name): choice.id for choice in felt.choices for name in choice}
    found = [known.get(folded(part)) or _choice(part, felt) for part in parts]
    return [part for part in found if part] if parts and all(found) else None


def _step(raw: str, _felt: Felt) -> str | None:
    """4/5 and 4 af 5."""
    step, _, last = raw.replace(" af ", "/").partition("/")
    return step if last.strip().isdecimal() else None


_SPELT = {"valg": _choice, "flervalg": _choices, "skala": _step}
