"""Whether a text that is shared names a borger: an alias, or a name where names are kept. Knows no document."""

import re
from collections.abc import Callable, Iterable
from functools import cache

from vforlob.model.borger import Borger
from vforlob.model.text import search_fold
from vforlob.store.store import Store

Names = Callable[[str], bool]

_WORD = r"[^\W_]"


def names_borger(store: Store) -> Names:
    """An alias, a name, a telephone number. Read once; every text that leaves is held against it."""
    borgere = store.door(Borger).find()
    return _finder(word for it in borgere for word in (it.alias, it.navn, it.telefon) if word)


def has_alias(store: Store) -> Names:
    """For names of places and of people who work there: they may be called as somebody else is."""
    return _finder(it.alias for it in store.door(Borger).find())


def borgere_named_in(store: Store, text: str) -> bool:
    return bool(text.strip()) and names_borger(store)(text)


def _finder(words: Iterable[str]) -> Names:
    patterns = list(map(_as_words, words))

    @cache
    def named(text: str) -> bool:
        folded = search_fold(text)
        return any(pattern.search(folded) for pattern in patterns)

    return named


def _as_words(words: str) -> re.Pattern[str]:
    """Whole words, whatever stands between their parts: K-1, K 1 and k1 are one alias."""
    parts = [re.escape(part) for part in re.findall(r"[^\W_]+", search_fold(words))]
    joined = r"[\W_]{0,2}".join(parts) if parts else re.escape(search_fold(words))
    return re.compile(rf"(?<!{_WORD}){joined}(?!{_WORD})")
