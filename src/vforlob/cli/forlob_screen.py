"""The page of one forløb, "Kun til dig": how it stands, what was agreed, what happened. Decides nothing."""

from collections.abc import Iterable, Sequence
from datetime import date
from typing import Any

from vforlob.actions.briefing import known_hensyn
from vforlob.actions.record_kinds.forlob import FELTER
from vforlob.actions.timeline import Haendelse
from vforlob.actions.timeline_words import AIMS, FORMS, OUTCOMES, PAID, VITAS
from vforlob.actions.whole_forlob import WholeForlob
from vforlob.cli.due_words import command, reason
from vforlob.cli.figure_lines import figure_lines
from vforlob.cli.hensyn_words import who_may_know
from vforlob.cli.layout import bars, one_line, wrap
from vforlob.cli.page_parts import (
    LATE,
    aftale_text,
    beside,
    delmal_text,
    filled_in,
    heading,
    is_late,
    next_steps,
    open_aftaler,
    open_delmal,
    section,
    stack,
)
from vforlob.model.case import Case
from vforlob.model.delmal import Delmal
from vforlob.model.forlob import Forlob
from vforlob.model.timer import Timer
from vforlob.rules.clash import SHORT, named_clashes
from vforlob.rules.danish import MONTHS, WEEKDAYS, clock, counted, listed, long_date, number, short_date
from vforlob.rules.gate_scene import Scene
from vforlob.rules.kontaktplan import Due
from vforlob.rules.progress import course, hours_aimed_at, hours_now, week_of, weekly, weeks_on_paid_level

# Told by the status lines, which know how it stands now.
_TOLD = {"borger", "virksomhed", "timer"}
# Said in words of their own.
_DAYS = "dage"
# What the samtaler have settled, where the record itself is not asked for it.
_BESIDE = (
    ("hensigt_art", "Formålet er"),
    (_DAYS, "Dage"),
    ("fast_tid", "Fast kontakttid"),
    ("kontakt_virksomhed", "Hos virksomheden"),
    ("mentor", "Mentor"),
    ("kontakt_kommune", "Hos kommunen"),
    ("stedfortraeder", "Stedfortræder"),
    ("rejse", "Vejen derhen"),
    ("ud_ad_doren", "Ud ad døren"),
    ("timer_grund", "Flere end 37 timer"),
    ("eftervaern", "Efterværn til"),
    ("vitas", "VITAS"),
)


def forlob_screen(whole: WholeForlob, today: date, width: int, drawn: bool = True, behind: str = "") -> list[str]:
    case = whole.case
    assert case.forlob is not None
    return [
        *heading(_title(case, case.forlob, today), width),
        "",
        *_contact(whole, case.forlob, today, width),
        *_less_often(whole, case.forlob, width, behind),
        *_hours(case, _until(case.forlob, today), width, drawn),
        *_paid(case, _until(case.forlob, today), width),
        *figure_lines(whole.figurer, width, drawn),
        *_clashes(case, case.forlob, width),
        *stack("Åbne aftaler", (aftale_text(it, today) for it in open_aftaler(case.aftaler)), width),
        *stack("Delmål", (delmal_text(it, today) for it in open_delmal(_own(case))), width),
        *_closely(case, today, width),
        *_hensyn(case, width),
        *section("Tegn", _signs(whole, width, behind), width),
        *section("Aftalen", _agreed(case.forlob, width), width),
        *section("Det er sket", _history(whole.haendelser, today, width), width),
        *next_steps(_steps(case.forlob, whole.due), width, behind),
    ]


def _title(case: Case, forlob: Forlob, today: date) -> str:
    where = f" hos {one_line(case.virksomhed.navn)}" if case.virksomhed else ""
    return f"f{forlob.nr} · {one_line(case.borger.alias)}{where}{_week(forlob, today)}"


def _week(forlob: Forlob, today: date) -> str:
    if forlob.status == "lukket":
        outcome = f" · {OUTCOMES.get(forlob.udfald, forlob.udfald)}" if forlob.udfald else ""
        return f" · lukket{f' {short_date(forlob.lukket, today)}' if forlob.lukket else ''}{outcome}"
    week = week_of(forlob, today)
    if week is None:
        return f" · begynder {short_date(forlob.start, today)}" if forlob.start else ""
    return f" · uge {week.number}" + (f" af {week.of}" if week.of else "")


