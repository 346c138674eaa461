"""The few questions a document asks when somebody sits at the keyboard. Knows no document; writes one setting."""

from collections.abc import Iterator
from contextlib import contextmanager

from vforlob.actions.asking import ALONE, Answered, Cleared, Pause, Question
from vforlob.actions.documents.contacts import TRAEFFETID, one_line
from vforlob.actions.settings import is_set, keep_setting
from vforlob.agenda.kinds import KINDS
from vforlob.cli.ask import asker
from vforlob.cli.context import context
from vforlob.cli.show import err
from vforlob.cli.stopping import Stopped
from vforlob.errors.answer import BadAnswer
from vforlob.errors.use import WrongUse
from vforlob.model.agenda import Felt
from vforlob.store.store import Store

NOT_MADE = "Stoppet. Der er ikke lavet noget."
REACHED = Felt(
    TRAEFFETID,
    "Hvornår kan man ringe til dig?",
    "kort",
    "Fx »hverdage kl. 8-15«. Det står på kortene og bliver gemt. Enter, hvis det ikke skal stå der.",
)


class _Left(Exception):
    """She paused at a question: nothing is made, and nothing is wrong."""


@contextmanager
def may_be_left() -> Iterator[None]:
    """Around a document that asks something."""
    try:
        yield
    except _Left:
        err(NOT_MADE)


def asked(felt: Felt, heading: str, current: str = "") -> str:
    """What was answered; Enter takes what stands there. Leaving it is leaving the document."""
    today = context().today
    question = Question(
        kind=felt.kind,
        text=felt.text,
        read=lambda typed: KINDS[felt.kind].read(typed, felt, today),
        page=ALONE,
        heading=heading,
        help=felt.help,
        current=current or None,
        current_text=KINDS[felt.kind].show(current, felt) if current else "",
        saves=False,
    )
    reply = asker(context(), ALONE)(question)
    if isinstance(reply, Pause) and reply.interrupted:
        err(NOT_MADE)
        raise Stopped
    if isinstance(reply, Pause):
        raise _Left
    if isinstance(reply, Cleared):
        return ""
    return str(reply.value) if isinstance(reply, Answered) and reply.value is not None else current


def keep_hours(store: Store, typed: str) -> None:
    """When the konsulent can be reached: from the line, else asked once where somebody can answer."""
    if typed.strip():
        keep_setting(store, TRAEFFETID, one_line(_read(typed)))
    elif context().may_ask and not is_set(store, TRAEFFETID):
        keep_setting(store, TRAEFFETID, one_line(asked(REACHED, "Kontaktkort")))


def _read(typed: str) -> str:
    """As the question would have it: clean, not too long, and without a cpr number."""
    try:
        return str(KINDS[REACHED.kind].read(typed, REACHED, context().today))
    except BadAnswer as bad:
        raise WrongUse(f"--træffetid: {bad.sentence}", command="kontaktkort") from None
