"""What is asked of a target for a month, and its rules. Knows no prompt and no file."""

from collections.abc import Iterator
from datetime import date
from typing import Any

from vforlob.actions.people import words_for_people
from vforlob.actions.record_kinds.base import Columns, Given, RecordFelt, RecordKind
from vforlob.errors.maltal import BadFilter, BadMonth
from vforlob.errors.record_rules import Broken
from vforlob.model.accounts import Maltal
from vforlob.model.agenda import Felt
from vforlob.model.answers import Value
from vforlob.model.text import fold
from vforlob.rules.danish import listed
from vforlob.rules.maltal import FIGURES, built_in_named, same_name
from vforlob.rules.maltal_columns import COLUMNS
from vforlob.rules.maltal_filter import as_text, read_filter
from vforlob.rules.maltal_names import broken_name
from vforlob.rules.months_typed import AHEAD, month_title, months_from, read_month
from vforlob.store.store import Store

AHEAD_AT_MOST = 24  # months
MOST = 10_000
EXAMPLE = "parathed = klar og målgruppe = sygedagpenge"
NO_NUMBER = "Måltallet mangler et tal: hvor mange skal det være? Skriv fx 9."
NO_FILTER = "Det måltal tæller programmet selv, så det har intet filter. Lad det stå tomt, eller giv måltallet et navn."
NEEDS_FILTER = f"Et måltal med eget navn skal have et filter, der siger, hvad det tæller. Skriv fx: {EXAMPLE}"
_ALIKE = 0.75


def _is_own(given: Given) -> bool:
    navn = given.get("navn")
    return navn is not None and built_in_named(str(navn)) is None


def _this_month(store: Store, _given: Given, _nr: int | None) -> Value:
    return store.now().date().isoformat()[:7]


def _names(_store: Store, _given: Given, _typed: str) -> tuple[str, ...]:
    return tuple(figure.tekst for figure in FIGURES)


FELTER = (
    RecordFelt(
        Felt("maned", "Måned", "kort", help="Denne måned eller en senere, fx 2026-12, december eller næste måned."),
        required=True,
        default=_this_month,
    ),
    RecordFelt(
        Felt(
            "navn",
            "Hvad måltallet er for",
            "kort",
            help=f"{listed([it.navn for it in FIGURES], 'eller')}. Eller et navn, du selv finder på.",
        ),
        required=True,
        suggest=_names,
    ),
    RecordFelt(Felt("antal", "Mål", "tal", min=0, max=MOST, help="Hvor mange det skal være, fx 9.")),
    RecordFelt(
        Felt(
            "filter",
            "Hvad det tæller",
            "kort",
            help=f"Fx {EXAMPLE}. Du kan bruge {listed([it.tekst for it in COLUMNS])}.",
        ),
        when=_is_own,
    ),
)


def _month(store: Store, value: Value, nr: int | None) -> str:
    today = store.now().date()
    try:
        maned = read_month(str(value), today, AHEAD)
    except BadMonth as bad:
        return bad.sentence
    return broken_month(maned, today)


def broken_month(maned: str, today: date) -> str:
    """The sentence for a month that can have no new target, empty for one that can."""
    now = today.isoformat()[:7]
    if maned < now:
        ended = f"{month_title(maned).capitalize()} er slut, og dens måltal står, som de var."
        return f"{ended} Vælg denne måned eller en senere."
    last = months_from(now, AHEAD_AT_MOST)
    if maned > last:
        return f"Så langt frem kan der ikke sættes måltal. Vælg en måned til og med {month_title(last)}."
    return ""


def _name(store: Store, value: Value, _nr: int | None) -> str:
    return broken_name(str(value), words_for_people(store))


def _filter(_store: Store, value: Value, _nr: int | None) -> str:
    try:
        read_filter(str(value))
    except BadFilter as bad:
        return bad.sentence
    return ""


def _together(store: Store, given: Given, nr: int | None) -> Iterator[Broken]:
    maned, navn = given.get("maned"), given.get("navn")
    if given.get("antal") is None:  # not only "required": it says what to write
        yield Broken("antal", NO_NUMBER)
    if navn is None:
        return
    if given.get("filter") and not _is_own(given):
        yield Broken("filter", NO_FILTER)
    if _is_own(given) and not given.get("filter"):
        yield Broken("filter", needs_filter(str(navn)))
    if maned is None:
        return
    month = read_month(str(maned), store.now().date(), AHEAD)
    there = same_target(store, month, str(navn))
    if there is not None and there.nr != nr:
        yield Broken("navn", f"Det måltal er sat for {month_title(month)}. Ret det: vforlob måltal ret {there.nr}")


def needs_filter(navn: str) -> str:
    """A name of the program's own that was spelt wrongly looks like a name of hers."""
    from difflib import get_close_matches  # late: only for a fault

    known = {name: it.navn for it in FIGURES for name in (it.navn, fold(it.tekst))}
    near = get_close_matches(fold(navn), known, 1, _ALIKE)
    return f"Mente du {known[near[0]]}? {NEEDS_FILTER}" if near else NEEDS_FILTER


def same_target(store: Store, maned: str, navn: str) -> Maltal | None:
    own = _stored_name(store, navn)
    return next((row for row in store.door(Maltal).find(maned=maned) if same_name(row.navn, own)), None)


def _stored_month(store: Store, value: Value) -> str:
    return read_month(str(value), store.now().date(), AHEAD)


def _stored_name(_store: Store, value: Value) -> str:
    known = built_in_named(str(value))
    return known.navn if known else " ".join(str(value).split())


def _stored_filter(_store: Store, value: Value) -> str:
    return as_text(read_filter(str(value)))


def _make(store: Store, columns: Columns) -> Maltal:
    return store.door(Maltal).add(Maltal(0, **_whole(columns)))


def _mend(store: Store, record: Any, columns: Columns) -> Maltal:
    return store.door(Maltal).change(record.nr, **_whole(columns))


def _whole(columns: Columns) -> Columns:
    return columns | {"antal": float(columns["antal"])}


KIND = RecordKind(
    "maltal",
    FELTER,
    _make,
    _mend,
    columns={"maned": _month, "navn": _name, "filter": _filter},
    together=_together,
    stored={"maned": _stored_month, "navn": _stored_name, "filter": _stored_filter},
    name="måltal",
)
