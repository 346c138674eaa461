"""Signs on the way to paid hours: never spoken of, stood still, tasks that are done alone, hours that do not rise."""

from vforlob.model.forlob import Forlob
from vforlob.model.opgave import Opgave
from vforlob.model.tegn import BACKGROUND, EGET, FORVENTNING, OPFOLGNING, SOON, Tegn
from vforlob.model.timer import HOURS_OF, Lonkroner
from vforlob.rules.danish import counted, number, quoted
from vforlob.rules.graenser import limit_warnings
from vforlob.rules.progress import weekly
from vforlob.rules.tegn.base import Look, weeks_text
from vforlob.rules.timetrappe import Level, aim, level

NEVER, REFUSED = "ikke_italesat", "afvist"
UNDER_WAY = frozenset({"forhandles", "aftalt", "i_gang"})
STAGES = {
    "ikke_italesat": "ikke talt om",
    "italesat": "talt om",
    "forhandles": "forhandles",
    "aftalt": "aftalt",
    "i_gang": "i gang",
    "afvist": "virksomheden har sagt nej",
}
PAID = frozenset(art for art, kind in HOURS_OF.items() if kind == "ordinaer")


def never_raised(look: Look) -> Tegn | None:
    rule = "tegn_lonkroner_uger"
    if not _is_asked(look) or (look.age or 0) < look.days(rule) or any(it.trin != NEVER for it in _stages(look)):
        return None
    return Tegn(
        "lonkroner_urort",
        FORVENTNING,
        "I har ikke talt om løntimer endnu.",
        "Spørg, hvilke opgaver virksomheden ville betale for på sigt.",
        f"opfølgning {look.nr}",
        SOON,
        (f"Forløbet er i uge {look.week}", "Ingen trin over »ikke talt om« (lønkroner)"),
        rule,
    )


def raised_and_left(look: Look) -> Tegn | None:
    rule, stages = "tegn_lonkroner_stille_uger", _stages(look)
    if not _is_asked(look) or not stages or stages[-1].trin not in {"italesat", "forhandles"}:
        return None
    same = [it for it in stages if it.dato >= _since(stages)]
    weeks = look.since(same[-1].dato) // 7
    if look.since(same[-1].dato) < look.days(rule):
        return None
    return Tegn(
        "lonkroner_stille",
        OPFOLGNING,
        f"I talte sidst om løntimer {look.short(same[-1].dato)}, for {weeks_text(weeks)} siden.",
        "Tag det op igen, og spørg, hvad der skal til.",
        f"opfølgning {look.nr}",
        BACKGROUND,
        (_stage_fact(look, same[-1]),),
        rule,
    )


def _since(stages: list[Lonkroner]) -> str:
    """The day the newest stage was reached."""
    since = stages[-1].dato
    for it in reversed(stages):
        if it.trin != stages[-1].trin:
            break
        since = it.dato
    return since


def alone_and_refused(look: Look) -> Tegn | None:
    """Tasks are done, and the virksomhed will not pay for them: negotiate, find another, or say why it goes on."""
    rule, stages = "tegn_selvstaendig_gange", _stages(look)
    tasks = _done_alone(look, look.number(rule))
    if not _is_asked(look) or not tasks or not stages or stages[-1].trin != REFUSED:
        return None
    return Tegn(
        "selvstaendig_afvist",
        FORVENTNING,
        f"{_tasks(tasks)} er klaret selvstændigt ved {_followed(look.number(rule))} i træk,"
        " og virksomheden har sagt nej til løntimer.",
        "Forhandl igen, find en ny virksomhed, eller skriv, hvorfor forløbet fortsætter.",
        f"forløb vis {look.nr}",
        SOON,
        (*_task_facts(look, tasks), _stage_fact(look, stages[-1])),
        rule,
    )


def ripe(look: Look) -> Tegn | None:
    rule, stages = "tegn_selvstaendig_gange", _stages(look)
    tasks = _done_alone(look, look.number(rule))
    if not _is_asked(look) or not tasks or (stages and stages[-1].trin in UNDER_WAY | {REFUSED}):
        return None
    return Tegn(
        "moden_til_lon",
        OPFOLGNING,
        f"{_tasks(tasks)} er klaret selvstændigt ved {_followed(look.number(rule))} i træk. Løntimer forhandles ikke.",
        "Spørg, hvad virksomheden ville betale for de timer.",
        f"opfølgning {look.nr}",
        BACKGROUND,
        (*_task_facts(look, tasks), *(_stage_fact(look, it) for it in stages[-1:])),
        rule,
    )


