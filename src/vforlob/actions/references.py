"""Which record a typed number or alias is: b7, v4, f12, s31, 12, Æ-7. Knows no command and no terminal."""

from collections.abc import Callable
from typing import NamedTuple, TypeVar

from vforlob.errors.records import RecordNotFound
from vforlob.errors.use import NoForlob, SeveralForlob, WrongKind
from vforlob.model.borger import Borger
from vforlob.model.forlob import Forlob
from vforlob.model.samtale import Samtale
from vforlob.model.text import fold
from vforlob.model.virksomhed import Virksomhed
from vforlob.store.store import Store

LETTERS = {"b": "borger", "v": "virksomhed", "f": "forlob", "s": "samtale"}
R = TypeVar("R", Borger, Virksomhed, Forlob, Samtale)


class Typed(NamedTuple):
    """`emne` is empty for a bare number, `nr` is None for what can only be an alias."""

    emne: str
    nr: int | None


def read_typed(typed: str) -> Typed:
    folded = fold(typed.strip())
    emne, digits = LETTERS.get(folded[:1], ""), folded[1:]
    if emne and _is_number(digits):
        return Typed(emne, int(digits))
    return Typed("", int(folded)) if _is_number(folded) else Typed("", None)


def borger_of(store: Store, typed: str) -> Borger:
    return _numbered(store, Borger, "borger", read_typed(typed)) or _by_alias(store, typed)


def virksomhed_of(store: Store, typed: str) -> Virksomhed:
    found = _numbered(store, Virksomhed, "virksomhed", read_typed(typed))
    if found is None:
        raise RecordNotFound("virksomhed")
    return found


def samtale_of(store: Store, typed: str) -> Samtale:
    found = _numbered(store, Samtale, "samtale", read_typed(typed))
    if found is None:
        raise RecordNotFound("samtale")
    return found


def forlob_of(store: Store, typed: str) -> Forlob:
    """A number, or the alias of a borger who has exactly one forløb that is not closed; planned ones count."""
    found = _numbered(store, Forlob, "forlob", read_typed(typed))
    if found is not None:
        return found
    borger = _by_alias(store, typed, sought="forlob")
    running = open_forlob(store, borger.nr)
    if not running:
        raise NoForlob(borger.nr)
    if len(running) > 1:
        raise SeveralForlob(borger.nr, (forlob.nr for forlob in running))
    return running[0]


def number_of(store: Store, emne: str, typed: str) -> int:
    """The number of the borger, virksomhed or forløb that was typed."""
    found: dict[str, Callable[[Store, str], Borger | Virksomhed | Forlob]] = {
        "borger": borger_of,
        "virksomhed": virksomhed_of,
        "forlob": forlob_of,
    }
    return found[emne](store, typed).nr


def case_of(store: Store, typed: str) -> Forlob | Borger:
    """Where both kinds fit: a bare number is the forløb, an alias the only open forløb, else the borger."""
    if read_typed(typed).emne == "borger":
        return borger_of(store, typed)
    try:
        return forlob_of(store, typed)
    except (NoForlob, SeveralForlob) as without:
        return store.door(Borger).get(without.borger)


def open_forlob(store: Store, borger: int) -> tuple[Forlob, ...]:
    return store.door(Forlob).find(borger=borger, status="aben")


def _numbered(store: Store, kind: type[R], emne: str, typed: Typed) -> R | None:
    """The record with that number; None when it is no number, and somebody else must look for an alias."""
    if typed.nr is None:
        return None
    if typed.emne not in ("", emne):
        raise WrongKind(typed.emne, typed.nr, emne)
    return _looked_up(store, store.door(kind).get(typed.nr))


def _by_alias(store: Store, typed: str, sought: str = "borger") -> Borger:
    wanted = fold(typed.strip())
    for borger in store.door(Borger).find():
        if fold(borger.alias) == wanted:
            return _looked_up(store, borger)
    raise RecordNotFound(sought)


def _looked_up(store: Store, found: R) -> R:
    """Everything that is asked for by number or alias passes here, and from here into the access log."""
    store.looked_up.append(found)
    return found


def _is_number(text: str) -> bool:
    """ASCII digits, and so few that SQLite can hold them."""
    return text.isascii() and text.isdigit() and len(text) < 16
