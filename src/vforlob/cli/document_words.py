"""What the line says about a document, and what is asked where it says nothing. Knows no file."""

from collections.abc import Sequence
from datetime import date

from vforlob.actions.documents.development import Development
from vforlob.actions.documents.overdragelse import Handover
from vforlob.actions.documents.overdragelse_parts import next_steps
from vforlob.agenda.near import did_you_mean
from vforlob.cli.context import context
from vforlob.cli.document_questions import asked
from vforlob.errors.dokumenter import DayAhead
from vforlob.errors.use import WrongUse
from vforlob.model.agenda import Felt
from vforlob.model.text import fold
from vforlob.rules.danish import listed, quoted
from vforlob.rules.dates import read_date
from vforlob.rules.year_choice import PAST

RING = Felt("ring", "Skal sagsbehandleren ringe til dig?", "janej", "Ja, når der er noget, I skal tale om.")
ADVICE = Felt("rad", "Hvad anbefaler du som næste skridt?", "tekst", "Enter, hvis det ikke skal stå der.")
TEXT = Felt("tekst", "Udkastet. Ret det, eller tag det, som det er", "tekst", "Enter tager udkastet.")


def one_of(typed: str, wanted: Sequence[str], command: str, what: str) -> str:
    """One of the words, empty where nothing was typed."""
    said = fold(typed.strip())
    if said and said not in wanted:
        hint = did_you_mean(typed, wanted)
        raise WrongUse(f"{what}: {listed(wanted, 'eller')}, ikke {quoted(typed)}{hint}.", command=command)
    return said


def since_day(typed: str) -> date | None:
    """A day that has been; None where none was typed."""
    if not typed.strip():
        return None
    day = read_date(typed, context().today, PAST)
    if day > context().today:
        raise DayAhead(day.isoformat())
    return day


def rings(handover: Handover, answer: str) -> bool:
    """Asked where somebody can answer; else as the newest samtale has it."""
    known = "ja" if handover.asks_to_talk else "nej"
    if not answer and context().may_ask:
        answer = asked(RING, f"Overdragelse af f{handover.forlob.nr}", known)
    return (answer or known) == "ja"


def advice_for(handover: Handover) -> str:
    """Only where no next step was agreed."""
    if not context().may_ask or any(True for _ in next_steps(handover.heard, "")):
        return ""
    return asked(ADVICE, f"Overdragelse af f{handover.forlob.nr}")


def text_for(development: Development, drafted: str) -> str:
    """The paragraph as drafted, or as the konsulent writes it."""
    return asked(TEXT, development.words.titel, drafted) if context().may_ask else drafted
