"""What is said when today's list cannot do what was asked. Knows no line of it."""

from vforlob.cli.explain.registry import explains
from vforlob.errors.due import ListIsEmpty, NothingToPutOff


@explains(ListIsEmpty)
def _(_error: ListIsEmpty) -> list[str]:
    return ["Listen er tom i dag, så der er intet at udsætte.", "Se den: vforlob i-dag"]


@explains(NothingToPutOff)
def _(error: NothingToPutOff) -> list[str]:
    number = f"f{error.forlob}" if error.forlob else f"b{error.borger}"
    return [f"Der står ikke noget om {number} på listen i dag, så der er intet at udsætte.", "Se listen: vforlob i-dag"]
