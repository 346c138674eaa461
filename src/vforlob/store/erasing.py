"""Delete for good: events are emptied, records go, a receipt without a person stays. Asks nobody, judges no deadline.

Each function is one transaction. The bytes are gone from the files when `scrub` has run after it.
"""

# ruff: noqa: S608  # the SQL is put together of our own table names
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any

from vforlob.errors.records import RecordNotFound
from vforlob.errors.store import RecordInUse
from vforlob.model.samtale import Samtale
from vforlob.model.sletning import COMPANY, DRAFT, LOG, PERSON, TEXT, Sletning
from vforlob.store import sletteliste
from vforlob.store.acts import ERASING
from vforlob.store.answers import EMNE, place_of
from vforlob.store.belonging import (
    Posts,
    events_of,
    pointing_at,
    posts_of_borger,
    posts_of_samtale,
    posts_of_virksomhed,
)
from vforlob.store.rebuild import PROJECTIONS, rebuild
from vforlob.store.reducing import Reducer
from vforlob.store.sletteliste import Entry, add_entries
from vforlob.store.store import Store
from vforlob.store.tables import as_json
from vforlob.store.wording import reduce_events, take_words

_EMPTY = (
    "UPDATE haendelse SET salt = NULL, indhold = NULL, emne_nr = NULL, sted = NULL"
    " WHERE nr IN (SELECT value FROM json_each(?))"
)
_FOUND_BY = "DELETE FROM sogetekst WHERE emne = ? AND emne_nr IN (SELECT value FROM json_each(?))"
_IN_USE = "SELECT 1 FROM forlob WHERE virksomhed = ?1 UNION ALL SELECT 1 FROM henvendelse WHERE virksomhed = ?1 LIMIT 1"
_OF_VERSION = "SELECT nr, uid FROM haendelse WHERE emne = 'svar' AND emne_nr = ?1 AND substr(sted, 1, length(?2)) = ?2"
# The oldest and no others: its chain holds from the first one left, also where the clock has gone back.
_LOGGED = (
    "DELETE FROM opslag WHERE nr < coalesce((SELECT min(nr) FROM opslag WHERE tid >= ?), 9223372036854775807)"
    " RETURNING nr"
)
_BY_MARK = "SELECT nr, emne, emne_nr FROM haendelse WHERE uid = ? AND emne_nr IS NOT NULL AND indhold IS NOT NULL"
_ALL_MARKS = "SELECT nr, emne, emne_nr, sted, indhold, uid FROM haendelse WHERE salt IS NOT NULL"
_POSTS = {"borger": posts_of_borger, "virksomhed": posts_of_virksomhed, "samtale": posts_of_samtale}
_ARTS = {sletteliste.PERSON: PERSON, sletteliste.COMPANY: COMPANY, sletteliste.POST: DRAFT}
_KEPT_RESULTS = "DELETE FROM udregnet WHERE indhold <> ''"


def erase_borger(store: Store, nr: int, day: str, frist: str | None = None) -> Sletning:
    """Everything of her; her files must be away already. What is left is figures. Raises RecordNotFound."""
    with store.doing(ERASING):
        return erase_posts(store, "borger", nr, posts_of_borger(store, nr), Sletning(0, day, PERSON, 1, frist=frist))


def erase_virksomhed(store: Store, nr: int, day: str, frist: str | None = None) -> Sletning:
    """With its contact persons and openings. Raises RecordInUse while a forløb or a henvendelse names it."""
    with store.doing(ERASING):
        if store.rows(_IN_USE, (nr,)):
            raise RecordInUse("virksomhed", nr)
        posts = posts_of_virksomhed(store, nr)
        return erase_posts(store, "virksomhed", nr, posts, Sletning(0, day, COMPANY, 1, frist=frist))


def erase_words(store: Store, posts: Sequence[tuple[str, int]], day: str, frist: str | None = None) -> Sletning:
    """What somebody wrote in these records; choices, dates and numbers stay. A samtale's answers are its own."""
    with store.doing(ERASING):
        taken = take_words(store, posts, day)
        add_entries(store, (Entry(ref, sletteliste.WORDS, day) for ref in taken.refs))
        store.rows(_KEPT_RESULTS)
        receipt = Sletning(0, day, TEXT, len(posts), _counted(taken.counts), frist, taken.controls)
        return store.door(Sletning).add(receipt)


