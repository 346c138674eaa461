"""Whether a text that is shared names a borger: an alias, or a name where names are kept. Knows no document."""

from collections.abc import Callable
from functools import cache

from vforlob.actions.people import every_alias, parts_of
from vforlob.model.borger import Borger
from vforlob.rules.naming import Names, names_one_of
from vforlob.store.store import Store


def names_borger(store: Store) -> Names:
    """An alias, also an earlier one, a name or a part of it, a telephone number. Read once, and only when there is a
    text; every one that leaves is held against it.
    """

    def finder() -> Names:
        borgere = store.door(Borger).find()
        names = {it.navn for it in borgere if it.navn}
        numbers = {_number(it.telefon) for it in borgere if it.telefon}
        return names_one_of(every_alias(store) | names | numbers, parts_of(names))

    return _when_asked(finder)


def has_alias(store: Store) -> Names:
    """For names of places and of people who work there: they may be called as somebody else is."""
    return _when_asked(lambda: names_one_of(every_alias(store)))


def _when_asked(finder: Callable[[], Names]) -> Names:
    made = cache(finder)
    return cache(lambda text: bool(text.strip()) and made()(text))


def borgere_named_in(store: Store, text: str) -> bool:
    return names_borger(store)(text)


def _number(telefon: str) -> str:
    """Its digits one by one: however it is spaced, it is the same number."""
    digits = "".join(ch for ch in telefon.removeprefix("+45").removeprefix("0045") if ch.isdigit())
    return " ".join(digits) or telefon
