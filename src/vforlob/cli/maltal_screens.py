"""The targets on the screen: this month and the next beside those that have ended. Paints lines, decides nothing."""

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from vforlob.cli.layout import for_you, wrap
from vforlob.rules.danish import number
from vforlob.rules.maltal import BUILT_IN, OWN_SOURCE, Kept, Target
from vforlob.rules.months_typed import month_in_short, month_title

NAME, BEFORE = 26, 2
ROOMY = 76
NONE, STAR = "-", "*"
CORRECTED = "* senere rettet."


class Months(NamedTuple):
    """This month's rows, and the next month's by name."""

    now: Sequence[Target]
    ahead: Sequence[Target]

    def ahead_of(self, navn: str) -> Target | None:
        return next((it for it in self.ahead if it.navn == navn), None)


def list_lines(months: Months, title: str, width: int, plain: bool) -> list[str]:
    head = [*for_you(f"Måltal · {title}", width), ""]
    if plain or width < ROOMY:
        return [*head, *(line for it in months.now for line in _told(it, months.ahead_of(it.navn), width))]
    return [*head, *_table(months)]


def _table(months: Months) -> list[str]:
    shown = _shown_months(months.now)
    this, ahead = months.now[0].maned, months.ahead[0].maned
    top = f" {'':{NAME}}{month_in_short(this):>6}{'':14}{month_in_short(ahead, this):>8}"
    names = f" {'':{NAME}}{'mål':>6}{'nu':>6}{'mangler':>8}{'mål':>8}{'mangler':>8}"
    names += "".join(f"{month_in_short(maned, this):>8}" for maned in shown)
    rows = [_row(it, months.ahead_of(it.navn), shown) for it in months.now]
    lines = [top.rstrip(), names, *rows]
    return (
        [*lines, "", f" {CORRECTED} Se hvordan: vforlob måltal vis igang"]
        if any(STAR in row for row in rows)
        else lines
    )


def _shown_months(rows: Sequence[Target]) -> tuple[str, ...]:
    return tuple(sorted({one.maned for it in rows for one in it.kept}, reverse=True)[:BEFORE])


def _row(it: Target, ahead: Target | None, shown: Sequence[str]) -> str:
    name = it.tekst if len(it.tekst) < NAME else f"{it.tekst[: NAME - 2]}…"
    later = (ahead.antal, ahead.mangler) if ahead else (None, None)
    cells = f"{_cell(it.antal):>6}{_cell(it.faktisk):>6}{_cell(it.mangler):>8}{_cell(later[0]):>8}{_cell(later[1]):>8}"
    before = {one.maned: one for one in it.kept}
    return f" {name:{NAME}}{cells}" + "".join(f"{_starred(before.get(maned)):>8}" for maned in shown)


def _starred(kept: Kept | None) -> str:
    return NONE if kept is None else f"{number(kept.now)}{STAR if kept.rettet is not None else ''}"


def _cell(tal: float | None) -> str:
    return NONE if tal is None else number(tal)


def _told(it: Target, ahead: Target | None, width: int) -> Iterator[str]:
    """In sentences, for a narrow screen and for whoever listens."""
    parts = [f"{it.tekst}: {_against(it)}"]
    if ahead is not None and ahead.antal is not None:
        parts.append(
            f"{month_title(ahead.maned).capitalize()}: mål {number(ahead.antal)}, mangler {_cell(ahead.mangler)}."
        )
    before = [f"{month_in_short(one.maned, it.maned)} {told_kept(one)}" for one in it.kept[:BEFORE]]
    if before:
        parts.append(f"Før: {'; '.join(before)}.")
    first, *rest = wrap(" ".join(parts), width - 4)
    yield f" {first}"
    yield from (f"   {line}" for line in rest)


def _against(it: Target) -> str:
    now = "ikke talt" if it.faktisk is None else f"nu {number(it.faktisk)}"
    if it.antal is None:
        return f"{now}, intet mål."
    return f"mål {number(it.antal)}, {now}, mangler {_cell(it.mangler)}."


def told_kept(kept: Kept) -> str:
    """ "11, senere rettet til 12": a month stands as it was, and says what was found out since."""
    was = number(kept.tal)
    return was if kept.rettet is None else f"{was}, senere rettet til {number(kept.rettet)}"


class OneMonth(NamedTuple):
    """A line of the page of one figure. `nr` is the target's number, 0 where none was set."""

    maned: str
    antal: float | None
    nr: int = 0
    kept: Kept | None = None
    faktisk: float | None = None
    mangler: float | None = None


def figure_lines(it: Target, months: Sequence[OneMonth], width: int) -> list[str]:
    """The page of one figure: what is counted and who asks for it, and every month."""
    known = BUILT_IN.get(it.navn)
    counted = known.taeller if known else f"Det, der passer på: {it.filter or 'intet filter'}"
    lines = [*for_you(f"Måltal · {it.tekst}", width), ""]
    lines += [f" {line}" for line in wrap(counted, width - 2)]
    lines += [f" {line}" for line in wrap(f"Kilde: {known.kilde if known else OWN_SOURCE}", width - 2)]
    return [*lines, "", *(line for month in months for line in _month(month, width))]


def _month(month: OneMonth, width: int) -> Iterator[str]:
    aim = f"mål {number(month.antal)}" if month.antal is not None else ""
    text = ""
    if month.kept is not None:
        text = told_kept(month.kept)
    elif month.faktisk is not None:
        text = f"nu {number(month.faktisk)}" + (
            f", mangler {number(month.mangler)}" if month.mangler is not None else ""
        )
    number_of = f"(måltal {month.nr})" if month.nr else ""
    line = f"{month_title(month.maned):<16}{aim:<10}{text:<30}{number_of}"
    if width < ROOMY:
        line = " · ".join(part for part in (month_title(month.maned), aim, text, number_of) if part)
    first, *rest = wrap(line, width - 2) if width < ROOMY else [line.rstrip()]
    yield f" {first}"
    yield from (f"   {part}" for part in rest)
