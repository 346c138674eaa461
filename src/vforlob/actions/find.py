"""Look something up in everything there is: the query read, the index brought up to date, the access noted. No screen.

What was looked for is kept nowhere.
"""

from collections.abc import Callable
from typing import NamedTuple

from vforlob.actions.find_places import Place, places_of
from vforlob.actions.references import read_typed
from vforlob.errors.place import DiskFull, DiskReadOnly
from vforlob.errors.store import DiskFailed
from vforlob.model.borger import Borger
from vforlob.model.sogetekst import Text
from vforlob.model.text import clean, fold
from vforlob.rules.sogning import LONGEST, Spans, Term, places, read_query, words_at
from vforlob.store.kinds import RECORDS
from vforlob.store.opslag import SOUGHT, Look, note_if_it_can_be
from vforlob.store.sogning import BEGINS, EVERYTHING, INSIDE, Hits, Tier, Wanted, newest_with, search, words_like
from vforlob.store.sogning_index import catch_up
from vforlob.store.store import Store

COMMAND = "find"
_NEAR = 0.72


class Find(NamedTuple):
    """One text. `how` its words were found: hele begynder inde; `spans` are where in it they stand."""

    how: str
    text: Text
    place: Place
    spans: Spans


class Found(NamedTuple):
    """One page of it, from number `first` on. `narrowed` is "b7" where a word on the line named whose texts are
    meant; `near` is a word that there is, like one that there is not; `whose` is the number that was looked for, where
    no text has it and somebody does. Without `terms` there was nothing to look for.
    `is_behind`: the index could not be brought up to date, so the newest may be missing.
    """

    finds: tuple[Find, ...]
    terms: tuple[Term, ...]
    tiers: tuple[Tier, ...] = ()
    first: int = 0
    narrowed: str = ""
    near: str = ""
    is_behind: bool = False
    whose: str = ""

    @property
    def total(self) -> int:
        return sum(tier.size for tier in self.tiers)

    @property
    def left(self) -> int:
        return self.total - self.first - len(self.finds)


def find_texts(
    store: Store, typed: str, first: int = 0, most: int = EVERYTHING, tell: Callable[[], None] = lambda: None
) -> Found:
    """`tell` is called where the index must be made first, and that takes a while."""
    terms = read_query(typed)
    if not terms:
        return Found((), ())
    is_behind = _is_behind(store, tell)
    wanted, hits = _hits(store, typed, terms, first, most)
    note_if_it_can_be(store, (Look(SOUGHT, wanted.nr if wanted.emne == "borger" else None, hits.total),), COMMAND)
    store.done.add(SOUGHT)
    labels = places_of(store, [text for _, text in hits.texts])
    finds = tuple(
        Find(how, text, label, _spans(text.tekst, wanted.terms, how))
        for (how, text), label in zip(hits.texts, labels, strict=True)
    )
    narrowed = f"{wanted.emne[:1]}{wanted.nr}" if wanted.emne else ""
    near = "" if hits.total else _near(store, terms)
    whose = "" if hits.total else _whose(store, typed)
    return Found(finds, wanted.terms, hits.tiers, first, narrowed, near, is_behind, whose)


def _is_behind(store: Store, tell: Callable[[], None]) -> bool:
    """A disk that cannot be written to keeps nobody from looking in what is there."""
    try:
        catch_up(store, tell)
    except (DiskFull, DiskReadOnly, DiskFailed):
        return True
    return False


def _hits(store: Store, typed: str, terms: tuple[Term, ...], first: int, most: int) -> tuple[Wanted, Hits]:
    """A word that names somebody says whose texts are meant; where that finds nothing it is a word as any other."""
    narrowed = _narrowed(store, typed)
    if narrowed is not None:
        hits = search(store, narrowed, first, most)
        if hits.total:
            return narrowed, hits
    everywhere = Wanted(terms)
    return everywhere, search(store, everywhere, first, most)


def _narrowed(store: Store, typed: str) -> Wanted | None:
    words = clean(typed[:LONGEST], lines=False).split()
    if len(words) < 2:
        return None
    for place, word in enumerate(words):
        emne, nr = _named(store, word)
        rest = read_query(" ".join([*words[:place], *words[place + 1 :]])) if emne else ()
        if rest:
            return Wanted(rest, emne, nr)
    return None


def _named(store: Store, word: str) -> tuple[str, int]:
    """A number with its letter, or an alias; "" for any other word."""
    read = read_typed(word)
    if read.emne and read.nr:
        return read.emne, read.nr
    if not any(ch.isdigit() or ch == "-" for ch in word):
        return "", 0  # every alias has one of them
    wanted = fold(word)
    mine = next((borger.nr for borger in store.door(Borger).find() if fold(borger.alias) == wanted), 0)
    return ("borger", mine) if mine else ("", 0)


def _whose(store: Store, typed: str) -> str:
    """ "f9" where that is all that was typed, and there is one."""
    words = clean(typed[:LONGEST], lines=False).split()
    emne, nr = _named(store, words[0]) if len(words) == 1 else ("", 0)
    return f"{emne[:1]}{nr}" if emne and store.door(RECORDS[emne]).find(nr=nr) else ""


def _spans(text: str, terms: tuple[Term, ...], how: str) -> Spans:
    meant = [term._replace(begins=True) for term in terms] if how == BEGINS else terms
    return places(text, meant, inside=how == INSIDE)


def _near(store: Store, terms: tuple[Term, ...]) -> str:
    """A word that is nowhere, and the nearest one that is somewhere, as it is written there."""
    from difflib import get_close_matches  # late: only where nothing was found

    for word in dict.fromkeys(word for term in terms for word in term.words):
        if len(word) < 3 or newest_with(store, word) is not None:
            continue
        for near in get_close_matches(word, words_like(store, word), 1, _NEAR):
            return _as_written(store, near)
    return ""


def _as_written(store: Store, folded: str) -> str:
    text = newest_with(store, folded)
    words = words_at(text.tekst) if text else ()
    return next((text.tekst[it.start : it.end].lower() for it in words if text and it.folded == folded), folded)
