"""The sentences that a development is drafted in: sober for the case, »du« for the borger. Only data."""

from collections.abc import Mapping
from typing import NamedTuple


class Words(NamedTuple):
    """`began` are for tasks that had not begun, `came` for tasks that were not there, by the step they are on now;
    `reached` by that step for those that moved on, with `from_` for where they stood.
    """

    titel: str
    alone: str
    began: Mapping[str, str]
    came: Mapping[str, str]
    moved: str
    back: Mapping[str, str]
    from_: Mapping[str, str]
    to: Mapping[str, str]
    more_hours: str
    fewer_hours: str
    same_hours: str
    paid: str
    met: str
    reached: str
    works: str
    next_step: str
    nothing: str
    headings: Mapping[str, str]


_FROM = {"ny": "ikke at være begyndt", "oplaeres": "oplæring", "med_hjaelp": "at kræve hjælp"}
_TO = {"oplaeres": "oplæring", "med_hjaelp": "at blive løst med hjælp"}

CASE = Words(
    titel="Udviklingsbeskrivelse",
    alone="{} klares nu selvstændigt.",
    began={"oplaeres": "Oplæringen i {} er begyndt.", "med_hjaelp": "{} er begyndt og løses med hjælp."},
    came={
        "oplaeres": "{} er en ny opgave under oplæring.",
        "med_hjaelp": "{} er en ny opgave, der løses med hjælp.",
        "selvstaendigt": "{} er en ny opgave, der klares selvstændigt.",
    },
    moved="{} er gået fra {} til {}.",
    back={
        "ny": "{} er sat på pause.",
        "oplaeres": "{} er igen under oplæring.",
        "med_hjaelp": "{} løses igen med hjælp.",
    },
    from_=_FROM,
    to=_TO,
    more_hours="Timetallet er steget fra {} til {} timer om ugen.",
    fewer_hours="Timetallet er sat ned fra {} til {} timer om ugen.",
    same_hours="Timetallet er uændret {} timer om ugen.",
    paid="{} om ugen er nu med løn.",
    met="Borgeren har mødt {} af {} aftalte dage.",
    reached="Delmålet »{}« er nået.",
    works="Hensynet »{}« {}.",
    next_step="Næste lille skridt er: {}",
    nothing="Der er ikke noteret ændringer i opgaver, timer eller delmål i perioden.",
    headings={
        "tekst": "Udviklingen kort",
        "opgaver": "Opgaver",
        "timer": "Timer",
        "fremmode": "Fremmøde",
        "delmal": "Delmål",
        "vurderinger": "Vurderinger",
        "ord": "Sagt undervejs",
    },
)
BORGER = CASE._replace(
    titel="Sådan er det gået",
    alone="{} klarer du nu selv.",
    began={
        "oplaeres": "Du er begyndt på {} og lærer det nu.",
        "med_hjaelp": "Du er begyndt på {} og løser det med hjælp.",
    },
    came={
        "oplaeres": "{} er en ny opgave, som du lærer nu.",
        "med_hjaelp": "{} er en ny opgave, som du løser med hjælp.",
        "selvstaendigt": "{} er en ny opgave, som du klarer selv.",
    },
    back={
        "ny": "{} holder pause.",
        "oplaeres": "{} øver du igen.",
        "med_hjaelp": "{} løser du igen med hjælp.",
    },
    to={"oplaeres": "oplæring", "med_hjaelp": "at blive løst med hjælp"},
    more_hours="Du er gået fra {} til {} timer om ugen.",
    fewer_hours="Timetallet er sat ned fra {} til {} timer om ugen.",
    same_hours="Du er her stadig {} timer om ugen.",
    met="Du har mødt {} af {} aftalte dage.",
    reached="Du har nået dit delmål: {}.",
    works="Hensynet »{}« {}.",
    next_step="Dit næste lille skridt er: {}",
    nothing="Der er ikke noget nyt om opgaver, timer eller delmål i perioden. Det, du har nået, har du stadig.",
    headings={
        "tekst": "Kort fortalt",
        "opgaver": "Dine opgaver",
        "timer": "Dine timer",
        "fremmode": "Dit fremmøde",
        "delmal": "Dine delmål",
        "vurderinger": "Din egen vurdering",
        "ord": "Det blev sagt",
    },
)
WORDS = {"borger": BORGER, "sagsbehandler": CASE, "journal": CASE}
STEPS = {
    "": "ny opgave",
    "ny": "ikke begyndt",
    "oplaeres": "oplæres",
    "med_hjaelp": "med hjælp",
    "selvstaendigt": "selvstændigt",
}
# How a hensyn does, where a sentence goes on with it.
WORKS = {
    "ja": "virker",
    "delvist": "virker delvist",
    "nej": "virker ikke",
    "ikke_laengere": "er ikke nødvendigt længere",
}
