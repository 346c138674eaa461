"""What is said of answers and files that cannot be taken. Knows no question and no file format."""

from vforlob.cli.explain.registry import explains
from vforlob.errors.answer import BadAnswer, FaultyFile
from vforlob.errors.base import Fault


@explains(BadAnswer)
def _(error: BadAnswer) -> list[str]:
    return [error.sentence]


@explains(FaultyFile)
def _(error: FaultyFile) -> list[str]:
    count = len(error.faults)
    told = "Der er en fejl" if count == 1 else f"Der er {count} fejl"
    return [f"{told} i {error.file}. Intet er gemt.", *map(_placed, error.faults), "Ret filen, og prøv igen."]


def _placed(fault: Fault) -> str:
    places = [f"Linje {fault.line}"] if fault.line else []
    if fault.place:
        places.append(fault.place)
    return "  " + ": ".join([", ".join(places), fault.sentence] if places else [fault.sentence])
