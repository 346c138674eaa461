"""What is said of agendas that are not there, or cannot be made. Knows no agenda by name."""

from vforlob.cli.agenda_names import spelt
from vforlob.cli.explain.registry import explains
from vforlob.errors.agenda import AgendaExists, AgendaNameUnusable, AgendaNotFound, BadCondition
from vforlob.rules.danish import listed, quoted


@explains(AgendaNotFound)
def _(error: AgendaNotFound) -> list[str]:
    said = [f"Der er ingen dagsorden, der hedder {quoted(error.name)}."]
    if error.near:
        said.append(f"Mente du {listed([spelt(name) for name in error.near], 'eller')}?")
    return [*said, "Se dem alle: vforlob agenda liste"]


@explains(AgendaExists)
def _(error: AgendaExists) -> list[str]:
    return [
        f"Du har allerede din egen »{spelt(error.name)}«. Der er ikke skrevet noget.",
        f"Den ligger her: {error.path}",
    ]


@explains(AgendaNameUnusable)
def _(error: AgendaNameUnusable) -> list[str]:
    return [
        f"{quoted(error.name)} kan ikke bruges som navn på en dagsorden.",
        "Skriv et navn på højst 40 tegn, der begynder med et bogstav, fx: vforlob agenda ny trivsel",
    ]


@explains(BadCondition)
def _(error: BadCondition) -> list[str]:
    return [error.sentence, "Se filen efter med: vforlob agenda tjek FIL"]
