"""The page of one virksomhed, "Kun til dig": who to call, what has happened here. Facts, and no judgement of them."""

from collections.abc import Iterator
from datetime import date

from vforlob.actions.record_kinds.virksomhed import FELTER
from vforlob.actions.timeline_words import FORMS, OUTCOMES
from vforlob.actions.whole_virksomhed import Again, WholeVirksomhed
from vforlob.cli.layout import one_line
from vforlob.cli.page_parts import filled_in, heading, item, next_steps, section, stack
from vforlob.cli.record_lists import ARTS
from vforlob.model.forlob import Forlob
from vforlob.rules.danish import counted, listed, short_date, weekday_date

# Told by lines of their own.
_TOLD = {"navn", "vaert"}
_HOW = FORMS | {"sms": "sms", "mail": "mail"}
_CONTACTS = (
    ("kontakt_virksomhed", ""),
    ("mentor", "mentor "),
    ("kontakt_kommune", "hos kommunen "),
    ("stedfortraeder", "stedfortræder "),
)


def virksomhed_screen(whole: WholeVirksomhed, today: date, width: int, behind: str = "") -> list[str]:
    virksomhed = whole.virksomhed
    return [
        *heading(f"v{virksomhed.nr} · {one_line(virksomhed.navn)}", width),
        "",
        *filled_in((felt for felt in FELTER if felt.id not in _TOLD), virksomhed, width),
        *stack("Fast kontakttid", _fixed_times(whole), width),
        *stack("Kontaktpersoner", _people(whole), width),
        *stack("Sidste kontakt", _last(whole), width),
        *stack("Som vært", _host(whole), width),
        *stack("Lige nu", _at_a_time(whole), width),
        *stack("Timer med løn", _paid(whole, today), width),
        *stack("Tager I en igen", (_again(it, today) for it in reversed(whole.again)), width),
        *section("Forløb nu", _forlobene(whole.now, whole, today, width), width),
        *section("Forløb før", _forlobene(whole.before, whole, today, width), width),
        *next_steps(_steps(whole), width, behind),
    ]


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
        yield "Ny som vært: det første forløb. Gennemgå det hele ved startmødet."
    else:
        here = (
            f"{counted(ended, 'forløb er', 'forløb er')} afsluttet her" if ended else "ingen er afsluttet hos dig endnu"
        )
        yield f"Har haft forløb før: {here}."


def _at_a_time(whole: WholeVirksomhed) -> Iterator[str]:
    now = f"{counted(len(whole.now), 'forløb', 'forløb')}" if whole.now else "ingen forløb"
    yield f"{now}. Højst på én gang: {whole.most}."
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


def _steps(whole: WholeVirksomhed) -> list[str]:
    shown = [f"forløb vis f{it.nr}" for it in whole.now[:1]]
    return [*shown, f"virksomhed ret v{whole.virksomhed.nr}", "forløb ny"]
