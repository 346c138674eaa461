"""What is told when a samtale is finished, or cannot be yet. Knows no storage."""

from collections.abc import Iterable
from datetime import date

from vforlob.actions.apply import Kept
from vforlob.actions.record_words import column_word, record_word
from vforlob.agenda.around import Against
from vforlob.agenda.reserved import punkt_of
from vforlob.model.agenda import Agenda
from vforlob.model.case import Case
from vforlob.model.samtale import Samtale
from vforlob.rules.danish import clock, counted, listed, long_date
from vforlob.rules.kontaktplan import longest_wait
from vforlob.rules.rulebook import RuleBook


def next_contact_words(case: Case, samtale: Samtale, rules: RuleBook) -> tuple[str, ...]:
    """The contact that this samtale planned."""
    planned = [plan for plan in case.planer if plan.samtale == samtale.nr]
    if not planned:
        return ()
    plan = planned[-1]
    when = f" {clock(plan.kl)}" if plan.kl else ""
    late = "" if is_after_closing(case) else late_words(case, samtale.dato, plan.dato, rules)
    return (f"Næste kontakt: {long_date(plan.dato)}{when}.", *([late] if late else []))


def is_after_closing(case: Case) -> bool:
    """Efterværn has months between its days, and they are no delay."""
    return case.forlob is not None and case.forlob.status == "lukket"


def late_words(case: Case, samtale_dato: str, wished: str, rules: RuleBook) -> str:
    """Said where the agreed contact lies before the samtale or later than the rules allow; it stands all the same."""
    day = date.fromisoformat(samtale_dato)
    days, _ = longest_wait(case, day, rules)
    wait = (date.fromisoformat(wished) - day).days
    if wait < 0:
        return "Dagen for næste kontakt ligger før samtalen. Ret den, hvis det er en fejl."
    if wait <= days:
        return ""
    return f"Der går {counted(wait, 'dag', 'dage')} til næste kontakt. Reglen er højst {counted(days, 'dag', 'dage')}."


def kept_words(kept: Iterable[Kept]) -> tuple[str, ...]:
    """Each record that was changed by hand since, with what of it stands."""
    return tuple(
        f"Ikke ændret, fordi det er rettet siden: {record_word(one.emne)} {one.nr}{_columns(one)}." for one in kept
    )


def against_words(agenda: Agenda, against: Against) -> str:
    punkt = punkt_of(agenda, against.key.punkt)
    place = f"Punkt {punkt.number}" if punkt and punkt.number else punkt.text if punkt else ""
    return f"{place}: {against.sentence}" if place else against.sentence


def _columns(kept: Kept) -> str:
    names = [column_word(name) for name in kept.columns]
    return f" ({listed(names)})" if names else ""
