"""What is said about a line of today's list: why, what to do, and the command. Knows no screen."""

from collections.abc import Callable
from datetime import date
from typing import NamedTuple

from vforlob.actions import today as kinds
from vforlob.actions.today import Line
from vforlob.cli.layout import one_line
from vforlob.rules.danish import clock, counted, weekday_date


class Held(NamedTuple):
    """What is held, how it is spoken of, and its command."""

    name: str
    it: str
    ready: str
    command: str


HELD = {
    "opfolgning": Held("Opfølgningen", "den", "færdig", "opfølgning"),
    "startmode": Held("Startmødet", "det", "færdigt", "startmøde"),
    "formode": Held("Formødet", "det", "færdigt", "formøde"),
}
OTHER = Held("Samtalen", "den", "færdig", "")
BY = {"besog": " som besøg", "telefon": " på telefon", "video": " på video", "kommunen": " hos kommunen"}


class Words(NamedTuple):
    """`command` is what follows "vforlob", in Danish spelling."""

    why: str
    do: str
    command: str


def words_of(line: Line, today: date) -> Words:
    first = _WORDS[line.kind](line, today)
    also = [_WORDS[other.kind](other, today).why for other in line.also]
    close = ["Tæt opfølgning."] if line.whose.taet and line.kind != kinds.CLOSELY else []
    return first._replace(why=" ".join([*close, first.why, *also]))


def _promise(line: Line, today: date) -> Words:
    late = counted(_days(line.dato, today), "dag", "dage")
    return Words(
        f"Du lovede: {_stop(line.text)} Det er {late} over tid.", "Gør det, eller aftal en ny dag.", _show(line)
    )


def _promised(line: Line, today: date) -> Words:
    return Words(f"Du har lovet: {_stop(line.text)} Senest {_when(line.dato, today)}.", "Gør det.", _show(line))


def _contact(line: Line, today: date) -> Words:
    held, days = HELD.get(line.agenda, OTHER), _days(line.dato, today)
    if days == 0:
        return Words(f"{held.name} er i dag{_at(line)}.", f"Hold {held.it}.", _hold(line))
    why = f"{held.name} skulle have været {weekday_date(line.dato or '')}{_at(line)}, {_ago(days)}."
    return Words(why, f"Hold {held.it}, eller aftal en ny dag.", _hold(line))


def _silent(line: Line, today: date) -> Words:
    return Words(_no_contact(line, today), "Ring, og hør, hvordan det går.", _hold(line))


def _closely(line: Line, today: date) -> Words:
    return Words(f"Tæt opfølgning. {_no_contact(line, today)}", "Ring i dag.", _hold(line))


def _unplanned(line: Line, today: date) -> Words:
    if line.agenda != "startmode":
        return Words("Der er ikke aftalt en næste kontakt.", "Hold en opfølgning, eller ring.", _hold(line))
    begins = f" Forløbet begynder {_when(line.whose.start, today)}." if (line.whose.start or "") >= str(today) else ""
    return Words(f"Startmødet er ikke holdt.{begins}", "Hold det.", _hold(line))


def _draft(line: Line, today: date) -> Words:
    held = HELD.get(line.agenda, OTHER)
    day = f" fra {weekday_date(line.dato)}" if line.dato else ""
    command = _hold(line) if line.agenda in HELD else "fortsæt"
    return Words(f"{held.name}{day} er ikke {held.ready}.", f"Gør {held.it} {held.ready}.", command)


def _planned(line: Line, today: date) -> Words:
    held = HELD.get(line.agenda, OTHER)
    return Words(f"{held.name} er {_when(line.dato, today)}{_at(line)}.", f"Forbered {held.it}.", _hold(line))


def _ending(line: Line, today: date) -> Words:
    days = counted(-_days(line.whose.slut, today), "dag", "dage")
    ends = "i dag" if line.whose.slut == str(today) else f"{weekday_date(line.whose.slut or '')} (om {days})"
    return Words(f"Forløbet slutter {ends}.", "Aftal den afsluttende samtale.", _show(line))


def _over(line: Line, today: date) -> Words:
    why = f"Forløbet sluttede {weekday_date(line.whose.slut or '')} og er ikke lukket."
    return Words(why, "Tal med virksomheden om, hvordan det gik.", _show(line))


_WORDS: dict[str, Callable[[Line, date], Words]] = {
    kinds.PROMISE: _promise,
    kinds.PROMISED: _promised,
    kinds.CONTACT: _contact,
    kinds.SILENT: _silent,
    kinds.CLOSELY: _closely,
    kinds.UNPLANNED: _unplanned,
    kinds.DRAFT: _draft,
    kinds.PLANNED: _planned,
    kinds.ENDING: _ending,
    kinds.OVER: _over,
}


def _hold(line: Line) -> str:
    return f"{HELD[line.agenda].command} {_number(line)}"


def _show(line: Line) -> str:
    return f"{'borger' if line.whose.forlob is None else 'forløb'} vis {_number(line)}"


def _number(line: Line) -> str:
    return f"b{line.whose.borger}" if line.whose.forlob is None else f"f{line.whose.forlob}"


def _at(line: Line) -> str:
    return f"{' ' + clock(line.kl) if line.kl else ''}{BY.get(line.form or '', '')}"


def _no_contact(line: Line, today: date) -> str:
    if not line.last:
        return "Der har ikke været kontakt endnu."
    return f"Ingen kontakt i {counted(_days(line.last, today), 'dag', 'dage')}."


def _when(day: str | None, today: date) -> str:
    away = -_days(day, today)
    return {0: "i dag", 1: "i morgen"}.get(away) or weekday_date(day or "")


def _days(day: str | None, today: date) -> int:
    return (today - date.fromisoformat(day)).days if day else 0


def _ago(days: int) -> str:
    return "i går" if days == 1 else f"for {counted(days, 'dag', 'dage')} siden"


def _stop(text: str) -> str:
    """What was typed as a sentence, with one full stop."""
    said = one_line(text).rstrip(".")
    return f"{said[:1].upper()}{said[1:]}."
