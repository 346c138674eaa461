"""The words of wishes and henvendelser on a screen and on the line. Knows no storage."""

from datetime import date

from vforlob.cli.layout import one_line
from vforlob.model.jobabning import Henvendelse
from vforlob.rules.danish import short_date

STEPS = {
    "kontaktet": "kontaktet",
    "snusebesog": "snusebesøg",
    "samtale": "samtale",
    "aftale": "aftale",
    "afslag": "afslag",
}
STATUS = {
    "ikke_afsogt": "ikke afsøgt",
    "kontaktet": "kontaktet",
    "snuset": "snuset",
    "afvist": "afvist",
    "match": "match",
}

ENOUGH = 5  # wishes: the list the source asks for; fewer are shown as fewer and stop nobody
_LONGEST = 6  # digits


def step_words(one: Henvendelse, today: date) -> str:
    """ "afslag 3/11 (har lige ansat to)" """
    why = f" ({one_line(one.grund)})" if one.grund else ""
    return f"{STEPS.get(one.trin, one.trin)} {short_date(one.dato, today)}{why}"


def steps_words(steps: tuple[Henvendelse, ...], today: date) -> str:
    """Every step in its order; what was written of the last one stands behind it."""
    text = one_line(steps[-1].tekst or "")
    return ", ".join(step_words(one, today) for one in steps) + (f" · {text}" if text else "")


def whole_number(typed: str, command: str) -> int:
    """Of a wish on the list, or of an opening. Raises WrongUse."""
    digits = typed.strip()
    if not digits.isascii() or not digits.isdigit() or len(digits) > _LONGEST:
        from vforlob.errors.use import WrongUse  # only for a line that went wrong

        raise WrongUse("Skriv et tal efter --ønske og --jobåbning, fx --ønske 1.", command=command)
    return int(digits)
