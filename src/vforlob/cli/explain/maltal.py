"""What is said of a target or a month that cannot be taken. Knows no figure."""

from vforlob.cli.explain.registry import explains
from vforlob.errors.maltal import (
    BadFilter,
    BadMonth,
    CaseNotOpen,
    MonthAhead,
    MonthBefore,
    MonthOver,
    NoSuchFigure,
    TargetsRefused,
)
from vforlob.rules.danish import listed, quoted
from vforlob.rules.maltal import typed_name
from vforlob.rules.months_typed import month_title


@explains(BadFilter, BadMonth)
def _(error: BadFilter | BadMonth) -> list[str]:
    return [error.sentence]


@explains(MonthAhead)
def _(error: MonthAhead) -> list[str]:
    return [
        f"{month_title(error.maned).capitalize()} er ikke begyndt, så der er ingen tal endnu.",
        f"Se denne måned: vforlob rapport {error.now}",
    ]


@explains(MonthBefore)
def _(error: MonthBefore) -> list[str]:
    gone = f"Der er ingen tal for {month_title(error.maned)}: den måned havde du ikke taget vforlob i brug."
    if not error.first:
        return [gone, "Se denne måned: vforlob rapport"]
    return [gone, f"Den første måned med tal er {month_title(error.first)}: vforlob rapport {error.first}"]


@explains(MonthOver)
def _(error: MonthOver) -> list[str]:
    return [
        f"{month_title(error.maned).capitalize()} er slut, og dens måltal står, som de var.",
        f"Sæt et nyt for denne måned: vforlob måltal sæt {error.now} igang=9",
    ]


@explains(NoSuchFigure)
def _(error: NoSuchFigure) -> list[str]:
    meant = f" Mente du {typed_name(error.near)}?" if error.near else ""
    return [
        f"Der er intet måltal, der hedder {quoted(error.typed)}.{meant}",
        f"Skriv et af disse: {listed([typed_name(navn) for navn in error.known])}",
    ]


@explains(TargetsRefused)
def _(error: TargetsRefused) -> list[str]:
    return [*error.sentences, f"Intet er gemt. Skriv fx: vforlob måltal sæt {error.maned} igang=9 fastholdt=8"]


@explains(CaseNotOpen)
def _(error: CaseNotOpen) -> list[str]:
    return [
        f"{error.number} er afsluttet, så der er intet at tale om lige nu.",
        "Se dem, der er i gang: vforlob forløb liste",
    ]