def _contact(whole: WholeForlob, forlob: Forlob, today: date, width: int) -> list[str]:
    """The reason stands beside the day: nobody should wonder why."""
    found = whole.due
    if found is None:
        return [] if forlob.status == "lukket" else beside("Næste kontakt", "ikke aftalt", width)
    return beside("Næste kontakt", due_text(found, reason(found, forlob, whole.rules, today), today), width)


def _less_often(whole: WholeForlob, forlob: Forlob, width: int, behind: str) -> list[str]:
    """Proposed and never done: the days between are hers to change."""
    if not whole.step_down:
        return []
    return [
        *beside("Sjældnere", whole.step_down, width),
        *beside("", f"Du bestemmer: vforlob forløb ret f{forlob.nr}{behind}", width),
    ]


def due_text(found: Due, why: str, today: date) -> str:
    at = f" {clock(found.kl)}" if found.kl else ""
    form = f", {FORMS[found.form]}" if found.form in FORMS else ""
    late = LATE if is_late(found, today) else ""
    return f"{long_date(found.dato)}{at}{form}{late}" + (f" · {why}" if why else "")


def _hours(case: Case, today: date, width: int, drawn: bool) -> list[str]:
    """Everything in force now, what it is to become, and a bar a week."""
    now, goal = hours_now(case, today), hours_aimed_at(case)
    lines = []
    if now is not None:
        weeks = course(case, today)
        bar = f"   {bars(weeks)}" if drawn and bars(weeks) else ""
        lines += beside("Timer om ugen", f"{number(weekly(now))} timer: {_kinds(now)}{bar}", width)
    if goal is not None:
        day = f" den {short_date(goal.fra, today)}" if goal.fra else ""
        lines += beside("" if lines else "Timer om ugen", f"mål {number(weekly(goal))} timer{day}", width)
    return lines


def _until(forlob: Forlob, today: date) -> date:
    """Hours are told as they were when it was closed."""
    return date.fromisoformat(forlob.lukket) if forlob.status == "lukket" and forlob.lukket else today


def _kinds(timer: Timer) -> str:
    kinds = [f"{number(timer.praktik or 0)} praktik"]
    if timer.lontilskud:
        kinds.append(f"{number(timer.lontilskud)} løntilskud")
    return " · ".join([*kinds, f"{number(timer.ordinaer or 0)} ordinære"])


def _paid(case: Case, today: date, width: int) -> list[str]:
    """Paid hours now, how long they have been that, and how far the talk about more has come."""
    now, weeks = hours_now(case, today), weeks_on_paid_level(case, today)
    parts = []
    if now is not None:
        since = f", det samme i {counted(weeks, 'uge', 'uger')}" if weeks else ""
        parts.append(f"{number(now.ordinaer or 0)} om ugen{since}")
    stage = max(case.lonkroner, key=lambda it: (it.dato, it.nr), default=None)
    if stage is None:
        parts.append(PAID["ikke_italesat"])
    else:
        hours = f", {number(stage.timer)} timer" if stage.timer is not None else ""
        parts.append(f"{PAID.get(stage.trin, stage.trin)}{hours} (siden {short_date(_since(case), today)})")
    return beside("Timer med løn", " · ".join(parts), width)


def _clashes(case: Case, forlob: Forlob, width: int) -> list[str]:
    """Once it is closed nothing falls together any more."""
    found = named_clashes(case.koordinering, forlob.dage) if forlob.status != "lukket" else ()
    return stack("Falder sammen", (f"{one_line(one)}, og det er en mødedag" for one in found), width)


def _since(case: Case) -> str:
    """The first day of the stage it stands on now."""
    stages = sorted(case.lonkroner, key=lambda it: (it.dato, it.nr))
    since = stages[-1].dato
    for stage in reversed(stages):
        if stage.trin != stages[-1].trin:
            break
        since = stage.dato
    return since


def _own(case: Case) -> list[Delmal]:
    """They are the borger's, wherever they came up; a closed forløb keeps to its own."""
    if case.forlob is None or case.forlob.status != "lukket":
        return [*case.delmal]
    return [delmal for delmal in case.delmal if delmal.forlob in {None, case.forlob.nr}]


