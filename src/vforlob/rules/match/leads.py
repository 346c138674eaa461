"""Which virksomheder a wish leads to: by name, by branche, by tasks tried there. Never by an opening. No storage."""

from collections.abc import Iterable, Mapping, Sequence
from typing import NamedTuple

from vforlob.model.onske import Onske
from vforlob.model.text import search_fold
from vforlob.rules.danish import quoted
from vforlob.rules.match.branches import Groups, related
from vforlob.rules.match.values import Place
from vforlob.rules.match.words import Index, fits, fitting, fitting_kin, spelt, words

Words = tuple[str, ...]


class Known(NamedTuple):
    """The words of a place, by what they stand in."""

    name: Words
    branche: Words
    opgaver: Words


class Lead(NamedTuple):
    """`named`: the wish names the place. `direct`: a word of the wish itself led there, not one of the same branche."""

    why: str
    named: bool = False
    direct: bool = True


class Register(NamedTuple):
    """Every place's words, and each different word once: a wish is compared with those."""

    known: tuple[Known, ...]
    names: Index
    branches: Index
    opgaver: Index
    towns: frozenset[str]


def register(places: Sequence[Place], towns: frozenset[str]) -> Register:
    """`towns` are words that say where, and not what."""
    kept: dict[str, Words] = {}

    def read(text: str) -> Words:
        if text not in kept:
            kept[text] = words(text)
        return kept[text]

    known = tuple(
        Known(
            read(place.virksomhed.navn),
            read(place.virksomhed.branche or ""),
            tuple(dict.fromkeys(word for text in place.opgaver for word in read(text))),
        )
        for place in places
    )
    return Register(
        known,
        _index(one.name for one in known),
        _index(one.branche for one in known),
        _index(one.opgaver for one in known),
        towns,
    )


def _index(every: Iterable[Words]) -> Index:
    """A number says nothing of what the work is; in a name it still counts when the whole name stands in the wish."""
    return Index({word for words in every for word in words if not word.isdigit()})


def leads(onske: Onske, found: Register, groups: Groups) -> dict[int, Lead]:
    """By the place's position in the register."""
    what, said = words(onske.onske), words(f"{_wanted(onske.onske)} {onske.branche or ''}")
    wanted = tuple(word for word in said if word not in found.towns)
    kin = related(wanted, groups)
    by_name, by_branche = fitting(wanted, found.names), fitting(wanted, found.branches)
    near_name, near_branche = fitting_kin(kin, found.names), fitting_kin(kin, found.branches)
    by_opgave = fitting(wanted, found.opgaver)
    forms = _forms(what, found.names)
    typed = spelt(f"{onske.branche or ''} {onske.onske}")
    led = {}
    for at, known in enumerate(found.known):
        lead = (
            _named(known, forms)
            or _by(known.branche, by_branche, typed, "branchen passer til {}")
            or _by(known.name, by_name, typed, "navnet passer til {}")
            or _by(known.opgaver, by_opgave, typed, "opgaver som {} er prøvet der")
            or _kin(known.branche, near_branche, "branchen er i slægt med ønsket")
            or _kin(known.name, near_name, "navnet er i slægt med ønsket")
        )
        if lead is not None:
            led[at] = lead
    return led


def _wanted(text: str) -> str:
    """Without what is not wanted: »lager, men ikke truck« is no wish for a truck. »Gerne have« is no garden."""
    folded = f" {search_fold(text)} ".replace(";", ",").replace(".", ",").replace(" gerne have ", " ")
    parts = (part.partition(" ikke ")[0].partition(" uden ")[0] for part in folded.split(","))
    return " ".join(parts)


def _forms(what: Words, names: Index) -> frozenset[str]:
    """Of the words of the wish: as they are, and one letter more or less, »Byens Markeds«."""
    alike = (word for one in what for word in names.near(one) if abs(len(word) - len(one)) <= 1 and fits(one, word))
    return frozenset((*what, *alike))


def _named(known: Known, forms: frozenset[str]) -> Lead | None:
    """All of the name stands in the wish."""
    return Lead("nævnt i ønsket", named=True) if known.name and forms.issuperset(known.name) else None


def _by(of_place: Iterable[str], hits: Mapping[str, str], typed: Mapping[str, str], sentence: str) -> Lead | None:
    """Said with the word of the wish that fits, as it was typed."""
    hit = next((hits[word] for word in of_place if word in hits), None)
    return None if hit is None else Lead(sentence.format(quoted(typed.get(hit, hit))))


def _kin(of_place: Iterable[str], hits: frozenset[str], sentence: str) -> Lead | None:
    return Lead(sentence, direct=False) if any(word in hits for word in of_place) else None
