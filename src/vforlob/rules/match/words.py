"""Which words of two texts fit each other: folded, by their stems, as parts of longer ones. Knows no wish, no place."""

from collections.abc import Iterable, Iterator

from vforlob.model.text import search_fold

# They say nothing of what the work is.
_COMMON = """
og i pa med en et at som eller noget nogle gerne job jobbet arbejde arbejdet arbejder hos til for der det de den ikke
lidt meget praktik plads pladser sted steder fx branche branchen firma firmaet aps as ivs is af fra ved ud inden omkring
slags vil kan jeg min mit mine helst ogsa alt andet andre virksomhed virksomheder jobs opgave opgaver hvor man ma skal
nar om men uden
"""
COMMON = frozenset(_COMMON.split())
_ENDINGS = ("erne", "ene", "ens", "ets", "ers", "er", "en", "et", "es", "e", "s")
_SHORTEST_STEM = 3
# As the beginning of a longer word, and as the end of one: »lager« in »lagerarbejde«, »butik« in »tøjbutik«. A short
# end is mostly another word: »have« in »børnehave«.
_BEGINS, _ENDS = 4, 5
_ALIKE = 3  # letters: no two words fit that share fewer, unless they are the same short word


def words(text: str) -> tuple[str, ...]:
    """Folded, each once, in order, without those that say nothing."""
    folded = search_fold(text)
    if not folded.replace(" ", "a").isalnum():
        folded = "".join(ch if ch.isalnum() else " " for ch in folded)
    return tuple(dict.fromkeys(word for word in folded.split() if word not in COMMON and len(word) > 1))


def spelt(text: str) -> dict[str, str]:
    """Each folded word as it was typed."""
    plain = "".join(ch if ch.isalnum() else " " for ch in text)
    return {search_fold(word): word for word in reversed(plain.split())}


def fits(one: str, other: str) -> bool:
    """Both are folded words."""
    if one == other:
        return True
    short, long = sorted((one, other), key=len)
    if len(short) >= _BEGINS and long.startswith(short):
        return True
    stem, whole = _stem(short), _stem(long)
    if stem == whole:
        return True
    if len(stem) > len(whole):
        stem, whole = whole, stem
    if len(stem) > _BEGINS and whole.startswith(stem):
        return True
    return (len(short) >= _ENDS and long.endswith(short)) or (len(stem) >= _ENDS and whole.endswith(stem))


class Index:
    """Different words, so kept that only those are compared that begin or end alike: whatever fits does."""

    def __init__(self, known: Iterable[str]) -> None:
        self._begin: dict[str, list[str]] = {}
        self._end: dict[str, list[str]] = {}
        for word in known:
            self._begin.setdefault(word[:_ALIKE], []).append(word)
            for end in {word[-_ALIKE:], _stem(word)[-_ALIKE:]}:
                self._end.setdefault(end, []).append(word)

    def near(self, word: str) -> Iterator[str]:
        """Every known word that could fit, and maybe some twice."""
        yield from self._begin.get(word[:_ALIKE], ())
        for end in {word[-_ALIKE:], _stem(word)[-_ALIKE:]}:
            yield from self._end.get(end, ())


def fitting(wanted: Iterable[str], known: Index) -> dict[str, str]:
    """Each known word that fits, with the first wanted one it fits."""
    found: dict[str, str] = {}
    for want in wanted:
        for word in known.near(want):
            if word not in found and fits(want, word):
                found[word] = want
    return found


def fitting_kin(kin: Iterable[str], known: Index) -> frozenset[str]:
    """The known words that are one of these, or a longer one made of it; a shorter one is something more general."""
    return frozenset(
        word
        for one in kin
        for word in known.near(one)
        if (len(word) >= len(one) or _stem(one) == _stem(word)) and fits(one, word)
    )


def _stem(word: str) -> str:
    for ending in _ENDINGS:
        if word.endswith(ending) and len(word) - len(ending) >= _SHORTEST_STEM:
            word = word[: -len(ending)]
            break
    return word[:-1] if len(word) > _SHORTEST_STEM and word[-1] == word[-2] else word
