"""Signs in the days: early absence, days without word, days counted. Judges nobody: absence is a fact."""

from vforlob.model.kontakt import Fravaer, Fremmode
from vforlob.model.tegn import BACKGROUND, EGET, NOW, OPFOLGNING, SOON, Tegn
from vforlob.rules.danish import counted, number
from vforlob.rules.tegn.base import BORGER, Look, days_text, times_text

WORDS = {"syg": "syg", "udeblevet": "blev væk uden besked", "uafklaret": "ved ikke endnu"}


def early_absence(look: Look) -> Tegn | None:
    """Days away in the first days of the forløb. Days that were counted at a samtale may be the same days: the larger
    number stands, they are not added.
    """
    rule = "tegn_tidligt_fravaer_gange"
    if look.age is None or look.forlob is None or not look.is_early:
        return None
    first = look.days("tegn_tidligt_fravaer_dage")
    away = [it for it in _absence(look) if 0 <= look.since(look.forlob.start or "") - look.since(it.dato) < first]
    counts = [
        it for it in look.case.fremmode if it.til <= look.iso and look.age - look.since(it.til) < first and _missed(it)
    ]
    days, sums = sorted({it.dato for it in away}), sum(_missed(it) for it in counts)
    if max(len(days), sums) < look.number(rule):
        return None
    newest = max([*days, *(it.til for it in counts)])
    spoken = look.met(BORGER) > newest
    stayed = all(it.art == "udeblevet" for it in away) and sum(it.udeblevet or 0 for it in counts) == sums
    said = "Kom ikke" if stayed else "Var væk"
    return Tegn(
        "tidligt_fravaer",
        OPFOLGNING,
        f"{said} {_times(max(len(days), sums))} de første {days_text(first)}.",
        f"Hør {look.alias}, hvad der skete, før du ringer til virksomheden.",
        f"kontakt {look.nr}",
        BACKGROUND if spoken else NOW,
        (*(_fact(look, it) for it in away), *(_count_fact(look, it) for it in counts)),
        rule,
    )


def _times(count: float) -> str:
    """Half days are days, whole ones are times."""
    if count != int(count):
        return counted(count, "dag", "dage")
    return {2: "to gange", 3: "tre gange"}.get(int(count), times_text(count))


def _absence(look: Look) -> list[Fravaer]:
    """Fri was agreed, and is no absence."""
    found = [it for it in look.facts.fravaer if it.art in WORDS and it.dato <= look.iso]
    return sorted(found, key=lambda it: (it.dato, it.nr))


def _missed(it: Fremmode) -> float:
    return (it.syg or 0) + (it.udeblevet or 0) + (it.uafklaret or 0)


def _fact(look: Look, it: Fravaer) -> str:
    return f"{look.short(it.dato)}: {WORDS[it.art]} (fravær)"


def _count_fact(look: Look, it: Fremmode) -> str:
    kinds = ((it.syg, "syg"), (it.udeblevet, "blev væk"), (it.uafklaret, "ved ikke endnu"))
    said = ", ".join(f"{number(count)} {word}" for count, word in kinds if count)
    return f"Talt op {look.short(it.til)}: {said} (opfølgningens fremmøde)"


def stayed_away(look: Look) -> Tegn | None:
    """Stayed away without a word, lately, and nobody has spoken with the borger since."""
    rule = "tegn_udeblevet_dage"
    days = [it.dato for it in _absence(look) if it.art == "udeblevet" and look.since(it.dato) <= look.days(rule)]
    if not days or look.met(BORGER) > days[-1]:
        return None
    day = look.short(days[-1])
    return Tegn(
        "udeblevet",
        OPFOLGNING,
        f"Blev væk uden besked {day}, og I har ikke talt sammen siden.",
        f"Ring til {look.alias}, før du skriver en grund.",
        f"kontakt {look.nr}",
        NOW,
        tuple(f"{look.short(it)}: blev væk uden besked (fravær)" for it in dict.fromkeys(days)),
        rule,
    )


def without_reason(look: Look) -> Tegn | None:
    rule = "tegn_uafklaret_dage"
    found = [it for it in _absence(look) if it.art == "uafklaret" and look.since(it.dato) >= look.days(rule)]
    if not found:
        return None
    days = [it.dato for it in found]
    return Tegn(
        "fravaer_uafklaret",
        EGET,
        f"Der mangler en grund til {counted(len(days), 'dags', 'dages')} fravær, den ældste {look.short(days[0])}.",
        f"Spørg {look.alias}, og ret fraværet.",
        f"fravær ret {found[0].nr}",
        BACKGROUND,
        tuple(f"{look.short(it)}: ved ikke endnu (fravær)" for it in days),
        rule,
    )


def fewer_days(look: Look) -> Tegn | None:
    """A smaller part of the agreed days than the time before, and enough of them missed."""
    rule, counts = "tegn_fremmode_dage", _counts(look)
    if len(counts) < 2:
        return None
    before, now = counts[-2], counts[-1]
    missed = (now.aftalt or 0) - (now.modt or 0) - (now.fri or 0)
    if missed < look.number(rule) or (now.modt or 0) * (before.aftalt or 0) >= (before.modt or 0) * (now.aftalt or 0):
        return None
    return Tegn(
        "fremmode_falder",
        OPFOLGNING,
        f"Mødte {_of(now)} siden sidst, mod {_of(before)} gangen før.",
        f"Spørg {look.alias}, hvad der kan gøre det lettere at møde.",
        f"opfølgning {look.nr}",
        SOON,
        tuple(f"Talt op {look.short(it.til)}: {_of(it)} (opfølgningens fremmøde)" for it in (before, now)),
        rule,
    )


def _counts(look: Look) -> list[Fremmode]:
    found = [it for it in look.case.fremmode if it.aftalt and it.modt is not None and it.til <= look.iso]
    return sorted(found, key=lambda it: (it.til, it.nr))


def _of(it: Fremmode) -> str:
    return f"{number(it.modt or 0)} af {number(it.aftalt or 0)} dage"


def too_late(look: Look) -> Tegn | None:
    rule = "tegn_for_sent_gange"
    counts = sorted((it for it in look.case.fremmode if it.til <= look.iso), key=lambda it: (it.til, it.nr))
    newest = counts[-1] if counts else None
    if newest is None or (newest.for_sent or 0) < look.number(rule):
        return None
    times, day = times_text(newest.for_sent or 0), look.short(newest.til)
    return Tegn(
        "for_sent",
        OPFOLGNING,
        f"Kom for sent {times} ved den seneste optælling {day}.",
        f"Se på rejsen og mødetiden sammen med {look.alias}.",
        f"opfølgning {look.nr}",
        BACKGROUND,
        (f"Talt op {day}: for sent {times} (opfølgningens fremmøde)",),
        rule,
    )
