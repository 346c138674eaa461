"""The closed word list of agenda files: which words there are, and where each belongs. Knows no file."""

HEAD = ("id", "titel", "version", "kilde", "gaelder", "deltagere")
PUNKT, FELT = "punkt", "felt"

_BOTH = ("id", "tekst", "type", "hjaelp", "hvis", "part", "modtagere", "kun_til_dig")
_FOR_KIND = ("valg", "kendte", "anker", "min", "max", "enhed")
PUNKT_WORDS = (*_BOTH, "hvorfor", "afsnit", "skriver", "grundig", "slaet_til", "tillaeg", *_FOR_KIND)
FELT_WORDS = (*_BOTH, "uden_for_raekker", *_FOR_KIND)

SCALARS = ("tekst", "kort", "janej", "valg", "flervalg", "tal", "dato", "klokkeslaet", "skala")
TYPES = (*SCALARS, "gruppe", "liste")

# Which types a word is for; a word that is not here is for all.
BELONGS_TO = {
    "valg": ("valg", "flervalg"),
    "kendte": ("valg", "flervalg", "tal", "liste"),
    "anker": ("skala",),
    "min": ("skala", "tal", "liste"),
    "max": ("skala", "tal", "liste"),
    "enhed": ("tal", "skala"),
}

CONCERNS = ("forlob", "borger")
KNOWN = ("opgaver", "hensyn")
# What the rows of a liste can be: records of the case, or one row for each choice of its first column.
KNOWN_ROWS = (*KNOWN, "delmal", "valg")
PART_WORDS = ("borger", "virksomhed", "konsulent")
DELTAGERE = (
    "borger",
    "konsulent",
    "sagsbehandler",
    "leder",
    "mentor",
    "tillidsrepraesentant",
    "bisidder",
    "tolk",
    "andre",
)
FORLOB_ART = ("virksomhedspraktik", "lontilskud", "lonnede_timer", "smajob", "fleksjob", "kombination", "andet")

RESERVED_PUNKTER = ("samtale", "tidligere_aftaler", "tidligere_delmal")
RESERVED_FELTER = ("note", "raekker")

MOST_PUNKTER, MOST_FELTER, MOST_CHOICES, MOST_STEPS = 60, 40, 26, 11
LONGEST_ID, LONGEST_LABEL, LONGEST_HELP = 40, 200, 1000
