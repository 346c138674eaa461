"""What to have in mind before a samtale begins, picked out of the case. Knows no words and no screen."""

from collections.abc import Collection
from datetime import date
from typing import NamedTuple

from vforlob.model.aftale import Aftale
from vforlob.model.agenda import Agenda
from vforlob.model.case import Case
from vforlob.model.delmal import Delmal
from vforlob.model.hensyn import Hensyn
from vforlob.model.kontakt import Taet
from vforlob.model.timer import Timer
from vforlob.rules.gate_scene import Scene, cleared
from vforlob.rules.progress import (
    Contact,
    Success,
    Week,
    agreed_hours,
    hours_aimed_at,
    hours_now,
    last_contact,
    successes,
    week_of,
    weekly,
)

ASK_FIRST = "sporg_forst"
STEPS = 8


class KnownHensyn(NamedTuple):
    """What helps, and for each role whether she may know: ma, sporg_forst or ma_ikke."""

    text: str
    roles: tuple[tuple[str, str], ...]


class Briefing(NamedTuple):
    """`punkter` counts the numbered points. `formode` is the date it was held, only for a startmøde. `begun` is
    "2026-11-20T13:00" for a samtale that was begun before, else empty.
    """

    title: str
    agenda: str
    concerns: str
    borger: int
    alias: str
    forlob: int | None
    virksomhed: str | None
    week: Week | None
    succeeded: tuple[Success, ...]
    last: Contact | None
    aftaler: tuple[Aftale, ...]
    delmal: tuple[Delmal, ...]
    hours: Timer | None
    goal: Timer | None
    steps: tuple[float, ...]
    hensyn: tuple[KnownHensyn, ...]
    taet: Taet | None
    formode: str | None
    without_formode: str | None
    punkter: int
    today: date
    begun: str = ""
    clashes: tuple[str, ...] = ()


def make_briefing(
    case: Case, agenda: Agenda, today: date, begun: str = "", settled: Collection[int] = frozenset()
) -> Briefing:
    """`settled` are the aftaler that a samtale already begun has said how it went with: they wait for nobody."""
    forlob = case.forlob
    scene = Scene(forlob is not None, (), clearances=case.clearances, hensyn=case.hensyn)
    return Briefing(
        title=agenda.title,
        agenda=agenda.id,
        concerns=agenda.concerns,
        borger=case.borger.nr,
        alias=case.borger.alias,
        forlob=forlob.nr if forlob else None,
        virksomhed=case.virksomhed.navn if case.virksomhed else None,
        week=week_of(forlob, today) if forlob else None,
        succeeded=successes(case),
        last=last_contact(case),
        aftaler=tuple(aftale for aftale in open_aftaler(case) if aftale.nr not in settled),
        delmal=tuple(sorted((d for d in case.delmal if d.status == "aben"), key=lambda d: d.frist or "9")),
        hours=hours_now(case, today),
        goal=hours_aimed_at(case),
        steps=tuple(weekly(timer) for timer in agreed_hours(case) if timer.fra <= today.isoformat())[-STEPS:],
        hensyn=tuple(known_hensyn(hensyn, scene) for hensyn in case.hensyn if hensyn.status == "aktiv"),
        taet=case.taet[-1] if case.taet and case.taet[-1].svar != "nej" else None,
        formode=formode_date(case),
        without_formode=forlob.uden_formode if forlob else None,
        punkter=sum(1 for punkt in agenda.punkter if not punkt.appendix),
        today=today,
        begun=begun,
        clashes=_clashes(case),
    )


def open_aftaler(case: Case) -> tuple[Aftale, ...]:
    """The one that waited longest first; those without a frist last."""
    return tuple(sorted((a for a in case.aftaler if a.status == "aben"), key=lambda a: (a.frist or "9", a.nr)))


def _clashes(case: Case) -> tuple[str, ...]:
    if case.forlob is None or not case.koordinering or not case.forlob.dage:
        return ()
    from vforlob.rules.clash import named_clashes  # only where something has to be coordinated

    return named_clashes(case.koordinering, case.forlob.dage)


def formode_date(case: Case) -> str | None:
    return max((s.dato for s in case.samtaler if s.agenda == "formode" and s.status == "faerdig"), default=None)


def known_hensyn(hensyn: Hensyn, scene: Scene) -> KnownHensyn:
    """A hensyn nobody has decided on in this forløb stands as "ask first"; one that was withdrawn as no."""
    text = hensyn.losning or hensyn.reformulering or hensyn.behov or hensyn.hensyn or ""
    answers = {c.rolle: c.svar for c in scene.clearances if c.hensyn == hensyn.nr}
    if not answers and not hensyn.trukket:
        return KnownHensyn(text, (("leder", ASK_FIRST),))
    return KnownHensyn(text, tuple((rolle, _answer(hensyn, rolle, svar, scene)) for rolle, svar in answers.items()))


def _answer(hensyn: Hensyn, rolle: str, svar: str, scene: Scene) -> str:
    if cleared(hensyn.nr, rolle, scene):
        return "ma"
    return ASK_FIRST if svar == "sporg" and not hensyn.trukket else "ma_ikke"