def erase_drafts(store: Store, samtaler: Sequence[int], day: str, frist: str | None = None) -> Sletning:
    """A samtale that was never finished goes; of one that was, only the version that was begun again."""
    with store.doing(ERASING):
        receipt = Sletning(0, day, DRAFT, len(samtaler), _counted({"samtale": len(samtaler)}), frist)
        for nr in samtaler:
            samtale = store.door(Samtale).get(nr)
            if samtale.udgave == 0:
                _erase(store, "samtale", nr, posts_of_samtale(store, nr), day, sletteliste.POST)
            else:
                _drop_version(store, samtale, day)
        return store.door(Sletning).add(receipt)


def erase_log(store: Store, before_utc: str, day: str, frist: str | None = None) -> Sletning:
    """Look-ups from before a moment ("2026-05-20T12:00:00Z")."""
    with store.doing(ERASING):
        gone = len(store.rows(_LOGGED, (before_utc,)))
        return store.door(Sletning).add(Sletning(0, day, LOG, gone, _counted({"opslag": gone}), frist))


def scrub(store: Store) -> None:
    """Leave nothing of what was deleted in the files. Raises DatabaseLocked while another window is in the way: all is
    deleted then, and scrubbed the next time.
    """
    store.checkpoint()
    store.rows("INSERT INTO soeg(soeg) VALUES('optimize')")
    store.rows("VACUUM")
    store.checkpoint()
    sletteliste.write_list(store)


def erase_posts(store: Store, emne: str, nr: int, posts: Posts, receipt: Sletning, art: str = "") -> Sletning:
    """Inside doing(): a record with all that belongs to it."""
    counts = _erase(store, emne, nr, posts, receipt.dato, art or emne)
    return store.door(Sletning).add(receipt._replace(hvad=_counted(counts)))


def _erase(store: Store, emne: str, nr: int, posts: Posts, day: str, art: str) -> dict[str, int]:
    events = events_of(store, posts)
    first = next((event for event in events if event[2:4] == (emne, nr)), None)
    if first is None:
        raise RecordNotFound(emne, nr)
    store.rows("PRAGMA defer_foreign_keys = ON")
    counts = _remove_rows(store, posts)
    _let_go(store, posts.get("samtale", ()))
    store.rows(_EMPTY, (as_json([event[0] for event in events]),))
    store.rows(_KEPT_RESULTS)
    add_entries(store, [Entry(first[1].hex(), art, day)])
    return counts


def _remove_rows(store: Store, posts: Posts) -> dict[str, int]:
    """How many of each kind there were."""
    counts: dict[str, int] = {}
    for samtale in posts.get("samtale", ()):
        store.rows("DELETE FROM svar_nu WHERE samtale = ?", (samtale,))
        store.rows("DELETE FROM samtale_udgave WHERE samtale = ?", (samtale,))
        store.rows("DELETE FROM kladde WHERE samtale = ?", (samtale,))
    for projection in reversed(PROJECTIONS):
        numbers = posts.get(projection.name)
        if numbers:
            gone = store.rows(
                f"DELETE FROM {projection.name} WHERE nr IN (SELECT value FROM json_each(?)) RETURNING nr",
                (as_json(sorted(numbers)),),
            )
            counts |= {projection.name: len(gone)} if gone else {}
    for emne, numbers in posts.items():
        store.rows(_FOUND_BY, (emne, as_json(sorted(numbers))))
    return counts


def _let_go(store: Store, samtaler: Iterable[int]) -> None:
    """What stays when a samtale alone goes: a file that was made of it, and what it did in an older copy."""
    for samtale in samtaler:
        for kind, nr in pointing_at(store, samtale):
            columns = {"samtale": None} | ({"sted_i_samtale": None} if "sted_i_samtale" in kind._fields else {})
            store.door(kind).change(nr, **columns)


