"""What the case must know of the whole forløb when it ends: which it was, its purpose, what worked. Knows no gate."""

from collections.abc import Iterator

from vforlob.model.answers import Key
from vforlob.model.case import Held
from vforlob.model.referat import Afsnit, Linje
from vforlob.rules.danish import listed, number, plain_date
from vforlob.rules.progress import agreed_hours, weekly
from vforlob.rules.voices import WORKS
from vforlob.rules.voices_later import AIMS, ARTS

HEADING = "Forløbet"


def handover(held: Held) -> tuple[Afsnit, ...]:
    """For sagsbehandler and journal, first in the text of a samtale that closes a forløb."""
    is_closing = any("udfald" in p.writes and Key(p.id, "kode") in held.answers for p in held.agenda.punkter)
    if not is_closing or held.case.forlob is None:
        return ()
    return (Afsnit("forlobet", HEADING, tuple(_lines(held))),)


def _lines(held: Held) -> Iterator[Linje]:
    forlob, virksomhed = held.case.forlob, held.case.virksomhed
    assert forlob is not None
    where = f" hos {virksomhed.navn}" if virksomhed else ""
    yield Linje("Art", f"{ARTS.get(forlob.art, forlob.art)}{where}")
    period = " – ".join(plain_date(day) for day in (forlob.start, forlob.slut) if day)
    if period:
        yield Linje("Aftalt periode", period)
    aim = ". ".join(filter(None, (AIMS.get(forlob.hensigt_art or "", ""), forlob.hensigt)))
    if aim:
        yield Linje("Formål", aim)
    hours = [one for one in agreed_hours(held.case) if one.forlob == forlob.nr and weekly(one)]
    if hours:
        first, last = number(weekly(hours[0])), number(weekly(hours[-1]))
        yield Linje("Timer om ugen", first if first == last else f"fra {first} til {last}")
    worked = [f"{one.losning} ({WORKS[one.virker]})" for one in held.case.hensyn if one.losning and one.virker in WORKS]
    if worked:
        yield Linje("Hensyn", listed(worked))