def _done_alone(look: Look, times: int) -> list[Opgave]:
    """Tasks that stood as selvstændigt at so many opfølgninger in a row, up to the newest."""
    days = [it.dato for it in look.held if it.agenda == "opfolgning"]
    return [
        it
        for it in look.case.opgaver
        if it.trin == "selvstaendigt"
        and it.timetype != "ordinaer"
        and it.trin_siden
        and sum(day >= it.trin_siden for day in days) >= times
    ]


def _followed(times: int) -> str:
    return counted(times, "opfølgning", "opfølgninger")


def _tasks(tasks: list[Opgave]) -> str:
    return "1 opgave" if len(tasks) == 1 else f"{len(tasks)} opgaver"


def _task_facts(look: Look, tasks: list[Opgave]) -> tuple[str, ...]:
    return tuple(
        f"{quoted(it.opgave, 60)}: selvstændigt siden {look.short(it.trin_siden or '')} (opgave {it.nr})"
        for it in tasks
    )


def _stages(look: Look) -> list[Lonkroner]:
    return sorted((it for it in look.case.lonkroner if it.dato <= look.iso), key=lambda it: (it.dato, it.nr))


def _stage_fact(look: Look, it: Lonkroner) -> str:
    return f"Løntimer: {STAGES.get(it.trin, it.trin)} {look.short(it.dato)} (lønkroner)"


def _is_asked(look: Look) -> bool:
    """It has begun, and it is not paid already."""
    return look.age is not None and look.forlob is not None and look.forlob.art not in PAID


def limits(look: Look) -> Tegn | None:
    """The praktik is longer than a rule says; the rule is cited."""
    forlob = look.forlob
    said = limit_warnings(forlob, look.borger.malgruppe, look.rules, look.today) if forlob else ()
    if forlob is None or not said:
        return None
    return Tegn(
        "graense",
        EGET,
        said[0],
        "Tal med sagsbehandleren om det.",
        f"regler vis {look.iso}",
        SOON,
        (f"{_days(look, forlob)} (forløbet)", *said[1:]),
    )


def _days(look: Look, forlob: Forlob) -> str:
    return f"Første dag {look.short(forlob.start or look.iso)}, sidste dag {look.short(forlob.slut or look.iso)}"


def standstill(look: Look) -> Tegn | None:
    """The same hours for weeks while more are aimed at."""
    rule, now, goal = "tegn_timer_uger", _level(look), aim(look.case.timer)
    if now is None or goal is None or weekly(now.step) >= weekly(goal) or goal.fra < look.iso:
        return None
    if look.since(now.since) < look.days(rule):
        return None
    return Tegn(
        "timer_stille",
        OPFOLGNING,
        f"{_hours(weekly(now.step))} om ugen i {weeks_text(now.weeks)}. Målet er {number(weekly(goal))}"
        f" den {look.short(goal.fra)}.",
        "Spørg, hvad der skal til for den næste time.",
        f"timer ny {look.nr}",
        BACKGROUND,
        (f"Samme timetal siden {look.short(now.since)} (timer)", _goal_fact(look, weekly(goal), goal.fra)),
        rule,
    )


def goal_passed(look: Look) -> Tegn | None:
    now, goal = _level(look), aim(look.case.timer)
    if now is None or goal is None or weekly(now.step) >= weekly(goal) or goal.fra >= look.iso:
        return None
    return Tegn(
        "timemal_passeret",
        OPFOLGNING,
        f"Målet på {_hours(weekly(goal))} om ugen skulle være nået {look.short(goal.fra)}."
        f" I dag er det {number(weekly(now.step))}.",
        "Aftal et nyt mål, alle tror på.",
        f"timer ny {look.nr}",
        SOON,
        (f"Timetal i dag: {number(weekly(now.step))} (timer)", _goal_fact(look, weekly(goal), goal.fra)),
    )


def _level(look: Look) -> Level | None:
    return level(look.case.timer, look.today) if look.age is not None else None


def _hours(hours: float) -> str:
    return counted(hours, "time", "timer")


def _goal_fact(look: Look, hours: float, day: str) -> str:
    return f"Mål: {_hours(hours)} om ugen {look.short(day)} (timer)"
