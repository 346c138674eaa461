"""What a filter can count by: the columns, their values and their Danish words. Knows no grammar and no row."""

from collections.abc import Iterable, Mapping
from typing import NamedTuple

from vforlob.errors.answer import BadAnswer
from vforlob.model.text import fold
from vforlob.rules.danish import listed, number
from vforlob.rules.numbers import read_number

CHOICE, NUMBER, TEXT = "valg", "tal", "tekst"
_JA = {"ja": "ja", "nej": "nej"}


class Column(NamedTuple):
    """`navn` is the field of the row, `tekst` how it is written in a filter. `values` are its words, by what is stored.

    A filter that names a column `of_forlob` counts forløb. `taeller` says what it is, on the page of help.
    """

    navn: str
    tekst: str
    art: str
    of_forlob: bool
    taeller: str
    values: Mapping[str, str] = {}

    @property
    def texts(self) -> tuple[str, ...]:
        return tuple(self.values.values())

    @property
    def asks(self) -> str:
        """What may stand after it."""
        if self.art == CHOICE:
            return listed(self.texts, "eller")
        return "et tal, fx 5" if self.art == NUMBER else "et ord, fx sygedagpenge"

    def read(self, typed: str) -> str | float | None:
        """What is compared with; None for what it cannot be."""
        if self.art == TEXT:
            return typed if any(char.isalnum() for char in typed) else None
        if self.art == CHOICE:
            wanted = _plain(typed)
            return next((key for key, text in self.values.items() if wanted in (_plain(key), _plain(text))), None)
        try:
            return float(read_number(typed, ""))
        except BadAnswer:
            return None


COLUMNS = (
    Column(
        "parathed",
        "parathed",
        CHOICE,
        False,
        "hvor klar borgeren er",
        {"klar": "klar", "taet_pa": "tæt på", "laengere_fra": "længere fra"},
    ),
    Column("malgruppe", "målgruppe", TEXT, False, "et ord i det, du har skrevet om målgruppen"),
    Column("cv", "cv", CHOICE, False, "om der er et CV", _JA),
    Column("skal_til", "skal_til", CHOICE, False, "om der står, hvad der skal til", _JA),
    Column("forlob", "forløb", NUMBER, False, "hvor mange forløb borgeren har i gang"),
    Column(
        "art",
        "art",
        CHOICE,
        True,
        "hvilken slags forløb det er",
        {
            "virksomhedspraktik": "praktik",
            "lontilskud": "løntilskud",
            "lonnede_timer": "lønnede timer",
            "smajob": "småjob",
            "fleksjob": "fleksjob",
            "kombination": "kombination",
            "andet": "andet",
        },
    ),
    Column("uge", "uge", NUMBER, True, "hvilken uge forløbet er i; den første er 1"),
    Column("ordinaer", "ordinær", NUMBER, True, "ordinære løntimer om ugen"),
    Column(
        "lonkroner",
        "lønkroner",
        CHOICE,
        True,
        "hvor langt snakken om løn er kommet",
        {
            "ikke_italesat": "ikke talt om",
            "italesat": "talt om",
            "forhandles": "forhandles",
            "aftalt": "aftalt",
            "i_gang": "i gang",
            "afvist": "afvist",
        },
    ),
    Column("taet", "tæt", CHOICE, True, "tæt opfølgning", {"ja": "ja", "obs": "obs", "nej": "nej"}),
    Column("opfolgning", "opfølgning", CHOICE, True, "om opfølgningen er til tiden", _JA),
)


def column_named(typed: str) -> Column | None:
    wanted = _plain(typed)
    return next((it for it in COLUMNS if wanted in (_plain(it.navn), _plain(it.tekst))), None)


def value_of(column: Column, value: str | float) -> str:
    if isinstance(value, float):
        return number(value)
    return column.values.get(value, value)


def nearest(typed: str, right: Iterable[str]) -> str:
    """The right word that was probably meant, empty when none is near."""
    from difflib import get_close_matches  # late: only for a fault

    folded = {_plain(word): word for word in right}
    found = get_close_matches(_plain(typed)[:40], folded, 1)
    return folded[found[0]] if found else ""


def _plain(word: str) -> str:
    return "".join(char for char in fold(word) if char.isalnum())
