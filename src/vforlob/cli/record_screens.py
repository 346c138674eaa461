"""One borger, one virksomhed, one forløb on a screen, "Kun til dig". Paints lines, decides nothing."""

from collections.abc import Iterable, Sequence
from datetime import date

from vforlob.actions.record_felter import BORGER, FORLOB, VIRKSOMHED, RecordFelt
from vforlob.actions.timeline import Haendelse
from vforlob.agenda.kinds import KINDS
from vforlob.cli.layout import labelled, one_line, wrap
from vforlob.cli.record_lists import ARTS
from vforlob.model.aftale import Aftale
from vforlob.model.case import Case
from vforlob.model.forlob import Forlob
from vforlob.model.virksomhed import Virksomhed
from vforlob.rules.danish import clock, listed, long_date, short_date
from vforlob.rules.progress import hours_now, week_of, weekly

Names = dict[int, str]


def borger_screen(case: Case, forlobene: Sequence[Forlob], virksomheder: Names, today: date, width: int) -> list[str]:
    borger = case.borger
    running = [forlob for forlob in forlobene if forlob.status != "lukket"]
    return [
        f" Kun til dig · b{borger.nr} · {one_line(borger.alias)}",
        "",
        *_filled_in(BORGER, borger, width),
        *_stack("Forløb", (_forlob_line(forlob, virksomheder, today) for forlob in forlobene), width),
        *_stack("Hensyn", (one_line(it.losning or it.behov or it.hensyn or "") for it in case.hensyn), width),
        *_stack("Åbne aftaler", (_aftale(aftale, today) for aftale in case.aftaler if aftale.status == "aben"), width),
        *_stack("Delmål", (one_line(it.specifikt or "") for it in case.delmal if it.status == "aben"), width),
        *_contact(case, width),
        "",
        _next_steps(f"borger ret b{borger.nr}", _meeting(borger.nr, running)),
    ]


def virksomhed_screen(
    virksomhed: Virksomhed, forlobene: Iterable[Forlob], aliases: Names, today: date, width: int
) -> list[str]:
    return [
        f" Kun til dig · v{virksomhed.nr} · {one_line(virksomhed.navn)}",
        "",
        *_filled_in(VIRKSOMHED[1:], virksomhed, width),
        *_stack("Forløb", (_forlob_line(forlob, aliases, today, "") for forlob in forlobene), width),
        "",
        _next_steps(f"virksomhed ret v{virksomhed.nr}"),
    ]


def forlob_screen(case: Case, haendelser: Iterable[Haendelse], today: date, width: int) -> list[str]:
    forlob, virksomhed = case.forlob, case.virksomhed
    assert forlob is not None
    assert virksomhed is not None
    who = f"{one_line(case.borger.alias)} hos {one_line(virksomhed.navn)}"
    return [
        f" Kun til dig · f{forlob.nr} · {who}{_week(forlob, today)}",
        "",
        *_filled_in(FORLOB[2:], _with_hours_of(case, today), width),
        *_contact(case, width),
        "",
        *_history(haendelser, today, width),
        "",
        _next_steps(f"opfølgning f{forlob.nr}", f"forløb ret f{forlob.nr}"),
    ]


def _with_hours_of(case: Case, today: date) -> Forlob | None:
    """The record keeps the hours it began with; what the samtaler since have agreed on is what she looks for."""
    hours = hours_now(case, today)
    return case.forlob._replace(timer=weekly(hours)) if case.forlob and hours else case.forlob


def _filled_in(felter: Iterable[RecordFelt], record: object, width: int) -> list[str]:
    lines = []
    for felt in felter:
        value = getattr(record, felt.id)
        if value is not None:
            lines += labelled(felt.felt.text, one_line(KINDS[felt.felt.kind].show(value, felt.felt)), width)
    return lines


def _history(haendelser: Iterable[Haendelse], today: date, width: int) -> list[str]:
    lines = []
    for event in haendelser:
        ahead = event.dato > today.isoformat()
        first, *more = wrap(one_line(event.tekst), width - 15)
        lines += [f" {short_date(event.dato, today):>8}  {first}{' (kommer)' if ahead else ''}"]
        lines += [f"{'':11}{line}" for line in more]
    return lines


def _forlob_line(forlob: Forlob, names: Names, today: date, joined: str = "hos ") -> str:
    other = forlob.virksomhed if joined else forlob.borger
    start, slut = (short_date(day, today) if day else "?" for day in (forlob.start, forlob.slut))
    period = "lukket" if forlob.status == "lukket" else f"{start} - {slut}"
    return f"f{forlob.nr} {joined}{one_line(names[other])}, {ARTS.get(forlob.art, forlob.art)}, {period}"


def _aftale(aftale: Aftale, today: date) -> str:
    when = f", senest {short_date(aftale.frist, today)}" if aftale.frist else ""
    late = ", over tid" if aftale.frist and aftale.frist < today.isoformat() else ""
    return f"{one_line(aftale.hvad)} ({listed(aftale.hvem) or one_line(aftale.hvem_andre or '')}){when}{late}"


def _contact(case: Case, width: int) -> list[str]:
    """The newest plan counts, in each forløb; of several the first to come is shown."""
    newest = {plan.forlob: plan for plan in case.planer}.values()
    if not newest:
        return labelled("Næste kontakt", "ikke aftalt", width)
    plan = min(newest, key=lambda plan: plan.dato)
    return labelled("Næste kontakt", f"{long_date(plan.dato)}{f' {clock(plan.kl)}' if plan.kl else ''}", width)


def _week(forlob: Forlob, today: date) -> str:
    week = week_of(forlob, today)
    if week is None or forlob.status == "lukket":
        return ""
    return f" · uge {week.number}" + (f" af {week.of}" if week.of else "")


def _meeting(borger: int, running: Sequence[Forlob]) -> str:
    return f"opfølgning f{running[0].nr}" if len(running) == 1 else f"formøde b{borger}"


def _next_steps(*lines: str) -> str:
    return " " + "   ".join(f"vforlob {line}" for line in lines)


def _stack(label: str, texts: Iterable[str], width: int) -> list[str]:
    lines = []
    for place, text in enumerate(texts):
        lines += labelled("" if place else label, text, width)
    return lines
