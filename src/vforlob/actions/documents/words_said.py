"""Who said what, samtale by samtale, and the scores they gave: out of what a recipient is cleared for. No gate here."""

from collections.abc import Iterable, Iterator

from vforlob.actions.documents.blocks import items, section, table
from vforlob.actions.documents.frame import form_of
from vforlob.actions.documents.heard import Heard
from vforlob.actions.documents.lines import OWN_WORDS, capital, line, part_of, shown
from vforlob.actions.documents.sections import heading_of
from vforlob.model.dokument import Blok, Kolonne, Led
from vforlob.rules.cleared import ClearedPunkt
from vforlob.rules.danish import number, plain_date, short_date
from vforlob.rules.gate_tables import SIDE_OF
from vforlob.rules.voices import Voice
from vforlob.rules.voices_later import TITLES

WHO = {
    "borger": "Borgeren",
    "virksomhed": "Virksomheden",
    "mentor": "Mentoren",
    "": "Konsulenten",
    "konsulent": "Konsulenten",
}
Score = tuple[str, str, str, float]


def words_said(heards: Iterable[Heard], voice: Voice, skip: Iterable[str] = ()) -> Iterator[Blok]:
    """Newest first; each under the point it was said to. `skip` are points told elsewhere."""
    left_out = frozenset(skip)
    for heard in reversed(tuple(heards)):
        told = [_point(punkt, voice) for punkt in heard.punkter if punkt.punkt.id not in left_out]
        yield from section(_when(heard), items(led for led in told if led.under), level=3)


def _point(cleared: ClearedPunkt, voice: Voice) -> Led:
    punkt = cleared.punkt
    own = [felt for felt in punkt.single_felter if part_of(punkt, felt) in SIDE_OF and felt.kind in OWN_WORDS]
    lines = [line(punkt, felt, cleared.values[felt.id], voice) for felt in own if felt.id in cleared.values]
    return Led(heading_of(punkt, voice), under=tuple(Led(one.tekst, one.navn) for one in lines))


def _when(heard: Heard) -> str:
    agenda, how = heard.held.agenda, form_of(heard.held)
    name = TITLES.get(agenda.id, agenda.title)
    return f"{name} den {plain_date(heard.samtale.dato)}{f', {how}' if how else ''}"


def scores_in(heards: Iterable[Heard]) -> Iterator[Score]:
    """What was scored, by whom, on which day, and how much."""
    for heard in heards:
        for cleared in heard.punkter:
            punkt = cleared.punkt
            for felt in punkt.single_felter:
                if felt.kind == "skala" and felt.id in cleared.values:
                    yield punkt.text, part_of(punkt, felt), heard.samtale.dato, _number(cleared.values[felt.id])
            for row in cleared.rows:
                first = next((felt for felt in punkt.row_felter if felt.id in row.values), None)
                for felt in punkt.row_felter:
                    if felt.kind == "skala" and felt.id in row.values and first is not None:
                        theme = capital(shown(first, row.values[first.id])) if first.kind != "skala" else punkt.text
                        yield theme, felt.part, heard.samtale.dato, _number(row.values[felt.id])


def score_table(heards: Iterable[Heard], *, with_who: bool) -> tuple[Blok, ...]:
    """First and newest score of each theme, and who gave it."""
    found: dict[tuple[str, str], list[tuple[str, float]]] = {}
    for theme, who, day, score in scores_in(heards):
        found.setdefault((theme, who), []).append((day, score))
    columns = (Kolonne("Tema", bredde=3), Kolonne("Hvem", bredde=2), Kolonne("Først", "tal"), Kolonne("Seneste", "tal"))
    rows = []
    for (theme, who), given in found.items():
        first = _score(*given[0]) if len(given) > 1 else ""
        rows.append((theme, WHO.get(who, who) if with_who else "", first, _score(*given[-1])))
    return table("Fra 1 (lavest) til 5 (højest)", columns, rows)


def _score(day: str, score: float) -> str:
    """4 (20/11)"""
    return f"{number(score)} ({short_date(day)})"


def _number(value: object) -> float:
    return float(value) if isinstance(value, int | float) else 0.0
