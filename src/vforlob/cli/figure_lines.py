"""Days met and scores as lines of a page "Kun til dig", with a bar for each time. Paints what was gathered."""

from collections.abc import Iterable, Iterator

from vforlob.cli.layout import one_line
from vforlob.cli.page_parts import stack
from vforlob.model.dokument import Figur, Serie
from vforlob.rules.danish import number
from vforlob.rules.sparkline import sparkline

COUNTED, SCORED = "sojler", "linje"
MOST = 12  # numbers that the eye still reads


def figure_lines(figurer: Iterable[Figur], width: int, drawn: bool) -> list[str]:
    """Hours have lines of their own on the page."""
    figurer = tuple(figurer)
    counted = [_days(figur, drawn) for figur in figurer if figur.art == COUNTED]
    scores = [_scores(figur, drawn) for figur in figurer if figur.art == SCORED]
    return [*stack("Fremmøde", counted, width), *stack("Svar fra 1 til 5", scores, width)]


def _days(figur: Figur, drawn: bool) -> str:
    """ "16 af 18 aftalte dage", and how large a part of them each time."""
    met, rest = ([one.tal for one in serie.malinger] for serie in figur.serier)
    shares = [came / (came + away) if came + away else None for came, away in zip(met, rest, strict=True)]
    bars = f"   {sparkline(shares, high=1)}" if drawn and len(shares) > 1 else ""
    return f"{number(sum(met))} af {number(sum(met) + sum(rest))} aftalte dage{bars}"


def _scores(figur: Figur, drawn: bool) -> str:
    return f"{one_line(figur.titel)} {' · '.join(_parts(figur, drawn))}"


def _parts(figur: Figur, drawn: bool) -> Iterator[str]:
    for serie in figur.serier:
        bars = f" {_bars(figur, serie)}" if drawn and len(serie.malinger) > 1 else ""
        yield f"{serie.navn} {', '.join(number(one.tal) for one in serie.malinger[-MOST:])}{bars}"


def _bars(figur: Figur, serie: Serie) -> str:
    return sparkline([one.tal for one in serie.malinger[-MOST:]], low=figur.fra or 0, high=figur.til)
