"""What is said about a line of today's list: why, what to do, and the command. Knows no screen."""

from collections.abc import Callable
from datetime import date
from typing import NamedTuple

from vforlob.actions import today_line as kinds
from vforlob.actions.today_line import Line
from vforlob.cli.layout import one_line
from vforlob.cli.today_commands import command_called, first_known
from vforlob.cli.today_contacts import contact, planned
from vforlob.cli.today_days import ago, days_since, stop, when
from vforlob.cli.today_held import held_of, hold, number_of, show
from vforlob.rules.danish import counted, quoted, weekday_date


class Words(NamedTuple):
    """`command` is what follows "vforlob", in Danish spelling."""

    why: str
    do: str
    command: str


def words_of(line: Line, today: date) -> Words:
    """Of the line itself: what there is beside it stands under it."""
    words = Words(*_WORDS[line.kind](line, today))
    return words._replace(why=f"Tæt opfølgning. {words.why}") if _says_closely(line) else words


def also_of(line: Line, today: date) -> tuple[str, ...]:
    """The further reasons, each a sentence or two. Which week it is has been said, or does not matter here."""
    return tuple(_without_week(Words(*_WORDS[other.kind](other, today)).why) for other in line.also)


def _without_week(why: str) -> str:
    week, _, rest = why.partition(". ")
    return rest if rest and week.startswith("Uge ") and week[4:].isdigit() else why


def _says_closely(line: Line) -> bool:
    return line.whose.taet and not line.text.startswith("Tæt opfølgning")


def _promise(line: Line, today: date) -> tuple[str, str, str]:
    late = counted(days_since(line.dato, today), "dag", "dage")
    why = f"Du lovede: {stop(line.text)} Det er {late} over tid."
    return why, "Hold, hvad du lovede, eller aftal en ny dag.", _aftale(line)


def _promised(line: Line, today: date) -> tuple[str, str, str]:
    do = "Få det gjort i dag." if line.dato == str(today) else "Få det gjort inden da."
    return f"Du har lovet: {stop(line.text)} Senest {when(line.dato, today)}.", do, _aftale(line)


def _sign(line: Line, _today: date) -> tuple[str, str, str]:
    return one_line(line.text), one_line(line.move), first_known(line.command, show(line))


def _vitas(line: Line, today: date) -> tuple[str, str, str]:
    command = first_known(f"vitas {number_of(line)}", show(line))
    if line.is_soon:
        why = f"Forløbet begynder {when(line.dato, today)}, og der er ingen bevilling i VITAS endnu."
        return why, "Få ansøgningen sendt.", command
    begun = "begynder i dag" if line.dato == str(today) else f"begyndte {weekday_date(line.dato or '')}"
    return f"Forløbet {begun}, og der er ingen bevilling i VITAS.", "Skriv, hvordan det står i VITAS.", command


def _limit(line: Line, _today: date) -> tuple[str, str, str]:
    return one_line(line.text), "Tal med sagsbehandleren, eller ret datoerne.", f"forløb ret {number_of(line)}"


def _over(line: Line, _today: date) -> tuple[str, str, str]:
    why = f"Forløbet sluttede {weekday_date(line.dato or '')} og er ikke lukket."
    command = first_known(f"afslutning {number_of(line)}", show(line))
    return why, "Hold den afsluttende samtale.", command


def _referred(line: Line, today: date) -> tuple[str, str, str]:
    days = days_since(line.dato, today)
    why = f"Henvist {weekday_date(line.dato or '')}, {ago(days)}, og der har ikke været kontakt endnu."
    return why, "Ring, og aftal et formøde.", hold(line)


def _goal(line: Line, today: date) -> tuple[str, str, str]:
    """In the meeting they are taken first; between two meetings by themselves."""
    name = f" {quoted(one_line(line.text))}" if line.text.strip() else ""
    why = f"Delmålet{name} skulle være nået {when(line.dato, today)}."
    return why, "Hør, hvordan det går med det, og skriv det ind.", first_known(f"delmål ret {line.nr}", show(line))


def _unplanned(line: Line, _today: date) -> tuple[str, str, str]:
    return (
        "Der er ikke aftalt en næste kontakt.",
        "Ring, og aftal en dag.",
        first_known(f"kontakt {number_of(line)}", hold(line)),
    )


def _draft(line: Line, _today: date) -> tuple[str, str, str]:
    held = held_of(line.agenda)
    day = f" fra {weekday_date(line.dato)}" if line.dato else ""
    if line.kilde:
        name = held.name[:1].lower() + held.name[1:]
        return f"Rettelsen af {name}{day} er ikke færdig.", "Gør den færdig.", f"samtale ret s{line.nr}"
    command = hold(line) if command_called(line.agenda) else "fortsæt"
    return f"{held.name}{day} er ikke {held.ready}.", f"Gør {held.it} {held.ready}.", command


def _aftale(line: Line) -> str:
    return first_known(f"aftale ret {line.nr}", show(line))


_WORDS: dict[str, Callable[[Line, date], tuple[str, str, str]]] = {
    kinds.PROMISE: _promise,
    kinds.PROMISED: _promised,
    kinds.SIGN: _sign,
    kinds.CONTACT: contact,
    kinds.PLANNED: planned,
    kinds.VITAS: _vitas,
    kinds.OVER: _over,
    kinds.ENDING: _sign,
    kinds.LIMIT: _limit,
    kinds.REFERRED: _referred,
    kinds.CLOSED: _sign,
    kinds.GOAL: _goal,
    kinds.UNPLANNED: _unplanned,
    kinds.DRAFT: _draft,
}
