"""Scores over time, a plot a theme, as each recipient may have them. Knows no format, and the gate decides."""

from collections.abc import Iterable, Iterator, Mapping
from typing import NamedTuple

from vforlob.actions.documents.lines import capital, shown
from vforlob.actions.documents.sections import heading_of
from vforlob.agenda.kinds.skala import ends
from vforlob.model.agenda import Agenda, Felt, Punkt
from vforlob.model.answers import SVAR, Answers, row_values
from vforlob.model.case import Case, Held
from vforlob.model.dokument import Figur, Maling, Serie
from vforlob.model.samtale import Samtale
from vforlob.rules.cleared import document_scene, is_kept_from_employer
from vforlob.rules.danish import listed, number, plain_date
from vforlob.rules.gate import Row, may
from vforlob.rules.gate_tables import KONSULENT, OUTSIDE
from vforlob.rules.voices import VOICES, Voice

FINISHED = "faerdig"
SKALA = "skala"
# Who gave them, and how that begins a sentence; last what stands for a part nobody is named for.
PARTS = ("borger", "virksomhed", "mentor", "konsulent", "")
WHO = {
    "borger": ("borgeren", "Borgeren svarede"),
    "virksomhed": ("virksomheden", "Virksomheden svarede"),
    "mentor": ("mentoren", "Mentoren svarede"),
    "konsulent": ("konsulenten", "Konsulenten svarede"),
    "": ("svar", "Svaret var"),
}
YOU = {"borger": ("dit svar", "Du svarede"), "virksomhed": ("jeres svar", "I svarede")}


class Score(NamedTuple):
    theme: str
    part: str
    day: str
    value: float
    first: int
    last: int


def score_figures(
    case: Case, said: Mapping[int, Answers], agendas: Mapping[str, Agenda], recipient: str
) -> tuple[Figur, ...]:
    """The themes scored on two days or more, a series for each who gave scores. `said` are answers by the number of
    the samtale, `agendas` as they were asked, by their hash.
    """
    held = [
        Held(one, agendas[one.agenda_sha], said[one.nr], case, case.clearances, case.hensyn)
        for one in sorted(case.samtaler, key=_when)
        if one.status == FINISHED and one.nr in said and one.agenda_sha in agendas
    ]
    themes: dict[str, list[Score]] = {}
    for score in (score for one in held for score in _scores(one, recipient)):
        themes.setdefault(score.theme, []).append(score)
    return tuple(_figur(theme, found, recipient) for theme, found in themes.items() if _has_a_course(found))


def _when(samtale: Samtale) -> tuple[str, int]:
    return samtale.dato, samtale.nr


def _scores(held: Held, recipient: str) -> Iterator[Score]:
    if recipient in OUTSIDE and is_kept_from_employer(held):
        return
    scene, voice = document_scene(held), VOICES.get(recipient, VOICES["journal"])
    for key, value in held.answers.items():
        punkt = held.agenda.punkt(key.punkt)
        felt = punkt.felt(key.felt) if punkt else None
        if punkt is None or felt is None or felt.kind != SKALA or not isinstance(value, int | float):
            continue
        row = row_values(held.answers, punkt.id, key.raekke)
        if recipient == KONSULENT or may(recipient, punkt, felt, scene, row):
            yield Score(_theme(punkt, felt, row, voice), _part(punkt, felt), held.samtale.dato, value, *ends(felt))


def _part(punkt: Punkt, felt: Felt) -> str:
    part = felt.part or punkt.part
    return part if part in WHO else ""


def _theme(punkt: Punkt, felt: Felt, row: Row, voice: Voice) -> str:
    """What its row is about. A felt that is more than one party's answer to its point has a question of its own."""
    first = punkt.row_felter[0] if punkt.row_felter else None
    if first is not None and first.id in row:
        return capital(" ".join(shown(first, row[first.id]).split()))
    return heading_of(punkt, voice) if felt.id in {SVAR, felt.part} else felt.text


def _has_a_course(scores: Iterable[Score]) -> bool:
    return len({score.day for score in scores}) > 1


def _figur(theme: str, scores: list[Score], recipient: str) -> Figur:
    parts = sorted({score.part for score in scores}, key=PARTS.index)
    words = {part: YOU[part] if part == recipient and part in YOU else WHO[part] for part in parts}
    by_part = {part: [score for score in scores if score.part == part] for part in parts}
    series = tuple(
        Serie(words[part][0], tuple(Maling(score.day, score.value) for score in found))
        for part, found in by_part.items()
    )
    first, last = min(score.first for score in scores), max(score.last for score in scores)
    told = [_told(words[part][1], found) for part, found in by_part.items()]
    axis = f"{first} er lavest, {last} er højest"
    return Figur(theme, "linje", series, f"{' '.join(told)} {axis}.", axis, first, last)


def _told(who: str, scores: list[Score]) -> str:
    return f"{who} {listed([f'{number(score.value)} den {plain_date(score.day)}' for score in scores])}."
