"""What is said of a contact whose day has come, or comes soon: agreed, or asked for by a rule. Knows no screen."""

from datetime import date

from vforlob.actions.today_line import Line
from vforlob.cli.today_commands import first_known
from vforlob.cli.today_days import ago, days_since, when
from vforlob.cli.today_held import held_of, hold, number_of
from vforlob.rules.danish import clock, counted, weekday_date

AGREED = "aftalt"
CALL = "Ring, og hør, hvordan det går."
BY = {"besog": " som besøg", "telefon": " på telefon", "video": " på video", "kommunen": " hos kommunen"}
# Days of their own in the contact plan. What an interval asks for is told by how long it has been.
_OWN_DAYS = {
    "milepael_dag_2": "Kontakten i de første dage",
    "milepael_uge_1": "Kontakten efter den første uge",
    "milepael_uge_2": "Kontakten efter to uger",
    "milepael_uge_4": "Kontakten efter fire uger",
    "forlob_slutter_dage": "Kontakten, før forløbet slutter,",
    "opkald_opfolgning_dage": "Kontakten efter opkaldet",
}


def contact(line: Line, today: date) -> tuple[str, str, str]:
    """Why, what to do, and the command: its day is today or past."""
    if line.kilde == AGREED:
        return _agreed(line, today)
    if line.agenda == "opfolgning":
        why = _own_day(line, today) if line.kilde in _OWN_DAYS else _silence(line, today)
        return f"{_week(line, today)}{why}", CALL, _call(line)
    if line.agenda == "eftervaern":
        return f"Efterværn: {_silence(line, today)}", CALL, hold(line)
    held = held_of(line.agenda)
    return _asked_for(line, today), f"Hold {held.it}.", hold(line)


def planned(line: Line, today: date) -> tuple[str, str, str]:
    """Its day is still to come."""
    held = held_of(line.agenda)
    if line.kilde == AGREED:
        return f"{held.name} er {when(line.dato, today)}{_at(line)}.", f"Forbered {held.it}.", hold(line)
    if line.agenda in {"opfolgning", "eftervaern"}:
        lead = "Efterværn: der" if line.agenda == "eftervaern" else "Der"
        why = f"{lead} skal være kontakt senest {when(line.dato, today)}."
        return why, "Aftal en dag.", _call(line) if line.agenda == "opfolgning" else hold(line)
    return _asked_for(line, today), f"Aftal en dag til {held.it}.", hold(line)


def _agreed(line: Line, today: date) -> tuple[str, str, str]:
    held, days = held_of(line.agenda), days_since(line.dato, today)
    if days == 0:
        return f"{held.name} er i dag{_at(line)}.", f"Hold {held.it}.", hold(line)
    why = f"{held.name} skulle have været {weekday_date(line.dato or '')}{_at(line)}, {ago(days)}."
    return why, f"Hold {held.it}, eller aftal en ny dag.", hold(line)


def _asked_for(line: Line, today: date) -> str:
    """A meeting that the plan asks for and nobody has agreed on."""
    slut, held = line.whose.slut or "", held_of(line.agenda)
    if line.agenda == "startmode":
        start = line.whose.start or ""
        begins = f" Forløbet {'begynder' if start >= str(today) else 'begyndte'} {when(start, today)}." if start else ""
        return f"Startmødet er ikke holdt.{begins}"
    if line.agenda == "midtvejs":
        if line.is_soon:
            return f"Forløbet er halvvejs {when(line.dato, today)}. Midtvejsevalueringen er ikke aftalt."
        return "Forløbet er halvvejs. Midtvejsevalueringen er ikke holdt."
    if line.agenda == "afslutning" and slut:
        ends = "slutter" if slut >= str(today) else "sluttede"
        missing = "aftalt" if line.is_soon else "holdt"
        return f"Forløbet {ends} {when(slut, today)}. Den afsluttende samtale er ikke {missing}."
    late = f"skulle have været {weekday_date(line.dato or '')}" if not line.is_soon else f"er {when(line.dato, today)}"
    return f"{held.name} {late}."


def _own_day(line: Line, today: date) -> str:
    name, days = _OWN_DAYS[line.kilde], days_since(line.dato, today)
    if days == 0:
        return f"{name} er i dag."
    return f"{name} skulle have været {weekday_date(line.dato or '')}, {ago(days)}."


def _silence(line: Line, today: date) -> str:
    if not line.last:
        return "Der har ikke været kontakt endnu."
    return f"Ingen kontakt i {counted(days_since(line.last, today), 'dag', 'dage')}."


def _week(line: Line, today: date) -> str:
    """In the first weeks, where the number says how early it is."""
    start = line.whose.start
    return f"Uge {days_since(start, today) // 7 + 1}. " if line.is_early and start and start <= str(today) else ""


def _call(line: Line) -> str:
    return first_known(f"kontakt {number_of(line)}", hold(line))


def _at(line: Line) -> str:
    return f"{' ' + clock(line.kl) if line.kl else ''}{BY.get(line.form or '', '')}"
