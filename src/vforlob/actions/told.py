"""What the konsulent is told, alone, once a samtale is finished: what it set going, and what is missing still.

Blocks nothing. Whose words these are: ours, about records and rules; what a person has typed is quoted as it stands.
"""

from collections.abc import Iterator
from datetime import date
from typing import NamedTuple

from vforlob.actions.effects.base import Effect
from vforlob.model.aftale import Aftale
from vforlob.model.agenda import Agenda
from vforlob.model.answers import Answers, Key, is_answered
from vforlob.model.case import Case
from vforlob.model.forlob import Forlob
from vforlob.model.samtale import Samtale
from vforlob.model.tegn import Tegn
from vforlob.rules.danish import counted, listed, long_date, plain_date, quoted, short_date
from vforlob.rules.gate_tables import KONSULENT
from vforlob.rules.graenser import limit_warnings
from vforlob.rules.outcomes import CALL_ABOUT_WHY, EARLY, EMPLOYED, STAYED_AWAY
from vforlob.rules.rulebook import RuleBook
from vforlob.rules.voices import PARTS

ATTEMPTS = "udeblevet_forsog"
LEARNING, NEXT_STEP = "laering", "naeste_skridt"
CLOSED = "lukket"
# The sign that asks for a choice: negotiate, find another virksomhed, or say why it goes on.
DONE_AND_REFUSED = "selvstaendig_afvist"


class Finished(NamedTuple):
    """`before` and `after` are the case around the finishing; `new` the effects that no earlier version had; `signs`
    the early signs that stand now, where pay was on the agenda. `step_down` proposes to speak less often.
    """

    agenda: Agenda
    samtale: Samtale
    answers: Answers
    before: Case
    after: Case
    rules: RuleBook
    new: tuple[Effect, ...]
    signs: tuple[Tegn, ...] = ()
    step_down: str = ""

    @property
    def writes_outcome(self) -> bool:
        return any("udfald" in punkt.writes for punkt in self.agenda.punkter)


def asks_about_pay(agenda: Agenda) -> bool:
    return any("lonkroner" in punkt.writes for punkt in agenda.punkter)


def told_words(finished: Finished) -> tuple[str, ...]:
    """In the order that matters: what changed, what was promised, what should be thought of."""
    forlob, before = finished.after.forlob, finished.before.forlob
    lines = [*_own_promises(finished)]
    if forlob is not None and before is not None:
        lines += _limits(finished, forlob)
        lines += [f"{one.sentence} {one.move}" for one in finished.signs if one.id == DONE_AND_REFUSED]
        if forlob.status == CLOSED and finished.writes_outcome:
            lines += _closed(finished, forlob, before)
        elif before.status == CLOSED and finished.writes_outcome:
            lines.append("Forløbet er åbent igen, for det har ikke længere et udfald.")
        elif finished.writes_outcome:
            lines.append("Forløbet er stadig åbent, for der er ikke valgt et udfald.")
        elif forlob.status == CLOSED:
            lines += _followed(finished, forlob)
        elif finished.step_down:
            lines.append(f"{finished.step_down} Du bestemmer: vforlob forløb ret f{forlob.nr}")
    return tuple(lines)


def _own_promises(finished: Finished) -> Iterator[str]:
    """Those that got their day from a rule, and the one that nobody typed."""
    for effect in finished.new:
        values = effect.values or {}
        if effect.emne != "aftale" or effect.nr is not None or KONSULENT not in values.get("hvem", ()):
            continue
        punkt, _, raekke = effect.key.rpartition("/")
        day = values.get("frist")
        if day is None:
            continue
        if values["hvad"] == CALL_ABOUT_WHY and not raekke.isdecimal():
            yield f"Det er blevet en aftale: {CALL_ABOUT_WHY}. Senest {long_date(day)}."
        elif raekke.isdecimal() and Key(punkt, "frist", int(raekke)) not in finished.answers:
            yield f"Du har lovet {quoted(values['hvad'])} uden en dato. Fristen er sat til {long_date(day)}."


def _limits(finished: Finished, forlob: Forlob) -> tuple[str, ...]:
    """Where this samtale moved the first or the last day. They may name the target group, and are hers alone."""
    before = finished.before.forlob
    if before is not None and (before.start, before.slut) == (forlob.start, forlob.slut):
        wished = _wished_end(finished)
        if wished is None:
            return ()
        return limit_warnings(forlob, finished.after.borger.malgruppe, finished.rules, _day(finished), wished)
    was = before.slut if before is not None else None
    seen = forlob._replace(slut=was) if was != forlob.slut else forlob
    return limit_warnings(seen, finished.after.borger.malgruppe, finished.rules, _day(finished), forlob.slut)


