"""The registry of widgets: one line each, found by the name the kind gives. Knows no terminal."""

from vforlob.actions.asking import Question
from vforlob.agenda.kinds import KINDS
from vforlob.cli.ask.dato import Dato
from vforlob.cli.ask.flervalg import Flervalg
from vforlob.cli.ask.janej import JaNej
from vforlob.cli.ask.linje import Linje
from vforlob.cli.ask.linjer import Linjer
from vforlob.cli.ask.raekker import Raekker
from vforlob.cli.ask.skala import Skala
from vforlob.cli.ask.valg import Valg
from vforlob.cli.ask.widget import Widget

WIDGETS: dict[str, type[Widget]] = {
    "linje": Linje,
    "linjer": Linjer,
    "janej": JaNej,
    "valg": Valg,
    "flervalg": Flervalg,
    "skala": Skala,
    "dato": Dato,
    "raekker": Raekker,
}


def widget_for(question: Question) -> Widget:
    """By the question's kind; "raekker" is a widget of its own."""
    kind = KINDS.get(question.kind)
    return WIDGETS[kind.widget if kind else question.kind](question)
