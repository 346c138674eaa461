"""What a host should know, do and be able to tell: five points in our own words. Only data."""

from typing import NamedTuple


class Point(NamedTuple):
    """`short` is all that a host who has tried it needs."""

    heading: str
    text: str
    tips: tuple[str, ...]
    short: str


INTRO = (
    "Tak, fordi I åbner døren. De første dage betyder mest, og det er sjældent det store, der skal til. "
    "Her er fem ting, der gør det lettere for alle."
)
INTRO_AGAIN = "Tak, fordi I gør det igen. I ved, hvordan det gøres, så her er kun en huskeliste."

POINTS = (
    Point(
        "Kend målet",
        "Vi har aftalt, hvad forløbet skal føre til, og hvad det næste lille skridt er.",
        (
            "Hav aftalearket ved hånden, men ikke fremme: det er kun til den, der følger forløbet.",
            "Spørg mig, hvis I er i tvivl om, hvad vi sigter efter.",
        ),
        "Ved alle, hvad forløbet skal føre til, og hvad næste skridt er?",
    ),
    Point(
        "Tag godt imod",
        "En god første dag giver lyst til den næste. Det hjælper, at nogen står klar.",
        (
            "Aftal, hvem der tager imod, og hvem man kan gå til bagefter.",
            "Vis rundt, og hav en opgave klar, som kan lykkes allerede den første dag.",
        ),
        "Hvem står klar den første dag, og hvem kan man gå til bagefter?",
    ),
    Point(
        "Byg på lidt efter lidt",
        "Begynd med få opgaver, og læg en ny til, når de sidder. Sig det højt, når noget er lykkedes.",
        (
            "Det, der klares uden hjælp, kan blive til timer med løn.",
            "Tænk over, hvilke opgaver I ville betale for at få gjort.",
        ),
        "Er der en opgave, der er klar til at vokse, eller til løn?",
    ),
    Point(
        "Sig tydeligt, hvad I forventer",
        "Det, der er selvfølgeligt hos jer, er det sjældent for en, der er ny.",
        (
            "Sig, hvornår dagen begynder, og hvem man ringer til, når man ikke kommer.",
            "Er der noget, der ikke går, så sig det samme dag og på tomandshånd.",
        ),
        "Er mødetid, telefon, tøj og sygemelding sagt højt?",
    ),
    Point(
        "Læg mærke til, hvad der går godt, og hvad der ikke gør",
        "Når vi følger op, spørger jeg jer. Eksempler gør det let at finde det næste skridt.",
        (
            "Skriv et par stikord i løbet af ugen: opgaven, dagen, det, der skete.",
            "I skal ikke gætte på, hvorfor. Det taler vi om sammen.",
        ),
        "Hvad er gået godt, og hvad driller, siden vi sås?",
    ),
)

FIRST_TIME = (
    "Inden den første dag",
    "Ved kollegerne, at der kommer en ny, og hvad hun eller han skal lave?",
    "Er der et skab, en stol og det tøj, der skal bruges?",
    "Ved I, hvad I må sige videre? I får det at vide, I har brug for. Resten er borgerens eget.",
)
CLOSING = "Ring til mig, når noget driller, også småting{}. Det er et tilbud, og I kan bruge det, så tit I vil."
