"""The page of one virksomhed, "Kun til dig": who to call, what has happened here. Facts, and no judgement of them."""

from collections.abc import Iterator
from datetime import date

from vforlob.actions.record_kinds.virksomhed import FELTER
from vforlob.actions.timeline_words import FORMS, OUTCOMES
from vforlob.actions.whole_virksomhed import Again, WholeVirksomhed
from vforlob.actions.whole_virksomhed_history import ASKED, Happening
from vforlob.cli.layout import one_line, wrap, wrap_told
from vforlob.cli.page_parts import LATE, filled_in, heading, item, next_steps, section, stack
from vforlob.cli.record_lists import ARTS
from vforlob.model.forlob import Forlob
from vforlob.model.jobabning import Jobabning
from vforlob.model.virksomhed import Virksomhed
from vforlob.rules.danish import counted, listed, long_date, short_date, weekday_date, with_unit

SHOWN = 12  # of what has happened
STACKED = 40  # columns: on a narrower screen the day has a line of its own

# Told by lines of their own.
_TOLD = {"navn", "vaert", "max_antal", "ring_igen", "rammer"}
_HOW = FORMS | {"sms": "sms", "mail": "mail"}
_CONTACTS = (
    ("kontakt_virksomhed", ""),
    ("mentor", "mentor "),
    ("kontakt_kommune", "hos kommunen "),
    ("stedfortraeder", "stedfortræder "),
)


def virksomhed_screen(
    whole: WholeVirksomhed, today: date, width: int, behind: str = "", everything: bool = False
) -> list[str]:
    """The newest of what has happened; all of it with `everything`."""
    virksomhed = whole.virksomhed
    return [
        *heading(f"v{virksomhed.nr} · {one_line(virksomhed.navn)}", width),
        "",
        *filled_in((felt for felt in FELTER if felt.id not in _TOLD), virksomhed, width),
        *stack("Ring igen", _call_again(virksomhed, today), width),
        *stack("Fast kontakttid", _fixed_times(whole), width),
        *stack("Kontaktpersoner", (*_named(whole, today), *_people(whole)), width),
        *stack("Sidste kontakt", _last(whole), width),
        *stack("Sidst spurgt", _asked(whole), width),
        *stack("Som vært", _host(whole), width),
        *stack("Lige nu", _at_a_time(whole), width),
        *stack("Kan tage hensyn til", map(one_line, virksomhed.rammer), width),
        *stack("Timer med løn", _paid(whole, today), width),
        *stack("Tager I en igen", (_again(it, today) for it in reversed(whole.again)), width),
        *section("Forløb nu", _forlobene(whole.now, whole, today, width), width),
        *section("Forløb før", _forlobene(whole.before, whole, today, width), width),
        *section("Jobåbninger", [line for it in whole.openings for line in _opening(it, today, width)], width),
        *section("Det er sket", _history(whole, today, width, everything), width),
        *next_steps(_steps(whole), width, behind),
    ]


def _call_again(virksomhed: Virksomhed, today: date) -> Iterator[str]:
    """Their own wish; whether it was kept stands under what has happened."""
    if virksomhed.ring_igen:
        verb = "Ville gerne ringes op" if virksomhed.ring_igen <= today.isoformat() else "Vil gerne ringes op"
        yield f"{verb} fra {long_date(virksomhed.ring_igen)}."


def _named(whole: WholeVirksomhed, today: date) -> Iterator[str]:
    for it in whole.people:
        told = ", ".join(one_line(part) for part in (it.rolle, it.telefon, it.email) if part)
        gone = f", ikke længere fra {short_date(it.ophort, today)}" if it.ophort else ""
        yield f"{it.nr}  {one_line(it.navn)}{f', {told}' if told else ''}{gone}"


def _asked(whole: WholeVirksomhed) -> Iterator[str]:
    if whole.asked is not None:
        alias = one_line(whole.aliases[whole.asked.borger])
        yield f"{weekday_date(whole.asked.dato)} for {alias}: {ASKED.get(whole.asked.trin, whole.asked.trin)}"


def _fixed_times(whole: WholeVirksomhed) -> Iterator[str]:
    """The same time for several forløb is one line."""
    times: dict[str, list[str]] = {}
    for forlob in whole.now:
        if forlob.fast_tid:
            times.setdefault(one_line(forlob.fast_tid), []).append(f"f{forlob.nr}")
    yield from (f"{time} ({listed(numbers)})" for time, numbers in times.items())


def _people(whole: WholeVirksomhed) -> Iterator[str]:
    for forlob in whole.now:
        found = ((word, getattr(forlob, column)) for column, word in _CONTACTS)
        named = [f"{word}{one_line(name)}" for word, name in found if name]
        if named:
            yield f"f{forlob.nr}: {', '.join(named)}"


def _last(whole: WholeVirksomhed) -> Iterator[str]:
    if whole.last is not None:
        how = f", {_HOW[whole.last.how]}" if whole.last.how in _HOW else ""
        yield f"{weekday_date(whole.last.dato)}{how}"


