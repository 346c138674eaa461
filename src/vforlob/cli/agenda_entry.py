"""Which agenda is meant when the line does not say. Knows how to ask, and what to say when nobody can be asked."""

from vforlob.actions.asking import ALONE, Answered, Question
from vforlob.agenda.library import agenda_names
from vforlob.agenda.reading import plain_id
from vforlob.cli.agenda_names import spelt
from vforlob.cli.context import context
from vforlob.errors.answer import BadAnswer
from vforlob.errors.use import NothingGiven


def pick_agenda(command: str) -> str:
    names = agenda_names(context().folder)
    if not context().may_ask:
        raise NothingGiven("navnet på en dagsorden", f"vforlob {command} opfølgning")
    from vforlob.cli.picking import pick  # a line that names its agenda asks nothing

    return names[pick("Hvilken dagsorden?", "agenda", enumerate(map(spelt, names), 1)) - 1]


def ask_name(command: str) -> str:
    if not context().may_ask:
        raise NothingGiven("et navn til dagsordenen", f"vforlob {command} trivsel")
    from vforlob.cli.ask import asker  # a line that names its agenda asks nothing

    question = Question(kind="kort", text="Hvad skal dagsordenen hedde?", read=_read_name, page=ALONE)
    ask = asker(context())
    while True:
        reply = ask(question)
        if not isinstance(reply, Answered):
            raise KeyboardInterrupt
        if reply.value is not None:
            return str(reply.value)


def _read_name(typed: str) -> str:
    if not plain_id(typed):
        raise BadAnswer("Skriv et navn, der begynder med et bogstav, fx »trivsel«.")
    return typed.strip()
