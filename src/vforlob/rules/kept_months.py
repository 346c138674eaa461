"""Figures that were frozen, and what they are corrected by afterwards. Knows no storage and no figure by name."""

from collections.abc import Mapping

from vforlob.model.accounts import Maned
from vforlob.rules.maltal import is_own
from vforlob.rules.manedstal import DECIMALS, OUTCOME

# Not figures but what keeps them: how much had been emptied for good, and what those people counted for.
GONE, KEPT_FROM_GONE = "slettet", "slettet:"


def frozen(maned: str, counted: Mapping[str, float], gone: float) -> list[Maned]:
    """A month that has no figures yet."""
    return [Maned(0, maned, navn, float(tal)) for navn, tal in {**counted, GONE: gone}.items()]


def corrected(maned: str, known: Mapping[str, Maned], counted: Mapping[str, float], gone: float) -> list[Maned]:
    """The rows that become different because something was dated back into the month; a new one has the number 0.

    When somebody has been deleted for good since, what she counted for is kept beside the figures: they stand, and
    what is dated back after that is corrected as before. A figure that the program did not have then is no correction.
    """
    new = [Maned(0, maned, navn, float(tal)) for navn, tal in counted.items() if navn not in known and _is_fixed(navn)]
    known = {**known, **{row.navn: row for row in new}}
    before = known.get(GONE)
    if before is not None and before.tal + before.rettelse != gone:
        return [*new, before._replace(rettelse=gone - before.tal), *_made_up_for(maned, known, counted)]
    rows = new
    for navn in _compared(known, counted):
        row = known.get(navn, Maned(0, maned, navn))
        rettelse = round(counted.get(navn, 0) + _made_up(known, navn) - row.tal, DECIMALS)
        if rettelse != row.rettelse:
            rows.append(row._replace(rettelse=float(rettelse)))
    return rows


def _made_up_for(maned: str, known: Mapping[str, Maned], counted: Mapping[str, float]) -> list[Maned]:
    rows = []
    for navn in _compared(known, counted):
        row, beside = known.get(navn), known.get(KEPT_FROM_GONE + navn, Maned(0, maned, KEPT_FROM_GONE + navn))
        lost = round((row.tal + row.rettelse if row else 0.0) - counted.get(navn, 0), DECIMALS)
        if lost != beside.rettelse:
            rows.append(beside._replace(rettelse=float(lost)))
    return rows


def _compared(known: Mapping[str, Maned], counted: Mapping[str, float]) -> list[str]:
    """Of an own figure that is counted otherwise since, or was not counted then, the month stands as it is."""
    figures = {navn for navn in known if navn != GONE and not navn.startswith(KEPT_FROM_GONE)}
    return sorted(navn for navn in figures | set(counted) if not is_own(navn) or (navn in known and navn in counted))


def _is_fixed(navn: str) -> bool:
    """Every month has it; an outcome only where there was one."""
    return not is_own(navn) and not navn.startswith(OUTCOME)


def _made_up(known: Mapping[str, Maned], navn: str) -> float:
    beside = known.get(KEPT_FROM_GONE + navn)
    return beside.rettelse if beside else 0.0
