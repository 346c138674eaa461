"""Days that cannot be right beside the forløb's own, and hours beyond a week, with one sentence for each."""

from collections.abc import Iterator

from vforlob.agenda.around import Against, Around
from vforlob.model.agenda import Punkt
from vforlob.model.answers import Answers, Key
from vforlob.rules.danish import number, plain_date

KINDS_OF_HOURS = ("praktik", "lontilskud", "ordinaer")
FULL_TIME = 37

_BOTH = "Der står både en dag for opfølgning og »ingen aftale«. Behold den ene."
_EARLIER_END = "Den nye slutdato ligger før den, der gælder nu: {}. En forlængelse går fremad. Ret datoen."
_END_FIRST = "Den nye slutdato ligger før opstart den {}. Ret datoen."
_START_LAST = "Den første dag ligger efter forløbets slutdato, {}. Ret dagen, eller ret slutdatoen på forløbet først."
_TOO_MANY = "Timerne giver {} om ugen, og det er mere end {}. Ret et tal, eller skriv en note til punktet."


def dates(punkt: Punkt, answers: Answers, around: Around) -> Iterator[Against]:
    if "forlob.slut" in punkt.writes:
        yield from _extension(punkt, answers, around)
    if "forlob.start" in punkt.writes:
        start = answers.get(Key(punkt.id, "dato"))
        if start is not None and around.slut and str(start) > around.slut:
            yield Against(Key(punkt.id, "dato"), _START_LAST.format(plain_date(around.slut)))
    if "plan" in punkt.writes and Key(punkt.id, "dato") in answers and Key(punkt.id, "svar") in answers:
        yield Against(Key(punkt.id, "svar"), _BOTH)


def too_many_hours(punkt: Punkt, answers: Answers) -> Iterator[Against]:
    """Each kind is bounded by itself; together they are one week."""
    if "timer" not in punkt.writes:
        return
    said = {kind: answers.get(Key(punkt.id, kind)) for kind in KINDS_OF_HOURS}
    hours = {kind: value for kind, value in said.items() if isinstance(value, int | float)}
    total = sum(hours.values())
    if len(hours) > 1 and total > FULL_TIME and max(hours.values()) <= FULL_TIME:
        yield Against(Key(punkt.id, list(hours)[-1]), _TOO_MANY.format(number(total), FULL_TIME))


def _extension(punkt: Punkt, answers: Answers, around: Around) -> Iterator[Against]:
    slut = answers.get(Key(punkt.id, "slut"))
    if slut is None:
        return
    if around.start and str(slut) < around.start:
        yield Against(Key(punkt.id, "slut"), _END_FIRST.format(plain_date(around.start)))
    elif around.slut and str(slut) < around.slut:
        yield Against(Key(punkt.id, "slut"), _EARLIER_END.format(plain_date(around.slut)))
