"""What is said when the overview is asked for something it does not have. Knows no figure."""

from vforlob.cli.explain.registry import explains
from vforlob.errors.overblik import FigureNotFound, ListNotGiven, RoomNotANumber
from vforlob.rules.danish import listed, quoted


@explains(RoomNotANumber)
def _(_error: RoomNotANumber) -> list[str]:
    return [
        "Pladsen er et helt antal kontakter om ugen, højst 99. Intet er ændret.",
        "Skriv fx: vforlob overblik --plads 10 (0 fjerner tallet igen)",
    ]


@explains(FigureNotFound)
def _(error: FigureNotFound) -> list[str]:
    meant = f" Mente du {error.near}?" if error.near else ""
    return [
        f"{quoted(error.typed)} er ikke et tal i overblikket.{meant}",
        f"Vælg mellem {listed(error.known, 'eller')}. Skriv fx: vforlob overblik {error.near or error.known[0]}",
    ]


@explains(ListNotGiven)
def _(_error: ListNotGiven) -> list[str]:
    return [
        "Filer fra overblikket har kun tal. Listen bag et tal bliver på skærmen.",
        "Skriv tallet uden --format, eller skriv: vforlob overblik --format csv",
    ]
