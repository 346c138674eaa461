"""Words in a text that tell what somebody lacks, and how the same can be said as what helps. A hint, never a block.

Knows the phrase bank as values, no file and no screen.
"""

import re
from collections.abc import Iterable, Iterator
from typing import NamedTuple

from vforlob.model.frase import Frase
from vforlob.rules.reformulering import fitting

MOST = 4


class Softer(NamedTuple):
    """`word` as it was typed, and what could stand instead."""

    word: str
    suggestion: str


class _Deficit(NamedTuple):
    pattern: str
    suggestion: str


_NEED = "Skriv, hvad der skal til, for at det lykkes."
_DEFICITS = (
    _Deficit(
        r"umotivere\w*|manglende motivation|mangler motivation",
        "Skriv, hvad borgeren gerne vil, og hvad næste skridt er.",
    ),
    _Deficit(r"doven\w*|ugidelig\w*", "Skriv, hvad du har set, og hvornår."),
    _Deficit(r"ustabil\w*|upålidelig\w*", "Skriv tallene: hvor mange af de aftalte dage."),
    _Deficit(r"magter ikke|klarer ikke|kan ikke|evner ikke|formår ikke", _NEED),
    _Deficit(r"nægter|vil ikke", "Skriv, hvad borgeren selv siger om det."),
    _Deficit(r"besværlig\w*|vanskelig\w*|problematisk\w*", "Skriv, hvad der skete, og hvad der hjalp."),
    _Deficit(
        r"svag(?:t|e|ere)?|ringe|dårlig\w*|mangelfuld\w*|utilstrækkelig\w*",
        "Skriv, hvor langt borgeren er, og hvad næste skridt er.",
    ),
    _Deficit(r"begrænset|begrænsning\w*|nedsat", _NEED),
    _Deficit(r"mangler|manglende", _NEED),
    _Deficit(r"lider af|fejler", "Skriv behovet i stedet: hvad der hjælper på arbejdspladsen."),
    _Deficit(r"problem\w*", "Skriv, hvad der driller, og hvad I prøver."),
)
_ANY = tuple((re.compile(rf"(?<!\w)(?:{it.pattern})(?!\w)", re.IGNORECASE), it.suggestion) for it in _DEFICITS)
_SENTENCE = re.compile(r"[^.?!\n]+")


def softer(text: str, fraser: Iterable[Frase] = ()) -> tuple[Softer, ...]:
    """The first few, each word once. A phrase of the bank that fits the sentence comes before the general advice."""
    bank: tuple[Frase, ...] = tuple(fraser)
    found: dict[str, Softer] = {}
    for sentence in _SENTENCE.findall(text):
        for word, advice in _in_sentence(sentence):
            found.setdefault(word.casefold(), Softer(word, _said(sentence, bank) or advice))
    return tuple(found.values())[:MOST]


def _in_sentence(sentence: str) -> Iterator[tuple[str, str]]:
    taken: list[tuple[int, int]] = []
    for pattern, advice in _ANY:
        for match in pattern.finditer(sentence):
            if not any(first < match.end() and match.start() < last for first, last in taken):
                taken.append(match.span())
                yield match[0], advice


def _said(sentence: str, bank: tuple[Frase, ...]) -> str:
    fits = fitting(bank, sentence)
    return f"Fx: »{fits[0].reformulering}«." if fits else ""
