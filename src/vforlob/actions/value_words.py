"""What stands in a column of a record, in words: ids, dates, numbers and lists. Knows no record and no screen."""

from typing import Any

from vforlob.rules.danish import clock, number, short_date

NOTHING = "(tomt)"
LONGEST = 60
NO_YEAR = "0001-01-01"
LETTERS = {"borger": "b", "forlob": "f", "virksomhed": "v", "samtale": "s"}
TIMES = frozenset({"kl", "ud_ad_doren"})

# Ids that are no Danish word as they stand, or say another thing than they mean.
_WORDS = {
    "aben": "åben",
    "naet": "nået",
    "ma": "må",
    "sporg": "spørg først",
    "ma_ikke": "må ikke",
    "oplaeres": "oplæres",
    "med_hjaelp": "med hjælp",
    "selvstaendigt": "selvstændigt",
    "ikke_laengere": "ikke nødvendigt længere",
    "faerdig": "færdig",
    "optraening": "optræning",
    "ansaettelse": "ansættelse",
    "lontilskud": "løntilskud",
    "ordinaer": "ordinære timer",
    "lonnede_timer": "lønnede timer",
    "smajob": "småjob",
    "besog": "besøg",
    "taet_pa": "tæt på",
    "laengere_fra": "længere fra",
    "jobmal": "jobmål",
    "kompetencemal": "kompetenceudviklingsmål",
    "udviklingsmal": "udviklingsmål",
    "ikke_afsogt": "ikke afsøgt",
    "snusebesog": "snusebesøg",
    "ikke_italesat": "ikke talt om endnu",
    "italesat": "talt om",
    "i_gang": "i gang",
    "ikke_oprettet": "ikke oprettet",
    "underskrevet_arbejdsgiver": "underskrevet af arbejdsgiveren",
    "underskrevet_medarbejderrepraesentant": "underskrevet af medarbejderrepræsentanten",
    "tillidsrepraesentant": "tillidsrepræsentant",
    "maske": "måske",
    "ved_ikke": "ved ikke",
    "lor": "lør",
    "son": "søn",
    "obs": "hold øje",
    "fri": "fri efter aftale",
    "udeblevet": "blev væk uden besked",
    "uafklaret": "ved ikke endnu",
    "lontimer": "timer med løn",
    "gennemfort": "gennemført",
    "stoppet_afklaret": "stoppet før tid, afklaret",
    "stoppet_sygdom": "stoppet på grund af sygdom",
    "afbrudt_borger": "afbrudt af borgeren",
    "afbrudt_virksomhed": "afbrudt af virksomheden",
    "afbrudt_kommune": "afbrudt af kommunen",
    "aldrig_startet": "aldrig startet",
    "vitas": "VITAS",
    "sms": "SMS",
}
_OF_COLUMN = {
    ("timer", "mal"): "mål",
    ("udfald", "udeblevet"): "kom ikke igen, ingen kontakt",
    ("trin", "ny"): "ikke begyndt",
    ("vaert", "ny"): "ny som vært",
    ("vaert", "erfaren"): "har haft forløb før",
}


def value_words(emne: str, column: str, value: Any) -> str:
    """On one line, cut short; "(tomt)" for nothing."""
    if value in (None, "", ()):
        return NOTHING
    text = " ".join(in_words(emne, column, value).split())
    return text if len(text) <= LONGEST else f"{text[: LONGEST - 1]}…"


def in_words(emne: str, column: str, value: Any, today: str = NO_YEAR) -> str:
    """Days of the year of `today` stand without their year."""
    if isinstance(value, tuple | list):
        return ", ".join(in_words(emne, column, one, today) for one in value)
    if column in LETTERS and isinstance(value, int):
        return f"{LETTERS[column]}{value}"
    if isinstance(value, int | float):
        return number(value)
    text = str(value)
    if (emne, column) == ("plan", "kilde") and text != "aftalt":
        return "af en regel"
    if column in TIMES and text[:2].isdigit():
        return clock(text)
    try:
        return short_date(text, today)
    except ValueError:
        found = _OF_COLUMN.get((column, text)) or _OF_COLUMN.get((emne, text))
        return found or _WORDS.get(text, text)
