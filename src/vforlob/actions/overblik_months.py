"""The figures of the months that have ended beside those of today, for plots and sheets. Knows no screen."""

from datetime import date

from vforlob.actions.overblik import Row, Shown
from vforlob.model.dokument import Figur, Maling, Serie
from vforlob.rules.danish import listed, month_name, number

PLOTTED = (("igang", "fastholdt"), ("cv",), ("lontimer",), ("opfolgning",))
SHORTEST = 2  # a line needs two points


def months_of(shown: Shown) -> tuple[str, ...]:
    """Those that have a figure, the oldest first."""
    return tuple(sorted({maned for row in shown.rows for maned, _ in row.before}))


def month_figures(shown: Shown) -> tuple[Figur, ...]:
    """What has moved since the first month that was kept; the last point is today."""
    rows = {row.navn: row for row in shown.rows}
    found = [
        _figure([rows[navn] for navn in together if navn in rows], date.fromisoformat(shown.overblik.dag))
        for together in PLOTTED
    ]
    return tuple(figur for figur in found if figur is not None)


def _figure(rows: list[Row], today: date) -> Figur | None:
    drawn = [(row, _points(row, today)) for row in rows]
    series = [Serie(row.tekst, tuple(points)) for row, points in drawn if len(points) >= SHORTEST]
    if not series:
        return None
    told = " ".join(_told(row, points) for row, points in drawn if len(points) >= SHORTEST)
    return Figur(listed([serie.navn for serie in series]), "linje", tuple(series), told, fra=0)


def _points(row: Row, today: date) -> list[Maling]:
    """A month stands at its last day."""
    points = [Maling(_end(maned), tal) for maned, tal in sorted(row.before)]
    return [*points, Maling(today.isoformat(), row.nu)] if row.nu is not None else points


def _end(maned: str) -> str:
    from vforlob.rules.manedstal import last_day  # late: a screen without plots needs no calendar of months

    return last_day(maned)


def _told(row: Row, points: list[Maling]) -> str:
    *earlier, last = points
    parts = [f"{month_name(one.hvor)} {number(one.tal)}" for one in earlier]
    now = f", i dag {number(last.tal)}" if row.nu is not None else f" og {month_name(last.hvor)} {number(last.tal)}"
    return f"{row.tekst}: {', '.join(parts)}{now}."