def _wished_end(finished: Finished) -> str | None:
    """An end that was talked about, and is not agreed yet."""
    for punkt in finished.agenda.punkter:
        if "forlob.slut" in punkt.writes and Key(punkt.id, "slut") in finished.answers:
            return str(finished.answers[Key(punkt.id, "slut")])
    return None


# --- a forløb that closes ---


def _closed(finished: Finished, forlob: Forlob, before: Forlob) -> Iterator[str]:
    day = plain_date(forlob.lukket or finished.samtale.dato)
    if before.status != CLOSED:
        yield f"Forløbet er lukket den {day}: {_outcome(finished)}."
    elif (before.udfald, before.lukket) != (forlob.udfald, forlob.lukket):
        yield f"Slutningen er rettet. Forløbet er lukket den {day}: {_outcome(finished)}."
    if forlob.eftervaern:
        yield f"Efterværnet varer til {long_date(forlob.eftervaern)}, og kontakterne er planlagt."
    elif before.eftervaern:
        yield "Der er ikke længere efterværn, og kontakterne i det er taget af planen."
    yield from _missing(finished, forlob)
    yield from _still_open(finished)
    if forlob.udfald in EARLY:
        yield f"Giv det videre til sagsbehandleren: vforlob referat s{finished.samtale.nr} --til sagsbehandler"


def _outcome(finished: Finished) -> str:
    from vforlob.agenda.kinds import show  # late: only where a forløb closes

    for punkt in finished.agenda.punkter:
        kode, felt = finished.answers.get(Key(punkt.id, "kode")), punkt.felt("kode")
        if "udfald" in punkt.writes and kode is not None and felt is not None:
            return show(kode, felt)
    return str(finished.after.forlob.udfald) if finished.after.forlob else ""


def _missing(finished: Finished, forlob: Forlob) -> Iterator[str]:
    """Told, and never demanded: an ending is written down also when there is no time for more."""
    mend = f"vforlob samtale ret s{finished.samtale.nr}"
    asked = {punkt.id for punkt in finished.agenda.punkter}
    if LEARNING in asked and not is_answered(finished.answers, LEARNING):
        yield f"Læringsnoten er tom. Tre korte linjer nu hjælper ved det næste match: {mend}"
    has_next = Key(NEXT_STEP, "hvad") in finished.answers or forlob.udfald in EMPLOYED
    if NEXT_STEP in asked and not has_next:
        yield f"Der er ikke aftalt et næste skridt for borgeren. Skriv det, når det er aftalt: {mend}"
    if forlob.udfald == STAYED_AWAY:
        yield from _attempts(finished)


def _attempts(finished: Finished) -> Iterator[str]:
    rule = finished.rules.find(ATTEMPTS, _day(finished))
    tried = [one for one in finished.after.kontakter if one.naet == "nej" and "borger" in one.med]
    if rule is not None and len(tried) < rule.number:
        made = counted(len(tried), "forsøg", "forsøg")
        yield (
            f"Der er skrevet {made} på at få fat i borgeren. Prøv mindst {rule.number} gange på forskellige måder, "
            f"og skriv dem: vforlob kontakt f{finished.samtale.forlob}"
        )


def _still_open(finished: Finished) -> Iterator[str]:
    open_ones = [aftale for aftale in finished.after.aftaler if aftale.status == "aben"]
    if open_ones:
        yield f"{counted(len(open_ones), 'aftale er stadig åben', 'aftaler er stadig åbne')}:"
        yield from (f"  {_aftale(aftale, finished.samtale.dato)}" for aftale in open_ones)


def _aftale(aftale: Aftale, today: str) -> str:
    who = listed([PARTS.get(word, word) for word in aftale.hvem])
    when = f"senest {short_date(aftale.frist, today)}" if aftale.frist else ""
    return f"{aftale.nr}  {' · '.join(filter(None, (aftale.hvad, who, when)))}"


def _followed(finished: Finished, forlob: Forlob) -> Iterator[str]:
    """A samtale in efterværn after which none is left."""
    planned = any(plan.samtale == finished.samtale.nr for plan in finished.after.planer)
    if forlob.eftervaern and not planned and any("plan" in punkt.writes for punkt in finished.agenda.punkter):
        yield f"Der er ikke flere kontakter i efterværnet. Det slutter {long_date(forlob.eftervaern)}."


def _day(finished: Finished) -> date:
    return date.fromisoformat(finished.samtale.dato)
