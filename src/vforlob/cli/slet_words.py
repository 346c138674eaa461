"""What kinds of things are called when they are counted, listed and deleted. Knows no screen and no store."""

from collections.abc import Iterable, Mapping

from vforlob.actions.slettefrister import CASE, DRAFT, EXPORT, LOG, PLACE, TEXT
from vforlob.model.sletning import COMPANY, PERSON
from vforlob.rules.danish import counted, listed, number

# What is typed for a deadline, and what it is called.
CLASSES = {"sager": CASE, "ord": TEXT, "kladder": DRAFT, "virksomheder": PLACE, "log": LOG}
DEADLINES = CLASSES | {"filer": EXPORT}
EVERYTHING = "alt"
_NAMES = {
    CASE: "Alt om en borger",
    TEXT: "Det skrevne",
    DRAFT: "Samtaler, der aldrig blev færdige",
    LOG: "Opslag i loggen",
    PLACE: "Virksomheder uden forløb",
    EXPORT: "Filer, der er lavet",
}
_FROM = {
    CASE: "efter, at alt er afsluttet, og intet nyt er skrevet",
    TEXT: "efter, at det er kvitteret sat ind i journalen, og den næste samtale er færdig",
    DRAFT: "efter, at der sidst blev skrevet i dem",
    LOG: "efter opslaget",
    PLACE: "efter det sidste forløb, den sidste henvendelse og den sidste rettelse",
    EXPORT: "efter, at de er lavet, bliver du mindet om dem",
}
_KINDS = {
    "borger": ("borger", "borgere"),
    "virksomhed": ("virksomhed", "virksomheder"),
    "forlob": ("forløb", "forløb"),
    "samtale": ("samtale", "samtaler"),
    "svar": ("svar", "svar"),
    "kontakt": ("kontakt", "kontakter"),
    "fravaer": ("dag med fravær", "dage med fravær"),
    "taet": ("beslutning om tæt opfølgning", "beslutninger om tæt opfølgning"),
    "aftale": ("aftale", "aftaler"),
    "delmal": ("delmål", "delmål"),
    "hensyn": ("hensyn", "hensyn"),
    "opgave": ("opgave", "opgaver"),
    "onske": ("ønske", "ønsker"),
    "eksport": ("fil", "filer"),
    "opslag": ("opslag", "opslag"),
    "jobabning": ("jobåbning", "jobåbninger"),
    "kontaktperson": ("kontaktperson", "kontaktpersoner"),
    "lonkroner": ("trin om løn", "trin om løn"),
}
_LETTERS = {"samtale": "s", "borger": "b", "virksomhed": "v", "forlob": "f"}
_RECEIPTS = {
    PERSON: ("borger", "borgere"),
    COMPANY: ("virksomhed", "virksomheder"),
    TEXT: ("post", "poster"),
    DRAFT: ("samtale, der ikke blev færdig", "samtaler, der ikke blev færdige"),
    LOG: ("opslag i loggen", "opslag i loggen"),
}


def deadline_name(navn: str) -> str:
    return _NAMES[navn]


def counted_from(navn: str) -> str:
    return _FROM[navn]


def number_of(emne: str, nr: int) -> str:
    """s12, kontakt 4."""
    return f"{_LETTERS[emne]}{nr}" if emne in _LETTERS else f"{_KINDS[emne][0].split()[0]} {nr}"


def kinds_counted(counts: Mapping[str, int]) -> str:
    """ "4 samtaler, 3 kontakter og 1 aftale"; what has no name of its own is "andet"."""
    named = [counted(count, *_KINDS[emne]) for emne, count in counts.items() if count and emne in _KINDS]
    rest = sum(count for emne, count in counts.items() if emne not in _KINDS)
    return listed([*named, f"{number(rest)} andet"] if rest else named)


def counts_of(emner: Iterable[str]) -> dict[str, int]:
    found: dict[str, int] = {}
    for emne in emner:
        found[emne] = found.get(emne, 0) + 1
    return {emne: found[emne] for emne in _KINDS if emne in found}


def receipt_words(art: str, antal: int) -> str:
    words = counted(antal, *_RECEIPTS.get(art, ("ting", "ting")))
    return f"det skrevne i {words}" if art == TEXT else words


def receipt_rest(hvad: Iterable[str]) -> str:
    """What else was counted: "kontakt:12" is how it is kept."""
    found = {emne: int(count) for emne, _, count in (it.partition(":") for it in hvad) if count.isdecimal()}
    return kinds_counted({emne: found[emne] for emne in _KINDS if found.get(emne)})