def _drop_version(store: Store, samtale: Samtale, day: str) -> None:
    if samtale.kladde_udgave is None:
        return
    events = store.rows(_OF_VERSION, (samtale.nr, f"{samtale.kladde_udgave}/"))
    where = (samtale.nr, samtale.kladde_udgave)
    store.rows("DELETE FROM svar_nu WHERE samtale = ? AND udgave = ?", where)
    store.rows("DELETE FROM kladde WHERE samtale = ?", (samtale.nr,))
    store.rows(_EMPTY, (as_json([nr for nr, _ in events]),))
    store.rows(_FOUND_BY, (EMNE, as_json([samtale.nr])))
    add_entries(store, (Entry(uid.hex(), sletteliste.EVENT, day) for _, uid in events))
    store.door(Samtale).change(samtale.nr, kladde_udgave=None)


def erase_again(store: Store, entries: Iterable[Entry]) -> int:
    """What was deleted after this database was copied, deleted from it too. How many things there were."""
    by_ref, found = {entry.ref: entry for entry in entries}, 0
    for emne, nr, entry in _records_in(store, by_ref):
        with store.doing(ERASING):
            posts = _POSTS[emne](store, nr)
            erase_posts(store, emne, nr, posts, Sletning(0, entry.dato, _ARTS[entry.art], 1), entry.art)
        found += 1
    found += _events_again(store, by_ref)
    with store.doing(ERASING):
        add_entries(store, by_ref.values())
    return found


def _records_in(store: Store, by_ref: Mapping[str, Entry]) -> Iterator[tuple[str, int, Entry]]:
    for art in (PERSON, COMPANY, sletteliste.POST):
        for ref, entry in by_ref.items():
            rows = store.rows(_BY_MARK, (bytes.fromhex(ref),)) if entry.art == art else []
            if rows and rows[0][1] in _POSTS:
                yield rows[0][1], rows[0][2], entry


def _events_again(store: Store, by_ref: Mapping[str, Entry]) -> int:
    """Words and single events: they are taken out of the events, and the records made again from those."""
    rows = [(row, by_ref[row[5].hex()]) for row in store.rows(_ALL_MARKS) if row[5].hex() in by_ref]
    words = [row for row, entry in rows if entry.art == sletteliste.WORDS]
    gone = [row for row, entry in rows if entry.art == sletteliste.EVENT]
    if not words and not gone:
        return 0
    reducer = Reducer(store)
    with store.doing(ERASING):
        taken = reduce_events(store, reducer, [(row[0], row[5], *row[1:5]) for row in words])
        store.rows(_EMPTY, (as_json([row[0] for row in gone]),))
        for emne, nr in {(row[1], row[2]) for row in (*words, *gone)}:
            store.rows(_FOUND_BY, (emne, as_json([nr])))
        _drafts_again(store, {row[2] for row in (*words, *gone) if row[1] in {EMNE, "samtale"}}, gone)
        day = max(entry.dato for _, entry in rows)
        _note_day(store, {row[2] for row in words if row[1] in {EMNE, "samtale"}}, day)
        receipt = Sletning(0, day, TEXT, len(taken.refs), kontrol=taken.controls)
        store.door(Sletning).add(receipt)
    rebuild(store)
    return len(taken.refs) + len(gone)


def _drafts_again(store: Store, samtaler: Iterable[int], gone: Iterable[Sequence[Any]]) -> None:
    """What was half typed there goes too, and a version that was dropped is no longer being written."""
    store.rows("DELETE FROM kladde WHERE samtale IN (SELECT value FROM json_each(?))", (as_json(sorted(samtaler)),))
    dropped = {place_of(row[2], row[3])[:2] for row in gone if row[1] == EMNE}
    for samtale in store.door(Samtale).find():
        if samtale.udgave and (samtale.nr, samtale.kladde_udgave) in dropped:
            store.door(Samtale).change(samtale.nr, kladde_udgave=None)


def _note_day(store: Store, samtaler: Iterable[int], day: str) -> None:
    for samtale in store.door(Samtale).find():
        if samtale.nr in samtaler and samtale.tekst_slettet is None:
            store.door(Samtale).change(samtale.nr, tekst_slettet=day)


def _counted(counts: Mapping[str, int]) -> tuple[str, ...]:
    return tuple(f"{emne}:{count}" for emne, count in counts.items())
