"""What people would rather see drawn: hours and days met over time, as each recipient may have them.

Knows no format. What a plot shows stands in its text as well, in whole sentences.
"""

from collections.abc import Iterable, Sequence

from vforlob.actions.documents.score_figures import FINISHED, score_figures
from vforlob.actions.documents.sources import Sources
from vforlob.model.agenda import Felt, Punkt
from vforlob.model.case import Case
from vforlob.model.dokument import Figur, Maling, Serie
from vforlob.model.kontakt import Fremmode
from vforlob.model.timer import Timer
from vforlob.rules.danish import counted, listed, number, plain_date
from vforlob.rules.gate import Scene, may
from vforlob.rules.gate_tables import KONSULENT, OUTSIDE
from vforlob.rules.progress import weekly
from vforlob.rules.timetrappe import aim, steps
from vforlob.store.agendas import agenda_as_asked
from vforlob.store.answers import answers_of
from vforlob.store.store import Store

__all__ = ["attendance_figure", "figures_for", "hours_figure", "score_figures"]

HOURS = (("praktik", "praktik"), ("lontilskud", "løntilskud"), ("ordinaer", "med løn"))
IN_A_SENTENCE = {"praktik": "i praktik", "løntilskud": "i løntilskud"}
WEEKLY = "timer om ugen"
AGREED, GOAL = Felt("timer", "", "tal"), Felt("slut", "", "tal")
MET = (Felt("aftalt", "", "tal"), Felt("modt", "", "tal"))
TIMETAL, FREMMODE = Punkt("timetal", "", "gruppe", ""), Punkt("fremmode", "", "gruppe", "")
IN_FORLOB = Scene(has_forlob=True, deltagere=())


def figures_for(store: Store, case: Case, recipient: str) -> tuple[Figur, ...]:
    """Every plot there is something to draw in, for one of the recipients or for the konsulent."""
    sources = Sources(store)
    held = [one for one in case.samtaler if one.status == FINISHED]
    said = {one.nr: answers_of(store, one.nr, one.udgave) for one in held}
    agendas = {sha: agenda_as_asked(store, sha) for sha in dict.fromkeys(one.agenda_sha for one in held)}
    course = hours_figure(case, recipient, sources), attendance_figure(case, recipient, sources)
    return (*filter(None, course), *score_figures(case, said, agendas, recipient))


def hours_figure(case: Case, recipient: str, sources: Sources | None = None) -> Figur | None:
    """Hours a week by kind, as steps, and what is aimed at. Without `sources` a workplace is given only what was
    entered by hand.
    """
    told = [one for one in case.timer if one.fra and _tells(recipient, one, TIMETAL, (AGREED,), sources)]
    wanted = [one for one in case.timer if _tells(recipient, one, TIMETAL, (GOAL,), sources)]
    series = _kinds(_from_the_start(steps(told), (case.forlob.start if case.forlob else None) or ""))
    if not series:
        return None
    goal = aim(wanted)
    sentences = [_course(serie) for serie in series]
    if goal is not None and goal.fra and weekly(goal):
        series.append(Serie("mål", (Maling(goal.fra, weekly(goal)),)))
        sentences.append(f"Målet er {number(weekly(goal))} timer om ugen den {plain_date(goal.fra)}.")
    return Figur("Timetrappe", "trappe", tuple(series), " ".join(sentences), WEEKLY)


def _from_the_start(agreed: tuple[Timer, ...], start: str) -> tuple[Timer, ...]:
    """What was agreed before the first day holds from that day on."""
    before, later = [one for one in agreed if one.fra < start], tuple(one for one in agreed if one.fra >= start)
    if not before or (later and later[0].fra == start):
        return later
    return (before[-1]._replace(fra=start), *later)


def _kinds(agreed: tuple[Timer, ...]) -> list[Serie]:
    """A kind begins with its first hours. Where two go on at once, all hours together are a series too."""
    found = [Serie(word, _changes((step.fra, getattr(step, kind) or 0) for step in agreed)) for kind, word in HOURS]
    mixed = next((place for place, step in enumerate(agreed) if _is_mixed(step)), len(agreed))
    found.append(Serie("i alt", _changes((step.fra, weekly(step)) for step in agreed[mixed:])))
    return [serie for serie in found if serie.malinger]


def _changes(heights: Iterable[tuple[str, float]]) -> tuple[Maling, ...]:
    """Without what was agreed again: it is no step."""
    found: list[Maling] = []
    for day, tal in heights:
        if tal != (found[-1].tal if found else 0):
            found.append(Maling(day, tal))
    return tuple(found)


def _is_mixed(step: Timer) -> bool:
    return sum(bool(getattr(step, kind)) for kind, _ in HOURS) > 1


def _course(serie: Serie) -> str:
    """ "12,5 timer om ugen i praktik fra den 4. november 2026 og 14 fra den 16. november 2026." """
    first, *rest = serie.malinger
    kind = IN_A_SENTENCE.get(serie.navn, serie.navn)
    parts = [f"{counted(first.tal, 'time', 'timer')} om ugen {kind} fra den {plain_date(first.hvor)}"]
    parts += [f"{number(one.tal)} fra den {plain_date(one.hvor)}" for one in rest]
    return f"{listed(parts)}."


def attendance_figure(case: Case, recipient: str, sources: Sources | None = None) -> Figur | None:
    """Days met of the days agreed, each time they were counted; never why not."""
    told = sorted(
        (one for one in case.fremmode if _tells(recipient, one, FREMMODE, MET, sources)), key=lambda one: one.til
    )
    days = [
        (one.til, one.modt, one.aftalt) for one in told if one.til and one.modt is not None and one.aftalt is not None
    ]
    if not days:
        return None
    met = Serie("mødt", tuple(Maling(day, came) for day, came, _ in days))
    rest = Serie("øvrige aftalte dage", tuple(Maling(day, max(agreed - came, 0)) for day, came, agreed in days))
    return Figur("Fremmøde", "sojler", (met, rest), _met(days), "dage, hver gang de er talt op")


def _met(days: Sequence[tuple[str, float, float]]) -> str:
    (day, came, agreed), *later = days
    parts = [f"{number(came)} af {number(agreed)} aftalte dage frem til den {plain_date(day)}"]
    parts += [f"{number(came)} af {number(agreed)} frem til den {plain_date(day)}" for day, came, agreed in later]
    whole = ""
    if later:
        came, agreed = sum(came for _, came, _ in days), sum(agreed for _, _, agreed in days)
        whole = f" I alt {number(came)} af {number(agreed)} dage."
    return f"Mødt {listed(parts)}.{whole}"


def _tells(
    recipient: str, record: Timer | Fremmode, punkt: Punkt, felter: Iterable[Felt], sources: Sources | None
) -> bool:
    """By its row of the matrix, and by where it was said."""
    if recipient == KONSULENT:
        return True
    if not all(may(recipient, punkt, felt, IN_FORLOB) for felt in felter):
        return False
    if record.samtale is None:
        return True
    return recipient not in OUTSIDE if sources is None else sources.may_have((recipient,), record)