def _host(whole: WholeVirksomhed) -> Iterator[str]:
    """What the record says, and what has been seen here: they may have had others before."""
    ended = len(whole.before)
    if whole.virksomhed.vaert == "ny" and not ended:
        first = "det første forløb" if whole.now else "der har ikke været et forløb endnu"
        yield f"Ny som vært: {first}. Gennemgå det hele ved startmødet."
    elif whole.virksomhed.vaert is None and not ended:
        yield f"Det står ikke, om de har haft forløb før. Skriv det: vforlob virksomhed ret v{whole.virksomhed.nr}"
    else:
        here = (
            f"{counted(ended, 'forløb er', 'forløb er')} afsluttet her" if ended else "ingen er afsluttet hos dig endnu"
        )
        yield f"Har haft forløb før: {here}."


def _at_a_time(whole: WholeVirksomhed) -> Iterator[str]:
    """What they have said they can have, beside what they have."""
    now = f"{counted(len(whole.now), 'forløb', 'forløb')}" if whole.now else "ingen forløb"
    yield f"{now}. Højst på én gang: {whole.most}."
    most, planned = whole.virksomhed.max_antal, len(whole.now) - whole.here
    if most is not None:
        begun = f"{whole.here} er begyndt{f', {planned} er på vej' if planned else ''}."
        over = " Det er flere, end de har sagt." if len(whole.now) > most else ""
        yield f"De har sagt højst {most}. {begun}{over}"
    if whole.close:
        numbers = f" ({listed([f'f{nr}' for nr in whole.close])})"
        yield f"{len(whole.close)} af dem følges tæt{numbers}."


def _paid(whole: WholeVirksomhed, today: date) -> Iterator[str]:
    if whole.refused:
        days = listed([f"f{nr} {short_date(dato, today)}" for dato, nr in whole.refused])
        yield f"Har sagt nej til løntimer {counted(len(whole.refused), 'gang', 'gange')} ({days})."
    if whole.paid:
        yield f"Har aftalt løntimer i {listed([f'f{nr}' for nr in whole.paid])}."


def _again(one: Again, today: date) -> str:
    said = ", ".join(one_line(word) for word in (one.svar, one.hvornar, one.slags) if word)
    return f"{said} (f{one.forlob}, sagt {short_date(one.dato, today)})"


def _forlobene(forlobene: tuple[Forlob, ...], whole: WholeVirksomhed, today: date, width: int) -> list[str]:
    return [line for it in forlobene for line in item(f"f{it.nr}", _forlob(it, whole, today), width)]


def _forlob(forlob: Forlob, whole: WholeVirksomhed, today: date) -> str:
    end = forlob.lukket if forlob.status == "lukket" else forlob.slut
    days = " - ".join(short_date(day, today) if day else "?" for day in (forlob.start, end))
    outcome = f": {OUTCOMES.get(forlob.udfald, forlob.udfald)}" if forlob.udfald else ""
    return f"{one_line(whole.aliases[forlob.borger])}, {ARTS.get(forlob.art, forlob.art)}, {days}{outcome}"


def _opening(opening: Jobabning, today: date, width: int) -> list[str]:
    when = f", svar senest {short_date(opening.frist, today)}" if opening.frist else ""
    late = LATE if opening.frist and opening.frist < today.isoformat() else ""
    hours = f" ({with_unit(opening.timer, 'timer')} om ugen)" if opening.timer else ""
    return item(str(opening.nr), f"{one_line(opening.opgaver or '')}{hours}{when}{late}", width)


def _history(whole: WholeVirksomhed, today: date, width: int, everything: bool) -> list[str]:
    shown = whole.history if everything else whole.history[:SHOWN]
    lines = [line for it in shown for line in dated(short_date(it.dato, today), _happened(it), width)]
    left = len(whole.history) - len(shown)
    more = f"Og {left} før: vforlob virksomhed vis v{whole.virksomhed.nr} --alle"
    return [*lines, *([f"   {line}" for line in wrap_told(more, width - 4)] if left else [])]


def _happened(one: Happening) -> str:
    return f"{one_line(one.tekst)}{f' (f{one.forlob})' if one.forlob else ''}"


def dated(day: str, text: str, width: int) -> list[str]:
    """The day in a column of its own, the text beside it."""
    if width < STACKED:
        return [f"   {day}", *(f"     {line}" for line in wrap(text, width - 6))]
    first, *rest = wrap(text, width - 14)
    return [f"   {day:>8}  {first}", *(f"{'':13}{line}" for line in rest)]


def _steps(whole: WholeVirksomhed) -> list[str]:
    nr = whole.virksomhed.nr
    shown = [f"forløb vis f{it.nr}" for it in whole.now[:1]]
    return [*shown, f"virksomhed ret v{nr}", f"kontaktperson ny v{nr}", f"jobåbning ny v{nr}", "forløb ny"]