def _closely(case: Case, today: date, width: int) -> list[str]:
    newest = case.taet[-1] if case.taet else None
    if newest is None or newest.svar == "nej":
        return []
    word = "ja" if newest.svar == "ja" else "hold øje"
    why = f": {one_line(newest.grund)}" if newest.grund else ""
    lines = beside("Tæt opfølgning", f"{word}, siden {short_date(newest.dato, today)}{why}", width)
    return lines + (beside("", f"Vi gør: {one_line(newest.vi_gor)}", width) if newest.vi_gor else [])


def _hensyn(case: Case, width: int) -> list[str]:
    scene = Scene(has_forlob=True, deltagere=(), clearances=case.clearances, hensyn=case.hensyn)
    known = (known_hensyn(hensyn, scene) for hensyn in case.hensyn if hensyn.status == "aktiv")
    return stack("Hensyn", (f"{one_line(it.text)} ({who_may_know(it)})" for it in known), width)


def _signs(whole: WholeForlob, width: int, behind: str) -> list[str]:
    if not whole.tegn or whole.case.forlob is None:
        return []
    lines = [part for tegn in whole.tegn for part in _sign(tegn.sentence, width)]
    why, command = "Se hvorfor, og hvad du kan gøre:", f"vforlob tæt f{whole.case.forlob.nr}{behind}"
    fits = len(why) + len(command) + 4 < width
    apart = [*(f"   {line}" for line in wrap(why, width - 4)), f"   {command}"]
    return [*lines, *([f"   {why} {command}"] if fits else apart)]


def _sign(sentence: str, width: int) -> list[str]:
    first, *rest = wrap(one_line(sentence), width - 6)
    return [f"   · {first}", *(f"     {line}" for line in rest)]


def _agreed(forlob: Forlob, width: int) -> list[str]:
    lines = filled_in((felt for felt in FELTER if felt.id not in {*_TOLD, _DAYS}), forlob, width)
    asked = {felt.id for felt in FELTER} - {_DAYS}
    for column, label in _BESIDE:
        value = getattr(forlob, column)
        if value and column not in asked:
            lines += beside(label, _shown(column, value), width)
    return lines


def _shown(column: str, value: Any) -> str:
    if column == _DAYS:
        return listed([WEEKDAYS[SHORT.index(day)] for day in value if day in SHORT])
    if column == "ud_ad_doren":
        return clock(value)
    if column == "eftervaern":
        return long_date(value)
    words = {"vitas": VITAS, "hensigt_art": AIMS}.get(column, {})
    return one_line(words.get(value, value))


def _history(haendelser: Iterable[Haendelse], today: date, width: int) -> list[str]:
    """By month, and each day named once: the eye finds the month first."""
    lines: list[str] = []
    month = day = ""
    for event in _together(haendelser):
        if event.dato[:7] != month:
            month = event.dato[:7]
            lines.append(f"   {MONTHS[int(month[5:]) - 1].capitalize()} {month[:4]}")
        ahead = " (kommer)" if event.dato > today.isoformat() else ""
        shown = "" if event.dato == day else f"{int(event.dato[8:])}/{int(event.dato[5:7])}"
        day = event.dato
        first, *more = wrap(f"{one_line(event.tekst)}{ahead}", width - 13)
        lines += [f"   {shown:>6}  {first}", *(f"{'':11}{line}" for line in more)]
    return lines


def _together(haendelser: Iterable[Haendelse]) -> list[Haendelse]:
    """Those who were told the same on the same day share a line."""
    found: list[Haendelse] = []
    roles: dict[tuple[str, str], tuple[int, list[str]]] = {}
    for event in haendelser:
        who, _, what = event.tekst.partition(" ")
        if event.art != "clearance":
            found.append(event)
        elif (event.dato, what) not in roles:
            roles[event.dato, what] = len(found), [who]
            found.append(event)
        else:
            place, names = roles[event.dato, what]
            names.append(who if who.isupper() else who.lower())
            found[place] = found[place]._replace(tekst=f"{listed(names)} {what}")
    return found


def _steps(forlob: Forlob, found: Due | None) -> Sequence[str]:
    nr = forlob.nr
    if forlob.status == "lukket":
        return [*([f"{command(found)} f{nr}"] if found else []), f"borger vis b{forlob.borger}"]
    hold = command(found) if found else "opfølgning"
    return [f"{hold} f{nr}", f"kontakt f{nr}", f"tæt f{nr}", f"forløb ret f{nr}"]
