"""What is said when a good story may not be told. Knows no story."""

from vforlob.cli.explain.registry import explains
from vforlob.errors.laering import StoryEmpty, StoryWithdrawn, StoryWithoutYes
from vforlob.rules.danish import weekday_date


@explains(StoryWithoutYes)
def _(error: StoryWithoutYes) -> list[str]:
    return [
        "Historien må ikke gives videre, før borgeren har sagt ja.",
        f"Spørg borgeren, og skriv dagen: vforlob historie ret {error.nr}",
    ]


@explains(StoryWithdrawn)
def _(error: StoryWithdrawn) -> list[str]:
    return [
        f"Borgeren trak sit ja tilbage {weekday_date(error.day)}, så historien kan ikke gives videre.",
        "Slet de filer, der er lavet af den: vforlob eksporter liste",
    ]


@explains(StoryEmpty)
def _(error: StoryEmpty) -> list[str]:
    return ["Historien er tom.", f"Skriv den: vforlob historie ret {error.nr}"]
