"""How an aftaleark speaks to those who read it: both parties, the borger, the virksomhed. Only data."""

from collections.abc import Mapping
from typing import NamedTuple


class Words(NamedTuple):
    """`people` name who does what in a table; `headings` are by part of the sheet."""

    intro: str
    people: Mapping[str, str]
    headings: Mapping[str, str]
    closing: str
    stand_in: str
    signs: tuple[str, ...] = ()


_HEADINGS = {
    "hensigt": "Formålet med forløbet",
    "timer": "Timer og dage",
    "opgaver": "Arbejdsopgaver",
    "hensyn": "Det hjælper i hverdagen",
    "delmal": "Delmål",
    "forste_dag": "Den første dag",
    "fremmode": "Fremmøde og sygdom",
    "lon": "Timer med løn",
    "opfolgning": "Opfølgning, og hvem man ringer til",
    "aftaler": "Det har vi aftalt",
}
_PEOPLE = {
    "borger": "borgeren",
    "virksomhed": "virksomheden",
    "konsulent": "konsulenten",
    "sagsbehandler": "sagsbehandleren",
    "mentor": "mentoren",
    "andre": "andre",
}

BOTH = Words(
    intro="Her står det, vi har aftalt. Begge parter har det samme ark, og vi ser på det, hver gang vi følger op.",
    people=_PEOPLE,
    headings=_HEADINGS,
    closing=(
        "Passer noget ikke længere, retter vi arket. Ring, så snart det driller, også når det er småt. "
        "Arket er til de to parter og skal ikke ligge eller hænge fremme."
    ),
    stand_in="Hvis konsulenten ikke svarer",
    signs=("Borger", "Virksomhed", "Konsulent"),
)
BORGER = Words(
    intro="Her står det, vi har aftalt om dit forløb. Tag det med, når vi følger op, så ser vi på det sammen.",
    people=_PEOPLE | {"borger": "du", "konsulent": "jeg", "sagsbehandler": "din sagsbehandler"},
    headings=_HEADINGS
    | {
        "timer": "Dine timer og dage",
        "opgaver": "Dine opgaver",
        "delmal": "Dine delmål",
        "forste_dag": "Din første dag",
        "fremmode": "Når du møder, og når du er syg",
        "opfolgning": "Opfølgning, og hvem du ringer til",
    },
    closing="Passer noget ikke længere, retter vi arket. Ring til mig, så snart noget driller, også småting.",
    stand_in="Hvis jeg ikke svarer",
)
VIRKSOMHED = Words(
    intro="Her står det, vi har aftalt. Hav det ved hånden, når vi følger op, så ser vi på det sammen.",
    people=_PEOPLE | {"virksomhed": "I", "konsulent": "jeg"},
    headings=_HEADINGS | {"opfolgning": "Opfølgning, og hvem I ringer til"},
    closing=(
        "Passer noget ikke længere, retter vi arket. Ring til mig, så snart noget driller, også småting. "
        "Arket er kun til den, der følger forløbet, og skal ikke ligge eller hænge fremme."
    ),
    stand_in="Hvis jeg ikke svarer",
)
WORDS = {"": BOTH, "borger": BORGER, "virksomhed": VIRKSOMHED}

# How far the talk about paid hours has come, told to those who had it.
STANCE = {
    "italesat": "vi har talt om det",
    "forhandles": "vi taler om det nu",
    "aftalt": "aftalt",
    "i_gang": "i gang",
    "afvist": "ikke lige nu",
}
ON_SIGHT = {"ja": "ja, på sigt", "maske": "måske, på sigt", "nej": "ikke lige nu"}
