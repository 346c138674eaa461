"""The Danish names of the kinds of records, and how their numbers are written. Knows no record."""

from typing import NamedTuple

from vforlob.cli.words import command_names
from vforlob.model.text import fold


class KindName(NamedTuple):
    """`one` is "en borger", `none` is "ingen borger", `listing` and `new` are the commands that list and make them."""

    letter: str
    one: str
    none: str
    listing: str
    new: str = ""


KINDS = {
    "borger": KindName("b", "en borger", "ingen borger", "borger liste", "borger ny"),
    "virksomhed": KindName("v", "en virksomhed", "ingen virksomhed", "virksomhed liste", "virksomhed ny"),
    "forlob": KindName("f", "et forløb", "intet forløb", "forløb liste", "forløb ny"),
    "samtale": KindName("s", "en samtale", "ingen samtale", "samtale liste"),
    "aftale": KindName("", "en aftale", "ingen aftale", "aftale liste", "aftale ny"),
    "delmal": KindName("", "et delmål", "intet delmål", "delmål liste", "delmål ny"),
    "hensyn": KindName("", "et hensyn", "intet hensyn", "hensyn liste", "hensyn ny"),
    "kontakt": KindName("", "en kontakt", "ingen kontakt", "kontakt liste", "kontakt"),
    "fravaer": KindName("", "et fravær", "intet fravær", "fravær liste", "fravær"),
    "onske": KindName("", "et ønske", "intet ønske", "ønske liste", "ønske ny"),
    "koordinering": KindName("", "en koordinering", "ingen koordinering", "koordinering liste", "koordinering ny"),
    "opgave": KindName("", "en opgave", "ingen opgave", "opgave liste", "opgave ny"),
    "timer": KindName("", "et timetal", "intet timetal", "timer liste", "timer ny"),
    "jobabning": KindName("", "en jobåbning", "ingen jobåbning", "jobåbning liste", "jobåbning ny"),
    "maltal": KindName("", "et måltal", "intet måltal", "måltal liste", "måltal ny"),
    "kontaktperson": KindName("", "en kontaktperson", "ingen kontaktperson", "virksomhed liste", "kontaktperson ny"),
    "henvendelse": KindName("", "en henvendelse", "ingen henvendelse", "henvendelse liste", "henvendelse"),
    "ferie": KindName("", "en ferie", "ingen ferie", "ferie liste", "ferie ny"),
    "sparring": KindName("", "en sag til sparring", "ingen sag til sparring", "sparring liste", "sparring ny"),
    "historie": KindName("", "en god historie", "ingen god historie", "historie liste", "historie ny"),
}


def numbered(emne: str, nr: int) -> str:
    """f12; a kind without a letter has its number alone."""
    return f"{KINDS[emne].letter}{nr}"


def see_all(emne: str) -> str:
    """The next step when one was not there; a kind that has no list of its own stands in its forløb."""
    listing = KINDS[emne].listing
    return f"Se dem alle: vforlob {listing}" if fold(listing) in command_names() else "Se forløbet: vforlob forløb vis"
