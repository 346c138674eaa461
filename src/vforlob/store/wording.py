"""Take the words out of records, their events and answers. Knows no deadline; part of what is being done."""

# ruff: noqa: S608  # the SQL is put together of our own table and column names
from collections import defaultdict
from collections.abc import Iterable, Sequence
from json import loads
from typing import Any, NamedTuple

from vforlob.model.samtale import Samtale
from vforlob.store.answers import EMNE
from vforlob.store.belonging import Posts, events_of
from vforlob.store.kinds import RECORDS
from vforlob.store.reducing import Reducer, without_words, word_columns
from vforlob.store.store import Store
from vforlob.store.tables import as_json, table_of
from vforlob.store.vouching import control_of

_REDUCE = "UPDATE haendelse SET salt = NULL, indhold = ? WHERE nr = ?"
_ANSWERS = "SELECT samtale, udgave, punkt, felt, raekke, vaerdi FROM svar_nu WHERE samtale = ?"
_PUT = "UPDATE svar_nu SET vaerdi = ? WHERE samtale = ? AND udgave = ? AND punkt = ? AND felt = ? AND raekke = ?"
_REASONS = "SELECT samtale, udgave, grund FROM samtale_udgave WHERE samtale = ?"
_PUT_REASON = "UPDATE samtale_udgave SET grund = ? WHERE samtale = ? AND udgave = ?"
_NOT_FOUND_BY = "DELETE FROM sogetekst WHERE emne = ? AND emne_nr = ?"
# Said in the samtale and covered by its receipt.
_MADE_IN_IT = ("lonkroner",)


class Taken(NamedTuple):
    """`refs` are the random marks of the events that lost words, `controls` what vouches for the rest of them."""

    refs: tuple[str, ...]
    controls: tuple[str, ...]
    counts: dict[str, int]


def take_words(store: Store, posts: Sequence[tuple[str, int]], day: str) -> Taken:
    """Inside doing(). Each record once, with all its versions; `day` is noted on a samtale."""
    wanted = _with_what_is_theirs(store, posts)
    counts: dict[str, int] = {}
    reducer = Reducer(store)
    taken = reduce_events(store, reducer, events_of(store, wanted))
    for emne, numbers in wanted.items():
        for nr in sorted(numbers):
            counts[emne] = counts.get(emne, 0) + _take_from_row(store, reducer, emne, nr)
            store.rows(_NOT_FOUND_BY, (emne, nr))
    for nr in sorted(wanted.get("samtale", ())):
        store.rows("DELETE FROM kladde WHERE samtale = ?", (nr,))
        store.door(Samtale).change(nr, tekst_slettet=day)
    return taken._replace(counts=counts)


def reduce_events(store: Store, reducer: Reducer, events: Iterable[Any]) -> Taken:
    """Inside doing(). The events are rows of `events_of`; one without words is left as it is."""
    refs, controls = [], []
    for nr, uid, emne, emne_nr, sted, indhold in events:
        if indhold is None:
            continue
        left = reducer.content(emne, emne_nr, sted, indhold)
        if left != indhold:
            store.rows(_REDUCE, (left, nr))
            refs.append(uid.hex())
            controls.append(control_of(nr, emne_nr, sted, left))
    return Taken(tuple(refs), tuple(controls), {})


def _with_what_is_theirs(store: Store, posts: Sequence[tuple[str, int]]) -> Posts:
    wanted: Posts = defaultdict(set)
    for emne, nr in posts:
        wanted[emne].add(nr)
    for samtale in wanted.get("samtale", set()):
        wanted[EMNE].add(samtale)
        for emne in _MADE_IN_IT:
            wanted[emne].update(row[0] for row in store.rows(f"SELECT nr FROM {emne} WHERE samtale = ?", (samtale,)))
    return {emne: numbers for emne, numbers in wanted.items() if numbers}


def _take_from_row(store: Store, reducer: Reducer, emne: str, nr: int) -> int:
    """How many answers there were; a record counts once, however much was written in it."""
    if emne == EMNE:
        return _take_answers(store, reducer, nr)
    words = sorted(word_columns(emne))
    table = table_of(RECORDS[emne])
    rows = store.rows(f"SELECT {', '.join(words)} FROM {table.emne} WHERE nr = ?", (nr,)) if words else []
    if not rows:
        return 0
    before = dict(zip(words, rows[0], strict=True))
    changed = {name: value for name, value in without_words(emne, before).items() if value != before[name]}
    for name, value in changed.items():
        store.rows(f"UPDATE {table.emne} SET {name} = ? WHERE nr = ?", (value, nr))
    return int(bool(changed))


def _take_answers(store: Store, reducer: Reducer, samtale: int) -> int:
    gone = 0
    for *place, vaerdi in store.rows(_ANSWERS, (samtale,)):
        before = loads(vaerdi)
        after = reducer.answer(samtale, place[2], place[3], before)
        if after != before:
            store.rows(_PUT, (as_json(after), *place))
            gone += 1
    for nr, udgave, grund in store.rows(_REASONS, (samtale,)):
        after = without_words("samtale_udgave", {"grund": grund})["grund"]
        if after != grund:
            store.rows(_PUT_REASON, (after, nr, udgave))
    return gone
